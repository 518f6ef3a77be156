// One checker for the invariants of the log, used by tests, by fault runs and by `minhbach log verify`.
//   I1 what was acknowledged is stored, the same bytes      I5 a refused append left nothing
//   I2 positions 0..n-1, no gap, no repeat                  I6 every published checkpoint is consistent with every
//   earlier I3 per stream revisions 0..r, ordered like positions       one, and its root is the root of the record
//   bytes I4 an idempotency key maps to one result for ever       I7 a reader never saw a position later absent I8
//   projections rebuilt from nothing equal the live ones (checked by projections/runner with the same report type)
// Numbers per subject and per actor are gapless; every commitment matches its payload; every index row agrees with the
// record it points to and none is missing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/log.hpp"

namespace minhbach::events {

struct Violation {
    std::string invariant;             // "I2"
    std::optional<Position> position;  // the first wrong position, where there is one
    std::string what;
};

struct CheckReport {
    Ledger ledger = Ledger::main;
    std::uint64_t size = 0;
    Hash root{};
    std::vector<Violation> violations;  // empty: all checked invariants hold
    std::size_t violations_max = 20;    // the check stops collecting there

    void add(std::string invariant, std::optional<Position> position, std::string what);
};

// What an observer outside remembers, to be compared with the store (I1, I5, I7).
struct Witnessed {
    std::vector<std::pair<Position, Hash>> acknowledged;  // position and SHA-256 of the record bytes
    std::vector<EventId> refused;
    std::vector<std::string> checkpoints;  // signed notes seen
};

// Reads everything below the size at the start, also while others append: time O(events), memory O(streams + subjects).
// Never throws for what is wrong with the log: damage is a violation.
CheckReport check(const Log& log, Ledger ledger, const Witnessed& witnessed = {});

}  // namespace minhbach::events
