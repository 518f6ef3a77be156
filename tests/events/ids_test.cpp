#include "events/ids.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace minhbach::events {
namespace {

const auto kNow = Time::from_millis(1'701'137'400'000);

TEST(EventIds, AreVersionSevenAndBeginWithTheTime) {
    EventIds ids;
    const auto text = ids.next(kNow).str();
    EXPECT_EQ(text.substr(0, 13), "018c13b0-c0c0");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
}

TEST(EventIds, RiseEvenWhenTheClockStandsStillOrStepsBack) {
    EventIds ids;
    auto last = ids.next(kNow);
    for (int i = 0; i < 10'000; ++i) {
        const auto next = ids.next(i % 3 == 0 ? kNow.plus_millis(-i) : kNow);
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(EventIds, AreUniqueAcrossThreads) {
    EventIds ids;
    std::vector<std::vector<EventId>> drawn(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : drawn) {
            threads.emplace_back([&] {
                for (int i = 0; i < 2000; ++i) mine.push_back(ids.next(kNow));
            });
        }
    }
    std::set<EventId> all;
    for (const auto& mine : drawn) all.insert(mine.begin(), mine.end());
    EXPECT_EQ(all.size(), 8000u);
}

TEST(EventIds, AreTheSameForTheSameSeed) {
    EventIds first(1);
    EventIds again(1);
    EventIds other(2);
    for (int i = 0; i < 100; ++i) {
        const auto id = first.next(kNow.plus_millis(i / 3));
        EXPECT_EQ(id, again.next(kNow.plus_millis(i / 3)));
        EXPECT_NE(id, other.next(kNow.plus_millis(i / 3)));
    }
}

TEST(EventIds, DerivedFromTheSameCauseRuleAndStepAreOne) {
    EventIds ids(1);
    const auto cause = ids.next(kNow);
    const auto id = EventIds::derived(cause, "reminder", 1);
    EXPECT_EQ(id, EventIds::derived(cause, "reminder", 1));
    EXPECT_NE(id, EventIds::derived(cause, "reminder", 2));
    EXPECT_NE(id, EventIds::derived(cause, "reminde", 1));
    EXPECT_NE(id, EventIds::derived(ids.next(kNow), "reminder", 1));
    EXPECT_EQ(id.str().substr(0, 13), cause.str().substr(0, 13));
    EXPECT_EQ(id.str()[14], '8');
}

}  // namespace
}  // namespace minhbach::events
