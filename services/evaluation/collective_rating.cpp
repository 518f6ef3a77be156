#include <algorithm>

#include "services/evaluation/collective_quota.hpp"
#include "services/evaluation/collective_steps.hpp"
#include "services/evaluation/rerating.hpp"

namespace minhbach::services::evaluation {
namespace {

// Reading F8: no level only for a unit that is new, changed (merged) or dissolved in the rating year.
void check_no_level(Past& past, const RateCollective& command, std::vector<Refusal>& broken) {
    if (command.level) return;
    const int year = past.registry().cycle(command.cycle)->opened.year;
    const auto& unit = *past.registry().unit(command.unit);
    const bool changed = std::any_of(unit.versions.begin(), unit.versions.end(),
                                     [&](const auto& version) { return version.from.year() == year; });
    if (changed || (unit.dissolved_on && unit.dissolved_on->year() == year)) return;
    broken.push_back({"level-not-allowed",
                      "/level",
                      collective_clause(past, command.cycle, law::Principle::levels),
                      "Đơn vị không được thành lập, thay đổi (sáp nhập) hay giải thể trong năm " +
                          std::to_string(year) + " nên phải có mức xếp loại.",
                      "The unit was neither established, changed (merged) nor dissolved in " + std::to_string(year) +
                          ", so it gets a level.",
                      {}});
}

// A decision signed after the act it is to carry, or no longer in effect, carries nothing.
std::optional<Refusal> not_in_effect(const organisation::Document& document, Date day, const std::string& clause) {
    const auto& registered = document.registered;
    if (registered.date <= day && (!registered.effective_to || *registered.effective_to >= day)) return std::nullopt;
    return Refusal{"step-order",
                   "/document",
                   clause,
                   "Văn bản số " + registered.number.str() + " ký ngày " + registered.date.vietnamese() +
                       " không có hiệu lực vào ngày " + day.vietnamese() + ".",
                   "Document " + registered.number.str() + ", signed " + registered.date.iso() +
                       ", is not in effect on " + day.iso() + ".",
                   {}};
}

void check_units_below(Past& past, const RateCollective& command, Date day, std::vector<Refusal>& broken) {
    if (!command.level) return;
    std::string missing;
    for (const auto& unit : units_to_rate(past, command.cycle, command.unit, day)) {
        if (!past.collective(command.cycle, unit).exists()) missing += (missing.empty() ? "" : ", ") + unit.str();
    }
    if (missing.empty()) return;
    broken.push_back({"collective-not-rated",
                      "/unit",
                      collective_clause(past, command.cycle, ProcedureStep::decision),
                      "Phải xếp loại các đơn vị cấp dưới trước: " + missing + ".",
                      "Rate the units below first: " + missing + ".",
                      {}});
}

// Of an excellent: how the share of its group stands with it.
std::optional<CollectiveQuotaStanding> check_quota(Past& past, const CycleId& cycle, const UnitCode& unit,
                                                   std::optional<Level> level, Date day, std::vector<Refusal>& broken) {
    if (level != Level::excellent) return std::nullopt;
    const auto quota = collective_quota(past, cycle, unit, level, day);
    if (!quota) return std::nullopt;
    if (auto refusal = above_maximum(*quota, "/level")) broken.push_back(*std::move(refusal));
    return quota->standing;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const RateCollective& command) {
    std::vector<Refusal> wrong, broken;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::decision, command.cycle, command.unit);
    if (!entered) return entered.error();
    auto& entry = *entered;
    if (past.collective(command.cycle, command.unit).exists()) {
        return Refusal{
            "step-order",
            "/unit",
            collective_clause(past, command.cycle, ProcedureStep::decision),
            "Tập thể, đơn vị này đã được xếp loại trong kỳ; muốn thay đổi thì phải hủy kết quả và xếp loại lại.",
            "This unit has its level in the cycle; another one needs a cancellation and a re-rating.",
            {}};
    }
    require_reason(command.reason, "/reason", wrong);
    if (auto document = find_document(past, command.document, "/document"); !document)
        wrong.push_back(document.error());
    if (auto refusal = cycle::closed_for(past, command.cycle, entry.time())) broken.push_back(*std::move(refusal));
    check_steps(past, command, wrong, broken);
    if (!wrong.empty()) return together(std::move(wrong));

    if (auto refusal = about_own_unit(past, entry, command.cycle, command.unit)) broken.push_back(*std::move(refusal));
    check_no_level(past, command, broken);
    check_units_below(past, command, entry.day(), broken);
    const auto quota = check_quota(past, command.cycle, command.unit, command.level, entry.day(), broken);
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    note_late_rating(past, entry, command.cycle);
    CollectiveRated rated{command.cycle,    command.unit, command.level, command.reason,
                          command.document, {},           entry.paper(), entry.breaches()};
    rated.departure = command.departure;
    rated.inspection = command.inspection;
    rated.quota = quota;
    return written(entry, collective_stream(command.cycle, command.unit),
                   resting_on(past.collective(command.cycle, command.unit), std::move(rated)));
}

Decision decide(Past& past, const Acting& acting, const ReRateCollective& command) {
    std::vector<Refusal> wrong, broken;
    require_cycle_and_unit(past, command.cycle, command.unit, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::decision, command.cycle, command.unit);
    if (!entered) return entered.error();
    auto& entry = *entered;
    const auto& collective = past.collective(command.cycle, command.unit);
    if (!collective.exists() || collective.revision != command.decision) {
        return Refusal{"step-order",
                       "/decision",
                       collective_clause(past, command.cycle, ProcedureStep::decision),
                       "Kết luận này không phải là kết luận đang có hiệu lực của tập thể, đơn vị.",
                       "This is not the decision in force of the collective.",
                       {}};
    }
    if (command.ground != ReratingGround::dishonesty && command.ground != ReratingGround::error) {
        wrong.push_back(
            invalid_field("/ground", "Căn cứ này chỉ áp dụng đối với cá nhân.", "This ground is one of persons."));
    }
    if (command.level == collective.rated->level) {
        wrong.push_back({"nothing-to-change",
                         "/level",
                         "",
                         "Mức mới giống mức đang có hiệu lực.",
                         "The new level is the one in force.",
                         {}});
    }
    require_reason(command.reason, "/reason", wrong);
    const auto document = find_document(past, command.document, "/document");
    if (!document) wrong.push_back(document.error());
    if (!wrong.empty()) return together(std::move(wrong));

    if (auto refusal = about_own_unit(past, entry, command.cycle, command.unit)) broken.push_back(*std::move(refusal));
    if (auto refusal =
            not_in_effect(**document, entry.day(), collective_clause(past, command.cycle, law::Principle::re_rating)))
        broken.push_back(*std::move(refusal));
    const auto quota = check_quota(past, command.cycle, command.unit, command.level, entry.day(), broken);
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();
    auto decided =
        written(entry, collective_stream(command.cycle, command.unit),
                CollectiveRatingCancelled{command.cycle, command.unit, command.decision, command.ground, command.reason,
                                          command.document,
                                          effects_of(past, command.cycle, command.unit, command.level, entry.day()),
                                          entry.paper(), entry.breaches()});
    auto follows = decided.events.front();
    CollectiveRated rated{command.cycle,    command.unit,     command.level, command.reason,
                          command.document, command.decision, entry.paper(), entry.breaches()};
    rated.quota = quota;
    follows.event = resting_on(collective, std::move(rated));
    decided.events.push_back(std::move(follows));
    return decided;
}

}  // namespace minhbach::services::evaluation
