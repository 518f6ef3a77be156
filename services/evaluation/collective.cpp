#include "services/evaluation/collective.hpp"

#include <stdexcept>

namespace minhbach::services::evaluation {

void Collective::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    const auto& record = recorded.record;
    if (const auto* event = std::get_if<CollectiveRated>(&recorded.event)) {
        rated = *event;
        position = record.position;
        revision = static_cast<int>(record.revision.value);
        if (cancelled == 0) at = record.decided_at.value_or(record.recorded_at);
    } else if (const auto* cancellation = std::get_if<CollectiveRatingCancelled>(&recorded.event)) {
        rated.reset();
        ++cancelled;
        effects.add(cancellation->effects);
    } else if (const auto* settled = std::get_if<EffectSettled>(&recorded.event)) {
        effects.settle(settled->effect);
    } else {
        throw std::logic_error("not an event of a collective: " + record.type);
    }
}

}  // namespace minhbach::services::evaluation
