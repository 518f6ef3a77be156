// The party track (Quy định số 124-QĐ/TW, Hướng dẫn số 25-HD/BTCTW): what the state side hands over and what the party
// side does with it. What lies in a member's party dossier is in the custody of the party side: see is_party_content.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/codec/sections.hpp"
#include "events/vocabulary/collective.hpp"
#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

// A paper of the party: it is named inside the act that rests on it and never enters the register of documents, whose
// titles everybody on the state side reads.
struct PartyPaper {
    Label number;  // number and symbol, "15-QĐ/ĐU"
    Date date;
    Label issuer;
    std::optional<Label> signer;
    friend bool operator==(const PartyPaper&, const PartyPaper&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyPaper, (), (number, date, issuer, signer))

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

// Mẫu 02A of Hướng dẫn 25 for members without, 02B for those with a leading post.
enum class PartyForm : std::uint8_t { form_02a, form_02b };
BOOST_DESCRIBE_ENUM(PartyForm, form_02a, form_02b)

struct PartySelfReviewFiled {
    static constexpr std::string_view kType = "party.self-review-filed";
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
    friend bool operator==(const PartySelfReviewFiled&, const PartySelfReviewFiled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartySelfReviewFiled, (),
                      (dossier, person, form, strengths, limits, remedied, explanation, responsibility, measures,
                       proposed))

struct PartyCriterion {
    Label name;
    CriterionKind kind{};
    bool basic = true;
    CriterionGrade grade = CriterionGrade::good;
    friend bool operator==(const PartyCriterion&, const PartyCriterion&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCriterion, (), (name, kind, basic, grade))

// Of the agency or locality that the member leads.
struct PartyTargets {
    int assigned = 0;
    int completed = 0;
    bool main_targets_missed = false;
    bool force_majeure = false;
    friend bool operator==(const PartyTargets&, const PartyTargets&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyTargets, (), (assigned, completed, main_targets_missed, force_majeure))

// Concluded by the competent level, never an opinion.
struct PartyFindings {
    bool degradation = false;
    bool forbidden_acts = false;
    bool exemplary_duty_broken = false;
    bool unit_corruption = false;  // leaders
    friend bool operator==(const PartyFindings&, const PartyFindings&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyFindings, (), (degradation, forbidden_acts, exemplary_duty_broken, unit_corruption))

// What the register of disciplines does not say of an act.
struct PartyMitigation {
    ViolationId violation;
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    friend bool operator==(const PartyMitigation&, const PartyMitigation&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMitigation, (), (violation, self_detected_and_remedied, at_other_unit))

struct PartyMemberAppraised {
    static constexpr std::string_view kType = "party.member-appraised";
    DossierId dossier;
    PersonCode person;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;  // of leaders
    PartyFindings findings;
    std::vector<PartyMitigation> mitigations;
    Text opinion;
    Level proposed = Level::good;
    friend bool operator==(const PartyMemberAppraised&, const PartyMemberAppraised&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMemberAppraised, (),
                      (dossier, person, criteria, targets, findings, mitigations, opinion, proposed))

// A secret ballot as it was counted. There is no place for a voter.
struct PartyBallotCounted {
    static constexpr std::string_view kType = "party.ballot-counted";
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
    friend bool operator==(const PartyBallotCounted&, const PartyBallotCounted&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyBallotCounted, (),
                      (dossier, person, held_on, present, excellent, good, completed, not_completed, invalid,
                       not_returned, minutes))

struct PartyProposalMade {
    static constexpr std::string_view kType = "party.proposal-made";
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Text> reason;
    friend bool operator==(const PartyProposalMade&, const PartyProposalMade&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyProposalMade, (), (dossier, person, level, reason))

// A level that is a fact for another: NOT_APPLICABLE is one that is known not to be given.
enum class RatedLevel : std::uint8_t { excellent, good, completed, not_completed, not_applicable };
BOOST_DESCRIBE_ENUM(RatedLevel, excellent, good, completed, not_completed, not_applicable)

struct PartyDiscipline {
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind{};
    DisciplineForm form{};
    Date effective;
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    friend bool operator==(const PartyDiscipline&, const PartyDiscipline&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDiscipline, (),
                      (violation, act_year, kind, form, effective, self_detected_and_remedied, at_other_unit))

// What the rules ran on.
struct PartyFacts {
    bool leader = false;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;
    PartyFindings findings;
    int months_since_admission = 0;
    std::optional<RatedLevel> state_level;  // absent: not known yet
    std::optional<RatedLevel> unit_level;
    std::vector<PartyDiscipline> disciplines;
    friend bool operator==(const PartyFacts&, const PartyFacts&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyFacts, (),
                      (leader, criteria, targets, findings, months_since_admission, state_level, unit_level,
                       disciplines))

// What people look at although it decides nothing. The first two name the year to be rated again.
enum class PartySignalCode : std::uint8_t { re_rate, weigh_re_rating, state_level_not_excellent };
BOOST_DESCRIBE_ENUM(PartySignalCode, re_rate, weigh_re_rating, state_level_not_excellent)

struct PartySignal {
    PartySignalCode code{};
    std::optional<int> year;
    friend bool operator==(const PartySignal&, const PartySignal&) = default;
};
BOOST_DESCRIBE_STRUCT(PartySignal, (), (code, year))

// The excellent of the comparable group with this decision: at most 20 in 100 of those rated good (reading A).
struct PartyQuotaStanding {
    std::optional<GroupId> group;  // absent: members of the committee who are in no group
    int excellent = 0;
    int base = 0;  // excellent and good, decided or proposed
    int excellent_max = 0;
    friend bool operator==(const PartyQuotaStanding&, const PartyQuotaStanding&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyQuotaStanding, (), (group, excellent, base, excellent_max))

struct PartyRatingDecided {
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
    std::optional<PartyQuotaStanding> quota;  // of an excellent
    PartyPaper paper;
    std::optional<int> supersedes;  // revision of the cancelled decision it takes the place of
    friend bool operator==(const PartyRatingDecided&, const PartyRatingDecided&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyRatingDecided, (),
                      (dossier, person, level, proposed, reason, facts, evaluation, signals, violations_counted, quota,
                       paper, supersedes))

struct PartyNoticeIssued {
    static constexpr std::string_view kType = "party.notice-issued";
    DossierId dossier;
    PersonCode person;
    PartyPaper paper;
    friend bool operator==(const PartyNoticeIssued&, const PartyNoticeIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyNoticeIssued, (), (dossier, person, paper))

struct PartyRatingCancelled {
    static constexpr std::string_view kType = "party.rating-cancelled";
    DossierId dossier;
    PersonCode person;
    int decision = 0;  // revision in the dossier's stream
    ReratingGround ground{};
    std::optional<ViolationId> violation;
    Text reason;
    PartyPaper paper;
    friend bool operator==(const PartyRatingCancelled&, const PartyRatingCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyRatingCancelled, (), (dossier, person, decision, ground, violation, reason, paper))

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

// Access ledger: a party dossier was shown.
struct PartyDossierViewed {
    static constexpr std::string_view kType = "party.dossier-viewed";
    DossierId dossier;
    PersonCode person;
    Label view;
    Text purpose;
    friend bool operator==(const PartyDossierViewed&, const PartyDossierViewed&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDossierViewed, (), (dossier, person, view, purpose))

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

// Whether a record belongs to what the party side alone reads: a party dossier, and who looked into one. By the
// category of its stream and its type, so that it can be told of records whose content is sealed or erased.
constexpr bool is_party_content(std::string_view category, std::string_view type) {
    return category == "party-dossier" || type == PartyDossierViewed::kType;
}

}  // namespace minhbach
