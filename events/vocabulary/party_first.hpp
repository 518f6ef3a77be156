// Events of the party track as they were before acts could be transcribed from paper.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/party_parts.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

struct PartySelfReviewFiledFirst {
    static constexpr std::string_view kType = "party.self-review-filed";
    DossierId dossier;
    PersonCode person;
    PartyForm form{};
    Text strengths;
    Text limits;
    Text remedied;
    std::optional<Text> explanation;
    std::optional<Text> responsibility;
    Text measures;
    Level proposed = Level::good;
};
BOOST_DESCRIBE_STRUCT(PartySelfReviewFiledFirst, (),
                      (dossier, person, form, strengths, limits, remedied, explanation, responsibility, measures,
                       proposed))

struct PartyMemberAppraisedFirst {
    static constexpr std::string_view kType = "party.member-appraised";
    DossierId dossier;
    PersonCode person;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;
    PartyFindings findings;
    std::vector<PartyMitigation> mitigations;
    Text opinion;
    Level proposed = Level::good;
};
BOOST_DESCRIBE_STRUCT(PartyMemberAppraisedFirst, (),
                      (dossier, person, criteria, targets, findings, mitigations, opinion, proposed))

struct PartyBallotCountedFirst {
    static constexpr std::string_view kType = "party.ballot-counted";
    DossierId dossier;
    PersonCode person;
    Date held_on;
    int present = 0;
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int invalid = 0;
    int not_returned = 0;
    PartyPaper minutes;
};
BOOST_DESCRIBE_STRUCT(PartyBallotCountedFirst, (),
                      (dossier, person, held_on, present, excellent, good, completed, not_completed, invalid,
                       not_returned, minutes))

struct PartyProposalMadeFirst {
    static constexpr std::string_view kType = "party.proposal-made";
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(PartyProposalMadeFirst, (), (dossier, person, level, reason))

struct PartyRatingDecidedFirst {
    static constexpr std::string_view kType = "party.rating-decided";
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Level> proposed;
    std::optional<Text> reason;
    PartyFacts facts;
    RuleEvaluation evaluation;
    std::vector<PartySignal> signals;
    std::vector<ViolationId> violations_counted;
    std::optional<PartyQuotaStanding> quota;
    PartyPaper paper;
    std::optional<int> supersedes;
};
BOOST_DESCRIBE_STRUCT(PartyRatingDecidedFirst, (),
                      (dossier, person, level, proposed, reason, facts, evaluation, signals, violations_counted, quota,
                       paper, supersedes))

struct PartyRatingDecidedSecond {
    static constexpr std::string_view kType = "party.rating-decided";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyRatingDecidedFirst;
    static PartyRatingDecidedSecond upcast(Previous old) {
        return {std::move(old.dossier),    std::move(old.person),  std::move(old.level),
                std::move(old.proposed),   std::move(old.reason),  std::move(old.facts),
                std::move(old.evaluation), std::move(old.signals), std::move(old.violations_counted),
                std::move(old.quota),      std::move(old.paper),   std::move(old.supersedes)};
    }
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Level> proposed;
    std::optional<Text> reason;
    PartyFacts facts;
    RuleEvaluation evaluation;
    std::vector<PartySignal> signals;
    std::vector<ViolationId> violations_counted;
    std::optional<PartyQuotaStanding> quota;  // of an excellent
    PartyPaper paper;
    std::optional<int> supersedes;  // revision of the cancelled decision it takes the place of
    std::optional<PartyTranscript> transcript{};
};
BOOST_DESCRIBE_STRUCT(PartyRatingDecidedSecond, (),
                      (dossier, person, level, proposed, reason, facts, evaluation, signals, violations_counted, quota,
                       paper, supersedes, transcript))

struct PartyNoticeIssuedFirst {
    static constexpr std::string_view kType = "party.notice-issued";
    DossierId dossier;
    PersonCode person;
    PartyPaper paper;
};
BOOST_DESCRIBE_STRUCT(PartyNoticeIssuedFirst, (), (dossier, person, paper))

struct PartyRatingCancelledFirst {
    static constexpr std::string_view kType = "party.rating-cancelled";
    DossierId dossier;
    PersonCode person;
    int decision = 0;
    ReratingGround ground{};
    std::optional<ViolationId> violation;
    Text reason;
    PartyPaper paper;
};
BOOST_DESCRIBE_STRUCT(PartyRatingCancelledFirst, (), (dossier, person, decision, ground, violation, reason, paper))

}  // namespace minhbach
