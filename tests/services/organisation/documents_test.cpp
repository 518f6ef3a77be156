#include "services/organisation/commands.hpp"

#include <gtest/gtest.h>

#include "given_organisation.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

RegisterDocument letter() {
    auto document = a_document("5721", "5721/UBND-NC");
    document.date = Date::of("2023-11-14");
    document.effective_from = document.date;
    return document;
}

TEST(RegisterDocument, IsWrittenWithItsEffect) {
    const auto decision = province().when("OFFICER", letter());
    EXPECT_EQ(only<DocumentRegistered>(decision), letter());
    EXPECT_EQ(decision->events.front().stream, document_stream(DocumentId::of("5721")));
    EXPECT_EQ(decision->events.front().effective, Date::of("2023-11-14"));
    EXPECT_EQ(decision->authority.mandate, MandateId::of("OFFICER.1"));
}

TEST(RegisterDocument, Refusals) {
    const auto refused = [](auto change) {
        auto command = letter();
        change(command);
        return refusal_of(province().when("OFFICER", command));
    };
    EXPECT_EQ(refusal_of(province().when("A1", letter())), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D1"); }), "already-exists /document");
    EXPECT_EQ(refused([](auto& c) { c.date = Date::of("2023-11-21"); }), "invalid-field /date");
    EXPECT_EQ(refused([](auto& c) { c.effective_to = Date::of("2023-11-13"); }), "invalid-field /effectiveTo");
    EXPECT_EQ(refused([](auto& c) { c.issuer_unit = UnitCode::of("nowhere"); }), "invalid-field /issuerUnit");
    EXPECT_EQ(refused([](auto& c) { c.signer_person = PersonCode::of("NOBODY"); }), "invalid-field /signerPerson");
    EXPECT_EQ(refused([](auto& c) { c.number = Label::of("12/QĐ-MẬT"); }), "classified-refused /number");
    EXPECT_EQ(refused([](auto& c) { c.title = Label::of("Kết luận thanh tra (Mật)"); }), "classified-refused /title");
}

TEST(RegisterDocument, EverythingWrongIsToldAtOnce) {
    auto command = letter();
    command.date = Date::of("2023-11-21");
    command.signer_person = PersonCode::of("NOBODY");
    const auto decision = province().when("OFFICER", command);
    ASSERT_FALSE(decision);
    ASSERT_EQ(decision.error().more.size(), 1u);
    EXPECT_EQ(decision.error().more.front().field, "/signerPerson");
}

TEST(SecrecyMark, IsAMarkAndNotAWord) {
    for (const auto* marked :
         {"12/QĐ-Mật", "12/QĐ-TU/MẬT", "TỐI MẬT", "Văn bản tuyệt mật", "Báo cáo [Mật]", "MẬT - Kết luận"}) {
        EXPECT_TRUE(bears_secrecy_mark(marked)) << marked;
    }
    for (const auto* open : {"118/QĐ-STC", "Quy chế bảo vệ bí mật nhà nước", "QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
                             "Nuôi ong lấy mật", "Mật độ dân số", "", "(mật ong)"}) {
        EXPECT_FALSE(bears_secrecy_mark(open)) << open;
    }
}

TEST(CorrectDocument, KeepsWhatWasKnownAndChangesSomething) {
    CorrectDocument command;
    command.document = DocumentId::of("D1");
    command.effective_from = Date::of("2023-11-28");
    command.reason = kReason;
    EXPECT_EQ(only<DocumentCorrected>(province().when("OFFICER", command)), command);
    auto refused = command;
    refused.effective_from = kSince;
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "nothing-to-change");
    refused = command;
    refused.reason = {};
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "reason-required /reason");
    refused = command;
    refused.effective_to = Date::of("2023-11-27");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /effectiveTo");
    refused = command;
    refused.number = Label::of("7/KL-MẬT");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "classified-refused /number");
    refused = command;
    refused.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(province().when("OFFICER", refused)), "invalid-field /document");
    EXPECT_EQ(refusal_of(province().when("A1", command)), "not-competent");
}

}  // namespace
}  // namespace minhbach::services::organisation
