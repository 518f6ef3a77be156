// The level of a unit in a cycle.
#pragma once

#include <optional>

#include "events/codec/codec.hpp"

namespace minhbach::services::evaluation {

struct Collective {
    std::optional<CollectiveRated> rated;  // its level is absent for NOT_APPLICABLE
    events::Position position;             // of the decision
    Time at;                               // when it was decided, as a PAPER act says
    bool exists() const { return rated.has_value(); }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
