#include "events/rocksdb/reading_log.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/fingerprint.hpp"
#include "events/merkle/note.hpp"
#include "events/merkle/proof.hpp"
#include "events/refusals.hpp"
#include "events/seal.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kScanChunkBytes = 2u << 20;

// What is kept was checked before it was written: anything else is damage.
Record decode_kept(std::string_view bytes) {
    auto record = decode_record(bytes);
    if (!record) throw std::runtime_error("store: a record is damaged: " + record.error().detail_en);
    return std::move(*record);
}

}  // namespace

ReadingLog::ReadingLog(StoreIdentity identity, std::unique_ptr<Engine> engine, std::unique_ptr<Vault> vault,
                       const SignedState& last_signed)
    : identity_(std::move(identity)),
      origins_{identity_.origin_of(Ledger::main), identity_.origin_of(Ledger::access)},
      engine_(std::move(engine)),
      vault_(std::move(vault)) {
    for (const auto ledger : kLedgers) {
        sizes_[index_of(ledger)] = engine_->size(ledger);
        set_published(ledger, engine_->checkpoint_at(ledger, last_signed.sizes[index_of(ledger)]));
    }
}

Result<Assigned> ReadingLog::append(Ledger, Append, Completion) {
    return Refusal{"read-only", "", "", "Kho dữ liệu đang được mở chỉ để xem.", "The store is open for reading only.",
                   {}};
}

bool ReadingLog::wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t, std::int64_t) const {
    return size(ledger) >= count;
}

void ReadingLog::when_durable(Ledger ledger, std::uint64_t count, std::uint64_t, std::function<void(bool)> done) {
    done(size(ledger) >= count);
}

void ReadingLog::require_sound(Ledger ledger, std::uint64_t from, std::uint64_t to) const {
    if (damage_ && damage_->covers(ledger, from, to))
        throw std::runtime_error("store: a row is known to be damaged, position " + std::to_string(from) + " or after");
}

Stored ReadingLog::stored(const Engine::Row& row) const {
    Stored stored;
    stored.record = decode_kept(row.record);
    const auto& record = stored.record;
    const auto kept = decode_payload(row.payload);
    if (kept.size() != record.commitments.size())
        throw std::runtime_error("store: a payload has another number of parts");
    stored.parts.reserve(kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const PartName name{record.id, static_cast<std::uint32_t>(i)};
        Part part;
        std::optional<VaultKey> key;
        auto secrecy = Secrecy::plain;
        if (kept[i].subject == KeptPart::kNobody) {
            key = vault_->log_key();
        } else {
            if (kept[i].subject >= record.subjects.size())
                throw std::runtime_error("store: a part is about an unknown subject");
            part.subject = record.subjects[kept[i].subject].subject;
            key = vault_->find(*part.subject);
            secrecy = Secrecy::sealed;
        }
        if (key) part.json = open_part(*key, secrecy, name, record.commitments[i], kept[i].bytes);
        stored.lost.push_back(!key);
        stored.parts.push_back(std::move(part));
    }
    return stored;
}

Stored ReadingLog::read(Ledger ledger, Position position) const {
    if (position.value >= size(ledger)) throw std::out_of_range("read beyond the durable end of the log");
    require_sound(ledger, position.value, position.value + 1);
    const Use engine(*this);
    const auto payload = engine->get(ledger, Column::payloads, big_endian(position.value));
    if (!payload) throw std::runtime_error("store: no payload at position " + std::to_string(position.value));
    const auto record = engine->record_bytes(ledger, position.value);
    return stored({record, *payload});
}

std::string ReadingLog::record_bytes(Ledger ledger, Position position) const {
    if (position.value >= size(ledger)) throw std::out_of_range("read beyond the durable end of the log");
    require_sound(ledger, position.value, position.value + 1);
    const Use engine(*this);
    return engine->record_bytes(ledger, position.value);
}

// In chunks, so that nobody outside the store is called while the gate is held.
void ReadingLog::scan_rows(Ledger ledger, Position from, Position to, bool with_payloads,
                           const std::function<bool(std::uint64_t, const Engine::Row&)>& visit) const {
    const auto end = std::min(to.value, size(ledger));
    for (auto next = from.value; next < end;) {
        Engine::Rows rows;
        {
            const Use engine(*this);
            rows = engine->rows(ledger, next, end, kScanChunkBytes, with_payloads);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            require_sound(ledger, next, next + 1);
            if (!visit(next++, rows[i])) return;
        }
    }
}

void ReadingLog::scan(Ledger ledger, Position from, Position to, const std::function<bool(Stored&&)>& visit) const {
    scan_rows(ledger, from, to, true, [&](std::uint64_t, const Engine::Row& row) { return visit(stored(row)); });
}

void ReadingLog::scan_records(Ledger ledger, Position from, Position to,
                              const std::function<bool(Position, std::string_view)>& visit) const {
    scan_rows(ledger, from, to, false,
              [&](std::uint64_t position, const Engine::Row& row) { return visit({position}, row.record); });
}

std::vector<std::optional<Hash>> ReadingLog::salts(const Stored& stored) const {
    std::vector<std::optional<Hash>> salts;
    for (std::size_t i = 0; i < stored.parts.size(); ++i) {
        const auto& subject = stored.parts[i].subject;
        const auto key = subject ? vault_->find(*subject) : vault_->log_key();
        const PartName name{stored.record.id, static_cast<std::uint32_t>(i)};
        salts.push_back(key ? std::optional(part_salt(*key, name)) : std::nullopt);
    }
    return salts;
}

std::vector<Position> ReadingLog::stream_positions(Ledger ledger, const Stream& stream, Revision from) const {
    const Use engine(*this);
    return engine->positions_of(ledger, Column::streams, stream_prefix(stream), from.value, size(ledger));
}

std::vector<Position> ReadingLog::category_positions(Ledger ledger, std::string_view category) const {
    const Use engine(*this);
    return engine->category_positions(ledger, category, size(ledger));
}

std::vector<Position> ReadingLog::opening_positions(Ledger ledger, std::string_view category) const {
    const Use engine(*this);
    return engine->opening_positions(ledger, category, size(ledger));
}

std::uint64_t ReadingLog::stream_count(Ledger ledger, const Stream& stream) const {
    const Use engine(*this);
    return engine->count_of(ledger, Column::streams, stream_prefix(stream));
}

std::vector<Position> ReadingLog::subject_positions(Ledger ledger, const PersonCode& subject) const {
    const Use engine(*this);
    return engine->positions_of(ledger, Column::subjects, person_prefix(subject), 0, size(ledger));
}

std::vector<Position> ReadingLog::actor_positions(Ledger ledger, const PersonCode& actor) const {
    const Use engine(*this);
    return engine->positions_of(ledger, Column::actors, person_prefix(actor), 0, size(ledger));
}

std::optional<Position> ReadingLog::find(Ledger ledger, const EventId& id) const {
    const Use engine(*this);
    const auto position = engine->position_of(ledger, id);
    return position && *position < size(ledger) ? std::optional(Position{*position}) : std::nullopt;
}

std::optional<Replay> ReadingLog::kept_replay(const Engine& engine, Ledger ledger, const Hash& key_hash) const {
    const auto append = engine.append_under(ledger, key_hash);
    if (!append) return std::nullopt;
    Replay replay{{append->first}, append->count};
    std::set<PersonCode> subjects;
    for (std::uint64_t i = 0; i < append->count; ++i) {
        const auto record = decode_kept(engine.record_bytes(ledger, append->first + i));
        if (i == 0) replay.fingerprint = record.fingerprint.value_or(Hash{});
        for (const auto& about : record.subjects) subjects.insert(about.subject);
    }
    std::vector<VaultKey> keys;
    for (const auto& subject : subjects) {
        if (!vault_->knows(subject)) continue;  // named in a record of before fingerprints were keyed
        if (const auto key = vault_->find(subject))
            keys.push_back(*key);
        else
            replay.is_forgotten = true;
    }
    replay.fingerprint_key = fingerprint_key(vault_->log_key(), keys);
    return replay;
}

std::optional<Replay> ReadingLog::replay(Ledger ledger, const Hash& key_hash) const {
    const Use engine(*this);
    return kept_replay(*engine, ledger, key_hash);
}

void ReadingLog::set_published(Ledger ledger, Checkpoint checkpoint) {
    const std::lock_guard lock(published_mutex_);
    published_[index_of(ledger)] = std::move(checkpoint);
}

Checkpoint ReadingLog::checkpoint(Ledger ledger) const {
    const std::lock_guard lock(published_mutex_);
    return published_[index_of(ledger)];
}

Checkpoint ReadingLog::publish_checkpoint(Ledger ledger) {
    return checkpoint(ledger);
}

void ReadingLog::visit_checkpoints(Ledger ledger, const std::function<bool(const Checkpoint&)>& visit) const {
    // A row is written before its signature is released: what lies beyond the published one is not public yet.
    const auto size_max = checkpoint(ledger).size;
    constexpr std::size_t kChunk = 256;
    std::uint64_t next = 0;
    while (true) {
        std::vector<Checkpoint> chunk;
        {
            const Use engine(*this);
            engine->visit_checkpoints(ledger, next, [&](Checkpoint&& one) {
                if (one.size <= size_max) chunk.push_back(std::move(one));
                return chunk.size() < kChunk && one.size <= size_max;
            });
        }
        for (const auto& one : chunk) {
            if (!visit(one)) return;
        }
        if (chunk.size() < kChunk) return;
        next = chunk.back().size + 1;
    }
}

IndexRows ReadingLog::index_rows(Ledger ledger, std::uint64_t end) const {
    const Use engine(*this);
    IndexRows rows;
    rows.streams = engine->count_rows(ledger, Column::streams, end);
    rows.subjects = engine->count_rows(ledger, Column::subjects, end);
    rows.actors = engine->count_rows(ledger, Column::actors, end);
    rows.ids = engine->count_rows(ledger, Column::ids, end);
    rows.keys = engine->count_rows(ledger, Column::keys, end);
    return rows;
}

std::optional<std::string> ReadingLog::hash_tile(Ledger ledger, unsigned level, std::uint64_t index,
                                                 unsigned width) const {
    const auto hashes = merkle::hashes_at_level(checkpoint(ledger).size, level);
    if (level > merkle::kLevelMax || width == 0 || width > merkle::kTileWidth) return std::nullopt;
    if (index > hashes / merkle::kTileWidth || index * merkle::kTileWidth + width > hashes) return std::nullopt;
    const Use engine(*this);
    std::string bytes;
    bytes.reserve(width * sizeof(Hash));
    for (const auto& hash : engine->tile(ledger, level, index, width)) bytes.append(view(hash));
    return bytes;
}

std::optional<std::string> ReadingLog::entry_bundle(Ledger ledger, std::uint64_t index, unsigned width) const {
    const auto published = checkpoint(ledger).size;
    if (width == 0 || width > merkle::kTileWidth) return std::nullopt;
    if (index > published / merkle::kTileWidth || index * merkle::kTileWidth + width > published) return std::nullopt;
    const Use engine(*this);
    std::string bytes;
    const auto first = index * merkle::kTileWidth;
    require_sound(ledger, first, first + width);
    const auto rows = engine->rows(ledger, first, first + width, SIZE_MAX, false);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto record = rows[i].record;
        bytes.push_back(static_cast<char>(record.size() >> 8));
        bytes.push_back(static_cast<char>(record.size() & 0xff));
        bytes += record;
    }
    return bytes;
}

Result<std::vector<Hash>> ReadingLog::inclusion_proof(Ledger ledger, Position position, std::uint64_t tree_size) const {
    if (tree_size > size(ledger) || position.value >= tree_size) {
        return invalid_field("/size", "Vị trí hoặc kích thước vượt quá nhật ký hiện có.",
                             "The position or the size lies beyond the present log.");
    }
    const Use engine(*this);
    const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
        return engine->tile(ledger, level, index, width);
    };
    return merkle::TreeView(tiles, tree_size).inclusion(position.value);
}

Result<std::vector<Hash>> ReadingLog::consistency_proof(Ledger ledger, std::uint64_t from, std::uint64_t to) const {
    if (to > size(ledger) || from > to) {
        return invalid_field("/from", "Kích thước vượt quá nhật ký hiện có hoặc không theo thứ tự.",
                             "The sizes lie beyond the present log or are not in order.");
    }
    const Use engine(*this);
    const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
        return engine->tile(ledger, level, index, width);
    };
    return merkle::TreeView(tiles, to).consistency(from);
}

Attachments& ReadingLog::attachments() {
    throw std::logic_error("a log that is only read takes no files");
}

std::string ReadingLog::sign_statement(std::string_view) const {
    throw std::logic_error("a log that is only read signs nothing");
}

std::string ReadingLog::vkey(Ledger ledger) const {
    return merkle::NoteVerifier::parse(identity_.vkey).value().renamed(origin(ledger)).vkey();
}

std::optional<std::string> broken_promise(const Engine& engine, const SignedState& state) {
    for (const auto ledger : kLedgers) {
        const auto promised = state.sizes[index_of(ledger)];
        const auto size = engine.size(ledger);
        const std::string name = ledger == Ledger::main ? "main" : "access";
        if (size < promised) {
            return "the " + name + " ledger holds " + std::to_string(size) + " events, its last checkpoint signed " +
                   std::to_string(promised) + ".";
        }
        const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
            return engine.tile(ledger, level, index, width);
        };
        if (merkle::TreeView(tiles, promised).root() != state.roots[index_of(ledger)]) {
            return "the " + name + " ledger has another root than its last checkpoint at " + std::to_string(promised) +
                   " events.";
        }
    }
    return std::nullopt;
}

}  // namespace minhbach::events
