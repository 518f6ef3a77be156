// Dossiers: the evaluation of one person in one cycle as it stands, how it came to stand so, lists of them.
// A row holds what lists, figures and findings need and the positions of the events; texts, forms and rule traces are
// read from the log when a whole dossier is asked for, so an erased part is simply absent.
#pragma once

#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/meeting.hpp"
#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/settlement.hpp"
#include "projections/basis.hpp"
#include "projections/erasures.hpp"
#include "projections/objections.hpp"
#include "projections/reviews.hpp"
#include "projections/trace.hpp"

namespace minhbach::projections {

enum class DossierStatus : std::uint8_t {
    draft,
    self_filed,
    returned,
    minutes_pending,
    minutes_adopted,
    proposed,
    decided,
    notified,
    acknowledged,
    closed  // without a decision
};
BOOST_DESCRIBE_ENUM(DossierStatus, draft, self_filed, returned, minutes_pending, minutes_adopted, proposed, decided,
                    notified, acknowledged, closed)
std::string_view status_key(DossierStatus status);  // "st.selfFiled": the label of the interface

struct SelfValue {
    Provenance by;
    Level level = Level::good;
    bool returned = false;
};
BOOST_DESCRIBE_STRUCT(SelfValue, (), (by, level, returned))

struct JudgedValue {
    Provenance by;
    Judge judge = Judge::direct_head;
};
BOOST_DESCRIBE_STRUCT(JudgedValue, (), (by, judge))

struct OpinionValue {
    Provenance by;
    Date dated;
};
BOOST_DESCRIBE_STRUCT(OpinionValue, (), (by, dated))

struct ProposalValue {
    Provenance by;
    Level level = Level::good;
    std::optional<Level> previous;
    std::optional<Level> rule_level;
    std::vector<GapCode> gaps;
    std::optional<Text> reason;
    std::optional<MeetingId> meeting;
};
BOOST_DESCRIBE_STRUCT(ProposalValue, (), (by, level, previous, rule_level, gaps, reason, meeting))

// A decision that counts no more.
struct CancelledValue {
    Provenance by;
    ReratingGround ground = ReratingGround::error;
    std::optional<ObjectionId> objection;
    std::optional<ViolationId> violation;
    Text reason;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(CancelledValue, (), (by, ground, objection, violation, reason, document))

struct DecisionValue {
    Provenance by;
    std::string correlation;
    int revision = 0;  // in the dossier's stream: what an objection and a re-rating name
    std::optional<int> supersedes;
    std::optional<Level> level;  // absent: not rated
    std::optional<Level> proposed;
    RuleOutcome rule_outcome{};
    std::optional<Level> rule_level;
    std::vector<Level> allowed_levels;
    std::vector<RuleCap> caps;
    std::optional<Text> reason;
    DocumentId document;
    std::vector<Breach> breaches;
    std::optional<CancelledValue> cancelled;  // absent: in force
};
BOOST_DESCRIBE_STRUCT(DecisionValue, (),
                      (by, correlation, revision, supersedes, level, proposed, rule_outcome, rule_level, allowed_levels,
                       caps, reason, document, breaches, cancelled))

struct NoticeValue {
    Provenance by;
    DocumentId document;
    Date dated;
};
BOOST_DESCRIBE_STRUCT(NoticeValue, (), (by, document, dated))

enum class ReceivedHow : std::uint8_t { acknowledged, deemed };
BOOST_DESCRIBE_ENUM(ReceivedHow, acknowledged, deemed)

struct ReceiptValue {
    Provenance by;
    Date on;
    ReceivedHow how = ReceivedHow::acknowledged;
    std::optional<DocumentId> minutes;  // of the refusal to receive
};
BOOST_DESCRIBE_STRUCT(ReceiptValue, (), (by, on, how, minutes))

struct PublicationValue {
    Provenance by;
    PublicationForm form = PublicationForm::electronic;
    Date on;
};
BOOST_DESCRIBE_STRUCT(PublicationValue, (), (by, form, on))

// What the last settlement of the agency's quota said about the dossier.
struct SettlementValue {
    std::int64_t position = 0;
    Time at;
    bool selected = false;  // may be decided EXCELLENT
    bool lowered = false;   // proposed EXCELLENT and not selected
};
BOOST_DESCRIBE_STRUCT(SettlementValue, (), (position, at, selected, lowered))

struct DossierMeeting {
    MeetingId meeting;
    std::int64_t position = 0;
    Time held_at;
    bool adopted = false;
    int minutes_version = 0;
};
BOOST_DESCRIBE_STRUCT(DossierMeeting, (), (meeting, position, held_at, adopted, minutes_version))

struct DossierRow {
    DossierId dossier;
    PersonCode person;
    std::string name;  // of the person, as known
    CycleId cycle;
    int year = 0;
    std::optional<Post> post;  // fixed at the opening, until the dossier moves; absent: erased
    std::optional<GroupId> group;
    std::int64_t opened_position = 0;
    std::vector<SelfValue> self_assessments;
    std::vector<JudgedValue> judgements;
    std::vector<OpinionValue> party_opinions;
    std::vector<ProposalValue> proposals;  // every value there was
    std::vector<DossierMeeting> meetings;
    std::optional<SettlementValue> settlement;
    std::vector<DecisionValue> decisions;   // every value there was; the last stands unless it is cancelled
    std::vector<std::int64_t> corrections;  // of the decision's wording
    std::optional<NoticeValue> notice;      // with receipt and publication: of the decision in force
    std::optional<ReceiptValue> receipt;
    std::optional<PublicationValue> publication;
    std::optional<ClosingCause> closed;  // without a decision
    std::vector<std::int64_t> moves;     // to the agency of another post
    int lost = 0;                        // events of its stream whose content is erased
    // Kept apart, as every event changes them; filled in by queries.
    int revision = 0;                // number of events of the dossier's stream: its ETag
    std::int64_t last_position = 0;  // of its stream

    DossierStatus status() const;
    const ProposalValue* proposal() const { return proposals.empty() ? nullptr : &proposals.back(); }
    // The one in force; nullptr: none.
    const DecisionValue* decision() const {
        return decisions.empty() || decisions.back().cancelled ? nullptr : &decisions.back();
    }
    // The first, which followed the proposal; later ones follow cancellations. nullptr: none.
    const DecisionValue* first_decision() const { return decisions.empty() ? nullptr : &decisions.front(); }
};
BOOST_DESCRIBE_STRUCT(DossierRow, (),
                      (dossier, person, name, cycle, year, post, group, opened_position, self_assessments, judgements,
                       party_opinions, proposals, meetings, settlement, decisions, corrections, notice, receipt,
                       publication, closed, moves, lost, revision, last_position))

// One line of a list.
struct DossierLine {
    DossierId dossier;
    PersonCode person;
    std::string name;
    CycleId cycle;
    int year = 0;
    UnitName unit;
    UnitName agency;
    std::string post;
    SubjectClass subject_class = SubjectClass::civil_servant;
    bool leader = false;
    std::optional<GroupId> group;
    DossierStatus status = DossierStatus::draft;
    std::string status_key;
    std::optional<Level> self_level;
    std::optional<Level> proposed_level;
    std::optional<Level> decided_level;
    bool not_rated = false;  // decided without a level
    int revision = 0;
    std::int64_t position = 0;  // of its last event
};
BOOST_DESCRIBE_STRUCT(DossierLine, (),
                      (dossier, person, name, cycle, year, unit, agency, post, subject_class, leader, group, status,
                       status_key, self_level, proposed_level, decided_level, not_rated, revision, position))

enum class LevelFilter : std::uint8_t { excellent, good, completed, not_completed, not_rated, pending };
BOOST_DESCRIBE_ENUM(LevelFilter, excellent, good, completed, not_completed, not_rated, pending)

struct DossiersQuestion {
    CycleId cycle;
    std::optional<UnitCode> unit;    // with everything below it, as the tree stood when the dossier was opened
    std::optional<UnitCode> agency;  // managed by
    std::optional<PersonCode> person;
    std::optional<LevelFilter> level;  // decided
    std::optional<DossierStatus> status;
    std::optional<std::string> search;          // words of the name without regard to marks and case, or a person code
    std::optional<std::string> after;           // `next` of the page before
    std::size_t limit = 50;                     // 1..500
    std::optional<SubjectClass> subject_class;  // of the post the dossier was opened with
    std::optional<bool> leader;                 // the same
    std::optional<Level> proposed;              // last
    std::optional<Level> expected;              // decided, else proposed, else filed: the forecast of a quota
    std::optional<GroupId> group;
    std::optional<bool> decided_above;  // whether the agency that manages the person is above the one worked in
};

struct DossiersAnswer {
    Basis basis;
    std::vector<DossierLine> items;   // given name, family name, middle names, each in Vietnamese order
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // printable ASCII
};
BOOST_DESCRIBE_STRUCT(DossiersAnswer, (), (basis, items, total, next))

// How a decision stands: st.inForce, st.superseded.
struct DecisionStanding {
    int revision = 0;
    std::optional<Level> level;
    bool in_force = false;
    std::optional<int> supersedes;
    std::optional<CancelledValue> cancelled;
    std::optional<DocumentName> cancelled_on;  // the document
};
BOOST_DESCRIBE_STRUCT(DecisionStanding, (), (revision, level, in_force, supersedes, cancelled, cancelled_on))

// One side that was asked for an opinion.
struct OpinionAsked {
    Sourced<OpinionRequested> request;
    std::optional<Provenance> answered;  // the first comment of that side
    bool unanswered = false;             // the term has run out, and nobody answered
};
BOOST_DESCRIBE_STRUCT(OpinionAsked, (), (request, answered, unanswered))

// The whole dossier.
struct DossierAnswer {
    Basis basis;
    DossierLine line;
    std::optional<Post> post;
    std::optional<std::string> group_name;
    Provenance opened;
    std::optional<Sourced<SelfAssessmentFiled>> self_assessment;  // the one that stands
    int self_assessments = 0;
    bool self_returned = false;
    std::vector<Sourced<CriteriaJudged>> judgements;  // the last of each judge
    std::vector<Sourced<CommentRecorded>> comments;
    std::vector<OpinionAsked> opinions_asked;
    std::optional<Sourced<PartyOpinionRecorded>> party_opinion;
    std::vector<DossierMeeting> meetings;
    std::vector<Sourced<ProposalMade>> proposals;  // every value; the last stands
    std::optional<SettlementValue> settlement;
    std::vector<Sourced<RatingDecided>> decisions;     // every value, with its whole rule trace; the last stands
    std::vector<DecisionStanding> decision_standings;  // of each of them
    std::vector<Sourced<DecisionCorrected>> decision_corrections;
    std::optional<DocumentName> decision_document;
    std::vector<ObjectionLine> objections;  // by the day they were filed
    std::vector<EffectLine> effects;        // of its re-ratings
    std::optional<NoticeValue> notice;
    std::optional<DocumentName> notice_document;
    std::optional<ReceiptValue> receipt;
    std::optional<PublicationValue> publication;
    std::optional<ReviewView> review;  // kiểm điểm of the person in the cycle, where anything was done
    int lost = 0;
    std::optional<ErasedPerson> erased;
};
BOOST_DESCRIBE_STRUCT(DossierAnswer, (),
                      (basis, line, post, group_name, opened, self_assessment, self_assessments, self_returned,
                       judgements, comments, opinions_asked, party_opinion, meetings, proposals, settlement, decisions,
                       decision_standings, decision_corrections, decision_document, objections, effects, notice,
                       notice_document, receipt, publication, review, lost, erased))

// How an event came into the timeline of a dossier.
enum class Touch : std::uint8_t { own, meeting, settlement, collective, objection, mandate, document };
BOOST_DESCRIBE_ENUM(Touch, own, meeting, settlement, collective, objection, mandate, document)

struct TimelineLine {
    Touch touch = Touch::own;
    Act act;
    std::optional<RawJson> event;  // whole, where asked for
};
BOOST_DESCRIBE_STRUCT(TimelineLine, (), (touch, act, event))

struct TimelineAnswer {
    Basis basis;
    DossierId dossier;
    std::vector<TimelineLine> items;   // newest first
    std::optional<std::int64_t> next;  // `before` of the next page
    std::optional<ErasedPerson> erased;
};
BOOST_DESCRIBE_STRUCT(TimelineAnswer, (), (basis, dossier, items, next, erased))

// Every level this rating ever had, in the order of entry.
enum class ValueKind : std::uint8_t { self_assessment, proposal, decision };
BOOST_DESCRIBE_ENUM(ValueKind, self_assessment, proposal, decision)

struct RatingValue {
    ValueKind kind = ValueKind::decision;
    Provenance by;               // author, capacity, authority, time
    std::optional<Level> level;  // absent: not rated
    std::optional<Text> reason;
    std::optional<DocumentName> document;  // of a decision
    std::optional<int> revision;           // of a decision, in the dossier's stream
    bool superseded = false;               // a later value of its kind took its place
    std::optional<CancelledValue> cancelled;
};
BOOST_DESCRIBE_STRUCT(RatingValue, (), (kind, by, level, reason, document, revision, superseded, cancelled))

struct ValuesAnswer {
    Basis basis;
    DossierId dossier;
    std::vector<RatingValue> items;
    int superseded_decisions = 0;
};
BOOST_DESCRIBE_STRUCT(ValuesAnswer, (), (basis, dossier, items, superseded_decisions))

// Was the form edited after the meeting?
struct SelfAssessmentVersion {
    int version = 1;
    Provenance by;
    std::optional<SelfAssessmentFiled> form;  // absent: erased
    std::vector<FieldChange> changes;         // against the version before
    std::optional<Sourced<SelfAssessmentReturned>> returned;
    bool before_meeting = false;  // of the first meeting that discussed the person; false if there was none
    // What the rules give if everything is as this version declares it. Filled in by whoever can ask the rules.
    std::optional<RuleOutcome> rule_outcome;
    std::optional<Level> rule_level;  // only if RATED
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentVersion, (),
                      (version, by, form, changes, returned, before_meeting, rule_outcome, rule_level))

struct SelfAssessmentsAnswer {
    Basis basis;
    DossierId dossier;
    std::optional<DossierMeeting> meeting;  // the first
    bool filed_before_meeting = false;
    bool edited_after_meeting = false;
    std::vector<SelfAssessmentVersion> versions;
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentsAnswer, (),
                      (basis, dossier, meeting, filed_before_meeting, edited_after_meeting, versions))

}  // namespace minhbach::projections
