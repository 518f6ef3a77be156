#include <algorithm>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

using Submitted = Sourced<ReportSubmitted>;

// Newest first.
std::vector<Submitted> reports_of(Context& context, const CycleId& cycle, const UnitCode& unit) {
    std::vector<Submitted> found;
    for (const auto& digits : context.entities(report::kSubmitted, entity(cycle.str(), unit.str()) + "/"))
        context.append_event(found, static_cast<std::int64_t>(position_of_newest_first(digits)));
    return found;
}

// `then` sees the rows of the moment the report was made.
ReportMissing missing_of(Context& then, const Cycle& cycle, const UnitCode& unit, Date day) {
    ReportMissing missing{then.unit_name(unit, day), FileStatus::missing, false};
    const auto row = then.row<FileRow>(files::kRows, entity(cycle.opened.cycle.str(), unit.str()));
    if (!row || row->versions.empty()) return missing;
    missing.status = row->status;
    missing.late = row->versions.front().submitted.recorded_at >=
                   deadline_end(term_for(then, cycle, CycleTerm::submission, unit, day).until.value());
    return missing;
}

ReportAnswer named(Context& context, Context& then, const Cycle& cycle, const ReportSubmitted& report) {
    const auto day = report.as_of.local_date();
    ReportAnswer answer;
    answer.basis = context.basis();
    answer.cycle = report.cycle;
    answer.title = cycle.opened.title.str();
    answer.unit = context.unit_name(report.unit, day);
    if (report.to) answer.to = context.unit_name(*report.to, day);
    answer.restatement = report.restatement;
    answer.as_of = report.as_of;
    answer.lines = report.lines;
    answer.total = report.total;
    answer.remainder = report.remainder;
    answer.remainder_reason = report.remainder_reason;
    for (const auto& unit : report.units) answer.units.push_back({context.unit_name(unit.unit, day), unit.version});
    for (const auto& unit : report.missing)
        answer.missing.push_back(missing_of(then, then.cycle(report.cycle).value_or(cycle), unit, day));
    answer.differences = report.differences;
    for (auto& one : reports_of(context, report.cycle, report.unit)) {
        answer.submitted.push_back(
            {one.event.restatement, std::move(one.by), one.event.as_of, one.event.total, one.event.remainder});
    }
    return answer;
}

}  // namespace

Result<ReportAnswer> Answers::report(const CycleId& cycle, const UnitCode& unit, std::optional<int> restatement,
                                     Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto known_cycle = context.cycle(cycle);
    if (!known_cycle) return no_such("kỳ đánh giá", "cycle", cycle.str());
    const auto reports = reports_of(context, cycle, unit);
    const auto wanted = std::find_if(reports.begin(), reports.end(), [&](const Submitted& one) {
        return !restatement || one.event.restatement == *restatement;
    });
    if (wanted == reports.end()) return no_such("báo cáo của đơn vị", "report of the unit", unit.str());
    auto then = Context::at(acts_, log_, events::Ledger::main,
                            events::Position{static_cast<std::uint64_t>(wanted->by.position)});
    if (!then) return then.error();
    auto answer = named(context, *then, *known_cycle, wanted->event);
    answer.by = wanted->by;
    answer.document = context.document_name(wanted->event.document);
    return answer;
}

Result<ReportAnswer> Answers::report_draft(const ReportSubmitted& draft) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, {});
    if (!opened) return opened.error();
    const auto known_cycle = opened->cycle(draft.cycle);
    if (!known_cycle) return no_such("kỳ đánh giá", "cycle", draft.cycle.str());
    auto answer = named(*opened, *opened, *known_cycle, draft);
    answer.draft = true;
    return answer;
}

}  // namespace minhbach::projections
