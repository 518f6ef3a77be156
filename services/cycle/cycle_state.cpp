#include <algorithm>
#include <stdexcept>

#include "services/cycle/cycle.hpp"

namespace minhbach::services::cycle {

void Cycle::apply(const events::Recorded& recorded) {
    if (const auto* opening = std::get_if<CycleOpened>(&recorded.event)) {
        opened = *opening;
    } else if (const auto* group = std::get_if<ComparableGroupDefined>(&recorded.event)) {
        groups[group->group] = *group;
    } else if (const auto* reading = std::get_if<QuotaReadingNamed>(&recorded.event)) {
        readings[reading->agency] = *reading;
    } else if (const auto* exception = std::get_if<QuotaExceptionGranted>(&recorded.event)) {
        exceptions[exception->agency] = *exception;
    } else {
        throw std::logic_error("not an event of a cycle: " + std::string(events::type_name(recorded.event)));
    }
}

const ComparableGroupDefined* Cycle::group_of(const PersonCode& person) const {
    for (const auto& [id, group] : groups) {
        if (std::find(group.members.begin(), group.members.end(), person) != group.members.end()) return &group;
    }
    return nullptr;
}

}  // namespace minhbach::services::cycle
