// What answers on reviews have in common with those on dossiers and findings.
#pragma once

#include "projections/answers/context.hpp"

namespace minhbach::projections {

// Reviews and ratings of the year are finished before this day (Hướng dẫn số 25-HD/BTCTW: "trước ngày 31/12").
Date review_term(int year);

// Nothing where no step of a review was taken: a plan or a level alone makes none.
std::optional<ReviewRow> begun_review(const Context& context, const CycleId& cycle, const Owner& owner);
// Nothing but whose it is, where nothing has been done: a review that is missing.
ReviewView review_of(Context& context, const CycleId& cycle, const Owner& owner);

struct FoundInReview {
    FindingType type = FindingType::review_too_early;
    std::int64_t position = 0;  // of the act to ask about
    ReviewDetail detail;
};
// Conferences held too soon, points never explained, collectives reviewed after they were rated, shortcomings that no
// plan takes up although there is one or the year is over.
std::vector<FoundInReview> found_in_reviews(Context& context, const CycleId& cycle, int year);

}  // namespace minhbach::projections
