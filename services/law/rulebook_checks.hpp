// What a rulebook must not say although every name in it is right: levels that nobody can reach, and grounds that force
// the lowest level where a higher one is promised.
#pragma once

#include <functional>
#include <string>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

// `refuse(place, reason in English)` for each flaw. Compares what clauses ask of the same numbers and grades, as
// intervals; clauses that join several with "or" are taken to allow anything.
void check(const Rulebook& book, const std::function<void(std::string, std::string)>& refuse);

}  // namespace minhbach::services::law
