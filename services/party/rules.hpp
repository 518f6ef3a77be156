// What the steps of the party track have in common: who may act, papers, membership, and what the rules say.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "services/law/evaluate.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/party/commands.hpp"
#include "services/party/entry.hpp"
#include "services/past.hpp"

namespace minhbach::services::party {

// What a refusal may be about; its clause is read from the rulebook.
enum class About : std::uint8_t { steps, levels, re_rating, state_before_party, who_is_rated };
std::string clause_in(const law::Rulebook& rulebook, About about);
// In the rulebook that a dossier, or an organisation, is bound to; an internal rule where this program holds another.
template <class Opened>
std::string clause_of(const Past& past, const Opened& opened, About about) {
    const auto rulebook = past.rulebook(opened.rulebook, opened.rulebook_hash);
    return rulebook ? clause_in(**rulebook, about) : std::string(kInternalRule);
}
// In the rules of the party that are in force in the cycle's year, for what belongs to no dossier.
std::string clause_of_year(Past& past, const CycleId& cycle, About about);

// The entry of somebody whom the rulebook of the dossier lets take the step: the member, or whoever acts for the cell
// or for the committee by the power of the party that the role is held by.
Result<PartyEntry> entry_for(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper,
                             law::ProcedureStep step, const MemberDossier& dossier);

// The same for a step of an organisation: its head, whoever may propose where it stands, or whoever acts for the
// committee that rates it.
Result<PartyEntry> entry_for(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper,
                             law::ProcedureStep step, const PartyCollectiveOpened& opened);

Result<const MemberDossier*> find_dossier(Past& past, const DossierId& id);
Refusal step_order(std::string_view clause, std::string vi, std::string en, std::string field = "");
// Nothing happens in the dossier of an exempted member.
std::optional<Refusal> exempted(const MemberDossier& dossier);
std::optional<Refusal> already_decided(const Past& past, const MemberDossier& dossier);

// The first day of the membership that holds on `day`; nothing: no member then.
std::optional<Date> member_since(const organisation::Person& person, Date day);
// Whole calendar months.
int months_between(Date from, Date to);

// The state's level as this dossier may use it: the line that was received and is still in force. `step-order` with
// the clause that the state rates first, where there is none.
Result<RatedLevel> state_level_of(Past& past, const PartyDossierOpened& opened);

// What is said of an act that was done after the term that the rulebook sets for its step; it is done all the same.
// Terms of special units are longer, and who they are is not on record: of the terms the first counts.
std::optional<Breach> late_by(const law::Rulebook& rulebook, law::Who who, law::ProcedureStep step, int year,
                              Date done);
// The places of the party side's rulebooks.
law::Who who_of(const law::Rulebook& rulebook, const PartyDossierOpened& opened);
law::Who who_of(const law::Rulebook& rulebook, const PartyCollectiveOpened& opened);

struct PartyAssessment {
    PartyFacts facts;
    law::FactSheet sheet;
    RuleEvaluation evaluation;
};
// Runs the dossier's own rulebook on the last appraisal and on what the registers say today. Without the acts in
// `annulled`. `step-order` where nobody appraised.
Result<PartyAssessment> assess(Past& past, const MemberDossier& dossier, std::optional<RatedLevel> state_level,
                               Date day, const std::optional<ViolationId>& annulled = {});

// Everything the rules have against this level; empty: it may be given.
std::vector<Refusal> against_rules(const PartyAssessment& assessment, Level level, bool has_reason);

// The event of a decision, without what a re-rating adds. Without an assessment, of a PAPER act, the rules say nothing.
PartyRatingDecided decided(const MemberDossier& dossier, const std::optional<PartyAssessment>& assessment, Level level,
                           const std::optional<Text>& reason, const PartyPaper& paper);

// The organisation that the member heads is rated before.
std::optional<Refusal> headed_not_rated(Past& past, const MemberDossier& dossier);

// One more of the comparable group: decided, or else proposed. Whoever is only proposed counts in the base, and not as
// excellent.
void count_for_quota(PartyQuotaStanding& standing, SettledCounts& counts, const std::optional<Level>& decided,
                     const std::optional<Level>& proposed);
void settle_quota(PartyQuotaStanding& standing, const SettledCounts& counts, const law::Rulebook& rulebook);
// `quota-exceeded`; nothing: within the maximum.
std::optional<Refusal> above_quota(const PartyQuotaStanding& standing, const law::Rulebook& rulebook,
                                   const std::string& whom_vi, const std::string& whom_en);

// A secret ballot as counts: whose sum is that of the ballots given out, and which are too many to tell who voted how.
struct BallotCounts {
    Date held_on;
    int present = 0;
    std::array<int, 6> counted{};  // the levels, invalid, not returned
    PartyPaper minutes;
};
template <class Command>
BallotCounts ballot_of(const Command& of) {
    return {of.held_on,
            of.present,
            {of.excellent, of.good, of.completed, of.not_completed, of.invalid, of.not_returned},
            of.minutes};
}
void check_ballot(organisation::Problems& problems, const BallotCounts& ballot, Date today);

// General criteria and criteria of results, each named once.
void check_criteria(organisation::Problems& problems, const std::vector<PartyCriterion>& criteria);
// Some were assigned, and no more than those are completed.
void check_targets(organisation::Problems& problems, const PartyTargets& targets);

}  // namespace minhbach::services::party
