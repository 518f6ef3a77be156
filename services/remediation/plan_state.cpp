#include <stdexcept>
#include <utility>

#include "services/remediation/plan.hpp"

namespace minhbach::services::remediation {
namespace {

Date legal_day(const events::Record& record) {
    return record.decided_at.value_or(record.recorded_at).local_date();
}

// What was done on measures that stay, stays.
void replace_measures(Plan& plan, const RemediationPlanned& planned) {
    auto before = std::exchange(plan.measures, {});
    plan.shortcomings.clear();
    for (const auto& shortcoming : planned.shortcomings) {
        plan.shortcomings.insert(shortcoming.shortcoming);
        for (const auto& measure : shortcoming.measures) {
            const auto found = before.find(measure.measure);
            auto& now = plan.measures[measure.measure];
            if (found != before.end()) now = std::move(found->second);
            now.measure = measure;
        }
    }
}

template <class Change>
void change(Plan& plan, const MeasureId& id, const Change& apply) {
    const auto found = plan.measures.find(id);
    if (found != plan.measures.end()) apply(found->second);
}

}  // namespace

bool Plan::is_confirmed(FollowUpRole role, const PersonCode& person) const {
    const auto found = follow_ups.find(role);
    return found != follow_ups.end() && found->second.confirmed && found->second.assignee == person;
}

void Plan::apply(const events::Recorded& recorded) {
    const auto& event = recorded.event;
    if (const auto* planned = event.as<RemediationPlanned>()) {
        cycle = planned->cycle;
        owner = planned->owner;
        version = planned->version;
        stated = false;
        on = legal_day(recorded.record);
        replace_measures(*this, *planned);
    } else if (const auto* statement = event.as<NoShortcomingStated>()) {
        cycle = statement->cycle;
        owner = statement->owner;
        stated = true;
        on = legal_day(recorded.record);
    } else if (const auto* assigned = event.as<FollowUpAssigned>()) {
        follow_ups[assigned->role] = {assigned->assignee, assigned->document, false};
    } else if (const auto* confirmed = event.as<FollowUpConfirmed>()) {
        follow_ups[confirmed->role].confirmed = true;
    } else if (const auto* reported = event.as<ProgressReported>()) {
        change(*this, reported->measure, [&](MeasureState& measure) {
            measure.degree_percent = reported->degree_percent;
            measure.reported_by = recorded.record.actor;
        });
    } else if (const auto* verified = event.as<MeasureVerified>()) {
        change(*this, verified->measure, [](MeasureState& measure) { measure.verified = true; });
    } else if (const auto* reopened = event.as<MeasureReopened>()) {
        change(*this, reopened->measure, [](MeasureState& measure) {
            measure.verified = false;
            measure.degree_percent = 0;
            measure.reported_by.reset();
        });
    } else if (!event.is<MeasureInspected>() && !event.is<MeasureUrged>()) {
        throw std::logic_error("not an event of a remediation plan: " + std::string(events::type_name(event)));
    }
}

}  // namespace minhbach::services::remediation
