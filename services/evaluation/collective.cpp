#include "services/evaluation/collective.hpp"

#include <stdexcept>

namespace minhbach::services::evaluation {

void Collective::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    const auto& record = recorded.record;
    const auto legal_time = record.decided_at.value_or(record.recorded_at);
    if (const auto* event = std::get_if<CollectiveRated>(&recorded.event)) {
        rated = *event;
        position = record.position;
        revision = static_cast<int>(record.revision.value);
        if (cancelled == 0) at = legal_time;
        if (event->inspection) open_concerns.clear();
    } else if (const auto* cancellation = std::get_if<CollectiveRatingCancelled>(&recorded.event)) {
        rated.reset();
        ++cancelled;
        effects.add(cancellation->effects);
    } else if (const auto* settled = std::get_if<EffectSettled>(&recorded.event)) {
        effects.settle(settled->effect);
    } else if (const auto* self = std::get_if<CollectiveSelfRated>(&recorded.event)) {
        self_rated = *self;
    } else if (const auto* appraisal_made = std::get_if<CollectiveAppraised>(&recorded.event)) {
        appraised = *appraisal_made;
        appraisal = static_cast<int>(record.revision.value);
        if (appraisal_made->inspection) open_concerns.clear();
    } else if (const auto* raised = std::get_if<CollectiveConcernRaised>(&recorded.event)) {
        concerns.insert(raised->concern);
        open_concerns.emplace(raised->concern, legal_time.local_date());
    } else {
        throw std::logic_error("not an event of a collective: " + record.type);
    }
}

}  // namespace minhbach::services::evaluation
