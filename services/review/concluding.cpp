// The conclusion of a review: every suggested point explained, every earlier shortcoming reported, what is wanting
// named.
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/steps.hpp"
#include "services/review/reviewed.hpp"

namespace minhbach::services::review {
namespace {

constexpr std::size_t kFoundMax = 100;

// The last plan of an earlier year; nothing if there is none.
std::optional<PlanId> last_plan(Past& past, const CycleId& cycle, const Owner& owner) {
    const int year = past.registry().cycle(cycle)->opened.year;
    std::optional<PlanId> last;
    int last_year = 0;
    for (const auto& [id, other] : past.registry().cycles()) {
        if (other.opened.year >= year || other.opened.year <= last_year) continue;
        const auto plan = plan_id(id, owner);
        if (!past.plan(plan).adopted() || past.plan(plan).stated) continue;
        last = plan;
        last_year = other.opened.year;
    }
    return last;
}

class Conclusion {
public:
    Conclusion(Past& past, const ConcludeReview& command)
        : past_(past), command_(command), review_(past.review(command.review)) {}

    void check(Time at, Problems& problems, std::vector<Refusal>& broken) {
        problems.document(past_, command_.document);
        problems.require(!command_.conclusion.empty(), "/conclusion", "Phải ghi kết luận.",
                         "The conclusion is missing.");
        if (review_.concluded) problems.require_reason(command_.reason.value_or(Text()));
        conference(at, problems, broken);
        explained(problems, broken);
        shortcomings(problems);
        earlier(problems, broken);
    }

private:
    void conference(Time at, Problems& problems, std::vector<Refusal>& broken) {
        const auto* held = past_.conferences(command_.cycle, command_.held_in).find(command_.conference);
        problems.require(held && reviewed_in(*held, command_.owner), "/conference",
                         "Không có hội nghị này, hoặc hội nghị không kiểm điểm tập thể, cá nhân này.",
                         "There is no such conference, or it did not review the owner.");
        if (held && at < held->ended_at.value_or(held->held_at))
            broken.push_back(out_of_order(past_, command_.cycle, "/conference",
                                          "Kết luận phải sau khi hội nghị kết thúc.",
                                          "The conclusion comes after the conference."));
    }

    void explained(Problems& problems, std::vector<Refusal>& broken) {
        auto open = review_.points;
        for (std::size_t i = 0; i < command_.explained.size(); ++i) {
            const auto& one = command_.explained[i];
            problems.require(open.erase(one.point) == 1, pointer("explained", i, "/point"),
                             "Không có nội dung gợi ý này, hoặc đã giải trình ở dòng trên.",
                             "No such point was suggested, or it is explained above.");
            problems.require(!one.explanation.empty(), pointer("explained", i, "/explanation"),
                             "Phải ghi nội dung giải trình.", "The explanation is missing.");
        }
        if (open.empty()) return;
        std::string left;
        for (const auto& point : open) left += (left.empty() ? "" : ", ") + point.str();
        broken.push_back({"suggestion-unanswered",
                          "/explained",
                          form_clause(past_, command_.cycle, command_.owner),
                          "Nội dung gợi ý kiểm điểm chưa được giải trình: " + left + ".",
                          "Suggested points left unanswered: " + left + ".",
                          {}});
    }

    void shortcomings(Problems& problems) {
        problems.require(command_.shortcomings.size() <= kFoundMax, "/shortcomings",
                         "Tối đa " + std::to_string(kFoundMax) + " hạn chế, khuyết điểm.",
                         "At most " + std::to_string(kFoundMax) + " shortcomings.");
        std::set<ShortcomingId> seen;
        for (std::size_t i = 0; i < command_.shortcomings.size(); ++i) {
            const auto& one = command_.shortcomings[i];
            problems.require(!one.shortcoming.empty() && seen.insert(one.shortcoming).second,
                             pointer("shortcomings", i, "/shortcoming"),
                             "Mã hạn chế, khuyết điểm phải có và không trùng.", "A shortcoming has an id of its own.");
            problems.require(!one.description.empty() && !one.cause_text.empty(), pointer("shortcomings", i),
                             "Phải ghi nội dung và nguyên nhân.", "Description and cause are needed.");
            problems.require(one.answerable.empty() == command_.owner.person.has_value(),
                             pointer("shortcomings", i, "/answerable"),
                             "Hạn chế của tập thể phải nêu người chịu trách nhiệm; của cá nhân thì không ghi.",
                             "Of a collective name who answers for it; of a person nobody is named.");
            for (std::size_t j = 0; j < one.answerable.size(); ++j)
                problems.person(past_, one.answerable[j],
                                pointer("shortcomings", i, "/answerable/" + std::to_string(j)));
        }
    }

    void earlier(Problems& problems, std::vector<Refusal>& broken) {
        const auto plan = last_plan(past_, command_.cycle, command_.owner);
        auto open = plan ? past_.plan(*plan).shortcomings : std::set<ShortcomingId>{};
        for (std::size_t i = 0; i < command_.earlier.size(); ++i) {
            const auto& one = command_.earlier[i];
            problems.require(plan == one.plan && open.erase(one.shortcoming) == 1, pointer("earlier", i),
                             "Kế hoạch năm trước không có hạn chế này, hoặc đã báo cáo ở dòng trên.",
                             "The plan of the earlier year has no such shortcoming, or it is reported above.");
            const bool degree = one.degree_percent && *one.degree_percent >= 1 && *one.degree_percent <= 99;
            problems.require(one.status == RemedyStatus::in_progress ? degree : !one.degree_percent,
                             pointer("earlier", i, "/degreePercent"),
                             "Chỉ việc đang khắc phục có mức độ, từ 1 đến 99%.",
                             "What is in progress has a degree of 1 to 99 percent, nothing else has one.");
            problems.require(!one.account.empty(), pointer("earlier", i, "/account"), "Phải ghi kết quả khắc phục.",
                             "Say what became of it.");
        }
        if (open.empty()) return;
        std::string left;
        for (const auto& id : open) left += (left.empty() ? "" : ", ") + id.str();
        broken.push_back({"shortcoming-left-out",
                          "/earlier",
                          form_clause(past_, command_.cycle, command_.owner),
                          "Chưa kiểm điểm kết quả khắc phục hạn chế của năm trước: " + left + ".",
                          "What became of earlier shortcomings is not said: " + left + ".",
                          {}});
    }

    Past& past_;
    const ConcludeReview& command_;
    const Review& review_;
};

}  // namespace

Decision decide(Past& past, const Acting& acting, const ConcludeReview& command) {
    if (auto outcome = check_review(past, command.review, command.cycle, command.owner, acting.today()); !outcome)
        return outcome.error();
    auto entry = entry_by(past, acting, command.owner,
                          {{Way::By::power, Power::meeting, command.held_in}, {Way::By::power, Power::decide, {}}},
                          command.on_paper);
    if (!entry) return entry.error();
    if (auto outcome = not_about_oneself(*entry, command.owner, order_clause(past, command.cycle)); !outcome)
        return outcome.error();
    Problems problems;
    std::vector<Refusal> broken;
    if (auto closed = cycle::closed_for(past, command.cycle, entry->time())) broken.push_back(*std::move(closed));
    Conclusion(past, command).check(entry->time(), problems, broken);
    if (!problems.none()) return std::move(problems).refusal();
    if (auto outcome = evaluation::raise(*entry, std::move(broken)); !outcome) return outcome.error();
    const auto& before = past.review(command.review).concluded;
    return evaluation::written(
        *entry, review_stream(command.review),
        ReviewConcluded{command.review, command.cycle, command.owner, before ? before->version + 1 : 1, command.held_in,
                        command.conference, command.conclusion, command.explained, command.shortcomings,
                        command.earlier, command.document, command.reason, entry->paper(), entry->breaches()});
}

}  // namespace minhbach::services::review
