// Sentences of Quy định số 124-QĐ/TW and Hướng dẫn số 25-HD/BTCTW, each told as what happens and what does not.
#include <gtest/gtest.h>

#include "given_remediation.hpp"
#include "given_review.hpp"

namespace minhbach::services::review {
namespace {

// Điều 7: "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau."
TEST(ArticleSeven, TheCollectiveIsReviewedFirstThenItsHeadThenTheOthers) {
    const auto ready = draft_sent().at("2023-11-20T12:00");
    const std::vector<Reviewed> in_order{the_collective(), the_person("DIRECTOR"), the_person("DEPUTY")};
    EXPECT_EQ(only<ReviewHeld>(ready.when("OFFICER", a_conference(in_order))).reviewed, in_order);
    const std::vector<Reviewed> turned{the_person("DEPUTY"), the_person("DIRECTOR"), the_collective()};
    const auto refused = ready.when("OFFICER", a_conference(turned));
    EXPECT_EQ(refused.error().type, "step-order");
    EXPECT_EQ(refused.error().more.size(), 1u) << "the head after the deputy, and the collective after both";
}

// "Dự thảo báo cáo kiểm điểm được gửi trước ít nhất 3 ngày làm việc."
TEST(Guidance25, TheDraftIsSentAtLeastThreeWorkingDaysBefore) {
    const auto friday =
        suggested().at("2023-11-17T17:00").after("DIRECTOR", a_draft(kTheDepartment, "2023-11-17T16:00"));
    const auto on = [&](std::string_view day) {
        const auto at = std::string(day) + "T08:00";
        return refusal_of(friday.at("2023-11-25T08:00").when("OFFICER", a_conference({the_collective()}, at)));
    };
    EXPECT_EQ(on("2023-11-20"), "draft-too-late /reviewed/0");
    EXPECT_EQ(on("2023-11-21"), "draft-too-late /reviewed/0");
    EXPECT_EQ(on("2023-11-22"), "accepted");
}

// "Giải trình những vấn đề được cấp trên gợi ý kiểm điểm."
TEST(Guidance25, WhatTheLevelAboveSuggestsIsExplained) {
    const auto twice = suggested().after("CHAIR", a_suggestion(kTheDepartment, "GY2"));
    const auto year = twice.at("2023-11-13T17:00")
                          .after("DIRECTOR", a_draft())
                          .at("2023-11-20T12:00")
                          .after("OFFICER", a_conference({the_collective()}));
    const auto half = year.when("OFFICER", a_conclusion());
    EXPECT_EQ(refusal_of(half), "suggestion-unanswered /explained");
    EXPECT_NE(half.error().detail_vi.find("GY2"), std::string::npos);
    EXPECT_EQ(half.error().detail_vi.find("GY1"), std::string::npos);
    auto whole = a_conclusion();
    whole.explained.push_back({PointId::of("GY2"), Text::of("Đã xử lý xong trong quý III.")});
    EXPECT_EQ(refusal_of(year.when("OFFICER", whole)), "accepted");
}

// "Tập thể, cá nhân xây dựng kế hoạch khắc phục hạn chế, khuyết điểm đã được chỉ ra sau kiểm điểm."
TEST(AfterTheReview, EveryShortcomingThatWasFoundGetsItsMeasure) {
    const auto year = appraised().after("CHAIR", a_collective("51-S05", Level::good));
    auto plan = a_plan(kTheDepartment);
    plan.answerable = {{PersonCode::of("DEPUTY"), ShortcomingId::of("HC1"), 100, Text::of("Chỉ đạo chưa sát")}};
    const auto left_out = year.when("DIRECTOR", plan);
    EXPECT_EQ(refusal_of(left_out), "shortcoming-left-out /shortcomings");
    EXPECT_NE(left_out.error().detail_vi.find("HC1"), std::string::npos);
    plan.shortcomings[0].found_in.source = ShortcomingSource::review_conclusion;
    plan.shortcomings[0].found_in.review = review_id(kCycle, kTheDepartment);
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", plan)), "accepted");
    auto other = plan;
    other.shortcomings.push_back(a_shortcoming("HC9", {a_measure("BP9")}));
    other.shortcomings.back().found_in = plan.shortcomings[0].found_in;
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", other)), "invalid-field /shortcomings/1/foundIn/review")
        << "the conclusion lists no such shortcoming";
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", a_statement(kTheDepartment))), "shortcoming-left-out /statement")
        << "nor is it stated that there is none";
}

// Điều 11, bước 1-3: "Tự xếp loại; thẩm định, đề xuất; quyết định."
TEST(ArticleEleven, TheCollectiveRatesItselfThenItIsAppraisedThenItIsDecided) {
    const auto year = units_below_rated(review_concluded());
    EXPECT_EQ(refusal_of(year.when("HOMEAFFAIRS", an_appraisal())), "step-order /unit");
    const auto first = year.after("DIRECTOR", a_self_rating());
    EXPECT_EQ(refusal_of(first.when("CHAIR", a_collective("51-S05", Level::good))), "step-order /unit");
    const auto second = first.after("HOMEAFFAIRS", an_appraisal());
    const auto rated = only<CollectiveRated>(second.when("CHAIR", a_collective("51-S05", Level::good)));
    EXPECT_EQ(rated.proposed, Level::good);
    EXPECT_EQ(rated.evaluation->level, Level::good);
    EXPECT_EQ(rated.evaluation->rulebook.str(), "qd124-2023");
    EXPECT_FALSE(rated.evaluation->trace.empty());
}

// Điều 11: "Xếp loại tập thể cấp dưới trước, cấp trên sau; tập thể trước, người đứng đầu sau."
TEST(ArticleEleven, LowerCollectivesFirstAndTheUnitBeforeItsHead) {
    const auto year = review_concluded().after("DIRECTOR", a_self_rating()).after("HOMEAFFAIRS", an_appraisal());
    const auto early = year.when("CHAIR", a_collective("51-S05", Level::good));
    EXPECT_EQ(refusal_of(early), "collective-not-rated /unit");
    EXPECT_EQ(early.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_EQ(refusal_of(units_below_rated(year).when("CHAIR", a_collective("51-S05", Level::good))), "accepted");
    const auto head = discussed(a_rating_year(), {"HEAD1"});
    EXPECT_EQ(refusal_of(head.when("OFFICER", a_proposal("HEAD1", Level::good))), "collective-not-rated /level");
}

// Điều 11: "Trường hợp có đơn thư, dấu hiệu vi phạm hoặc mất đoàn kết thì chỉ đạo kiểm tra, thẩm định lại trước."
TEST(ArticleEleven, WhereThereAreComplaintsAnInspectionComesFirst) {
    const evaluation::RaiseConcern concern{kCycle,
                                           kDepartment,
                                           ConcernId::of("DT1"),
                                           ConcernKind::complaint,
                                           Text::of("Đơn phản ánh mất đoàn kết nội bộ"),
                                           DocumentId::of("D1")};
    const auto open = appraised().after("HOMEAFFAIRS", concern);
    const auto refused = open.when("CHAIR", a_collective("51-S05", Level::good));
    EXPECT_EQ(refusal_of(refused), "inspection-first /inspection");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    auto conclusion = dated("KL1", "2023-11-24");
    conclusion.kind = DocumentKind::conclusion;
    auto again = an_appraisal();
    again.reason = Text::of("Thẩm định lại sau kiểm tra");
    again.inspection = DocumentId::of("KL1");
    const auto inspected = open.and_given({conclusion}).after("HOMEAFFAIRS", again);
    EXPECT_EQ(refusal_of(inspected.when("CHAIR", a_collective("51-S05", Level::good))), "accepted");
}

// Điều 12: "Các tiêu chí về kết quả thực hiện nhiệm vụ phải được đánh giá đạt cấp độ Xuất sắc với sản phẩm cụ thể."
TEST(ArticleTwelve, ExcellentResultsNameTheirProducts) {
    const auto year =
        units_below_rated(review_concluded()).after("DIRECTOR", a_self_rating("51-S05", Level::excellent));
    const auto best = an_appraisal(Level::excellent, "51-S05", CriterionGrade::excellent);
    EXPECT_EQ(only<CollectiveAppraised>(year.when("HOMEAFFAIRS", best)).evaluation.level, Level::excellent);
    auto nothing_to_show = best;
    nothing_to_show.criteria[1].ground.reset();
    const auto refused = year.when("HOMEAFFAIRS", nothing_to_show);
    EXPECT_EQ(refusal_of(refused), "reason-required /criteria/1/ground");
    EXPECT_EQ(refused.error().clause, "Điều 12 Quy định số 124-QĐ/TW");
}

// Khoản 4 Điều 12: "Hoàn thành dưới 50% các chỉ tiêu, nhiệm vụ được giao" and the main targets missed.
TEST(ArticleTwelve, UnderHalfOfTheTargetsWithTheMainOnesMissedIsNotCompleted) {
    const auto year = units_below_rated(review_concluded()).after("DIRECTOR", a_self_rating());
    auto appraisal = an_appraisal(Level::not_completed);
    appraisal.targets = evaluation::TypedTargets{10, 4, DocumentId::of("LIST")};
    appraisal.main_targets_missed = true;
    EXPECT_EQ(only<CollectiveAppraised>(year.when("HOMEAFFAIRS", appraisal)).evaluation.level, Level::not_completed);
    appraisal.force_majeure = true;
    EXPECT_EQ(refusal_of(year.when("HOMEAFFAIRS", appraisal)), "reason-required /reason")
        << "force majeure: the rules no longer say so";
}

}  // namespace
}  // namespace minhbach::services::review
