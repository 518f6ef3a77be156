// Khắc phục hạn chế, khuyết điểm: right after the conclusion everybody rated has a plan, or signs that no shortcoming
// was found. Who follows, inspects and urges is assigned by document (Công văn số 5721/UBND-NC ngày 14/11/2023).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/codec/sections.hpp"
#include "events/vocabulary/owner.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// Where a shortcoming was found.
enum class ShortcomingSource : std::uint8_t {
    self_review,
    meeting_opinion,
    review_suggestion,
    inspection_conclusion,
    rating_decision,
    objection,
    earlier_year,
    review_conclusion
};
BOOST_DESCRIBE_ENUM(ShortcomingSource, self_review, meeting_opinion, review_suggestion, inspection_conclusion,
                    rating_decision, objection, earlier_year, review_conclusion)

enum class CauseKind : std::uint8_t { objective, subjective };
BOOST_DESCRIBE_ENUM(CauseKind, objective, subjective)

// Exactly the reference that fits the source is set: the meeting, the document, the objection, the earlier plan, the
// review, whose conclusion lists the shortcoming under the same id.
struct FoundIn {
    ShortcomingSource source = ShortcomingSource::self_review;
    std::optional<MeetingId> meeting;
    std::optional<DocumentId> document;
    std::optional<ObjectionId> objection;
    std::optional<PlanId> earlier_plan;
    std::optional<ReviewId> review{};
    friend bool operator==(const FoundIn&, const FoundIn&) = default;
};
BOOST_DESCRIBE_STRUCT(FoundIn, (), (source, meeting, document, objection, earlier_plan, review))

struct Measure {
    MeasureId measure;  // unique in the plan
    Text action;
    Label product;  // sản phẩm hoặc minh chứng phải có
    PersonCode responsible;
    Date due;  // the last day
    friend bool operator==(const Measure&, const Measure&) = default;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (measure, action, product, responsible, due))

struct Shortcoming {
    ShortcomingId shortcoming;  // unique in the plan
    Text description;
    FoundIn found_in;
    CauseKind cause = CauseKind::subjective;
    Text cause_text;
    std::vector<Measure> measures;  // at least one
    friend bool operator==(const Shortcoming&, const Shortcoming&) = default;
};
BOOST_DESCRIBE_STRUCT(Shortcoming, (), (shortcoming, description, found_in, cause, cause_text, measures))

// A collective's shortcoming names the persons answerable and their share; of one shortcoming the shares are 100.
struct AnswerableFor {
    ShortcomingId shortcoming;
    int share_percent = 0;
    Text part;  // what the person did or left undone
    friend bool operator==(const AnswerableFor&, const AnswerableFor&) = default;
};
BOOST_DESCRIBE_STRUCT(AnswerableFor, (), (shortcoming, share_percent, part))

// As plans were before a shortcoming could be one that the review concluded on.
struct FoundInFirst {
    ShortcomingSource source = ShortcomingSource::self_review;
    std::optional<MeetingId> meeting;
    std::optional<DocumentId> document;
    std::optional<ObjectionId> objection;
    std::optional<PlanId> earlier_plan;
};
BOOST_DESCRIBE_STRUCT(FoundInFirst, (), (source, meeting, document, objection, earlier_plan))

struct ShortcomingFirst {
    ShortcomingId shortcoming;
    Text description;
    FoundInFirst found_in;
    CauseKind cause = CauseKind::subjective;
    Text cause_text;
    std::vector<Measure> measures;
};
BOOST_DESCRIBE_STRUCT(ShortcomingFirst, (), (shortcoming, description, found_in, cause, cause_text, measures))

struct RemediationPlannedFirst {
    static constexpr std::string_view kType = "remediation.planned";
    PlanId plan;
    CycleId cycle;
    Owner owner;
    int version = 1;
    Date term;
    std::vector<ShortcomingFirst> shortcomings;
    Sections<AnswerableFor> answerable;
    DocumentId document;
    std::optional<Text> reason;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(RemediationPlannedFirst, (),
                      (plan, cycle, owner, version, term, shortcomings, answerable, document, reason, paper, breaches))

struct RemediationPlanned {
    static constexpr std::string_view kType = "remediation.planned";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = RemediationPlannedFirst;
    static RemediationPlanned upcast(Previous old) {
        RemediationPlanned now{old.plan,       old.cycle,    old.owner,  old.version, old.term,    {},
                               old.answerable, old.document, old.reason, old.paper,   old.breaches};
        for (auto& [shortcoming, description, in, cause, cause_text, measures] : old.shortcomings)
            now.shortcomings.push_back({shortcoming,
                                        description,
                                        {in.source, in.meeting, in.document, in.objection, in.earlier_plan, {}},
                                        cause,
                                        cause_text,
                                        measures});
        return now;
    }
    PlanId plan;
    CycleId cycle;
    Owner owner;
    int version = 1;  // a plan is replaced by its next version; what was done on kept measures stays
    Date term;        // the last day of the internal term for having a plan
    std::vector<Shortcoming> shortcomings;
    Sections<AnswerableFor> answerable;  // of a collective
    DocumentId document;
    std::optional<Text> reason;  // of a later version
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const RemediationPlanned&, const RemediationPlanned&) = default;
};
BOOST_DESCRIBE_STRUCT(RemediationPlanned, (),
                      (plan, cycle, owner, version, term, shortcomings, answerable, document, reason, paper, breaches))

struct NoShortcomingStated {
    static constexpr std::string_view kType = "no-shortcoming.stated";
    PlanId plan;
    CycleId cycle;
    Owner owner;
    Date term;
    Text statement;
    DocumentId document;  // the signed statement
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const NoShortcomingStated&, const NoShortcomingStated&) = default;
};
BOOST_DESCRIBE_STRUCT(NoShortcomingStated, (), (plan, cycle, owner, term, statement, document, paper, breaches))

// Theo dõi / kiểm tra, giám sát / đôn đốc: three assignments by document, none of them to the owner.
enum class FollowUpRole : std::uint8_t { follower, inspector, urger };
BOOST_DESCRIBE_ENUM(FollowUpRole, follower, inspector, urger)

struct FollowUpAssigned {
    static constexpr std::string_view kType = "follow-up.assigned";
    PlanId plan;
    Owner owner;
    FollowUpRole role = FollowUpRole::follower;
    PersonCode assignee;  // in place of whoever had the role
    DocumentId document;
    friend bool operator==(const FollowUpAssigned&, const FollowUpAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(FollowUpAssigned, (), (plan, owner, role, assignee, document))

struct FollowUpConfirmed {  // by the assignee
    static constexpr std::string_view kType = "follow-up.confirmed";
    PlanId plan;
    Owner owner;
    FollowUpRole role = FollowUpRole::follower;
    friend bool operator==(const FollowUpConfirmed&, const FollowUpConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(FollowUpConfirmed, (), (plan, owner, role))

// What shows that something was done.
struct Evidence {
    std::optional<DocumentId> document;
    std::optional<AttachmentId> attachment;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (document, attachment))

struct ProgressReported {
    static constexpr std::string_view kType = "progress.reported";
    PlanId plan;
    Owner owner;
    MeasureId measure;
    int degree_percent = 0;  // 0 to 100; 100 says done, and waits for verification
    Text account;
    std::optional<Text> difficulties;
    std::vector<Evidence> evidence;
    friend bool operator==(const ProgressReported&, const ProgressReported&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgressReported, (), (plan, owner, measure, degree_percent, account, difficulties, evidence))

struct MeasureInspected {
    static constexpr std::string_view kType = "measure.inspected";
    PlanId plan;
    Owner owner;
    MeasureId measure;
    Date on;
    Text result;
    friend bool operator==(const MeasureInspected&, const MeasureInspected&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureInspected, (), (plan, owner, measure, on, result))

struct MeasureUrged {
    static constexpr std::string_view kType = "measure.urged";
    PlanId plan;
    Owner owner;
    MeasureId measure;
    Text message;
    bool escalated = false;  // told to the level above as well
    friend bool operator==(const MeasureUrged&, const MeasureUrged&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureUrged, (), (plan, owner, measure, message, escalated))

// Xác nhận đã khắc phục: never by the owner.
struct MeasureVerified {
    static constexpr std::string_view kType = "measure.verified";
    PlanId plan;
    Owner owner;
    MeasureId measure;
    Text ground;
    friend bool operator==(const MeasureVerified&, const MeasureVerified&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureVerified, (), (plan, owner, measure, ground))

struct MeasureReopened {
    static constexpr std::string_view kType = "measure.reopened";
    PlanId plan;
    Owner owner;
    MeasureId measure;
    Text reason;
    friend bool operator==(const MeasureReopened&, const MeasureReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureReopened, (), (plan, owner, measure, reason))

}  // namespace minhbach
