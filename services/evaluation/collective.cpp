#include "services/evaluation/collective.hpp"

#include <stdexcept>

namespace minhbach::services::evaluation {

void Collective::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    const auto& record = recorded.record;
    const auto legal_time = record.decided_at.value_or(record.recorded_at);
    if (const auto* event = recorded.event.as<CollectiveRated>()) {
        rated = *event;
        position = record.position;
        revision = static_cast<int>(record.revision.value);
        if (cancelled == 0) at = legal_time;
        if (event->inspection) open_concerns.clear();
    } else if (const auto* cancellation = recorded.event.as<CollectiveRatingCancelled>()) {
        rated.reset();
        ++cancelled;
        effects.add(cancellation->effects);
    } else if (const auto* settled = recorded.event.as<EffectSettled>()) {
        effects.settle(settled->effect);
    } else if (const auto* self = recorded.event.as<CollectiveSelfRated>()) {
        self_rated = *self;
    } else if (const auto* appraisal_made = recorded.event.as<CollectiveAppraised>()) {
        appraised = *appraisal_made;
        appraisal = static_cast<int>(record.revision.value);
        if (appraisal_made->inspection) open_concerns.clear();
    } else if (const auto* raised = recorded.event.as<CollectiveConcernRaised>()) {
        concerns.insert(raised->concern);
        open_concerns.emplace(raised->concern, legal_time.local_date());
    } else {
        throw std::logic_error("not an event of a collective: " + record.type);
    }
}

}  // namespace minhbach::services::evaluation
