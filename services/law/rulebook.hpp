// A rulebook is a value: what a decree asks, as data that can be printed, compared and hashed. A cycle is bound to a
// rulebook's id and hash, so the rules of a rating can never change behind it. Nothing here or in the evaluation knows
// any one law: which columns, facts, levels and steps there are stands in the document.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/law/predicate.hpp"
#include "services/law/procedure.hpp"
#include "services/law/written.hpp"

namespace minhbach::services::law {

struct ItemMember {
    std::string name;
    std::vector<std::string> grades;  // best first, then those beside; none: a yes or no
    Grade ordered = 0;
};

struct Fact {
    std::string name;       // "tasks.exceeded"
    std::string pointer;    // "/tasks/exceeded"
    std::size_t group = 0;  // length of "tasks." in the name; 0 for a fact that stands alone
    FactKind kind{};
    std::vector<std::string> grades;  // of its scale, best first, then those beside it
    Grade ordered = 0;                // so many of them are better or worse than others
    bool may_be_unknown = false;
    std::vector<ItemMember> members;  // of items
    Columns of = 0;
};

// The facts that JSON nests in one object, or the one that stands alone.
struct FactGroup {
    std::string name;
    bool is_object = false;
    std::vector<FactIndex> facts;
    Columns of = 0;  // columns that have one of them
};

struct ReadingOf {
    written::Words text;  // "Cách hiểu F2: ...", "Reading F2: ..."
    std::optional<Predicate> when;
};

struct Clause {
    Label id;        // e.g. nd90.13.2.d
    Label citation;  // in Vietnamese, point to decree
    written::Words requirement;
    std::optional<RuleStage> stage;  // none: no step tests it, other parts of the document name it
    Columns of = 0;
    std::optional<Predicate> holds;
    std::optional<FactIndex> not_above;
    std::optional<GapCode> gap;
    std::optional<RuleReason> reason;
    std::vector<ReadingOf> readings;
    Standing standing{};
    Confidence confidence{};
};

struct Step {
    RuleStage stage{};
    StepKind does{};
    std::optional<Level> level;
    std::vector<Level> needs;  // with theirs
    std::optional<written::Words> needs_reading;
    std::optional<RuleCap> cap;
    std::optional<written::Otherwise> otherwise;
    std::vector<std::vector<const Clause*>> clauses;  // by column, in the order of the document
};

struct Consistency {
    std::vector<FactIndex> facts;
    Columns of = 0;
    Predicate holds;
    written::Words otherwise;
};

struct Disciplines {
    Attribution attribution{};
    std::vector<DisciplineMember> asks;
    bool counted_once = false;
    const Clause* in_year = nullptr;
    const Clause* once = nullptr;   // where acts count once
    const Clause* twice = nullptr;  // may be none
    std::optional<written::Words> once_reading;
    std::optional<written::Words> not_rated_reading;
};

struct Signal {
    SignalCode code{};
    Level with{};
    Predicate when;
};

// Of the number in the base, at most `percent` may be excellent. Formulas: services/law/quota.hpp.
struct QuotaRule {
    QuotaBase base = QuotaBase::good;
    int percent = 20;
    QuotaRounding rounding = QuotaRounding::floor;
    friend bool operator==(const QuotaRule&, const QuotaRule&) = default;
};

// Immutable and safe to share between threads. Pointers into it live as long as it does.
class Rulebook {
public:
    // `malformed-json` or `bad-rulebook` with every place and reason: what is not of the form, names nothing that is
    // declared, is said twice, goes in a circle, contradicts itself or can never be reached.
    static Result<std::shared_ptr<const Rulebook>> read(std::string_view json);
    Rulebook(const Rulebook&) = delete;

    const RulebookId& id() const { return document_.rulebook; }
    const Label& title() const { return document_.title.vi; }
    Date in_force() const { return document_.in_force; }
    Track track() const { return document_.track; }
    // The document in canonical JSON (RFC 8785), and its SHA-256.
    const std::string& text() const { return text_; }
    const Digest& hash() const { return hash_; }
    const written::Rulebook& document() const { return document_; }

    const std::vector<written::Column>& columns() const { return document_.columns; }
    std::optional<ColumnIndex> column(std::string_view subject_class, bool leader) const;
    const std::vector<Fact>& facts() const { return facts_; }
    std::optional<FactIndex> fact(std::string_view name) const;
    const std::vector<FactGroup>& fact_groups() const { return fact_groups_; }
    bool has(ColumnIndex column, FactIndex fact) const { return (facts_[fact].of >> column & 1) != 0; }

    const std::vector<Clause>& clauses() const { return clauses_; }
    const std::vector<Step>& order() const { return order_; }
    const std::vector<Consistency>& consistency() const { return consistency_; }
    const std::optional<Disciplines>& disciplines() const { return disciplines_; }
    // Empty for laws that have none.
    const std::vector<Signal>& signals() const { return signals_; }
    bool has_signals() const { return document_.signals.has_value(); }
    const std::vector<Level>& undecided_levels() const { return document_.undecided.levels; }
    const QuotaRule& quota() const { return quota_; }
    const Clause& quota_clause() const { return *quota_clause_; }
    const Procedure& procedure() const { return procedure_; }

    // The first clause of a stage, of any column or of one; std::out_of_range if there is none.
    const Clause& first(RuleStage stage) const;
    const Clause& first(RuleStage stage, ColumnIndex column) const;
    // The first clause of that id; std::out_of_range if there is none.
    const Clause& clause(std::string_view id) const;
    // "Cách hiểu F2: ..." and "Reading F2: ..."; std::out_of_range if there is none.
    written::Words reading(std::string_view name) const;

private:
    friend class RulebookReader;
    Rulebook() = default;

    written::Rulebook document_;
    std::string text_;
    Digest hash_;
    std::vector<Fact> facts_;
    std::map<std::string, FactIndex, std::less<>> fact_by_name_;
    std::vector<FactGroup> fact_groups_;
    std::vector<Clause> clauses_;
    std::vector<Step> order_;
    std::vector<Consistency> consistency_;
    std::optional<Disciplines> disciplines_;
    std::vector<Signal> signals_;
    QuotaRule quota_;
    const Clause* quota_clause_ = nullptr;
    Procedure procedure_;
};

// The rulebook that rates the state track of 2023 (Nghị định 90/2020/NĐ-CP as amended by Nghị định 48/2023/NĐ-CP).
const Rulebook& nd90_48_2023();

// All that the program holds.
const std::vector<std::shared_ptr<const Rulebook>>& rulebooks();

// `unknown-rulebook`, naming those there are.
Result<const Rulebook*> find_rulebook(const RulebookId& id);
// The same with the hash a cycle was opened on; `unknown-rulebook` if this program holds another. A hash of the same
// rules in an earlier text is theirs, too (services/law/rulebooks/earlier): what those texts say of levels, the present
// one says alike.
Result<const Rulebook*> find_rulebook(const RulebookId& id, const Digest& hash);
// Of those whose procedure has the step, the one that came into force last by the end of the year, else the first that
// did; std::logic_error if none has it.
const Rulebook& rulebook_with(ProcedureStep step, int year);
// What that hash is of, where this program has it.
std::optional<std::string_view> rulebook_text(const Digest& hash);

}  // namespace minhbach::services::law
