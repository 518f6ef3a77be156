// The table of the rulebook against a second, deliberately plain reading of the decree, over random facts.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

// What the decree says, written out once more without tables. Fractions are compared by cross-multiplication.
struct Plain {
    RuleOutcome outcome = RuleOutcome::rated;
    std::optional<Level> level;
    std::set<std::string> gaps;
    std::vector<RuleCap> caps;
};

bool disciplined(const Facts& f) {
    for (const auto& d : f.disciplines) {
        if (d.effective_on.year() != f.year) continue;
        bool elsewhere = false;
        for (const auto& c : f.violations_already_counted) {
            if (c.violation == d.violation && c.year != f.year) elsewhere = true;
        }
        if (!elsewhere) return true;
    }
    return false;
}

Plain plainly(const Facts& f) {
    Plain p;
    const bool lead = f.subject.leader || f.subject.subject_class == SubjectClass::cadre;
    if (f.service.months_worked + f.service.maternity_months < 6) return {RuleOutcome::not_rated, {}, {}, {}};

    bool forced = f.findings.degradation || disciplined(f) || f.criteria.deficient * 2 > f.criteria.total;
    if (lead) forced = forced || f.findings.unit_corruption_handled || f.work.completed * 2 < f.work.assigned;
    if (forced) return {RuleOutcome::rated, Level::not_completed, {}, {}};

    int units = 0, units_c = 0, units_g = 0;
    bool all_rated = true;
    for (const auto& unit : f.managed_units) {
        ++units;
        if (!unit) all_rated = false;
        if (unit && *unit != Level::not_completed) ++units_c;
        if (unit && (*unit == Level::good || *unit == Level::excellent)) ++units_g;
    }
    if (lead && (!f.unit_level || !all_rated)) return {RuleOutcome::blocked, {}, {"GAP-7"}, {}};
    if (f.work.assigned == 0 || f.criteria.total == 0) return {RuleOutcome::undecided, {}, {"GAP-8"}, {}};

    std::vector<Judgement> general{f.general.politics, f.general.ethics, f.general.style, f.general.discipline};
    if (lead) general.push_back(*f.general.leadership);
    bool all_well = true, all_met = true;
    for (const auto g : general) {
        all_well = all_well && g == Judgement::well;
        all_met = all_met && g != Judgement::not_met;
    }

    if (!all_met) p.gaps.insert("GAP-5");
    if (f.criteria.completed != f.criteria.total) p.gaps.insert("GAP-1");
    if (!lead && f.work.completed != f.work.assigned) p.gaps.insert("GAP-1");
    if (f.criteria.deficient * 5 > f.criteria.total) p.gaps.insert("GAP-2");
    if (lead && f.work.completed * 10 <= f.work.assigned * 7) p.gaps.insert("GAP-3");
    if (lead && units_c * 10 < units * 7) p.gaps.insert("GAP-4");
    const bool completed = p.gaps.empty();
    if (f.service.absence_months >= 6) p.gaps.insert("GAP-9");
    if (!p.gaps.empty()) {
        p.outcome = RuleOutcome::undecided;
        return p;
    }

    bool good = completed && f.criteria.deficient == 0 && f.effectiveness != Effectiveness::low;
    if (!lead) good = good && f.work.on_time_with_quality == f.work.assigned;
    if (lead) {
        good = good && f.work.completed == f.work.assigned && f.work.on_time_with_quality * 5 >= f.work.assigned * 4;
        good = good && units_c == units;
        if (f.subject.subject_class == SubjectClass::public_employee) good = good && units_g * 10 >= units * 7;
    }
    bool excellent =
        good && all_well && f.effectiveness == Effectiveness::high && f.work.exceeded * 2 >= f.work.assigned;
    if (lead) excellent = excellent && units_g * 10 >= units * 7;

    auto level = excellent ? Level::excellent : good ? Level::good : Level::completed;
    if (f.service.absence_months >= 3 && level < Level::completed) {
        level = Level::completed;
        p.caps.push_back(RuleCap::absence_3_to_under_6_months);
    }
    if (lead && *f.unit_level != UnitRating::not_applicable) {
        const auto unit = static_cast<Level>(static_cast<int>(*f.unit_level));
        if (level < unit) {
            level = unit;
            p.caps.push_back(RuleCap::unit_level);
        }
    }
    p.level = level;
    return p;
}

// Random facts that do not contradict each other, near the thresholds more often than not.
class AnyFacts {
public:
    explicit AnyFacts(unsigned seed) : random_(seed) {}

    Facts operator()() {
        Facts f;
        f.rulebook = RulebookId::of("nd90-48-2023");
        f.year = 2023;
        f.subject = {static_cast<SubjectClass>(upto(2)), one_in(2)};
        const bool lead = f.subject.leads();
        f.general = {judgement(), judgement(), judgement(), judgement(), {}};
        if (lead) f.general.leadership = judgement();
        f.effectiveness = one_in(2) ? Effectiveness::high : static_cast<Effectiveness>(upto(2));
        f.work.assigned = one_in(20) ? 0 : 1 + upto(one_in(3) ? 9 : 29);
        f.work.completed = f.work.assigned - small(f.work.assigned);
        f.work.on_time_with_quality = f.work.completed - small(f.work.completed);
        f.work.exceeded = one_in(2) ? std::min((f.work.assigned + 1) / 2, f.work.on_time_with_quality)
                                    : upto(f.work.on_time_with_quality);
        const bool same = !lead && one_in(2);
        f.criteria.total = same ? f.work.assigned : (one_in(20) ? 0 : 1 + upto(19));
        f.criteria.completed = f.criteria.total - small(f.criteria.total);
        int at_least = f.criteria.total - f.criteria.completed;
        if (!lead && f.criteria.total == f.work.assigned) {
            at_least = std::max(at_least, f.work.assigned - f.work.on_time_with_quality);
        }
        f.criteria.deficient = at_least + (one_in(2) ? 0 : upto(f.criteria.total - at_least));
        f.service.absence_months = one_in(2) ? 0 : upto(7);
        f.service.maternity_months = one_in(5) ? upto(12 - f.service.absence_months) : 0;
        const int rest = 12 - f.service.absence_months - f.service.maternity_months;
        f.service.months_worked = one_in(3) ? upto(rest) : rest;
        f.findings = {one_in(20), one_in(20)};
        for (int i = one_in(6) ? 1 + upto(2) : 0; i > 0; --i) {
            f.disciplines.push_back({ViolationId::of(one_in(2) ? "v1" : "v2"), 2020 + upto(3),
                                     static_cast<DisciplineKind>(upto(1)), static_cast<DisciplineForm>(upto(4)),
                                     Date::from_civil(2022 + upto(2), 1 + upto(11), 1 + upto(27)).value()});
        }
        for (int i = one_in(3) ? 1 + upto(1) : 0; i > 0; --i) {
            f.violations_already_counted.push_back({ViolationId::of(one_in(2) ? "v1" : "v2"), 2021 + upto(3)});
        }
        if (lead) {
            for (int i = one_in(2) ? 0 : upto(10); i > 0; --i) {
                f.managed_units.push_back(one_in(60) ? std::nullopt : std::optional(level()));
            }
            if (!one_in(12)) f.unit_level = one_in(8) ? UnitRating::not_applicable : unit_rating(level());
        }
        return f;
    }

    int upto(int maximum) { return std::uniform_int_distribution(0, maximum)(random_); }
    bool one_in(int n) { return upto(n - 1) == 0; }

private:
    Judgement judgement() { return one_in(12) ? Judgement::not_met : one_in(5) ? Judgement::met : Judgement::well; }
    Level level() { return one_in(4) ? static_cast<Level>(upto(3)) : one_in(2) ? Level::good : Level::excellent; }
    int small(int whole) { return one_in(2) ? 0 : upto(one_in(3) ? whole : std::min(whole, 3)); }
    std::mt19937 random_;
};

std::string show(const Facts& f) {
    return "class " + std::to_string(static_cast<int>(f.subject.subject_class)) + " lead " +
           std::to_string(f.subject.leads()) + " work " + std::to_string(f.work.assigned) + "/" +
           std::to_string(f.work.completed) + "/" + std::to_string(f.work.on_time_with_quality) + "/" +
           std::to_string(f.work.exceeded) + " criteria " + std::to_string(f.criteria.total) + "/" +
           std::to_string(f.criteria.completed) + "/" + std::to_string(f.criteria.deficient) + " months " +
           std::to_string(f.service.months_worked) + "/" + std::to_string(f.service.absence_months) + "/" +
           std::to_string(f.service.maternity_months);
}

constexpr int kCases = 8000;

TEST(RandomFacts, GetTheLevelThatAPlainReadingGives) {
    AnyFacts any(1);
    std::array<int, 4> levels{}, outcomes{};
    for (int i = 0; i < kCases; ++i) {
        const auto facts = any();
        const auto result = evaluate(facts, nd90_48_2023());
        ASSERT_TRUE(result.has_value()) << show(facts) << " " << result.error().field;
        const auto plain = plainly(facts);
        ASSERT_EQ(result->outcome, plain.outcome) << show(facts);
        ASSERT_EQ(result->level, plain.level) << show(facts);
        ASSERT_EQ(result->caps, plain.caps) << show(facts);
        std::vector<GapCode> expected;
        for (const auto& gap : plain.gaps) expected.push_back(GapCode::of(gap));
        ASSERT_EQ(result->gaps, expected) << show(facts);
        ++outcomes[static_cast<std::size_t>(result->outcome)];
        if (result->level) ++levels[static_cast<std::size_t>(*result->level)];
    }
    // The generator reaches every outcome and level, or the agreement would mean little.
    for (const int seen : levels) EXPECT_GT(seen, kCases / 200);
    for (const int seen : outcomes) EXPECT_GT(seen, kCases / 200);
}

TEST(RandomFacts, GiveAnswersOfTheRightForm) {
    AnyFacts any(2);
    for (int i = 0; i < kCases / 4; ++i) {
        const auto facts = any();
        const auto result = when_evaluated(facts);
        ASSERT_EQ(result.level.has_value(), result.outcome == RuleOutcome::rated);
        ASSERT_EQ(result.reason.has_value(),
                  result.outcome == RuleOutcome::not_rated || result.outcome == RuleOutcome::blocked);
        ASSERT_EQ(!result.allowed_levels.empty(), result.outcome == RuleOutcome::undecided);
        ASSERT_EQ(!result.gaps.empty(),
                  result.outcome == RuleOutcome::undecided || result.outcome == RuleOutcome::blocked);
        ASSERT_FALSE(result.trace.empty());
        ASSERT_EQ(result, when_evaluated(facts));
    }
}

// Best is lowest: undecided stands between "completed" and "not completed" where the authority may choose between them.
int rank(const RuleEvaluation& result) {
    if (result.level) return 10 * static_cast<int>(*result.level);
    return result.allowed_levels.size() > 1 ? 25 : 30;
}

TEST(RandomFacts, NeverRateWorseForDoingBetter) {
    AnyFacts any(3);
    int compared = 0;
    for (int i = 0; i < kCases; ++i) {
        const auto facts = any();
        auto better = facts;
        switch (any.upto(5)) {
            case 0:
                better.general.style = Judgement::well;
                break;
            case 1:
                better.effectiveness = Effectiveness::high;
                break;
            case 2:
                better.work.exceeded = better.work.on_time_with_quality;
                break;
            case 3:
                better.disciplines.clear();
                break;
            case 4:
                better.findings = {};
                break;
            default:
                if (better.unit_level) better.unit_level = UnitRating::excellent;
        }
        const auto before = when_evaluated(facts);
        const auto after = when_evaluated(better);
        const auto comparable = [](const RuleEvaluation& one) {
            return one.outcome == RuleOutcome::rated || one.outcome == RuleOutcome::undecided;
        };
        if (!comparable(before) || !comparable(after)) continue;
        ++compared;
        ASSERT_LE(rank(after), rank(before)) << show(facts);
    }
    EXPECT_GT(compared, kCases / 4);
}

TEST(RandomFacts, WithAForcingGroundAreNeverRatedAboveNotCompleted) {
    AnyFacts any(4);
    for (int i = 0; i < kCases / 4; ++i) {
        auto facts = any();
        facts.findings.degradation = true;
        const auto result = when_evaluated(facts);
        if (result.outcome == RuleOutcome::not_rated) continue;
        ASSERT_EQ(result.level, Level::not_completed) << show(facts);
        ASSERT_TRUE(result.caps.empty());
    }
}

TEST(RandomFacts, AreNeverRaisedByACap) {
    AnyFacts any(5);
    for (int i = 0; i < kCases / 4; ++i) {
        const auto facts = any();
        auto uncapped = facts;
        uncapped.service = {12, 0, 0};
        if (uncapped.unit_level) uncapped.unit_level = UnitRating::not_applicable;
        const auto with = when_evaluated(facts);
        const auto without = when_evaluated(uncapped);
        if (!with.level || !without.level) continue;
        ASSERT_GE(*with.level, *without.level) << show(facts);
        if (*with.level != *without.level) ASSERT_FALSE(with.caps.empty());
    }
}

}  // namespace
}  // namespace minhbach::services::law
