// The plan, its later versions, and the statement that there is nothing to plan.
#include "events/refusals.hpp"
#include "services/evaluation/steps.hpp"
#include "services/law/calendar.hpp"
#include "services/remediation/contents.hpp"

namespace minhbach::services::remediation {
namespace {

using organisation::Entry;
using organisation::Problems;

// Cycle and owner exist, and `plan` is the owner's plan in the cycle.
Outcome check_owner(Past& past, const PlanId& plan, const CycleId& cycle, const Owner& owner, Date today) {
    Problems problems;
    past.note(cycle_stream(cycle));
    problems.require(past.registry().cycle(cycle), "/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    problems.require(owner.person.has_value() != owner.unit.has_value(), "/owner",
                     "Phải ghi một người hoặc một đơn vị.", "The owner is one person or one unit.");
    if (!problems.none()) return std::move(problems).refusal();
    if (owner.unit) {
        problems.unit_on(past, *owner.unit, today, "/owner/unit");
    } else {
        problems.person(past, *owner.person, "/owner/person");
    }
    const auto id = cycle.str() + (owner.person ? ".p." + owner.person->str() : ".u." + owner.unit->str());
    problems.require(plan.str() == id, "/plan", "Mã kế hoạch phải là " + id + ".", "The plan's id is " + id + ".");
    if (!problems.none()) return std::move(problems).refusal();
    return {};
}

// The rules of the owner: those the dossier is bound to, else those of the unit, the owner's or the one worked in.
Result<const law::Rulebook*> rules_for(Past& past, const CycleId& cycle, const Owner& owner, Date day) {
    if (owner.unit) return evaluation::rulebook_of(past, cycle, *owner.unit, day);
    const auto& dossier = past.dossier(dossier_id(cycle, *owner.person));
    if (dossier.exists()) return evaluation::rulebook_of(past, dossier);
    const auto* post = past.registry().person(*owner.person)->last_post_at(day);
    return evaluation::rulebook_of(past, cycle, post ? post->unit : past.registry().cycle(cycle)->opened.scope.front(),
                                   day);
}

// The step is one for people and for collectives: the heads of units act for theirs, nobody for another person.
bool is_theirs(law::Role role, const Owner& owner) {
    return role == law::Role::unit_head || role == law::Role::rated_collective ? owner.unit.has_value() : true;
}

// Of a collective's plan, who is rated is the collective: whoever may propose for it.
Outcome enter(Past& past, Entry& entry, law::Role role, const Owner& owner) {
    if (role == law::Role::rated_person && owner.person) return entry.authorise_self(*owner.person);
    if (role == law::Role::unit_head) return entry.authorise_head(owner.unit.value());
    const auto power = evaluation::power_of(role == law::Role::rated_person ? law::Role::rated_collective : role);
    if (!power)
        return Refusal{"not-competent",
                       "",
                       "",
                       "Bộ quy tắc không giao kế hoạch này cho một người.",
                       "The rulebook gives the plan to no single person.",
                       {}};
    if (owner.unit) return entry.authorise_for_unit(*power, *owner.unit);
    const auto* post = past.registry().person(*owner.person)->last_post_at(entry.day());
    if (!post)
        return invalid_field("/owner/person", "Người này chưa được ghi nhận chức vụ, vị trí việc làm.",
                             "The person has no post.");
    return entry.authorise_for_person(*power, *owner.person, *post);
}

// By whom the rulebook lets the plan be made.
Result<Entry> entry_of(Past& past, const Acting& acting, const CycleId& cycle, const Owner& owner,
                       const std::optional<evaluation::OnPaper>& on_paper) {
    const auto rulebook = rules_for(past, cycle, owner, acting.today());
    if (!rulebook) return rulebook.error();
    const auto& procedure = (*rulebook)->procedure();
    auto roles = evaluation::roles_of(procedure, law::ProcedureStep::remediation_plan, {});
    std::erase_if(roles, [&](law::Role role) { return !is_theirs(role, owner); });
    auto clause = procedure.clauses_of(law::ProcedureStep::remediation_plan);
    if (clause.empty()) clause = kInternalRule;
    return evaluation::entry_of_first(past, acting, on_paper, roles, clause, [&](Entry& entry, law::Role role) {
        entry.rests_on(clause);
        return enter(past, entry, role, owner);
    });
}

// When the owner's level was decided, if it was by then.
std::optional<Date> concluded_on(Past& past, const CycleId& cycle, const Owner& owner, Time by) {
    if (owner.unit) {
        const auto& collective = past.collective(cycle, *owner.unit);
        if (!collective.exists() || collective.at > by) return std::nullopt;
        return collective.at.local_date();
    }
    const auto& dossier = past.dossier(dossier_id(cycle, *owner.person));
    if (!dossier.decision || dossier.decision->at > by) return std::nullopt;
    return dossier.decision->at.local_date();
}

// The term runs from the conclusion. A PAPER plan without one runs from its own day, and breaks the order of steps.
Result<Date> term_of(Past& past, const CycleId& cycle, const Owner& owner, const Entry& entry,
                     std::vector<Refusal>& broken) {
    const auto concluded = concluded_on(past, cycle, owner, entry.time());
    if (!concluded) {
        broken.push_back({"step-order",
                          "/owner",
                          past.registry().letter_of(cycle),
                          "Chưa có kết luận mức xếp loại nên chưa đến bước lập kế hoạch khắc phục.",
                          "There is no decided level yet; the plan comes after it.",
                          {}});
    }
    const int days = past.registry().cycle(cycle)->opened.remediation_working_days;
    return law::Calendar::vietnam().period_end(concluded.value_or(entry.day()), days, law::PeriodUnit::working);
}

Sections<AnswerableFor> sections_of(const std::vector<Answerable>& answerable) {
    Sections<AnswerableFor> sections;
    for (const auto& item : answerable)
        sections.items.push_back({item.person, AnswerableFor{item.shortcoming, item.share_percent, item.part}});
    return sections;
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const AdoptPlan& command) {
    if (auto outcome = check_owner(past, command.plan, command.cycle, command.owner, acting.today()); !outcome)
        return outcome.error();
    auto entry = entry_of(past, acting, command.cycle, command.owner, command.on_paper);
    if (!entry) return entry.error();
    const auto& before = past.plan(command.plan);
    auto [wrong, broken] = check_contents(past, command, before, entry->day());
    Problems problems;
    problems.document(past, command.document);
    if (before.exists()) problems.require_reason(command.reason.value_or(Text()));
    if (!problems.none()) wrong.push_back(std::move(problems).refusal());
    if (!wrong.empty()) return together(std::move(wrong));
    const auto term = term_of(past, command.cycle, command.owner, *entry, broken);
    if (!term) return term.error();
    if (auto outcome = evaluation::raise(*entry, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(*entry, remediation_stream(command.plan),
                               RemediationPlanned{command.plan, command.cycle, command.owner, before.version + 1, *term,
                                                  command.shortcomings, sections_of(command.answerable),
                                                  command.document, command.reason, entry->paper(), entry->breaches()});
}

Decision decide(Past& past, const Acting& acting, const StateNoShortcoming& command) {
    if (auto outcome = check_owner(past, command.plan, command.cycle, command.owner, acting.today()); !outcome)
        return outcome.error();
    auto entry = entry_of(past, acting, command.cycle, command.owner, command.on_paper);
    if (!entry) return entry.error();
    const auto& before = past.plan(command.plan);
    if (before.exists()) {
        return step_order(past, before, "/plan",
                          before.stated ? "Đã có cam kết không có hạn chế, khuyết điểm."
                                        : "Đã có kế hoạch khắc phục hạn chế, khuyết điểm.",
                          before.stated ? "The statement has been made already." : "There is a plan already.");
    }
    Problems problems;
    problems.document(past, command.document);
    problems.require(!command.statement.empty(), "/statement", "Phải ghi nội dung cam kết.",
                     "The statement is missing.");
    if (!problems.none()) return std::move(problems).refusal();
    std::vector<Refusal> broken;
    const auto left = left_out(past, command.cycle, command.owner, [](const ShortcomingId&) { return false; });
    if (!left.empty())
        broken.push_back({"shortcoming-left-out",
                          "/statement",
                          past.registry().letter_of(command.cycle),
                          "Kết luận kiểm điểm nêu hạn chế, khuyết điểm (" + left + ") nên phải lập kế hoạch khắc phục.",
                          "The conclusion of the review lists shortcomings (" + left + "), so there must be a plan.",
                          {}});
    const auto term = term_of(past, command.cycle, command.owner, *entry, broken);
    if (!term) return term.error();
    if (auto outcome = evaluation::raise(*entry, std::move(broken)); !outcome) return outcome.error();
    return evaluation::written(*entry, remediation_stream(command.plan),
                               NoShortcomingStated{command.plan, command.cycle, command.owner, *term, command.statement,
                                                   command.document, entry->paper(), entry->breaches()});
}

}  // namespace minhbach::services::remediation
