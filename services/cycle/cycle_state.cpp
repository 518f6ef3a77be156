#include <algorithm>
#include <stdexcept>

#include "services/law/calendar.hpp"
#include "services/organisation/registry.hpp"

namespace minhbach::services::cycle {

void Cycle::apply(const events::Recorded& recorded) {
    if (const auto* opening = recorded.event.as<CycleOpened>()) {
        opened = *opening;
    } else if (const auto* group = recorded.event.as<ComparableGroupDefined>()) {
        (group->units.empty() ? groups : collective_groups)[group->group] = *group;
    } else if (const auto* reading = recorded.event.as<QuotaReadingNamed>()) {
        readings[reading->agency] = *reading;
    } else if (const auto* exception = recorded.event.as<QuotaExceptionGranted>()) {
        (exception->is_of_collectives() ? collective_exceptions : exceptions)[exception->agency] = *exception;
    } else if (const auto* extended = recorded.event.as<CycleTermExtended>()) {
        extensions.push_back(*extended);
    } else if (const auto* closing = recorded.event.as<CycleClosed>()) {
        closed = *closing;
        closed_at = recorded.record.recorded_at;
    } else if (recorded.event.is<CycleReopened>()) {
        closed.reset();
    } else if (const auto* bound = recorded.event.as<RulebookBound>()) {
        bindings[bound->for_unit] = *bound;
    } else if (const auto* filled = recorded.event.as<OverlayFilled>()) {
        const auto known = std::find_if(overlays.begin(), overlays.end(),
                                        [&](const auto& overlay) { return overlay.slot == filled->slot; });
        if (known == overlays.end())
            overlays.push_back(*filled);
        else
            *known = *filled;
    } else if (!recorded.event.is<CycleSetupCopied>()) {
        throw std::logic_error("not an event of a cycle: " + std::string(events::type_name(recorded.event)));
    }
}

const ComparableGroupDefined* Cycle::group_of(const PersonCode& person) const {
    for (const auto& [id, group] : groups) {
        if (std::find(group.members.begin(), group.members.end(), person) != group.members.end()) return &group;
    }
    return nullptr;
}

const ComparableGroupDefined* Cycle::group_of(const UnitCode& unit) const {
    for (const auto& [id, group] : collective_groups) {
        if (std::find(group.units.begin(), group.units.end(), unit) != group.units.end()) return &group;
    }
    return nullptr;
}

std::optional<Deadline> term_in_force(const organisation::Registry& registry, const Cycle& cycle, CycleTerm term,
                                      const std::optional<UnitCode>& unit, Date day) {
    const auto own =
        term == CycleTerm::submission ? std::optional(cycle.opened.submission) : cycle.opened.self_assessment;
    auto latest = own;
    const auto end = [](const Deadline& deadline) {
        return law::last_moment_before(deadline.date, deadline.inclusive);
    };
    for (const auto& extended : cycle.extensions) {
        if (extended.term != term) continue;
        const bool reaches = !extended.for_unit || (unit && registry.within(*unit, *extended.for_unit, day));
        if (reaches && (!latest || end(*latest) < end(extended.until))) latest = extended.until;
    }
    return latest;
}

}  // namespace minhbach::services::cycle
