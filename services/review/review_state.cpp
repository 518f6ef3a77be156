#include <algorithm>
#include <stdexcept>

#include "services/review/review.hpp"

namespace minhbach::services::review {

void Review::apply(const events::Recorded& recorded) {
    const auto belongs = [&](const auto& event) {
        cycle = event.cycle;
        owner = event.owner;
    };
    if (const auto* suggested = recorded.event.as<ReviewSuggested>()) {
        belongs(*suggested);
        for (const auto& point : suggested->points) points.insert(point.point);
    } else if (const auto* sent = recorded.event.as<ReviewDraftSent>()) {
        belongs(*sent);
        draft = *sent;
    } else if (const auto* conclusion = recorded.event.as<ReviewConcluded>()) {
        belongs(*conclusion);
        concluded = *conclusion;
        concluded_at = recorded.record.decided_at.value_or(recorded.record.recorded_at);
    } else if (!recorded.event.is<Erased>()) {
        throw std::logic_error("not an event of a review: " + recorded.record.type);
    }
}

bool reviewed_in(const ReviewHeld& held, const Owner& owner) {
    return std::any_of(held.reviewed.begin(), held.reviewed.end(),
                       [&](const Reviewed& one) { return one.owner == owner; });
}

const ReviewHeld* Conferences::find(const ConferenceId& id) const {
    const auto found = std::find_if(held.begin(), held.end(), [&](const auto& one) { return one.conference == id; });
    return found == held.end() ? nullptr : &*found;
}

bool Conferences::reviewed_before(const Owner& owner, Time time) const {
    return std::any_of(held.begin(), held.end(),
                       [&](const ReviewHeld& one) { return one.held_at < time && reviewed_in(one, owner); });
}

void Conferences::apply(const events::Recorded& recorded) {
    if (const auto* event = recorded.event.as<ReviewHeld>()) {
        held.push_back(*event);
    } else if (!recorded.event.is<Erased>()) {
        throw std::logic_error("not an event of review conferences: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::review
