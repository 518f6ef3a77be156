#include "api/sign_in/attempts.hpp"

#include <gtest/gtest.h>

namespace minhbach::api::sign_in {
namespace {

const Time kMorning = Time::of("2024-01-02T08:00");

TEST(Attempts, OfAnAddressTheNetworkIsKept) {
    EXPECT_EQ(network_of("203.0.113.77"), "203.0.113.0/24");
    EXPECT_EQ(network_of("::ffff:203.0.113.77"), "203.0.113.0/24");
    EXPECT_EQ(network_of("2001:db8:1:2::99"), "2001:db8:1::/48");
    EXPECT_EQ(network_of("fe80::1%eth0"), "fe80::/48");
    EXPECT_EQ(network_of(""), "*");
    EXPECT_EQ(network_of("203.0.113.77\nforged"), "*");
}

TEST(Attempts, OfOneNetworkAndKindAreCountedTogether) {
    Attempts attempts;
    for (int i = 0; i < 5; ++i)
        attempts.note("203.0.113." + std::to_string(i), AttemptKind::unknown, kMorning.plus_millis(i));
    attempts.note("203.0.113.9", AttemptKind::secret_wrong, kMorning);
    attempts.note("198.51.100.9", AttemptKind::unknown, kMorning);
    const auto taken = attempts.taken();
    ASSERT_EQ(taken.size(), 3u);
    EXPECT_EQ(taken[1], (AttemptsRefused{Label::of("203.0.113.0/24"), AttemptKind::unknown, 5, kMorning,
                                         kMorning.plus_millis(4)}));
    EXPECT_TRUE(attempts.taken().empty());
}

TEST(Attempts, AFloodFromEverywhereMakesNoMoreEntriesThanThereIsRoomFor) {
    Attempts attempts;
    constexpr int kFlood = 20'000;
    for (int i = 0; i < kFlood; ++i) {
        const auto peer = "10." + std::to_string(i / 250) + "." + std::to_string(i % 250) + ".1";
        attempts.note(peer, static_cast<AttemptKind>(i % 3), kMorning);
    }
    const auto taken = attempts.taken();
    EXPECT_LE(taken.size(), Attempts::kNetworksMax + 6);
    int counted = 0;
    for (const auto& one : taken) counted += one.count;
    EXPECT_EQ(counted, kFlood) << "nothing is lost";
}

TEST(Attempts, WhatCouldNotBeEnteredIsCountedOn) {
    Attempts attempts;
    attempts.note("203.0.113.1", AttemptKind::expired, kMorning);
    const auto first = attempts.taken();
    attempts.note("203.0.113.1", AttemptKind::expired, kMorning.plus_millis(9));
    for (const auto& one : first) attempts.put_back(one);
    const auto second = attempts.taken();
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second.front().count, 2);
    EXPECT_EQ(second.front().first, kMorning);
}

}  // namespace
}  // namespace minhbach::api::sign_in
