// The small files beside RocksDB on a disk that fails: the vault, and what was signed.
#include <sys/stat.h>

#include <thread>

#include "events/check.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class FaultyStoreFiles : public LogTest {
protected:
    ~FaultyStoreFiles() override { log_.reset(); }  // before the files it stands on
    void open_faulty() {
        if (!std::filesystem::exists(directory_)) create();
        auto opened = open_store_on(directory_, clock_, options_, nullptr, disk_.files());
        ASSERT_TRUE(opened) << opened.error().detail_en;
        log_ = std::move(*opened);
    }
    // A new generation is there a moment before appends are let in again.
    std::string outcome(Append append) {
        for (int attempt = 0;; ++attempt) {
            const auto result = log_->append_and_wait(Ledger::main, append);
            if (result) return "";
            if (result.error().type != "read-only" || attempt == 1000) return result.error().type;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    void expect_sound() {
        for (const auto ledger : {Ledger::main, Ledger::access}) {
            for (const auto& violation : check(*log_, ledger).violations) ADD_FAILURE() << violation.what;
        }
    }
    // Another number where the file was written anew, not appended to.
    ino_t vault_number() const {
        struct stat status{};
        EXPECT_EQ(::stat((directory_ / "vault").c_str(), &status), 0);
        return status.st_ino;
    }
    void wait_for_generation(std::uint64_t generation) {
        while (log_->generation() < generation) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    const Fault vault_fails_{Call::write, "vault", EIO, true};
    const Fault signed_fails_{Call::write, "signed", EIO, true};
    FaultyDisk disk_;
};

TEST_F(FaultyStoreFiles, AVaultThatCannotBeWrittenLetsNoEventThrough) {
    open_faulty();
    EXPECT_EQ(outcome(one("d", 0, "P1")), "");
    const auto number = vault_number();
    disk_.fail_with(vault_fails_);
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    wait_for_generation(1);
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    // What followed the failed write is not known: the whole file is written anew, and that may fail as well.
    EXPECT_EQ(outcome(one("d", 1, "P3")), "outcome-unknown");
    wait_for_generation(2);
    EXPECT_EQ(outcome(one("d", 1, "P1")), "outcome-unknown");  // a known person's key is in that file too
    wait_for_generation(3);
    EXPECT_EQ(vault_number(), number);
    disk_.heal();
    EXPECT_EQ(outcome(one("d", 1, "P3")), "");
    const auto anew = vault_number();
    EXPECT_NE(anew, number);
    EXPECT_EQ(outcome(one("d", 2, "P4")), "");  // appended again
    EXPECT_EQ(vault_number(), anew);
    expect_sound();
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 3u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, ATornVaultOpensAgainWithoutTheKeysNobodyUsed) {
    open_faulty();
    EXPECT_EQ(outcome(one("d", 0, "P1")), "");
    disk_.fail_with(vault_fails_);
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    EXPECT_EQ(outcome(one("d", 1, "P2")), "");
    expect_sound();
}

// The sync of a new key failed, and the process ended: the key can be read, but it is not on the disk and no later sync
// brings it there.
TEST_F(FaultyStoreFiles, AKeyThatIsOnlyInTheMachinesMemoryIsWrittenAnewBeforeItIsUsed) {
    open_faulty();
    EXPECT_EQ(outcome(one("d", 0, "P1")), "");
    disk_.fail_with({Call::sync, "vault", EIO, true});
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    log_.reset();
    disk_.restart();
    open_faulty();
    EXPECT_EQ(outcome(one("d", 1, "P2")), "");
    log_.reset();
    disk_.cut_power();
    open_faulty();
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, APieceOfAFileIsDurableWithItsKeyAndItsFolder) {
    open_faulty();
    const auto id = log_->attachments().begin(PersonCode::of("P7")).value();
    ASSERT_TRUE(log_->attachments().put(id, 0, "Biên bản"));
    disk_.stop_after(0);
    log_.reset();
    disk_.cut_power();
    open_faulty();
    EXPECT_EQ(log_->attachments().piece(id, 0).value(), "Biên bản");
}

TEST_F(FaultyStoreFiles, ACheckpointThatWasNotRememberedIsNotPublished) {
    options_.publish_millis_max = 300;
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    const auto before = log_->publish_checkpoint(Ledger::main);
    disk_.fail_with(signed_fails_);
    EXPECT_EQ(outcome(one("d")), "");  // events do not wait for signatures
    EXPECT_THROW(log_->publish_checkpoint(Ledger::main), Unavailable);
    EXPECT_GE(disk_.failures(), 1);
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, before.size);
    EXPECT_EQ(SignedFile::read(directory_)->sizes[0], before.size);  // the other slot is whole
    disk_.heal();
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 2u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, ClosesAlthoughWhatItSignedCannotBeRemembered) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    log_->publish_checkpoint(Ledger::main);
    disk_.fail_with(signed_fails_);
    EXPECT_EQ(outcome(one("d")), "");
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, ClosesAlthoughTheVaultCannotBeWritten) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    disk_.fail_with({Call::write, "vault"});
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    log_.reset();
    disk_.heal();
    open_faulty();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    expect_sound();
}

}  // namespace
}  // namespace minhbach::events
