// From facts to a level, or to the reason why none follows. Pure: the same facts and rulebook always give the same
// answer.
#pragma once

#include "events/vocabulary/trace.hpp"
#include "services/law/facts.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

// Tests in this order (reading F7): time worked; grounds of "not completed"; the units are rated; something was
// assigned; excellent, good, completed; absence; the level of the unit. The quota is not tested here: it concerns the
// group.
//
// Refused with every field concerned (the first as the refusal, the others in `more`): `invalid-field` for another
// rulebook or track and for impossible values, `facts-inconsistent` for facts that contradict each other (reading F3).
Result<RuleEvaluation> evaluate(const Facts& facts, const Rulebook& rulebook);

// The acts whose discipline counts in the year of the facts (khoản 5 Điều 2): decided with effect in that year, and not
// counted in any other rating year. Whoever rates records them as counted. Each act once.
std::vector<ViolationId> violations_that_count(const Facts& facts);

}  // namespace minhbach::services::law
