// Kiểm điểm: what a collective or a person did in the year is reviewed in conference, before levels are given. Order:
// Điều 7 Quy định số 124-QĐ/TW; reports, suggestions and terms: Hướng dẫn số 25-HD/BTCTW.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/collective.hpp"
#include "events/vocabulary/meeting.hpp"
#include "events/vocabulary/owner.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/remediation.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

struct SuggestedPoint {
    PointId point;  // unique in the review
    Text text;      // what is to be explained
    friend bool operator==(const SuggestedPoint&, const SuggestedPoint&) = default;
};
BOOST_DESCRIBE_STRUCT(SuggestedPoint, (), (point, text))

// Gợi ý kiểm điểm of the level above. Further suggestions add points; none is taken back.
struct ReviewSuggested {
    static constexpr std::string_view kType = "review.suggested";
    ReviewId review;
    CycleId cycle;
    Owner owner;  // who is reviewed
    std::vector<SuggestedPoint> points;
    DocumentId document;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ReviewSuggested&, const ReviewSuggested&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewSuggested, (), (review, cycle, owner, points, document, paper, breaches))

// The draft report was made known to those who review. A later version begins the term anew.
struct ReviewDraftSent {
    static constexpr std::string_view kType = "review.draft-sent";
    ReviewId review;
    CycleId cycle;
    Owner owner;
    int version = 1;
    Time sent_at;
    std::vector<PersonCode> recipients;
    Date conference_from;  // the first day on which the conference may be held
    DocumentId document;   // the draft
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ReviewDraftSent&, const ReviewDraftSent&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewDraftSent, (),
                      (review, cycle, owner, version, sent_at, recipients, conference_from, document, paper, breaches))

struct Reviewed {
    Owner owner;
    std::optional<CollectiveKind> kind;  // of a unit: as what it is reviewed
    friend bool operator==(const Reviewed&, const Reviewed&) = default;
};
BOOST_DESCRIBE_STRUCT(Reviewed, (), (owner, kind))

// Hội nghị kiểm điểm of a unit: who was reviewed, in this order.
struct ReviewHeld {
    static constexpr std::string_view kType = "review.held";
    ConferenceId conference;  // unique among those of the unit in the cycle
    CycleId cycle;
    UnitCode unit;
    Time held_at;
    std::optional<Time> ended_at;
    PersonCode chair;
    PersonCode secretary;
    std::vector<Attendee> attendees;
    std::vector<Reviewed> reviewed;
    std::optional<DocumentId> minutes;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ReviewHeld&, const ReviewHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewHeld, (),
                      (conference, cycle, unit, held_at, ended_at, chair, secretary, attendees, reviewed, minutes,
                       paper, breaches))

struct PointExplained {
    PointId point;
    Text explanation;
    friend bool operator==(const PointExplained&, const PointExplained&) = default;
};
BOOST_DESCRIBE_STRUCT(PointExplained, (), (point, explanation))

struct ShortcomingFound {
    ShortcomingId shortcoming;  // the plan takes it up under this id
    Text description;
    CauseKind cause = CauseKind::subjective;
    Text cause_text;
    std::vector<PersonCode> answerable;
    friend bool operator==(const ShortcomingFound&, const ShortcomingFound&) = default;
};
BOOST_DESCRIBE_STRUCT(ShortcomingFound, (), (shortcoming, description, cause, cause_text, answerable))

// Đã khắc phục / đang khắc phục (mức độ) / chưa khắc phục.
enum class RemedyStatus : std::uint8_t { done, in_progress, not_done };
BOOST_DESCRIBE_ENUM(RemedyStatus, done, in_progress, not_done)

struct EarlierShortcoming {
    PlanId plan;
    ShortcomingId shortcoming;
    RemedyStatus status = RemedyStatus::not_done;
    std::optional<int> degree_percent;  // in progress: 1 to 99
    Text account;
    friend bool operator==(const EarlierShortcoming&, const EarlierShortcoming&) = default;
};
BOOST_DESCRIBE_STRUCT(EarlierShortcoming, (), (plan, shortcoming, status, degree_percent, account))

// What the conference concluded. Replaced only by the next version, with a reason.
struct ReviewConcluded {
    static constexpr std::string_view kType = "review.concluded";
    ReviewId review;
    CycleId cycle;
    Owner owner;
    int version = 1;
    UnitCode held_in;         // the unit whose conference it was
    ConferenceId conference;  // of that unit in the cycle
    Text conclusion;
    std::vector<PointExplained> explained;  // every point suggested by then
    std::vector<ShortcomingFound> shortcomings;
    std::vector<EarlierShortcoming> earlier;  // every shortcoming of the owner's last plan of an earlier year
    DocumentId document;
    std::optional<Text> reason;  // of a later version
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ReviewConcluded&, const ReviewConcluded&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewConcluded, (),
                      (review, cycle, owner, version, held_in, conference, conclusion, explained, shortcomings, earlier,
                       document, reason, paper, breaches))

}  // namespace minhbach
