#include "api/sign_in/tokens.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "events/log.hpp"
#include "temporary.hpp"

namespace minhbach::api::sign_in {
namespace {

class TokensTest : public ::testing::Test {
protected:
    std::filesystem::path file() const { return std::filesystem::directory_iterator(directory_.path())->path(); }

    tests::TemporaryDirectory directory_;
    Tokens tokens_{directory_.path()};
    const Time now_ = Time::of("2024-01-02T08:00");
    const std::string token_ = tokens_.issue(PersonCode::of("A1"), now_, 1).value();
    const Time later_ = now_.plus_millis(60'000);
};

TEST_F(TokensTest, LetTheirPersonInUntilTheirDay) {
    EXPECT_EQ(tokens_.check(token_, now_)->person, PersonCode::of("A1"));
    EXPECT_TRUE(tokens_.check(token_, later_)->person == PersonCode::of("A1"));
    EXPECT_EQ(tokens_.check(token_, now_.plus_millis(86'400'000)).error().type, "token-expired");
    EXPECT_EQ(tokens_.check(token_ + "0", now_).error().type, "sign-in-required");
}

TEST_F(TokensTest, AreUsedForTheFirstTimeByOneOfAllWhoComeAtOnce) {
    EXPECT_FALSE(tokens_.peek(token_, now_)->first_use);
    EXPECT_FALSE(tokens_.refusal_of(tokens_.peek(token_, now_)->token_hash, now_));
    EXPECT_TRUE(tokens_.admits(token_, now_));
    std::atomic<int> first = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { first += tokens_.check(token_, now_)->first_use ? 1 : 0; });
    }
    EXPECT_EQ(first, 1);
    // Looked up on the disk again it is no new one, unless its entry was not kept.
    EXPECT_FALSE(tokens_.check(token_, later_)->first_use);
    tokens_.forget(tokens_.peek(token_, later_)->token_hash);
    EXPECT_TRUE(tokens_.check(token_, later_)->first_use);
}

TEST_F(TokensTest, AreNoMoreOnceTheirFileIsRemoved) {
    EXPECT_TRUE(tokens_.check(token_, now_));
    std::filesystem::remove(file());
    EXPECT_EQ(tokens_.check(token_, later_).error().type, "sign-in-required");
}

// A file that cannot be read, for want of descriptors for example, is no token that was taken back.
TEST_F(TokensTest, ThatCannotBeLookedUpAreAsTheyWere) {
    EXPECT_TRUE(tokens_.check(token_, now_));
    const auto path = file();
    const auto aside = path.string() + ".aside";
    std::filesystem::rename(path, aside);
    std::filesystem::create_directory(path);
    EXPECT_TRUE(tokens_.check(token_, later_));  // who was let in goes on
    EXPECT_THROW(static_cast<void>(Tokens(directory_.path()).check(token_, now_)), events::Unavailable);
    EXPECT_FALSE(Tokens(directory_.path()).admits(token_, now_));
    std::filesystem::remove(path);
    std::filesystem::rename(aside, path);
    EXPECT_TRUE(tokens_.check(token_, later_));
}

}  // namespace
}  // namespace minhbach::api::sign_in
