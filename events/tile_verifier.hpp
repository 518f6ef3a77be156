// Verifies a log that is served as C2SP tlog-tiles, from nothing but its verifier key.
#pragma once

#include <functional>
#include <string>

#include "events/check.hpp"

namespace minhbach::events {

// Gives the bytes at a path below the log's prefix: "checkpoint", "tile/0/x001/067", "tile/entries/000.p/5".
using FetchTile = std::function<Result<std::string>(const std::string& path)>;
// Gives one line for each sealed index of the ledger, as `line_of` writes it.
using FetchSeals = std::function<Result<std::string>()>;

// Opens the checkpoint with the key, reads every entry bundle, recomputes the root, compares every hash tile, and
// requires positions, revisions and numbers without a gap. Refuses (`proof-invalid`, or the refusal of `fetch`) when
// there is no checkpoint to verify against; what is wrong below it is in the report. Memory O(streams + subjects).
// With `fetch_seals`, which is asked after the checkpoint, every sealed index is recomputed.
Result<CheckReport> check_served(const FetchTile& fetch, const std::string& vkey, const FetchSeals& fetch_seals = {});

}  // namespace minhbach::events
