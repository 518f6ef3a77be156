#include <algorithm>

#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

PostView view_of(Context& context, const Post& post, Date day) {
    return {post, context.unit_name(post.unit, day), context.unit_name(post.managed_by, day)};
}

}  // namespace

RelationView relation_view(Context& context, const Relation& one) {
    const auto& declared = one.declared;
    RelationView view;
    view.person = context.person_name(declared.person);
    view.other = context.person_name(declared.other);
    view.kind = declared.kind;
    view.since = declared.since;
    view.ended_on = one.ended_on;
    if (declared.document) view.document = context.document_name(*declared.document);
    view.declared_by = context.person_name(one.declared_by);
    return view;
}

std::vector<Relation> relations_under(const Context& context, const PersonCode& code) {
    return context.row<organisation::Relations>(organisation::kRelations, code.str())
        .value_or(organisation::Relations{})
        .items;
}

Result<PersonAnswer> Answers::person(const PersonCode& code, std::optional<Date> day, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    auto person = context.person(code);
    if (!person) return no_such("người", "person", code.str());
    PersonAnswer answer;
    answer.basis = context.basis();
    for (const auto& post : person->posts) answer.posts.push_back(view_of(context, post, post.from));
    const auto on = day.value_or(context.today());
    if (const auto* post = person->main_post_at(on)) answer.on_day = view_of(context, *post, on);
    for (const auto& id : context.entities(organisation::kMandatesOf, code.str() + "/")) {
        if (auto mandate = context.mandate(MandateId::of(id))) answer.mandates.push_back(std::move(*mandate));
    }
    for (const auto& one : relations_under(context, code)) answer.relations.push_back(relation_view(context, one));
    for (const auto& declarer : context.entities(organisation::kRelatedTo, code.str() + "/")) {
        for (const auto& one : relations_under(context, PersonCode::of(declarer)))
            if (one.declared.other == code) answer.relations.push_back(relation_view(context, one));
    }
    answer.person = std::move(*person);
    answer.erased = erased_person(context, code);
    return answer;
}

Result<UnitAnswer> Answers::unit(const UnitCode& code, std::optional<Date> day, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    auto unit = context.unit(code);
    if (!unit) return no_such("đơn vị", "unit", code.str());
    const auto on = day.value_or(context.today());
    UnitAnswer answer{context.basis(), std::move(*unit), context.unit_name(code, on), {}};
    for (const auto& name : context.entities(organisation::kUnits, "")) {
        const auto child = context.unit(UnitCode::of(name));
        const auto* version = child ? child->at(on) : nullptr;
        if (version && version->parent == code) answer.children.push_back(context.unit_name(child->unit, on));
    }
    return answer;
}

Result<UnitsAnswer> Answers::units(Known known_as_of, const Keyset& page) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    UnitsAnswer answer{opened->basis(), {}, 0, {}};
    opened->rows().scan(organisation::kUnits, "", "", opened->known(), [&](const Row& row) {
        ++answer.total;
        if (page.after && row.entity <= *page.after) return true;
        if (answer.items.size() == page.limit) {
            answer.next = answer.items.back().unit.str();
            return true;
        }
        answer.items.push_back(json::from_json<Unit>(row.json).value());
        return true;
    });
    return answer;
}

Result<DocumentAnswer> Answers::document(const DocumentId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto document = opened->document(id);
    if (!document) return no_such("văn bản", "document", id.str());
    return DocumentAnswer{opened->basis(), std::move(*document)};
}

Result<MandateAnswer> Answers::mandate(const MandateId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto mandate = opened->mandate(id);
    if (!mandate) return no_such("văn bản giao quyền", "mandate", id.str());
    auto document = opened->document(mandate->document);
    return MandateAnswer{opened->basis(), std::move(*mandate), std::move(document)};
}

Result<CycleAnswer> Answers::cycle(const CycleId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto cycle = opened->cycle(id);
    if (!cycle) return no_such("kỳ đánh giá", "cycle", id.str());
    for (auto& one : cycle->extensions) one.by = opened->named(std::move(one.by));
    for (auto& one : cycle->closings) {
        one.closed.by = opened->named(std::move(one.closed.by));
        if (one.reopened) one.reopened->by = opened->named(std::move(one.reopened->by));
    }
    for (auto& one : cycle->bindings) one.by = opened->named(std::move(one.by));
    for (auto& one : cycle->overlays) one.by = opened->named(std::move(one.by));
    for (auto& one : cycle->copies) one.by = opened->named(std::move(one.by));
    const auto end = deadline_end(term_for_cycle(*cycle, CycleTerm::submission).value());
    const bool closed = cycle->closed();
    return CycleAnswer{opened->basis(), std::move(*cycle), end, closed};
}

Result<CyclesAnswer> Answers::cycles(Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    CyclesAnswer answer{opened->basis(), {}};
    opened->rows().scan(organisation::kCycles, "", "", opened->known(), [&](const Row& row) {
        answer.items.push_back(json::from_json<Cycle>(row.json).value().opened);
        return true;
    });
    return answer;
}

Result<RatingsAnswer> Answers::ratings(const PersonCode& person, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto found = opened->row<PersonRatings>(ratings::kPersons, person.str());
    auto erased = erased_person(*opened, person);
    if (!found && !erased) return no_such("người", "person", person.str());
    if (!found) found.emplace();
    return RatingsAnswer{opened->basis(), person, std::move(found->name), std::move(found->ratings), std::move(erased)};
}

Result<CollectiveAnswer> Answers::collective(const CycleId& cycle, const UnitCode& unit, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.unit(unit)) return no_such("đơn vị", "unit", unit.str());
    auto found = context.row<Collective>(ratings::kCollectives, entity(cycle.str(), unit.str()));
    if (found) found->by = context.named(std::move(found->by));
    return CollectiveAnswer{context.basis(), context.unit_name(unit, context.today()), std::move(found)};
}

std::optional<events::Position> Answers::position_at(Time time) const {
    // recorded_at never decreases, so the last position at or before a time is found by halving.
    std::uint64_t low = 0;
    std::uint64_t high = acts_.applied();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto record = events::decode_record(log_.record_bytes(events::Ledger::main, events::Position{middle}));
        if (record.value().recorded_at <= time)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return std::nullopt;
    return events::Position{low - 1};
}

Basis Answers::basis() const {
    return Context::at(acts_, log_, events::Ledger::main, {}).value().basis();
}

}  // namespace minhbach::projections
