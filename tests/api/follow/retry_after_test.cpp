#include "api/follow/retry_after.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::follow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

const Time kNow = Time::of("2023-11-30T08:00:00Z");

std::optional<milliseconds> after(std::string_view field, std::string_view date = "") {
    return parse_retry_after(field, date, kNow);
}

TEST(HttpDate, IsReadInEachOfItsForms) {
    const auto expected = Time::of("1994-11-06T08:49:37Z");
    for (const auto* text :
         {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
        EXPECT_EQ(parse_http_date(text, kNow), expected) << text;
    EXPECT_EQ(parse_http_date("Tuesday, 06-Nov-40 08:49:37 GMT", kNow), Time::of("2040-11-06T08:49:37Z"))
        << "not more than fifty years ahead";
    EXPECT_EQ(parse_http_date("Thu, 29 Feb 2024 23:59:59 GMT", kNow), Time::of("2024-02-29T23:59:59Z"));
}

TEST(HttpDate, IsNothingElse) {
    for (const auto* text :
         {"", "0", "2023-11-30T08:00:00Z", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
          "Sun, 31 Feb 2021 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
          "Sun, 06 Nov GMT", "Sun, 06 Nov 1994 08:49:37 GMT and more"})
        EXPECT_EQ(parse_http_date(text, kNow), std::nullopt) << text;
}

TEST(RetryAfter, IsSecondsUpToADay) {
    EXPECT_EQ(after("0"), seconds(0));
    EXPECT_EQ(after("120"), seconds(120));
    EXPECT_EQ(after("99999999"), hours(24));
    EXPECT_EQ(after("99999999999999999999999"), hours(24));
    for (const auto* field : {"", "-1", "+1", "1.5", "soon", "1 "}) EXPECT_EQ(after(field), std::nullopt) << field;
}

TEST(RetryAfter, IsADateByTheReceiversOwnClock) {
    EXPECT_EQ(after("Thu, 30 Nov 2023 08:02:00 GMT"), seconds(120)) << "it says no time of its own";
    EXPECT_EQ(after("Sun, 06 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"), seconds(60))
        << "its clock stands thirty years behind";
    EXPECT_EQ(after("Thu, 30 Nov 2023 08:02:00 GMT", "no date"), seconds(120));
}

TEST(RetryAfter, OfADateIsNeverLessThanNothingNorMoreThanADay) {
    EXPECT_EQ(after("Thu, 30 Nov 2023 07:00:00 GMT"), seconds(0));
    EXPECT_EQ(after("Fri, 30 Nov 2029 08:00:00 GMT"), hours(24));
}

}  // namespace
}  // namespace minhbach::api::follow
