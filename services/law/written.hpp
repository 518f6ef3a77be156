// A rulebook as it is written: one to one with its JSON (services/law/rulebooks/*.json, described by schema.json
// there). What of it makes sense together is decided where it is read into a Rulebook (rulebook.hpp).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/trace.hpp"
#include "services/law/calendar.hpp"
#include "services/law/facts.hpp"
#include "services/law/procedure_words.hpp"

namespace minhbach::services::law {

// "ít nhất" >=, "không quá" <=, "trên" >, "dưới" <.
enum class Comparison : std::uint8_t { at_least, at_most, more_than, less_than, equal };
BOOST_DESCRIBE_ENUM(Comparison, at_least, at_most, more_than, less_than, equal)

// Where a sentence of the rulebook comes from.
enum class Standing : std::uint8_t { law, guidance, internal_rule };
BOOST_DESCRIBE_ENUM(Standing, law, guidance, internal_rule)

// How sure it is that the text says so; whatever is not `exact` has to be compared with the gazette.
enum class Confidence : std::uint8_t { exact, found, known, reading };
BOOST_DESCRIBE_ENUM(Confidence, exact, found, known, reading)

// What a fact may be: a number of things, a yes or no, a grade of a scale, the grades of several things, or several
// things with grades and marks of their own.
enum class FactKind : std::uint8_t { count, flag, grade, grades, items };
BOOST_DESCRIBE_ENUM(FactKind, count, flag, grade, grades, items)

// What only some laws ask of a discipline.
enum class DisciplineMember : std::uint8_t { in_performance_of_duty, of, self_detected_and_remedied, at_other_unit };
BOOST_DESCRIBE_ENUM(DisciplineMember, in_performance_of_duty, of, self_detected_and_remedied, at_other_unit)

// What a person has to look at although it decides nothing: an act of an earlier year was disciplined in this one
// (that year is rated again, or, remedied by oneself, its rating is weighed again), or the level of the other track is
// lower.
enum class SignalCode : std::uint8_t { re_rate, weigh_re_rating, state_level_not_excellent };
BOOST_DESCRIBE_ENUM(SignalCode, re_rate, weigh_re_rating, state_level_not_excellent)

// The year that an act which is punished counts in: the year of the decision, or the year of the act.
enum class Attribution : std::uint8_t { decision_year, act_year };
BOOST_DESCRIBE_ENUM(Attribution, decision_year, act_year)

// What a step of the evaluation does with its clauses.
//   require   all must hold, otherwise the evaluation ends as `otherwise` says
//   force     any one gives the step's level, and no criterion is tested
//   level     all must hold for the step's level, and all of the levels it needs
//   cap       a clause that fails lowers the level: to `level`, or to the grade it must not be above
enum class StepKind : std::uint8_t { require, force, level, cap };
BOOST_DESCRIBE_ENUM(StepKind, require, force, level, cap)

namespace written {

struct Words {
    Label vi;
    Label en;
};
BOOST_DESCRIBE_STRUCT(Words, (), (vi, en))

// Acts that count in the year: of these punished (none named: whoever), those remedied left out unless asked for.
struct Counting {
    std::vector<Disciplined> of;
    std::optional<bool> even_remedied;
    std::optional<bool> units;  // so many units instead of acts
};
BOOST_DESCRIBE_STRUCT(Counting, (), (of, even_remedied, units))

// What an item is: a mark of that name, or a grade that is this one, or this or better.
struct Where {
    std::string member;
    std::optional<std::string> is;
    std::optional<std::string> at_least;
};
BOOST_DESCRIBE_STRUCT(Where, (), (member, is, at_least))

// A number: one of the members, `at_least`, `known` and `where` only beside `count`.
struct Term {
    std::optional<std::int64_t> number;
    std::optional<std::string> fact;
    std::vector<std::string> sum;
    std::optional<std::string> count;     // how many there are in a fact of grades or items
    std::optional<std::string> at_least;  // ... at this grade or better
    std::optional<bool> known;            // ... with a grade at all
    std::vector<Where> where;             // ... of which all this is so
    std::optional<Counting> disciplines;  // acts whose discipline counts in this year
};
BOOST_DESCRIBE_STRUCT(Term, (), (number, fact, sum, count, at_least, known, where, disciplines))

struct Compare {
    Term left;
    Comparison is{};
    Term right;
};
BOOST_DESCRIBE_STRUCT(Compare, (), (left, is, right))

// 100 x part compared with percent x whole.
struct Share {
    Term part;
    Comparison is{};
    int percent = 0;
    Term whole;
};
BOOST_DESCRIBE_STRUCT(Share, (), (part, is, percent, whole))

struct Graded {
    std::vector<std::string> facts;
    std::string at_least;
};
BOOST_DESCRIBE_STRUCT(Graded, (), (facts, at_least))

struct Is {
    std::string fact;
    std::string grade;
};
BOOST_DESCRIBE_STRUCT(Is, (), (fact, grade))

// Exactly one member.
struct Predicate {
    std::optional<Compare> compare;
    std::optional<Share> share;
    std::optional<Graded> graded;  // each of the facts at this grade or better
    std::optional<Is> is;
    std::optional<std::string> flag;
    std::optional<std::string> known;
    std::vector<Predicate> all;
    std::vector<Predicate> any;
    std::vector<Predicate> none;
};
BOOST_DESCRIBE_STRUCT(Predicate, (), (compare, share, graded, is, flag, known, all, any, none))

struct Column {
    std::string column;
    std::string class_;
    std::optional<bool> leader;  // absent: whatever the mark says
    Words title;
};
BOOST_DESCRIBE_STRUCT(Column, (), (column, class_, leader, title))

struct Scale {
    std::string scale;
    std::vector<std::string> grades;  // best first
    std::vector<std::string> beside;  // neither better nor worse than any
};
BOOST_DESCRIBE_STRUCT(Scale, (), (scale, grades, beside))

struct Member {
    std::string member;
    std::optional<std::string> scale;  // none: a yes or no
};
BOOST_DESCRIBE_STRUCT(Member, (), (member, scale))

struct Fact {
    std::string fact;  // as JSON nests it: "tasks.exceeded"
    FactKind kind{};
    std::optional<std::string> scale;
    std::optional<bool> may_be_unknown;
    std::vector<Member> members;  // of items
    std::vector<std::string> of;  // columns; none: all
};
BOOST_DESCRIBE_STRUCT(Fact, (), (fact, kind, scale, may_be_unknown, members, of))

struct Consistency {
    std::vector<std::string> fields;
    std::vector<std::string> of;
    Predicate holds;
    Words otherwise;
};
BOOST_DESCRIBE_STRUCT(Consistency, (), (fields, of, holds, otherwise))

struct ReadingOf {
    std::string reading;
    std::optional<Predicate> when;
};
BOOST_DESCRIBE_STRUCT(ReadingOf, (), (reading, when))

struct Clause {
    Label clause;
    std::optional<RuleStage> stage;
    std::vector<std::string> of;
    std::optional<Label> citation;  // the place, before that of the source; law has one
    std::string source;
    Words requirement;
    std::optional<Predicate> holds;
    std::optional<std::string> not_above;  // a fact: the level may not be better than its grade
    std::optional<GapCode> gap;            // what is missing when it fails and no level follows
    std::optional<RuleReason> reason;      // why there is no level when it fails
    std::vector<ReadingOf> readings;       // the first that fits is told
    Standing standing{};
    Confidence confidence{};
};
BOOST_DESCRIBE_STRUCT(Clause, (),
                      (clause, stage, of, citation, source, requirement, holds, not_above, gap, reason, readings,
                       standing, confidence))

struct Otherwise {
    RuleOutcome outcome{};
    std::optional<GapCode> gap;
};
BOOST_DESCRIBE_STRUCT(Otherwise, (), (outcome, gap))

struct Step {
    RuleStage stage{};
    StepKind does{};
    std::optional<Level> level;
    std::vector<Level> needs;
    std::optional<std::string> needs_reading;
    std::optional<RuleCap> cap;
    std::optional<Otherwise> otherwise;
};
BOOST_DESCRIBE_STRUCT(Step, (), (stage, does, level, needs, needs_reading, cap, otherwise))

struct Disciplines {
    Attribution attribution{};
    std::vector<DisciplineMember> asks;  // what must be said of each
    bool counted_once = false;           // not if another rating year counted the act
    std::string in_year;                 // clauses
    std::optional<std::string> once;     // where acts count once
    std::optional<std::string> twice;    // instead of `once` where party and state punished the act
    std::optional<std::string> once_reading;
    std::optional<std::string> not_rated_reading;
};
BOOST_DESCRIBE_STRUCT(Disciplines, (),
                      (attribution, asks, counted_once, in_year, once, twice, once_reading, not_rated_reading))

struct Undecided {
    std::vector<Level> levels;
    std::string reading;
};
BOOST_DESCRIBE_STRUCT(Undecided, (), (levels, reading))

struct Quota {
    std::string clause;
    QuotaBase base{};
    int percent = 0;
    QuotaRounding rounding{};
};
BOOST_DESCRIBE_STRUCT(Quota, (), (clause, base, percent, rounding))

struct Source {
    std::string source;
    Label citation;
};
BOOST_DESCRIBE_STRUCT(Source, (), (source, citation))

struct Reading {
    std::string reading;  // "F2"
    Words text;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (reading, text))

// A step of the procedure of the columns and positions named (none: all): by whom, after which others, on which clause,
// and what cannot be done without it.
struct ProcedureStep {
    law::ProcedureStep step{};
    std::vector<std::string> of;
    std::vector<Position> positions;
    std::vector<Role> by;
    std::vector<law::ProcedureStep> after;
    std::string clause;
    Words without;
};
BOOST_DESCRIBE_STRUCT(ProcedureStep, (), (step, of, positions, by, after, clause, without))

struct Opinion {
    OpinionSide from{};
    std::vector<std::string> of;
    std::vector<Position> positions;
    bool required = false;
    std::optional<int> months;  // only of who worked there so many months of the year
    Unanswered unanswered{};
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Opinion, (), (from, of, positions, required, months, unanswered, clause))

// Who sits in the meeting of a step.
struct Composition {
    law::ProcedureStep step{};
    std::vector<std::string> of;
    std::vector<Position> positions;
    std::optional<bool> constituent_units;  // of agencies with constituent units, or without; absent: of both
    std::vector<Role> chair;                // none: the text names nobody
    std::vector<Role> members;
    std::vector<Role> in_writing;       // who may give an opinion in writing instead
    std::optional<int> quorum_percent;  // of those called; absent: the text sets none
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Composition, (),
                      (step, of, positions, constituent_units, chair, members, in_writing, quorum_percent, clause))

struct FormField {
    std::string field;
    Words title;
    std::optional<bool> leaders;  // only of them
};
BOOST_DESCRIBE_STRUCT(FormField, (), (field, title, leaders))

struct Form {
    std::string form;  // "FORM_02"
    law::ProcedureStep step{};
    std::vector<std::string> of;
    Words title;
    std::vector<FormField> fields;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Form, (), (form, step, of, title, fields, clause))

// A day of the rated year or of one after it; an act is in time before it.
struct YearDay {
    int month = 0;
    int day = 0;
    int years_later = 0;
};
BOOST_DESCRIBE_STRUCT(YearDay, (), (month, day, years_later))

// The clause of a principle that no step of the evaluation tests.
struct Principle {
    law::Principle principle{};
    std::vector<std::string> of;      // absent: everybody
    std::vector<Position> positions;  // absent: all of them
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Principle, (), (principle, of, positions, clause))

// By when a step is due: so many days after another one, or before a day. `earliest`: it may not come sooner instead.
struct TermRule {
    TermName term{};
    law::ProcedureStep step{};
    std::vector<std::string> of;
    std::optional<law::ProcedureStep> from;
    std::optional<int> days;
    std::optional<PeriodUnit> unit;
    std::optional<bool> earliest;
    std::optional<YearDay> before;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(TermRule, (), (term, step, of, from, days, unit, earliest, before, clause))

// Given with a level where the predicate holds.
struct Signal {
    SignalCode signal{};
    Level with{};
    Predicate when;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Signal, (), (signal, with, when, clause))

struct Choice {
    std::string name;
    std::string chosen;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (name, chosen))

struct Rulebook {
    RulebookId rulebook;
    Words title;
    Date in_force;
    Track track{};
    std::vector<Source> sources;
    std::vector<Column> columns;
    std::vector<Scale> scales;
    std::vector<Fact> facts;
    std::vector<Consistency> consistency;
    std::optional<Disciplines> disciplines;
    std::vector<Clause> clauses;
    std::vector<Step> order;
    Undecided undecided;
    Quota quota;
    std::vector<Principle> principles;
    std::vector<ProcedureStep> procedure;
    std::vector<Opinion> opinions;
    std::vector<Composition> compositions;
    std::vector<Form> forms;
    std::vector<TermRule> terms;
    std::optional<std::vector<Signal>> signals;  // none: the law has no signals
    std::vector<Reading> readings;
    std::vector<Choice> choices;
};
BOOST_DESCRIBE_STRUCT(Rulebook, (),
                      (rulebook, title, in_force, track, sources, columns, scales, facts, consistency, disciplines,
                       clauses, order, undecided, quota, principles, procedure, opinions, compositions, forms, terms,
                       signals, readings, choices))

}  // namespace written
}  // namespace minhbach::services::law
