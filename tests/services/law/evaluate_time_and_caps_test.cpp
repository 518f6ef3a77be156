// Given facts of one person, when the rules of 2023 run, then: time worked, discipline, caps and the rest of the
// readings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const RuleTraceEntry* entry(const RuleEvaluation& evaluation, std::string_view clause) {
    const auto found = std::find_if(evaluation.trace.begin(), evaluation.trace.end(),
                                    [&](const auto& one) { return one.clause.str() == clause; });
    return found == evaluation.trace.end() ? nullptr : &*found;
}

// --- F5 and F6: time worked ---

TEST(AbsenceOfSixMonths, IsCoveredByNoClause) {
    auto facts = staff();
    facts.service = {6, 6, 0};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::undecided);
    EXPECT_EQ(gaps(result), "GAP-9");
    EXPECT_TRUE(mentions(result, "F5:"));
}

TEST(AbsenceOfSixMonths, StandsBesideTheOtherGaps) {
    auto facts = staff();
    facts.service = {6, 6, 0};
    facts.general.style = Judgement::not_met;
    facts.criteria.deficient = 5;
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-2 GAP-5 GAP-9");
}

TEST(AbsenceOfSixMonths, DoesNotSaveFromAForcedLevel) {
    auto facts = staff();
    facts.service = {6, 6, 0};
    facts.disciplines = {reprimand("v1", "2023-05-05")};
    EXPECT_EQ(when_evaluated(facts).level, Level::not_completed);
}

TEST(MaternityLeave, CountsTowardsTheSixMonthsButNotAsAbsence) {
    auto facts = staff();
    facts.service = {4, 0, 8};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::excellent);
    EXPECT_THAT(result.caps, IsEmpty());
    EXPECT_TRUE(mentions(result, "F6:"));
    facts.service = {3, 6, 2};
    EXPECT_EQ(when_evaluated(facts).outcome, RuleOutcome::not_rated);
}

TEST(UnderSixMonths, IsNotRated) {
    auto facts = staff();
    facts.service = {5, 0, 0};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::not_rated);
    EXPECT_EQ(result.reason, RuleReason::under_6_months);
    EXPECT_EQ(result.level, std::nullopt);
    EXPECT_THAT(result.allowed_levels, IsEmpty());
}

// --- F7: the order of tests ---

TEST(ForcedLevel, DoesNotWaitForTheUnit) {
    auto facts = leader();
    facts.unit_level.reset();
    facts.managed_units = {std::nullopt};
    facts.findings.degradation = true;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::rated);
    EXPECT_EQ(result.level, Level::not_completed);
}

TEST(Eligibility, ComesBeforeAForcedLevel) {
    auto facts = staff();
    facts.service = {5, 0, 0};
    facts.findings.degradation = true;
    EXPECT_EQ(when_evaluated(facts).outcome, RuleOutcome::not_rated);
}

TEST(UnratedUnit, BlocksItsLeaderBeforeAnythingElseIsTested) {
    auto facts = leader();
    facts.unit_level.reset();
    facts.work = {};
    facts.general.style = Judgement::not_met;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::blocked);
    EXPECT_EQ(result.reason, RuleReason::unit_not_rated);
    EXPECT_EQ(gaps(result), "GAP-7");
    EXPECT_THAT(result.allowed_levels, IsEmpty());
}

TEST(UnratedManagedUnit, BlocksItsLeaderToo) {
    auto facts = leader();
    facts.managed_units = {Level::good, std::nullopt};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::blocked);
    EXPECT_EQ(gaps(result), "GAP-7");
    ASSERT_NE(entry(result, "nd90.10.2.d"), nullptr);
    EXPECT_EQ(entry(result, "nd90.10.2.d")->compared.str(), "managedUnits rated 1 = managedUnits 2");
    EXPECT_FALSE(entry(result, "nd90.10.2.d")->held);
}

// --- F8 and the unit cap ---

TEST(UnitWithoutALevel, CapsNobody) {
    auto facts = leader();
    facts.unit_level = UnitRating::not_applicable;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::excellent);
    EXPECT_TRUE(mentions(result, "F8:"));
}

TEST(UnitLevel, CapsEveryLeaderOfEveryClass) {
    for (const auto subject_class : {SubjectClass::cadre, SubjectClass::civil_servant, SubjectClass::public_employee}) {
        auto facts = leader(subject_class);
        facts.unit_level = UnitRating::not_completed;
        const auto result = when_evaluated(facts);
        EXPECT_EQ(result.level, Level::not_completed);
        EXPECT_THAT(result.caps, ElementsAre(RuleCap::unit_level));
    }
}

// --- F9: what may be decided when no level follows ---

TEST(AllowedLevels, AreCompletedOrNotButNeverAboveTheUnit) {
    auto facts = leader();
    facts.general.style = Judgement::not_met;
    EXPECT_THAT(when_evaluated(facts).allowed_levels, ElementsAre(Level::completed, Level::not_completed));
    facts.unit_level = UnitRating::completed;
    EXPECT_THAT(when_evaluated(facts).allowed_levels, ElementsAre(Level::completed, Level::not_completed));
    facts.unit_level = UnitRating::not_completed;
    EXPECT_THAT(when_evaluated(facts).allowed_levels, ElementsAre(Level::not_completed));
    facts.unit_level = UnitRating::not_applicable;
    EXPECT_THAT(when_evaluated(facts).allowed_levels, ElementsAre(Level::completed, Level::not_completed));
}

// --- F10: a violation counts once ---

TEST(Violation, CountsInTheYearOfTheDecision) {
    auto facts = staff();
    facts.disciplines = {reprimand("v1", "2023-01-01")};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::not_completed);
    ASSERT_NE(entry(result, "nd90.2.5.a"), nullptr);
    EXPECT_TRUE(entry(result, "nd90.2.5.a")->held);
    EXPECT_EQ(
        entry(result, "nd90.11.1.c")->citation.str(),
        "điểm c khoản 1 Điều 11 Nghị định số 90/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP)");
    facts.disciplines = {reprimand("v1", "2022-12-31"), reprimand("v2", "2024-01-01")};
    EXPECT_EQ(when_evaluated(facts).level, Level::excellent);
}

TEST(Violation, DoesNotCountIfAnotherYearCountedIt) {
    auto facts = staff();
    facts.disciplines = {reprimand("v1", "2023-03-10")};
    facts.violations_already_counted = {{ViolationId::of("v1"), 2022}};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::excellent);
    EXPECT_FALSE(entry(result, "nd90.2.5.b")->held);
    facts.violations_already_counted = {{ViolationId::of("v1"), 2023}, {ViolationId::of("v2"), 2022}};
    EXPECT_EQ(when_evaluated(facts).level, Level::not_completed);
}

TEST(Violation, PunishedByPartyAndStateCountsInOneYear) {
    auto facts = staff();
    facts.disciplines = {reprimand("v1", "2022-11-10", DisciplineKind::party), reprimand("v1", "2023-02-10")};
    facts.violations_already_counted = {{ViolationId::of("v1"), 2022}};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::excellent);
    EXPECT_NE(entry(result, "nd90.2.5.c"), nullptr);
    EXPECT_THAT(violations_that_count(facts, nd90_48_2023()), IsEmpty());
}

TEST(Violations, ThatCountAreNamedOnce) {
    auto facts = staff();
    facts.disciplines = {reprimand("v1", "2023-03-10", DisciplineKind::party), reprimand("v1", "2023-05-10"),
                         reprimand("v2", "2023-06-10"), reprimand("v3", "2024-06-10")};
    EXPECT_THAT(violations_that_count(facts, nd90_48_2023()),
                ElementsAre(ViolationId::of("v1"), ViolationId::of("v2")));
}

// --- F11: the caps ---

TEST(Caps, ComeInOrderAndOnlyIfTheyLowered) {
    auto facts = leader();
    facts.service = {8, 4, 0};
    facts.unit_level = UnitRating::not_completed;
    auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::not_completed);
    EXPECT_THAT(result.caps, ElementsAre(RuleCap::absence_3_to_under_6_months, RuleCap::unit_level));
    facts.unit_level = UnitRating::good;
    result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::completed);
    EXPECT_THAT(result.caps, ElementsAre(RuleCap::absence_3_to_under_6_months));
}

TEST(AbsenceCap, BeginsAtThreeMonthsAndLowersNothingThatIsCompleted) {
    auto facts = staff();
    for (const auto& [absent, level] : {std::pair{2, Level::excellent}, {3, Level::completed}, {5, Level::completed}}) {
        facts.service = {12 - absent, absent, 0};
        EXPECT_EQ(when_evaluated(facts).level, level) << absent;
    }
    facts.service = {8, 4, 0};
    facts.criteria.deficient = 4;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::completed);
    EXPECT_THAT(result.caps, IsEmpty());
    EXPECT_FALSE(entry(result, "nd90.2.3.absence")->held);
}

// --- F12: the gaps ---

TEST(Gaps, AreAllThatHoldSorted) {
    auto facts = leader();
    facts.general.leadership = Judgement::not_met;
    facts.criteria = {20, 15, 8};
    facts.work = {10, 6, 6, 0};
    facts.managed_units = {Level::good, Level::not_completed};
    EXPECT_EQ(gaps(when_evaluated(facts)), "GAP-1 GAP-2 GAP-3 GAP-4 GAP-5");
}

TEST(Gaps, AreNotListedWithALevel) {
    auto facts = leader();
    facts.general.leadership = Judgement::not_met;
    facts.findings.unit_corruption_handled = true;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::not_completed);
    EXPECT_THAT(result.gaps, IsEmpty());
}

// --- F13: the share of good units ---

TEST(ShareOfGoodUnits, IsAConditionOfGoodForManagersOfPublicEmployeesOnly) {
    const std::vector<std::optional<Level>> six_of_ten{
        Level::good, Level::good,      Level::good,      Level::good,      Level::excellent,
        Level::good, Level::completed, Level::completed, Level::completed, Level::completed};
    for (const auto& [subject_class, level] : {std::pair{SubjectClass::cadre, Level::good},
                                               {SubjectClass::civil_servant, Level::good},
                                               {SubjectClass::public_employee, Level::completed}}) {
        auto facts = leader(subject_class);
        facts.managed_units = six_of_ten;
        EXPECT_EQ(when_evaluated(facts).level, level);
    }
    auto facts = leader();
    facts.managed_units = six_of_ten;
    EXPECT_TRUE(mentions(when_evaluated(facts), "F13:"));
}

TEST(OneUnitNotCompleted, TakesGoodAway) {
    auto facts = leader();
    facts.managed_units = std::vector<std::optional<Level>>(10, Level::excellent);
    facts.managed_units[0] = Level::not_completed;
    EXPECT_EQ(when_evaluated(facts).level, Level::completed);
}

// --- F18: disciplined but not rated ---

TEST(UnratedAndDisciplined, SignalsThatTheViolationIsNotCountedYet) {
    auto facts = staff();
    facts.service = {5, 0, 0};
    facts.disciplines = {reprimand("v1", "2023-10-10"), reprimand("v2", "2022-10-10")};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.outcome, RuleOutcome::not_rated);
    EXPECT_TRUE(mentions(result, "F18:"));
}

// --- F19 and F20 ---

TEST(OneDeficientCriterion, TakesGoodAwayEvenWhenAllTasksWereOnTime) {
    auto facts = staff();
    facts.criteria.deficient = 1;
    EXPECT_EQ(when_evaluated(facts).level, Level::completed);
    auto of_leader = leader();
    of_leader.criteria.deficient = 1;
    EXPECT_EQ(when_evaluated(of_leader).level, Level::completed);
}

TEST(Effectiveness_, DecidesBetweenExcellentGoodAndCompleted) {
    for (auto facts : {staff(), leader()}) {
        facts.effectiveness = Effectiveness::met;
        EXPECT_EQ(when_evaluated(facts).level, Level::good);
        facts.effectiveness = Effectiveness::low;
        EXPECT_EQ(when_evaluated(facts).level, Level::completed);
        EXPECT_THAT(when_evaluated(facts).gaps, IsEmpty());
    }
}

TEST(Leadership, IsJudgedLikeEveryGeneralCriterion) {
    auto facts = leader();
    facts.general.leadership = Judgement::met;
    EXPECT_EQ(when_evaluated(facts).level, Level::good);
}

TEST(CorruptionInTheUnit, CountsForLeadersOnly) {
    auto of_staff = staff();
    of_staff.findings.unit_corruption_handled = true;
    EXPECT_EQ(when_evaluated(of_staff).level, Level::excellent);
    auto of_leader = leader();
    of_leader.findings.unit_corruption_handled = true;
    EXPECT_EQ(when_evaluated(of_leader).level, Level::not_completed);
}

TEST(ACadre, IsALeaderWhateverTheMarkSays) {
    auto facts = leader(SubjectClass::cadre);
    facts.subject.leader = false;
    facts.unit_level = UnitRating::good;
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::good);
    EXPECT_NE(entry(result, "nd90.4.3"), nullptr);
    EXPECT_EQ(entry(result, "nd90.4.3")->citation.str(),
              "khoản 3 Điều 4 Nghị định số 90/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP)");
}

// --- the trace ---

TEST(Trace, ComparesInWholeNumbersAndNamesTheFacts) {
    auto facts = staff();
    facts.criteria = {13, 13, 0};
    facts.work = {13, 13, 13, 6};
    const auto result = when_evaluated(facts);
    EXPECT_EQ(result.level, Level::good);
    const auto exceeded = std::find_if(result.trace.begin(), result.trace.end(), [](const auto& one) {
        return one.compared.str().find("tasks.exceeded") != std::string::npos;
    });
    ASSERT_NE(exceeded, result.trace.end());
    EXPECT_EQ(exceeded->compared.str(), "100 x tasks.exceeded 6 = 600 >= 50 x tasks.assigned 13 = 650");
    EXPECT_FALSE(exceeded->held);
    EXPECT_EQ(exceeded->stage, RuleStage::excellent);
    EXPECT_EQ(exceeded->clause.str(), "nd90.8.1.b");
}

TEST(Trace, IsBoundToTheRulebook) {
    const auto result = when_evaluated(staff());
    EXPECT_EQ(result.rulebook.str(), "nd90-48-2023");
    EXPECT_EQ(result.rulebook_hash, nd90_48_2023().hash());
}

}  // namespace
}  // namespace minhbach::services::law
