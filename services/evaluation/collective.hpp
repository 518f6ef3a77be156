// The level of a unit in a cycle.
#pragma once

#include <optional>

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
    bool exists() const { return rated.has_value(); }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
