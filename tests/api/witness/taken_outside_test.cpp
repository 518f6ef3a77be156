// When somebody outside last took a checkpoint.
#include "api/witness/taken_outside.hpp"

#include <gtest/gtest.h>

#include "events/files.hpp"
#include "temporary.hpp"

namespace minhbach::api {
namespace {

constexpr std::int64_t kMinute = 60'000, kDay = 86'400'000;

class TakenOutsideTest : public ::testing::Test {
protected:
    Time after(std::int64_t millis) const { return Time::from_millis(1'700'000'000'000 + millis); }

    tests::TemporaryDirectory directory_;
    const std::filesystem::path file_ = directory_.path() / "taken-outside";
};

TEST_F(TakenOutsideTest, IsOverdueADayAfterTheLastTimeAndNotBefore) {
    TakenOutside taken(file_, after(0));
    EXPECT_FALSE(taken.is_overdue(after(kDay - 1)));
    EXPECT_TRUE(taken.is_overdue(after(kDay)));
    taken.note(after(kDay));
    EXPECT_FALSE(taken.is_overdue(after(2 * kDay - 1)));
    EXPECT_TRUE(taken.is_overdue(after(2 * kDay)));
    taken.note(after(kDay - 5));
    EXPECT_EQ(taken.last(), after(kDay)) << "an earlier time is no news";
}

TEST_F(TakenOutsideTest, OutlivesTheProgram) {
    {
        TakenOutside(file_, after(0)).note(after(2 * kMinute));
    }
    TakenOutside again(file_, after(kDay));
    EXPECT_EQ(again.last(), after(2 * kMinute));
    EXPECT_TRUE(again.is_overdue(after(kDay + 2 * kMinute)));
    TakenOutside never(directory_.path() / "other", after(0));
    EXPECT_TRUE(TakenOutside(directory_.path() / "other", after(kDay)).is_overdue(after(kDay)))
        << "a start is not a taking: the day began with the first one";
}

TEST_F(TakenOutsideTest, IsWrittenOnceAMinute) {
    TakenOutside taken(file_, after(0));
    const auto first = events::read_file(file_);
    taken.note(after(kMinute - 1));
    EXPECT_EQ(events::read_file(file_), first);
    EXPECT_EQ(taken.last(), after(kMinute - 1));
    taken.note(after(kMinute));
    EXPECT_NE(events::read_file(file_), first);
}

TEST_F(TakenOutsideTest, AFileThatSaysNothingOrATimeToComeBeginsTheDayAnew) {
    for (const auto* text : {"", "x\n", "17", "99999999999999999\n"}) {
        events::replace_file(file_, text, 0600);
        EXPECT_EQ(TakenOutside(file_, after(7)).last(), after(7)) << text;
        std::filesystem::remove(file_);
    }
}

}  // namespace
}  // namespace minhbach::api
