#include <algorithm>
#include <map>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

bool owes_directly(UnitKind kind) {
    return kind == UnitKind::department || kind == UnitKind::district;
}

FileLine line_of(Context& context, const Cycle& cycle, const Unit& unit, const std::optional<FileRow>& row, Date day) {
    FileLine line;
    const auto term = term_for(context, cycle, CycleTerm::submission, unit.unit, day);
    const auto end = deadline_end(term.until.value());
    if (term.extended_by) {
        line.extended = term.until;
        line.extended_by = context.document_name(*term.extended_by);
    }
    line.unit = context.unit_name(unit.unit, day);
    line.kind = unit.kind;
    if (!owes_directly(unit.kind)) line.to = line.unit.parent;
    line.status_key = "st.missing";
    if (!row || row->versions.empty()) return line;
    const auto& first = row->versions.front();
    const auto& last = row->versions.back();
    line.status = row->status;
    line.first_submitted_at = first.submitted.recorded_at;
    line.submitted_at = last.submitted.recorded_at;
    line.late = first.submitted.recorded_at >= end;
    line.version = last.version;
    line.counts = last.counts;
    line.pending = last.pending;
    line.revision = row->revision;
    switch (row->status) {
        case FileStatus::accepted:
            line.status_key = "st.accepted";
            break;
        case FileStatus::returned:
            line.status_key = "st.returned";
            line.return_reason = last.return_reason;
            line.return_phone = last.return_phone;
            if (last.returned) line.returned_by = context.person_name(last.returned->actor).name;
            break;
        case FileStatus::submitted:
            line.status_key = line.late ? "st.late" : "st.fileSubmitted";
            break;
        case FileStatus::missing:
            break;
    }
    return line;
}

void count(FileCounts& counts, const FileLine& line) {
    ++counts.due;
    if (line.status == FileStatus::missing) {
        ++counts.missing;
        return;
    }
    ++(line.late ? counts.late : counts.on_time);
    switch (line.status) {
        case FileStatus::submitted:
            ++counts.submitted;
            break;
        case FileStatus::returned:
            ++counts.returned;
            break;
        case FileStatus::accepted:
            ++counts.accepted;
            break;
        case FileStatus::missing:
            break;
    }
}

// By unit: effects on files already sent that are still open.
std::map<UnitCode, int> changed_after(Context& context, const CycleId& cycle) {
    std::map<UnitCode, int> counts;
    for (const auto& name : context.entities(effects::kRows, cycle.str() + "/")) {
        const auto row = context.row<EffectRow>(effects::kRows, entity(cycle.str(), name)).value();
        if (row.effect.kind == EffectKind::submission_sent && !row.settled) ++counts[row.effect.owner];
    }
    return counts;
}

// A unit owes a file if it lay in the scope and existed when files were due, or exists now if that day is yet to come.
bool owes(Context& context, const Unit& unit, const CycleOpened& cycle, Date day) {
    const auto* version = unit.at(day);
    if (!version) return false;
    return std::any_of(cycle.scope.begin(), cycle.scope.end(),
                       [&](const auto& ancestor) { return context.within(unit.unit, ancestor, day); });
}

Date day_due(Context& context, const CycleOpened& cycle) {
    const auto last_day = cycle.submission.inclusive ? cycle.submission.date : cycle.submission.date.plus(-1);
    return std::min(last_day, context.today());
}

}  // namespace

Result<FilesAnswer> Answers::files(const CycleId& cycle, const std::optional<UnitCode>& district,
                                   Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto known = context.cycle(cycle);
    if (!known) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (district && !context.unit(*district)) return no_such("đơn vị", "unit", district->str());
    const auto day = day_due(context, known->opened);
    FilesAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    if (district) answer.district = context.unit_name(*district, day);
    answer.deadline = term_for_cycle(*known, CycleTerm::submission).value();
    answer.deadline_end = deadline_end(answer.deadline);
    const auto changed = changed_after(context, cycle);
    for (const auto& code : context.entities(files::kOwing, "")) {
        const auto unit = context.unit(UnitCode::of(code));
        if (!unit || owes_directly(unit->kind) == district.has_value()) continue;
        if (!owes(context, *unit, known->opened, day)) continue;
        if (district && unit->at(day)->parent != *district) continue;
        const auto row = context.row<FileRow>(files::kRows, entity(cycle.str(), code));
        auto line = line_of(context, *known, *unit, row, day);
        if (const auto found = changed.find(unit->unit); found != changed.end()) line.changed_after = found->second;
        count(answer.counts, line);
        answer.items.push_back(std::move(line));
    }
    return answer;
}

Result<FileAnswer> Answers::file(const CycleId& cycle, const UnitCode& unit, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto known_cycle = context.cycle(cycle);
    if (!known_cycle) return no_such("kỳ đánh giá", "cycle", cycle.str());
    const auto known_unit = context.unit(unit);
    if (!known_unit) return no_such("đơn vị", "unit", unit.str());
    const auto row = context.row<FileRow>(files::kRows, entity(cycle.str(), unit.str()));
    FileAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    answer.line = line_of(context, *known_cycle, *known_unit, row, day_due(context, known_cycle->opened));
    const auto changed = changed_after(context, cycle);
    if (const auto found = changed.find(unit); found != changed.end()) answer.line.changed_after = found->second;
    if (row) answer.versions = row->versions;
    for (auto& version : answer.versions) {
        version.submitted = context.named(std::move(version.submitted));
        if (version.returned) version.returned = context.named(std::move(*version.returned));
        if (version.accepted) version.accepted = context.named(std::move(*version.accepted));
    }
    return answer;
}

}  // namespace minhbach::projections
