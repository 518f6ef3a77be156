// The evaluation of one person in one cycle: the dossier, from its opening to the acknowledged notice (Điều 17-20, 22
// ND 90).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/comment.hpp"
#include "events/vocabulary/level.hpp"
#include "events/vocabulary/organisation.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

// The person's post on the day of opening fixes class, unit and authority for this cycle.
struct DossierOpened {
    static constexpr std::string_view kType = "dossier.opened";
    DossierId dossier;
    PersonCode person;
    CycleId cycle;
    int year = 0;
    Post post;
    std::optional<GroupId> group;
    friend bool operator==(const DossierOpened&, const DossierOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierOpened, (), (dossier, person, cycle, year, post, group))

// The person went over to another post before the level was decided: the agency of the new post rates (khoản 1 Điều 20
// ND 90). Meetings, judgements, the party committee's opinion and the proposal of before are of the old agency and are
// made anew; the self-assessment and comments stay.
struct DossierMoved {
    static constexpr std::string_view kType = "dossier.moved";
    DossierId dossier;
    PersonCode person;
    Post from;
    Post post;
    std::optional<GroupId> group;
    DocumentId document;
    friend bool operator==(const DossierMoved&, const DossierMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierMoved, (), (dossier, person, from, post, group, document))

// Why a dossier ends without a decision.
enum class ClosingCause : std::uint8_t { left_service, died, suspended, opened_in_error, duplicate };
BOOST_DESCRIBE_ENUM(ClosingCause, left_service, died, suspended, opened_in_error, duplicate)

// Should never have been there: counted nowhere.
constexpr bool counts_nowhere(const std::optional<ClosingCause>& closed) {
    return closed == ClosingCause::opened_in_error || closed == ClosingCause::duplicate;
}

struct DossierClosed {
    static constexpr std::string_view kType = "dossier.closed";
    DossierId dossier;
    PersonCode person;
    ClosingCause cause = ClosingCause::left_service;
    Text reason;
    DocumentId document;
    friend bool operator==(const DossierClosed&, const DossierClosed&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierClosed, (), (dossier, person, cause, reason, document))

struct DossierReopened {
    static constexpr std::string_view kType = "dossier.reopened";
    DossierId dossier;
    PersonCode person;
    Text reason;
    DocumentId document;
    friend bool operator==(const DossierReopened&, const DossierReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierReopened, (), (dossier, person, reason, document))

// Mẫu số 01 for cadres, 02 for civil servants, 03 for public employees.
enum class RatingForm : std::uint8_t { form_01, form_02, form_03 };
BOOST_DESCRIBE_ENUM(RatingForm, form_01, form_02, form_03)

struct CriterionJudgement {
    Judgement value = Judgement::met;
    std::optional<Text> reason;  // required for NOT_MET
    friend bool operator==(const CriterionJudgement&, const CriterionJudgement&) = default;
};
BOOST_DESCRIBE_STRUCT(CriterionJudgement, (), (value, reason))

// Điều 3 ND 90: khoản 1-4, and điểm a khoản 5 for leaders.
struct GeneralJudgements {
    CriterionJudgement politics;
    CriterionJudgement ethics;
    CriterionJudgement style;
    CriterionJudgement discipline;
    std::optional<CriterionJudgement> leadership;
    friend bool operator==(const GeneralJudgements&, const GeneralJudgements&) = default;
};
BOOST_DESCRIBE_STRUCT(GeneralJudgements, (), (politics, ethics, style, discipline, leadership))

// Tasks of staff or targets of leaders: exceeded <= on_time_with_quality <= completed <= assigned.
struct WorkCounts {
    int assigned = 0;
    int completed = 0;
    int on_time_with_quality = 0;
    int exceeded = 0;
    friend bool operator==(const WorkCounts&, const WorkCounts&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkCounts, (), (assigned, completed, on_time_with_quality, exceeded))

// Tiêu chí về kết quả: deficient lack quality or progress or have low effect.
struct CriteriaCounts {
    int total = 0;
    int completed = 0;
    int deficient = 0;
    friend bool operator==(const CriteriaCounts&, const CriteriaCounts&) = default;
};
BOOST_DESCRIBE_STRUCT(CriteriaCounts, (), (total, completed, deficient))

// Counts that were typed instead of computed from accepted work: only with a signed list, and marked wherever they are
// shown.
struct TypedCounts {
    std::optional<WorkCounts> work;
    std::optional<CriteriaCounts> criteria;
    DocumentId signed_list;
    friend bool operator==(const TypedCounts&, const TypedCounts&) = default;
};
BOOST_DESCRIBE_STRUCT(TypedCounts, (), (work, criteria, signed_list))

struct FormSection {
    Label heading;
    Text text;
    friend bool operator==(const FormSection&, const FormSection&) = default;
};
BOOST_DESCRIBE_STRUCT(FormSection, (), (heading, text))

// What became of a measure that an earlier year's remediation plan left open, as the person says.
struct RemedyReport {
    PlanId plan;
    MeasureId measure;
    int degree_percent = 0;  // 0 to 100
    Text what;
    friend bool operator==(const RemedyReport&, const RemedyReport&) = default;
};
BOOST_DESCRIBE_STRUCT(RemedyReport, (), (plan, measure, degree_percent, what))

// Schema 1 knew nothing of earlier years.
struct SelfAssessmentFiled1 {
    static constexpr std::string_view kType = "self-assessment.filed";
    DossierId dossier;
    PersonCode person;
    RatingForm form = RatingForm::form_02;
    std::vector<FormSection> sections;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    WorkCounts counts;
    Level proposed_level = Level::good;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentFiled1, (),
                      (dossier, person, form, sections, general, effectiveness, counts, proposed_level, paper,
                       breaches))

// Filing again replaces the form; all earlier ones stay readable.
struct SelfAssessmentFiled {
    static constexpr std::string_view kType = "self-assessment.filed";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = SelfAssessmentFiled1;
    static SelfAssessmentFiled upcast(Previous old) {
        return {old.dossier, old.person,         old.form,  old.sections, old.general, old.effectiveness,
                old.counts,  old.proposed_level, old.paper, old.breaches, {}};
    }
    DossierId dossier;
    PersonCode person;
    RatingForm form = RatingForm::form_02;
    std::vector<FormSection> sections;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    WorkCounts counts;  // as the person declares them
    Level proposed_level = Level::good;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    std::vector<RemedyReport> remedied;
    friend bool operator==(const SelfAssessmentFiled&, const SelfAssessmentFiled&) = default;
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentFiled, (),
                      (dossier, person, form, sections, general, effectiveness, counts, proposed_level, paper, breaches,
                       remedied))

// Schema 1 knew no returns transcribed from paper.
struct SelfAssessmentReturned1 {
    static constexpr std::string_view kType = "self-assessment.returned";
    DossierId dossier;
    PersonCode person;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentReturned1, (), (dossier, person, reason))

struct SelfAssessmentReturned {
    static constexpr std::string_view kType = "self-assessment.returned";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = SelfAssessmentReturned1;
    static SelfAssessmentReturned upcast(Previous old) { return {old.dossier, old.person, old.reason, {}, {}}; }
    DossierId dossier;
    PersonCode person;
    Text reason;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const SelfAssessmentReturned&, const SelfAssessmentReturned&) = default;
};
BOOST_DESCRIBE_STRUCT(SelfAssessmentReturned, (), (dossier, person, reason, paper, breaches))

// Whose judgement: rules run on the authority's, the others stay beside it.
enum class Judge : std::uint8_t { direct_head, advisory_body, authority };
BOOST_DESCRIBE_ENUM(Judge, direct_head, advisory_body, authority)

struct CriteriaJudged {
    static constexpr std::string_view kType = "criteria.judged";
    DossierId dossier;
    PersonCode person;
    Judge judge = Judge::direct_head;
    GeneralJudgements general;
    Effectiveness effectiveness = Effectiveness::met;
    std::optional<TypedCounts> typed;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const CriteriaJudged&, const CriteriaJudged&) = default;
};
BOOST_DESCRIBE_STRUCT(CriteriaJudged, (), (dossier, person, judge, general, effectiveness, typed, paper, breaches))

struct PartyOpinionRecorded {
    static constexpr std::string_view kType = "party-opinion.recorded";
    DossierId dossier;
    PersonCode person;
    Label committee;
    Date dated;
    Text opinion;
    std::optional<DocumentId> document;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const PartyOpinionRecorded&, const PartyOpinionRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyOpinionRecorded, (), (dossier, person, committee, dated, opinion, document, paper, breaches))

// A later proposal changes the earlier one and needs a reason.
struct ProposalMade {
    static constexpr std::string_view kType = "proposal.made";
    DossierId dossier;
    PersonCode person;
    Level level = Level::good;
    std::optional<Level> previous;
    std::optional<Level> rule_level;  // what the rules gave on the judgements known then
    std::vector<GapCode> gaps;
    std::optional<Text> reason;
    std::optional<Text> synthesis;     // the opinions as they are put before the competent authority
    std::optional<MeetingId> meeting;  // whose adopted minutes the proposal rests on
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ProposalMade&, const ProposalMade&) = default;
};
BOOST_DESCRIBE_STRUCT(ProposalMade, (),
                      (dossier, person, level, previous, rule_level, gaps, reason, synthesis, meeting, paper, breaches))

// Schema 1 knew no layers below the law.
struct RatingDecided1 {
    static constexpr std::string_view kType = "rating.decided";
    DossierId dossier;
    PersonCode person;
    std::optional<Level> level;
    std::optional<Level> proposed;
    std::optional<Text> reason;
    RuleEvaluation evaluation;
    bool typed_counts = false;
    std::vector<ViolationId> violations_counted;
    std::optional<MeetingId> meeting;
    DocumentId document;
    std::optional<int> supersedes;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(RatingDecided1, (),
                      (dossier, person, level, proposed, reason, evaluation, typed_counts, violations_counted, meeting,
                       document, supersedes, paper, breaches))

struct RatingDecided {
    static constexpr std::string_view kType = "rating.decided";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = RatingDecided1;
    static RatingDecided upcast(Previous old) {
        return {old.dossier,      old.person,
                old.level,        old.proposed,
                old.reason,       old.evaluation,
                old.typed_counts, old.violations_counted,
                old.meeting,      old.document,
                old.supersedes,   old.paper,
                old.breaches,     {}};
    }
    DossierId dossier;
    PersonCode person;
    std::optional<Level> level;  // absent: NOT_RATED, with the rule's reason in `evaluation`
    std::optional<Level> proposed;
    std::optional<Text> reason;  // required where the level is not the proposed or the rule's one
    RuleEvaluation evaluation;
    bool typed_counts = false;  // some counts were typed from a signed list
    std::vector<ViolationId> violations_counted;
    std::optional<MeetingId> meeting;  // whose adopted minutes the decision rests on
    DocumentId document;               // the decision, one or many people in its list
    std::optional<int> supersedes;     // revision of the cancelled decision it takes the place of
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    std::vector<AppliedLayer> layers;  // the rules were asked with, the widest first
    friend bool operator==(const RatingDecided&, const RatingDecided&) = default;
};
BOOST_DESCRIBE_STRUCT(RatingDecided, (),
                      (dossier, person, level, proposed, reason, evaluation, typed_counts, violations_counted, meeting,
                       document, supersedes, paper, breaches, layers))

// Đính chính: a slip of the pen in the decision's wording. The level cannot be touched by it.
struct DecisionCorrected {
    static constexpr std::string_view kType = "decision.corrected";
    DossierId dossier;
    PersonCode person;
    Label what;
    Text was;
    Text is;
    Text reason;
    DocumentId document;
    friend bool operator==(const DecisionCorrected&, const DecisionCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionCorrected, (), (dossier, person, what, was, is, reason, document))

struct NoticeIssued {
    static constexpr std::string_view kType = "notice.issued";
    DossierId dossier;
    PersonCode person;
    DocumentId document;
    Date dated;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const NoticeIssued&, const NoticeIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(NoticeIssued, (), (dossier, person, document, dated, paper, breaches))

// Schema 1 knew no receipts signed on paper.
struct NoticeAcknowledged1 {
    static constexpr std::string_view kType = "notice.acknowledged";
    DossierId dossier;
    PersonCode person;
};
BOOST_DESCRIBE_STRUCT(NoticeAcknowledged1, (), (dossier, person))

struct NoticeAcknowledged {
    static constexpr std::string_view kType = "notice.acknowledged";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = NoticeAcknowledged1;
    static NoticeAcknowledged upcast(Previous old) { return {old.dossier, old.person, {}, {}}; }
    DossierId dossier;
    PersonCode person;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const NoticeAcknowledged&, const NoticeAcknowledged&) = default;
};
BOOST_DESCRIBE_STRUCT(NoticeAcknowledged, (), (dossier, person, paper, breaches))

// The person refused to receive the notice; minutes of that fact stand for the receipt.
struct NoticeDeemedReceived {
    static constexpr std::string_view kType = "notice.deemed-received";
    DossierId dossier;
    PersonCode person;
    Date on;
    DocumentId minutes;
    Text reason;
    friend bool operator==(const NoticeDeemedReceived&, const NoticeDeemedReceived&) = default;
};
BOOST_DESCRIBE_STRUCT(NoticeDeemedReceived, (), (dossier, person, on, minutes, reason))

enum class PublicationForm : std::uint8_t { electronic, posted, meeting };
BOOST_DESCRIBE_ENUM(PublicationForm, electronic, posted, meeting)

// Schema 1 knew no publications transcribed from paper.
struct ResultPublished1 {
    static constexpr std::string_view kType = "result.published";
    DossierId dossier;
    PersonCode person;
    PublicationForm form = PublicationForm::electronic;
    Date on;
};
BOOST_DESCRIBE_STRUCT(ResultPublished1, (), (dossier, person, form, on))

struct ResultPublished {
    static constexpr std::string_view kType = "result.published";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = ResultPublished1;
    static ResultPublished upcast(Previous old) { return {old.dossier, old.person, old.form, old.on, {}, {}}; }
    DossierId dossier;
    PersonCode person;
    PublicationForm form = PublicationForm::electronic;
    Date on;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ResultPublished&, const ResultPublished&) = default;
};
BOOST_DESCRIBE_STRUCT(ResultPublished, (), (dossier, person, form, on, paper, breaches))

}  // namespace minhbach
