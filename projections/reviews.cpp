#include "projections/reviews.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace reviews {
namespace {

class Reviews : public Projection {
public:
    std::string_view name() const override { return "reviews"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

template <class Change>
void on_row(Rows& rows, const CycleId& cycle, const Owner& owner, const Change& change) {
    const auto key = entity(cycle.str(), remediation::owner_entity(owner));
    auto row = rows.get_as<ReviewRow>(kRows, key).value_or(ReviewRow{});
    row.cycle = cycle;
    row.owner = owner;
    change(row);
    rows.put_as(kRows, key, row);
}

// What of a plan was found in the review.
std::vector<ShortcomingId> taken_up(const RemediationPlanned& planned) {
    std::vector<ShortcomingId> ids;
    for (const auto& one : planned.shortcomings)
        if (one.found_in.review) ids.push_back(one.shortcoming);
    return ids;
}

void conclude(ReviewRow& row, const ReviewConcluded& e, Time at) {
    row.concluded_at = at;
    row.explained.clear();
    row.shortcomings.clear();
    for (const auto& one : e.explained) row.explained.push_back(one.point);
    for (const auto& one : e.shortcomings) row.shortcomings.push_back(one.shortcoming);
}

void Reviews::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto position = static_cast<std::int64_t>(record.position.value);
    const auto at = record.decided_at.value_or(record.recorded_at);
    const auto of_review = [&](const auto& e, const auto& change) {
        on_row(rows, e.cycle, e.owner, [&](ReviewRow& row) {
            change(row);
            row.revision = static_cast<int>(record.revision.value + 1);
        });
    };
    const auto of_unit = [&](const auto& e, const auto& change) {
        on_row(rows, e.cycle, {std::nullopt, e.unit}, change);
    };
    match(
        recorded.event,
        [&](const ReviewSuggested& e) {
            of_review(e, [&](ReviewRow& row) {
                row.suggested.push_back(position);
                for (const auto& one : e.points) row.points.push_back(one.point);
            });
        },
        [&](const ReviewDraftSent& e) {
            of_review(e, [&](ReviewRow& row) {
                row.drafts.push_back(position);
                row.conference_from = e.conference_from;
            });
        },
        [&](const ReviewHeld& e) {
            for (const auto& one : e.reviewed) {
                on_row(rows, e.cycle, one.owner, [&](ReviewRow& row) {
                    row.held.push_back(position);
                    const bool early = row.conference_from && e.held_at.local_date() < *row.conference_from;
                    if (early && !row.too_early) row.too_early = position;
                    if (!row.held_at || e.held_at < *row.held_at) row.held_at = e.held_at;
                });
            }
        },
        [&](const ReviewConcluded& e) {
            of_review(e, [&](ReviewRow& row) {
                row.concluded.push_back(position);
                conclude(row, e, at);
            });
        },
        [&](const CollectiveSelfRated& e) { of_unit(e, [&](ReviewRow& row) { row.self_rated.push_back(position); }); },
        [&](const CollectiveAppraised& e) { of_unit(e, [&](ReviewRow& row) { row.appraised.push_back(position); }); },
        [&](const CollectiveConcernRaised& e) {
            of_unit(e, [&](ReviewRow& row) { row.concerns.push_back(position); });
        },
        [&](const CollectiveRated& e) {
            of_unit(e, [&](ReviewRow& row) {
                if (!row.rated_at) row.rated_at = at;
            });
        },
        [&](const RemediationPlanned& e) {
            on_row(rows, e.cycle, e.owner, [&](ReviewRow& row) {
                row.planned = taken_up(e);
                row.has_plan = true;
            });
        },
        [&](const NoShortcomingStated& e) {
            on_row(rows, e.cycle, e.owner, [](ReviewRow& row) { row.has_plan = true; });
        });
}

// Those of `all` that are not among `done`.
template <class Id>
std::vector<Id> without(const std::vector<Id>& all, const std::vector<Id>& done) {
    std::vector<Id> left;
    for (const auto& one : all)
        if (std::find(done.begin(), done.end(), one) == done.end()) left.push_back(one);
    return left;
}

}  // namespace
}  // namespace reviews

std::vector<PointId> ReviewRow::unanswered() const {
    return reviews::without(points, explained);
}

std::vector<ShortcomingId> ReviewRow::without_measure() const {
    return reviews::without(shortcomings, planned);
}

std::unique_ptr<Projection> make_reviews() {
    return std::make_unique<reviews::Reviews>();
}

}  // namespace minhbach::projections
