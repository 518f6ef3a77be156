#include "projections/runner/row_store.hpp"

#include <openssl/evp.h>
#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <limits>
#include <mutex>
#include <stdexcept>

#include "events/big_endian.hpp"

namespace minhbach::projections {
namespace {

constexpr std::size_t kPositionBytes = 8;
constexpr events::Position kNewestPosition{std::numeric_limits<std::uint64_t>::max()};
constexpr const char* kDamageMark = "damaged";  // a file beside the tables
constexpr std::size_t kLevelBytes = 64u << 20;  // of the first level that is sorted
constexpr std::size_t kLevelBytesOfMany = 256u << 20;
constexpr int kFilesBeforeLevels = 4;  // written and not yet sorted into the levels
constexpr int kFilesBeforeLevelsOfMany = 12;
constexpr double kFilterBits = 10;  // a key: one in a hundred tables is looked into for nothing
constexpr char kNotePrefix = '!';   // before every letter: no table begins so

std::string row_prefix(std::string_view table, std::string_view entity) {
    std::string key;
    key.reserve(table.size() + entity.size() + 2 + kPositionBytes);
    key.append(table).append(1, '\0').append(entity).append(1, '\0');
    return key;
}

void require(const rocksdb::Status& status) {
    if (!status.ok()) throw std::runtime_error("read models: " + status.ToString());
}

std::string_view view(const rocksdb::Slice& slice) {
    return {slice.data(), slice.size()};
}

// Everything of a key but its position: all versions of an entity share it, and a filter tells which tables have any.
class EntityOf : public rocksdb::SliceTransform {
public:
    const char* Name() const override { return "minhbach.entity"; }
    bool InDomain(const rocksdb::Slice& key) const override {
        return key.size() > kPositionBytes && key[0] != kNotePrefix;
    }
    rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
        return {key.data(), key.size() - kPositionBytes};
    }
};

// What rows are put into memory by: where the last one of the same table went is where the next one's place is sought.
class TableOf : public rocksdb::SliceTransform {
public:
    const char* Name() const override { return "minhbach.table"; }
    // Neither a note nor the bound of a range that is deleted.
    bool InDomain(const rocksdb::Slice& key) const override { return view(key).find('\0') != std::string_view::npos; }
    rocksdb::Slice Transform(const rocksdb::Slice& key) const override { return {key.data(), view(key).find('\0')}; }
};

// Rows in their order, over more than one entity: no filter may skip a table.
rocksdb::ReadOptions in_order(const rocksdb::Slice* bound) {
    rocksdb::ReadOptions options;
    options.iterate_upper_bound = bound;
    options.total_order_seek = true;
    return options;
}

rocksdb::Options options_for(std::size_t block_cache_bytes, std::size_t memtable_bytes, rocksdb::Env* env) {
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = rocksdb::NewLRUCache(block_cache_bytes);
    table.block_size = 8192;
    // Bounded memory before speed: of index and filters, too, only what is used is kept.
    table.cache_index_and_filter_blocks = true;
    table.pin_l0_filter_and_index_blocks_in_cache = true;
    table.cache_index_and_filter_blocks_with_high_priority = true;
    table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
    table.partition_filters = true;
    table.pin_top_level_index_and_filter = true;
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBits));
    table.whole_key_filtering = false;
    table.format_version = 5;

    rocksdb::Options options;
    options.create_if_missing = true;
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    options.prefix_extractor = std::make_shared<EntityOf>();
    options.memtable_insert_with_hint_prefix_extractor = std::make_shared<TableOf>();
    options.allow_concurrent_memtable_write = false;  // which would not look there
    options.write_buffer_size = memtable_bytes;
    options.max_write_buffer_number = 2;
    options.target_file_size_base = 16u << 20;
    options.max_bytes_for_level_base = kLevelBytes;
    options.level0_file_num_compaction_trigger = kFilesBeforeLevels;
    // What was written lately is soon sorted on: compressing it pays from the second level on.
    constexpr int kLevels = 7;
    options.num_levels = kLevels;
    options.compression_per_level.assign(kLevels, rocksdb::kLZ4Compression);
    options.compression_per_level[0] = options.compression_per_level[1] = rocksdb::kNoCompression;
    options.max_background_jobs = 2;
    options.max_open_files = 256;
    options.bytes_per_sync = 1u << 20;
    options.stats_dump_period_sec = 0;
    options.stats_persist_period_sec = 0;
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    options.keep_log_file_num = 2;
    if (env != nullptr) options.env = env;
    return options;
}

std::unique_ptr<rocksdb::DB> open(const rocksdb::Options& options, const std::filesystem::path& directory) {
    rocksdb::DB* opened = nullptr;
    const bool is_damaged = std::filesystem::exists(directory / kDamageMark);
    auto status = is_damaged ? rocksdb::Status::Corruption("found before")
                             : rocksdb::DB::Open(options, directory.string(), &opened);
    if (!status.ok() && status.ToString().find("lock") == std::string::npos) {
        // Nothing in it is of value: everything is folded again.
        std::filesystem::remove_all(directory);
        std::filesystem::create_directories(directory);
        status = rocksdb::DB::Open(options, directory.string(), &opened);
    }
    require(status);
    return std::unique_ptr<rocksdb::DB>(opened);
}

// The bounds of all tables of a projection: "name." up to "name/".
std::pair<std::string, std::string> bounds_of(std::string_view projection) {
    return {std::string(projection) + ".", std::string(projection) + "/"};
}

struct Parsed {
    std::string_view entity;
    std::uint64_t position = 0;
};

// `key` begins with table ‖ 0 of the given length.
Parsed parse(std::string_view key, std::size_t table_bytes) {
    const auto rest = key.substr(table_bytes);
    if (rest.size() < kPositionBytes + 1) throw std::runtime_error("read models: a malformed key");
    return {rest.substr(0, rest.size() - kPositionBytes - 1),
            ~events::read_big_endian(rest.substr(rest.size() - kPositionBytes))};
}

}  // namespace

std::string row_key(std::string_view table, std::string_view entity, events::Position position) {
    auto key = row_prefix(table, entity);
    events::append_big_endian(key, ~position.value);
    return key;
}

struct RowStore::Inside {
    Inside(std::filesystem::path a_directory, std::size_t some_memtable_bytes)
        : directory(std::move(a_directory)), memtable_bytes(some_memtable_bytes) {}

    // For what is read: damage is remembered, also for the next opening.
    void require_read(const rocksdb::Status& status) {
        if (status.IsCorruption() && !damaged.exchange(true)) std::ofstream(directory / kDamageMark) << "\n";
        require(status);
    }

    // Background work meets damage, too.
    void require_written(const rocksdb::Status& status) {
        if (status.IsCorruption()) require_read(status);
        if (status.ok()) return;
        if (!status.IsBusy()) why = status.IsNoSpace() ? "disk-full" : "disk-failed";
        if (status.severity() >= rocksdb::Status::kFatalError) damaged = true;
        throw WriteFailed(why, status.ToString());
    }

    const std::filesystem::path directory;
    const std::size_t memtable_bytes;
    std::atomic<bool> damaged{false};
    NewestRows newest;
    std::mutex writing;
    std::string why = "disk-failed";  // of the last write that failed; under `writing`
    std::unique_ptr<rocksdb::DB> database;
};

RowStore::RowStore(const std::filesystem::path& directory, std::size_t block_cache_bytes, std::size_t memtable_bytes,
                   rocksdb::Env* env)
    : inside_(std::make_unique<Inside>(directory, memtable_bytes)) {
    std::filesystem::create_directories(directory);
    inside_->database = open(options_for(block_cache_bytes, memtable_bytes, env), directory);
}

RowStore::~RowStore() = default;

bool RowStore::is_damaged() const {
    return inside_->damaged;
}

std::optional<Row> RowStore::get(std::string_view table, std::string_view entity, events::Position known) const {
    const auto newest_key = row_key(table, entity, kNewestPosition);
    const auto key = entity_key(newest_key);
    const auto as_row = [&](events::Position position, std::string json) {
        return json.empty() ? std::nullopt : std::optional(Row{std::string(entity), position, std::move(json)});
    };
    auto remembered = inside_->newest.find(key, known);
    if (remembered.version) return as_row(remembered.version->position, std::move(remembered.version->json));

    const auto end = row_key(table, entity, events::Position{0}) + '\0';
    const rocksdb::Slice bound(end);
    rocksdb::ReadOptions options;
    options.iterate_upper_bound = &bound;
    options.prefix_same_as_start = true;
    const std::unique_ptr<rocksdb::Iterator> at(inside_->database->NewIterator(options));
    at->Seek(newest_key);
    inside_->require_read(at->status());
    if (!at->Valid()) {
        inside_->newest.remember(key, {}, remembered.ticket);
        return std::nullopt;
    }
    const auto position_here = [&] { return events::Position{parse(view(at->key()), table.size() + 1).position}; };
    const NewestRows::Version newest{position_here(), at->value().ToString()};
    inside_->newest.remember(key, newest, remembered.ticket);
    if (newest.position <= known) return as_row(newest.position, newest.json);
    at->Seek(row_key(table, entity, known));
    inside_->require_read(at->status());
    if (!at->Valid()) return std::nullopt;
    return as_row(position_here(), at->value().ToString());
}

struct RowStore::Newest::Iterator {
    RowStore::Inside* inside = nullptr;
    std::unique_ptr<rocksdb::Iterator> at;
};

RowStore::Newest::Newest(const RowStore& store) : iterator_(std::make_unique<Iterator>()) {
    iterator_->inside = store.inside_.get();
    rocksdb::ReadOptions options;
    options.prefix_same_as_start = true;
    iterator_->at.reset(store.inside_->database->NewIterator(options));
}

RowStore::Newest::Newest(Newest&&) noexcept = default;
RowStore::Newest::~Newest() = default;

std::optional<std::string> RowStore::Newest::get(std::string_view table, std::string_view entity) const {
    const auto prefix = row_prefix(table, entity);
    auto& at = *iterator_->at;
    at.Seek(row_key(table, entity, kNewestPosition));
    iterator_->inside->require_read(at.status());
    // An entity that goes on after this one's end has a longer key.
    const bool found = at.Valid() && at.key().starts_with(prefix) && at.key().size() == prefix.size() + kPositionBytes;
    if (!found || at.value().empty()) return std::nullopt;
    return at.value().ToString();
}

void RowStore::scan(std::string_view table, std::string_view prefix, std::string_view after, events::Position known,
                    const std::function<bool(const Row&)>& visit) const {
    const std::string start = std::string(table) + '\0';
    const std::string table_end = std::string(table) + '\x01';
    const rocksdb::Slice bound(table_end);
    const std::unique_ptr<rocksdb::Iterator> at(inside_->database->NewIterator(in_order(&bound)));
    if (after.empty())
        at->Seek(start + std::string(prefix));
    else
        at->Seek(start + std::string(after) + '\x01');
    // Rows of one entity follow one another, the newest first: take the first one known, then leap over the rest.
    while (at->Valid()) {
        const auto key = view(at->key());
        const auto found = parse(key, start.size());
        if (!found.entity.starts_with(prefix)) break;
        if (found.position > known.value) {
            at->Seek(row_key(table, found.entity, known));
            if (!at->Valid()) break;
            const auto next = parse(view(at->key()), start.size());
            if (next.position > known.value) continue;  // another entity
            if (!next.entity.starts_with(prefix)) break;
        }
        const auto present = parse(view(at->key()), start.size());
        Row row{std::string(present.entity), events::Position{present.position}, at->value().ToString()};
        if (!row.json.empty() && !visit(row)) return;
        at->Next();
        if (at->Valid() && parse(view(at->key()), start.size()).entity == row.entity)
            at->Seek(start + row.entity + '\x01');
    }
    inside_->require_read(at->status());
}

std::optional<std::string> RowStore::note(std::string_view name) const {
    std::string value;
    const auto status = inside_->database->Get({}, kNotePrefix + std::string(name), &value);
    if (status.IsNotFound()) return std::nullopt;
    inside_->require_read(status);
    return value;
}

void RowStore::write(const std::vector<const WrittenRows*>& rows,
                     const std::vector<std::pair<std::string, std::string>>& notes) {
    constexpr std::size_t kFrame = 16;  // of a row in a batch
    std::size_t bytes = kFrame;
    std::vector<const WrittenRow*> in_order;
    for (const auto* written : rows) {
        for (const auto& row : *written) {
            bytes += kFrame + row.key.size() + row.json.size();
            in_order.push_back(&row);
        }
    }
    // Each then finds its place from that of the one before.
    std::sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    rocksdb::WriteBatch batch(bytes);
    for (const auto* row : in_order) require(batch.Put(row->key, row->json));
    for (const auto& [name, value] : notes) require(batch.Put(kNotePrefix + name, value));
    rocksdb::WriteOptions options;
    options.disableWAL = true;
    const std::lock_guard alone(inside_->writing);
    inside_->newest.begin_write(rows);
    const auto status = inside_->database->Write(options, &batch);
    inside_->newest.end_write();
    inside_->require_written(status);
}

void RowStore::take_up() {
    const std::lock_guard alone(inside_->writing);
    inside_->require_written(inside_->database->Resume());
}

void RowStore::forget(std::string_view projection) {
    const auto [begin, end] = bounds_of(projection);
    rocksdb::WriteBatch batch;
    require(batch.DeleteRange(begin, end));
    require(batch.Delete(kNotePrefix + std::string(projection)));
    rocksdb::WriteOptions options;
    options.disableWAL = true;
    const std::lock_guard alone(inside_->writing);
    inside_->newest.begin_write({});
    inside_->newest.clear();
    const auto status = inside_->database->Write(options, &batch);
    inside_->newest.end_write();
    require(status);
}

void RowStore::flush() {
    require(inside_->database->Flush({}));
}

void RowStore::gather_more(bool more) {
    const auto bytes = more ? std::max(gathering_bytes, inside_->memtable_bytes) : inside_->memtable_bytes;
    const auto level_bytes = more ? kLevelBytesOfMany : kLevelBytes;
    const auto files = more ? kFilesBeforeLevelsOfMany : kFilesBeforeLevels;
    require(inside_->database->SetOptions({{"write_buffer_size", std::to_string(bytes)},
                                           {"max_bytes_for_level_base", std::to_string(level_bytes)},
                                           {"level0_file_num_compaction_trigger", std::to_string(files)}}));
    if (!more) flush();
}

events::Hash RowStore::hash(std::string_view projection, std::uint64_t before) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 failed");
    const auto add = [&](std::string_view bytes) {
        const auto length = events::big_endian(bytes.size());
        if (EVP_DigestUpdate(context.get(), length.data(), length.size()) != 1 ||
            EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1) {
            throw std::runtime_error("SHA-256 failed");
        }
    };
    const auto [begin, end] = bounds_of(projection);
    const rocksdb::Slice bound(end);
    auto options = in_order(&bound);
    options.fill_cache = false;
    options.readahead_size = 2u << 20;
    const std::unique_ptr<rocksdb::Iterator> at(inside_->database->NewIterator(options));
    for (at->Seek(begin); at->Valid(); at->Next()) {
        const auto key = view(at->key());
        if (~events::read_big_endian(key.substr(key.size() - kPositionBytes)) >= before) continue;
        add(key);
        add(view(at->value()));
    }
    inside_->require_read(at->status());
    events::Hash hash{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(context.get(), hash.data(), &length) != 1 || length != hash.size()) {
        throw std::runtime_error("SHA-256 failed");
    }
    return hash;
}

}  // namespace minhbach::projections
