// An open RocksDB of the store, and everything that is read from it. It sees durable rows only, since the writer
// inserts them after the sync. Thread-safe but for closing. Damage throws std::runtime_error.
#pragma once

#include <rocksdb/db.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "events/log.hpp"
#include "events/merkle/tile.hpp"
#include "events/rocksdb/columns.hpp"

namespace minhbach::events {

inline rocksdb::Slice slice(std::string_view text) {
    return {text.data(), text.size()};
}

std::string stream_prefix(const Stream& stream);      // stream ‖ 0
std::string person_prefix(const PersonCode& person);  // code ‖ 0
std::string tile_key(unsigned level, std::uint64_t index);
std::string_view id_key(const EventId& id);

struct FirstAndCount {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};
std::string encode_first_and_count(const FirstAndCount& value);

// Another process, or another part of this one, has the database open.
class EngineHeld : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Engine {
public:
    // `inspect`: read only, from the disk instead of the kernel's memory, with tables opened as they are needed.
    enum class Access : std::uint8_t { write, read_only, inspect };
    // `env` may be null for the machine's own file system. Throws std::runtime_error with RocksDB's words.
    Engine(const std::filesystem::path& directory, Access access, std::size_t block_cache_bytes, rocksdb::Env* env);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    static void create(const std::filesystem::path& directory, rocksdb::Env* env = nullptr);

    // What is wrong with one table by itself; nothing if it is sound.
    static std::optional<std::string> damage_of_table(const std::filesystem::path& table);

    rocksdb::Status write(rocksdb::WriteBatch& batch);  // synced
    // Without a write-ahead log: for rows of a store that is being built. Durable after `settle_all`.
    rocksdb::Status write_unlogged(rocksdb::WriteBatch& batch);
    void settle_all();
    // Before a clean end: moves what would take long to recover into tables. Failing is no harm, the write-ahead log
    // has it.
    void settle();
    rocksdb::ColumnFamilyHandle* column(Ledger ledger, Column column) const;
    rocksdb::ColumnFamilyHandle* store_column() const { return handles_.front(); }

    std::optional<std::string> get(Ledger ledger, Column column, std::string_view key) const;
    std::optional<std::string> get_store_row(std::string_view key) const;

    std::uint64_t size(Ledger ledger) const;  // one after the last position
    std::string record_bytes(Ledger ledger, std::uint64_t position) const;
    // Records from `from` on in order, to `to` or until `bytes_max` are gathered (one at least); payloads too if asked
    // for.
    struct Row {
        std::string_view record;
        std::string_view payload;
    };
    class Rows {
    public:
        std::size_t size() const { return ends_.size(); }
        Row operator[](std::size_t i) const;

    private:
        friend class Engine;
        struct Ends {
            std::size_t record;
            std::size_t payload;
        };
        std::string bytes_;  // record, payload, record, payload, ...
        std::vector<Ends> ends_;
    };
    Rows rows(Ledger ledger, std::uint64_t from, std::uint64_t to, std::size_t bytes_max, bool with_payloads) const;

    // How many numbered rows begin with the prefix: one more than the last number.
    std::uint64_t count_of(Ledger ledger, Column column, std::string_view prefix) const;
    // The positions of numbered rows of one prefix from a number on, those below `size`.
    std::vector<Position> positions_of(Ledger ledger, Column column, std::string_view prefix, std::uint64_t from,
                                       std::uint64_t size) const;
    std::vector<Position> category_positions(Ledger ledger, std::string_view category, std::uint64_t size) const;
    std::vector<Position> opening_positions(Ledger ledger, std::string_view category, std::uint64_t size) const;
    std::optional<std::uint64_t> position_of(Ledger ledger, const EventId& id) const;
    std::optional<FirstAndCount> append_under(Ledger ledger, const Hash& key_hash) const;
    // Reads every row of a column, telling how many bytes they have, until `goes_on` is false.
    void visit_bytes(Ledger ledger, Column column, const std::function<bool(std::size_t bytes)>& goes_on) const;
    // Rows whose value is a position below `size`.
    std::uint64_t count_rows(Ledger ledger, Column column, std::uint64_t size) const;
    // In order of size, from `size_min` on.
    void visit_checkpoints(Ledger ledger, std::uint64_t size_min, const std::function<bool(Checkpoint&&)>& visit) const;
    Checkpoint checkpoint_at(Ledger ledger, std::uint64_t size) const;
    std::vector<Hash> tile(Ledger ledger, unsigned level, std::uint64_t index, unsigned width) const;

private:
    rocksdb::ReadOptions scan_options(const rocksdb::Slice* upper_bound) const;
    std::unique_ptr<rocksdb::Iterator> iterate(Ledger ledger, Column column, const rocksdb::Slice* upper_bound) const;

    std::unique_ptr<rocksdb::DB> database_;
    std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

}  // namespace minhbach::events
