// The paper that carries a decision, and the words that a correction of it cannot carry.
#include <gtest/gtest.h>

#include "given_cycle.hpp"
#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

Given proposed_first() {
    return discussed(a_rating_year(), {"A2"}).after("OFFICER", a_proposal("A2", Level::good)).at("2023-11-28T09:00");
}

DecideRatings on_document(std::string_view id) {
    auto command = a_decision({a_line("A2", Level::good)});
    command.document = DocumentId::of(id);
    return command;
}

std::string refused(const DocumentRegistered& document) {
    return refusal_of(proposed_first().and_given({document}).when("DIRECTOR", on_document(document.document.str())));
}

TEST(DecisionDocument, IsADecisionOrAConclusion) {
    auto document = dated("QD2", "2023-11-28");
    EXPECT_EQ(refused(document), "accepted");
    document.kind = DocumentKind::conclusion;
    EXPECT_EQ(refused(document), "accepted");
    for (const auto kind : {DocumentKind::roster, DocumentKind::notice, DocumentKind::letter, DocumentKind::minutes,
                            DocumentKind::signed_list, DocumentKind::other}) {
        document.kind = kind;
        EXPECT_EQ(refused(document), "invalid-field /lines/0/document") << static_cast<int>(kind);
    }
}

TEST(DecisionDocument, IsNotOlderThanTheMinutes) {
    EXPECT_EQ(refused(dated("QD2", "2023-11-22")), "accepted") << "on the day of their adoption";
    EXPECT_EQ(refused(dated("QD2", "2023-11-21")), "step-order /lines/0/document");
}

TEST(DecisionDocument, IsSignedByWhoDecides) {
    auto document = dated("QD2", "2023-11-28");
    document.signer_person = PersonCode::of("DIRECTOR");
    EXPECT_EQ(refused(document), "accepted");
    document.signer_person = PersonCode::of("DEPUTY");
    EXPECT_EQ(refused(document), "facts-inconsistent /lines/0/document");
}

TEST(DecisionDocument, OnPaperItsFaultsAreBreaches) {
    auto document = dated("QD2", "2023-11-21");
    document.kind = DocumentKind::notice;
    document.signer_person = PersonCode::of("DEPUTY");
    auto command = on_document("QD2");
    command.on_paper = on_paper("DIRECTOR", "2023-11-28T08:00", "QD2");
    std::vector<std::string> types;
    for (const auto& breach :
         only<RatingDecided>(proposed_first().and_given({document}).when("OFFICER", command)).breaches) {
        types.push_back(breach.type.str());
    }
    EXPECT_EQ(types, (std::vector<std::string>{"invalid-field", "step-order", "facts-inconsistent"}));
    command.on_paper->signer = PersonCode::of("DEPUTY");
    for (const auto& breach :
         only<RatingDecided>(proposed_first().and_given({document}).when("OFFICER", command)).breaches) {
        EXPECT_NE(breach.type.str(), "facts-inconsistent") << "the paper's signer signed it";
    }
}

TEST(LevelWords, AreCaughtHoweverTheLevelIsMeant) {
    for (const auto* text : {"Hoàn thành xuất sắc nhiệm vụ",
                             "xếp loại không hoàn thành nhiệm vụ",
                             "HTTNV",
                             "KHTNV",
                             "HOÀN THÀNH NHIỆM VỤ",
                             "Xuất sắc",
                             "xuất sắc",
                             "XUẤT SẮC",
                             "Tốt",
                             "\"tốt\"",
                             "loại tốt",
                             "xếp loại: Tốt",
                             "mức \"Tốt\"",
                             "Hoàn thành tốt",
                             "Không hoàn thành.",
                             "EXCELLENT",
                             "GOOD",
                             "NOT_COMPLETED",
                             "Excellent",
                             "good",
                             "level: good",
                             "rated excellent",
                             "Non-completion of tasks",
                             "G",
                             "đổi sang xuất sắc",
                             "đạt loại xuất sắc"}) {
        EXPECT_TRUE(names_a_level(text)) << text;
    }
}

TEST(LevelWords, OrdinaryProseIsNone) {
    for (const auto* text :
         {"Chuyên viên", "Chuyên viên chính", "Ghi nhầm tên đơn vị", "Chấp hành tốt quy chế làm việc",
          "Hoàn thành tốt công tác quyết toán", "Đã hoàn thành hồ sơ", "Nguyễn Văn Tốt", "Lao động xuất sắc năm 2022",
          "Chiến sĩ thi đua xuất sắc", "a good report", "The form was completed on 16/11", "Quyết định số 12/QĐ-G",
          "loại hình dịch vụ tốt", "Phòng C"}) {
        EXPECT_FALSE(names_a_level(text)) << text;
    }
}

}  // namespace
}  // namespace minhbach::services::evaluation
