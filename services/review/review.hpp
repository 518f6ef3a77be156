// The states of reviews: of one person or collective, and of the conferences of a unit.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::services::review {

struct Review {
    std::optional<CycleId> cycle;
    Owner owner;
    std::set<PointId> points;                  // suggested so far
    std::optional<ReviewDraftSent> draft;      // the last
    std::optional<ReviewConcluded> concluded;  // in force
    Time concluded_at;                         // that version, as a PAPER act says
    bool exists() const { return cycle.has_value(); }
    void apply(const events::Recorded& recorded);
};

// Of one unit in one cycle.
struct Conferences {
    std::vector<ReviewHeld> held;
    bool exists() const { return !held.empty(); }
    const ReviewHeld* find(const ConferenceId& id) const;  // nullptr: none
    // Whether the owner was reviewed in a conference that began before `time`.
    bool reviewed_before(const Owner& owner, Time time) const;
    void apply(const events::Recorded& recorded);
};

bool reviewed_in(const ReviewHeld& held, const Owner& owner);

}  // namespace minhbach::services::review
