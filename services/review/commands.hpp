// Kiểm điểm of collectives and individuals: suggestions of the level above, the draft report, the conference, its
// conclusion, as the procedure of the rulebook asks that has reviews. What it finds wanting goes into the remediation
// plan (services/remediation).
#pragma once

#include "services/evaluation/commands.hpp"
#include "services/review/review.hpp"

namespace minhbach::services::review {

// By `decide` over the owner, never about oneself; until the review is concluded.
struct SuggestReview {
    ReviewId review;  // `review_id` of cycle and owner
    CycleId cycle;
    Owner owner;
    std::vector<SuggestedPoint> points;  // ids not used before in the review
    DocumentId document;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(SuggestReview, (), (review, cycle, owner, points, document, on_paper))

// By whoever is reviewed; of a unit by its head, or on a mandate to propose or to hold meetings for it.
struct SendReviewDraft {
    ReviewId review;
    CycleId cycle;
    Owner owner;
    Time sent_at;
    std::vector<PersonCode> recipients;  // at least one
    DocumentId document;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(SendReviewDraft, (), (review, cycle, owner, sent_at, recipients, document, on_paper))

// By `meeting` for the unit. Reviewed are its collective and people who work in it or below, in this order: collective,
// head, deputies and other leaders, others. A collective needs a draft that was sent in time and no level yet.
struct HoldReview {
    ConferenceId conference;
    CycleId cycle;
    UnitCode unit;
    Time held_at;
    std::optional<Time> ended_at;
    PersonCode chair;
    PersonCode secretary;
    std::vector<Attendee> attendees;
    std::vector<Reviewed> reviewed;
    std::optional<DocumentId> minutes;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(HoldReview, (),
                      (conference, cycle, unit, held_at, ended_at, chair, secretary, attendees, reviewed, minutes,
                       on_paper))

// By `meeting` for the unit of the conference, or by `decide` over the owner; never by the person reviewed. Again: the
// next version, with a reason.
struct ConcludeReview {
    ReviewId review;
    CycleId cycle;
    Owner owner;
    UnitCode held_in;
    ConferenceId conference;
    Text conclusion;
    std::vector<PointExplained> explained;       // exactly the points suggested
    std::vector<ShortcomingFound> shortcomings;  // of a collective each names who answers for it
    std::vector<EarlierShortcoming> earlier;     // exactly those of the last plan of an earlier year
    DocumentId document;
    std::optional<Text> reason;
    std::optional<evaluation::OnPaper> on_paper;
};
BOOST_DESCRIBE_STRUCT(ConcludeReview, (),
                      (review, cycle, owner, held_in, conference, conclusion, explained, shortcomings, earlier,
                       document, reason, on_paper))

Decision decide(Past& past, const Acting& acting, const SuggestReview& command);
Decision decide(Past& past, const Acting& acting, const SendReviewDraft& command);
Decision decide(Past& past, const Acting& acting, const HoldReview& command);
Decision decide(Past& past, const Acting& acting, const ConcludeReview& command);

}  // namespace minhbach::services::review
