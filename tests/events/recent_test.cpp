#include "events/rocksdb/recent.hpp"

#include <gtest/gtest.h>

namespace minhbach::events {
namespace {

using Counts = Recent<int, int>;

void fill(Counts& counts, int from, std::uint64_t durable_at) {
    for (int i = from; i < from + static_cast<int>(Counts::generation_max); ++i) counts.put(i, i, durable_at);
}

TEST(Recent, DropsTheOldestGenerationWhenDurable) {
    Counts counts;
    fill(counts, 0, 10);
    counts.age(100);
    ASSERT_NE(counts.find(7), nullptr);  // and is young again
    fill(counts, 100'000, 20);
    counts.age(100);
    EXPECT_NE(counts.find(7), nullptr);
    EXPECT_EQ(counts.find(8), nullptr);
    EXPECT_NE(counts.find(100'000), nullptr);
}

TEST(Recent, KeepsWhatIsNotDurableHoweverOld) {
    Counts counts;
    counts.put(-1, 42, 1000);
    for (int round = 0; round < 5; ++round) {
        fill(counts, round * 100'000, 1);
        counts.age(999);
    }
    ASSERT_NE(counts.find(-1), nullptr);
    EXPECT_EQ(*counts.find(-1), 42);
    for (int round = 5; round < 8; ++round) {
        fill(counts, round * 100'000, 1);
        counts.age(1000);
    }
    EXPECT_EQ(counts.find(-1), nullptr);
}

TEST(Recent, LetsGoOfWhatIsDurableAndOfNothingElse) {
    Counts recent;
    recent.put(1, 10, 5);
    recent.put(2, 20, 6);
    const auto generation = recent.generation();
    recent.drop_durable(5);
    EXPECT_EQ(recent.find(1), nullptr);
    ASSERT_NE(recent.find(2), nullptr);
    EXPECT_EQ(*recent.find(2), 20);
    EXPECT_FALSE(recent.still_valid(generation)) << "what was read outside before may follow from what went";
}

TEST(Recent, WhatWasReadOutsideHoldsForOneGeneration) {
    Counts counts;
    const auto read_at = counts.generation();
    fill(counts, 0, 0);
    counts.age(1);
    EXPECT_TRUE(counts.still_valid(read_at));
    fill(counts, 100'000, 0);
    counts.age(1);
    EXPECT_FALSE(counts.still_valid(read_at));
    const auto later = counts.generation();
    counts.clear();
    EXPECT_FALSE(counts.still_valid(later));
    EXPECT_EQ(counts.find(100'000), nullptr);
}

}  // namespace
}  // namespace minhbach::events
