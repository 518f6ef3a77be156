// Commands on dossiers, meetings and collectives (Điều 17-20, 22 ND 90, in the order of their steps).
#pragma once

#include <functional>

#include "services/law/evaluate.hpp"
#include "services/organisation/authority.hpp"
#include "services/past.hpp"

namespace minhbach::services::evaluation {

using organisation::Transcription;

// Each judging command may be a transcription from paper. JSON: {"paper": {...}, "signer": "..."} beside the other
// members; both or neither.
struct OnPaper {
    Paper paper;
    PersonCode signer;
};
BOOST_DESCRIBE_STRUCT(OnPaper, (), (paper, signer))

struct FileSelfAssessment {  // by the person; again until a proposal stands
    DossierId dossier;
    std::vector<FormSection> sections;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    std::optional<WorkCounts> counts;  // absent: as computed from accepted work
    Level proposed_level = Level::good;
    std::optional<OnPaper> on_paper;
    std::vector<RemedyReport> remedied;  // exactly what is `still_to_remedy`
};
BOOST_DESCRIBE_STRUCT(FileSelfAssessment, (),
                      (dossier, sections, general, effectiveness, counts, proposed_level, on_paper, remedied))
// Measures of the person's plans of earlier years that nobody has verified, as far as they were last reported.
std::vector<RemedyReport> still_to_remedy(Past& past, const DossierOpened& opened);

// By whoever runs the cycle in the agency of the new post, which is the main post of that day. Refused once a level is
// decided: what follows then is decided where it was.
struct MoveDossier {
    DossierId dossier;
    DocumentId document;  // of the transfer or appointment
};
BOOST_DESCRIBE_STRUCT(MoveDossier, (), (dossier, document))

// By whoever runs the cycle in the agency. Refused once a level is decided.
struct CloseDossier {
    DossierId dossier;
    ClosingCause cause = ClosingCause::left_service;
    Text reason;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(CloseDossier, (), (dossier, cause, reason, document))

struct ReopenDossier {
    DossierId dossier;
    Text reason;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(ReopenDossier, (), (dossier, reason, document))

struct ReturnSelfAssessment {  // by `comment` or `propose`; reason
    DossierId dossier;
    Text reason;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ReturnSelfAssessment, (), (dossier, reason, on_paper))

struct JudgeCriteria {  // direct_head: `comment`; advisory_body: `propose`; authority: `decide`
    DossierId dossier;
    Judge judge = Judge::direct_head;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    std::optional<TypedCounts> typed;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(JudgeCriteria, (), (dossier, judge, general, effectiveness, typed, on_paper))

// By `comment` of the direct head; peers and others of the same agency comment as such without a mandate of power.
struct RecordComment {
    DossierId dossier;
    CommentSide side = CommentSide::direct_head;
    Text text;
    std::optional<OnPaper> on_paper;
    std::optional<UnitCode> host{};  // of `host_agency`; absent: the one the commenter works for, or the only one
};
BOOST_DESCRIBE_STRUCT(RecordComment, (), (dossier, side, text, on_paper, host))

// By `propose` or `comment`: somebody is asked for an opinion. Where a layer names the side a source, its term holds.
struct RequestOpinion {
    DossierId dossier;
    CommentSide side = CommentSide::superior;
    Label asked;              // who, in words
    std::optional<Date> due;  // absent: by the layer's term, else in five working days
};
BOOST_DESCRIBE_STRUCT(RequestOpinion, (), (dossier, side, asked, due))

// After the comment meeting, and not dated before its day.
struct RecordPartyOpinion {
    DossierId dossier;
    Label committee;
    Date dated;
    Text opinion;
    std::optional<MeetingId>
        meeting;  // whose adopted minutes lay before it, else that of the proposal; only PAPER may lack it
    std::optional<DocumentId> document;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(RecordPartyOpinion, (), (dossier, committee, dated, opinion, meeting, document, on_paper))

struct ProposeLevel {  // by `propose`; a change of an earlier proposal needs a reason
    DossierId dossier;
    Level level = Level::good;
    std::optional<MeetingId> meeting;  // whose adopted minutes it rests on; only PAPER may lack it
    std::optional<Text> reason;
    std::optional<Text> synthesis;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ProposeLevel, (), (dossier, level, meeting, reason, synthesis, on_paper))

// One dossier of a decision. `level` absent: not rated (the rules must say so).
struct DecisionLine {
    DossierId dossier;
    std::optional<Level> level;
    std::optional<Text> reason;
    std::optional<MeetingId> meeting;  // only where there is no proposal
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (), (dossier, level, reason, meeting))

// By the competent person, singly or as one document with a list of at most 2,000 (one atomic append). The document is
// a decision or a conclusion, signed by whoever decides, not before the minutes it rests on were adopted. Where a line
// is EXCELLENT, its agency and group are counted again with this list: `quota-exceeded` above the settled maximum.
struct DecideRatings {
    static constexpr std::size_t lines_max = 2000;
    std::vector<DecisionLine> lines;
    DocumentId document;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(DecideRatings, (), (lines, document, on_paper))

struct CorrectDecision {
    DossierId dossier;
    Label what;
    Text was;
    Text is;
    Text reason;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(CorrectDecision, (), (dossier, what, was, is, reason, document))

struct IssueNotices {  // written notice, one document for one or many
    std::vector<DossierId> dossiers;
    DocumentId document;
    Date dated;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(IssueNotices, (), (dossiers, document, dated, on_paper))

struct AcknowledgeNotice {  // by the rated person; on paper: the receipt the person signed
    DossierId dossier;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeNotice, (), (dossier, on_paper))

struct DeemNoticeReceived {
    DossierId dossier;
    Date on;
    DocumentId minutes;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(DeemNoticeReceived, (), (dossier, on, minutes, reason))

struct PublishResults {
    std::vector<DossierId> dossiers;
    PublicationForm form = PublicationForm::electronic;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(PublishResults, (), (dossiers, form, on_paper))

// Discusses people at their unit, at their agency, or at the agency that manages them (khoản 2 Điều 18, 19), after each
// of them had filed.
struct HoldMeeting {
    MeetingId meeting;
    CycleId cycle;
    UnitCode unit;
    Time held_at;
    std::optional<Time> ended_at;
    PersonCode chair;
    PersonCode secretary;
    std::vector<Attendee> attendees;
    std::vector<PersonCode> discussed;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(HoldMeeting, (),
                      (meeting, cycle, unit, held_at, ended_at, chair, secretary, attendees, discussed, on_paper))

struct MinutesOpinion {
    PersonCode about;
    int number = 0;
    PersonCode speaker;
    Text text;
};
BOOST_DESCRIBE_STRUCT(MinutesOpinion, (), (about, number, speaker, text))

struct AdoptMinutes {
    MeetingId meeting;
    Time adopted_at;
    std::vector<MinutesOpinion> opinions;
    std::optional<OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(AdoptMinutes, (), (meeting, adopted_at, opinions, on_paper))

struct ReopenMinutes {
    MeetingId meeting;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(ReopenMinutes, (), (meeting, reason))

// By `decide` of the level above. Where the unit was appraised, a level other than the rules' needs `departure`; where
// a concern is open against it, `inspection` is the conclusion of the inspection.
struct RateCollective {
    CycleId cycle;
    UnitCode unit;
    std::optional<Level> level;  // absent: NOT_APPLICABLE (established, changed or dissolved in the rating year)
    Text reason;
    DocumentId document;
    std::optional<OnPaper> on_paper;
    std::optional<Text> departure{};
    std::optional<DocumentId> inspection{};
};
BOOST_DESCRIBE_STRUCT(RateCollective, (), (cycle, unit, level, reason, document, on_paper, departure, inspection))

Decision decide(Past& past, const Acting& acting, const MoveDossier& command);
Decision decide(Past& past, const Acting& acting, const CloseDossier& command);
Decision decide(Past& past, const Acting& acting, const ReopenDossier& command);
Decision decide(Past& past, const Acting& acting, const FileSelfAssessment& command);
Decision decide(Past& past, const Acting& acting, const ReturnSelfAssessment& command);
Decision decide(Past& past, const Acting& acting, const JudgeCriteria& command);
Decision decide(Past& past, const Acting& acting, const RecordComment& command);
Decision decide(Past& past, const Acting& acting, const RequestOpinion& command);
Decision decide(Past& past, const Acting& acting, const RecordPartyOpinion& command);
Decision decide(Past& past, const Acting& acting, const ProposeLevel& command);
Decision decide(Past& past, const Acting& acting, const DecideRatings& command);
Decision decide(Past& past, const Acting& acting, const CorrectDecision& command);
Decision decide(Past& past, const Acting& acting, const IssueNotices& command);
Decision decide(Past& past, const Acting& acting, const AcknowledgeNotice& command);
Decision decide(Past& past, const Acting& acting, const DeemNoticeReceived& command);
Decision decide(Past& past, const Acting& acting, const PublishResults& command);
Decision decide(Past& past, const Acting& acting, const HoldMeeting& command);
Decision decide(Past& past, const Acting& acting, const AdoptMinutes& command);
Decision decide(Past& past, const Acting& acting, const ReopenMinutes& command);
Decision decide(Past& past, const Acting& acting, const RateCollective& command);

// The rulebook that holds for a unit: the one bound there or nearest above it, else the cycle's own; by id and the hash
// it was bound with. `unknown-rulebook` if this program holds another.
Result<const law::Rulebook*> rulebook_of(Past& past, const CycleId& cycle, const UnitCode& unit, Date day);
Result<const law::Rulebook*> rulebook_of(Past& past, const Dossier& dossier);

// Until when the notice of a decision is due: the shortest of the terms that the rulebook, the cycle and the layers of
// the dossier set.
struct NoticeTerm {
    int days = 0;  // working days after the decision
    Date last;
    Label clause;  // that sets the term; where the cycle sets a shorter one, the one that it tightens
};
BOOST_DESCRIBE_STRUCT(NoticeTerm, (), (days, last, clause))
// Of a decision of that day. Nothing for a cycle that sets 0 days; `no-calendar` where the year has no data.
Result<std::optional<NoticeTerm>> notice_term(Past& past, const Dossier& dossier, Date decided_on);

// The facts of a dossier as the rules take them.
//   judgements: of `judge`, else of the nearest below (authority, advisory body, direct head); self is never used.
//   Refused with
//     `step-order` where none of them has judged. Typed counts come from the same chain, each kind from the nearest
//     that typed it.
//   work: accepted tasks of the person; of whoever heads a unit, the accepted targets of that unit. Criteria: the own
//   tasks. service: as recorded for the year; else from the whole calendar months since the first post began, if that
//   was in the year
//     and no earlier rating is known; else twelve months. The trace marks months that were not recorded as derived.
//   disciplines: with effect in the year, and other decisions on the same act; findings of the year; acts already
//   counted in
//     earlier ratings, imported or decided here.
//   unit level: of the unit headed, else of the unit of the post. Managed units: `units_to_rate` below the unit headed,
//   on the day
//     the dossier was opened; a unit decided to get no level is left out.
Result<law::Facts> facts_of(Past& past, const Dossier& dossier, Judge judge);

// What the rules make of these facts. Whoever is not eligible needs no judgement. Where the judgement is not the one
// asked for, the trace says whose it is.
Result<RuleEvaluation> evaluation_of(Past& past, const Dossier& dossier, Judge judge);

// The units directly below `unit` that get a level of their own in a cycle: those with people, or with a level already.
std::vector<UnitCode> units_to_rate(Past& past, const CycleId& cycle, const UnitCode& unit, Date day);

// The dossiers of a cycle by the post they were opened with, ascending by person. Reads every person's posts.
std::vector<DossierId> dossiers_of(Past& past, const CycleId& cycle, const std::function<bool(const Post&)>& wanted);

}  // namespace minhbach::services::evaluation
