#include "services/law/procedure.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

template <class Rules, class Wanted>
auto found_in(const Rules& rules, Wanted wanted) -> const typename Rules::value_type* {
    const auto found = std::find_if(rules.begin(), rules.end(), wanted);
    return found == rules.end() ? nullptr : &*found;
}

// What comes before the step, and whether it does.
class Examining {
public:
    Examining(const Procedure& procedure, const ProcedureQuestion& question, const StepRule& rule)
        : procedure_(procedure), asked_(question), rule_(rule) {}

    Result<std::vector<ProcedureFinding>> all() {
        order();
        opinions();
        composition();
        form();
        for (const auto& term : procedure_.terms())
            if (auto outcome = due(term); !outcome) return outcome.error();
        return std::move(findings_);
    }

private:
    using About = ProcedureFinding::About;

    ProcedureFinding& add(About about, const Clause* clause, bool held) {
        ProcedureFinding finding;
        finding.about = about;
        finding.clause = clause;
        finding.held = held;
        findings_.push_back(finding);
        return findings_.back();
    }

    void order() {
        for (const auto step : rule_.after) {
            const auto* before = procedure_.step(step, asked_.who);
            const auto done = asked_.done.find(step);
            auto& finding = add(About::order, before->clause, done != asked_.done.end() && done->second <= asked_.on);
            finding.missing = step;
            finding.step = before;
        }
    }

    // Heard before somebody weighs the level: before the appraisal, where there is one, else before the proposal.
    void opinions() {
        const bool appraised = procedure_.step(ProcedureStep::appraisal, asked_.who) != nullptr;
        if (asked_.step != (appraised ? ProcedureStep::appraisal : ProcedureStep::proposal)) return;
        for (const auto& rule : procedure_.opinions()) {
            if (!rule.concerned.is(asked_.who) || (rule.required && rule.from == OpinionSide::party_committee))
                continue;
            if (rule.months && asked_.months_elsewhere.value_or(0) < *rule.months) continue;
            if (!rule.required && !asked_.asked.contains(rule.from)) continue;
            const auto given = asked_.given.find(rule.from);
            const auto until = asked_.asked.find(rule.from);
            const bool in_vain =
                rule.unanswered == Unanswered::goes_on && until != asked_.asked.end() && until->second < asked_.on;
            const bool heard = given != asked_.given.end() && given->second <= asked_.on;
            add(About::opinion, rule.clause, heard || in_vain).side = rule.from;
        }
    }

    void composition() {
        const auto* rule = procedure_.composition(asked_.step, asked_.who, asked_.constituent_units);
        if (!rule || !asked_.attendance) return;
        const auto [present, called] = *asked_.attendance;
        add(About::composition, rule->clause, present > 0 && rule->quorate(present, called));
    }

    void form() {
        const auto* rule = procedure_.form(asked_.step, asked_.who);
        if (rule && asked_.form) add(About::form, rule->clause, rule->form == *asked_.form);
    }

    Outcome due(const DueRule& rule) {
        if (rule.step != asked_.step || !rule.concerned.is(asked_.who)) return {};
        const bool special = procedure_.term(TermName::special_rating, asked_.who) != nullptr && asked_.special;
        if (rule.term == (special ? TermName::rating : TermName::special_rating)) return {};
        if (rule.before) {
            const auto day = rule.before_in(asked_.year);
            auto& finding = add(About::term, rule.clause, asked_.on < day);
            finding.term = rule.term;
            finding.due = day.plus(-1);
            return {};
        }
        const auto from = asked_.done.find(*rule.from);
        if (from == asked_.done.end()) return {};
        const auto other = asked_.terms.find(rule.term);
        const auto days = other == asked_.terms.end() ? rule.days : other->second;
        if (!rule.as_strict(days)) return looser(rule);
        const auto end = rule.end(from->second, days);
        if (!end) return end.error();
        auto& finding = add(About::term, rule.clause, rule.earliest ? asked_.on >= *end : asked_.on <= *end);
        finding.term = rule.term;
        finding.due = *end;
        return {};
    }

    static Refusal looser(const DueRule& rule) {
        const auto days = std::to_string(rule.days);
        return {"loosens-rule",
                "/terms",
                rule.clause->citation.str(),
                "Thời hạn nới lỏng so với " + days + " ngày của bộ quy tắc.",
                "The term asks less than the " + days + " days of the rulebook.",
                {}};
    }

    const Procedure& procedure_;
    const ProcedureQuestion& asked_;
    const StepRule& rule_;
    std::vector<ProcedureFinding> findings_;
};

}  // namespace

bool CompositionRule::quorate(std::int64_t present, std::int64_t called) const {
    constexpr std::int64_t kWhole = 100;
    return kWhole * present >= quorum_percent.value_or(0) * called;
}

Result<Date> DueRule::end(Date after, int other_days) const {
    if (before) throw std::logic_error("this term is a day of the year");
    return Calendar::vietnam().period_end(after, other_days, unit);
}

Date DueRule::before_in(int year) const {
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return Date::of(std::to_string(year + before.value().years_later) + two(before->month) + two(before->day));
}

const StepRule* Procedure::step(ProcedureStep step, Who who) const {
    return found_in(steps_, [&](const auto& rule) { return rule.step == step && rule.concerned.is(who); });
}
const OpinionRule* Procedure::opinion(OpinionSide from, Who who) const {
    return found_in(opinions_, [&](const auto& rule) { return rule.from == from && rule.concerned.is(who); });
}
const CompositionRule* Procedure::composition(ProcedureStep step, Who who, bool constituent_units) const {
    return found_in(compositions_, [&](const auto& rule) {
        return rule.step == step && rule.concerned.is(who) &&
               rule.constituent_units.value_or(constituent_units) == constituent_units;
    });
}
const FormRule* Procedure::form(ProcedureStep step, Who who) const {
    return found_in(forms_, [&](const auto& rule) { return rule.step == step && rule.concerned.is(who); });
}
const DueRule* Procedure::term(TermName term, Who who) const {
    return found_in(terms_, [&](const auto& rule) { return rule.term == term && rule.concerned.is(who); });
}
const DueRule* Procedure::term(TermName term) const {
    return found_in(terms_, [&](const auto& rule) { return rule.term == term; });
}

const Clause* Procedure::principle(Principle principle, Who who) const {
    const auto* rule =
        found_in(principles_, [&](const auto& one) { return one.principle == principle && one.concerned.is(who); });
    return rule ? rule->clause : nullptr;
}
const Clause* Procedure::principle(Principle principle) const {
    const auto* rule = found_in(principles_, [&](const auto& one) { return one.principle == principle; });
    return rule ? rule->clause : nullptr;
}

std::string Procedure::clauses_of(ProcedureStep step) const {
    std::vector<std::string_view> citations;
    for (const auto& rule : steps_) {
        const std::string_view citation = rule.clause->citation.str();
        if (rule.step == step && std::find(citations.begin(), citations.end(), citation) == citations.end())
            citations.push_back(citation);
    }
    if (citations.empty()) return {};
    // What they end with alike, from a space on, is said once.
    std::string_view end = citations.front();
    for (const auto citation : citations)
        while (!citation.ends_with(end)) end.remove_prefix(1);
    end.remove_prefix(std::min(end.find(' '), end.size()));
    if (citations.size() == 1) end = {};
    std::string all;
    for (auto citation : citations) {
        citation.remove_suffix(end.size());
        all += (all.empty() ? "" : "; ") + std::string(citation);
    }
    return all + std::string(end);
}

Result<std::vector<ProcedureFinding>> examine(const Rulebook& rulebook, const ProcedureQuestion& question) {
    const auto& procedure = rulebook.procedure();
    const auto* rule = procedure.step(question.step, question.who);
    if (!rule)
        return invalid_field("/step", "Bộ quy tắc không có bước này cho đối tượng đó.",
                             "The rulebook has no such step for them.");
    return Examining(procedure, question, *rule).all();
}

}  // namespace minhbach::services::law
