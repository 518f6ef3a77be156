// Facts of somebody who did everything well in 2023; a test changes what it is about.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "services/law/evaluate.hpp"

namespace minhbach::services::law {

inline Facts staff(SubjectClass subject_class = SubjectClass::civil_servant) {
    Facts facts;
    facts.rulebook = RulebookId::of("nd90-48-2023");
    facts.year = 2023;
    facts.subject = {subject_class, false};
    facts.general = {Judgement::well, Judgement::well, Judgement::well, Judgement::well, {}};
    facts.criteria = {20, 20, 0};
    facts.effectiveness = Effectiveness::high;
    facts.service = {12, 0, 0};
    facts.work = {20, 20, 20, 10};
    return facts;
}

inline Facts leader(SubjectClass subject_class = SubjectClass::civil_servant) {
    auto facts = staff(subject_class);
    facts.subject.leader = true;
    facts.general.leadership = Judgement::well;
    facts.work = {10, 10, 10, 5};
    facts.unit_level = UnitRating::excellent;
    return facts;
}

inline DisciplineDecision reprimand(std::string_view violation, std::string_view effective_on,
                                    DisciplineKind kind = DisciplineKind::administrative) {
    return {ViolationId::of(violation), 2023, kind, DisciplineForm::reprimand, Date::of(effective_on)};
}

inline RuleEvaluation when_evaluated(const Facts& facts) {
    return evaluate(facts, nd90_48_2023()).value();
}

// The gaps as one text, e.g. "GAP-1 GAP-2".
inline std::string gaps(const RuleEvaluation& evaluation) {
    std::string text;
    for (const auto& gap : evaluation.gaps) text += (text.empty() ? "" : " ") + gap.str();
    return text;
}

// Whether a line of the trace names the reading.
inline bool mentions(const RuleEvaluation& evaluation, std::string_view reading) {
    return std::any_of(evaluation.trace.begin(), evaluation.trace.end(),
                       [&](const auto& one) { return one.note && one.note->str().find(reading) != std::string::npos; });
}

}  // namespace minhbach::services::law
