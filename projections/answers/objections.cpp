// Objections and effects as they stand, with the words and names that go with them.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

// By the cancellation that named them, in its order: ids end in a number.
auto place(const EffectLine& line) {
    return std::tuple(line.by.position, line.effect.str().size(), line.effect.str());
}

}  // namespace

ObjectionLine line_of(Context& context, const ObjectionRow& row) {
    const auto today = context.today();
    ObjectionLine line;
    line.objection = row.objection;
    line.kind = row.kind;
    line.dossier = row.dossier;
    line.person = context.person_name(row.person);
    line.unit = context.unit_name(row.unit, today);
    line.agency = context.unit_name(row.agency, today);
    line.decision = row.decision;
    line.decision_document = context.document_name(row.decision_document);
    line.received_on = row.received_on;
    line.status = row.status();
    line.revision = row.revision;
    if (row.receipt) {
        line.resolver = context.person_name(row.receipt->resolver);
        line.resolver_decided = row.receipt->resolver_decided;
        line.in_time = row.receipt->in_time;
        line.answer_by = row.receipt->answer_by;
        line.term_basis = row.receipt->term_basis;
    }
    if (row.resolution) {
        line.resolver = context.person_name(row.resolution->by.actor);
        line.resolver_decided = row.resolution->resolver_decided;
        line.outcome = row.resolution->outcome;
        line.resolved_on = row.resolution->by.at().local_date();
    }
    const auto ended = line.resolved_on ? line.resolved_on
                       : row.withdrawn  ? std::optional(row.withdrawn->at().local_date())
                                        : std::nullopt;
    line.overdue = line.answer_by && ended.value_or(today) > *line.answer_by;
    return line;
}

EffectLine line_of(Context& context, const EffectRow& row) {
    const auto today = context.today();
    EffectLine line;
    line.effect = row.effect.effect;
    line.kind = row.effect.kind;
    line.owner = context.unit_name(row.effect.owner, today);
    line.group = row.effect.group;
    if (row.effect.unit) line.unit = context.unit_name(*row.effect.unit, today);
    line.concerns = row.effect.dossier;
    line.dossier = row.dossier;
    if (row.person) line.person = context.person_name(*row.person);
    if (row.collective) line.collective = context.unit_name(*row.collective, today);
    line.ground = row.ground;
    line.by = context.named(row.by);
    line.open = !row.settled;
    line.settled = row.settled;
    if (line.settled) line.settled->by = context.named(std::move(line.settled->by));
    return line;
}

std::vector<ObjectionLine> objections_of(Context& context, const DossierId& dossier) {
    std::vector<ObjectionLine> lines;
    for (const auto& name : context.entities(objections::kByDossier, dossier.str() + "/")) {
        const auto id = name.substr(name.find('/') + 1);
        // A dossier is read by others than those who may know who filed it.
        if (is_protected(ObjectionId::of(id))) continue;
        lines.push_back(line_of(context, context.row<ObjectionRow>(objections::kRows, id).value()));
    }
    return lines;
}

std::vector<EffectLine> effects_of(Context& context, const DossierId& dossier) {
    std::vector<EffectLine> lines;
    for (const auto& key : context.entities(effects::kByDossier, dossier.str() + "/"))
        lines.push_back(line_of(context, context.row<EffectRow>(effects::kRows, key).value()));
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return place(a) < place(b); });
    return lines;
}

namespace {

std::vector<ResolverPart> parts_of(Context& context, const DossierRow& row, const PersonCode& resolver) {
    const auto did = [&](const auto& acts) {
        return std::any_of(acts.begin(), acts.end(), [&](const auto& one) { return one.by.actor == resolver; });
    };
    std::vector<Sourced<CommentRecorded>> comments;
    for (const auto& digits : context.entities(dossiers::kComments, row.dossier.str() + "/"))
        context.append_event(comments, static_cast<std::int64_t>(~position_of_newest_first(digits)));
    std::vector<ResolverPart> parts;
    if (did(comments)) parts.push_back(ResolverPart::commented);
    if (did(row.judgements)) parts.push_back(ResolverPart::judged);
    if (did(row.proposals)) parts.push_back(ResolverPart::proposed);
    if (did(row.decisions)) parts.push_back(ResolverPart::decided);
    return parts;
}

}  // namespace

Result<ObjectionAnswer> Answers::objection(const ObjectionId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = context.row<ObjectionRow>(objections::kRows, id.str());
    if (!row) return no_such("kiến nghị, khiếu nại", "objection", id.str());
    ObjectionAnswer answer;
    answer.basis = context.basis();
    answer.line = line_of(context, *row);
    const auto stream = events::Stream::of(objection_category(id), id.str());
    for (const auto position : context.log().stream_positions(events::Ledger::main, stream)) {
        if (position > context.known()) continue;
        const auto at = static_cast<std::int64_t>(position.value);
        if (auto filed = context.event<ObjectionFiled>(at)) answer.filed = std::move(filed);
        context.append_event(answer.receipts, at);
        if (auto withdrawal = context.event<ObjectionWithdrawn>(at)) answer.withdrawal = std::move(withdrawal);
        if (auto resolution = context.event<ObjectionResolved>(at)) answer.resolution = std::move(resolution);
    }
    if (row->resolution) answer.resolution_document = context.document_name(row->resolution->document);
    if (!answer.receipts.empty()) {
        if (const auto dossier = context.dossier(row->dossier))
            answer.resolver_parts = parts_of(context, *dossier, answer.receipts.back().event.resolver);
    }
    return answer;
}

Result<ObjectionsAnswer> Answers::objections(const ObjectionsQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(question.cycle)) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    ObjectionsAnswer answer{context.basis(), question.cycle, {}, {}, {}};
    std::vector<ObjectionLine> others;
    for (const auto& name : context.entities(objections::kByCycle, question.cycle.str() + "/")) {
        const auto id = name.substr(name.find('/') + 1);
        auto line = line_of(context, context.row<ObjectionRow>(objections::kRows, id).value());
        if (is_protected(line.objection)) {
            // Not by the unit of the person: whoever asks unit by unit would find it.
            const bool of_agency = !question.unit || context.within(line.agency.unit, *question.unit, context.today());
            const bool is_asked =
                (!question.status || line.status == *question.status) && (!question.overdue || line.overdue);
            if (of_agency && is_asked)
                answer.protected_ones.push_back({line.objection, line.kind, line.agency, line.received_on, line.status,
                                                 line.answer_by, line.overdue, line.outcome});
            continue;
        }
        const bool elsewhere = question.unit && line.agency.unit != *question.unit &&
                               !context.within(line.unit.unit, *question.unit, context.today());
        if (elsewhere || (question.status && line.status != *question.status) || (question.overdue && !line.overdue))
            continue;
        auto& counts = answer.counts;
        ++counts.total;
        counts.open += line.status == ObjectionStatus::filed || line.status == ObjectionStatus::received;
        counts.overdue += line.overdue;
        counts.late += line.in_time == false;
        counts.upheld += line.outcome && *line.outcome != ObjectionOutcome::rejected;
        counts.rejected += line.outcome == ObjectionOutcome::rejected;
        counts.resolved_by_decider += line.outcome && line.resolver_decided == true;
        (line.overdue ? answer.items : others).push_back(std::move(line));
    }
    std::move(others.begin(), others.end(), std::back_inserter(answer.items));
    // Their order among all that was filed would say when, to the minute, next to acts that are told.
    std::sort(answer.protected_ones.begin(), answer.protected_ones.end(),
              [](const auto& a, const auto& b) { return a.objection < b.objection; });
    return answer;
}

Result<ProtectedObjectionsAnswer> Answers::protected_objections(const CycleId& cycle, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    ProtectedObjectionsAnswer answer{context.basis(), cycle, {}};
    for (const auto& name : context.entities(objections::kByCycle, cycle.str() + "/")) {
        const auto id = name.substr(name.find('/') + 1);
        if (!is_protected(ObjectionId::of(id))) continue;
        answer.items.push_back(line_of(context, context.row<ObjectionRow>(objections::kRows, id).value()));
    }
    return answer;
}

Result<ProtectedViewsAnswer> Answers::protected_views(const ObjectionId& id, std::optional<std::int64_t> before,
                                                      std::size_t limit) const {
    auto opened = Context::at(access_, log_, events::Ledger::access, {});
    if (!opened) return opened.error();
    auto names = Context::at(acts_, log_, events::Ledger::main, {});
    if (!names) return names.error();
    ProtectedViewsAnswer answer;
    answer.basis = opened->basis();
    const auto prefix = id.str() + "/";
    const auto after =
        before && *before >= 0 ? prefix + newest_first(static_cast<std::uint64_t>(*before)) : std::string();
    opened->rows().scan(protected_views::kByObjection, prefix, after, opened->known(), [&](const Row& row) {
        if (answer.items.size() == limit) {
            answer.next = answer.items.back().position;
            return false;
        }
        answer.items.push_back(json::from_json<ProtectedViewLine>(row.json).value());
        return true;
    });
    for (auto& line : answer.items) line.actor_name = names->person_name(line.actor).name;
    return answer;
}

Result<EffectsAnswer> Answers::effects(const EffectsQuestion& question, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(question.cycle)) return no_such("kỳ đánh giá", "cycle", question.cycle.str());
    EffectsAnswer answer{context.basis(), question.cycle, 0, {}};
    for (const auto& name : context.entities(effects::kRows, question.cycle.str() + "/")) {
        const auto row = context.row<EffectRow>(effects::kRows, entity(question.cycle.str(), name)).value();
        if (question.owner && row.effect.owner != *question.owner) continue;
        if (question.kind && row.effect.kind != *question.kind) continue;
        if (question.open && *question.open == row.settled.has_value()) continue;
        answer.open += !row.settled;
        answer.items.push_back(line_of(context, row));
    }
    std::sort(answer.items.begin(), answer.items.end(),
              [](const auto& a, const auto& b) { return std::pair(!a.open, place(a)) < std::pair(!b.open, place(b)); });
    return answer;
}

}  // namespace minhbach::projections
