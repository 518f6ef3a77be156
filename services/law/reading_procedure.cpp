#include "services/law/reading_procedure.hpp"

#include <algorithm>
#include <set>

#include "events/codec/json.hpp"

namespace minhbach::services::law {
namespace {

constexpr int kMonthsMax = 12;
constexpr int kPercentMax = 100;

std::string at(std::string_view list, std::size_t index, std::string_view member = {}) {
    auto place = "/" + std::string(list) + "/" + std::to_string(index);
    return member.empty() ? place : place + "/" + std::string(member);
}

// Whether some day of every year is meant.
bool is_day(const written::YearDay& day) {
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day.month >= 1 && day.month <= kMonthsMax && day.day >= 1 &&
           day.day <= kDays[static_cast<std::size_t>(day.month - 1)] && (day.years_later == 0 || day.years_later == 1);
}

}  // namespace

Procedure ProcedureReader::read() {
    principles();
    steps();
    opinions();
    compositions();
    forms();
    terms();
    in_order();
    return std::move(procedure_);
}

Concerned ProcedureReader::concerned(const std::vector<std::string>& of, const std::vector<Position>& positions,
                                     const std::string& place) {
    Concerned found{columns_(of, place), 0};
    for (const auto& [position, name] : json::enumerators<Position>())
        if (positions.empty() || std::find(positions.begin(), positions.end(), position) != positions.end())
            found.positions = static_cast<std::uint8_t>(found.positions | 1U << static_cast<int>(position));
    const auto all = everybody();
    if (std::none_of(all.begin(), all.end(), [&](Who who) { return found.is(who); }))
        refuse_(place, "it concerns nobody: these columns have no such position");
    return found;
}

std::vector<Who> ProcedureReader::everybody() const {
    std::vector<Who> all;
    for (ColumnIndex column = 0; column < doc_.columns.size(); ++column)
        for (const auto& [position, name] : json::enumerators<Position>())
            if (position == Position::other || doc_.columns[column].leader.value_or(true))
                all.push_back({column, position});
    return all;
}

std::string ProcedureReader::name(Who who) const {
    return "\"" + doc_.columns[who.column].column + "\" (" + json::enum_name(who.position) + ")";
}

template <class Rules, class Same>
void ProcedureReader::no_overlap(const Rules& rules, std::string_view list, Same same) {
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (!same(rules[j], rules[i])) continue;
            const auto all = everybody();
            const auto both = std::find_if(all.begin(), all.end(), [&](Who who) {
                return rules[i].concerned.is(who) && rules[j].concerned.is(who);
            });
            if (both != all.end()) refuse_(at(list, i), "it overlaps " + at(list, j) + ": both concern " + name(*both));
        }
}

void ProcedureReader::step_is_there(ProcedureStep step, const Concerned& concerned, const std::string& place) {
    for (const auto who : everybody()) {
        if (!concerned.is(who) || procedure_.step(step, who) != nullptr) continue;
        return refuse_(place, "there is no step " + json::enum_name(step) + " for " + name(who));
    }
}

void ProcedureReader::principles() {
    for (std::size_t i = 0; i < doc_.principles.size(); ++i) {
        const auto& written = doc_.principles[i];
        procedure_.principles_.push_back({written.principle,
                                          concerned(written.of, written.positions, at("principles", i)),
                                          clause_(written.clause, at("principles", i, "clause"))});
    }
    no_overlap(procedure_.principles_, "principles",
               [](const auto& a, const auto& b) { return a.principle == b.principle; });
}

void ProcedureReader::steps() {
    for (std::size_t i = 0; i < doc_.procedure.size(); ++i) {
        const auto& written = doc_.procedure[i];
        StepRule rule{written.step,  concerned(written.of, written.positions, at("procedure", i)), written.by,
                      written.after, clause_(written.clause, at("procedure", i, "clause")),        written.without};
        if (rule.by.empty()) refuse_(at("procedure", i, "by"), "nobody takes the step: it cannot be reached");
        procedure_.steps_.push_back(std::move(rule));
    }
    no_overlap(procedure_.steps_, "procedure", [](const auto& a, const auto& b) { return a.step == b.step; });
}

void ProcedureReader::opinions() {
    for (std::size_t i = 0; i < doc_.opinions.size(); ++i) {
        const auto& written = doc_.opinions[i];
        OpinionRule rule{written.from,       concerned(written.of, written.positions, at("opinions", i)),
                         written.required,   written.months,
                         written.unanswered, clause_(written.clause, at("opinions", i, "clause"))};
        if (rule.months && (*rule.months < 1 || *rule.months > kMonthsMax))
            refuse_(at("opinions", i, "months"), "a year has 1 to 12 months");
        if (rule.required && rule.from == OpinionSide::party_committee)
            step_is_there(ProcedureStep::party_opinion, rule.concerned, at("opinions", i, "required"));
        procedure_.opinions_.push_back(std::move(rule));
    }
    no_overlap(procedure_.opinions_, "opinions", [](const auto& a, const auto& b) { return a.from == b.from; });
}

void ProcedureReader::compositions() {
    for (std::size_t i = 0; i < doc_.compositions.size(); ++i) {
        const auto& written = doc_.compositions[i];
        CompositionRule rule{written.step, concerned(written.of, written.positions, at("compositions", i)),
                             written.constituent_units, written.quorum_percent,
                             clause_(written.clause, at("compositions", i, "clause"))};
        if (written.members.empty()) refuse_(at("compositions", i, "members"), "nobody sits in the meeting");
        if (rule.quorum_percent && (*rule.quorum_percent < 1 || *rule.quorum_percent > kPercentMax))
            refuse_(at("compositions", i, "quorumPercent"), "a quorum is between 1 and 100 percent");
        step_is_there(rule.step, rule.concerned, at("compositions", i, "step"));
        procedure_.compositions_.push_back(rule);
    }
    no_overlap(procedure_.compositions_, "compositions", [](const auto& a, const auto& b) {
        return a.step == b.step &&
               (!a.constituent_units || !b.constituent_units || a.constituent_units == b.constituent_units);
    });
}

void ProcedureReader::forms() {
    for (std::size_t i = 0; i < doc_.forms.size(); ++i) {
        const auto& written = doc_.forms[i];
        FormRule rule{written.form,  written.step,   concerned(written.of, {}, at("forms", i)),
                      written.title, written.fields, clause_(written.clause, at("forms", i, "clause"))};
        if (rule.form.empty()) refuse_(at("forms", i, "form"), "a name is empty");
        if (rule.fields.empty()) refuse_(at("forms", i, "fields"), "the form asks for nothing");
        std::set<std::string> seen;
        for (std::size_t f = 0; f < rule.fields.size(); ++f)
            if (rule.fields[f].field.empty() || !seen.insert(rule.fields[f].field).second)
                refuse_(at("forms", i, "fields/" + std::to_string(f)), "a field has a name of its own");
        step_is_there(rule.step, rule.concerned, at("forms", i, "step"));
        procedure_.forms_.push_back(std::move(rule));
    }
    no_overlap(procedure_.forms_, "forms", [](const auto& a, const auto& b) { return a.step == b.step; });
}

void ProcedureReader::due(const written::TermRule& written, DueRule& rule, const std::string& place) {
    const bool counted = written.from && written.days && written.unit;
    const bool any = written.from || written.days || written.unit || written.earliest;
    if (counted == written.before.has_value() || any != counted)
        return refuse_(place, "a term is `from`, `days` and `unit`, or `before`");
    if (written.before) {
        if (!is_day(*written.before)) refuse_(place + "/before", "there is no such day in every year");
        return;
    }
    if (*written.days < 0 || *written.days > Calendar::period_days_max)
        refuse_(place + "/days", "there are 0 to " + std::to_string(Calendar::period_days_max) + " days");
    if (written.from == written.step) refuse_(place + "/from", "a step is not counted from itself");
    rule.days = *written.days;
    rule.unit = *written.unit;
    rule.earliest = written.earliest.value_or(false);
    step_is_there(*written.from, rule.concerned, place + "/from");
}

void ProcedureReader::terms() {
    for (std::size_t i = 0; i < doc_.terms.size(); ++i) {
        const auto& written = doc_.terms[i];
        DueRule rule;
        rule.term = written.term;
        rule.step = written.step;
        rule.concerned = concerned(written.of, {}, at("terms", i));
        rule.from = written.from;
        rule.before = written.before;
        rule.clause = clause_(written.clause, at("terms", i, "clause"));
        due(written, rule, at("terms", i));
        step_is_there(rule.step, rule.concerned, at("terms", i, "step"));
        procedure_.terms_.push_back(rule);
    }
    no_overlap(procedure_.terms_, "terms", [](const auto& a, const auto& b) { return a.term == b.term; });
}

// Every step that another waits for is there for the same people, and none waits for itself.
void ProcedureReader::in_order() {
    for (std::size_t i = 0; i < procedure_.steps_.size(); ++i) {
        const auto& rule = procedure_.steps_[i];
        for (std::size_t a = 0; a < rule.after.size(); ++a)
            step_is_there(rule.after[a], rule.concerned, at("procedure", i, "after/" + std::to_string(a)));
    }
    for (std::size_t i = 0; i < procedure_.steps_.size(); ++i) {
        const auto& first = procedure_.steps_[i];
        const auto all = everybody();
        const bool waits = std::any_of(all.begin(), all.end(), [&](Who who) {
            if (!first.concerned.is(who)) return false;
            std::set<ProcedureStep> reached;
            std::vector<ProcedureStep> open(first.after);
            while (!open.empty()) {
                const auto step = open.back();
                open.pop_back();
                if (!reached.insert(step).second) continue;
                const auto* rule = procedure_.step(step, who);
                if (rule) open.insert(open.end(), rule->after.begin(), rule->after.end());
            }
            return reached.contains(first.step);
        });
        if (waits) refuse_(at("procedure", i, "after"), json::enum_name(first.step) + " waits for itself");
    }
}

}  // namespace minhbach::services::law
