// The small files beside RocksDB on a disk that fails: the vault, and what was signed.
#include <system_error>
#include <thread>

#include "events/check.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/store.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class FaultyFiles : public Files {
public:
    // The write fails, having written a half.
    std::atomic<bool> vault_fails = false;
    std::atomic<bool> replacing_fails = false;
    std::atomic<bool> signed_fails = false;
    mutable std::atomic<int> failures = 0;
    mutable std::atomic<int> replaced = 0;

    void write_at(const File& file, std::string_view bytes, std::uint64_t offset) const override {
        const bool is_slot = bytes.starts_with("mb-signed-v1");
        if (is_slot ? signed_fails : vault_fails) {
            file.write_at(bytes.substr(0, bytes.size() / 2), offset);
            fail();
        }
        file.write_at(bytes, offset);
    }
    void rename(const std::filesystem::path& path, const std::filesystem::path& other) const override {
        if (replacing_fails) fail();
        ++replaced;
        Files::rename(path, other);
    }

private:
    void fail() const {
        ++failures;
        throw std::system_error(EIO, std::generic_category(), "faulty file");
    }
};

class FaultyStoreFiles : public LogTest {
protected:
    ~FaultyStoreFiles() override { log_.reset(); }  // before the files it stands on
    void open_faulty() {
        if (!std::filesystem::exists(directory_)) create();
        auto opened = open_store_on(directory_, clock_, options_, nullptr, files_);
        ASSERT_TRUE(opened) << opened.error().detail_en;
        log_ = std::move(*opened);
    }
    std::string outcome(Append append) {
        const auto result = log_->append_and_wait(Ledger::main, std::move(append));
        return result ? "" : result.error().type;
    }
    void expect_sound() {
        for (const auto ledger : {Ledger::main, Ledger::access}) {
            for (const auto& violation : check(*log_, ledger).violations) ADD_FAILURE() << violation.what;
        }
    }
    void wait_for_generation(std::uint64_t generation) {
        while (log_->generation() < generation) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    FaultyFiles files_;
};

TEST_F(FaultyStoreFiles, AVaultThatCannotBeWrittenLetsNoEventThrough) {
    open_faulty();
    EXPECT_EQ(outcome(one("d", 0, "P1")), "");
    files_.vault_fails = true;
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    wait_for_generation(1);
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    // What followed the failed write is not known: the whole file is written anew, and that may fail as well.
    files_.replacing_fails = true;
    EXPECT_EQ(outcome(one("d", 1, "P3")), "outcome-unknown");
    wait_for_generation(2);
    EXPECT_EQ(outcome(one("d", 1, "P1")), "outcome-unknown");  // a known person's key is in that file too
    wait_for_generation(3);
    EXPECT_EQ(files_.replaced, 0);
    files_.vault_fails = files_.replacing_fails = false;
    EXPECT_EQ(outcome(one("d", 1, "P3")), "");
    EXPECT_EQ(files_.replaced, 1);
    EXPECT_EQ(outcome(one("d", 2, "P4")), "");  // appended again
    EXPECT_EQ(files_.replaced, 1);
    expect_sound();
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 3u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, ATornVaultOpensAgainWithoutTheKeysNobodyUsed) {
    open_faulty();
    EXPECT_EQ(outcome(one("d", 0, "P1")), "");
    files_.vault_fails = true;
    EXPECT_EQ(outcome(one("d", 1, "P2")), "outcome-unknown");
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    EXPECT_EQ(outcome(one("d", 1, "P2")), "");
    expect_sound();
}

TEST_F(FaultyStoreFiles, ACheckpointThatWasNotRememberedIsNotPublished) {
    options_.publish_millis_max = 300;
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    const auto before = log_->publish_checkpoint(Ledger::main);
    files_.signed_fails = true;
    EXPECT_EQ(outcome(one("d")), "");  // events do not wait for signatures
    EXPECT_THROW(log_->publish_checkpoint(Ledger::main), Unavailable);
    EXPECT_GE(files_.failures, 1);
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, before.size);
    EXPECT_EQ(SignedFile::read(directory_)->sizes[0], before.size);  // the other slot is whole
    files_.signed_fails = false;
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 2u);
    expect_sound();
}

TEST_F(FaultyStoreFiles, ClosesAlthoughWhatItSignedCannotBeRemembered) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    log_->publish_checkpoint(Ledger::main);
    files_.signed_fails = true;
    EXPECT_EQ(outcome(one("d")), "");
    log_.reset();
    open();
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    expect_sound();
}

}  // namespace
}  // namespace minhbach::events
