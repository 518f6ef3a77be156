// The review conference, and the order in which it reviews.
#include <algorithm>
#include <set>

#include "events/refusals.hpp"
#include "services/evaluation/attendance.hpp"
#include "services/evaluation/steps.hpp"
#include "services/review/reviewed.hpp"

namespace minhbach::services::review {
namespace {

constexpr std::size_t kReviewedMax = 500;

// The collective, its head, deputies and other members of the leadership, everybody else.
enum class Rank : std::uint8_t { collective, head, leader, other };

class Order {
public:
    Order(Past& past, const HoldReview& command, Date day)
        : past_(past), command_(command), day_(day), before_(past.conferences(command.cycle, command.unit)) {}

    void check(std::vector<Refusal>& broken) {
        auto reached = Rank::collective;
        for (std::size_t i = 0; i < command_.reviewed.size(); ++i) {
            const auto& owner = command_.reviewed[i].owner;
            const auto field = pointer("reviewed", i);
            const auto rank = rank_of(owner);
            if (rank < reached)
                broken.push_back(out_of_order(past_, command_.cycle, field,
                                              "Thứ tự kiểm điểm: tập thể trước, cá nhân sau; người đứng đầu trước, cấp "
                                              "phó và thành viên sau.",
                                              "The collective is reviewed before persons, the head before deputies and "
                                              "members."));
            reached = std::max(reached, rank);
            if (rank == Rank::head || rank == Rank::leader) after_collective(field, broken);
            if (rank == Rank::leader) after_head(field, broken);
            in_time(owner, field, broken);
            if (owner.unit) before_rating(field, broken);
        }
    }

private:
    Rank rank_of(const Owner& owner) const {
        if (owner.unit) return Rank::collective;
        const auto& registry = past_.registry();
        if (registry.heads(*owner.person, command_.unit, day_)) return Rank::head;
        const auto posts = registry.person(*owner.person)->posts_at(day_);
        const bool leads = std::any_of(posts.begin(), posts.end(),
                                       [&](const Post* post) { return post->leader && post->unit == command_.unit; });
        return leads ? Rank::leader : Rank::other;
    }
    // Here or in an earlier conference; where it stands in the list is looked at by rank.
    bool is_reviewed(const Owner& owner) const {
        return before_.reviewed_before(owner, command_.held_at) ||
               std::any_of(command_.reviewed.begin(), command_.reviewed.end(),
                           [&](const auto& one) { return one.owner == owner; });
    }
    void after_collective(const std::string& field, std::vector<Refusal>& broken) {
        if (is_reviewed({std::nullopt, command_.unit})) return;
        broken.push_back(out_of_order(past_, command_.cycle, field,
                                      "Tập thể lãnh đạo, quản lý chưa được kiểm điểm; cá nhân kiểm điểm sau.",
                                      "The leadership collective is reviewed first, persons after it."));
    }
    void after_head(const std::string& field, std::vector<Refusal>& broken) {
        for (const auto& person : past_.registry().people_in(command_.unit, day_)) {
            if (!past_.registry().heads(person, command_.unit, day_) || is_reviewed({person, std::nullopt})) continue;
            broken.push_back(out_of_order(past_, command_.cycle, field,
                                          "Người đứng đầu (" + person.str() + ") chưa được kiểm điểm.",
                                          "The head (" + person.str() + ") has not been reviewed yet."));
        }
    }
    void in_time(const Owner& owner, const std::string& field, std::vector<Refusal>& broken) {
        const auto& draft = past_.review(review_id(command_.cycle, owner)).draft;
        if (!draft) {
            if (waits_for_draft(past_, command_.cycle, owner))
                broken.push_back(out_of_order(past_, command_.cycle, field,
                                              "Chưa gửi dự thảo báo cáo kiểm điểm của tập thể.",
                                              "The collective's draft report has not been sent."));
            return;
        }
        if (command_.held_at.local_date() >= draft->conference_from) return;
        const auto& term = draft_term(past_, command_.cycle, owner);
        const auto days = std::to_string(term.days);
        broken.push_back(
            {"draft-too-late",
             field,
             term.clause->citation.str(),
             "Dự thảo gửi ngày " + draft->sent_at.local_date().vietnamese() + "; hội nghị sớm nhất là ngày " +
                 draft->conference_from.vietnamese() + " (trước ít nhất " + days + " ngày làm việc).",
             "The draft was sent on " + draft->sent_at.local_date().iso() + "; the conference is held on " +
                 draft->conference_from.iso() + " at the earliest (" + days + " working days).",
             {}});
    }
    void before_rating(const std::string& field, std::vector<Refusal>& broken) {
        const auto& collective = past_.collective(command_.cycle, command_.unit);
        if (!collective.exists() || collective.at > command_.held_at) return;
        broken.push_back(out_of_order(past_, command_.cycle, field,
                                      "Tập thể đã được xếp loại; kiểm điểm phải làm trước khi xếp loại.",
                                      "The collective has its level already; it is reviewed before it is rated."));
    }

    Past& past_;
    const HoldReview& command_;
    Date day_;
    const Conferences& before_;
};

void check_reviewed(Past& past, const HoldReview& command, Date day, Problems& problems) {
    problems.require(!command.reviewed.empty() && command.reviewed.size() <= kReviewedMax, "/reviewed",
                     "Phải nêu tập thể, cá nhân được kiểm điểm.", "Name who was reviewed.");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < command.reviewed.size(); ++i) {
        const auto& [owner, kind] = command.reviewed[i];
        const auto field = pointer("reviewed", i);
        const bool one = owner.person.has_value() != owner.unit.has_value();
        problems.require(one && owner.unit.has_value() == kind.has_value(), field,
                         "Ghi một người, hoặc đơn vị họp kèm loại tập thể (kind).",
                         "Name one person, or the unit with the kind of collective.");
        if (!one) continue;
        problems.require(seen.insert(owner.person ? "p" + owner.person->str() : "u" + owner.unit->str()).second, field,
                         "Được ghi hai lần.", "Named twice.");
        if (owner.unit) {
            problems.require(*owner.unit == command.unit, field + "/owner/unit",
                             "Hội nghị kiểm điểm tập thể của chính đơn vị họp.",
                             "A conference reviews the collective of its own unit.");
            continue;
        }
        const auto* person = problems.person(past, *owner.person, field + "/owner/person");
        if (!person) continue;
        const auto posts = person->posts_at(day);
        problems.require(
            std::any_of(posts.begin(), posts.end(),
                        [&](const Post* post) { return past.registry().within(post->unit, command.unit, day); }),
            field + "/owner/person", "Người này không công tác tại đơn vị họp hoặc đơn vị cấp dưới.",
            "The person works neither in the unit nor below it.");
    }
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const HoldReview& command) {
    std::vector<Refusal> unknown, broken;
    evaluation::require_cycle_and_unit(past, command.cycle, command.unit, unknown);
    if (!unknown.empty()) return together(std::move(unknown));
    auto entry = entry_by(past, acting, {std::nullopt, command.unit}, {{Way::By::power, Power::meeting, command.unit}},
                          command.on_paper);
    if (!entry) return entry.error();
    if (past.conferences(command.cycle, command.unit).find(command.conference))
        return organisation::already_exists("/conference", "Đơn vị đã có hội nghị kiểm điểm mang mã này.",
                                            "The unit has a conference of this id already.");
    Problems problems;
    const auto day = command.held_at.local_date();
    evaluation::check_attendance(past, evaluation::attendance_of(command), acting.now, problems);
    problems.document(past, command.minutes, "/minutes");
    check_reviewed(past, command, day, problems);
    if (!problems.none()) return std::move(problems).refusal();
    if (auto closed = cycle::closed_for(past, command.cycle, entry->time())) broken.push_back(*std::move(closed));
    Order(past, command, day).check(broken);
    if (auto outcome = evaluation::raise(*entry, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(*entry, conferences_stream(command.cycle, command.unit),
                               ReviewHeld{command.conference, command.cycle, command.unit, command.held_at,
                                          command.ended_at, command.chair, command.secretary, command.attendees,
                                          command.reviewed, command.minutes, entry->paper(), entry->breaches()});
}

}  // namespace minhbach::services::review
