// The quick half of the checker: do the records, as they lie on the disk, have the root that was signed? One changed,
// missing or added bit in any of them is found. What hangs on records (numbers, index rows, payloads) is `check`'s.
#pragma once

#include <cstdint>

#include "events/check.hpp"

namespace minhbach::events {

// A part of the tree that one thread hashes in one sweep of the disk; a power of two, so that it is a complete subtree.
inline constexpr std::uint64_t kTreePartRecords = 1u << 14;

// The root of the first `size` records, hashed anew from their bytes by so many threads (at least one). `size` is at
// most `log.size(ledger)`, else std::out_of_range. Throws std::runtime_error where a record cannot be read.
Hash root_of_records(const Log& log, Ledger ledger, std::uint64_t size, unsigned threads,
                     std::uint64_t part_records = kTreePartRecords);

// Compares it with the newest signed checkpoint. Damage is a violation of I6, never an exception.
CheckReport check_tree(const Log& log, Ledger ledger, unsigned threads);

}  // namespace minhbach::events
