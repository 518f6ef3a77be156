#include "services/objection/objection.hpp"

#include <stdexcept>

namespace minhbach::services::objection {

void Objection::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    if (const auto* event = std::get_if<ObjectionFiled>(&recorded.event)) {
        filed = *event;
        filed->grounds = {};
    } else if (const auto* taken = std::get_if<ObjectionReceived>(&recorded.event)) {
        received = *taken;
    } else if (std::holds_alternative<ObjectionWithdrawn>(recorded.event)) {
        withdrawn = true;
    } else if (const auto* resolved = std::get_if<ObjectionResolved>(&recorded.event)) {
        outcome = resolved->outcome;
    } else {
        throw std::logic_error("not an event of an objection: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::objection
