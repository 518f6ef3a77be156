// Which unit an event of the main ledger concerns, as the record knew it when the event was recorded: later events
// never change the answer.
#pragma once

#include <cstdint>
#include <memory>

#include "events/record.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {

// Used by one thread; holds the rows it began with.
class Places {
public:
    explicit Places(const Runner& acts);

    // Only of events below this position it is known; 0 while a projection it rests on has stopped or is folded anew.
    std::uint64_t known_below() const { return known_below_; }

    // Whether the event concerns `unit` or a unit below it. It concerns the unit the trace names for it (that of the
    // subject's post, or the one acted on, for a mandate the one it reaches from) and the agency whose competent person
    // decides on the subject; what is below what is told by the tree of the local day of its recording, as known at its
    // position. An event about somebody whose unit is not known, not yet or not any more since it was erased, concerns
    // every unit: nobody is to miss it. So does what the party side alone reads, for whoever may be told of it: the
    // trace names no unit for it. What is about nobody and no unit concerns none.
    bool concerns(const events::Record& record, const UnitCode& unit) const;

private:
    bool is_within(UnitCode unit, const UnitCode& ancestor, const events::Record& record) const;

    std::shared_ptr<const RowsReader> rows_;
    std::uint64_t known_below_ = 0;
};

}  // namespace minhbach::projections
