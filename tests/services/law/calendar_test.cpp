#include <gtest/gtest.h>

#include "services/law/calendar.hpp"

namespace minhbach::services::law {
namespace {

const Calendar& calendar() {
    return Calendar::vietnam();
}

Date end(std::string_view after, int days, PeriodUnit unit) {
    return calendar().period_end(Date::of(after), days, unit).value();
}

TEST(Calendar, KnowsTetOf2023) {
    for (const auto* day : {"2023-01-20", "2023-01-23", "2023-01-26", "2023-01-21", "2023-01-02"}) {
        EXPECT_FALSE(calendar().is_working_day(Date::of(day)).value()) << day;
    }
    EXPECT_TRUE(calendar().is_working_day(Date::of("2023-01-19")).value());
    EXPECT_TRUE(calendar().is_working_day(Date::of("2023-01-27")).value());
    EXPECT_EQ(end("2023-01-19", 1, PeriodUnit::working), Date::of("2023-01-27"));
}

TEST(Calendar, KnowsASaturdayWorkedInExchange) {
    EXPECT_TRUE(calendar().is_working_day(Date::of("2024-05-04")).value());
    EXPECT_FALSE(calendar().is_working_day(Date::of("2024-05-05")).value());
    EXPECT_FALSE(calendar().is_working_day(Date::of("2024-04-29")).value());
    EXPECT_EQ(end("2024-05-03", 1, PeriodUnit::working), Date::of("2024-05-04"));
    EXPECT_EQ(end("2024-05-03", 2, PeriodUnit::working), Date::of("2024-05-06"));
    EXPECT_EQ(end("2024-04-26", 1, PeriodUnit::working), Date::of("2024-05-02"));
}

TEST(Periods, DoNotCountTheDayOfTheEvent) {
    EXPECT_EQ(end("2023-12-13", 5, PeriodUnit::working), Date::of("2023-12-20"));
    EXPECT_EQ(end("2023-11-14", 15, PeriodUnit::calendar), Date::of("2023-11-29"));
}

TEST(Periods, OfCalendarDaysThatEndOnADayOffMove) {
    EXPECT_EQ(end("2023-12-15", 15, PeriodUnit::calendar), Date::of("2024-01-02"));  // Saturday, then New Year
    EXPECT_EQ(end("2023-12-15", 90, PeriodUnit::calendar), Date::of("2024-03-14"));
}

TEST(Periods, OfNoDaysEndOnTheFirstWorkingDay) {
    EXPECT_EQ(end("2023-11-14", 0, PeriodUnit::working), Date::of("2023-11-14"));
    EXPECT_EQ(end("2023-11-18", 0, PeriodUnit::calendar), Date::of("2023-11-20"));
}

TEST(Periods, GoOverTheEndOfAYear) {
    EXPECT_EQ(end("2023-12-29", 1, PeriodUnit::working), Date::of("2024-01-02"));
    EXPECT_EQ(end("2025-12-31", 1, PeriodUnit::working), Date::of("2026-01-05"));
}

TEST(AYearWithoutData, IsRefusedByName) {
    for (const auto& [after, days, unit, year] : {std::tuple{"2026-12-30", 5, PeriodUnit::working, "2027"},
                                                  {"2026-12-30", 30, PeriodUnit::calendar, "2027"},
                                                  {"2019-06-03", 1, PeriodUnit::working, "2019"},
                                                  {"2023-06-03", 36525, PeriodUnit::calendar, "2123"}}) {
        const auto refused = calendar().period_end(Date::of(after), days, unit);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().type, "no-calendar");
        EXPECT_NE(refused.error().detail_vi.find(year), std::string::npos);
        EXPECT_NE(refused.error().detail_en.find(year), std::string::npos);
    }
    EXPECT_TRUE(calendar().covers(2020));
    EXPECT_TRUE(calendar().covers(2026));
    EXPECT_FALSE(calendar().covers(2027));
}

TEST(Periods, OfImpossibleLengthAreRefused) {
    EXPECT_EQ(calendar().period_end(Date::of("2023-06-01"), -1, PeriodUnit::working).error().type, "invalid-field");
    EXPECT_EQ(calendar().period_end(Date::of("2023-06-01"), 36526, PeriodUnit::calendar).error().field, "/days");
}

TEST(WorkingDays, BetweenTwoDatesCountTheLastButNotTheFirst) {
    const auto between = [](std::string_view after, std::string_view until) {
        return calendar().working_days_between(Date::of(after), Date::of(until)).value();
    };
    EXPECT_EQ(between("2023-11-28", "2023-11-30"), 2);  // decision to notice
    EXPECT_EQ(between("2023-11-28", "2023-12-08"), 8);
    EXPECT_EQ(between("2023-11-14", "2023-11-29"), 11);
    EXPECT_EQ(between("2023-11-30", "2023-11-30"), 0);
    EXPECT_EQ(between("2023-11-30", "2023-11-29"), 0);
    EXPECT_FALSE(calendar().working_days_between(Date::of("2026-12-30"), Date::of("2027-01-04")));
}

TEST(WorkingDays, BetweenInvertsThePeriod) {
    for (auto day = Date::of("2023-01-01"); day < Date::of("2024-12-01"); day = day.plus(1)) {
        for (const int days : {1, 5, 10}) {
            const auto last = calendar().period_end(day, days, PeriodUnit::working).value();
            ASSERT_EQ(calendar().working_days_between(day, last).value(), days) << day.iso();
            ASSERT_EQ(calendar().working_days_between(day, last.plus(-1)).value(), days - 1) << day.iso();
        }
    }
}

TEST(Deadlines, BeforeADateEndWithTheDayBefore) {
    EXPECT_EQ(last_moment_before(Date::of("2023-11-30"), false), Time::of("2023-11-29T24:00"));
    EXPECT_EQ(last_moment_before(Date::of("2023-11-30"), true), Time::of("2023-11-30T24:00"));
}

TEST(CalendarFiles, AreCheckedLineByLine) {
    const std::string heading = "date,kind,reason,confidence\n";
    EXPECT_TRUE(Calendar::parse(heading + "2030-01-01,OFF,\"New Year, first day\",high\n").has_value());
    for (const auto* line : {"2030-01-32,OFF,x,high", "2030-01-01,HOLIDAY,x,high", "2030-01-05,OFF,Saturday,high",
                             "2030-01-07,WORKED,Monday,high", "rubbish"}) {
        const auto refused = Calendar::parse(heading + "2030-01-01,OFF,x,high\n" + line + "\n");
        ASSERT_FALSE(refused) << line;
        EXPECT_NE(refused.error().detail_en.find("line 3"), std::string::npos);
    }
}

}  // namespace
}  // namespace minhbach::services::law
