// Another signing key, also where the process ends in the middle.
#include <fstream>

#include "events/check.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/rocksdb/store.hpp"
#include "events/signing_keys.hpp"
#include "events/tree_check.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

struct Interrupted {};

class KeyRotation : public LogTest {
protected:
    KeyRotation() {
        open();
        add();
        before_ = log_->publish_checkpoint(Ledger::main);
        old_key_ = log_->vkey();
        log_.reset();
    }
    void add() { ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("c"))); }
    bool signed_by(const Checkpoint& checkpoint, const std::string& vkey) {
        return merkle::open_checkpoint(checkpoint.note, merkle::NoteVerifier::parse(vkey).value()).has_value();
    }
    // Everything holds, old and new, and the next checkpoint is of the present key alone.
    void expect_sound(std::size_t keys) {
        add();
        const auto now = log_->publish_checkpoint(Ledger::main);
        EXPECT_TRUE(signed_by(now, log_->vkey()));
        EXPECT_EQ(signed_by(now, old_key_), keys == 1);
        EXPECT_TRUE(signed_by(before_, old_key_)) << "what was signed stays signed";
        EXPECT_EQ(keys_of(*log_, Ledger::main).size(), keys);
        const auto led = merkle::keys_after(merkle::NoteVerifier::parse(old_key_).value(), log_->key_chain()).value();
        EXPECT_EQ(led.back().vkey(), log_->vkey());
        for (const auto ledger : {Ledger::main, Ledger::access}) {
            EXPECT_TRUE(check(*log_, ledger).violations.empty());
            EXPECT_TRUE(check_tree(*log_, ledger, 1).violations.empty());
        }
        EXPECT_FALSE(std::filesystem::exists(directory_ / "signing-key.next"));
    }

    Checkpoint before_;
    std::string old_key_;
};

TEST_F(KeyRotation, SignsWithTheNewKeyAndTheOldSignaturesStayGood) {
    ASSERT_TRUE(rotate_signing_key(directory_));
    EXPECT_NE(read_vkey(directory_).value(), old_key_);
    open();
    expect_sound(2);
    log_.reset();
    ASSERT_TRUE(rotate_signing_key(directory_));
    open();
    expect_sound(3);
}

TEST_F(KeyRotation, IsFinishedOrNeverBeganWhereverItEnds) {
    for (int last = 1; last <= 4; ++last) {
        const auto keys = keys_of(open(), Ledger::main).size();
        log_.reset();
        EXPECT_THROW((void)rotate_signing_key(directory_, std::nullopt,
                                              [&](int step) {
                                                  if (step == last) throw Interrupted();
                                              }),
                     Interrupted);
        ASSERT_TRUE(open_store_read_only(directory_)) << "step " << last;
        open();
        expect_sound(last == 1 ? keys : keys + 1);
        log_.reset();
    }
    // After each of them the next one goes through.
    ASSERT_TRUE(rotate_signing_key(directory_));
    open();
    expect_sound(5);
}

TEST_F(KeyRotation, IsRefusedWhileAnotherProcessHoldsTheStore) {
    open();
    EXPECT_EQ(rotate_signing_key(directory_).error().type, "directory-held");
    EXPECT_EQ(log_->vkey(), old_key_);
}

TEST_F(KeyRotation, AChainThatIsNotThatOfTheLogIsDamage) {
    ASSERT_TRUE(rotate_signing_key(directory_));
    const auto chain = *read_file(directory_ / "keys");
    for (const auto& wrong : {chain + chain, chain.substr(1), chain.substr(0, chain.size() - 1)}) {
        replace_file(directory_ / "keys", wrong, 0600);
        EXPECT_EQ(try_open().error().type, "directory-damaged");
    }
    std::filesystem::remove(directory_ / "keys");
    open();  // the chain is lost, not the log; but what the first key signed is no longer shown to be of the log
    EXPECT_FALSE(check(*log_, Ledger::main).violations.empty());
}

}  // namespace
}  // namespace minhbach::events
