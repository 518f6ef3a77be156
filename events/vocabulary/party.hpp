// The party track (Quy định số 124-QĐ/TW, Hướng dẫn số 25-HD/BTCTW): what the state side hands over and what the party
// side does with it. What lies in a member's party dossier is in the custody of the party side: see is_party_content.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/codec/sections.hpp"
#include "events/vocabulary/access.hpp"
#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/party_first.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

// ---- Custody: the first administrator of the party side, by two persons.

struct PartyAdministratorNamed {
    static constexpr std::string_view kType = "party.administrator-named";
    MandateId mandate;
    PersonCode person;
    Date from;
    DocumentId document;
    friend bool operator==(const PartyAdministratorNamed&, const PartyAdministratorNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyAdministratorNamed, (), (mandate, person, from, document))

struct PartyAdministratorConfirmed {
    static constexpr std::string_view kType = "party.administrator-confirmed";
    MandateId mandate;
    PersonCode person;
    friend bool operator==(const PartyAdministratorConfirmed&, const PartyAdministratorConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyAdministratorConfirmed, (), (mandate, person))

// ---- Hand-over: from the agency that decided the state's levels to one party committee.

// The state's level as it was in force. Without a decision: it was cancelled and none has taken its place yet.
struct HandedOverLevel {
    DossierId dossier;
    std::optional<Level> level;            // absent with a decision: not rated
    std::optional<int> decision;           // its revision in the dossier's stream
    std::optional<std::int64_t> position;  // of the decision in the log
    std::optional<DocumentId> document;    // of the decision
    friend bool operator==(const HandedOverLevel&, const HandedOverLevel&) = default;
};
BOOST_DESCRIBE_STRUCT(HandedOverLevel, (), (dossier, level, decision, position, document))

struct PartyResultsHandedOver {
    static constexpr std::string_view kType = "party.results-handed-over";
    CycleId cycle;
    UnitCode agency;          // whose competent person decided the levels
    int number = 1;           // of the lists of this agency in this cycle, corrections included
    Label committee;          // Đảng ủy Sở Tài chính
    UnitCode committee_unit;  // the unit it stands at: whose party mandates receive the list
    Date dated;
    DocumentId document;
    Sections<HandedOverLevel> lines;
    int pending = 0;  // members of the committee's unit without a decision: left out
    friend bool operator==(const PartyResultsHandedOver&, const PartyResultsHandedOver&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyResultsHandedOver, (),
                      (cycle, agency, number, committee, committee_unit, dated, document, lines, pending))

// What changed of lines handed over before: as it is now.
struct PartyCorrectionHandedOver {
    static constexpr std::string_view kType = "party.correction-handed-over";
    CycleId cycle;
    UnitCode agency;
    int number = 1;
    Label committee;
    UnitCode committee_unit;
    Date dated;
    DocumentId document;
    Sections<HandedOverLevel> lines;
    friend bool operator==(const PartyCorrectionHandedOver&, const PartyCorrectionHandedOver&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCorrectionHandedOver, (),
                      (cycle, agency, number, committee, committee_unit, dated, document, lines))

// Đính chính: a slip of the pen in a list, of a line where `person` is named. The list stays as it was given, and a
// receipt is one of that list; a level is no slip: what changed of it is handed over as a correction.
struct PartyHandOverSlipCorrected {
    static constexpr std::string_view kType = "party.hand-over-slip-corrected";
    CycleId cycle;
    UnitCode agency;
    int number = 1;  // of the list
    UnitCode committee_unit;
    std::optional<PersonCode> person;
    Label what;
    Text was;
    Text is;
    Text reason;
    DocumentId document;
    friend bool operator==(const PartyHandOverSlipCorrected&, const PartyHandOverSlipCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyHandOverSlipCorrected, (),
                      (cycle, agency, number, committee_unit, person, what, was, is, reason, document))

struct PartyHandOverReceived {
    static constexpr std::string_view kType = "party.hand-over-received";
    CycleId cycle;
    UnitCode agency;
    int number = 1;
    UnitCode committee_unit;
    std::optional<Text> remark;
    friend bool operator==(const PartyHandOverReceived&, const PartyHandOverReceived&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyHandOverReceived, (), (cycle, agency, number, committee_unit, remark))

// ---- The dossier of one member in one cycle. Its stream is party-dossier/<dossier>, with the id of the state's.

struct PartyDossierOpened {
    static constexpr std::string_view kType = "party.dossier-opened";
    DossierId dossier;
    PersonCode person;
    CycleId cycle;
    int year = 0;
    Post post;                // the highest one held on the day of opening
    Label cell;               // Chi bộ Văn phòng
    UnitCode committee_unit;  // where the grassroots committee that decides stands
    Date member_since;
    RulebookId rulebook;
    Digest rulebook_hash;
    friend bool operator==(const PartyDossierOpened&, const PartyDossierOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDossierOpened, (),
                      (dossier, person, cycle, year, post, cell, committee_unit, member_since, rulebook, rulebook_hash))

enum class PartyExemption : std::uint8_t { exempt_from_activity, suspended_from_activity, admitted_under_6_months };
BOOST_DESCRIBE_ENUM(PartyExemption, exempt_from_activity, suspended_from_activity, admitted_under_6_months)

// Khoản 2 Điều 5 Quy định số 124-QĐ/TW: not reviewed and not rated this year.
struct PartyMemberExempted {
    static constexpr std::string_view kType = "party.exempted";
    DossierId dossier;
    PersonCode person;
    PartyExemption ground{};
    std::optional<int> months_since_admission;  // where it was computed from the date of admission
    std::optional<PartyPaper> paper;            // otherwise
    Label clause;
    friend bool operator==(const PartyMemberExempted&, const PartyMemberExempted&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMemberExempted, (), (dossier, person, ground, months_since_admission, paper, clause))

struct PartySelfReviewFiled {
    static constexpr std::string_view kType = "party.self-review-filed";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartySelfReviewFiledFirst;
    static PartySelfReviewFiled upcast(Previous old) {
        return {std::move(old.dossier),     std::move(old.person),         std::move(old.form),
                std::move(old.strengths),   std::move(old.limits),         std::move(old.remedied),
                std::move(old.explanation), std::move(old.responsibility), std::move(old.measures),
                std::move(old.proposed)};
    }
    DossierId dossier;
    PersonCode person;
    PartyForm form{};
    Text strengths;                      // I
    Text limits;                         // II, with their causes
    Text remedied;                       // III: limits found earlier
    std::optional<Text> explanation;     // IV: points that superiors suggested
    std::optional<Text> responsibility;  // V: for the limits of the collective; leaders
    Text measures;                       // VI
    Level proposed = Level::good;        // VII
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartySelfReviewFiled&, const PartySelfReviewFiled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartySelfReviewFiled, (),
                      (dossier, person, form, strengths, limits, remedied, explanation, responsibility, measures,
                       proposed, transcript))

struct PartyMemberAppraised {
    static constexpr std::string_view kType = "party.member-appraised";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyMemberAppraisedFirst;
    static PartyMemberAppraised upcast(Previous old) {
        return {std::move(old.dossier),  std::move(old.person),      std::move(old.criteria), std::move(old.targets),
                std::move(old.findings), std::move(old.mitigations), std::move(old.opinion),  std::move(old.proposed)};
    }
    DossierId dossier;
    PersonCode person;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;  // of leaders
    PartyFindings findings;
    std::vector<PartyMitigation> mitigations;
    Text opinion;
    Level proposed = Level::good;
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartyMemberAppraised&, const PartyMemberAppraised&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMemberAppraised, (),
                      (dossier, person, criteria, targets, findings, mitigations, opinion, proposed, transcript))

// A secret ballot as it was counted. There is no place for a voter.
struct PartyBallotCounted {
    static constexpr std::string_view kType = "party.ballot-counted";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyBallotCountedFirst;
    static PartyBallotCounted upcast(Previous old) {
        return {std::move(old.dossier),      std::move(old.person),        std::move(old.held_on),
                std::move(old.present),      std::move(old.excellent),     std::move(old.good),
                std::move(old.completed),    std::move(old.not_completed), std::move(old.invalid),
                std::move(old.not_returned), std::move(old.minutes)};
    }
    DossierId dossier;
    PersonCode person;
    Date held_on;
    int present = 0;  // members who were given a ballot: all the others add up to it
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int invalid = 0;
    int not_returned = 0;
    PartyPaper minutes;  // of the count
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartyBallotCounted&, const PartyBallotCounted&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyBallotCounted, (),
                      (dossier, person, held_on, present, excellent, good, completed, not_completed, invalid,
                       not_returned, minutes, transcript))

struct PartyProposalMade {
    static constexpr std::string_view kType = "party.proposal-made";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyProposalMadeFirst;
    static PartyProposalMade upcast(Previous old) {
        return {std::move(old.dossier), std::move(old.person), std::move(old.level), std::move(old.reason)};
    }
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Text> reason;
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartyProposalMade&, const PartyProposalMade&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyProposalMade, (), (dossier, person, level, reason, transcript))

struct PartyRatingDecided {
    static constexpr std::string_view kType = "party.rating-decided";
    static constexpr std::uint64_t kSchema = 3;
    using Previous = PartyRatingDecidedSecond;
    static PartyRatingDecided upcast(Previous old) {
        return {std::move(old.dossier),    std::move(old.person),  std::move(old.level),
                std::move(old.proposed),   std::move(old.reason),  std::move(old.facts),
                std::move(old.evaluation), std::move(old.signals), std::move(old.violations_counted),
                std::move(old.quota),      std::move(old.paper),   std::move(old.supersedes),
                std::move(old.transcript)};
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
    std::optional<Breach> late{};  // of a first decision: after the term of its rulebook, which does not make it void
    friend bool operator==(const PartyRatingDecided&, const PartyRatingDecided&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyRatingDecided, (),
                      (dossier, person, level, proposed, reason, facts, evaluation, signals, violations_counted, quota,
                       paper, supersedes, transcript, late))

struct PartyNoticeIssued {
    static constexpr std::string_view kType = "party.notice-issued";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyNoticeIssuedFirst;
    static PartyNoticeIssued upcast(Previous old) {
        return {std::move(old.dossier), std::move(old.person), std::move(old.paper)};
    }
    DossierId dossier;
    PersonCode person;
    PartyPaper paper;
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartyNoticeIssued&, const PartyNoticeIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyNoticeIssued, (), (dossier, person, paper, transcript))

struct PartyRatingCancelled {
    static constexpr std::string_view kType = "party.rating-cancelled";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyRatingCancelledFirst;
    static PartyRatingCancelled upcast(Previous old) {
        return {std::move(old.dossier),   std::move(old.person), std::move(old.decision), std::move(old.ground),
                std::move(old.violation), std::move(old.reason), std::move(old.paper)};
    }
    DossierId dossier;
    PersonCode person;
    int decision = 0;  // revision in the dossier's stream
    ReratingGround ground{};
    std::optional<ViolationId> violation;
    Text reason;
    PartyPaper paper;
    std::optional<ObjectionId> objection{};  // of the ground
    std::optional<PartyTranscript> transcript{};
    friend bool operator==(const PartyRatingCancelled&, const PartyRatingCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyRatingCancelled, (),
                      (dossier, person, decision, ground, violation, reason, paper, objection, transcript))

// The state side sees the level in force by itself; this shows it the paper and the reason of the decision, too.
struct PartyDecisionShared {
    static constexpr std::string_view kType = "party.decision-shared";
    DossierId dossier;
    PersonCode person;
    int decision = 0;  // revision in the dossier's stream
    PartyPaper paper;  // on which it is shared
    friend bool operator==(const PartyDecisionShared&, const PartyDecisionShared&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDecisionShared, (), (dossier, person, decision, paper))

// ---- Documents with a secrecy mark.

// Mật, Tối mật, Tuyệt mật (Luật Bảo vệ bí mật nhà nước 2018).
enum class SecrecyMark : std::uint8_t { confidential, secret, top_secret };
BOOST_DESCRIBE_ENUM(SecrecyMark, confidential, secret, top_secret)

// That there is such a document, and where it is kept. There is no place for what it says.
struct ClassifiedDocumentNoted {
    static constexpr std::string_view kType = "classified-document.noted";
    DocumentId document;
    Label number;
    Date date;
    Label place;  // where it is kept
    SecrecyMark mark{};
    friend bool operator==(const ClassifiedDocumentNoted&, const ClassifiedDocumentNoted&) = default;
};
BOOST_DESCRIBE_STRUCT(ClassifiedDocumentNoted, (), (document, number, date, place, mark))

// Whether a record belongs to what the party side alone reads: party dossiers, the ratings of party organisations, and
// who looked into them. By the category of its stream and its type, so that it can be told of records whose content is
// sealed or erased.
constexpr bool is_party_content(std::string_view category, std::string_view type) {
    return category == "party-dossier" || category == "party-collectives" || type == PartyDossierViewed::kType;
}

}  // namespace minhbach
