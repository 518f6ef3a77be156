#include "events/rocksdb/rows_of.hpp"

#include "events/big_endian.hpp"

namespace minhbach::events {

void put_rows_of(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Record& record,
                 std::string_view bytes, std::string_view payload) {
    const auto put = [&](Column column, std::string_view key, std::string_view value) {
        batch.Put(engine.column(ledger, column), slice(key), slice(value));
    };
    std::string key;
    const auto position = big_endian(record.position.value);
    const auto numbered = [&](Column column, const std::string& name, std::uint64_t number) {
        key.assign(name).push_back('\0');
        append_big_endian(key, number);
        put(column, key, position);
    };
    put(Column::records, position, bytes);
    put(Column::payloads, position, payload);
    put(Column::ids, id_key(record.id), position);
    numbered(Column::streams, record.stream.name(), record.revision.value);
    numbered(Column::actors, record.actor.str(), record.actor_number);
    for (const auto& subject : record.subjects) numbered(Column::subjects, subject.subject.str(), subject.number);
}

void put_append(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Hash& key_hash,
                const FirstAndCount& append) {
    batch.Put(engine.column(ledger, Column::keys), slice(view(key_hash)), slice(encode_first_and_count(append)));
}

void put_tiles(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, merkle::Tree& tree) {
    for (const auto& [tile, hashes] : tree.take_tiles()) {
        batch.Put(engine.column(ledger, Column::tiles), tile_key(tile.level, tile.index), hashes);
    }
}

void put_checkpoint(rocksdb::WriteBatch& batch, const Engine& engine, Ledger ledger, const Checkpoint& checkpoint) {
    batch.Put(engine.column(ledger, Column::checkpoints), big_endian(checkpoint.size),
              std::string(view(checkpoint.root)) + checkpoint.note);
}

void put_store_row(rocksdb::WriteBatch& batch, const Engine& engine, std::string_view key, std::string_view value) {
    batch.Put(engine.store_column(), slice(key), slice(value));
}

}  // namespace minhbach::events
