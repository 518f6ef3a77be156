#include <algorithm>
#include <set>

#include "services/concretisation/layers.hpp"
#include "services/evaluation/assessment.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

constexpr int kMonthsOfYear = 12;

law::GeneralCriteria values(const GeneralJudgements& general) {
    law::GeneralCriteria criteria{general.politics.value, general.ethics.value, general.style.value,
                                  general.discipline.value, std::nullopt};
    if (general.leadership) criteria.leadership = general.leadership->value;
    return criteria;
}

struct Chosen {
    const Judged* judged = nullptr;
    Judge by = Judge::direct_head;
    std::optional<WorkCounts> typed_work;
    std::optional<CriteriaCounts> typed_criteria;
};

Chosen nearest(const Dossier& dossier, Judge judge) {
    Chosen chosen;
    for (int i = static_cast<int>(judge); i >= 0; --i) {
        const auto& judged = dossier.judged.at(static_cast<std::size_t>(i));
        if (!judged) continue;
        if (!chosen.judged) {
            chosen.judged = &*judged;
            chosen.by = static_cast<Judge>(i);
        }
        if (!judged->typed) continue;
        if (!chosen.typed_work) chosen.typed_work = judged->typed->work;
        if (!chosen.typed_criteria) chosen.typed_criteria = judged->typed->criteria;
    }
    return chosen;
}

law::ServiceMonths service_of(const organisation::Person& person, int year) {
    if (const auto found = person.service.find(year); found != person.service.end()) {
        const auto& recorded = found->second;
        return {recorded.months_worked, recorded.absence_months, recorded.maternity_months};
    }
    const bool rated_before = !person.earlier_ratings.empty() && person.earlier_ratings.begin()->first < year;
    if (person.posts.empty() || rated_before) return {kMonthsOfYear, 0, 0};
    const auto begin = person.posts.front().from;
    if (begin.year() != year) return {kMonthsOfYear, 0, 0};
    const int whole_from = begin.day() == 1 ? begin.month() : begin.month() + 1;
    return {kMonthsOfYear + 1 - whole_from, 0, 0};
}

void add_disciplines(Past& past, const DossierOpened& opened, const organisation::Person& person,
                     const law::Rulebook& rulebook, law::Facts& facts) {
    // Told only to a rulebook that asks for it, as recorded; one that asks and is not told refuses.
    const auto& rule = rulebook.disciplines();
    const bool asks_duty = rule && std::find(rule->asks.begin(), rule->asks.end(),
                                             law::DisciplineMember::in_performance_of_duty) != rule->asks.end();
    std::set<ViolationId> of_the_year;
    for (const auto& [recorded, known_at] : person.disciplines) {
        if (recorded.effective.year() == opened.year) of_the_year.insert(recorded.violation);
    }
    for (const auto& [recorded, known_at] : person.disciplines) {
        if (!of_the_year.contains(recorded.violation)) continue;
        facts.disciplines.push_back(
            {recorded.violation, recorded.act_year, recorded.kind, recorded.form, recorded.effective});
        if (asks_duty) facts.disciplines.back().in_performance_of_duty = recorded.in_performance_of_duty;
    }
    if (facts.disciplines.empty()) return;
    for (const auto& [year, rating] : person.earlier_ratings) {
        for (const auto& violation : rating.violations_counted) {
            facts.violations_already_counted.push_back({violation, year});
        }
    }
    for (const auto& [id, cycle] : past.registry().cycles()) {
        if (id == opened.cycle || cycle.opened.year == opened.year) continue;
        const auto& other = past.dossier(dossier_id(id, opened.person));
        if (!other.decision) continue;
        for (const auto& violation : other.decision->violations_counted) {
            facts.violations_already_counted.push_back({violation, cycle.opened.year});
        }
    }
}

void add_units(Past& past, const Dossier& dossier, law::Facts& facts) {
    const auto& opened = *dossier.opened;
    const auto& post = opened.post;
    const auto level_of_unit = [&](const UnitCode& unit) -> std::optional<law::UnitRating> {
        const auto& collective = past.collective(opened.cycle, unit);
        if (!collective.exists()) return std::nullopt;
        const auto& level = collective.rated->level;
        return level ? law::unit_rating(*level) : law::UnitRating::not_applicable;
    };
    facts.unit_level = level_of_unit(post.head_of ? *post.head_of : post.unit);
    if (!post.head_of) return;
    for (const auto& unit : units_to_rate(past, opened.cycle, *post.head_of, dossier.opened_on)) {
        const auto rating = level_of_unit(unit);
        if (!rating) {
            facts.managed_units.push_back(std::nullopt);
        } else if (const auto level = law::level_of(*rating)) {
            facts.managed_units.push_back(*level);
        }
    }
}

Refusal nobody_judged(Past& past, const Dossier& dossier) {
    const auto& id = dossier.opened->dossier.str();
    return {"step-order",
            "",
            step_clause(past, dossier, ProcedureStep::decision),
            "Hồ sơ " + id +
                " chưa được người đứng đầu trực tiếp, cơ quan tham mưu hoặc cấp có thẩm quyền đánh giá các tiêu chí.",
            "Nobody has judged the criteria of dossier " + id + " yet: direct head, advisory body or authority.",
            {}};
}

// Everything but the judgements; those are filled in from `chosen`, or left at MET where there are none.
law::Facts gather(Past& past, const Dossier& dossier, const Chosen& chosen, const law::Rulebook& rulebook) {
    const auto& opened = *dossier.opened;
    past.note(person_stream(opened.person));
    past.note(cycle_stream(opened.cycle));
    law::Facts facts;
    facts.rulebook = rulebook.id();
    facts.year = opened.year;
    facts.subject = {opened.post.subject_class, opened.post.leader};
    facts.general = {Judgement::met, Judgement::met, Judgement::met, Judgement::met, std::nullopt};
    if (leads(opened.post)) facts.general.leadership = Judgement::met;
    if (chosen.judged) {
        facts.general = values(chosen.judged->general);
        facts.effectiveness = chosen.judged->effectiveness;
    }
    facts.work = chosen.typed_work ? *chosen.typed_work : work_counts(past, opened);
    facts.criteria = chosen.typed_criteria ? *chosen.typed_criteria
                                           : past.work(opened.year, Owner{opened.person, std::nullopt}).criteria();
    const auto& person = *past.registry().person(opened.person);
    facts.service = service_of(person, opened.year);
    for (const auto& finding : person.findings) {
        if (finding.year != opened.year) continue;
        if (finding.finding == ConcludedFinding::degradation) facts.findings.degradation = true;
        if (finding.finding == ConcludedFinding::unit_corruption_handled) facts.findings.unit_corruption_handled = true;
    }
    add_disciplines(past, opened, person, rulebook, facts);
    if (leads(opened.post)) add_units(past, dossier, facts);
    return facts;
}

// Names whose judgement stood in, at the tests of the general criteria.
void name_judge(RuleEvaluation& evaluation, Judge by) {
    const auto* note =
        by == Judge::advisory_body
            ? "Theo đánh giá của cơ quan tham mưu về tổ chức cán bộ; cấp có thẩm quyền chưa đánh giá riêng"
            : "Theo đánh giá của người đứng đầu đơn vị trực tiếp sử dụng; cấp trên chưa đánh giá riêng";
    for (auto& entry : evaluation.trace) {
        if (entry.compared.str().starts_with("general ") && !entry.note) entry.note = Label::of(note);
    }
}

// Months that nobody recorded come out of the posts: said where the rules used them.
void name_derived_months(RuleEvaluation& evaluation) {
    const auto note = Label::of("Số tháng suy ra từ chức vụ đã ghi nhận; chưa có số liệu thời gian công tác của năm");
    for (auto& entry : evaluation.trace) {
        if (entry.compared.str().find("service.") != std::string::npos && !entry.note) entry.note = note;
    }
}

}  // namespace

WorkCounts work_counts(Past& past, const DossierOpened& opened) {
    const auto& headed = opened.post.head_of;
    const auto owner = leads(opened.post) && headed ? Owner{std::nullopt, headed} : Owner{opened.person, std::nullopt};
    return past.work(opened.year, owner).counts();
}

std::vector<UnitCode> units_to_rate(Past& past, const CycleId& cycle, const UnitCode& unit, Date day) {
    const auto& registry = past.registry();
    const auto has_people = [&](const UnitCode& below) { return !registry.people_in(below, day).empty(); };
    std::vector<UnitCode> units;
    for (const auto& child : registry.children(unit, day)) {
        const auto tree = registry.subtree(child, day);
        if (std::any_of(tree.begin(), tree.end(), has_people) || past.collective(cycle, child).exists()) {
            units.push_back(child);
        }
    }
    return units;
}

std::vector<DossierId> dossiers_of(Past& past, const CycleId& cycle, const std::function<bool(const Post&)>& wanted) {
    std::set<PersonCode> candidates;
    for (const auto& [code, person] : past.registry().people()) {
        const auto& seconded = person.secondments;  // rated by the host, in a post that is none of the person's own
        const bool elsewhere =
            std::any_of(seconded.begin(), seconded.end(), [](const auto& one) { return one.rated_by_host(); });
        if (elsewhere || std::any_of(person.posts.begin(), person.posts.end(), wanted)) candidates.insert(code);
    }
    std::vector<DossierId> found;
    for (const auto& person : candidates) {
        const auto id = dossier_id(cycle, person);
        const auto& dossier = past.dossier(id);
        if (dossier.exists() && !counts_nowhere(dossier.closed) && wanted(dossier.opened->post)) found.push_back(id);
    }
    return found;
}

Result<const law::Rulebook*> rulebook_of(Past& past, const CycleId& id, const UnitCode& unit, Date day) {
    past.note(cycle_stream(id));
    const auto& cycle = *past.registry().cycle(id);
    if (!cycle.bindings.empty()) {
        for (std::optional<UnitCode> code = unit; code;) {
            const auto bound = cycle.bindings.find(*code);
            if (bound != cycle.bindings.end())
                return past.rulebook(bound->second.rulebook, bound->second.rulebook_hash);
            const auto* known = past.registry().unit(*code);
            const auto* version = known ? known->at(day) : nullptr;
            code = version ? version->parent : std::nullopt;
        }
    }
    return past.rulebook(cycle.opened.rulebook, cycle.opened.rulebook_hash);
}

Result<const law::Rulebook*> rulebook_of(Past& past, const Dossier& dossier) {
    return rulebook_of(past, dossier.opened->cycle, dossier.opened->post.unit, dossier.opened_on);
}

Result<RuleEvaluation> evaluate(Past& past, const Dossier& dossier, const law::Facts& facts,
                                const law::Rulebook& rulebook) {
    const auto& opened = *dossier.opened;
    const auto layers = concretisation::in_force_for(past, opened.cycle, opened.post.unit, dossier.opened_on);
    const auto tightening = concretisation::tightening_of(layers, rulebook, opened.post.title);
    return law::evaluate(facts, rulebook, &tightening);
}

Result<law::Facts> facts_of(Past& past, const Dossier& dossier, Judge judge) {
    const auto chosen = nearest(dossier, judge);
    if (!chosen.judged) return nobody_judged(past, dossier);
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();
    return gather(past, dossier, chosen, **rulebook);
}

Result<law::Facts> facts_before_judgement(Past& past, const Dossier& dossier) {
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();
    return gather(past, dossier, {}, **rulebook);
}

Result<Assessment> assess(Past& past, const Dossier& dossier, Judge judge) {
    const auto rulebook = rulebook_of(past, dossier);
    if (!rulebook) return rulebook.error();
    const auto chosen = nearest(dossier, judge);
    auto facts = gather(past, dossier, chosen, **rulebook);
    auto evaluation = evaluate(past, dossier, facts, **rulebook);
    if (!evaluation) return evaluation.error();
    if (!chosen.judged && evaluation->outcome != RuleOutcome::not_rated) return nobody_judged(past, dossier);
    if (chosen.judged && chosen.by != judge) name_judge(*evaluation, chosen.by);
    if (!past.registry().person(dossier.opened->person)->service.contains(dossier.opened->year)) {
        name_derived_months(*evaluation);
    }
    const auto& opened = *dossier.opened;
    return Assessment{std::move(facts), *std::move(evaluation), chosen.typed_work || chosen.typed_criteria,
                      concretisation::in_force_for(past, opened.cycle, opened.post.unit, dossier.opened_on).applied};
}

Result<RuleEvaluation> evaluation_of(Past& past, const Dossier& dossier, Judge judge) {
    auto assessment = assess(past, dossier, judge);
    if (!assessment) return assessment.error();
    return std::move(assessment->evaluation);
}

}  // namespace minhbach::services::evaluation
