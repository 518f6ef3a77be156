// The state of a comment meeting: who was discussed, and whether its minutes stand adopted.
#pragma once

#include <optional>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::services::evaluation {

struct Meeting {
    std::optional<MeetingHeld> held;
    int version = 0;                 // of the minutes, 0: never adopted
    bool adopted = false;            // false while reopened
    std::optional<Time> adopted_at;  // of the last version
    bool exists() const { return held.has_value(); }
    bool covers(const PersonCode& person) const;
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::evaluation
