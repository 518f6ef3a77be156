// A signing key that is not always there, as one in a token.
#include <chrono>
#include <thread>

#include "events/check.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/ed25519.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class SometimesThere : public merkle::Signer {
public:
    explicit SometimesThere(const merkle::Seed& seed) : key_(seed) {}
    const std::string& public_key() const override { return key_.public_key(); }
    std::string sign(std::string_view text) const override {
        ++asked;
        if (gone) throw merkle::SignerUnavailable("it is gone");
        return key_.sign(text);
    }
    std::atomic<bool> gone = false;
    mutable std::atomic<int> asked = 0;

private:
    merkle::PrivateKey key_;
};

class SignerTest : public LogTest {
protected:
    SignerTest() {
        create();
        const auto line = *read_file(directory_ / "signing-key");
        const auto bytes = merkle::from_base64(line.substr(line.find(' ') + 1, 44)).value();
        merkle::Seed seed{};
        std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(seed.data()));
        key_ = std::make_shared<SometimesThere>(seed);
        options_.signer = key_;
        open();
    }
    bool add() { return log_->append_and_wait(Ledger::main, one("c")).has_value(); }
    bool is_stopped_soon(bool stopped) {
        for (int i = 0; i < 500 && log_->signing_stopped().has_value() != stopped; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return log_->signing_stopped().has_value() == stopped;
    }

    std::shared_ptr<SometimesThere> key_;
};

TEST_F(SignerTest, WithoutItAppendsAreDurableAndCheckpointsPauseUntilItIsBack) {
    ASSERT_TRUE(add());
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 1u);
    EXPECT_FALSE(log_->signing_stopped());
    key_->gone = true;
    ASSERT_TRUE(add());
    ASSERT_TRUE(is_stopped_soon(true));
    EXPECT_EQ(log_->signing_stopped()->why, "signing-key");
    EXPECT_EQ(log_->signing_stopped()->detail, "it is gone");
    key_->asked = 0;
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(add());
    EXPECT_THROW(log_->publish_checkpoint(Ledger::main), Unavailable);
    EXPECT_THROW(log_->sign_statement("minhbach test\n"), Unavailable);
    EXPECT_LE(key_->asked, 5) << "it is left alone for a while";
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, 1u);
    EXPECT_EQ(log_->size(Ledger::main), 22u);
    key_->gone = false;
    ASSERT_TRUE(is_stopped_soon(false)) << "nobody has to ask for it";
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 22u);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

TEST_F(SignerTest, AStoreThatEndsWithoutItHoldsEverythingAndSignsItLater) {
    key_->gone = true;
    ASSERT_TRUE(add());
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, 0u);
    ASSERT_TRUE(is_stopped_soon(true)) << "what is not signed is tried without being asked for";
    key_->gone = false;
    ASSERT_TRUE(is_stopped_soon(false));
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 1u);
}

TEST_F(SignerTest, AnotherKeyIsAMistakeOfTheCaller) {
    log_.reset();
    options_.signer = std::make_shared<SometimesThere>(merkle::Seed{9});
    EXPECT_THROW((void)try_open(), std::logic_error);
}

}  // namespace
}  // namespace minhbach::events
