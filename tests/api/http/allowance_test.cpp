#include "api/http/allowance.hpp"

#include <gtest/gtest.h>

#include <random>

namespace minhbach::api::http {
namespace {

using std::chrono::milliseconds;

class AllowanceTest : public ::testing::Test {
protected:
    Allowance::Clock::time_point at(int millis) const { return began_ + milliseconds(millis); }

    const Allowance::Clock::time_point began_ = Allowance::Clock::now();
};

TEST_F(AllowanceTest, GivesABurstAndThenTheRate) {
    Allowance allowance({10, 3});
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(allowance.take("a", 1, at(0)));
    EXPECT_EQ(allowance.take("a", 1, at(0)), milliseconds(100));
    EXPECT_EQ(allowance.take("a", 1, at(60)), milliseconds(40));
    EXPECT_FALSE(allowance.take("a", 1, at(100)));
    EXPECT_TRUE(allowance.take("a", 1, at(100)));
}

// Of two threads the one that read the clock first may come second.
TEST_F(AllowanceTest, NoTimeFillsABucketTwice) {
    Allowance allowance({10, 1});
    EXPECT_FALSE(allowance.take("a", 1, at(1000)));
    EXPECT_TRUE(allowance.take("a", 1, at(0)));
    EXPECT_EQ(allowance.take("a", 1, at(1000)), milliseconds(100));
}

TEST_F(AllowanceTest, WaitingAsLongAsItSaysIsEnough) {
    std::mt19937 random(20231114);
    Allowance allowance({7, 5});
    int now = 0;
    for (int i = 0; i < 2000; ++i) {
        const double cost = 1 + static_cast<double>(random() % 5);
        if (const auto wait = allowance.take("a", cost, at(now))) {
            now += static_cast<int>(wait->count());
            EXPECT_FALSE(allowance.take("a", cost, at(now))) << i;
        }
        now += static_cast<int>(random() % 300);
    }
}

TEST_F(AllowanceTest, OneClientTakesNothingFromAnother) {
    Allowance allowance({1, 2});
    EXPECT_FALSE(allowance.take("a", 2, at(0)));
    EXPECT_TRUE(allowance.take("a", 1, at(0)));
    EXPECT_FALSE(allowance.take("b", 2, at(0)));
}

TEST_F(AllowanceTest, WhatCostsMoreThanABucketIsGivenToAFullOne) {
    Allowance allowance({1, 2});
    EXPECT_FALSE(allowance.take("a", 50, at(0)));
    EXPECT_EQ(allowance.take("a", 50, at(0)), milliseconds(2000));
}

TEST_F(AllowanceTest, OneClientIsAnAddressOrANetworkOfIpv6) {
    EXPECT_EQ(client_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(client_of("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(client_of("2001:db8:0:1:aaaa::1"), "2001:db8:0:1::/64");
    EXPECT_EQ(client_of("2001:db8:0:1:bbbb::2"), client_of("2001:db8:0:1:aaaa::1"));
    EXPECT_NE(client_of("2001:db8:0:2:aaaa::1"), client_of("2001:db8:0:1:aaaa::1"));
    EXPECT_EQ(client_of("no address"), "no address");
}

// Whoever comes under ever new names neither fills the memory nor gets more than one client does.
TEST_F(AllowanceTest, ManyNamesGainNothing) {
    Allowance allowance({1, 1});
    std::size_t given = 0;
    for (std::size_t i = 0; i < 3 * Allowance::kClientsMax; ++i)
        given += allowance.take("name " + std::to_string(i), 1, at(0)) ? 0 : 1;
    EXPECT_LE(given, Allowance::kClientsMax + 16);
    // And who was known before is known still.
    EXPECT_TRUE(allowance.take("name 0", 1, at(0)));
    // After a while there is room again.
    EXPECT_FALSE(allowance.take("somebody new", 1, at(5000)));
}

}  // namespace
}  // namespace minhbach::api::http
