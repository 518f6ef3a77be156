// The three steps of rating a collective (SELF_RATING, APPRAISAL, DECISION of its rulebook): it rates itself, the
// advisory body of the level above appraises and proposes, the level above decides (RateCollective). A decision without
// them is refused; one that is transcribed from paper says that it broke the order. The level follows from the rulebook
// that is in force in the year and has a column for collectives; another one needs a reason. A year without such a
// rulebook has no steps.
#pragma once

#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {

// The rules by which collectives are rated in the year of the cycle, and what they say of a step or as a principle.
const law::Rulebook& rules_of_collectives(Past& past, const CycleId& cycle);
std::string collective_clause(Past& past, const CycleId& cycle, ProcedureStep step);
std::string collective_clause(Past& past, const CycleId& cycle, law::Principle principle);

struct SelfRateCollective {  // by the head, or on a mandate to propose for the unit; again until it was appraised
    CycleId cycle;
    UnitCode unit;
    CollectiveKind kind = CollectiveKind::organisation_unit;
    Level level = Level::good;
    Text ground;
    DocumentId document;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(SelfRateCollective, (), (cycle, unit, kind, level, ground, document, on_paper))

struct TypedTargets {
    int assigned = 0;
    int completed = 0;
    DocumentId signed_list;
};
BOOST_DESCRIBE_STRUCT(TypedTargets, (), (assigned, completed, signed_list))

// By `propose` over the unit, never by whoever leads it. The members of a leading body who were disciplined in the year
// must be among the disciplines. Again, with a reason, until the level is decided.
struct AppraiseCollective {
    CycleId cycle;
    UnitCode unit;
    CollectiveKind kind = CollectiveKind::organisation_unit;
    std::vector<GradedCriterion> criteria;  // at least one of each kind
    std::optional<TypedTargets> targets;    // absent: accepted targets of the unit in the year
    bool main_targets_missed = false;
    bool force_majeure = false;
    std::vector<CollectiveDiscipline> disciplines;
    std::optional<DocumentId> disunity;     // of the conclusion
    std::optional<DocumentId> degradation;  // of the conclusion about a member
    std::vector<AskedOpinion> opinions;
    Level proposed = Level::good;
    Text synthesis;
    std::optional<Text> reason;
    std::optional<DocumentId> inspection;  // a conclusion dated after the concerns that are open
    DocumentId document;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(AppraiseCollective, (),
                      (cycle, unit, kind, criteria, targets, main_targets_missed, force_majeure, disciplines, disunity,
                       degradation, opinions, proposed, synthesis, reason, inspection, document, on_paper))

// On a mandate to inspect, decide, receive or propose for the unit. Open until an inspection is named.
struct RaiseConcern {
    CycleId cycle;
    UnitCode unit;
    ConcernId concern;
    ConcernKind kind = ConcernKind::complaint;
    Text text;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(RaiseConcern, (), (cycle, unit, concern, kind, text, document))

Decision decide(Past& past, const Acting& acting, const SelfRateCollective& command);
Decision decide(Past& past, const Acting& acting, const AppraiseCollective& command);
Decision decide(Past& past, const Acting& acting, const RaiseConcern& command);

// What a rulebook with a column for its kind says about a collective with these facts.
Result<RuleEvaluation> evaluation_of(const law::Rulebook& rulebook, const CollectiveAppraised& facts, int year);

// Whoever leads the unit does not judge it.
std::optional<Refusal> about_own_unit(Past& past, const Entry& entry, const CycleId& cycle, const UnitCode& unit);

// A level that is not the one of the rules, or not among those they leave open, needs a reason or is refused.
void against_evaluation(const RuleEvaluation& evaluation, Level level, bool has_reason, std::string_view level_field,
                        std::string_view reason_field, std::vector<Refusal>& broken);

// What keeps a decision from resting on the steps that were taken so far.
void check_steps(Past& past, const RateCollective& command, std::vector<Refusal>& wrong, std::vector<Refusal>& broken);
// The decision with what it rests on filled in.
CollectiveRated resting_on(const Collective& collective, CollectiveRated rated);

}  // namespace minhbach::services::evaluation
