// Submitting a report, and the draft it is made of.
#include "services/evaluation/steps.hpp"
#include "services/organisation/authority.hpp"
#include "services/past.hpp"
#include "services/report/figures.hpp"

namespace minhbach::services::report {
namespace {

using organisation::Entry;
using organisation::Registry;

std::optional<Refusal> unknown_target(const Registry& registry, const CycleId& cycle, const UnitCode& code) {
    if (!registry.cycle(cycle)) return invalid_field("/cycle", "Không có kỳ đánh giá này.", "There is no such cycle.");
    const auto* unit = registry.unit(code);
    if (!unit) return invalid_field("/unit", "Không có đơn vị này.", "There is no such unit.");
    if (unit->kind == UnitKind::province || unit->kind == UnitKind::department || unit->kind == UnitKind::district)
        return std::nullopt;
    return invalid_field("/unit", "Báo cáo tổng hợp do sở, ngành, huyện lập và do nơi tiếp nhận lập cho toàn tỉnh.",
                         "Departments and districts make a report, and the receiving unit for the province.");
}

void add(SettledCounts& sum, const SettledCounts& part) {
    sum.excellent += part.excellent;
    sum.good += part.good;
    sum.completed += part.completed;
    sum.not_completed += part.not_completed;
    sum.not_rated += part.not_rated;
    sum.staff += part.staff;
}

ReportSubmitted counted(Past& past, const CycleId& cycle, const UnitCode& unit, Time now) {
    const auto day = now.local_date();
    past.note(cycle_stream(cycle));
    ReportSubmitted report;
    report.cycle = cycle;
    report.unit = unit;
    report.as_of = now;
    const auto before = past.report(cycle, unit).last;
    report.to = submission::receiver_of(past, unit, day);
    auto scope = scope_of(past, cycle, unit, day);
    report.lines = lines_of(past, cycle, scope, day);
    report.units = std::move(scope.units);
    report.missing = std::move(scope.missing);
    for (const auto& line : report.lines) {
        add(report.total, line.counts);
        report.remainder += line.remainder;
    }
    if (before) {
        report.restatement = before->restatement + 1;
        report.differences = differences(before->lines, report.lines);
    }
    return report;
}

bool says_the_same(const ReportSubmitted& before, const ReportSubmitted& now) {
    return before.lines == now.lines && before.units == now.units && before.missing == now.missing &&
           before.remainder_reason == now.remainder_reason;
}

}  // namespace

Result<ReportSubmitted> draft(Past& past, const CycleId& cycle, const UnitCode& unit, Time now) {
    if (auto refusal = unknown_target(past.registry(), cycle, unit)) return *std::move(refusal);
    return counted(past, cycle, unit, now);
}

Decision decide(Past& past, const Acting& acting, const SubmitReport& command) {
    const auto& registry = past.registry();
    if (auto refusal = unknown_target(registry, command.cycle, command.unit)) return *std::move(refusal);
    const bool province = registry.unit(command.unit)->kind == UnitKind::province;
    Entry entry(past, acting, std::nullopt);
    const auto power = province ? Power::receive : Power::submit;
    if (auto outcome = entry.authorise_for_unit(power, command.unit); !outcome) return outcome.error();
    if (auto document = evaluation::find_document(past, command.document, "/document"); !document)
        return document.error();

    const auto clause = registry.letter_of(command.cycle);
    auto report = counted(past, command.cycle, command.unit, acting.now);
    if (!province && !report.to) {
        return Refusal{"step-order",
                       "/unit",
                       clause,
                       "Chưa xác định được nơi tiếp nhận báo cáo của đơn vị này.",
                       "No unit receives the report of this unit.",
                       {}};
    }
    if (auto refusal = unexplained(report.total, command.remainder_reason.has_value(), clause))
        return *std::move(refusal);
    if (report.remainder == 0 && command.remainder_reason) {
        return invalid_field("/remainderReason", "Số liệu đã khớp, không còn người nào phải giải trình.",
                             "The figures add up; nothing remains to be explained.");
    }
    report.remainder_reason = command.remainder_reason;
    report.document = command.document;
    const auto& before = past.report(command.cycle, command.unit).last;
    if (before && says_the_same(*before, report)) {
        return Refusal{"nothing-to-change",
                       "",
                       clause,
                       "Báo cáo không khác gì lần trước.",
                       "The report differs in nothing from the one before.",
                       {}};
    }
    return evaluation::written(entry, report_stream(command.cycle, command.unit), std::move(report));
}

}  // namespace minhbach::services::report
