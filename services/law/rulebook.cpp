#include "services/law/rulebook.hpp"

#include <algorithm>
#include <stdexcept>

#include "generated/rulebooks.hpp"

namespace minhbach::services::law {
namespace {

Refusal unknown(const RulebookId& id) {
    std::string known;
    for (const auto& book : rulebooks()) known += (known.empty() ? "" : ", ") + book->id().str();
    return {"unknown-rulebook",
            "/rulebook",
            "",
            "Không có bộ quy tắc " + id.str() + "; hệ thống xếp loại theo " + known,
            "There is no rulebook " + id.str() + "; this system evaluates " + known,
            {}};
}

}  // namespace

std::optional<ColumnIndex> Rulebook::column(std::string_view subject_class, bool leader) const {
    for (ColumnIndex i = 0; i < columns().size(); ++i) {
        const auto& one = columns()[i];
        if (one.class_ == subject_class && one.leader.value_or(leader) == leader) return i;
    }
    return std::nullopt;
}

std::optional<FactIndex> Rulebook::fact(std::string_view name) const {
    const auto found = fact_by_name_.find(name);
    return found == fact_by_name_.end() ? std::nullopt : std::optional(found->second);
}

const Clause& Rulebook::clause(std::string_view id) const {
    for (const auto& clause : clauses_)
        if (clause.id.str() == id) return clause;
    throw std::out_of_range("no such clause");
}

const Clause& Rulebook::first(RuleStage stage) const {
    for (const auto& step : order_)
        if (step.stage == stage)
            for (const auto& clauses : step.clauses)
                if (!clauses.empty()) return *clauses.front();
    throw std::out_of_range("no clause of that stage");
}

const Clause& Rulebook::first(RuleStage stage, ColumnIndex column) const {
    for (const auto& step : order_)
        if (step.stage == stage && !step.clauses[column].empty()) return *step.clauses[column].front();
    throw std::out_of_range("no clause of that stage and column");
}

written::Words Rulebook::reading(std::string_view name) const {
    for (const auto& one : document_.readings)
        if (one.reading == name)
            return {Label::of("Cách hiểu " + one.reading + ": " + one.text.vi.str()),
                    Label::of("Reading " + one.reading + ": " + one.text.en.str())};
    throw std::out_of_range("no such reading");
}

const std::vector<std::shared_ptr<const Rulebook>>& rulebooks() {
    static const auto all = [] {
        std::vector<std::shared_ptr<const Rulebook>> read;
        for (const auto document : generated::kRulebooks) {
            auto book = Rulebook::read(document);
            if (!book)
                throw std::logic_error("a rulebook of the program: " + book.error().field + ": " +
                                       book.error().detail_en);
            read.push_back(std::move(*book));
        }
        return read;
    }();
    return all;
}

const Rulebook& nd90_48_2023() {
    static const Rulebook& book = **find_rulebook(RulebookId::of("nd90-48-2023"));
    return book;
}

Result<const Rulebook*> find_rulebook(const RulebookId& id) {
    for (const auto& book : rulebooks())
        if (book->id() == id) return book.get();
    return unknown(id);
}

Result<const Rulebook*> find_rulebook(const RulebookId& id, const Digest& hash) {
    const auto found = find_rulebook(id);
    if (!found || (*found)->hash() == hash) return found;
    for (const auto& earlier : generated::kEarlierRulebooks)
        if (earlier.rulebook == id.str() && earlier.hash == hash.str()) return found;
    return Refusal{"unknown-rulebook",
                   "",
                   "",
                   "Bộ quy tắc " + id.str() + " của chương trình khác với bộ quy tắc khi mở kỳ đánh giá.",
                   "Rulebook " + id.str() + " of this program is not the one the cycle was opened on.",
                   {}};
}

const Rulebook& rulebook_with(ProcedureStep step, int year) {
    const Rulebook* chosen = nullptr;
    const Rulebook* first = nullptr;
    for (const auto& book : rulebooks()) {
        const auto& steps = book->procedure().steps();
        if (std::none_of(steps.begin(), steps.end(), [&](const auto& rule) { return rule.step == step; })) continue;
        if (!first || book->in_force() < first->in_force()) first = book.get();
        if (book->in_force().year() <= year && (!chosen || chosen->in_force() < book->in_force())) chosen = book.get();
    }
    if (!first) throw std::logic_error("no rulebook has the step");
    return chosen ? *chosen : *first;
}

std::optional<std::string_view> rulebook_text(const Digest& hash) {
    for (const auto& book : rulebooks())
        if (book->hash() == hash) return book->text();
    for (const auto& earlier : generated::kEarlierRulebooks)
        if (earlier.hash == hash.str()) return earlier.text;
    return std::nullopt;
}

}  // namespace minhbach::services::law
