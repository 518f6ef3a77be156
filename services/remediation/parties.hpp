// Who is who in a remediation plan, and what its acts rest on.
#pragma once

#include <string>

#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/remediation/remediation.hpp"

namespace minhbach::services::remediation {

// The owner in person, or the head of the unit that owns.
bool owns(const Past& past, const Owner& owner, const PersonCode& person, Date day);

// A mandate of `person` with `power` that reaches the owner.
Result<Authority> competent_for_owner(Past& past, const PersonCode& person, Power power, const Owner& owner, Date day);

// The adopted plan; else `not-found-or-not-allowed`, or `step-order` where it was stated that there is none.
Result<const Plan*> find_plan(Past& past, const PlanId& id);
Result<const MeasureState*> find_measure(const Plan& plan, const MeasureId& id);

Refusal step_order(const Past& past, const Plan& plan, std::string field, std::string vi, std::string en);
// Nobody judges what is the own.
Refusal about_themselves(const Past& past, const Plan& plan, std::string vi, std::string en);
// Refuses where the actor is the owner or heads it.
Outcome not_the_owner(const Past& past, const Plan& plan, const Acting& acting);
std::string name_of(FollowUpRole role);  // in Vietnamese
// Whoever acts on an assignment, not on a mandate of power.
inline Authority assigned(const PersonCode& person) {
    return {person, std::nullopt, std::nullopt, Capacity::in_office};
}

}  // namespace minhbach::services::remediation
