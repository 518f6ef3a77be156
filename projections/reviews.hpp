// Reviews of collectives and persons in a cycle, with what the rating of a collective rests on: who suggested, drafted,
// reviewed and concluded what, when and on what authority; whose review is missing or late.
#pragma once

#include "events/vocabulary/review.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

// One owner in one cycle. Positions are those of the events, in their order.
struct ReviewRow {
    CycleId cycle;
    Owner owner;
    std::vector<std::int64_t> suggested, drafts, held, concluded, self_rated, appraised, concerns;
    std::vector<PointId> points;              // suggested so far
    std::vector<PointId> explained;           // by the conclusion in force
    std::vector<ShortcomingId> shortcomings;  // of the conclusion in force
    std::vector<ShortcomingId> planned;       // those that the plan in force takes up
    bool has_plan = false;                    // or stated that there is nothing to plan
    std::optional<Date> conference_from;      // by the last draft
    std::optional<std::int64_t> too_early;    // the first conference before that day
    std::optional<Time> held_at;              // the first conference
    std::optional<Time> concluded_at;         // the version in force
    std::optional<Time> rated_at;             // of a collective: its first level
    int revision = 0;                         // of the review's stream

    std::vector<PointId> unanswered() const;
    std::vector<ShortcomingId> without_measure() const;
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (),
                      (cycle, owner, suggested, drafts, held, concluded, self_rated, appraised, concerns, points,
                       explained, shortcomings, planned, has_plan, conference_from, too_early, held_at, concluded_at,
                       rated_at, revision))

// How far a review is.
enum class ReviewStanding : std::uint8_t { missing, suggested, draft_sent, held, concluded };
BOOST_DESCRIBE_ENUM(ReviewStanding, missing, suggested, draft_sent, held, concluded)

struct ReviewLine {
    Owner owner;
    std::string name;
    std::optional<UnitName> unit;  // of a collective
    ReviewStanding standing = ReviewStanding::missing;
    bool late = false;  // not concluded by the end of the term, or concluded after it
    std::optional<Date> conference_from;
    std::optional<Time> held_at;
    std::optional<Time> concluded_at;
    std::optional<Time> rated_at;
    std::vector<PointId> unanswered;
    std::vector<ShortcomingId> without_measure;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewLine, (),
                      (owner, name, unit, standing, late, conference_from, held_at, concluded_at, rated_at, unanswered,
                       without_measure, revision))

// A suggested point with who suggested it, and what was said to it.
struct PointView {
    PointId point;
    Text text;
    Provenance suggested;
    DocumentName document;
    std::optional<Text> explanation;
};
BOOST_DESCRIBE_STRUCT(PointView, (), (point, text, suggested, document, explanation))

// A conference as those who were reviewed see it.
struct ConferenceView {
    Provenance by;
    ConferenceId conference;
    UnitName unit;
    Time held_at;
    std::optional<Time> ended_at;
    PersonName chair;
    PersonName secretary;
    int present = 0;
    int absent = 0;
    std::optional<CollectiveKind> kind;  // of a collective: as what it was reviewed
    int place = 0;                       // in the order of the review, from 1
    std::optional<DocumentName> minutes;
};
BOOST_DESCRIBE_STRUCT(ConferenceView, (),
                      (by, conference, unit, held_at, ended_at, chair, secretary, present, absent, kind, place,
                       minutes))

// Everything of one review.
struct ReviewView {
    CycleId cycle;
    ReviewLine line;
    Date term;  // reviews end before this day
    std::vector<PointView> points;
    std::vector<Sourced<ReviewDraftSent>> drafts;
    std::vector<ConferenceView> conferences;
    std::vector<Sourced<ReviewConcluded>> conclusions;  // every version; the last stands
    std::vector<Sourced<CollectiveSelfRated>> self_ratings;
    std::vector<Sourced<CollectiveAppraised>> appraisals;
    std::vector<Sourced<CollectiveConcernRaised>> concerns;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
                      (cycle, line, term, points, drafts, conferences, conclusions, self_ratings, appraisals, concerns))

struct ReviewAnswer {
    Basis basis;
    ReviewView review;
};
BOOST_DESCRIBE_STRUCT(ReviewAnswer, (), (basis, review))

struct ReviewsQuestion {
    CycleId cycle;
    std::optional<UnitCode> unit;  // with everything below
    std::optional<ReviewStanding> standing;
    std::optional<bool> late;
    std::optional<Date> day;  // on which what is missing is late; absent: that of the last event known
    Keyset page;
};

struct ReviewsAnswer {
    Basis basis;
    CycleId cycle;
    Date term;
    std::vector<ReviewLine> items;    // units in scope with people to rate, by code, and whoever else was reviewed
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // printable ASCII
};
BOOST_DESCRIBE_STRUCT(ReviewsAnswer, (), (basis, cycle, term, items, total, next))

}  // namespace minhbach::projections
