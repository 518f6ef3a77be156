#include "services/objection/objection.hpp"

#include <stdexcept>

namespace minhbach::services::objection {

void Objection::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    if (const auto* event = recorded.event.as<ObjectionFiled>()) {
        filed = *event;
        filed->grounds = {};
    } else if (const auto* taken = recorded.event.as<ObjectionReceived>()) {
        received = *taken;
    } else if (recorded.event.is<ObjectionWithdrawn>()) {
        withdrawn = true;
    } else if (const auto* resolved = recorded.event.as<ObjectionResolved>()) {
        outcome = resolved->outcome;
        resolved_by = recorded.record.actor;
    } else {
        throw std::logic_error("not an event of an objection: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::objection
