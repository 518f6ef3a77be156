// One checker for the invariants of the log, used by tests, by fault runs and by `minhbach log verify`.
//   I1  what was acknowledged is stored, the same bytes                           (if witnessed)
//   I2  positions 0..n-1, no gap, no repeat
//   I3  per stream revisions 0..r, ordered like positions
//   I4  an idempotency key maps to one result for ever
//   I5  a refused append left nothing                                             (if witnessed)
//   I6  every published checkpoint is consistent with every earlier one, and its root is the root of the record bytes;
//       every kept tile of hashes, full or growing, is that of the records
//   I7  a reader never saw a position that is absent or different later           (if witnessed)
// Every sealed index is that of the records before it ("seals").
// Numbers per subject and per actor are gapless ("numbers"); every commitment matches its payload ("commitments");
// every index row agrees with the record it points to and none is missing ("index").
//
// A store alone tells I2, I3, I4, I6 and those three: that is what `log verify DIR` covers. I1, I5 and I7 are about
// what somebody outside remembers. I8, that read models folded anew equal the live ones, is `projection rebuild`'s. An
// access entry before every view (I10) is tested where it is written.
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

// What an observer outside remembers, to be compared with the store.
struct Witnessed {
    std::vector<std::pair<Position, Hash>> acknowledged;  // position and SHA-256 of the record bytes
    std::vector<EventId> refused;
    std::vector<std::string> checkpoints;              // signed notes seen
    std::vector<std::pair<Position, Hash>> read = {};  // as acknowledged, of what was read
};

// Reads everything below the size at the start, also while others append: time O(events), memory O(streams + subjects).
// Never throws for what is wrong with the log: damage is a violation.
CheckReport check(const Log& log, Ledger ledger, const Witnessed& witnessed = {});

}  // namespace minhbach::events
