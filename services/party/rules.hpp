// What the steps of the party track have in common: who may act, papers, membership, and what the rules say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/law/evaluate.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/party/commands.hpp"

namespace minhbach::services::party {

inline constexpr std::string_view kStateBeforeParty = "khoản 2 Điều 20 Nghị định số 90/2020/NĐ-CP";
inline constexpr std::string_view kSteps = "Điều 11 Quy định số 124-QĐ/TW";
inline constexpr std::string_view kWhoIsRated = "khoản 2 Điều 5 Quy định số 124-QĐ/TW";

Result<const MemberDossier*> find_dossier(Past& past, const DossierId& id);
// Competence over the member of the dossier; `self-decision` in the own one.
Result<Authority> competent(Past& past, const Acting& acting, Power power, const MemberDossier& dossier);

// What can never be of a paper: no number, dated in the future, or a secrecy mark.
void check_paper(organisation::Problems& problems, const PartyPaper& paper, Date today,
                 const std::string& field = "/paper");
Refusal step_order(std::string_view clause, std::string vi, std::string en, std::string field = "");
// Nothing happens in the dossier of an exempted member.
std::optional<Refusal> exempted(const MemberDossier& dossier);
std::optional<Refusal> already_decided(const MemberDossier& dossier);

// The first day of the membership that holds on `day`; nothing: no member then.
std::optional<Date> member_since(const organisation::Person& person, Date day);
// Whole calendar months.
int months_between(Date from, Date to);

// The state's level as this dossier may use it: the line that was received and is still in force. `step-order` with
// khoản 2 Điều 20 where there is none.
Result<RatedLevel> state_level_of(Past& past, const PartyDossierOpened& opened);

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

// The event of a decision, without what a re-rating adds.
PartyRatingDecided decided(const MemberDossier& dossier, const PartyAssessment& assessment, Level level,
                           const std::optional<Text>& reason, const PartyPaper& paper);

}  // namespace minhbach::services::party
