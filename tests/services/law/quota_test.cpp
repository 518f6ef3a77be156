#include <gtest/gtest.h>

#include "services/law/quota.hpp"

namespace minhbach::services::law {
namespace {

SettledCounts of(int excellent, int good, int completed = 0, int not_completed = 0, int not_rated = 0, int staff = 0) {
    return {excellent, good, completed, not_completed, not_rated, staff};
}

TEST(Quota, OfThirtyPeopleIsFiveByTheLetter) {
    EXPECT_EQ(excellent_max(of(7, 23), {QuotaBase::good, 20, QuotaRounding::floor}), 5);
    EXPECT_EQ(excellent_max(of(6, 24), {QuotaBase::good, 20, QuotaRounding::floor}), 5);
    EXPECT_EQ(excellent_max(of(6, 24), {QuotaBase::good_or_better, 20, QuotaRounding::floor}), 6);
}

TEST(Quota, TableOfTheReadings) {
    struct Line {
        int n, a20, b20, a25, b25;
    };
    for (const auto& [n, a20, b20, a25, b25] :
         {Line{5, 0, 1, 1, 1}, Line{6, 1, 1, 1, 1}, Line{11, 1, 2, 2, 2}, Line{12, 2, 2, 2, 3}, Line{20, 3, 4, 4, 5},
          Line{29, 4, 5, 5, 7}, Line{30, 5, 6, 6, 7}, Line{36, 6, 7, 7, 9}}) {
        const auto counts = of(0, n);
        EXPECT_EQ(excellent_max(counts, {QuotaBase::good, 20, QuotaRounding::floor}), a20) << n;
        EXPECT_EQ(excellent_max(counts, {QuotaBase::good_or_better, 20, QuotaRounding::floor}), b20) << n;
        EXPECT_EQ(excellent_max(counts, {QuotaBase::good, 25, QuotaRounding::floor}), a25) << n;
        EXPECT_EQ(excellent_max(counts, {QuotaBase::good_or_better, 25, QuotaRounding::floor}), b25) << n;
    }
}

TEST(Quota, RoundsAsItIsTold) {
    const auto counts = of(0, 9);  // 20 % of the base "good": 1.5
    EXPECT_EQ(excellent_max(counts, {QuotaBase::good, 20, QuotaRounding::floor}), 1);
    EXPECT_EQ(excellent_max(counts, {QuotaBase::good, 20, QuotaRounding::half_up}), 2);
    EXPECT_EQ(excellent_max(counts, {QuotaBase::good, 20, QuotaRounding::ceil}), 2);
    EXPECT_EQ(excellent_max(of(0, 8), {QuotaBase::good, 20, QuotaRounding::half_up}), 1);  // 1.33
}

TEST(Quota, BasesCountWhomTheyName) {
    const auto counts = of(2, 8, 5, 5, 30, 60);
    EXPECT_EQ(excellent_max(counts, {QuotaBase::total_rated, 20, QuotaRounding::floor}), 4);
    EXPECT_EQ(excellent_max(counts, {QuotaBase::total_staff, 20, QuotaRounding::floor}), 12);
}

TEST(Quota, DoesNotOverflow) {
    constexpr int kHuge = 2'147'483'647;
    EXPECT_EQ(excellent_max(of(kHuge, kHuge, kHuge, kHuge), {QuotaBase::total_rated, 100, QuotaRounding::ceil}),
              4LL * kHuge);
}

// The largest E with G = n - E for which the inequality of the text holds, found by trying.
std::int64_t by_trying(QuotaBase base, int percent, int n, int others, int staff) {
    std::int64_t best = 0;
    for (int excellent = 0; excellent <= n; ++excellent) {
        const int good = n - excellent;
        const int whole = base == QuotaBase::good             ? good
                          : base == QuotaBase::good_or_better ? n
                          : base == QuotaBase::total_rated    ? n + others
                                                              : staff;
        if (100 * excellent <= percent * whole) best = excellent;
    }
    return best;
}

TEST(Quota, ClosedFormsAgreeWithTrying) {
    for (const int percent : {0, 1, 10, 20, 25, 33, 50, 100}) {
        for (int n = 0; n <= 130; ++n) {
            for (const auto base :
                 {QuotaBase::good, QuotaBase::good_or_better, QuotaBase::total_rated, QuotaBase::total_staff}) {
                const int others = n % 7;
                const int staff = n + others + n % 5;
                const auto counts = of(n / 3, n - n / 3, others / 2, others - others / 2, 3, staff);
                const auto closed = excellent_max(counts, {base, percent, QuotaRounding::floor});
                // Nobody but the excellent and good can be excellent: beyond n the closed form says no more than "all".
                EXPECT_EQ(std::min<std::int64_t>(closed, n), by_trying(base, percent, n, others, staff))
                    << static_cast<int>(base) << " " << percent << " " << n;
            }
        }
    }
}

TEST(Quota, AtTwentyFivePercentOfGoodEqualsTwentyOfGoodOrBetter) {
    for (int n = 0; n < 200; ++n) {
        EXPECT_EQ(excellent_max(of(0, n), {QuotaBase::good, 25, QuotaRounding::floor}),
                  excellent_max(of(0, n), {QuotaBase::good_or_better, 20, QuotaRounding::floor}));
    }
}

// --- which reading binds (F14) ---

TEST(BindingQuota, IsTheRulebooksWithoutADocument) {
    const auto readings = quota_readings(of(6, 24, 10, 0, 0, 50), nd90_48_2023(), {}, {});
    ASSERT_EQ(readings.size(), 4);
    EXPECT_EQ(binding(readings).base, QuotaBase::good);
    EXPECT_EQ(binding(readings).max_excellent, 5);
    EXPECT_EQ(readings[1].max_excellent, 6);
    EXPECT_EQ(readings[2].max_excellent, 8);
    EXPECT_EQ(readings[3].max_excellent, 10);
}

TEST(BindingQuota, IsWhatADocumentNamesButNeverAboveTotalRated) {
    const auto counts = of(6, 24, 10, 0, 0, 50);
    EXPECT_EQ(
        binding(quota_readings(counts, nd90_48_2023(), QuotaRule{QuotaBase::good_or_better, 20, {}}, {})).max_excellent,
        6);
    const auto staff = binding(quota_readings(counts, nd90_48_2023(), QuotaRule{QuotaBase::total_staff, 20, {}}, {}));
    EXPECT_EQ(staff.base, QuotaBase::total_staff);
    EXPECT_EQ(staff.max_excellent, 8);
}

// Rounding up is for the document to name, and still no way above the share of everybody rated.
TEST(BindingQuota, IsNeverRoundedAboveTotalRated) {
    const auto counts = of(3, 3, 0, 0, 0, 6);
    for (const auto rounding : {QuotaRounding::ceil, QuotaRounding::half_up}) {
        for (const auto base : {QuotaBase::good, QuotaBase::good_or_better, QuotaBase::total_rated}) {
            EXPECT_EQ(binding(quota_readings(counts, nd90_48_2023(), QuotaRule{base, 20, rounding}, {})).max_excellent,
                      1)
                << static_cast<int>(base);
        }
    }
    EXPECT_EQ(excellent_max(counts, {QuotaBase::good_or_better, 20, QuotaRounding::ceil}), 2) << "the form alone";
}

TEST(BindingQuota, OfAnExceptionHasItsOwnRate) {
    const auto counts = of(6, 24, 0, 0, 0, 30);
    const auto reading = binding(quota_readings(counts, nd90_48_2023(), {}, 25));
    EXPECT_EQ(reading.percent, 25);
    EXPECT_EQ(reading.max_excellent, 6);
}

}  // namespace
}  // namespace minhbach::services::law
