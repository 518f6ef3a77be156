#include "api/sign_in/tokens.hpp"

#include <gtest/gtest.h>

#include <filesystem>

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
