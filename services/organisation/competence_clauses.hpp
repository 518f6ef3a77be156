// Which clause says who may do an act: of the rulebook in force in the year of the act, for what belongs to no cycle.
// Empty where a rule of the house says it.
#pragma once

#include <string>

#include "services/organisation/registry.hpp"

namespace minhbach::services::organisation {

std::string clause_for_person(const Registry& registry, Power power, const Post& post, Date day);
std::string clause_for_unit(Power power, Date day);
// Of an act on all those managed by an agency together.
std::string clause_for_staff(Power power, Date day);

}  // namespace minhbach::services::organisation
