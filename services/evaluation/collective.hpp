// The level of a unit in a cycle, and the steps that led to it.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "events/codec/codec.hpp"
#include "services/evaluation/open_effect.hpp"

namespace minhbach::services::evaluation {

struct Collective {
    std::optional<CollectiveRated> rated;  // in force; its level is absent for NOT_APPLICABLE
    events::Position position;             // of the decision in force
    int revision = 0;                      // of the decision in force, in the collective's stream
    Time at;                               // when it was rated first, as a PAPER act says
    int cancelled = 0;                     // decisions
    Effects effects;
    std::optional<CollectiveSelfRated> self_rated;  // the last
    std::optional<CollectiveAppraised> appraised;   // the last
    int appraisal = 0;                              // its revision
    std::set<ConcernId> concerns;                   // ever raised
    std::map<ConcernId, Date> open_concerns;        // no inspection has concluded on them; the day they were raised
    bool exists() const { return rated.has_value(); }
    bool in_steps() const { return self_rated.has_value() || appraised.has_value(); }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
