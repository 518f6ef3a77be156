// Scrubbing: everything a store keeps is read again from the disk, past every cache, and compared with what vouches for
// it. Damage of a disk is found while there still is a backup to mend it from, not on the day somebody asks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "events/damage.hpp"

namespace minhbach::events {

struct ScrubOptions {
    std::uint64_t bytes_per_second_max = 0;  // 0: as fast as the disk gives
    std::function<bool()> stop;              // asked now and then; then the report is of what was read until there
    std::size_t damages_max = 1'000;
};

struct ScrubReport {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    bool whole = true;  // false: stopped before the end
    std::vector<Damage> damages;
};

// Reads every row of both ledgers, hashes the records against the tiles and the tiles against what was signed, opens
// every payload there is a key for, reads every index row, and checks the files beside. While another process writes,
// what was there at the beginning is read. Never throws for what is wrong with the store: that is in the report.
//
// A bit that flips anywhere is found, or had no effect on what the store holds: RocksDB keeps checksums of its blocks.
// That index rows with right checksums lead where they should is for `log verify`.
ScrubReport scrub(const std::filesystem::path& directory, const ScrubOptions& options = {});

}  // namespace minhbach::events
