#include "services/law/evaluate.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "events/codec/json.hpp"

namespace minhbach::services::law {
namespace {

using json::enum_name;

std::string number(std::int64_t value) {
    return std::to_string(value);
}

bool counted_in_another_year(const Facts& facts, const ViolationId& violation) {
    return std::any_of(
        facts.violations_already_counted.begin(), facts.violations_already_counted.end(),
        [&](const CountedViolation& counted) { return counted.violation == violation && counted.year != facts.year; });
}

bool in_year(const Facts& facts, const DisciplineDecision& decision) {
    return decision.effective_on.year() == facts.year;
}

bool holds(std::int64_t left, Comparison comparison, std::int64_t right) {
    switch (comparison) {
        case Comparison::at_least:
            return left >= right;
        case Comparison::at_most:
            return left <= right;
        case Comparison::more_than:
            return left > right;
        case Comparison::less_than:
            return left < right;
    }
    std::abort();
}

// Tests clauses on one set of facts and writes down each test as it is made.
class Examination {
public:
    Examination(const Facts& facts, const Rulebook& rulebook)
        : facts_(facts), rulebook_(rulebook), column_(column_of(facts.subject)) {
        evaluation.rulebook = rulebook.id;
        evaluation.rulebook_hash = rulebook.hash();
    }

    bool eligible();
    bool forced_not_completed();
    bool units_rated();
    bool something_assigned();
    std::optional<Level> level_by_criteria();  // otherwise the gaps say why
    bool absence_covered();
    Level capped_by_absence(Level level);
    Level capped_by_unit(Level level);
    std::vector<Level> allowed_levels() const;
    void note_discipline_of_unrated();
    void gap(std::string_view code) { evaluation.gaps.push_back(GapCode::of(code)); }

    RuleEvaluation evaluation;

private:
    void record(RuleStage stage, const Clause& clause, const std::string& compared, bool held,
                std::optional<Label> note = {});
    bool test(const Condition& condition);
    bool all_hold(RuleStage stage);
    std::pair<std::string, bool> compare(const Share& share) const;
    std::pair<std::string, bool> compare(const EveryGeneralCriterion& criterion) const;
    std::pair<std::string, bool> compare(const Effect& effect) const;
    std::pair<std::string, bool> compare(const Ground& ground) const;
    void examine_disciplines();
    std::int64_t count(Measure measure) const;
    std::int64_t units_at_least(Level level) const;
    Level lowered(RuleCap cap, Level from, Level to);

    const Facts& facts_;
    const Rulebook& rulebook_;
    Column column_;
};

void Examination::record(RuleStage stage, const Clause& clause, const std::string& compared, bool held,
                         std::optional<Label> note) {
    evaluation.trace.push_back(
        {stage, clause.id, clause.citation, clause.requirement, Label::of(compared), held, std::move(note)});
}

bool Examination::eligible() {
    const auto& service = facts_.service;
    const int minimum = rulebook_.service.worked_months_min;
    const auto months = static_cast<std::int64_t>(service.months_worked) + service.maternity_months;
    const bool held = months >= minimum;
    const bool by_maternity = service.months_worked < minimum && service.maternity_months > 0;
    record(RuleStage::eligibility, rulebook_.eligibility,
           "service.monthsWorked " + number(service.months_worked) + " + service.maternityMonths " +
               number(service.maternity_months) + " = " + number(months) + " >= " + number(minimum),
           held, by_maternity ? std::optional(rulebook_.reading(6)) : std::nullopt);
    return held;
}

// One entry for the year of each decision, and one for the once-only rule where the year is this one.
void Examination::examine_disciplines() {
    for (const auto& decision : facts_.disciplines) {
        const bool this_year = in_year(facts_, decision);
        record(RuleStage::not_completed, rulebook_.discipline_in_year,
               decision.violation.str() + ": " + enum_name(decision.kind) + " " + enum_name(decision.form) + " " +
                   decision.effective_on.iso() + ", year " + number(facts_.year),
               this_year);
        if (!this_year) continue;
        const bool punished_twice =
            std::any_of(facts_.disciplines.begin(), facts_.disciplines.end(), [&](const DisciplineDecision& other) {
                return other.violation == decision.violation && other.kind != decision.kind;
            });
        std::string years;
        for (const auto& counted : facts_.violations_already_counted) {
            if (counted.violation != decision.violation || counted.year == facts_.year) continue;
            years = years.empty() ? " in " + number(counted.year) : " in more than one year";
        }
        record(RuleStage::not_completed, punished_twice ? rulebook_.discipline_twice : rulebook_.discipline_counted,
               decision.violation.str() + ": " + (years.empty() ? "not counted in another year" : "counted" + years),
               years.empty(), rulebook_.reading(10));
    }
}

bool Examination::forced_not_completed() {
    examine_disciplines();
    bool any = false;
    for (const auto* condition : rulebook_.conditions_of(column_, RuleStage::not_completed)) any |= test(*condition);
    return any;
}

bool Examination::units_rated() {
    if (!leads(column_)) return true;
    const auto& cap = rulebook_.unit_cap(column_);
    record(RuleStage::unit_rated, {cap.id, cap.citation, rulebook_.unit_first},
           "unitLevel " + (facts_.unit_level ? enum_name(*facts_.unit_level) : std::string("null")),
           facts_.unit_level.has_value());
    const auto rated = std::count_if(facts_.managed_units.begin(), facts_.managed_units.end(),
                                     [](const auto& level) { return level.has_value(); });
    const auto managed = std::ssize(facts_.managed_units);
    for (const auto* condition : rulebook_.conditions_of(column_, RuleStage::completed)) {
        const auto* share = std::get_if<Share>(&condition->test);
        if (managed == 0 || !share || share->whole != Measure::units_managed) continue;
        record(RuleStage::unit_rated, {condition->clause, condition->citation, rulebook_.managed_units_first},
               "managedUnits rated " + number(rated) + " = managedUnits " + number(managed), rated == managed);
    }
    return facts_.unit_level && rated == managed;
}

bool Examination::something_assigned() {
    const bool held = facts_.work.assigned > 0 && facts_.criteria.total > 0;
    record(RuleStage::basis, leads(column_) ? rulebook_.basis_leader : rulebook_.basis_staff,
           name(Measure::work_assigned, column_) + " " + number(facts_.work.assigned) + " > 0, criteria.total " +
               number(facts_.criteria.total) + " > 0",
           held, held ? std::nullopt : std::optional(rulebook_.reading(1)));
    return held;
}

std::optional<Level> Examination::level_by_criteria() {
    const bool excellent = all_hold(RuleStage::excellent);
    const bool good = all_hold(RuleStage::good);
    const bool completed = all_hold(RuleStage::completed);
    if ((excellent && !(good && completed)) || (good && !completed)) {
        // The words of a higher level hold where those of a lower one fail: say why the lower one decides.
        for (auto& entry : evaluation.trace) {
            const bool lower = entry.stage == RuleStage::good || entry.stage == RuleStage::completed;
            if (lower && !entry.held && !entry.note) entry.note = rulebook_.reading(2);
        }
    }
    if (!completed) {
        std::sort(evaluation.gaps.begin(), evaluation.gaps.end());
        evaluation.gaps.erase(std::unique(evaluation.gaps.begin(), evaluation.gaps.end()), evaluation.gaps.end());
        return std::nullopt;
    }
    if (!good) return Level::completed;
    return excellent ? Level::excellent : Level::good;
}

bool Examination::absence_covered() {
    return facts_.service.absence_months < rulebook_.service.absence_uncovered_from;
}

Level Examination::capped_by_absence(Level level) {
    const auto& rule = rulebook_.service;
    const int absent = facts_.service.absence_months;
    const bool capped = absent >= rule.absence_cap_from && absent < rule.absence_uncovered_from;
    const bool covered = absence_covered();
    const auto months = "service.absenceMonths " + number(absent);
    record(RuleStage::absence, rulebook_.absence,
           covered
               ? "not " + number(rule.absence_cap_from) + " <= " + months + " < " + number(rule.absence_uncovered_from)
               : months + " < " + number(rule.absence_uncovered_from),
           !capped && covered, covered ? std::nullopt : std::optional(rulebook_.reading(5)));
    return capped && level < rule.absence_level_max
               ? lowered(RuleCap::absence_3_to_under_6_months, level, rule.absence_level_max)
               : level;
}

Level Examination::capped_by_unit(Level level) {
    if (!leads(column_) || !facts_.unit_level) return level;
    const auto unit = level_of(*facts_.unit_level);
    const bool above = unit && level < *unit;
    record(RuleStage::unit_cap, rulebook_.unit_cap(column_),
           enum_name(level) + ", unitLevel " + enum_name(*facts_.unit_level), !above,
           unit ? std::nullopt : std::optional(rulebook_.reading(8)));
    return above ? lowered(RuleCap::unit_level, level, *unit) : level;
}

Level Examination::lowered(RuleCap cap, Level from, Level to) {
    evaluation.caps.push_back(cap);
    evaluation.trace.back().note =
        Label::of(std::string(vietnamese(from)) + " hạ xuống " + std::string(vietnamese(to)));
    return to;
}

std::vector<Level> Examination::allowed_levels() const {
    const auto unit = leads(column_) && facts_.unit_level ? level_of(*facts_.unit_level) : std::nullopt;
    std::vector<Level> allowed;
    if (!unit || *unit <= Level::completed) allowed.push_back(Level::completed);
    allowed.push_back(Level::not_completed);
    return allowed;
}

void Examination::note_discipline_of_unrated() {
    examine_disciplines();
    for (auto& entry : evaluation.trace) {
        const bool once_only =
            entry.clause == rulebook_.discipline_counted.id || entry.clause == rulebook_.discipline_twice.id;
        if (once_only && entry.held) entry.note = rulebook_.reading(18);
    }
}

bool Examination::all_hold(RuleStage stage) {
    bool all = true;
    for (const auto* condition : rulebook_.conditions_of(column_, stage)) {
        if (test(*condition)) continue;
        all = false;
        if (condition->gap) evaluation.gaps.push_back(*condition->gap);
    }
    return all;
}

bool Examination::test(const Condition& condition) {
    const auto [compared, held] = std::visit([this](const auto& what) { return compare(what); }, condition.test);
    std::optional<Label> note;
    const auto* share = std::get_if<Share>(&condition.test);
    if (share && share->whole == Measure::units_managed && count(share->whole) == 0) {
        note = rulebook_.reading(1);
    } else if (condition.reading) {
        note = rulebook_.reading(*condition.reading);
    }
    evaluation.trace.push_back({condition.stage, condition.clause, condition.citation, condition.requirement,
                                Label::of(compared), held, std::move(note)});
    return held;
}

// Whole numbers on both sides: no rounding can move a person over a line.
std::pair<std::string, bool> Examination::compare(const Share& share) const {
    const auto left = 100 * count(share.part);
    const auto right = share.percent * count(share.whole);
    const auto text = "100 x " + name(share.part, column_) + " " + number(count(share.part)) + " = " + number(left) +
                      " " + std::string(sign(share.comparison)) + " " + number(share.percent) + " x " +
                      name(share.whole, column_) + " " + number(count(share.whole)) + " = " + number(right);
    return {text, holds(left, share.comparison, right)};
}

std::pair<std::string, bool> Examination::compare(const EveryGeneralCriterion& criterion) const {
    const auto& general = facts_.general;
    bool held = true;
    std::string text = "general";
    const auto judge = [&](std::string_view which, Judgement judgement) {
        text += " " + std::string(which) + " " + enum_name(judgement) + ",";
        held &= judgement <= criterion.at_least;
    };
    judge("politics", general.politics);
    judge("ethics", general.ethics);
    judge("style", general.style);
    judge("discipline", general.discipline);
    if (general.leadership) judge("leadership", *general.leadership);
    return {text + " each >= " + enum_name(criterion.at_least), held};
}

std::pair<std::string, bool> Examination::compare(const Effect& effect) const {
    return {"effectiveness " + enum_name(facts_.effectiveness) + " >= " + enum_name(effect.at_least),
            facts_.effectiveness <= effect.at_least};
}

std::pair<std::string, bool> Examination::compare(const Ground& ground) const {
    const auto flag = [](std::string_view field, bool value) {
        return std::pair("findings." + std::string(field) + " = " + (value ? "true" : "false"), value);
    };
    switch (ground) {
        case Ground::degradation:
            return flag("degradation", facts_.findings.degradation);
        case Ground::unit_corruption_handled:
            return flag("unitCorruptionHandled", facts_.findings.unit_corruption_handled);
        case Ground::discipline: {
            const auto counting = violations_that_count(facts_).size();
            return {"disciplines that count " + std::to_string(counting) + " > 0", counting > 0};
        }
    }
    std::abort();
}

std::int64_t Examination::count(Measure measure) const {
    switch (measure) {
        case Measure::criteria_total:
            return facts_.criteria.total;
        case Measure::criteria_completed:
            return facts_.criteria.completed;
        case Measure::criteria_deficient:
            return facts_.criteria.deficient;
        case Measure::work_assigned:
            return facts_.work.assigned;
        case Measure::work_completed:
            return facts_.work.completed;
        case Measure::work_on_time:
            return facts_.work.on_time_with_quality;
        case Measure::work_exceeded:
            return facts_.work.exceeded;
        case Measure::units_managed:
            return static_cast<std::int64_t>(facts_.managed_units.size());
        case Measure::units_completed:
            return units_at_least(Level::completed);
        case Measure::units_good:
            return units_at_least(Level::good);
    }
    std::abort();
}

std::int64_t Examination::units_at_least(Level level) const {
    return std::count_if(facts_.managed_units.begin(), facts_.managed_units.end(),
                         [&](const std::optional<Level>& unit) { return unit && *unit <= level; });
}

std::optional<Refusal> refused(const Facts& facts, const Rulebook& rulebook) {
    std::vector<Refusal> found;
    if (facts.rulebook != rulebook.id) {
        found.push_back({"invalid-field",
                         "/rulebook",
                         "",
                         "Bộ quy tắc không phải " + rulebook.id.str(),
                         "The rulebook is not " + rulebook.id.str(),
                         {}});
    }
    if (facts.track != rulebook.track) {
        found.push_back({"invalid-field",
                         "/track",
                         "",
                         "Bộ quy tắc này chỉ áp dụng cho việc xếp loại của Nhà nước (STATE)",
                         "This rulebook is for the state track (STATE)",
                         {}});
    }
    for (auto& problem : problems(facts)) found.push_back(std::move(problem));
    if (found.empty()) return std::nullopt;
    auto first = found.front();
    first.more.assign(found.begin() + 1, found.end());
    return first;
}

}  // namespace

std::vector<ViolationId> violations_that_count(const Facts& facts) {
    std::vector<ViolationId> counting;
    for (const auto& decision : facts.disciplines) {
        if (!in_year(facts, decision) || counted_in_another_year(facts, decision.violation)) continue;
        if (std::find(counting.begin(), counting.end(), decision.violation) == counting.end()) {
            counting.push_back(decision.violation);
        }
    }
    return counting;
}

Result<RuleEvaluation> evaluate(const Facts& facts, const Rulebook& rulebook) {
    if (auto refusal = refused(facts, rulebook)) return *std::move(refusal);

    Examination examination(facts, rulebook);
    auto& result = examination.evaluation;
    const auto rated = [&](Level level) {
        result.outcome = RuleOutcome::rated;
        result.level = examination.capped_by_unit(examination.capped_by_absence(level));
    };
    const auto undecided = [&] {
        result.outcome = RuleOutcome::undecided;
        result.allowed_levels = examination.allowed_levels();
    };

    if (!examination.eligible()) {
        result.outcome = RuleOutcome::not_rated;
        result.reason = RuleReason::under_6_months;
        examination.note_discipline_of_unrated();
    } else if (examination.forced_not_completed()) {
        rated(Level::not_completed);
    } else if (!examination.units_rated()) {
        result.outcome = RuleOutcome::blocked;
        result.reason = RuleReason::unit_not_rated;
        examination.gap("GAP-7");
    } else if (!examination.something_assigned()) {
        examination.gap("GAP-8");
        undecided();
    } else {
        const auto level = examination.level_by_criteria();
        if (level && examination.absence_covered()) {
            rated(*level);
        } else {
            examination.capped_by_absence(Level::not_completed);  // lowers nothing, but leaves its trace
            if (!examination.absence_covered()) examination.gap("GAP-9");
            undecided();
        }
    }
    return result;
}

}  // namespace minhbach::services::law
