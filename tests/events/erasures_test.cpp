// What the log does once an erasure is approved: the key goes, every proof stays, and a crash in between heals.
#include "events/erasures.hpp"

#include "events/attachment_files.hpp"
#include "events/check.hpp"
#include "events/codec/codec.hpp"
#include "events/merkle/proof.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

const auto kAn = PersonCode::of("P000001");
const auto kBinh = PersonCode::of("P000002");
const auto kErasure = ErasureId::of("X1");

class ErasuresTest : public LogTest {
protected:
    void enter(const Event& what) {
        auto encoded = encode(what);
        encoded.id = test_ids().next(clock_.now());
        const auto done = log_->append_and_wait(
            Ledger::main, append_of({{Stream::of("erasure", kErasure.str()), std::nullopt, {std::move(encoded)}}}));
        ASSERT_TRUE(done) << done.error().detail_en;
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
};

TEST_F(ErasuresTest, DestroysWhatIsAboutThePersonAndKeepsEveryProof) {
    open();
    EXPECT_EQ(outcome(one("d", 0, kAn.str())), "");
    EXPECT_EQ(outcome(one("e", 0, kBinh.str())), "");
    const auto file = log_->attachments().begin(kAn).value();
    ASSERT_TRUE(log_->attachments().put(file, 0, "secret"));
    const auto before = log_->publish_checkpoint(Ledger::main);
    EXPECT_TRUE(log_->erase(kAn));
    EXPECT_FALSE(log_->erase(kAn));
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{true});
    EXPECT_EQ(log_->read(Ledger::main, {1}).lost, std::vector<bool>{false});
    EXPECT_EQ(log_->attachments().piece(file, 0).error().type, "erased");
    EXPECT_EQ(log_->attachments().begin(kAn).error().type, "erased");
    const auto other = log_->attachments().begin(kBinh).value();
    remove_attachments_of(directory_ / "attachments", kAn);
    EXPECT_FALSE(std::filesystem::exists(directory_ / "attachments" / file.str()));
    EXPECT_TRUE(std::filesystem::exists(directory_ / "attachments" / other.str()));
    EXPECT_EQ(outcome(one("d", 1, kAn.str())), "erased");
    EXPECT_EQ(outcome(one("e", 1, kBinh.str())), "");
    const auto proof = log_->inclusion_proof(Ledger::main, {0}, before.size).value();
    EXPECT_TRUE(merkle::verify_inclusion(0, before.size, merkle::leaf_hash(log_->record_bytes(Ledger::main, {0})),
                                         proof, before.root));
    expect_sound();
    reopen();
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{true});
    expect_sound();
}

// Whatever of a folder a kill has left, the head is among it: without it nobody knew whose the rest was.
TEST_F(ErasuresTest, FilesAreRemovedTheHeadLast) {
    open();
    const auto file = log_->attachments().begin(kAn).value();
    ASSERT_TRUE(log_->attachments().put(file, 0, "secret"));
    const auto folder = directory_ / "attachments" / file.str();
    // A folder in the place of a piece cannot be removed as a file: the removal ends there.
    std::filesystem::remove(folder / "piece-0000");
    std::filesystem::create_directories(folder / "piece-0000" / "in-the-way");
    EXPECT_THROW(remove_attachments_of(directory_ / "attachments", kAn), std::filesystem::filesystem_error);
    EXPECT_TRUE(std::filesystem::exists(folder / "head"));
    std::filesystem::remove(folder / "piece-0000" / "in-the-way");
    remove_attachments_of(directory_ / "attachments", kAn);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(ErasuresTest, AnErasureIsAboutThePersonAndSealedUnderNobody) {
    open();
    EXPECT_EQ(outcome(one("d", 0, kAn.str())), "");
    enter(ErasureRequested{kErasure, kAn, DocumentId::of("D1"), Label::of("Điều 1"), Text::of("Hết thời hạn.")});
    const auto stored = log_->read(Ledger::main, {1});
    EXPECT_EQ(stored.record.subjects, (std::vector<SubjectNumber>{{kAn, 1}}));
    ASSERT_EQ(stored.parts.size(), 1u);
    EXPECT_FALSE(stored.parts[0].subject);
    log_->erase(kAn);
    EXPECT_TRUE(decode(log_->read(Ledger::main, {1})).event.is<ErasureRequested>());
    enter(ErasureApproved{kErasure, kAn});  // and can still be spoken of
}

TEST_F(ErasuresTest, WhatIsApprovedIsCarriedOutAtTheNextOpening) {
    open();
    EXPECT_EQ(outcome(one("d", 0, kAn.str())), "");
    enter(ErasureRequested{kErasure, kAn, DocumentId::of("D1"), Label::of("Điều 1"), Text::of("Hết thời hạn.")});
    reopen();
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{false});  // asked for is not approved
    enter(ErasureApproved{kErasure, kAn});
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{false});
    const auto vault_before = *read_file(directory_ / "vault");
    log_.reset();  // here the power goes
    {
        const auto reading = open_store_read_only(directory_).value();
        EXPECT_EQ(reading->read(Ledger::main, {0}).lost, std::vector<bool>{true});
    }
    EXPECT_EQ(*read_file(directory_ / "vault"), vault_before);
    open();
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{true});
    EXPECT_NE(*read_file(directory_ / "vault"), vault_before);
    ASSERT_EQ(approved_erasures(*log_).size(), 1u);
    EXPECT_FALSE(approved_erasures(*log_)[0].executed);
    EXPECT_TRUE(reapply_erasures(*log_).empty());
    enter(ErasureExecuted{kErasure, kAn, 1, 1, 0, 0});
    EXPECT_TRUE(approved_erasures(*log_)[0].executed);
    expect_sound();
}

TEST_F(ErasuresTest, AnOlderVaultThatComesBackForgetsAgain) {
    open();
    EXPECT_EQ(outcome(one("d", 0, kAn.str())), "");
    const auto older = *read_file(directory_ / "vault");
    enter(ErasureApproved{kErasure, kAn});
    EXPECT_EQ(reapply_erasures(*log_), std::vector<PersonCode>{kAn});
    log_.reset();
    replace_file(directory_ / "vault", older, 0600);  // restored from a copy
    open();
    EXPECT_EQ(log_->read(Ledger::main, {0}).lost, std::vector<bool>{true});
    EXPECT_NE(*read_file(directory_ / "vault"), older);
}

}  // namespace
}  // namespace minhbach::events
