// Backups of a log that went over to another signing key: one history, signed by several keys.
#include "backup_fixture.hpp"
#include "events/backup/secrets.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/merkle/receipt.hpp"
#include "events/rocksdb/store.hpp"
#include "events/signing_keys.hpp"

namespace minhbach::events::backup {
namespace {

class BackupOfRotatedLog : public BackupTest {
protected:
    void rotate() {
        log_.reset();
        ASSERT_TRUE(rotate_signing_key(directory_));
    }
    merkle::NoteVerifier key() const { return merkle::NoteVerifier::parse(read_vkey(directory_).value()).value(); }
    std::string chain() const { return *read_file(directory_ / "keys"); }
    Restored restored() {
        std::filesystem::remove_all(base_ / "restored");
        auto restored = restore(options(), base_ / "restored");
        if (!restored) throw std::runtime_error(restored.error().detail_en);
        return *std::move(restored);
    }
    std::string refusal_text() {
        const auto refused = restore(options(), base_ / "refused");
        std::filesystem::remove_all(base_ / "refused");
        return refused ? "" : refused.error().detail_en;
    }
};

TEST_F(BackupOfRotatedLog, GoesOnAndComesBackWithEverythingThatWasSigned) {
    open();
    act(0, 10);
    const auto before = checkpoint_;
    const merkle::Receipt receipt{"", 3, log_->inclusion_proof(Ledger::main, {3}, before.size).value(), before.note};
    ASSERT_TRUE(back_up_now());
    const auto old_key = key();
    const auto first = segments();
    std::vector<std::filesystem::file_time_type> written;
    for (const auto& path : first) written.push_back(std::filesystem::last_write_time(path));

    rotate();
    const auto nothing = back_up_now();
    ASSERT_TRUE(nothing) << nothing.error().detail_en;
    EXPECT_EQ(nothing->run, 2u);
    EXPECT_EQ(nothing->files, 0u) << "what is there was not signed with the new key";
    EXPECT_EQ(restored().checkpoints[0], before.note);
    open();
    act(10, 12);
    rotate();
    open();
    act(12);
    const auto third = back_up_now();
    ASSERT_TRUE(third) << third.error().detail_en;
    EXPECT_EQ(third->added, (std::array<std::uint64_t, 2>{6, 3}));
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(std::filesystem::last_write_time(first[i]), written[i]);

    EXPECT_EQ(restored().moment, third->moment);
    auto log = opened(base_ / "restored");
    for (const auto ledger : {Ledger::main, Ledger::access}) {
        EXPECT_EQ(everything(*log, ledger), everything(*log_, ledger));
        std::set<std::uint32_t> signers;
        log->visit_checkpoints(ledger, [&](const Checkpoint& checkpoint) {
            for (const auto& one : keys_of(*log, ledger)) {
                if (merkle::open_checkpoint(checkpoint.note, one)) signers.insert(one.key_id());
            }
            return true;
        });
        EXPECT_EQ(signers.size(), 3u);
    }
    EXPECT_EQ(log->vkey(), log_->vkey());
    EXPECT_EQ(log->key_chain(), log_->key_chain());
    const auto leaf = merkle::leaf_hash(log->record_bytes(Ledger::main, {3}));
    EXPECT_TRUE(merkle::check_receipt(receipt, leaf, old_key));
    EXPECT_EQ(keys_of(*log, Ledger::main).front().vkey(), old_key.vkey());

    log.reset();
    log_.reset();
    directory_ = base_ / "restored";
    open();
    act(13);
    rotate();
    open();
    act(14);
    ASSERT_TRUE(back_up_now()) << "a restored log goes on in the same backup";
    log_.reset();
    EXPECT_EQ(opened(directory_)->size(Ledger::main), 30u);
}

TEST_F(BackupOfRotatedLog, DoesNotGoBehindWhatAnyOfItsKeysSigned) {
    open();
    act(0, 2);
    const auto early = checkpoint_;
    replace_file(directory_ / "witnessed-main", early.note, 0600);
    rotate();
    open();
    act(2);
    ASSERT_TRUE(back_up_now());
    act(3);
    const auto note = base_ / "checkpoint";
    auto wanted = options();
    wanted.not_behind = {note};
    replace_file(note, early.note, 0600);
    EXPECT_EQ(refusal(wanted), "") << "signed by the key before";
    replace_file(note, checkpoint_.note, 0600);
    EXPECT_EQ(refusal(wanted), "behind-checkpoint");
    wanted.go_behind = true;
    wanted.until_position = 4;
    const auto put_back = restore(wanted, base_ / "restored");
    ASSERT_TRUE(put_back) << put_back.error().detail_en;
    EXPECT_EQ(put_back->checkpoints[0], early.note);
    const auto log = opened(base_ / "restored");
    EXPECT_EQ(log->checkpoint(Ledger::main).note, early.note);
    EXPECT_EQ(log->vkey(), log_->vkey());
}

TEST_F(BackupOfRotatedLog, BelievesAChainOnlyBecauseItLeadsToTheSigningKey) {
    open();
    act(0);
    rotate();
    open();
    act(1);
    const auto second = key();
    ASSERT_TRUE(back_up_now());
    const auto file = keys() / "keys";
    const auto sound = *read_file(file);
    EXPECT_EQ(sound, chain());
    for (std::size_t at = 0; at < sound.size(); at += 5) {
        auto changed = sound;
        changed[at] ^= 1;
        replace_file(file, changed, 0600);
        EXPECT_EQ(refusal(options()), "directory-damaged") << at;
    }
    // A sound chain of the same name that another key ends, or that goes around the signing key.
    const auto signer = [&](std::uint8_t number) {
        merkle::Seed seed{};
        seed.fill(number);
        return merkle::NoteSigner(kOrigin, seed);
    };
    replace_file(file, merkle::rotation_note(signer(1), signer(2)), 0600);
    EXPECT_EQ(refusal(options()), "directory-damaged");
    replace_file(file, sound + merkle::rotation_note(signer(1), signer(2)), 0600);
    EXPECT_EQ(refusal(options()), "directory-damaged");
    std::filesystem::remove(file);
    EXPECT_EQ(refusal(options()), "backup-damaged") << "nobody says that the first key was this log's";
    EXPECT_NE(refusal_text().find("keys must lie beside signing-key"), std::string::npos) << refusal_text();

    // One that goes on behind the signing key is cut down to what leads there.
    rotate();
    replace_file(file, chain(), 0600);
    EXPECT_GT(chain().size(), sound.size());
    restored();
    EXPECT_EQ(*read_file(base_ / "restored" / "keys"), sound);
    EXPECT_EQ(opened(base_ / "restored")->vkey(), second.vkey());
}

TEST_F(BackupOfRotatedLog, AsksForTheNewerCopyOfTheKeys) {
    open();
    act(0);
    ASSERT_TRUE(back_up_now());
    const auto old_key = *read_file(keys() / "signing-key");
    rotate();
    open();
    act(1);
    ASSERT_TRUE(back_up_now());
    ASSERT_EQ(refusal(options()), "");
    replace_file(keys() / "signing-key", old_key, 0600);
    for (const bool with_chain : {true, false}) {
        if (!with_chain) std::filesystem::remove(keys() / "keys");
        EXPECT_EQ(refusal(options()), "backup-damaged");
        EXPECT_NE(refusal_text().find("use the newer copy of the keys"), std::string::npos) << refusal_text();
    }
    // The next run makes the copy good.
    ASSERT_TRUE(back_up_now());
    EXPECT_EQ(refusal(options()), "");
}

TEST_F(BackupOfRotatedLog, ComesBackWhereARunEndedBehindTheCopyOfTheKeys) {
    open();
    act(0, 2);
    ASSERT_TRUE(back_up_now());
    const auto old_key = *read_file(keys() / "signing-key");
    rotate();
    ASSERT_TRUE(copy_secrets(directory_, keys(), 1));
    EXPECT_EQ(restored().checkpoints[0], checkpoint_.note);
    EXPECT_EQ(opened(base_ / "restored")->vkey(), key().vkey());
    // Or between the chain and the signing key.
    replace_file(keys() / "signing-key", old_key, 0600);
    EXPECT_EQ(restored().checkpoints[0], checkpoint_.note);
    EXPECT_FALSE(std::filesystem::exists(base_ / "restored" / "keys"));
    EXPECT_EQ(opened(base_ / "restored")->vkey(), merkle::keys_of_chain(chain()).value().front().vkey());
}

TEST_F(BackupOfRotatedLog, IsTakenWhereverAChangeOfTheKeyStopped) {
    open();
    act(0, 2);
    rotate();
    open();
    act(2);
    ASSERT_TRUE(back_up_now());
    log_.reset();
    struct Interrupted {};
    const auto stop_behind = [&](int last) {
        EXPECT_THROW((void)rotate_signing_key(directory_, std::nullopt,
                                              [&](int step) {
                                                  if (step == last) throw Interrupted();
                                              }),
                     Interrupted);
    };
    for (int last = 1; last <= 4; ++last) {
        SCOPED_TRACE("behind step " + std::to_string(last));
        const auto old_key = key().vkey();
        stop_behind(last);
        const auto taken = back_up_now();
        ASSERT_TRUE(taken) << taken.error().detail_en;
        // Nothing was signed with the next key before the last step: the copy is of the log as it was.
        EXPECT_EQ(restored().checkpoints[0], checkpoint_.note);
        EXPECT_EQ(opened(base_ / "restored")->vkey(), last < 4 ? old_key : key().vkey());
        // The store itself goes on with the change, and so does its backup.
        open();
        act(10 + last);
        log_.reset();
        const auto after = back_up_now();
        ASSERT_TRUE(after) << after.error().detail_en;
        EXPECT_EQ(restored().checkpoints[0], checkpoint_.note);
        EXPECT_EQ(opened(base_ / "restored")->vkey(), key().vkey());
        EXPECT_EQ(key().vkey() == old_key, last == 1) << "the first step alone does not make it another key";
    }
}

TEST_F(BackupOfRotatedLog, TheCopyKeepsTheChainThatAStoreLost) {
    open();
    act(0);
    rotate();
    open();
    act(1);
    ASSERT_TRUE(back_up_now());
    const auto sound = chain();
    log_.reset();
    std::filesystem::remove(directory_ / "keys");
    ASSERT_TRUE(copy_secrets(directory_, keys(), 1));
    EXPECT_EQ(*read_file(keys() / "keys"), sound);
    EXPECT_EQ(refusal(options()), "");
    const auto other = base_ / "other";
    ASSERT_TRUE(create_store(other, kOrigin));
    ASSERT_TRUE(copy_secrets(other, keys(), 1));
    EXPECT_FALSE(std::filesystem::exists(keys() / "keys")) << "of another log";
}

}  // namespace
}  // namespace minhbach::events::backup
