// What comes before the conference: suggestions of the level above, and the draft report.
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/steps.hpp"
#include "services/review/reviewed.hpp"

namespace minhbach::services::review {
namespace {

constexpr std::size_t kPointsMax = 100;
constexpr std::size_t kRecipientsMax = 500;

std::optional<Refusal> concluded_already(Past& past, const CycleId& cycle, const Review& review) {
    if (!review.concluded) return std::nullopt;
    return out_of_order(past, cycle, "/review", "Đã có kết luận kiểm điểm; việc này phải làm trước khi kết luận.",
                        "The review is concluded; this belongs before the conclusion.");
}

void check_points(const Review& review, const std::vector<SuggestedPoint>& points, Problems& problems) {
    problems.require(!points.empty() && review.points.size() + points.size() <= kPointsMax, "/points",
                     "Phải có nội dung gợi ý, tổng cộng tối đa " + std::to_string(kPointsMax) + ".",
                     "Suggest something; a review has at most " + std::to_string(kPointsMax) + " points.");
    std::set<PointId> seen = review.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        problems.require(!points[i].point.empty() && seen.insert(points[i].point).second,
                         pointer("points", i, "/point"),
                         "Mã nội dung gợi ý phải có và chưa dùng trong lần kiểm điểm này.",
                         "A point has an id of its own in the review.");
        problems.require(!points[i].text.empty(), pointer("points", i, "/text"), "Phải ghi nội dung cần giải trình.",
                         "Say what is to be explained.");
    }
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const SuggestReview& command) {
    if (auto outcome = check_review(past, command.review, command.cycle, command.owner, acting.today()); !outcome)
        return outcome.error();
    auto entry = entry_by(past, acting, command.owner, {{Way::By::power, Power::decide, {}}}, command.on_paper);
    if (!entry) return entry.error();
    if (auto outcome = not_about_oneself(*entry, command.owner, order_clause(past, command.cycle)); !outcome)
        return outcome.error();
    const auto& review = past.review(command.review);
    Problems problems;
    problems.document(past, command.document);
    check_points(review, command.points, problems);
    if (!problems.none()) return std::move(problems).refusal();
    std::vector<Refusal> broken;
    if (auto closed = cycle::closed_for(past, command.cycle, entry->time())) broken.push_back(*std::move(closed));
    if (auto refusal = concluded_already(past, command.cycle, review)) broken.push_back(*std::move(refusal));
    if (auto outcome = evaluation::raise(*entry, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(*entry, review_stream(command.review),
                               ReviewSuggested{command.review, command.cycle, command.owner, command.points,
                                               command.document, entry->paper(), entry->breaches()});
}

Decision decide(Past& past, const Acting& acting, const SendReviewDraft& command) {
    if (auto outcome = check_review(past, command.review, command.cycle, command.owner, acting.today()); !outcome)
        return outcome.error();
    const auto entry =
        command.owner.person
            ? entry_by(past, acting, command.owner, {{Way::By::owner}}, command.on_paper)
            : entry_by(past, acting, command.owner,
                       {{Way::By::head}, {Way::By::power, Power::propose, {}}, {Way::By::power, Power::meeting, {}}},
                       command.on_paper);
    if (!entry) return entry.error();
    auto act = *entry;
    const auto& review = past.review(command.review);
    Problems problems;
    problems.document(past, command.document);
    problems.require(command.sent_at <= acting.now, "/sentAt", "Chỉ ghi việc đã gửi.", "It was sent before now.");
    problems.require(!command.recipients.empty() && command.recipients.size() <= kRecipientsMax, "/recipients",
                     "Phải ghi những người nhận dự thảo.", "Name those who got the draft.");
    std::set<PersonCode> seen;
    for (std::size_t i = 0; i < command.recipients.size(); ++i) {
        problems.person(past, command.recipients[i], pointer("recipients", i));
        problems.require(seen.insert(command.recipients[i]).second, pointer("recipients", i),
                         "Người này được ghi hai lần.", "The person is named twice.");
    }
    const auto from = draft_term(past, command.cycle, command.owner).end(command.sent_at.local_date());
    if (!from) problems.add(from.error());
    if (!problems.none()) return std::move(problems).refusal();
    std::vector<Refusal> broken;
    if (auto closed = cycle::closed_for(past, command.cycle, act.time())) broken.push_back(*std::move(closed));
    if (auto refusal = concluded_already(past, command.cycle, review)) broken.push_back(*std::move(refusal));
    if (auto outcome = evaluation::raise(act, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(
        act, review_stream(command.review),
        ReviewDraftSent{command.review, command.cycle, command.owner, review.draft ? review.draft->version + 1 : 1,
                        command.sent_at, command.recipients, *from, command.document, act.paper(), act.breaches()});
}

}  // namespace minhbach::services::review
