// Stores that earlier programs wrote (tests/golden/stores/README.md): today's program reads them, verifies them, and
// goes on writing to them.
#include <cstdlib>

#include "events/check.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

struct Golden {
    const char* name;
    std::uint64_t main, access;
    const char* main_root;
    const char* access_root;
};

void PrintTo(const Golden& golden, std::ostream* out) {
    *out << golden.name;
}

class GoldenStore : public LogTest, public ::testing::WithParamInterface<Golden> {
protected:
    void SetUp() override {
        std::filesystem::create_directories(directory_);
        const auto unpack = std::string("tar -xzf " SOURCE_DIR "/tests/golden/stores/") + GetParam().name +
                            ".tar.gz -C " + directory_.string();
        ASSERT_EQ(std::system(unpack.c_str()), 0);
        std::filesystem::permissions(directory_, std::filesystem::perms::owner_all);
    }
    static void expect_as_written(const Log& log) {
        const auto& golden = GetParam();
        const auto main = check(log, Ledger::main);
        const auto access = check(log, Ledger::access);
        for (const auto& report : {main, access}) {
            for (const auto& violation : report.violations)
                ADD_FAILURE() << violation.invariant << " " << violation.what;
        }
        EXPECT_EQ(main.size, golden.main);
        EXPECT_EQ(access.size, golden.access);
        EXPECT_EQ(hex(main.root), golden.main_root);
        EXPECT_EQ(hex(access.root), golden.access_root);
        EXPECT_EQ(log.origin(Ledger::main), "minhbach.example/golden");
        // One from a table, and the last one from the write-ahead log.
        EXPECT_EQ(log.read(Ledger::main, {0}).parts.at(0).json, R"({"text":"Ý kiến 1.0"})");
        const auto last = log.read(Ledger::main, {golden.main - 1});
        EXPECT_EQ(last.parts.at(0).json, R"({"text":"Ý kiến 19.2"})");
        EXPECT_EQ(last.parts.at(1).json, R"({"common":true})");
        EXPECT_TRUE(log.hash_tile(Ledger::main, 0, 0, 256));
    }
};

TEST_P(GoldenStore, IsReadAsItWasWritten) {
    const auto log = open_store_read_only(directory_);
    ASSERT_TRUE(log) << log.error().detail_en;
    expect_as_written(**log);
}

TEST_P(GoldenStore, IsWrittenOn) {
    open();
    expect_as_written(*log_);
    const auto before = log_->checkpoint(Ledger::main);
    EXPECT_EQ(before.size, GetParam().main);
    AttachmentId attachment;
    for (const auto& entry : std::filesystem::directory_iterator(directory_ / "attachments"))
        attachment = AttachmentId::of(entry.path().filename().string());
    EXPECT_EQ(log_->attachments().piece(attachment, 0).value(), "aaaaa");
    // Its fingerprints are not keyed: a request that comes again is known by them all the same.
    const auto key = *decode_record(log_->record_bytes(Ledger::main, {0})).value().key_hash;
    EXPECT_TRUE(log_->replay(Ledger::main, key)->is_of(sha256("body")));
    EXPECT_FALSE(log_->replay(Ledger::main, key)->is_of(sha256("another")));
    auto again = keyed(one("0"), "", "body");
    again.key_hash = key;
    EXPECT_EQ(log_->append_and_wait(Ledger::main, again).error().type, "in-flight");
    again.fingerprint = sha256("another");
    EXPECT_EQ(log_->append_and_wait(Ledger::main, again).error().type, "key-conflict");
    for (const auto ledger : {Ledger::main, Ledger::access}) {
        ASSERT_TRUE(log_->append_and_wait(ledger, keyed(one("0"), "key", "body")));
        ASSERT_TRUE(log_->append_and_wait(ledger, one("new", 0, "P-new")));
    }
    reopen();
    EXPECT_TRUE(check(*log_, Ledger::main, {{}, {}, {before.note}}).violations.empty());
    EXPECT_TRUE(check(*log_, Ledger::access).violations.empty());
    EXPECT_EQ(log_->size(Ledger::main), GetParam().main + 2);
    EXPECT_EQ(log_->size(Ledger::access), GetParam().access + 2);
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, GoldenStore,
                         ::testing::Values(Golden{"1", 340, 83,
                                                  "b9812a8c07d52382d0e2edb739a271de60de8fb88604d87e57fd01dc935d1fe8",
                                                  "a7f066960b67e6d19ca4515560417d798e163d356ef4de7774beaa4ca6386d78"}));

}  // namespace
}  // namespace minhbach::events
