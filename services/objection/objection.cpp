#include "services/objection/objection.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::services::objection {
namespace {

void add(std::vector<PersonCode>& people, const PersonCode& person) {
    if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

}  // namespace

void Objection::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    if (const auto* event = recorded.event.as<ObjectionFiled>()) {
        filed = *event;
        filed->grounds = {};
        if (recorded.record.entered_by) add(handled_by, *recorded.record.entered_by);
    } else if (const auto* taken = recorded.event.as<ObjectionReceived>()) {
        received = *taken;
        add(handled_by, recorded.record.actor);
        add(handled_by, taken->resolver);
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
