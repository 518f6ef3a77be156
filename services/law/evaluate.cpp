#include "services/law/evaluate.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"

namespace minhbach::services::law {
namespace {

using json::enum_name;

// Goes through the steps of the rulebook on one sheet.
class Examination {
public:
    Examination(const FactSheet& sheet, Trace* trace, const Tightening* layers)
        : sheet_(sheet), book_(sheet.rulebook()), column_(sheet.column()), trace_(trace), layers_(layers) {
        answer.rulebook = book_.id();
        answer.rulebook_hash = book_.hash();
    }

    void run();
    RuleEvaluation answer;

private:
    using Iterator = std::vector<Step>::const_iterator;

    const std::vector<const Clause*>& clauses_of(const Step& step) const { return step.clauses[column_]; }
    bool require(const Step& step);
    bool force(const Step& step);
    Iterator levels(Iterator step);
    void cap(const Step& step);
    void cap_by_grade(const Step& step, const Clause& clause);
    void disciplines(bool is_rated);
    void end(const written::Otherwise& otherwise);
    void undecided();
    void lower(const Step& step, Level to);
    void add_gap(const GapCode& gap) { answer.gaps.push_back(gap); }

    const Tightening::Asked* layer_of(const Clause& clause) const {
        return layers_ == nullptr ? nullptr : layers_->of(clause);
    }
    // The clause as the rulebook says it, or as a layer below asks it.
    const Predicate& asked(const Clause& clause) const {
        const auto* layer = layer_of(clause);
        return layer == nullptr ? *clause.holds : layer->holds;
    }
    const written::Words* note_of(const Clause& clause) const;
    bool test(RuleStage stage, const Clause& clause, const written::Words* note_if_failed = nullptr);
    void tell(RuleStage stage, const Clause& clause, bool held, const written::Words* note);
    void told(RuleStage stage, const Clause& clause, std::string_view compared, bool held, const written::Words* note) {
        if (trace_ != nullptr) trace_->tested(stage, clause, compared, held, note);
    }

    const FactSheet& sheet_;
    const Rulebook& book_;
    const ColumnIndex column_;
    Trace* const trace_;
    const Tightening* const layers_;
    bool forced_ = false;
    std::string compared_;
};

written::Words lowering(Level from, Level to) {
    return {Label::of(std::string(vietnamese(from)) + " hạ xuống " + std::string(vietnamese(to))),
            Label::of(std::string(english(from)) + " lowered to " + std::string(english(to)))};
}

const written::Words* Examination::note_of(const Clause& clause) const {
    if (const auto* layer = layer_of(clause)) return &layer->note;
    for (const auto& reading : clause.readings)
        if (!reading.when || holds(*reading.when, sheet_)) return &reading.text;
    return nullptr;
}

void Examination::tell(RuleStage stage, const Clause& clause, bool held, const written::Words* note) {
    if (trace_ == nullptr) return;
    compared_.clear();
    describe(compared_, asked(clause), sheet_);
    trace_->tested(stage, clause, compared_, held, note);
}

bool Examination::test(RuleStage stage, const Clause& clause, const written::Words* note_if_failed) {
    const bool held = holds(asked(clause), sheet_);
    if (trace_ != nullptr) {
        const auto* note = note_of(clause);
        tell(stage, clause, held, note == nullptr && !held ? note_if_failed : note);
    }
    return held;
}

bool Examination::require(const Step& step) {
    bool all = true;
    for (const auto* clause : clauses_of(step)) {
        const bool held = test(step.stage, *clause);
        if (!held && clause->reason && !answer.reason) answer.reason = clause->reason;
        all = all && held;
    }
    return all;
}

// One entry for the year of each decision, and one for the once-only rule where the year is this one.
void Examination::disciplines(bool is_rated) {
    const auto& rule = book_.disciplines();
    if (!rule || trace_ == nullptr) return;
    for (const auto& decision : sheet_.disciplines) {
        const bool this_year = counts_in_year(sheet_, decision);
        const auto year = std::to_string(sheet_.year());
        compared_ = decision.violation.str() + ": " + enum_name(decision.kind) + " " + enum_name(decision.form) + " " +
                    decision.effective_on.iso();
        if (rule->attribution == Attribution::act_year) compared_ += ", act " + std::to_string(decision.act_year);
        if (decision.of) compared_ += ", " + enum_name(*decision.of);
        if (decision.in_performance_of_duty) compared_ += *decision.in_performance_of_duty ? ", on duty" : ", off duty";
        if (decision.self_detected_and_remedied.value_or(false)) compared_ += ", self-detected and remedied";
        if (decision.at_other_unit.value_or(false)) compared_ += ", at another unit";
        told(RuleStage::not_completed, *rule->in_year, compared_ + ", year " + year, this_year, nullptr);
        if (!this_year || !rule->counted_once) continue;
        const bool punished_twice =
            std::any_of(sheet_.disciplines.begin(), sheet_.disciplines.end(), [&](const DisciplineDecision& other) {
                return other.violation == decision.violation && other.kind != decision.kind;
            });
        std::string years;
        for (const auto& counted : sheet_.violations_already_counted) {
            if (counted.violation != decision.violation || counted.year == sheet_.year()) continue;
            years = years.empty() ? " in " + std::to_string(counted.year) : " in more than one year";
        }
        const auto& once = punished_twice && rule->twice != nullptr ? *rule->twice : *rule->once;
        const auto& reading = years.empty() && !is_rated ? rule->not_rated_reading : rule->once_reading;
        told(RuleStage::not_completed, once,
             decision.violation.str() + ": " + (years.empty() ? "not counted in another year" : "counted" + years),
             years.empty(), reading ? &*reading : nullptr);
    }
}

bool Examination::force(const Step& step) {
    disciplines(true);
    bool any = false;
    for (const auto* clause : clauses_of(step)) any |= test(step.stage, *clause);
    if (!any) return false;
    forced_ = true;
    answer.outcome = RuleOutcome::rated;
    answer.level = step.level;
    return true;
}

// All steps of levels that follow each other: the first whose clauses hold, with those of the levels it needs.
Examination::Iterator Examination::levels(Iterator step) {
    const auto first = step;
    std::array<bool, 4> words{true, true, true, true};  // by level: its own clauses hold
    for (; step != book_.order().end() && step->does == StepKind::level; ++step) {
        auto& all = words[static_cast<std::size_t>(*step->level)];
        for (const auto* clause : clauses_of(*step)) all = all && holds(asked(*clause), sheet_);
    }
    const auto reached = [&](const Step& one) {
        return words[static_cast<std::size_t>(*one.level)] &&
               std::all_of(one.needs.begin(), one.needs.end(),
                           [&](Level needed) { return words[static_cast<std::size_t>(needed)]; });
    };
    const auto found = std::find_if(first, step, reached);
    // Where the words of a higher level hold but those of a lower one do not, why the lower one decides.
    const auto asked_by_higher = [&](Level level) -> const written::Words* {
        for (auto higher = first; higher != step; ++higher) {
            if (!words[static_cast<std::size_t>(*higher->level)] || reached(*higher) || !higher->needs_reading)
                continue;
            if (std::find(higher->needs.begin(), higher->needs.end(), level) != higher->needs.end())
                return &*higher->needs_reading;
        }
        return nullptr;
    };
    for (auto one = first; one != step; ++one) {
        if (trace_ != nullptr) {
            const auto* note = asked_by_higher(*one->level);
            for (const auto* clause : clauses_of(*one)) test(one->stage, *clause, note);
        }
        if (found != step) continue;
        for (const auto* clause : clauses_of(*one))
            if (clause->gap && !holds(asked(*clause), sheet_)) add_gap(*clause->gap);
    }
    if (found == step) {
        answer.outcome = RuleOutcome::undecided;
    } else {
        answer.outcome = RuleOutcome::rated;
        answer.level = found->level;
    }
    return step;
}

void Examination::cap(const Step& step) {
    for (const auto* clause : clauses_of(step)) {
        if (clause->not_above) {
            cap_by_grade(step, *clause);
            continue;
        }
        const bool held = holds(asked(*clause), sheet_);
        if (!held && clause->gap && !forced_) {  // no clause covers it
            answer.outcome = RuleOutcome::undecided;
            answer.level.reset();
            add_gap(*clause->gap);
        }
        const bool lowers = !held && !clause->gap && answer.level && step.level && *answer.level < *step.level;
        if (lowers) {
            const auto lowered = lowering(*answer.level, *step.level);
            tell(step.stage, *clause, held, &lowered);
            lower(step, *step.level);
        } else {
            tell(step.stage, *clause, held, note_of(*clause));
        }
    }
}

void Examination::cap_by_grade(const Step& step, const Clause& clause) {
    const auto grade = sheet_.grade(*clause.not_above);
    if (!answer.level || grade == kNoGrade) return;
    const auto& fact = book_.facts()[*clause.not_above];
    const auto level = *answer.level;
    const bool above = grade < fact.ordered && level < static_cast<Level>(grade);
    if (trace_ != nullptr) {
        const auto lowered = above ? std::optional(lowering(level, static_cast<Level>(grade))) : std::nullopt;
        told(step.stage, clause,
             enum_name(level) + ", " + fact.name + " " + fact.grades[static_cast<std::size_t>(grade)], !above,
             lowered ? &*lowered : note_of(clause));
    }
    if (above) lower(step, static_cast<Level>(grade));
}

void Examination::lower(const Step& step, Level to) {
    answer.level = to;
    if (step.cap) answer.caps.push_back(*step.cap);
}

// The levels that may be decided where none follows, none above a grade that caps.
void Examination::undecided() {
    for (const auto level : book_.undecided_levels()) {
        bool allowed = true;
        for (const auto& step : book_.order()) {
            if (step.does != StepKind::cap) continue;
            for (const auto* clause : clauses_of(step)) {
                if (!clause->not_above) continue;
                const auto grade = sheet_.grade(*clause->not_above);
                const bool ordered = grade != kNoGrade && grade < book_.facts()[*clause->not_above].ordered;
                allowed = allowed && !(ordered && level < static_cast<Level>(grade));
            }
        }
        if (allowed) answer.allowed_levels.push_back(level);
    }
    std::sort(answer.gaps.begin(), answer.gaps.end());
    answer.gaps.erase(std::unique(answer.gaps.begin(), answer.gaps.end()), answer.gaps.end());
}

void Examination::end(const written::Otherwise& otherwise) {
    answer.outcome = otherwise.outcome;
    if (otherwise.gap) add_gap(*otherwise.gap);
    if (otherwise.outcome == RuleOutcome::not_rated) disciplines(false);
    if (otherwise.outcome == RuleOutcome::undecided) undecided();
}

void Examination::run() {
    for (auto step = book_.order().begin(); step != book_.order().end();) {
        switch (step->does) {
            case StepKind::require:
                if (!forced_ && !require(*step)) return end(*step->otherwise);
                ++step;
                break;
            case StepKind::force:
                if (!forced_) force(*step);
                ++step;
                break;
            case StepKind::level:
                if (forced_)
                    ++step;
                else
                    step = levels(step);
                break;
            case StepKind::cap:
                cap(*step);
                ++step;
                break;
        }
    }
    if (answer.outcome == RuleOutcome::undecided) undecided();
}

class Kept final : public Trace {
public:
    explicit Kept(std::vector<RuleTraceEntry>& entries) : entries_(entries) {}
    void tested(RuleStage stage, const Clause& clause, std::string_view compared, bool held,
                const written::Words* note) override {
        entries_.push_back({stage, clause.id, clause.citation, clause.requirement.vi, Label::of(compared), held,
                            note != nullptr ? std::optional(note->vi) : std::nullopt});
    }

private:
    std::vector<RuleTraceEntry>& entries_;
};

RuleEvaluation examined(const FactSheet& sheet, Trace* trace, const Tightening* layers) {
    Examination examination(sheet, trace, layers);
    examination.run();
    return std::move(examination.answer);
}

RuleEvaluation examined_with_trace(const FactSheet& sheet, const Tightening* layers = nullptr) {
    std::vector<RuleTraceEntry> entries;
    Kept kept(entries);
    auto answer = examined(sheet, &kept, layers);
    answer.trace = std::move(entries);
    return answer;
}

}  // namespace

Result<RuleEvaluation> evaluate(const FactSheet& sheet, Trace* trace, const Tightening* layers) {
    if (auto problems = sheet.problems(); !problems.empty()) return together(std::move(problems));
    return examined(sheet, trace, layers);
}

Result<RuleEvaluation> evaluate(const FactSheet& sheet) {
    if (auto problems = sheet.problems(); !problems.empty()) return together(std::move(problems));
    return examined_with_trace(sheet);
}

Result<RuleEvaluation> evaluate(const Facts& facts, const Rulebook& rulebook, const Tightening* layers) {
    std::vector<Refusal> found;
    if (facts.rulebook != rulebook.id())
        found.push_back({"invalid-field",
                         "/rulebook",
                         "",
                         "Bộ quy tắc không phải " + rulebook.id().str(),
                         "The rulebook is not " + rulebook.id().str(),
                         {}});
    if (facts.track != rulebook.track())
        found.push_back({"invalid-field",
                         "/track",
                         "",
                         "Bộ quy tắc này áp dụng cho việc xếp loại khác (" + enum_name(rulebook.track()) + ")",
                         "This rulebook is for another track (" + enum_name(rulebook.track()) + ")",
                         {}});
    const auto sheet = sheet_of(facts, rulebook);
    for (auto& problem : sheet.problems()) found.push_back(std::move(problem));
    if (!found.empty()) return together(std::move(found));
    return examined_with_trace(sheet, layers);
}

std::vector<SignalGiven> signals(const FactSheet& sheet, const RuleEvaluation& evaluation) {
    std::vector<SignalGiven> found;
    const auto& rule = sheet.rulebook().disciplines();
    const bool told = evaluation.outcome == RuleOutcome::rated || evaluation.outcome == RuleOutcome::undecided;
    if (!told) return found;
    // An act of an earlier year that was disciplined in this one: the rating of the year of the act is looked at again.
    if (rule && rule->attribution == Attribution::act_year) {
        for (const auto& decision : sheet.disciplines) {
            if (decision.effective_on.year() != sheet.year() || decision.act_year >= sheet.year()) continue;
            const bool remedied = decision.self_detected_and_remedied.value_or(false);
            found.push_back({remedied ? SignalCode::weigh_re_rating : SignalCode::re_rate, decision.act_year});
        }
        std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
            return std::pair(left.year, left.code) < std::pair(right.year, right.code);
        });
    }
    for (const auto& signal : sheet.rulebook().signals())
        if (evaluation.level == signal.with && holds(signal.when, sheet)) found.push_back({signal.code, std::nullopt});
    return found;
}

std::vector<ViolationId> violations_that_count(const Facts& facts, const Rulebook& rulebook) {
    return violations_that_count(sheet_of(facts, rulebook));
}

}  // namespace minhbach::services::law
