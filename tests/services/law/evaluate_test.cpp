// The readings F1 to F20 of the state track of 2023, as they are spoken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> refused_fields(const Facts& facts) {
    const auto result = evaluate(facts, nd90_48_2023());
    std::vector<std::string> fields;
    if (result) return fields;
    fields.push_back(result.error().type + " " + result.error().field);
    for (const auto& other : result.error().more) fields.push_back(other.type + " " + other.field);
    return fields;
}

// --- F1: nothing was assigned ---

TEST(NothingAssigned, LeavesNoLevelForStaff) {
    auto facts = staff();
    facts.work = {};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::undecided);
    EXPECT_EQ(result.level, std::nullopt);
    EXPECT_EQ(gaps(result), "GAP-8");
    EXPECT_TRUE(mentions(result, "F1:"));
}

TEST(NothingAssigned, AlsoMeansNoResultCriteria) {
    auto facts = staff();
    facts.criteria = {};
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-8");
}

TEST(NothingAssigned, StandsAloneBesideALongAbsenceAndACriterionNotMet) {
    auto facts = staff();
    facts.work = {};
    facts.service = {6, 6, 0};
    facts.general.style = Judgement::not_met;
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-8");
}

TEST(NothingAssigned, DoesNotSaveFromAForcedLevel) {
    auto facts = staff();
    facts.work = {};
    facts.findings.degradation = true;
    EXPECT_EQ(when_evaluated(facts).level, Level::not_completed);
}

TEST(NoManagedUnits, SatisfiesTheConditionAndShowsOnlyInTheTrace) {
    const auto result = when_evaluated(leader());
    EXPECT_EQ(result.level, Level::excellent);
    EXPECT_THAT(result.gaps, IsEmpty());
    EXPECT_TRUE(mentions(result, "F1:"));
}

// --- F2: the higher level needs the lower one ---

TEST(HigherLevels, NeedAllThatLowerOnesNeed) {
    auto facts = leader();  // five of ten exceeded, but only six on time: the words of "excellent" do not ask for 80 %
    facts.work = {10, 10, 6, 5};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::completed);
    EXPECT_TRUE(mentions(result, "F2:"));
}

TEST(HigherLevels, AreNotReachedWithATaskUnfinished) {
    auto facts = staff();
    facts.criteria = {5, 5, 0};
    facts.work = {20, 19, 19, 15};
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-1");
}

// --- F3: facts that contradict each other ---

TEST(ContradictingFacts, AreRefusedWithTheFields) {
    auto facts = staff();
    facts.work.on_time_with_quality = 9;
    facts.criteria.deficient = 11;
    EXPECT_THAT(refused_fields(facts),
                ElementsAre("facts-inconsistent /tasks/exceeded", "facts-inconsistent /tasks/onTimeWithQuality"));
}

TEST(ContradictingFacts, AreNamedForLeadersByTheirTargets) {
    auto facts = leader();
    facts.work.assigned = 9;
    EXPECT_THAT(refused_fields(facts),
                ElementsAre("facts-inconsistent /targets/completed", "facts-inconsistent /targets/assigned"));
}

TEST(ContradictingFacts, AreAllNamedAtOnce) {
    auto facts = staff();
    facts.service = {12, 1, 0};
    facts.criteria = {20, 18, 0};
    EXPECT_THAT(refused_fields(facts),
                ElementsAre("facts-inconsistent /criteria/deficient", "facts-inconsistent /criteria/completed",
                            "facts-inconsistent /service/monthsWorked", "facts-inconsistent /service/absenceMonths",
                            "facts-inconsistent /service/maternityMonths"));
}

TEST(ContradictingFacts, OfCriteriaAreRefused) {
    for (const auto& criteria : {CriteriaCounts{20, 21, 0}, CriteriaCounts{20, 20, 21}, CriteriaCounts{20, 19, 0}}) {
        auto facts = staff();
        facts.criteria = criteria;
        EXPECT_FALSE(evaluate(facts, nd90_48_2023()));
    }
}

TEST(LateTasks, MustBeDeficientCriteriaWhereCriteriaAreTheTasks) {
    auto facts = staff();
    facts.work = {20, 20, 12, 6};
    EXPECT_FALSE(evaluate(facts, nd90_48_2023()));
    facts.criteria = {19, 19, 0};  // counted apart: nothing can be concluded
    EXPECT_TRUE(evaluate(facts, nd90_48_2023()).has_value());
}

TEST(LateTargets, OfLeadersNeedNotBeDeficientCriteria) {
    auto facts = leader();
    facts.criteria = {10, 10, 0};
    facts.work = {10, 10, 8, 4};
    EXPECT_EQ(when_evaluated(facts).level, Level::good);
}

TEST(ImpossibleFacts, AreRefusedBeforeAnythingIsCompared) {
    auto facts = staff();
    facts.work.exceeded = -1;
    facts.year = 0;
    EXPECT_THAT(refused_fields(facts), ElementsAre("invalid-field /year", "invalid-field /tasks/exceeded"));
}

TEST(ImpossibleFacts, AreAlsoThoseOfTheOtherColumn) {
    auto facts = staff();
    facts.managed_units = {Level::good};
    facts.unit_level = UnitRating::good;
    facts.general.leadership = Judgement::well;
    EXPECT_THAT(refused_fields(facts), ElementsAre("invalid-field /general/leadership", "invalid-field /managedUnits",
                                                   "invalid-field /unitLevel"));
}

TEST(AnotherRulebookOrTrack, IsRefused) {
    auto facts = staff();
    facts.rulebook = RulebookId::of("qd124-2023");
    facts.track = Track::party;
    EXPECT_THAT(refused_fields(facts), ElementsAre("invalid-field /rulebook", "invalid-field /track"));
}

TEST(HugeCounts, AreComparedWithoutOverflow) {
    constexpr int kHuge = 2'147'483'647;
    auto facts = staff();
    facts.criteria = {kHuge, kHuge, 0};
    facts.work = {kHuge, kHuge, kHuge, kHuge / 2};
    EXPECT_EQ(when_evaluated(facts).level, Level::good);
    facts.work.exceeded = kHuge / 2 + 1;
    EXPECT_EQ(when_evaluated(facts).level, Level::excellent);
    facts.service = {kHuge, kHuge, kHuge};
    EXPECT_EQ(evaluate(facts, nd90_48_2023()).error().type, "facts-inconsistent");
}

// --- F4: all result criteria completed ---

TEST(UnfinishedCriteria, AreAGapForLeadersToo) {
    auto facts = leader();
    facts.criteria = {20, 19, 1};
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-1");
}

TEST(UnfinishedTasks, AreAGapEvenWhenCriteriaAreCountedApart) {
    auto facts = staff();
    facts.criteria = {5, 5, 0};
    facts.work = {20, 19, 19, 10};
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-1");
}

TEST(UnfinishedTargets, HaveTheirOwnThreshold) {
    auto facts = leader();
    facts.work = {10, 8, 8, 4};
    EXPECT_EQ(when_evaluated(facts).level, Level::completed);
}

}  // namespace
}  // namespace minhbach::services::law
