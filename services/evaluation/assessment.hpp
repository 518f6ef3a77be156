// What the rules say about one dossier, with everything a proposal or decision has to keep of it.
#pragma once

#include <optional>
#include <vector>

#include "services/evaluation/commands.hpp"

namespace minhbach::services::evaluation {

struct Assessment {
    law::Facts facts;
    RuleEvaluation evaluation;
    bool typed_counts = false;  // some counts were typed from a signed list
    std::vector<AppliedLayer> layers;
};

// Refused with `step-order` where nobody has judged an eligible person, and as `law::evaluate` refuses.
Result<Assessment> assess(Past& past, const Dossier& dossier, Judge judge);

// The facts of a dossier (`facts_of`) where nobody has judged yet: every judgement stands at MET, for whoever asks to
// put others in its place.
Result<law::Facts> facts_before_judgement(Past& past, const Dossier& dossier);

// The clause that keeps a leader's level from being above the unit's.
const law::Clause& unit_cap(const law::Rulebook& rulebook, const law::Subject& subject);

// With what the layers over the dossier's unit ask.
Result<RuleEvaluation> evaluate(Past& past, const Dossier& dossier, const law::Facts& facts,
                                const law::Rulebook& rulebook);

// Declared counts: accepted targets of the unit headed, else accepted tasks of the person.
WorkCounts work_counts(Past& past, const DossierOpened& opened);

// Everything the rules have against this level (absent: no rating), worst first; empty: it may be chosen. A level below
// the rule's one, or chosen where none follows, needs a reason.
std::vector<Refusal> against_rules(const Assessment& assessment, const law::Rulebook& rulebook,
                                   std::optional<Level> level, bool has_reason);

}  // namespace minhbach::services::evaluation
