// Điều 21 Nghị định 90/2020/NĐ-CP: what may follow from levels. Signals with their years, never acts.
#include "services/law/consequences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace minhbach::services::law {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> ids(const std::vector<Consequence>& found) {
    std::vector<std::string> names;
    for (const auto& one : found) names.push_back(one.consequence.str());
    return names;
}

const Consequence& named(const std::vector<Consequence>& found, std::string_view id) {
    for (const auto& one : found)
        if (one.consequence.str() == id) return one;
    throw std::out_of_range(std::string(id));
}

constexpr auto N = Level::not_completed;

TEST(Consequences, TwoConsecutiveYearsNotCompletedByClass) {
    const std::vector<RatedYear> history{{2023, N}, {2022, N}};
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::cadre, true)),
                ElementsAre("cadre.removal", "salary.later"));
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::civil_servant, false)),
                ElementsAre("civil-servant.termination", "salary.later"));
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::civil_servant, true)),
                ElementsAre("civil-servant.termination", "leader.removal", "salary.later"));
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::public_employee, false)),
                ElementsAre("contract.end", "salary.later"));
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::public_employee, true)),
                ElementsAre("contract.end", "manager.removal", "salary.later"));
    for (const auto& one : consequences_of(history, 2023, SubjectClass::public_employee, true)) {
        EXPECT_EQ(one.standing, ConsequenceStanding::holds);
        EXPECT_FALSE(one.citation.str().empty());
    }
}

TEST(Consequences, AYearBetweenThemEndsTheRun) {
    const std::vector<RatedYear> history{{2023, N}, {2022, Level::completed}, {2021, N}};
    EXPECT_THAT(ids(consequences_of(history, 2023, SubjectClass::civil_servant, false)), ElementsAre("salary.later"));
}

TEST(Consequences, AYearWithoutALevelNeitherCountsNorBreaks) {
    const std::vector<RatedYear> history{{2023, N}, {2022, std::nullopt}, {2021, N}};
    const auto found = consequences_of(history, 2023, SubjectClass::civil_servant, false);
    const auto& one = named(found, "civil-servant.termination");
    EXPECT_EQ(one.standing, ConsequenceStanding::person_decides);
    ASSERT_EQ(one.years.size(), 3U);
    EXPECT_EQ(one.years[1].year, 2022);
    EXPECT_EQ(one.years[1].counted, YearCounted::not_rated);
    // A level in the year before that ends it all the same.
    const std::vector<RatedYear> good_before{{2023, N}, {2022, std::nullopt}, {2021, Level::good}};
    EXPECT_THAT(ids(consequences_of(good_before, 2023, SubjectClass::civil_servant, false)),
                Not(Contains("civil-servant.termination")));
}

TEST(Consequences, AYearThatIsNotOnRecordIsNamed) {
    const auto found = consequences_of(std::vector<RatedYear>{{2023, N}}, 2023, SubjectClass::public_employee, false);
    const auto& one = named(found, "contract.end");
    EXPECT_EQ(one.standing, ConsequenceStanding::not_known);
    EXPECT_EQ(one.years.back().year, 2022);
    EXPECT_EQ(named(found, "salary.later").standing, ConsequenceStanding::holds);
}

TEST(Consequences, GoodOrBetterOpensTheWay) {
    for (const auto level : {Level::excellent, Level::good})
        EXPECT_THAT(ids(consequences_of(std::vector<RatedYear>{{2023, level}}, 2023, SubjectClass::cadre, true)),
                    ElementsAre("promotion.open", "emulation.open"));
    EXPECT_THAT(consequences_of(std::vector<RatedYear>{{2023, Level::completed}}, 2023, SubjectClass::cadre, true),
                IsEmpty());
}

TEST(Consequences, OfAYearWithoutALevelOrUnderAnotherLawThereAreNone) {
    const std::vector<RatedYear> history{{2026, N}, {2025, N}, {2023, std::nullopt}, {2019, N}, {2018, N}};
    for (const int year : {2026, 2024, 2023, 2019})
        EXPECT_THAT(consequences_of(history, year, SubjectClass::civil_servant, false), IsEmpty()) << year;
}

// Said a second time: look at the years backwards as a string of letters.
TEST(Consequences, AgreeWithTheStringOfYears) {
    std::mt19937 random(21);
    for (int i = 0; i < 5000; ++i) {
        std::vector<RatedYear> history;
        std::string letters;  // from 2023 back: N, x (another level), - (not rated), ? (no record)
        bool known = true;
        for (int year = 2023; year >= 2018; --year) {
            const auto draw = year == 2023 ? random() % 2 : random() % 4;
            known = known && draw != 3;
            letters += !known ? '?' : draw == 0 ? 'N' : draw == 1 ? 'x' : '-';
            if (known)
                history.push_back({year, draw == 0   ? std::optional(N)
                                         : draw == 1 ? std::optional(Level::good)
                                                     : std::nullopt});
        }
        const auto rest = letters.substr(1);
        const auto next = rest.find_first_not_of('-');
        std::optional<ConsequenceStanding> expected;
        if (letters[0] == 'N') {
            if (next == std::string::npos || rest[next] == '?')
                expected = ConsequenceStanding::not_known;
            else if (rest[next] == 'N')
                expected = next == 0 ? ConsequenceStanding::holds : ConsequenceStanding::person_decides;
        }
        std::shuffle(history.begin(), history.end(), random);
        const auto found = consequences_of(history, 2023, SubjectClass::civil_servant, false);
        const auto of = std::find_if(found.begin(), found.end(), [](const auto& one) {
            return one.consequence.str() == "civil-servant.termination";
        });
        ASSERT_EQ(of != found.end(), expected.has_value()) << letters;
        if (expected) EXPECT_EQ(of->standing, *expected) << letters;
    }
}

}  // namespace
}  // namespace minhbach::services::law
