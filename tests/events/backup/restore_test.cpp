#include "backup_fixture.hpp"
#include "events/codec/codec.hpp"

namespace minhbach::events::backup {
namespace {

TEST_F(BackupTest, GoesBackToAPointInTime) {
    open();
    std::vector<Checkpoint> after;
    for (int number = 0; number < 6; ++number) {
        act(number);
        after.push_back(checkpoint_);
    }
    const auto at = log_->read(Ledger::main, {5}).record.recorded_at;
    ASSERT_TRUE(back_up_now());
    auto wanted = options();
    wanted.until_position = 7;  // the fourth act ends at 8
    EXPECT_EQ(refusal(wanted), "behind-checkpoint");
    wanted.go_behind = true;
    auto restored = restore(wanted, base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(restored->moment.sizes[0], 6u);
    EXPECT_EQ(restored->moment.roots[0], after[2].root);
    EXPECT_EQ(restored->checkpoints[0], after[2].note);
    ASSERT_EQ(restored->behind.size(), 2u);
    EXPECT_EQ(restored->behind[0].size, 12u);
    EXPECT_EQ(restored->behind[0].known_by, "backup");
    auto log = opened(base_ / "restored");
    EXPECT_EQ(log->size(Ledger::main), 6u);
    EXPECT_EQ(log->checkpoint(Ledger::main).note, after[2].note);
    // Nothing of the access ledger is newer than the acts that are kept.
    EXPECT_EQ(log->size(Ledger::access), 2u);

    std::filesystem::remove_all(base_ / "restored");
    wanted.until_position.reset();
    wanted.until_time = at;
    restored = restore(wanted, base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(restored->moment.sizes[0], 6u);
    wanted.until_time = at.plus_millis(-1'000'000);
    EXPECT_EQ(refusal(wanted), "invalid-field");
    wanted.until_time.reset();
    wanted.until_position = 12;
    wanted.go_behind = false;
    EXPECT_EQ(refusal(wanted), "") << "everything is not behind anything";
}

TEST_F(BackupTest, DoesNotGoBehindWhatOthersKnow) {
    open();
    act(0, 2);
    const auto early = checkpoint_;
    ASSERT_TRUE(back_up_now());
    act(2);
    const auto late = checkpoint_;
    const auto note = base_ / "checkpoint";
    auto wanted = options();
    replace_file(note, early.note, 0600);
    wanted.not_behind = {note};
    EXPECT_EQ(refusal(wanted), "");
    replace_file(note, late.note, 0600);
    EXPECT_EQ(refusal(wanted), "behind-checkpoint");
    wanted.not_behind.clear();
    wanted.data = directory_;
    EXPECT_EQ(refusal(wanted), "behind-checkpoint") << "the file signed of the lost store";
    wanted.data.reset();
    wanted.known = {{Ledger::main, 6, {}, "chungkien"}};
    EXPECT_EQ(refusal(wanted), "behind-checkpoint");
    wanted.known = {{Ledger::main, 4, {}, "chungkien"}};
    EXPECT_EQ(refusal(wanted), "");
    wanted.known = {{Ledger::main, 4, late.root, "chungkien"}};
    EXPECT_EQ(refusal(wanted), "backup-foreign") << "another root at a size it holds";
    wanted.go_behind = true;
    EXPECT_EQ(refusal(wanted), "backup-foreign") << "no option allows another history";
    replace_file(note, "no checkpoint\n", 0600);
    wanted.known.clear();
    wanted.not_behind = {note};
    EXPECT_EQ(refusal(wanted), "backup-foreign");
}

TEST_F(BackupTest, EveryDamageIsRefused) {
    open();
    act(0, 8);
    ASSERT_TRUE(back_up_now());
    ASSERT_EQ(refusal(options()), "");
    const auto pristine = base_ / "pristine";
    std::filesystem::copy(to(), pristine, std::filesystem::copy_options::recursive);
    const auto anew = [&] {
        std::filesystem::remove_all(to());
        std::filesystem::copy(pristine, to(), std::filesystem::copy_options::recursive);
    };
    for (const auto& path : segments()) {
        const auto bytes = std::filesystem::file_size(path);
        for (const auto at : {std::uint64_t{0}, bytes / 3, bytes - 1}) {
            anew();
            flip(path, at);
            EXPECT_EQ(refusal(options()), "backup-damaged") << path << " " << at;
        }
        anew();
        std::filesystem::resize_file(path, bytes - 1);
        EXPECT_EQ(refusal(options()), "backup-damaged") << path;
        std::filesystem::remove(path);
        EXPECT_EQ(refusal(options()), "backup-damaged") << path;
    }
    anew();
    const auto all = segments();
    std::filesystem::rename(all[0], to() / "aside");
    std::filesystem::rename(all[1], all[0]);
    std::filesystem::rename(to() / "aside", all[1]);
    EXPECT_EQ(refusal(options()), "backup-damaged") << "two segments in each other's place";
    anew();
    const auto manifest = to() / "manifests" / "000001";
    for (std::uint64_t at = 0; at < std::filesystem::file_size(manifest); at += 37) {
        flip(manifest, at);
        EXPECT_NE(refusal(options()), "") << at;
        flip(manifest, at);
    }
    EXPECT_EQ(refusal(options()), "");
    std::filesystem::rename(manifest, to() / "manifests" / "000002");
    EXPECT_EQ(refusal(options()), "backup-damaged") << "a manifest under another number";
}

TEST_F(BackupTest, NeedsTheKeysOfThisLog) {
    open();
    act(0, 3);
    ASSERT_TRUE(back_up_now());
    const auto vault = *read_file(keys() / "vault");
    const auto contents = read_vault_entries(vault).value();
    const auto write = [&](auto change) {
        std::string bytes(vault_header());
        for (auto entry : contents.entries) {
            if (change(entry)) bytes += encode_vault_entry(entry.kind, entry.subject, entry.key);
        }
        replace_file(keys() / "vault", bytes, 0600);
    };
    write([](auto& entry) { return entry.subject != "P000001"; });
    EXPECT_EQ(refusal(options()), "directory-damaged") << "a key that is missing";
    write([](auto& entry) {
        if (entry.subject == "P000001") entry.key[0] ^= 1;
        return true;
    });
    EXPECT_EQ(refusal(options()), "backup-foreign") << "a key that opens nothing";
    replace_file(keys() / "vault", vault.substr(0, vault.size() - 1), 0600);
    EXPECT_EQ(refusal(options()), "directory-damaged");
    replace_file(keys() / "vault", vault, 0644);
    EXPECT_EQ(refusal(options()), "directory-exposed");
    std::filesystem::remove(keys() / "vault");
    EXPECT_EQ(refusal(options()), "directory-missing");
    replace_file(keys() / "vault", vault, 0600);
    EXPECT_EQ(refusal(options()), "");
    // Whose key was destroyed is not missing.
    write([](auto& entry) {
        if (entry.subject == "P000001") entry = {VaultEntry::erased, entry.subject, {}};
        return true;
    });
    EXPECT_EQ(refusal(options()), "");

    const auto other = base_ / "other";
    ASSERT_TRUE(create_store(other, kOrigin));
    replace_file(keys() / "vault", vault, 0600);
    replace_file(keys() / "signing-key", *read_file(other / "signing-key"), 0600);
    EXPECT_EQ(refusal(options()), "backup-damaged") << "signed by another key";
}

TEST_F(BackupTest, AnErasureIsDoneAgainWhateverThePoint) {
    open();
    act(0, 3);
    ASSERT_TRUE(back_up_now());
    const auto before = *read_file(keys() / "vault");  // still holds the key
    auto approved = encode(Event(ErasureApproved{ErasureId::of("X1"), PersonCode::of("P000001")}));
    approved.id = test_ids().next(Time::from_millis(1'700'000'000'000));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of({{Stream::of("erasure", "X1"), 0, {approved}}})));
    log_->publish_checkpoint(Ledger::main);
    ASSERT_TRUE(back_up_now());
    replace_file(keys() / "vault", before, 0600);
    for (const bool whole : {true, false}) {
        auto wanted = options();
        if (!whole) wanted.until_position = 6;
        wanted.go_behind = true;
        const auto restored = restore(wanted, base_ / "restored");
        ASSERT_TRUE(restored) << restored.error().detail_en;
        EXPECT_EQ(restored->erased, std::vector<std::string>{"P000001"});
        const auto log = opened(base_ / "restored");
        EXPECT_EQ(log->size(Ledger::main), whole ? 7u : 6u);
        EXPECT_TRUE(log->read(Ledger::main, {2}).lost.at(0));
        EXPECT_FALSE(log->read(Ledger::main, {0}).lost.at(0));
        const auto contents = read_vault_entries(before).value();
        for (const auto& entry : contents.entries) {
            if (entry.subject != "P000001") continue;
            const std::string key(reinterpret_cast<const char*>(entry.key.data()), entry.key.size());
            EXPECT_EQ(read_file(base_ / "restored" / "vault")->find(key), std::string::npos);
        }
        std::filesystem::remove_all(base_ / "restored");
    }
}

// The backup ends before the erasure was asked for: only the lost store's own vault tells of it.
TEST_F(BackupTest, WhomTheLostStoreHadErasedDoesNotComeBackWithAnOlderBackup) {
    open();
    act(0, 3);
    ASSERT_TRUE(back_up_now());
    auto approved = encode(Event(ErasureApproved{ErasureId::of("X1"), PersonCode::of("P000001")}));
    approved.id = test_ids().next(Time::from_millis(1'700'000'000'000));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of({{Stream::of("erasure", "X1"), 0, {approved}}})));
    log_->publish_checkpoint(Ledger::main);
    log_->erase(PersonCode::of("P000001"));
    log_.reset();
    auto wanted = options();
    wanted.data = directory_;
    wanted.go_behind = true;
    const auto whole = *read_file(directory_ / "vault");
    for (const bool damaged : {false, true}) {
        // The head of the vault is damaged, with the log's own key.
        if (damaged) replace_file(directory_ / "vault", std::string(20, 'x') + whole.substr(20), kOwnerOnly);
        const auto restored = restore(wanted, base_ / "restored");
        ASSERT_TRUE(restored) << restored.error().detail_en;
        EXPECT_FALSE(restored->behind.empty());
        EXPECT_EQ(restored->erased, std::vector<std::string>{"P000001"});
        EXPECT_TRUE(restored->unread.empty());
        const auto log = opened(base_ / "restored");
        EXPECT_EQ(log->size(Ledger::main), 6u);
        EXPECT_TRUE(log->read(Ledger::main, {2}).lost.at(0));
        EXPECT_FALSE(log->read(Ledger::main, {0}).lost.at(0));
        std::filesystem::remove_all(base_ / "restored");
    }
    // What cannot be read at all is named, and holds nothing up; what an interrupted overwriting left is no obstacle.
    std::filesystem::remove(directory_ / "vault");
    std::filesystem::create_directory(directory_ / "vault");
    replace_file(directory_ / "vault.new", std::string(1u << 20, '\0'), kOwnerOnly);
    const auto restored = restore(wanted, base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(restored->unread, std::vector<std::string>{(directory_ / "vault").string()});
}

}  // namespace
}  // namespace minhbach::events::backup
