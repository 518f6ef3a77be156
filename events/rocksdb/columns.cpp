#include "events/rocksdb/columns.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

namespace minhbach::events {
namespace {

constexpr std::array<const char*, kColumns> kNames = {"records", "payloads", "streams", "subjects",   "actors",
                                                      "ids",     "keys",     "tiles",   "checkpoints"};

bool is_wide(Column column) {
    return column == Column::records || column == Column::payloads;
}
// Looked up by random key, mostly in vain: a filter answers without touching a block.
bool is_looked_up(Column column) {
    return column == Column::ids || column == Column::keys;
}
// Keyed by name and number: the next row of a name comes right after its last one.
bool is_numbered(Column column) {
    return column == Column::streams || column == Column::subjects || column == Column::actors;
}
// Hashes, and what was compressed and sealed before it came here.
bool is_incompressible(Column column) {
    return column == Column::tiles || column == Column::payloads || is_looked_up(column);
}

// The key without its number. Used only as a hint where to insert into a memtable, never for seeking.
class NameOfKey : public rocksdb::SliceTransform {
public:
    const char* Name() const override { return "minhbach.NameOfKey"; }
    rocksdb::Slice Transform(const rocksdb::Slice& key) const override {
        return {key.data(), key.size() - kNumberBytes};
    }
    bool InDomain(const rocksdb::Slice& key) const override { return key.size() > kNumberBytes; }

private:
    static constexpr std::size_t kNumberBytes = 8;
};

rocksdb::ColumnFamilyOptions column_options(Column column, const std::shared_ptr<rocksdb::Cache>& cache) {
    rocksdb::BlockBasedTableOptions table;
    table.block_size = 4096;  // point reads of scattered events are what this store does most
    table.block_cache = cache;
    table.cache_index_and_filter_blocks = false;  // evicted filters made absent keys 50 times slower
    table.format_version = 5;
    if (is_looked_up(column)) table.filter_policy.reset(rocksdb::NewRibbonFilterPolicy(10));

    rocksdb::ColumnFamilyOptions options;
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    options.write_buffer_size = is_wide(column) ? 8u << 20 : 4u << 20;
    options.max_write_buffer_number = 3;
    if (is_numbered(column)) options.memtable_insert_with_hint_prefix_extractor = std::make_shared<NameOfKey>();
    if (is_looked_up(column)) {
        options.memtable_prefix_bloom_size_ratio = 0.05;
        options.memtable_whole_key_filtering = true;
    }
    options.target_file_size_base = 32u << 20;
    options.compression = is_incompressible(column) ? rocksdb::kNoCompression : rocksdb::kLZ4Compression;
    options.bottommost_compression = options.compression;
    options.level_compaction_dynamic_level_bytes = true;
    return options;
}

}  // namespace

std::vector<rocksdb::ColumnFamilyDescriptor> column_descriptors(std::size_t block_cache_bytes) {
    const auto cache = rocksdb::NewLRUCache(block_cache_bytes);
    rocksdb::ColumnFamilyOptions small;
    small.write_buffer_size = 1u << 20;
    std::vector<rocksdb::ColumnFamilyDescriptor> descriptors{{rocksdb::kDefaultColumnFamilyName, small}};
    for (const auto ledger : kLedgers) {
        const std::string prefix = ledger == Ledger::main ? "main." : "access.";
        for (std::size_t i = 0; i < kColumns; ++i) {
            descriptors.emplace_back(prefix + kNames[i], column_options(static_cast<Column>(i), cache));
        }
    }
    return descriptors;
}

std::size_t column_index(Ledger ledger, Column column) {
    return 1 + index_of(ledger) * kColumns + static_cast<std::size_t>(column);
}

rocksdb::DBOptions database_options() {
    rocksdb::DBOptions options;
    options.paranoid_checks = true;
    // The default recovery silently drops acknowledged events after damage in the middle of the log.
    options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
    // Recovery writes what it found into tables, with a sync: an event that is there after a failed sync may have been
    // read from the page cache alone, and is acknowledged only because it is on the disk now.
    options.avoid_flush_during_recovery = false;
    options.track_and_verify_wals_in_manifest = true;
    // After a failed sync nothing is known until the store has been opened anew; RocksDB must not go on by itself.
    options.max_bgerror_resume_count = 0;
    options.max_total_wal_size = 64u << 20;  // bounds the time to start after a kill
    options.db_write_buffer_size = 32u << 20;
    options.allow_concurrent_memtable_write = false;  // one writer
    options.max_background_jobs = 2;
    options.bytes_per_sync = 1u << 20;
    options.stats_dump_period_sec = 0;
    options.stats_persist_period_sec = 0;
    options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
    options.keep_log_file_num = 4;
    return options;
}

}  // namespace minhbach::events
