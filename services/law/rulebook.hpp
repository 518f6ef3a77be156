// A rulebook is a value: what a decree asks, in tables that can be printed, compared and hashed. A cycle is bound to a
// rulebook's id and hash, so the rules of a rating can never change behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/trace.hpp"
#include "services/law/facts.hpp"

namespace minhbach::services::law {

// The five columns of Chapter II of the decree.
enum class Column : std::uint8_t {
    cadre,
    civil_servant,
    civil_servant_leader,
    public_employee,
    public_employee_manager
};
BOOST_DESCRIBE_ENUM(Column, cadre, civil_servant, civil_servant_leader, public_employee, public_employee_manager)
Column column_of(const Subject& subject);
bool leads(Column column);

// What can be counted. "work" is the tasks of staff and the targets of leaders.
enum class Measure : std::uint8_t {
    criteria_total,
    criteria_completed,
    criteria_deficient,
    work_assigned,
    work_completed,
    work_on_time,
    work_exceeded,
    units_managed,
    units_completed,  // completed or better
    units_good        // good or better
};

// As the JSON of the facts names it.
std::string name(Measure measure, Column column);

// "ít nhất" >=, "không quá" <=, "trên" >, "dưới" <.
enum class Comparison : std::uint8_t { at_least, at_most, more_than, less_than };
std::string_view sign(Comparison comparison);

// 100 x part compared with percent x whole, in integers. A whole of zero is judged before (GAP-8), or is the empty
// list of managed units, which satisfies (GAP-6).
struct Share {
    Measure part;
    Comparison comparison;
    int percent;
    Measure whole;
};
struct EveryGeneralCriterion {
    Judgement at_least;
};
struct Effect {
    Effectiveness at_least;
};
enum class Ground : std::uint8_t { degradation, unit_corruption_handled, discipline };
BOOST_DESCRIBE_ENUM(Ground, degradation, unit_corruption_handled, discipline)
using Test = std::variant<Share, EveryGeneralCriterion, Effect, Ground>;

// One line of the table. `excellent` needs its own lines and those of `good` and `completed`, `good` those of
// `completed` (reading F2); any line of `not_completed` suffices.
struct Condition {
    Column column;
    RuleStage stage;
    Test test;
    Label clause;  // e.g. nd90.13.2.d
    Label citation;
    Label requirement;
    std::optional<GapCode> gap;  // from lines of `completed`: what is missing when the line fails
    std::optional<int> reading;  // number of the reading (F1 to F20) that the line rests on
};

// A clause outside the table, tested by the order of evaluation itself.
struct Clause {
    Label id;
    Label citation;
    Label requirement;
};

struct ServiceRule {
    int worked_months_min = 6;       // with maternity leave added (reading F6)
    int absence_cap_from = 3;        // months, inclusive
    int absence_uncovered_from = 6;  // months, inclusive: no clause covers it (reading F5, GAP-9)
    Level absence_level_max = Level::completed;
};

// Of the number in the base, at most `percent` may be excellent. Formulas: services/law/quota.hpp.
struct QuotaRule {
    QuotaBase base = QuotaBase::good;
    int percent = 20;
    QuotaRounding rounding = QuotaRounding::floor;
    friend bool operator==(const QuotaRule&, const QuotaRule&) = default;
};

// A period that the decree leaves open and the system fixes: "quy định nội bộ", never shown as law. In working days.
struct InternalPeriods {
    int notice = 5;
    int petition_filing = 5;
    int petition_answer = 10;
};

// How an open question of the text is answered here; shown in the trace of every evaluation that relied on it.
struct Reading {
    int number;  // F1 to F20
    Label text;
};

// A choice that another authority may make differently, with what was chosen.
struct Choice {
    std::string_view name;
    std::string_view chosen;
};

class Rulebook {
public:
    RulebookId id;
    Label title;
    Date in_force;
    Track track = Track::state;
    std::vector<Condition> conditions;
    ServiceRule service;
    QuotaRule quota;
    InternalPeriods periods;
    std::vector<Reading> readings;
    std::vector<Choice> choices;
    // Clauses of the general part.
    Clause eligibility, absence, discipline_in_year, discipline_counted, discipline_twice, quota_clause;
    Clause basis_staff, basis_leader;
    Clause unit_cap_servant, unit_cap_employee, unit_cap_cadre;
    Label unit_first, managed_units_first;  // what must be so before a leader can be rated

    // Conditions of one column and stage, in the order of the decree.
    std::vector<const Condition*> conditions_of(Column column, RuleStage stage) const;
    const Clause& unit_cap(Column column) const;
    Label reading(int number) const;  // "Cách hiểu F2: ..."; throws if there is no such reading

    // Everything above as text, a line for a line of the table.
    std::string canonical_text() const;
    // SHA-256 of the canonical text as it was when the rulebook was sealed; nothing may be changed afterwards.
    const Digest& hash() const { return hash_; }
    void seal();

private:
    Digest hash_;
};

// The rulebook that rates the state track of 2023 (Nghị định 90/2020/NĐ-CP as amended by Nghị định 48/2023/NĐ-CP).
const Rulebook& nd90_48_2023();

// `unknown-rulebook` for ids nobody knows, and with another sentence for those known but not evaluated by this program
// (nd90-2020, qd124-2023).
Result<const Rulebook*> find_rulebook(const RulebookId& id);

}  // namespace minhbach::services::law
