#include "api/sign_in/accounts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "api/sign_in/totp.hpp"
#include "events/files.hpp"
#include "temporary.hpp"

namespace minhbach::api::sign_in {
namespace {

constexpr std::string_view kPassword = "hoa sen tháng sáu";

class AccountsTest : public ::testing::Test {
protected:
    std::string refusal_of(const Result<Proof>& outcome) { return outcome ? "" : outcome.error().type; }
    std::string sign_in(std::string_view password, std::optional<std::string> code = {}) {
        return refusal_of(accounts_.sign_in({person_, std::string(password), std::move(code)}, now_));
    }
    void set_up() { ASSERT_TRUE(accounts_.redeem(person_, accounts_.issue_slip(person_, now_), kPassword, now_)); }
    void wait(std::int64_t seconds) { now_ = now_.plus_millis(seconds * 1000); }

    tests::TemporaryDirectory folder_;
    Accounts accounts_{folder_.path() / "accounts"};
    const PersonCode person_ = PersonCode::of("A1");
    Time now_ = Time::of("2024-01-02T08:00");
};

TEST_F(AccountsTest, ASlipSetsThePasswordOnceWithinItsDays) {
    const auto slip = accounts_.issue_slip(person_, now_);
    EXPECT_EQ(refusal_of(accounts_.redeem(person_, slip, "short", now_)), "invalid-field");
    EXPECT_EQ(refusal_of(accounts_.redeem(person_, slip, "aaaaaaaaaaaa", now_)), "invalid-field");
    EXPECT_EQ(refusal_of(accounts_.redeem(PersonCode::of("A2"), slip, kPassword, now_)), "sign-in-refused");
    // Typed from paper: in small letters, with blanks.
    std::string typed = slip;
    for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
    const auto proof = accounts_.redeem(person_, " " + typed.substr(0, 5) + " " + typed.substr(6), kPassword, now_);
    ASSERT_TRUE(proof);
    EXPECT_EQ(proof->method, SignInMethod::password);
    EXPECT_EQ(refusal_of(accounts_.redeem(person_, slip, kPassword, now_)), "sign-in-refused");
    EXPECT_EQ(sign_in(kPassword), "");

    const auto late = accounts_.issue_slip(person_, now_);
    wait(7 * 24 * 3600);
    EXPECT_EQ(refusal_of(accounts_.redeem(person_, late, kPassword, now_)), "sign-in-refused");
}

TEST_F(AccountsTest, NothingThatIsKeptIsTheSecretAndNobodyElseMayReadIt) {
    set_up();
    const auto slip = accounts_.issue_slip(person_, now_);
    const auto file = folder_.path() / "accounts" / "A1.json";
    const auto kept = events::read_file(file).value();
    EXPECT_EQ(kept.find(kPassword), std::string::npos);
    EXPECT_EQ(kept.find(slip), std::string::npos);
    EXPECT_FALSE(events::is_exposed(file));
    EXPECT_FALSE(events::is_exposed(folder_.path() / "accounts"));
    // And a restart knows all of it.
    Accounts again(folder_.path() / "accounts");
    EXPECT_TRUE(again.sign_in({person_, std::string(kPassword), {}}, now_));
}

TEST_F(AccountsTest, ARestartForgetsNeitherTheCountNorThatItIsShut) {
    set_up();
    for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in("wrong password"), "sign-in-refused") << i;
    const auto refusal_after_restart = [&](std::string_view password) {
        Accounts again(folder_.path() / "accounts");
        return refusal_of(again.sign_in({person_, std::string(password), {}}, now_));
    };
    EXPECT_EQ(refusal_after_restart("wrong password"), "sign-in-refused") << "the fifth";
    EXPECT_EQ(refusal_after_restart(kPassword), "sign-in-shut");
    wait(60);
    EXPECT_EQ(refusal_after_restart("wrong password"), "sign-in-refused");
    wait(119);
    EXPECT_EQ(refusal_after_restart(kPassword), "sign-in-shut") << "doubled";
    wait(1);
    EXPECT_EQ(refusal_after_restart(kPassword), "");
    // The right one ended the count.
    for (int i = 0; i < 4; ++i) EXPECT_EQ(refusal_after_restart("wrong password"), "sign-in-refused") << i;
    EXPECT_EQ(refusal_after_restart(kPassword), "");
}

// A slip is given out on the machine while the server is running.
TEST_F(AccountsTest, TwoProcessesLoseNothingOfOneAnother) {
    set_up();
    Accounts other(folder_.path() / "accounts");
    for (int i = 0; i < 100; ++i) {
        std::string slip;
        std::thread beside([&] { slip = other.issue_slip(person_, now_); });
        const auto device = accounts_.propose_device(person_).value();
        beside.join();
        const auto kept = events::read_file(folder_.path() / "accounts" / "A1.json").value();
        ASSERT_NE(kept.find(hash_of_secret(slip)), std::string::npos) << i;
        ASSERT_NE(kept.find(device), std::string::npos) << i;
    }
}

TEST_F(AccountsTest, GuessedNamesLeaveOneFile) {
    set_up();
    for (int i = 0; i < 20; ++i)
        (void)accounts_.sign_in({PersonCode::of("N" + std::to_string(i)), "a wrong password", {}}, now_);
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder_.path() / "accounts"))
        files += file.path().filename() != "lock";
    EXPECT_EQ(files, 2u) << "the one account, and the one for all who have none";
}

TEST_F(AccountsTest, WhoHasNoAccountIsRefusedInTheSameWords) {
    set_up();
    const auto known = accounts_.sign_in({person_, "a wrong password", {}}, now_).error();
    const auto unknown = accounts_.sign_in({PersonCode::of("NOBODY"), "a wrong password", {}}, now_).error();
    EXPECT_EQ(known.type, "sign-in-refused");
    EXPECT_EQ(known.detail_vi, unknown.detail_vi);
    EXPECT_EQ(known.field, unknown.field);
    for (int i = 0; i < 5; ++i) (void)accounts_.sign_in({PersonCode::of("NOBODY"), "wrong", {}}, now_);
    EXPECT_EQ(accounts_.sign_in({PersonCode::of("NOBODY"), "wrong", {}}, now_).error().type, "sign-in-shut");
}

TEST_F(AccountsTest, FiveWrongOnesShutItForAWhileThatDoubles) {
    set_up();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("wrong password"), "sign-in-refused") << i;
    EXPECT_TRUE(accounts_.was_shut(person_));
    EXPECT_FALSE(accounts_.was_shut(person_)) << "the ledger is told once";
    EXPECT_EQ(sign_in(kPassword), "sign-in-shut");
    wait(59);
    EXPECT_EQ(sign_in(kPassword), "sign-in-shut");
    wait(1);
    EXPECT_FALSE(accounts_.was_shut(person_));
    EXPECT_EQ(sign_in("wrong password"), "sign-in-refused");  // the sixth: for two minutes
    EXPECT_TRUE(accounts_.was_shut(person_));
    wait(119);
    EXPECT_EQ(sign_in(kPassword), "sign-in-shut");
    wait(1);
    EXPECT_EQ(sign_in(kPassword), "");
    EXPECT_EQ(sign_in("wrong password"), "sign-in-refused");  // counted anew
    EXPECT_EQ(sign_in(kPassword), "");
}

TEST_F(AccountsTest, ADeviceIsAskedForOnceItsCodeWasGiven) {
    set_up();
    const auto key = accounts_.propose_device(person_).value();
    EXPECT_EQ(sign_in(kPassword), "");  // not yet
    EXPECT_EQ(refusal_of(accounts_.confirm_device(person_, "000000", now_)), "sign-in-refused");
    const auto code = [&] { return *totp::code_at(key, now_.millis() / 1000 / totp::kStepSeconds); };
    ASSERT_TRUE(accounts_.confirm_device(person_, code(), now_));
    EXPECT_EQ(sign_in(kPassword), "code-required");
    EXPECT_EQ(sign_in(kPassword, code()), "sign-in-refused");  // it confirmed the device: a code works once
    wait(30);
    const auto signed_in = accounts_.sign_in({person_, std::string(kPassword), code()}, now_);
    ASSERT_TRUE(signed_in);
    EXPECT_EQ(signed_in->amr, (std::vector{Label::of("pwd"), Label::of("otp")}));
    // A right code does not help a wrong password, and asks for no code beforehand.
    EXPECT_EQ(sign_in("wrong password"), "sign-in-refused");
    wait(30);
    ASSERT_TRUE(accounts_.remove_device({person_, std::string(kPassword), code()}, now_));
    EXPECT_EQ(sign_in(kPassword), "");
}

TEST_F(AccountsTest, ASlipForWhoHasAPasswordTakesTwoPersonsWithinADay) {
    const auto first = PersonCode::of("CLERK1"), second = PersonCode::of("CLERK2");
    EXPECT_TRUE(accounts_.issue_slip(person_, first, now_));  // there is no password yet
    set_up();
    EXPECT_FALSE(accounts_.issue_slip(person_, first, now_));
    EXPECT_FALSE(accounts_.issue_slip(person_, first, now_));
    wait(24 * 3600);
    EXPECT_FALSE(accounts_.issue_slip(person_, second, now_));  // too late: now the first of another pair
    const auto slip = accounts_.issue_slip(person_, first, now_);
    ASSERT_TRUE(slip);
    EXPECT_EQ(sign_in(kPassword), "");  // until the slip is used
    ASSERT_TRUE(accounts_.redeem(person_, *slip, "một mật khẩu khác", now_));
    EXPECT_EQ(sign_in(kPassword), "sign-in-refused");
}

TEST_F(AccountsTest, ThePasswordIsChangedByWhoKnowsIt) {
    set_up();
    const auto changed = [&](std::string password, std::string_view next) {
        return refusal_of(accounts_.change_password({person_, std::move(password), {}}, next, now_));
    };
    EXPECT_EQ(changed("wrong password", "một mật khẩu khác"), "sign-in-refused");
    EXPECT_EQ(changed(std::string(kPassword), "ngắn"), "invalid-field");
    EXPECT_EQ(changed(std::string(kPassword), "một mật khẩu khác"), "");
    EXPECT_EQ(sign_in(kPassword), "sign-in-refused");
    EXPECT_EQ(sign_in("một mật khẩu khác"), "");
    accounts_.close(person_);
    EXPECT_EQ(sign_in("một mật khẩu khác"), "sign-in-refused");
}

// Each looks at the old password and hashes its own for a while; whoever comes second rests on what is no more.
TEST_F(AccountsTest, OfManyWhoChangeThePasswordAtOnceOneDoes) {
    set_up();
    std::array<bool, 4> changed{};
    const auto next = [](std::size_t i) { return "một mật khẩu khác " + std::to_string(i); };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < changed.size(); ++i) {
            threads.emplace_back([&, i] {
                changed[i] =
                    accounts_.change_password({person_, std::string(kPassword), {}}, next(i), now_).has_value();
            });
        }
    }
    EXPECT_EQ(std::count(changed.begin(), changed.end(), true), 1);
    for (std::size_t i = 0; i < changed.size(); ++i)
        if (changed[i]) EXPECT_EQ(sign_in(next(i)), "");
}

TEST_F(AccountsTest, OfManyWhoUseASlipAtOnceOneDoes) {
    const auto slip = accounts_.issue_slip(person_, now_);
    std::atomic<int> used = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { used += accounts_.redeem(person_, slip, kPassword, now_).has_value(); });
    }
    EXPECT_EQ(used, 1);
}

// However many guess at once, each guess that was looked at is counted, and no right one passes a shut door.
TEST_F(AccountsTest, ManyGuessesAtOnceAreNoMoreThanFive) {
    const auto slip = accounts_.issue_slip(person_, now_);
    std::atomic<int> refused = 0, shut = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                const auto outcome = accounts_.redeem(person_, "AAAAA-AAAAA", kPassword, now_);
                ++(refusal_of(outcome) == "sign-in-shut" ? shut : refused);
            });
        }
    }
    EXPECT_EQ(refused, 5);
    EXPECT_EQ(shut, 3);
    EXPECT_EQ(refusal_of(accounts_.redeem(person_, slip, kPassword, now_)), "sign-in-shut");
}

}  // namespace
}  // namespace minhbach::api::sign_in
