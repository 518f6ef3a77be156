// Answers on a dossier that are put together here: the sheet of grounds, and what may be done next.
#pragma once

#include <string>
#include <vector>

#include "api/routes/context.hpp"
#include "api/routes/rehearsal.hpp"
#include "projections/answers.hpp"

namespace minhbach::api::routes {

// Phiếu căn cứ xếp loại: on what a level rests. `evaluation` is the one stored with the decision; before there is a
// decision, `advice` is what the rules say on the judgements and work known now.
struct GroundSheet {
    projections::Basis basis;
    projections::DossierLine line;
    std::optional<Post> post;
    std::optional<projections::Sourced<SelfAssessmentFiled>> self_assessment;
    std::vector<projections::Sourced<CriteriaJudged>> judgements;
    std::optional<projections::Sourced<PartyOpinionRecorded>> party_opinion;
    std::vector<projections::Sourced<ProposalMade>> proposals;
    std::optional<projections::SettlementValue> settlement;
    std::vector<projections::Sourced<RatingDecided>> decisions;     // with their whole rule trace; the last stands
    std::vector<projections::DecisionStanding> decision_standings;  // in force, or superseded and on what ground
    std::vector<projections::Sourced<DecisionCorrected>> corrections;
    std::optional<projections::DocumentName> decision_document;
    std::optional<projections::Competence> competence;  // of whoever decided, as known then and as known now
    std::optional<RuleEvaluation> advice;
    std::vector<projections::ObjectionLine> objections;
    std::vector<projections::EffectLine> effects;
    std::optional<std::string> proof;  // address of the proof that the decision is in the log
};
BOOST_DESCRIBE_STRUCT(GroundSheet, (),
                      (basis, line, post, self_assessment, judgements, party_opinion, proposals, settlement, decisions,
                       decision_standings, corrections, decision_document, competence, advice, objections, effects,
                       proof))

// `cycle`, `unit`, `agency` and `person` of the address; `malformed-request` names the one that is not well formed.
Result<projections::DossiersQuestion> dossiers_in_query(const Context& context);

// `erased`: by which request and document, since when; in the place of values that are gone.
Refusal erased_dossier(House& house, const projections::ErasedPerson& erased);

Result<GroundSheet> ground_sheet(House& house, const DossierId& dossier, projections::Known known);

// What the rules give on each version of the self-assessment, with its judgements and counts taken as they are
// declared. Service, discipline and levels of units are those known now.
void add_rule_levels(House& house, projections::SelfAssessmentsAnswer& answer);

// The maximum of every group as it would be without the exception document, for settlements that rest on one.
void add_maxima_without_exception(House& house, projections::QuotaAnswer& answer);
// Readings and maxima of what is to be expected, under what binds in the agency now.
void add_maxima_of_forecast(House& house, projections::QuotaAnswer& answer);

struct AllowedActions {
    DossierId dossier;
    std::uint64_t revision = 0;  // the If-Match of what follows
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(AllowedActions, (), (dossier, revision, actions))

// Rehearses every act with the desk: the same functions that will decide.
AllowedActions actions_on(House& house, const PersonCode& person, const projections::DossierRow& row);

std::vector<std::string> words_in_query(const Context& context, std::string_view name);

}  // namespace minhbach::api::routes
