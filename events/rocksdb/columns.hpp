// The column families of a store and how RocksDB is set up. LOG_FORMAT.md describes every row.
#pragma once

#include <rocksdb/db.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "events/log.hpp"

namespace minhbach::events {

// One set per ledger.
enum class Column : std::uint8_t {
    records,      // position -> record
    payloads,     // position -> kept parts
    streams,      // stream ‖ 0 ‖ revision -> position
    subjects,     // person code ‖ 0 ‖ number -> position
    actors,       // person code ‖ 0 ‖ number -> position
    ids,          // event id -> position
    keys,         // hash of the idempotency key -> first position, count
    tiles,        // level ‖ index -> hashes
    checkpoints,  // size -> root ‖ signed note
};
inline constexpr std::size_t kColumns = 9;
inline constexpr std::array kLedgers = {Ledger::main, Ledger::access};
inline constexpr std::size_t kLedgerCount = kLedgers.size();

inline std::size_t index_of(Ledger ledger) {
    return static_cast<std::size_t>(ledger);
}

// The default family comes first and holds what concerns the whole store (`kVaultEntriesRow`).
std::vector<rocksdb::ColumnFamilyDescriptor> column_descriptors(std::size_t block_cache_bytes);
std::size_t column_index(Ledger ledger, Column column);  // into the descriptors and their handles

rocksdb::DBOptions database_options();

// How many entries of the vault were durable before the newest batch: the vault must not come back with fewer.
inline constexpr std::string_view kVaultEntriesRow = "vault-entries";

}  // namespace minhbach::events
