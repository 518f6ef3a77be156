#include "events/rocksdb/engine.hpp"

#include <rocksdb/iterator.h>
#include <rocksdb/sst_file_reader.h>

#include <algorithm>
#include <cstdarg>
#include <stdexcept>

#include "events/big_endian.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kNumberBytes = 8;
constexpr std::size_t kCreationCacheBytes = 1u << 20;
constexpr int kInspectedFilesMax = 64;
constexpr std::uint64_t kReadaheadFrom = 1024;  // positions; a shorter range is read with few requests anyway
constexpr std::size_t kReadaheadBytes = 1u << 20;
constexpr std::uint64_t kSettleFromBytes = 4u << 20;  // recovering this much takes some 50 ms

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("store: " + what);
}

void must(const rocksdb::Status& status) {
    if (!status.ok()) fail(status.ToString());
}

// RocksDB has no code of its own for this.
bool is_held(const rocksdb::Status& status) {
    const auto what = status.ToString();
    return status.IsIOError() && (what.find("While lock file") != std::string::npos ||
                                  what.find("lock hold by current process") != std::string::npos);
}

std::uint64_t number(const rocksdb::Slice& bytes) {
    if (bytes.size() != kNumberBytes) fail("a number has the wrong length");
    return read_big_endian({bytes.data(), bytes.size()});
}

std::string prefix_of(std::string_view name) {
    std::string prefix(name);
    prefix.push_back('\0');
    return prefix;
}

// A reader beside a living writer leaves the writer's own log files alone.
class Silent : public rocksdb::Logger {
public:
    using rocksdb::Logger::Logv;
    void Logv(const char*, va_list) override {}
};

// The smallest key after all that begin with the prefix; prefixes here end with 0 or '/'.
std::string after(std::string_view prefix) {
    std::string bound(prefix);
    bound.back() = static_cast<char>(bound.back() + 1);
    return bound;
}

}  // namespace

std::string stream_prefix(const Stream& stream) {
    return prefix_of(stream.name());
}
std::string person_prefix(const PersonCode& person) {
    return prefix_of(person.str());
}
std::string_view id_key(const EventId& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::string tile_key(unsigned level, std::uint64_t index) {
    std::string key(1, static_cast<char>(level));
    append_big_endian(key, index);
    return key;
}

std::string encode_first_and_count(const FirstAndCount& value) {
    auto bytes = big_endian(value.first);
    append_big_endian(bytes, value.count);
    return bytes;
}

Engine::Engine(const std::filesystem::path& directory, Access access, std::size_t block_cache_bytes,
               rocksdb::Env* env) {
    auto options = database_options();
    if (env != nullptr) options.env = env;
    const auto descriptors = column_descriptors(block_cache_bytes);
    rocksdb::DB* opened = nullptr;
    if (access == Access::write) {
        const auto status = rocksdb::DB::Open(options, directory.string(), descriptors, &handles_, &opened);
        if (is_held(status)) throw EngineHeld("store: " + status.ToString());
        must(status);
    } else {
        options.info_log = std::make_shared<Silent>();
        if (access == Access::inspect) {
            options.use_direct_reads = true;
            options.max_open_files = kInspectedFilesMax;
        }
        auto status = rocksdb::DB::OpenForReadOnly(options, directory.string(), descriptors, &handles_, &opened);
        if (options.use_direct_reads && status.IsInvalidArgument()) {  // a file system without direct reads
            options.use_direct_reads = false;
            status = rocksdb::DB::OpenForReadOnly(options, directory.string(), descriptors, &handles_, &opened);
        }
        must(status);
    }
    database_.reset(opened);
}

Engine::~Engine() {
    for (auto* handle : handles_) database_->DestroyColumnFamilyHandle(handle);
}

void Engine::create(const std::filesystem::path& directory, rocksdb::Env* env) {
    auto options = database_options();
    if (env != nullptr) options.env = env;
    options.create_if_missing = true;
    options.error_if_exists = true;
    auto descriptors = column_descriptors(kCreationCacheBytes);
    rocksdb::DB* opened = nullptr;
    must(rocksdb::DB::Open({options, descriptors.front().options}, directory.string(), &opened));
    const std::unique_ptr<rocksdb::DB> database(opened);
    // All at once: opening with missing families would write the options file anew for each.
    descriptors.erase(descriptors.begin());
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    const auto created = database->CreateColumnFamilies(descriptors, &handles);
    for (auto* handle : handles) database->DestroyColumnFamilyHandle(handle);
    must(created);
    must(database->Close());
}

std::optional<std::string> Engine::damage_of_table(const std::filesystem::path& table) {
    rocksdb::SstFileReader reader({database_options(), column_descriptors(kCreationCacheBytes).front().options});
    auto status = reader.Open(table.string());
    if (status.ok()) status = reader.VerifyChecksum();
    return status.ok() ? std::nullopt : std::optional(status.ToString());
}

rocksdb::Status Engine::write(rocksdb::WriteBatch& batch) {
    rocksdb::WriteOptions options;
    options.sync = true;
    return database_->Write(options, &batch);
}

rocksdb::Status Engine::write_unlogged(rocksdb::WriteBatch& batch) {
    rocksdb::WriteOptions options;
    options.disableWAL = true;
    return database_->Write(options, &batch);
}

void Engine::settle_all() {
    must(database_->Flush({}, handles_));
    must(database_->SyncWAL());
}

void Engine::settle() {
    std::uint64_t in_memory = 0;
    if (!database_->GetAggregatedIntProperty(rocksdb::DB::Properties::kCurSizeActiveMemTable, &in_memory)) return;
    if (in_memory >= kSettleFromBytes) database_->Flush({}, handles_).PermitUncheckedError();
}

rocksdb::ColumnFamilyHandle* Engine::column(Ledger ledger, Column column) const {
    return handles_[column_index(ledger, column)];
}

std::optional<std::string> Engine::get(Ledger ledger, Column wanted, std::string_view key) const {
    std::string value;
    const auto status = database_->Get({}, column(ledger, wanted), slice(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    must(status);
    return value;
}

std::optional<std::string> Engine::get_store_row(std::string_view key) const {
    std::string value;
    const auto status = database_->Get({}, store_column(), slice(key), &value);
    if (status.IsNotFound()) return std::nullopt;
    must(status);
    return value;
}

rocksdb::ReadOptions Engine::scan_options(const rocksdb::Slice* upper_bound) const {
    rocksdb::ReadOptions options;
    options.iterate_upper_bound = upper_bound;
    return options;
}

std::unique_ptr<rocksdb::Iterator> Engine::iterate(Ledger ledger, Column wanted,
                                                   const rocksdb::Slice* upper_bound) const {
    return std::unique_ptr<rocksdb::Iterator>(
        database_->NewIterator(scan_options(upper_bound), column(ledger, wanted)));
}

std::uint64_t Engine::size(Ledger ledger) const {
    const auto rows = iterate(ledger, Column::records, nullptr);
    rows->SeekToLast();
    must(rows->status());
    return rows->Valid() ? number(rows->key()) + 1 : 0;
}

std::string Engine::record_bytes(Ledger ledger, std::uint64_t position) const {
    auto bytes = get(ledger, Column::records, big_endian(position));
    if (!bytes) fail("no record at position " + std::to_string(position));
    return std::move(*bytes);
}

Engine::Row Engine::Rows::operator[](std::size_t i) const {
    const std::string_view bytes = bytes_;
    const auto begin = i == 0 ? 0 : ends_[i - 1].payload;
    return {bytes.substr(begin, ends_[i].record - begin),
            bytes.substr(ends_[i].record, ends_[i].payload - ends_[i].record)};
}

Engine::Rows Engine::rows(Ledger ledger, std::uint64_t from, std::uint64_t to, std::size_t bytes_max,
                          bool with_payloads) const {
    Rows rows;
    if (from >= to) return rows;
    const auto end = big_endian(to);
    const rocksdb::Slice bound(end);
    auto options = scan_options(&bound);
    // A scan goes past everything once: it must not push out what point reads keep warm.
    options.fill_cache = false;
    if (to - from > kReadaheadFrom) {
        options.readahead_size = kReadaheadBytes;
        rows.bytes_.reserve(bytes_max + bytes_max / 8);
    }
    const auto open = [&](Column wanted) {
        std::unique_ptr<rocksdb::Iterator> it(database_->NewIterator(options, column(ledger, wanted)));
        it->Seek(big_endian(from));
        return it;
    };
    const auto take = [&](rocksdb::Iterator& it, std::uint64_t position, const char* what) {
        if (!it.Valid() || number(it.key()) != position) {
            must(it.status());
            fail(std::string("no ") + what + " at position " + std::to_string(position));
        }
        rows.bytes_.append(it.value().data(), it.value().size());
        it.Next();
    };
    const auto records = open(Column::records);
    const auto payloads = with_payloads ? open(Column::payloads) : nullptr;
    for (auto position = from; position < to && rows.bytes_.size() < bytes_max; ++position) {
        take(*records, position, "record");
        const auto record_end = rows.bytes_.size();
        if (payloads) take(*payloads, position, "payload");
        rows.ends_.push_back({record_end, rows.bytes_.size()});
    }
    return rows;
}

std::uint64_t Engine::count_of(Ledger ledger, Column wanted, std::string_view prefix) const {
    const auto bound = after(prefix);
    const rocksdb::Slice bound_slice(bound);
    const auto rows = iterate(ledger, wanted, &bound_slice);
    rows->SeekToLast();
    must(rows->status());
    if (!rows->Valid() || !rows->key().starts_with(slice(prefix))) return 0;
    auto key = rows->key();
    key.remove_prefix(prefix.size());
    return number(key) + 1;
}

std::vector<Position> Engine::positions_of(Ledger ledger, Column wanted, std::string_view prefix, std::uint64_t from,
                                           std::uint64_t size) const {
    const auto bound = after(prefix);
    const rocksdb::Slice bound_slice(bound);
    const auto rows = iterate(ledger, wanted, &bound_slice);
    std::vector<Position> positions;
    for (rows->Seek(std::string(prefix) + big_endian(from)); rows->Valid(); rows->Next()) {
        const auto position = number(rows->value());
        if (position >= size) break;
        positions.push_back({position});
    }
    must(rows->status());
    return positions;
}

std::vector<Position> Engine::category_positions(Ledger ledger, std::string_view category, std::uint64_t size) const {
    const auto prefix = std::string(category) + "/";
    const auto bound = after(prefix);
    const rocksdb::Slice bound_slice(bound);
    const auto rows = iterate(ledger, Column::streams, &bound_slice);
    std::vector<Position> positions;
    for (rows->Seek(prefix); rows->Valid(); rows->Next()) {
        const auto position = number(rows->value());
        if (position < size) positions.push_back({position});
    }
    must(rows->status());
    std::sort(positions.begin(), positions.end());
    return positions;
}

std::vector<Position> Engine::opening_positions(Ledger ledger, std::string_view category, std::uint64_t size) const {
    const auto prefix = std::string(category) + "/";
    const auto bound = after(prefix);
    const rocksdb::Slice bound_slice(bound);
    const auto rows = iterate(ledger, Column::streams, &bound_slice);
    std::vector<Position> positions;
    for (rows->Seek(prefix); rows->Valid();) {
        const auto position = number(rows->value());
        if (position < size) positions.push_back({position});
        const std::string_view key(rows->key().data(), rows->key().size());
        rows->Seek(after(key.substr(0, key.size() - kNumberBytes)));
    }
    must(rows->status());
    std::sort(positions.begin(), positions.end());
    return positions;
}

std::optional<std::uint64_t> Engine::position_of(Ledger ledger, const EventId& id) const {
    const auto value = get(ledger, Column::ids, id_key(id));
    return value ? std::optional(number(*value)) : std::nullopt;
}

std::optional<FirstAndCount> Engine::append_under(Ledger ledger, const Hash& key_hash) const {
    const auto value = get(ledger, Column::keys, view(key_hash));
    if (!value) return std::nullopt;
    if (value->size() != 2 * kNumberBytes) fail("a key row has the wrong length");
    return FirstAndCount{number({value->data(), kNumberBytes}), number({value->data() + kNumberBytes, kNumberBytes})};
}

void Engine::visit_bytes(Ledger ledger, Column wanted, const std::function<bool(std::size_t bytes)>& goes_on) const {
    rocksdb::ReadOptions options;
    options.fill_cache = false;
    options.readahead_size = kReadaheadBytes;
    const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options, column(ledger, wanted)));
    for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
        if (!goes_on(rows->key().size() + rows->value().size())) return;
    }
    must(rows->status());
}

std::uint64_t Engine::count_rows(Ledger ledger, Column wanted, std::uint64_t size) const {
    rocksdb::ReadOptions options;
    options.fill_cache = false;
    options.readahead_size = 2u << 20;
    const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options, column(ledger, wanted)));
    std::uint64_t count = 0;
    for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
        const auto value = rows->value();
        if (value.size() < kNumberBytes) fail("an index row has the wrong length");
        if (number({value.data(), kNumberBytes}) < size) ++count;
    }
    must(rows->status());
    return count;
}

void Engine::visit_checkpoints(Ledger ledger, std::uint64_t size_min,
                               const std::function<bool(Checkpoint&&)>& visit) const {
    const auto rows = iterate(ledger, Column::checkpoints, nullptr);
    for (rows->Seek(big_endian(size_min)); rows->Valid(); rows->Next()) {
        Checkpoint checkpoint;
        checkpoint.size = number(rows->key());
        const auto value = rows->value();
        if (value.size() < checkpoint.root.size()) fail("a checkpoint row is too short");
        std::copy_n(value.data(), checkpoint.root.size(), reinterpret_cast<char*>(checkpoint.root.data()));
        checkpoint.note.assign(value.data() + checkpoint.root.size(), value.size() - checkpoint.root.size());
        if (!visit(std::move(checkpoint))) break;
    }
    must(rows->status());
}

Checkpoint Engine::checkpoint_at(Ledger ledger, std::uint64_t size) const {
    Checkpoint found;
    visit_checkpoints(ledger, size, [&](Checkpoint&& checkpoint) {
        found = std::move(checkpoint);
        return false;
    });
    if (found.size != size || found.note.empty())
        fail("the checkpoint of " + std::to_string(size) + " events is missing");
    return found;
}

std::vector<Hash> Engine::tile(Ledger ledger, unsigned level, std::uint64_t index, unsigned width) const {
    std::vector<Hash> hashes(width);
    const auto kept = get(ledger, Column::tiles, tile_key(level, index));
    if (kept && kept->size() >= width * sizeof(Hash)) {
        for (unsigned i = 0; i < width; ++i) {
            std::copy_n(kept->data() + i * sizeof(Hash), sizeof(Hash), reinterpret_cast<char*>(hashes[i].data()));
        }
        return hashes;
    }
    if (level != 0) fail("tile " + std::to_string(level) + "/" + std::to_string(index) + " is missing");
    // The growing tile of level 0 is not kept: it follows from the records.
    const auto first = index * merkle::kTileWidth;
    const auto records = rows(ledger, first, first + width, SIZE_MAX, false);
    for (std::size_t i = 0; i < width; ++i) hashes[i] = merkle::leaf_hash(records[i].record);
    return hashes;
}

}  // namespace minhbach::events
