#include <fcntl.h>

#include <future>
#include <thread>

#include "backup_fixture.hpp"

namespace minhbach::events::backup {
namespace {

TEST_F(BackupTest, ComesBackAsItWas) {
    open();
    act(0, 20);
    const auto report = back_up_now();
    ASSERT_TRUE(report) << report.error().detail_en;
    EXPECT_EQ(report->run, 1u);
    EXPECT_EQ(report->moment.sizes, (std::array<std::uint64_t, 2>{40, 20}));
    EXPECT_EQ(report->moment.roots[0], checkpoint_.root);
    EXPECT_GT(segments().size(), 4u);
    const auto main = everything(*log_, Ledger::main);
    const auto access = everything(*log_, Ledger::access);

    const auto restored = restore(options(), base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(restored->moment, report->moment);
    EXPECT_EQ(restored->checkpoints[0], checkpoint_.note);
    EXPECT_TRUE(restored->behind.empty());
    const auto log = opened(base_ / "restored");
    EXPECT_EQ(everything(*log, Ledger::main), main);
    EXPECT_EQ(everything(*log, Ledger::access), access);
    EXPECT_EQ(log->checkpoint(Ledger::main).note, checkpoint_.note);
    std::vector<std::uint64_t> published;
    log->visit_checkpoints(Ledger::main, [&](const Checkpoint& checkpoint) {
        published.push_back(checkpoint.size);
        return true;
    });
    std::vector<std::uint64_t> before;
    log_->visit_checkpoints(Ledger::main, [&](const Checkpoint& checkpoint) {
        before.push_back(checkpoint.size);
        return true;
    });
    EXPECT_EQ(published, before);
    const auto key = append_of({}).actor.str() + std::string(1, '\0') + "d3";
    const auto replay = log->replay(Ledger::main, sha256(key));
    ASSERT_TRUE(replay);
    EXPECT_EQ(replay->first.value, 6u);
    EXPECT_EQ(replay->count, 2u);
}

TEST_F(BackupTest, GoesOnWhereTheRestoredLogEnds) {
    open();
    act(0, 3);
    ASSERT_TRUE(back_up_now());
    log_.reset();
    ASSERT_TRUE(restore(options(), base_ / "restored"));
    directory_ = base_ / "restored";
    open();
    act(3, 6);
    log_.reset();
    EXPECT_EQ(opened(directory_)->size(Ledger::main), 12u);
}

TEST_F(BackupTest, AddsOnlyWhatIsNew) {
    open();
    act(0, 10);
    ASSERT_TRUE(back_up_now());
    const auto first = segments();
    std::vector<std::filesystem::file_time_type> written;
    for (const auto& path : first) written.push_back(std::filesystem::last_write_time(path));

    const auto nothing = back_up_now();
    ASSERT_TRUE(nothing) << nothing.error().detail_en;
    EXPECT_EQ(nothing->files, 0u);
    EXPECT_EQ(nothing->run, 2u);
    EXPECT_EQ(segments(), first);

    act(10, 12);
    const auto second = back_up_now();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->added, (std::array<std::uint64_t, 2>{4, 2}));
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(std::filesystem::last_write_time(first[i]), written[i]);
    ASSERT_TRUE(restore(options(), base_ / "restored"));
    EXPECT_EQ(everything(*opened(base_ / "restored"), Ledger::main), everything(*log_, Ledger::main));
}

TEST_F(BackupTest, OfAnEmptyStoreComesBack) {
    open();
    ASSERT_TRUE(back_up_now());
    const auto restored = restore(options(), base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(opened(base_ / "restored")->size(Ledger::main), 0u);
}

TEST_F(BackupTest, IsConsistentWhileOthersWrite) {
    open();
    act(0, 2);
    std::atomic<bool> stop{false};
    auto writer = std::async(std::launch::async, [&] {
        for (int i = 0; !stop; ++i) {
            log_->append_and_wait(Ledger::main, one("w" + std::to_string(i))).value();
            log_->append_and_wait(Ledger::access, one("w" + std::to_string(i))).value();
        }
    });
    for (int run = 0; run < 5; ++run) {
        const auto report = back_up_now();
        ASSERT_TRUE(report) << report.error().detail_en;
        const auto restored = restore(options(), base_ / "restored");
        ASSERT_TRUE(restored) << restored.error().detail_en;
        EXPECT_EQ(restored->moment, report->moment);
        std::filesystem::remove_all(base_ / "restored");
    }
    stop = true;
    writer.get();
}

TEST_F(BackupTest, HoldsNoKeysAndNothingThatWasSealed) {
    open();
    act(0, 10);
    ASSERT_TRUE(back_up_now());
    const auto vault = *read_file(directory_ / "vault");
    std::vector<std::string> secrets{"kín"};
    const auto contents = read_vault_entries(vault).value();
    for (const auto& entry : contents.entries)
        secrets.emplace_back(reinterpret_cast<const char*>(entry.key.data()), entry.key.size());
    const auto signing_key = *read_file(directory_ / "signing-key");
    secrets.push_back(signing_key.substr(signing_key.find(' ') + 1, 43));
    EXPECT_EQ(secrets.size(), 9u);
    std::size_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(to())) {
        if (!entry.is_regular_file()) continue;
        const auto text = *read_file(entry.path());
        bytes += text.size();
        for (const auto& secret : secrets) EXPECT_EQ(text.find(secret), std::string::npos) << entry.path();
    }
    EXPECT_GT(bytes, 10'000u);
    // The search finds what is there.
    EXPECT_NE(read_file(keys() / "vault")->find(secrets[1]), std::string::npos);
}

TEST_F(BackupTest, KeysLieApartAndOnlyOnce) {
    open();
    act(0);
    EXPECT_EQ(back_up({directory_, to(), to() / "keys", 2'000}, clock_).error().type, "invalid-field");
    EXPECT_EQ(back_up({directory_, directory_ / "backup", keys(), 2'000}, clock_).error().type, "invalid-field");
    ASSERT_TRUE(back_up_now());
    EXPECT_FALSE(is_exposed(keys()));
    EXPECT_FALSE(is_exposed(keys() / "vault"));
    // The bytes of the copy before are gone from the disk: whoever still has them open reads zeros.
    const File before(keys() / "vault", O_RDONLY);
    const auto old = before.read_all();
    act(1);
    ASSERT_TRUE(back_up_now());
    EXPECT_EQ(before.read_all(), std::string(old.size(), '\0'));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(keys()), {}), 2);
    EXPECT_EQ(*read_file(keys() / "vault"), *read_file(directory_ / "vault"));
}

TEST_F(BackupTest, AVaultThatLacksKeysDoesNotReplaceTheCopyBefore) {
    open();
    act(0, 4);
    log_.reset();
    ASSERT_TRUE(back_up_now());
    const auto copy = *read_file(keys() / "vault");
    // As a reader finds it who opened the file that an erasure then overwrote.
    auto torn = *read_file(directory_ / "vault");
    std::fill(torn.begin() + static_cast<std::ptrdiff_t>(torn.size() / 2), torn.end(), '\0');
    replace_file(directory_ / "vault", torn, kOwnerOnly);
    const auto refused = back_up_now();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "directory-damaged");
    EXPECT_EQ(*read_file(keys() / "vault"), copy);
    EXPECT_FALSE(std::filesystem::exists(keys() / "vault.old"));
}

TEST_F(BackupTest, AnInterruptedCopyOfKeysIsMadeGoodByTheNextRun) {
    open();
    act(0);
    ASSERT_TRUE(back_up_now());
    std::filesystem::create_hard_link(keys() / "vault", keys() / "vault.old");
    std::ofstream(keys() / "vault.new") << "half";
    ASSERT_TRUE(back_up_now());
    EXPECT_EQ(*read_file(keys() / "vault"), *read_file(directory_ / "vault"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(keys()), {}), 2);
}

TEST_F(BackupTest, AnInterruptedRunLeavesTheOneBefore) {
    open();
    act(0, 3);
    const auto first = back_up_now();
    ASSERT_TRUE(first);
    std::ofstream(to() / "segments" / "main-000000000006-000000000009.mbseg") << "half a segment";
    std::ofstream(to() / "manifests" / "000002.new") << "half a manifest";
    const auto restored = restore(options(), base_ / "restored");
    ASSERT_TRUE(restored) << restored.error().detail_en;
    EXPECT_EQ(restored->moment, first->moment);
    act(3);
    const auto second = back_up_now();
    ASSERT_TRUE(second) << second.error().detail_en;
    EXPECT_EQ(second->run, 2u);
    EXPECT_FALSE(std::filesystem::exists(to() / "segments" / "main-000000000006-000000000009.mbseg"));
    EXPECT_FALSE(std::filesystem::exists(to() / "manifests" / "000002.new"));
}

TEST_F(BackupTest, RefusesTheFolderOfSomethingElse) {
    open();
    act(0);
    std::filesystem::create_directories(to());
    std::ofstream(to() / "letter.txt") << "hello";
    EXPECT_EQ(back_up_now().error().type, "backup-foreign");
    std::filesystem::remove(to() / "letter.txt");
    ASSERT_TRUE(back_up_now());
    // Another log, and the same log with another history.
    log_.reset();
    const auto mine = directory_;
    directory_ = base_ / "other";
    open();
    act(0, 2);
    EXPECT_EQ(back_up_now().error().type, "backup-damaged");
    log_.reset();
    std::filesystem::copy(mine, base_ / "fork", std::filesystem::copy_options::recursive);
    directory_ = mine;
    open();
    act(1);
    ASSERT_TRUE(back_up_now());
    log_.reset();
    directory_ = base_ / "fork";
    open();
    EXPECT_EQ(back_up_now().error().type, "backup-foreign") << "shorter than the backup";
    act(3, 5);
    EXPECT_EQ(back_up_now().error().type, "backup-foreign") << "longer, and another";
}

TEST_F(BackupTest, DamageInTheStoreIsNotCarriedOver) {
    open();
    act(0, 3);
    ASSERT_TRUE(back_up_now());
    act(3, 6);
    log_.reset();
    std::uint64_t damaged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory_ / "log")) {
        const auto ending = entry.path().extension();
        if ((ending != ".log" && ending != ".sst") || entry.file_size() == 0) continue;
        flip(entry.path(), entry.file_size() / 3);
        ++damaged;
    }
    ASSERT_GT(damaged, 0u);
    const auto refused = back_up_now();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "directory-damaged");
    EXPECT_EQ(restore(options(), base_ / "restored").value().moment.sizes[0], 6u);
}

TEST_F(BackupTest, HoldsFinishedAttachmentsAndTheCosigned) {
    open();
    act(0);
    auto& files = log_->attachments();
    const auto whole = files.begin(PersonCode::of("P000001")).value();
    ASSERT_TRUE(files.put(whole, 0, "nội dung kín"));
    ASSERT_TRUE(files.finish(whole));
    const auto half = files.begin(std::nullopt).value();
    ASSERT_TRUE(files.put(half, 0, "dở dang"));
    replace_file(directory_ / "witnessed-main", checkpoint_.note, 0600);
    ASSERT_TRUE(back_up_now());
    EXPECT_EQ(back_up_now().value().files, 0u);
    ASSERT_TRUE(restore(options(), base_ / "restored"));
    EXPECT_EQ(*read_file(base_ / "restored" / "witnessed-main"), checkpoint_.note);
    EXPECT_FALSE(std::filesystem::exists(base_ / "restored" / "attachments" / half.str()));
    log_.reset();
    directory_ = base_ / "restored";
    open();
    EXPECT_EQ(log_->attachments().piece(whole, 0).value(), "nội dung kín");
}

}  // namespace
}  // namespace minhbach::events::backup
