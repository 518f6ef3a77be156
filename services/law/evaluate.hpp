// From facts to a level, or to the reason why none follows. Pure: the same facts and rulebook always give the same
// answer. The order of the tests is the rulebook's own.
#pragma once

#include "events/vocabulary/trace.hpp"
#include "services/law/fact_sheet.hpp"
#include "services/law/facts.hpp"
#include "services/law/rulebook.hpp"
#include "services/law/tightening.hpp"

namespace minhbach::services::law {

// Is told of each clause as it was tested.
class Trace {
public:
    virtual ~Trace() = default;
    // `compared` lives for the call only; `note`, where there is one, says which reading the test rests on.
    virtual void tested(RuleStage stage, const Clause& clause, std::string_view compared, bool held,
                        const written::Words* note) = 0;
};

// Refused with every field concerned (the first as the refusal, the others in `more`): see FactSheet::problems. The
// quota is not tested here: it concerns the group. Without a trace the answer's own stays empty, too. What a layer
// below the law asks (`layers`; nullptr: nothing) takes the place of the clause's own percentage.
Result<RuleEvaluation> evaluate(const FactSheet& sheet, Trace* trace, const Tightening* layers = nullptr);
// With the trace in the answer.
Result<RuleEvaluation> evaluate(const FactSheet& sheet);

struct SignalGiven {
    SignalCode code{};
    std::optional<int> year;  // of the rating to look at again
};
BOOST_DESCRIBE_STRUCT(SignalGiven, (), (code, year))
// What people have to look at although it decides nothing, by year.
std::vector<SignalGiven> signals(const FactSheet& sheet, const RuleEvaluation& evaluation);

// The facts of the state track on a rulebook that declares them; also refused with `invalid-field` for another rulebook
// or track.
Result<RuleEvaluation> evaluate(const Facts& facts, const Rulebook& rulebook, const Tightening* layers = nullptr);
std::vector<ViolationId> violations_that_count(const Facts& facts, const Rulebook& rulebook);

}  // namespace minhbach::services::law
