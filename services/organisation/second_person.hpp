// Four eyes over the dangerous mandates: whether one waits for a second person, who that may be, and what one person
// may still change in it.
#pragma once

#include <optional>
#include <vector>

#include "services/organisation/commands.hpp"

namespace minhbach::services::organisation {

// A mandate of somebody who could have confirmed counts so long after an entry took it away. Otherwise one person would
// do what two have to, by first revoking the other.
inline constexpr int kAloneAfterDays = 30;

bool need_second_person(const std::vector<Power>& powers);

// What a mandate that is granted today says of a second person: awaited where somebody other than granter and holder
// holds a mandate today by which they could confirm; `second-person-needed` where nobody does, because it was taken
// away lately.
Result<SecondPerson> second_person_for(Past& past, const Acting& acting, const GrantMandate& command);

// By the power that grants such a mandate, or of the state by inspection; reaching the mandate's unit.
Result<Authority> competent_to_confirm(Past& past, const PersonCode& person, const MandateGranted& mandate, Date day);

// Empty where the change takes away only, or where nobody is asked.
std::optional<Refusal> widened_by_one(const MandateGranted& before, const MandateGranted& after);
// A later day for a revocation would give back what was taken.
std::optional<Refusal> revived_by_one(const Mandate& mandate, Date revoked_on);

Refusal neither_of_the_two();

}  // namespace minhbach::services::organisation
