#include <gtest/gtest.h>

#include <set>

#include "given_facts.hpp"

namespace minhbach::services::law {
namespace {

// A cycle is bound to this value. If it changes, the rules have changed: give the new rules a new id.
constexpr std::string_view kHash = "53fbec0c750a20aa5c35ca319cf743cb48efee686cbf99c90c6cc10ab607077a";

TEST(Rulebook, HashIsGolden) {
    EXPECT_EQ(nd90_48_2023().hash().str(), kHash) << nd90_48_2023().canonical_text();
}

TEST(Rulebook, HashDependsOnEveryNumber) {
    for (const auto change :
         {+[](Rulebook& book) { book.quota.percent = 25; }, +[](Rulebook& book) { book.service.absence_cap_from = 4; },
          +[](Rulebook& book) { book.periods.notice = 3; }, +[](Rulebook& book) { book.conditions.pop_back(); },
          +[](Rulebook& book) { std::get<Share>(book.conditions[1].test).percent = 51; }}) {
        auto changed = nd90_48_2023();
        change(changed);
        changed.seal();
        EXPECT_NE(changed.hash(), nd90_48_2023().hash());
    }
}

TEST(Rulebook, KnownButNotEvaluatedAndUnknownOnesAreRefused) {
    EXPECT_EQ(find_rulebook(RulebookId::of("nd90-48-2023")).value(), &nd90_48_2023());
    for (const auto* id : {"nd90-2020", "qd124-2023", "nd90-48-2024"}) {
        const auto refused = find_rulebook(RulebookId::of(id));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().type, "unknown-rulebook");
        EXPECT_EQ(refused.error().field, "/rulebook");
        EXPECT_NE(refused.error().detail_vi.find(id), std::string::npos);
    }
}

TEST(Rulebook, HasTheArticlesOfEachColumn) {
    std::set<std::string> clauses;
    for (const auto& condition : nd90_48_2023().conditions) clauses.insert(condition.clause.str());
    for (const auto* clause :
         {"nd90.4.4", "nd90.5.3", "nd90.6.4", "nd90.7.5", "nd90.8.1.b", "nd90.8.2.d", "nd90.9.2.c", "nd90.10.2.d",
          "nd90.11.1.c", "nd90.11.2.đ", "nd90.12.1.a", "nd90.13.2.d", "nd90.14.2.c", "nd90.15.2.đ"}) {
        EXPECT_TRUE(clauses.contains(clause)) << clause;
    }
    EXPECT_FALSE(clauses.contains("nd90.7.6"));
}

TEST(Rulebook, EveryLineOfCompletedSaysWhichGapItsFailureIs) {
    for (const auto& condition : nd90_48_2023().conditions) {
        EXPECT_EQ(condition.gap.has_value(), condition.stage == RuleStage::completed) << condition.clause.str();
    }
}

TEST(Rulebook, ShowsAllTwentyReadings) {
    for (int number = 1; number <= 20; ++number) {
        EXPECT_TRUE(nd90_48_2023().reading(number).str().starts_with("Cách hiểu F" + std::to_string(number) + ": "));
    }
    EXPECT_THROW(nd90_48_2023().reading(21), std::out_of_range);
}

TEST(Rulebook, QuotaIsReadingA) {
    const QuotaRule expected{QuotaBase::good, 20, QuotaRounding::floor};
    EXPECT_EQ(nd90_48_2023().quota, expected);
}

}  // namespace
}  // namespace minhbach::services::law
