// What an agency asks beyond the law and who was told; which term of a cycle holds for a unit, and who is past it.
#include <algorithm>

#include "projections/answers/context.hpp"
#include "projections/answers/follow_up.hpp"

namespace minhbach::projections {
namespace {

std::optional<Deadline> own_term(const Cycle& cycle, CycleTerm term) {
    return term == CycleTerm::submission ? std::optional(cycle.opened.submission) : cycle.opened.self_assessment;
}

void extend(TermInForce& found, const CycleTermExtended& extended) {
    if (found.until && deadline_end(extended.until) <= deadline_end(*found.until)) return;
    found.until = extended.until;
    found.extended_by = extended.document;
}

// The day by which a layer wants the form, if it is earlier than the cycle's; an extension is the later word.
TermInForce self_assessment_term(Context& context, const Cycle& cycle, const UnitCode& unit, Date day) {
    auto term = term_for(context, cycle, CycleTerm::self_assessment, unit, day);
    if (term.extended_by) return term;
    const auto shorten = [&](const RuleLayer& layer) {
        if (layer.self_assessment) term.until = layer.self_assessment->until;
    };
    for (const auto& overlay : cycle.overlays) shorten(overlay.event.layer);
    const auto agency = agency_of(context, unit, day);
    const auto row =
        agency ? context.row<ConcretisationRow>(concretisations::kRows, entity(cycle.opened.cycle.str(), agency->str()))
               : std::nullopt;
    if (!row) return term;
    for (const auto& version : row->versions)
        if (version.issued) shorten(version.proposed.event.layer);
    return term;
}

Told told_of(const Context& context, const CycleId& cycle, const UnitCode& agency, const PersonCode& person) {
    return context.row<Told>(concretisations::kTold, entity(cycle.str(), agency.str(), person.str())).value_or(Told{});
}

}  // namespace

std::optional<Deadline> term_for_cycle(const Cycle& cycle, CycleTerm term) {
    TermInForce found{own_term(cycle, term), {}};
    for (const auto& extension : cycle.extensions)
        if (extension.event.term == term && !extension.event.for_unit) extend(found, extension.event);
    return found.until;
}

TermInForce term_for(Context& context, const Cycle& cycle, CycleTerm term, const UnitCode& unit, Date day) {
    TermInForce found{own_term(cycle, term), {}};
    for (const auto& extension : cycle.extensions) {
        const auto& top = extension.event.for_unit;
        if (extension.event.term == term && (!top || context.within(unit, *top, day))) extend(found, extension.event);
    }
    return found;
}

std::optional<UnitCode> agency_of(Context& context, const UnitCode& code, Date day) {
    constexpr int kDepthMax = 64;
    auto next = std::optional(code);
    for (int depth = 0; next && depth < kDepthMax; ++depth) {
        const auto unit = context.unit(*next);
        const auto* version = unit ? unit->at(day) : nullptr;
        if (!version) return std::nullopt;
        if (unit->kind != UnitKind::division && unit->kind != UnitKind::office) return next;
        next = version->parent;
    }
    return std::nullopt;
}

std::optional<NeverToldDetail> never_told_of(Context& context, const DossierRow& row) {
    if (row.self_assessments.empty() || !row.post) return std::nullopt;
    const auto agency = agency_of(context, row.post->unit, context.today());
    if (!agency) return std::nullopt;
    const auto layer = context.row<ConcretisationRow>(concretisations::kRows, entity(row.cycle.str(), agency->str()));
    const auto* issued = layer ? layer->in_force() : nullptr;
    if (!issued) return std::nullopt;
    const auto told = told_of(context, row.cycle, *agency, row.person);
    if (told.version == issued->event.version && told.told()) return std::nullopt;
    return NeverToldDetail{context.document_name(issued->event.document), issued->by.recorded_at};
}

Result<ConcretisationAnswer> Answers::concretisation(const CycleId& id, const UnitCode& agency,
                                                     Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto cycle = context.cycle(id);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", id.str());
    if (!context.unit(agency)) return no_such("đơn vị", "unit", agency.str());
    ConcretisationAnswer answer;
    answer.basis = context.basis();
    answer.cycle = id;
    answer.agency = context.unit_name(agency, context.today());
    answer.overlays = cycle->overlays;
    for (auto& overlay : answer.overlays) overlay.by = context.named(std::move(overlay.by));
    auto row = context.row<ConcretisationRow>(concretisations::kRows, entity(id.str(), agency.str()));
    if (!row) return answer;
    answer.revision = row->revision;
    const auto* issued = row->in_force();
    if (issued) {
        answer.in_force = issued->event.version;
        answer.document = context.document_name(issued->event.document);
    }
    answer.versions = std::move(row->versions);
    for (auto& version : answer.versions) {
        version.proposed.by = context.named(std::move(version.proposed.by));
        if (version.issued) version.issued->by = context.named(std::move(version.issued->by));
    }
    answer.briefings = std::move(row->briefings);
    for (auto& briefing : answer.briefings) briefing.by = context.named(std::move(briefing.by));
    DossiersQuestion people;
    people.cycle = id;
    people.unit = agency;
    context.visit_dossiers(people, [&](const DossierId& dossier, const std::string&) {
        const auto one = context.dossier(dossier).value();
        if (!one.post || agency_of(context, one.post->unit, context.today()) != agency) return;
        ToldLine line{dossier, {one.person, one.name}, context.unit_name(one.post->unit, context.today()), false, {}};
        line.how = told_of(context, id, agency, one.person);
        line.told = answer.in_force && line.how.version == *answer.in_force && line.how.told();
        ++answer.people;
        if (line.told) ++answer.told;
        answer.items.push_back(std::move(line));
    });
    return answer;
}

Result<OverdueAnswer> Answers::overdue_self_assessments(const DossiersQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto cycle = context.cycle(question.cycle);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    const auto recorded =
        context.basis().position < 0 ? Time{} : context.recorded(context.basis().position).record.recorded_at;
    OverdueAnswer answer{context.basis(), question.cycle, {}, 0, {}};
    std::map<UnitCode, TermInForce> terms;
    std::string last;
    context.visit_dossiers(question, [&](const DossierId& id, const std::string& cursor) {
        const auto row = context.dossier(id).value();
        if (!row.post || row.closed) return;
        const auto [found, is_new] = terms.try_emplace(row.post->unit);
        if (is_new) found->second = self_assessment_term(context, *cycle, row.post->unit, context.today());
        const auto& term = found->second;
        if (!term.until) return;
        std::optional<Time> filed;
        if (!row.self_assessments.empty()) filed = row.self_assessments.front().by.at();
        if (filed.value_or(recorded) < deadline_end(*term.until)) return;
        ++answer.total;
        if (question.after && cursor <= *question.after) return;
        if (answer.items.size() == question.limit) {
            answer.next = last;
            return;
        }
        const auto shown = line_of(context, row);
        OverdueLine line{id, {row.person, row.name}, shown.unit, shown.agency, *term.until, {}, filed};
        if (term.extended_by) line.extended_by = context.document_name(*term.extended_by);
        answer.items.push_back(std::move(line));
        last = cursor;
    });
    return answer;
}

}  // namespace minhbach::projections
