// Which unit an event of the main ledger concerns, as the record knew it when the event was recorded: later events
// never change the answer.
#pragma once

#include <cstdint>
#include <memory>

#include "events/log.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {

// Used by one thread; holds the rows it began with.
class Places {
public:
    Places(const Runner& acts, const events::Log& log);

    // Only of events below this position it is known; 0 while a projection it rests on has stopped or is folded anew.
    std::uint64_t known_below() const { return known_below_; }

    // Whether the event concerns `unit` or a unit below it. It concerns the unit the trace names for it (that of the
    // subject's post, or the one acted on, for a mandate the one it reaches from) and the agency whose competent person
    // decides on the subject; what is below what is told by the tree of the local day of its recording, as known at its
    // position. An event whose content was erased, and whose unit with it, concerns every unit: nobody is to miss it.
    bool concerns(const events::Record& record, const UnitCode& unit) const;

private:
    bool is_within(UnitCode unit, const UnitCode& ancestor, const events::Record& record) const;
    bool is_erased(const events::Record& record) const;

    const events::Log& log_;
    std::shared_ptr<const RowsReader> rows_;
    std::uint64_t known_below_ = 0;
};

}  // namespace minhbach::projections
