#include "projections/erasures.hpp"

#include "projections/answers/context.hpp"

namespace minhbach::projections {

std::optional<ErasedPerson> erased_person(const Context& context, const PersonCode& person) {
    return context.row<ErasedPerson>(erasures::kErased, person.str());
}

namespace {

ErasureRow named(Context& context, ErasureRow row) {
    row.requested = context.named(std::move(row.requested));
    if (row.decided) row.decided = context.named(std::move(*row.decided));
    return row;
}

// One page of a table, in the order of its entities.
template <class RowType, class Answer, class Finish>
void page_of(Context& context, std::string_view table, const Keyset& page, Answer& answer, const Finish& finish) {
    std::string last;
    context.rows().scan(table, "", "", context.known(), [&](const Row& row) {
        ++answer.total;
        if ((page.after && row.entity <= *page.after) || answer.next) return true;
        if (answer.items.size() == page.limit) {
            answer.next = last;
            return true;
        }
        answer.items.push_back(json::from_json<RowType>(row.json).value());
        last = row.entity;
        return true;
    });
    for (auto& item : answer.items) item = finish(std::move(item));
}

}  // namespace

Result<ErasureAnswer> Answers::erasure(const ErasureId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    auto row = context.row<ErasureRow>(erasures::kRows, id.str());
    if (!row) return no_such("đề nghị xóa dữ liệu", "request for erasure", id.str());
    auto document = context.document_name(row->document);
    return ErasureAnswer{context.basis(), named(context, std::move(*row)), std::move(document)};
}

Result<ErasuresAnswer> Answers::erasures(Known known_as_of, const Keyset& page) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    ErasuresAnswer answer;
    answer.basis = opened->basis();
    page_of<ErasureRow>(*opened, erasures::kRows, page, answer,
                        [&](ErasureRow row) { return named(*opened, std::move(row)); });
    return answer;
}

Result<HoldsAnswer> Answers::legal_holds(Known known_as_of, const Keyset& page) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    HoldsAnswer answer;
    answer.basis = opened->basis();
    page_of<HoldRow>(*opened, erasures::kHolds, page, answer, [&](HoldRow row) {
        row.placed = opened->named(std::move(row.placed));
        if (row.lifted) row.lifted = opened->named(std::move(*row.lifted));
        return row;
    });
    return answer;
}

Result<RetentionAnswer> Answers::retention(Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    RetentionAnswer answer;
    answer.basis = opened->basis();
    opened->rows().scan(erasures::kRetention, "", "", opened->known(), [&](const Row& row) {
        answer.items.push_back(json::from_json<RetentionRow>(row.json).value());
        return true;
    });
    for (auto& item : answer.items) item.by = opened->named(std::move(item.by));
    return answer;
}

}  // namespace minhbach::projections
