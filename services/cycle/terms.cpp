// What later documents change of a cycle: its terms, whether it is closed, the rulebook of a unit.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/concretisation/layers.hpp"
#include "services/cycle/cycle.hpp"
#include "services/evaluation/commands.hpp"
#include "services/law/calendar.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::cycle {
namespace {

using organisation::Problems;

// The cycle, and somebody who may run it over all of its scope, or over the unit named.
struct Ruled {
    const Cycle* cycle;
    Authority authority;
};

Result<Ruled> ruled_by(Past& past, const Acting& acting, const CycleId& id, const std::optional<UnitCode>& unit) {
    past.note(cycle_stream(id));
    const auto* cycle = past.registry().cycle(id);
    if (!cycle) {
        auto refusal =
            not_found("Không có kỳ đánh giá mang mã " + id.str() + ".", "There is no cycle " + id.str() + ".");
        refusal.field = "/cycle";
        return refusal;
    }
    auto units = cycle->opened.scope;
    if (unit) {
        Problems problems;
        problems.unit_on(past, *unit, acting.today(), "/forUnit");
        problems.require(in_scope(past, *cycle, *unit, acting.today()), "/forUnit",
                         "Đơn vị " + unit->str() + " không thuộc phạm vi của kỳ đánh giá.",
                         "Unit " + unit->str() + " is outside the scope of the cycle.");
        if (!problems.none()) return std::move(problems).refusal();
        units = {*unit};
    }
    Authority authority;
    for (const auto& one : units) {
        const auto found =
            organisation::competent_for_unit(past, acting.person, Power::open_cycle, one, acting.today());
        if (!found) return found.error();
        authority = *found;
    }
    return Ruled{cycle, authority};
}

Time end_of(const Deadline& deadline) {
    return law::last_moment_before(deadline.date, deadline.inclusive);
}

template <class Id>
std::string listed(const std::vector<Id>& ids) {
    constexpr std::size_t kNamed = 20;
    std::string named;
    for (std::size_t i = 0; i < std::min(kNamed, ids.size()); ++i) named += (i == 0 ? "" : ", ") + ids[i].str();
    return named + (ids.size() > kNamed ? ", ..." : "");
}

std::vector<DossierId> undecided(Past& past, const CycleId& cycle) {
    std::vector<DossierId> found;
    for (const auto& id : evaluation::dossiers_of(past, cycle, [](const Post&) { return true; }))
        if (!past.dossier(id).decision && !past.dossier(id).closed) found.push_back(id);
    return found;
}

std::vector<UnitCode> files_waiting(Past& past, const CycleId& cycle) {
    std::vector<UnitCode> found;
    for (const auto& [code, unit] : past.registry().units())
        if (past.submission(cycle, code).status == submission::FileStatus::submitted) found.push_back(code);
    return found;
}

std::string document_named(const Past& past, const DocumentId& id) {
    const auto* document = past.registry().document(id);
    if (!document) return id.str();
    return document->registered.number.str() + " ngày " + document->registered.date.vietnamese();
}

// Somebody in the unit or below it has filed: what that was judged by stays.
std::optional<Refusal> already_filed(Past& past, const CycleId& cycle, const UnitCode& unit, Date day) {
    const auto& registry = past.registry();
    const auto inside = [&](const Post& post) { return registry.within(post.unit, unit, day); };
    for (const auto& id : evaluation::dossiers_of(past, cycle, inside)) {
        if (past.dossier(id).self_assessments == 0) continue;
        return Refusal{
            "step-order",
            "/forUnit",
            kInternalRule,
            "Hồ sơ " + id.str() +
                " đã có phiếu tự đánh giá; bộ quy tắc của đơn vị không thay đổi được nữa trong kỳ này.",
            "Dossier " + id.str() + " has a self-assessment; the unit's rulebook can no longer change in this cycle.",
            {}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> closed_for(Past& past, const CycleId& id, Time at) {
    past.note(cycle_stream(id));
    const auto* cycle = past.registry().cycle(id);
    if (!cycle || !cycle->closed || at < cycle->closed_at) return std::nullopt;
    const auto document = document_named(past, cycle->closed->document);
    return Refusal{"cycle-closed",
                   "",
                   "Văn bản số " + document,
                   "Kỳ đánh giá " + id.str() + " đã khóa theo văn bản số " + document +
                       "; kết quả chỉ thay đổi khi giải quyết kiến nghị, khiếu nại hoặc hủy kết quả để xếp loại lại.",
                   "Cycle " + id.str() + " was closed by document " + cycle->closed->document.str() +
                       "; results change only by objections, or by cancelling and rating again.",
                   {}};
}

Decision decide(Past& past, const Acting& acting, const ExtendTerm& command) {
    const auto ruled = ruled_by(past, acting, command.cycle, command.for_unit);
    if (!ruled) return ruled.error();
    const auto& cycle = *ruled->cycle;
    if (auto closed = closed_for(past, command.cycle, acting.now)) return *std::move(closed);
    Problems problems;
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    const auto was = term_in_force(past.registry(), cycle, command.term, command.for_unit, acting.today());
    problems.require(!was || end_of(*was) < end_of(command.until), "/until/date",
                     "Thời hạn mới phải sau thời hạn đang áp dụng" + (was ? " (" + was->date.vietnamese() + ")." : "."),
                     "The new term must be later than the one in force" + (was ? " (" + was->date.iso() + ")." : "."));
    const int year = command.until.date.year();
    problems.require(year == cycle.opened.year || year == cycle.opened.year + 1, "/until/date",
                     "Thời hạn phải trong năm đánh giá hoặc năm liền sau.",
                     "The term lies in the rated year or the next one.");
    if (command.term == CycleTerm::self_assessment) {
        const auto files =
            term_in_force(past.registry(), cycle, CycleTerm::submission, command.for_unit, acting.today());
        problems.require(command.until.date <= files.value().date, "/until/date",
                         "Thời hạn tự đánh giá không được sau thời hạn gửi hồ sơ; hãy gia hạn gửi hồ sơ trước.",
                         "The self-assessment would be due after the files are; extend that term first.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(ruled->authority, cycle_stream(command.cycle),
                                 CycleTermExtended{command.cycle, command.term, command.for_unit, command.until, was,
                                                   command.document, command.reason});
}

Decision decide(Past& past, const Acting& acting, const CloseCycle& command) {
    const auto ruled = ruled_by(past, acting, command.cycle, std::nullopt);
    if (!ruled) return ruled.error();
    if (auto closed = closed_for(past, command.cycle, acting.now)) return *std::move(closed);
    CycleClosed event{command.cycle, command.document, command.reason, undecided(past, command.cycle),
                      files_waiting(past, command.cycle)};
    const bool unfinished = !event.unfinished.empty() || !event.files_open.empty();
    Problems problems;
    problems.document(past, command.document);
    if (unfinished && command.leave_unfinished) problems.require_reason(command.reason.value_or(Text{}));
    if (!problems.none()) return std::move(problems).refusal();
    if (unfinished && !command.leave_unfinished) {
        const auto dossiers = std::to_string(event.unfinished.size()), files = std::to_string(event.files_open.size());
        return Refusal{"step-order",
                       "/leaveUnfinished",
                       kInternalRule,
                       "Còn " + dossiers + " hồ sơ chưa có kết luận (" + listed(event.unfinished) + ") và " + files +
                           " hồ sơ đơn vị đang chờ tiếp nhận (" + listed(event.files_open) +
                           "); hãy hoàn thành, hoặc khóa kỳ và nêu lý do để lại.",
                       dossiers + " dossiers have no decision (" + listed(event.unfinished) + ") and " + files +
                           " files wait to be received (" + listed(event.files_open) +
                           "); finish them, or leave them so with a reason.",
                       {}};
    }
    return organisation::written(ruled->authority, cycle_stream(command.cycle), std::move(event));
}

Decision decide(Past& past, const Acting& acting, const ReopenCycle& command) {
    const auto ruled = ruled_by(past, acting, command.cycle, std::nullopt);
    if (!ruled) return ruled.error();
    if (!ruled->cycle->closed) {
        return Refusal{"step-order",
                       "/cycle",
                       kInternalRule,
                       "Kỳ đánh giá " + command.cycle.str() + " đang mở.",
                       "Cycle " + command.cycle.str() + " is open.",
                       {}};
    }
    Problems problems;
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    if (!problems.none()) return std::move(problems).refusal();
    return organisation::written(ruled->authority, cycle_stream(command.cycle), command);
}

Decision decide(Past& past, const Acting& acting, const BindRulebook& command) {
    const auto ruled = ruled_by(past, acting, command.cycle, command.for_unit);
    if (!ruled) return ruled.error();
    const auto& cycle = *ruled->cycle;
    if (auto closed = closed_for(past, command.cycle, acting.now)) return *std::move(closed);
    const auto rulebook = law::find_rulebook(command.rulebook);
    if (!rulebook) return rulebook.error();
    if (auto refusal = cannot_be_bound(**rulebook)) return *std::move(refusal);
    const auto present = evaluation::rulebook_of(past, command.cycle, command.for_unit, acting.today());
    if (present && *present == *rulebook) return organisation::nothing_to_change();
    Problems problems;
    problems.document(past, command.document);
    problems.require_reason(command.reason);
    problems.require((*rulebook)->in_force().year() <= cycle.opened.year, "/rulebook",
                     "Bộ quy tắc có hiệu lực từ " + (*rulebook)->in_force().vietnamese() + ", sau năm đánh giá.",
                     "The rulebook is in force from " + (*rulebook)->in_force().iso() + ", after the rated year.");
    // What was written on top of the rulebook so far must still mean something on the other one.
    for (const auto* layer : concretisation::layers_below(past, command.cycle, command.for_unit, acting.today()))
        for (auto& conflict : concretisation::unknown_clauses(*layer, **rulebook, "/rulebook"))
            problems.add(std::move(conflict));
    if (!problems.none()) return std::move(problems).refusal();
    if (auto refusal = already_filed(past, command.cycle, command.for_unit, acting.today())) return *std::move(refusal);
    return organisation::written(ruled->authority, cycle_stream(command.cycle),
                                 RulebookBound{command.cycle, command.for_unit, command.rulebook, (*rulebook)->hash(),
                                               command.document, command.reason});
}

}  // namespace minhbach::services::cycle
