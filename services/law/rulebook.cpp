#include "services/law/rulebook.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "generated/rulebooks.hpp"

namespace minhbach::services::law {
namespace {

// The same rules, as an earlier release wrote and hashed them: cycles were opened on it.
struct EarlierForm {
    std::string_view rulebook;
    std::string_view hash;
    std::string_view text;
};
constexpr std::array kEarlierForms{EarlierForm{"nd90-48-2023",
                                               "53fbec0c750a20aa5c35ca319cf743cb48efee686cbf99c90c6cc10ab607077a",
                                               generated::kEarlierNd90_48_2023}};

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

const written::Periods& Rulebook::periods() const {
    if (!document_.periods) throw std::logic_error("rulebook " + id().str() + " fixes no periods");
    return *document_.periods;
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

Label Rulebook::reading(std::string_view name) const {
    for (const auto& one : document_.readings)
        if (one.reading == name) return Label::of("Cách hiểu " + one.reading + ": " + one.text.str());
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
    for (const auto& earlier : kEarlierForms)
        if (earlier.rulebook == id.str() && earlier.hash == hash.str()) return found;
    return Refusal{"unknown-rulebook",
                   "",
                   "",
                   "Bộ quy tắc " + id.str() + " của chương trình khác với bộ quy tắc khi mở kỳ đánh giá.",
                   "Rulebook " + id.str() + " of this program is not the one the cycle was opened on.",
                   {}};
}

std::optional<std::string_view> rulebook_text(const Digest& hash) {
    for (const auto& book : rulebooks())
        if (book->hash() == hash) return book->text();
    for (const auto& earlier : kEarlierForms)
        if (earlier.hash == hash.str()) return earlier.text;
    return std::nullopt;
}

}  // namespace minhbach::services::law
