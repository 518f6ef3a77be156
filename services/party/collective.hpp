// Party organisations and their leaders, rated by the committee above (Điều 11-13 Quy định số 124-QĐ/TW). They rate
// themselves, the committee's advisers appraise, a ballot is counted, the committee decides; at most 20 in 100 of those
// rated good are excellent, among cells and among committees apart (Điều 12). All lie in one stream of that committee.
#pragma once

#include <map>
#include <optional>

#include "services/party/commands.hpp"
#include "services/party/party_collectives.hpp"

namespace minhbach::services::party {

// By `party_propose` or `party_decide` at the committee. `head` is a member; the head's own rating waits for this one.
struct OpenPartyCollective {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Label name;
    PartyOrganisationKind organisation_kind = PartyOrganisationKind::cell;
    CollectiveKind kind = CollectiveKind::organisation_unit;
    UnitCode unit;  // at the committee's unit or below it
    std::optional<PersonCode> head;
    RulebookId rulebook;
};
BOOST_DESCRIBE_STRUCT(OpenPartyCollective, (),
                      (cycle, committee_unit, organisation, name, organisation_kind, kind, unit, head, rulebook))

// By the head, or by `party_propose` where the organisation stands; again until it was appraised.
struct SelfRatePartyCollective {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Level level = Level::good;
    Text ground;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(SelfRatePartyCollective, (), (cycle, committee_unit, organisation, level, ground, on_paper))

// By whom the rulebook names: `party_propose` at the committee, never its head; again, with a reason, until it is
// decided.
struct AppraisePartyCollective {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    std::vector<PartyCriterion> criteria;
    PartyTargets targets;
    int subordinates = 0;
    std::vector<PartyCollectiveDiscipline> disciplines;
    std::optional<PartyPaper> disunity;
    std::optional<PartyPaper> degradation;
    Text opinion;
    Level proposed = Level::good;
    std::optional<Text> reason;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(AppraisePartyCollective, (),
                      (cycle, committee_unit, organisation, criteria, targets, subordinates, disciplines, disunity,
                       degradation, opinion, proposed, reason, on_paper))

struct CountPartyCollectiveBallot {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Date held_on;
    int present = 0;
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int invalid = 0;
    int not_returned = 0;
    PartyPaper minutes;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(CountPartyCollectiveBallot, (),
                      (cycle, committee_unit, organisation, held_on, present, excellent, good, completed, not_completed,
                       invalid, not_returned, minutes, on_paper))

// By `party_decide` at the committee, never by the head. The level of the rules, or another one with a reason.
struct RatePartyCollective {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Level level = Level::good;
    std::optional<Text> reason;
    PartyPaper paper;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(RatePartyCollective, (), (cycle, committee_unit, organisation, level, reason, paper, on_paper))

// Cancels the decision in force and decides anew in one act; grounds: dishonesty, error.
struct ReRatePartyCollective {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    int decision = 0;  // its revision in the stream
    ReratingGround ground = ReratingGround::error;
    Text reason;
    Level level = Level::good;
    PartyPaper paper;
    std::optional<PartyOnPaper> on_paper{};
};
BOOST_DESCRIBE_STRUCT(ReRatePartyCollective, (),
                      (cycle, committee_unit, organisation, decision, ground, reason, level, paper, on_paper))

Decision decide(Past& past, const Acting& acting, const OpenPartyCollective& command);
Decision decide(Past& past, const Acting& acting, const SelfRatePartyCollective& command);
Decision decide(Past& past, const Acting& acting, const AppraisePartyCollective& command);
Decision decide(Past& past, const Acting& acting, const CountPartyCollectiveBallot& command);
Decision decide(Past& past, const Acting& acting, const RatePartyCollective& command);
Decision decide(Past& past, const Acting& acting, const ReRatePartyCollective& command);

// How the comparable group of organisations of this kind stands, and with this level of one of them where given.
PartyQuotaStanding quota_among(const PartyCollectives& collectives, PartyOrganisationKind kind,
                               const law::Rulebook& rulebook,
                               const std::optional<std::pair<PartyOrganisationId, Level>>& as_if = {});

}  // namespace minhbach::services::party
