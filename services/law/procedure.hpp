// How a level comes about, as a rulebook writes it: which steps in which order and by whom, whose opinion is asked, who
// sits in a meeting, which form is filled in, and by when. What the law leaves open stands there as an internal rule.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "services/law/predicate.hpp"
#include "services/law/written.hpp"

namespace minhbach::services::law {

struct Clause;
class Rulebook;

using Columns = std::uint32_t;  // a bit for each column

// Who is rated: the kind of subject, and the place in the own agency.
struct Who {
    ColumnIndex column = 0;
    Position position = Position::other;
};

struct Concerned {
    Columns of = 0;
    std::uint8_t positions = 0;  // a bit for each Position
    bool is(Who who) const { return (of >> who.column & 1) != 0 && (positions >> static_cast<int>(who.position) & 1); }
};

struct PrincipleRule {
    Principle principle{};
    Concerned concerned;
    const Clause* clause = nullptr;
};

struct StepRule {
    ProcedureStep step{};
    Concerned concerned;
    std::vector<Role> by;
    std::vector<ProcedureStep> after;
    const Clause* clause = nullptr;
    written::Words without;
};

struct OpinionRule {
    OpinionSide from{};
    Concerned concerned;
    bool required = false;
    std::optional<int> months;
    Unanswered unanswered{};
    const Clause* clause = nullptr;
};

struct CompositionRule {
    ProcedureStep step{};
    Concerned concerned;
    std::optional<bool> constituent_units;
    std::optional<int> quorum_percent;  // 1 to 100
    const Clause* clause = nullptr;

    // Whether so many of those called are enough; always, where no quorum is set.
    bool quorate(std::int64_t present, std::int64_t called) const;
};

struct FormRule {
    std::string form;
    ProcedureStep step{};
    Concerned concerned;
    written::Words title;
    std::vector<written::FormField> fields;
    const Clause* clause = nullptr;
};

// `from`, `days` and `unit` together, or `before`.
struct DueRule {
    TermName term{};
    ProcedureStep step{};
    Concerned concerned;
    std::optional<ProcedureStep> from;
    int days = 0;
    PeriodUnit unit = PeriodUnit::working;
    bool earliest = false;
    std::optional<written::YearDay> before;
    const Clause* clause = nullptr;

    // The end of the period that begins with an event on `after`; `no-calendar` where the year has no data. Only of
    // terms that are counted from a step.
    Result<Date> end(Date after) const { return end(after, days); }
    Result<Date> end(Date after, int other_days) const;
    // Whether `other_days` ask at least as much.
    bool as_strict(int other_days) const { return earliest ? other_days >= days : other_days <= days; }
    // The day before which it is due. Only of terms that name one.
    Date before_in(int year) const;
};

// Immutable. Pointers into it live as long as the rulebook; nullptr where the rulebook says nothing of it.
class Procedure {
public:
    const std::vector<StepRule>& steps() const { return steps_; }
    const std::vector<OpinionRule>& opinions() const { return opinions_; }
    const std::vector<CompositionRule>& compositions() const { return compositions_; }
    const std::vector<FormRule>& forms() const { return forms_; }
    const std::vector<DueRule>& terms() const { return terms_; }

    const StepRule* step(ProcedureStep step, Who who) const;
    const OpinionRule* opinion(OpinionSide from, Who who) const;
    const CompositionRule* composition(ProcedureStep step, Who who, bool constituent_units) const;
    const FormRule* form(ProcedureStep step, Who who) const;
    const DueRule* term(TermName term, Who who) const;
    // The term of that name, whoever it concerns: those that one column has, all of them have alike.
    const DueRule* term(TermName term) const;
    const Clause* principle(Principle principle, Who who) const;
    // The principle of that name that stands first, whoever it concerns.
    const Clause* principle(Principle principle) const;
    // "khoản 2 Điều 17 ...; điểm b khoản 1 Điều 18 ...": the step for whoever it may concern.
    std::string clauses_of(ProcedureStep step) const;

private:
    friend class ProcedureReader;
    std::vector<StepRule> steps_;
    std::vector<OpinionRule> opinions_;
    std::vector<CompositionRule> compositions_;
    std::vector<FormRule> forms_;
    std::vector<DueRule> terms_;
    std::vector<PrincipleRule> principles_;
};

// What is asked about one step: who is rated, what was done on which day, and what came with it.
struct ProcedureQuestion {
    Who who;
    int year = 0;
    ProcedureStep step{};
    Date on;
    std::map<ProcedureStep, Date> done;
    std::map<OpinionSide, Date> given;    // opinions
    std::map<OpinionSide, Date> asked;    // and those asked for, until which day an answer was due
    std::optional<int> months_elsewhere;  // of the year, at an agency that still exists
    std::optional<std::string> form;
    std::optional<std::pair<int, int>> attendance;  // present, called
    bool constituent_units = false;
    bool special = false;           // a unit whose rating is due later
    std::map<TermName, int> terms;  // other days than the rulebook's, as strict as they are or stricter
};

// One demand on the step, and whether it is met.
struct ProcedureFinding {
    enum class About : std::uint8_t { order, opinion, composition, form, term } about{};
    const Clause* clause = nullptr;
    bool held = false;
    std::optional<ProcedureStep> missing;  // of `order`: the step that comes before
    std::optional<OpinionSide> side;
    std::optional<TermName> term;
    std::optional<Date> due;         // of a term: the last day, or the first
    const StepRule* step = nullptr;  // of `order`: the rule of the step that comes before
};

// Everything that the rulebook demands of the step, in the order of the document; refused where the rulebook has no
// such step for them (`invalid-field` on /step), where a term asks less than its own (`loosens-rule` on /terms, with
// its clause), and with `no-calendar`.
Result<std::vector<ProcedureFinding>> examine(const Rulebook& rulebook, const ProcedureQuestion& question);

}  // namespace minhbach::services::law
