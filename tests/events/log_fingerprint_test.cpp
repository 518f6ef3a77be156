// What a record keeps of the request it came from, and who can test a guess against it.
#include "events/fingerprint.hpp"
#include "events/vault.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class KeptFingerprint : public LogTest {
protected:
    KeptFingerprint() { open(); }

    Hash kept(std::uint64_t position) {
        return *decode_record(log_->record_bytes(Ledger::main, {position})).value().fingerprint;
    }
    Replay replay() { return *log_->replay(Ledger::main, *request_.key_hash); }
    std::string answer(const std::string& body) {
        return log_->append_and_wait(Ledger::main, keyed(one("d"), "key", body)).error().type;
    }
    VaultContents vault() { return *read_vault_entries(*read_file(directory_ / "vault")); }

    Append request_ = keyed(one("d"), "key", "body");
};

TEST_F(KeptFingerprint, IsNoHashOfTheRequestAlone) {
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, request_));
    EXPECT_NE(kept(0), sha256("body"));
    EXPECT_NE(kept(0), kept_fingerprint({}, sha256("body")));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, keyed(one("d", {}, "P000002"), "another", "body")));
    EXPECT_NE(kept(0), kept(1)) << "the same request about two persons";
}

TEST_F(KeptFingerprint, IsRecognisedUnderItsKeyAlsoByAnotherProcess) {
    request_.writes[0].events.push_back(event("{}", "P000002"));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, request_));
    for (int run = 0; run < 2; ++run) {
        EXPECT_TRUE(replay().is_of(sha256("body")));
        EXPECT_FALSE(replay().is_of(sha256("another")));
        EXPECT_FALSE(replay().is_forgotten);
        EXPECT_EQ(answer("body"), "in-flight");
        EXPECT_EQ(answer("another"), "key-conflict");
        reopen();
    }
    EXPECT_TRUE((*open_store_read_only(directory_))->replay(Ledger::main, *request_.key_hash)->is_of(sha256("body")));
}

TEST_F(KeptFingerprint, CanBeTestedByNobodyOnceOneOfThePersonsWasErased) {
    request_.writes[0].events.push_back(event("{}", "P000002"));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, request_));
    ASSERT_TRUE(replay().is_of(sha256("body")));
    log_->erase(PersonCode::of("P000002"));
    const auto expect_forgotten = [&] {
        EXPECT_FALSE(replay().is_of(sha256("body"))) << "the guess is right, and nothing says so";
        EXPECT_TRUE(replay().is_forgotten);
        EXPECT_EQ(answer("body"), "erased");
        EXPECT_EQ(answer("another"), "erased");
    };
    expect_forgotten();
    reopen();
    expect_forgotten();
    // Whoever takes the vault now has the keys that are left, and tries each together with the log's.
    const auto entries = vault().entries;
    const auto log_key = std::find_if(entries.begin(), entries.end(),
                                      [](const auto& entry) { return entry.kind == VaultEntry::log_key; });
    std::vector<VaultKey> left;
    EXPECT_NE(kept(0), kept_fingerprint(fingerprint_key(log_key->key, left), sha256("body")));
    for (const auto& entry : entries) {
        if (entry.kind == VaultEntry::subject_key) left.push_back(entry.key);
    }
    EXPECT_FALSE(left.empty());
    EXPECT_NE(kept(0), kept_fingerprint(fingerprint_key(log_key->key, left), sha256("body")));
}

TEST_F(KeptFingerprint, IsMadeWithTheKeysThatTheFormatNames) {
    request_.writes[0].events.push_back(event("{}", "P000000"));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, request_));
    VaultKey log_key{}, first{}, second{};
    for (const auto& entry : vault().entries) {
        if (entry.kind == VaultEntry::log_key) log_key = entry.key;
        if (entry.subject == "P000000") first = entry.key;
        if (entry.subject == "P000001") second = entry.key;
    }
    const auto expected = kept_fingerprint(fingerprint_key(log_key, {first, second}), sha256("body"));
    EXPECT_EQ(kept(0), expected);
    EXPECT_EQ(kept(1), expected);
}

TEST(Replay, KnowsRequestsOfBeforeFingerprintsWereKeyed) {
    const Replay before{{0}, 1, sha256("body")};
    EXPECT_TRUE(before.is_of(sha256("body")));
    EXPECT_FALSE(before.is_of(sha256("another")));
}

}  // namespace
}  // namespace minhbach::events
