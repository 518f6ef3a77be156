// Files that acts rest on: piece by piece, sealed, never changed.
#include "events/attachment_files.hpp"

#include <gtest/gtest.h>

#include "events/refusals.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class AttachmentsTest : public LogTest {
protected:
    void SetUp() override { open(); }
    Attachments& files() { return log_->attachments(); }
    std::filesystem::path folder(const AttachmentId& id) const { return directory_ / "attachments" / id.str(); }

    const std::optional<PersonCode> person_ = PersonCode::of("P000001");
    const std::string full_ = std::string(Attachments::piece_bytes_max, 'x');
};

TEST_F(AttachmentsTest, ComeBackAsTheyWereAlsoAfterReopening) {
    const auto id = files().begin(person_).value();
    ASSERT_TRUE(files().put(id, 0, full_));
    ASSERT_TRUE(files().put(id, 1, "the end"));
    const auto whole = files().finish(id).value();
    EXPECT_EQ(whole.bytes, full_.size() + 7);
    EXPECT_EQ(whole.pieces, 2u);
    EXPECT_EQ(whole.digest, sha256(full_ + "the end"));
    EXPECT_EQ(whole.subject, person_);
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("D1")));  // the person's key is durable with the first event
    reopen();
    EXPECT_EQ(files().look(id).value().digest, whole.digest);
    EXPECT_EQ(files().finish(id).value().digest, whole.digest);
    EXPECT_EQ(files().piece(id, 1).value(), "the end");
}

TEST_F(AttachmentsTest, LieSealedOnTheDisk) {
    const auto id = files().begin(person_).value();
    ASSERT_TRUE(files().put(id, 0, "Biên bản kiểm tra"));
    EXPECT_EQ(read_file(folder(id) / "piece-0000")->find("kiểm tra"), std::string::npos);
    EXPECT_FALSE(is_exposed(folder(id) / "piece-0000"));
}

TEST_F(AttachmentsTest, TakePiecesInOrderAndTheSameOneTwice) {
    const auto id = files().begin(std::nullopt).value();
    EXPECT_FALSE(files().put(id, 1, "too early"));
    ASSERT_TRUE(files().put(id, 0, "one"));
    EXPECT_TRUE(files().put(id, 0, "one"));
    EXPECT_FALSE(files().put(id, 0, "another"));
    EXPECT_FALSE(files().put(id, 1, "after a short one"));
    EXPECT_FALSE(files().put(id, 1, ""));
    EXPECT_FALSE(files().put(id, 1, full_ + "x"));
    ASSERT_TRUE(files().finish(id));
    EXPECT_EQ(files().put(id, 1, "after the end").error().type, "invalid-field");
}

TEST_F(AttachmentsTest, KnowOnlyWhatWasBegun) {
    const auto empty = files().begin(std::nullopt).value();
    EXPECT_FALSE(files().finish(empty));
    EXPECT_FALSE(files().look(empty));
    for (const auto* name : {"../vault", "..", "4b1c6f1e-0000-4000-8000-000000000000"}) {
        const auto id = AttachmentId::parse(name);
        if (!id) continue;
        EXPECT_EQ(files().put(*id, 0, "x").error().type, "not-found-or-not-allowed") << name;
        EXPECT_FALSE(files().look(*id)) << name;
        EXPECT_FALSE(files().piece(*id, 0)) << name;
    }
}

TEST_F(AttachmentsTest, AreGoneWithTheKeyOfThePerson) {
    const auto id = files().begin(person_).value();
    ASSERT_TRUE(files().put(id, 0, "about somebody"));
    ASSERT_TRUE(files().finish(id));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("D1")));
    log_.reset();
    erase_from_vault(directory_ / "vault", *person_);
    open();
    EXPECT_EQ(files().piece(id, 0).error().type, "erased");
    EXPECT_EQ(files().begin(person_).error().type, "erased");
    EXPECT_EQ(files().look(id).value().bytes, 14u);
}

TEST_F(AttachmentsTest, ADamagedPieceIsNeverShown) {
    const auto id = files().begin(person_).value();
    ASSERT_TRUE(files().put(id, 0, "sound"));
    auto bytes = *read_file(folder(id) / "piece-0000");
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    replace_file(folder(id) / "piece-0000", bytes, 0600);
    EXPECT_THROW((void)files().piece(id, 0), std::runtime_error);
}

TEST_F(AttachmentsTest, AreRefusedCleanlyWhereTheDiskIsNearlyFull) {
    const auto id = files().begin(std::nullopt).value();
    options_.free_bytes_min = 1ull << 60;
    reopen();
    EXPECT_EQ(files().begin(std::nullopt).error().type, "read-only");
    EXPECT_EQ(files().put(id, 0, "x").error().type, "read-only");
}

}  // namespace
}  // namespace minhbach::events
