#include "services/evaluation/collective.hpp"

#include <stdexcept>

namespace minhbach::services::evaluation {

void Collective::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    const auto* event = std::get_if<CollectiveRated>(&recorded.event);
    if (!event) throw std::logic_error("not an event of a collective: " + recorded.record.type);
    rated = *event;
    position = recorded.record.position;
    at = recorded.record.decided_at.value_or(recorded.record.recorded_at);
}

}  // namespace minhbach::services::evaluation
