// A trace of clauses in the words of somebody who argues it, in Vietnamese and English: what is asked, what there is,
// and what follows.
#pragma once

#include <string>
#include <vector>

#include "services/law/evaluate.hpp"

namespace minhbach::api::routes {

struct TwoTexts {
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(TwoTexts, (), (vi, en))

struct ArguedClause {
    RuleStage stage{};
    Label clause;
    TwoTexts citation;
    TwoTexts requirement;
    std::string compared;  // the facts by their names, as the trace of a decision keeps them
    bool held = false;
    std::optional<TwoTexts> note;  // the reading or the layer the test rests on
    TwoTexts said;
};
BOOST_DESCRIBE_STRUCT(ArguedClause, (), (stage, clause, citation, requirement, compared, held, note, said))

struct Argument {
    RuleEvaluation evaluation;  // without its own trace
    std::vector<ArguedClause> clauses;
    TwoTexts conclusion;
};

// Refused as `law::evaluate` refuses.
Result<Argument> argued(const services::law::FactSheet& sheet, const services::law::Tightening* layers);

// Codes of facts and grades that an argument would have to tell as they are.
std::vector<std::string> without_words(const services::law::Rulebook& rulebook);

}  // namespace minhbach::api::routes
