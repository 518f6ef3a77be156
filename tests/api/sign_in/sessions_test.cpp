#include "api/sign_in/sessions.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "api/sign_in/identity.hpp"
#include "events/files.hpp"
#include "temporary.hpp"

namespace minhbach::api::sign_in {
namespace {

class SessionsTest : public ::testing::Test {
protected:
    std::string begin(Sessions& sessions) { return sessions.begin(person_, proof(), {}); }
    Proof proof() const { return {SignInMethod::password, {}, {Label::of("pwd")}, {}, now_}; }
    static std::string outcome(const Result<SignedIn>& signed_in) { return signed_in ? "" : signed_in.error().type; }
    void wait(std::int64_t minutes) { now_ = now_.plus_millis(minutes * 60'000); }

    tests::TemporaryDirectory folder_;
    Sessions sessions_{folder_.path() / "sessions"};
    const PersonCode person_ = PersonCode::of("A1");
    Time now_ = Time::of("2024-01-02T08:00");
};

TEST_F(SessionsTest, EndWhenIdleAndAtLatestAfterTheirWholeTime) {
    const auto idle = begin(sessions_);
    wait(29);
    EXPECT_EQ(outcome(sessions_.check(idle, now_)), "");
    wait(30);
    EXPECT_EQ(outcome(sessions_.check(idle, now_)), "token-expired");
    EXPECT_EQ(outcome(sessions_.check(idle, now_)), "sign-in-required");  // and is gone

    const auto busy = begin(sessions_);
    for (int i = 0; i < 29; ++i) {
        wait(20);
        EXPECT_EQ(outcome(sessions_.check(busy, now_)), "") << i;
    }
    wait(20);
    EXPECT_EQ(outcome(sessions_.check(busy, now_)), "token-expired");
}

TEST_F(SessionsTest, OutliveARestartAndKeepNoSecret) {
    const auto secret = begin(sessions_);
    wait(20);
    EXPECT_TRUE(sessions_.check(secret, now_));
    wait(20);
    Sessions again(folder_.path() / "sessions");
    const auto signed_in = again.check(secret, now_);
    ASSERT_TRUE(signed_in);
    EXPECT_EQ(signed_in->person, person_);
    for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "sessions")) {
        EXPECT_EQ(events::read_file(file.path()).value().find(secret.substr(3)), std::string::npos);
        EXPECT_NE(file.path().filename().string(), secret.substr(3));
        EXPECT_FALSE(events::is_exposed(file.path()));
    }
    again.end(secret);
    EXPECT_EQ(outcome(Sessions(folder_.path() / "sessions").check(secret, now_)), "sign-in-required");
}

TEST_F(SessionsTest, EndEverywhereAndTheOldestOfTooMany) {
    std::vector<std::string> secrets;
    for (std::size_t i = 0; i < SessionLimits::each_max + 1; ++i) {
        secrets.push_back(begin(sessions_));
        wait(1);
    }
    EXPECT_EQ(outcome(sessions_.check(secrets.front(), now_)), "sign-in-required");
    EXPECT_EQ(sessions_.of(person_, now_).size(), SessionLimits::each_max);
    const auto other = sessions_.begin(PersonCode::of("A2"), proof(), {});
    EXPECT_EQ(sessions_.end_all(person_), SessionLimits::each_max);
    for (const auto& secret : secrets) EXPECT_FALSE(sessions_.check(secret, now_));
    EXPECT_TRUE(sessions_.check(other, now_));
}

TEST_F(SessionsTest, AreProvenAgainByTheirOwnPerson) {
    const auto secret = begin(sessions_);
    wait(11);
    EXPECT_LT(sessions_.check(secret, now_)->proof.at, now_);
    EXPECT_FALSE(sessions_.prove_again(secret, PersonCode::of("A2"), proof()));
    EXPECT_TRUE(sessions_.prove_again(secret, person_, proof()));
    EXPECT_EQ(sessions_.check(secret, now_)->proof.at, now_);
}

TEST_F(SessionsTest, AreEndedByOneOfAllWhoEndThemAtOnce) {
    const auto secret = begin(sessions_);
    std::atomic<int> ended = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) threads.emplace_back([&] { ended += sessions_.end(secret) ? 1 : 0; });
    }
    EXPECT_EQ(ended, 1);
    EXPECT_FALSE(sessions_.prove_again(secret, person_, proof()));
}

// A password is looked at for a tenth of a second; the slip that replaces it may end all sessions meanwhile.
TEST_F(SessionsTest, TellThatAllWereEndedSinceAProofWasLookedAt) {
    const auto before = sessions_.endings(person_);
    begin(sessions_);
    EXPECT_EQ(sessions_.endings(person_), before);
    sessions_.end_all(PersonCode::of("A2"));
    EXPECT_EQ(sessions_.endings(person_), before);
    sessions_.end_all(person_);
    EXPECT_NE(sessions_.endings(person_), before);
}

TEST_F(SessionsTest, EndWithTheTokenTheyWereBegunWith) {
    Identity identity(folder_.path(), {});
    const auto token = identity.tokens.issue(person_, now_, 1).value();
    const auto holder = identity.check(token, now_).value();
    const auto secret = identity.sessions.begin(person_, holder.proof, holder.token_hash);
    EXPECT_EQ(identity.check(secret, now_)->person, person_);
    EXPECT_TRUE(identity.check(secret, now_)->is_session);
    wait(1);
    identity.tokens.withdraw(person_);
    EXPECT_EQ(outcome(identity.check(secret, now_)), "sign-in-required");
    EXPECT_FALSE(identity.admits(secret, now_));
}

// Who only asks whether a session is still good keeps it from nothing: a stream that asks now and then is no use.
TEST_F(SessionsTest, AreNoLessIdleForBeingLookedAt) {
    Identity identity(folder_.path(), {});
    const auto secret = identity.sessions.begin(person_, proof(), {});
    for (int i = 0; i < 2; ++i) {
        wait(10);
        EXPECT_EQ(identity.peek(secret, now_)->person, person_);
        EXPECT_TRUE(identity.admits(secret, now_));
    }
    wait(10);
    EXPECT_EQ(outcome(identity.peek(secret, now_)), "token-expired");
    EXPECT_FALSE(identity.admits(secret, now_));
    EXPECT_EQ(outcome(identity.check(secret, now_)), "token-expired");
    EXPECT_EQ(outcome(identity.peek(secret, now_)), "sign-in-required");
}

}  // namespace
}  // namespace minhbach::api::sign_in
