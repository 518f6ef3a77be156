// Reviews over HTTP: from the suggestion to the plan, and the three steps of rating a collective.
#include "doors.hpp"
#include "given_review.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kReview = "/v1/reviews/2023.u.51-S05";
const std::string kOwner = R"("cycle":"2023","owner":{"unit":"51-S05"},"document":"D1")";
const std::string kCollective = "/v1/cycles/2023/collectives/51-S05";
const std::string kConference =
    R"({"conference":"HN1","cycle":"2023","unit":"51-S05","heldAt":"2023-11-20T08:00:00+07:00",
    "chair":"DIRECTOR","secretary":"OFFICER","attendees":[],"reviewed":[
    {"owner":{"unit":"51-S05"},"kind":"LEADERSHIP_COLLECTIVE"},{"owner":{"person":"DIRECTOR"}}]})";
const std::string kConclusion =
    "{" + kOwner + R"(,"heldIn":"51-S05","conference":"HN1","conclusion":"Hoàn thành nhiệm vụ",
    "explained":[{"point":"GY1","explanation":"Do vướng mặt bằng"}],"shortcomings":[{"shortcoming":"HC1",
    "description":"Giải ngân chậm","cause":"SUBJECTIVE","causeText":"Chỉ đạo chưa sát","answerable":["DEPUTY"]}],
    "earlier":[]})";

class ReviewDoors : public Doors {
protected:
    void suggest() {
        clock_.set(Time::of("2023-11-13T09:00"));
        const auto suggested = post(kReview + "/suggestions", "CHAIR",
                                    "{" + kOwner + R"(,"points":[{"point":"GY1","text":"Giải ngân chậm"}]})");
        ASSERT_EQ(suggested.status, 201) << suggested.content();
        EXPECT_EQ(header_of(suggested, "Location"), kReview);
    }
    void prepare() {
        suggest();
        clock_.set(Time::of("2023-11-13T17:00"));
        const auto sent = post(kReview + "/drafts", "DIRECTOR",
                               "{" + kOwner + R"(,"sentAt":"2023-11-13T16:00:00+07:00","recipients":["DEPUTY"]})");
        ASSERT_EQ(sent.status, 201) << sent.content();
        clock_.set(Time::of("2023-11-20T12:00"));
    }
    http::Response conclude(const std::string& body, const std::string& revision = "2") {
        return post(kReview + "/conclusion", "OFFICER", body, {{"If-Match", "\"" + revision + "\""}});
    }
    static std::string replaced(std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    }
};

TEST_F(ReviewDoors, FromTheSuggestionToTheConclusion) {
    prepare();
    const auto early = replaced(kConference, "2023-11-20T08", "2023-11-15T08");
    EXPECT_EQ(problem_of(post("/v1/review-conferences", "OFFICER", early)), "draft-too-late");
    const auto held = post("/v1/review-conferences", "OFFICER", kConference);
    ASSERT_EQ(held.status, 201) << held.content();
    EXPECT_EQ(text_at(held, "stream"), "conferences/2023/51-S05");
    EXPECT_EQ(header_of(held, "Location"), "/v1/units/51-S05/review?cycle=2023");
    const auto silent = replaced(kConclusion, R"([{"point":"GY1","explanation":"Do vướng mặt bằng"}])", "[]");
    EXPECT_EQ(problem_of(conclude(silent)), "suggestion-unanswered");
    const auto concluded = conclude(kConclusion);
    ASSERT_EQ(concluded.status, 201) << concluded.content();
    EXPECT_EQ(problem_of(conclude(kConclusion, "3")), "reason-required");
    folded();
    const auto whole = get("/v1/units/51-S05/review?cycle=2023", "DIRECTOR");
    ASSERT_EQ(whole.status, 200) << whole.content();
    EXPECT_TRUE(header_of(whole, "ETag").starts_with("\"3-")) << "the revision that a later conclusion names";
    EXPECT_NE(whole.content().find("Do vướng mặt bằng"), std::string::npos);
    EXPECT_NE(whole.content().find("\"CHAIR.1\""), std::string::npos) << "on whose authority it was suggested";
    EXPECT_EQ(get("/v1/units/51-S05/review?cycle=2023", "TEACHER").status, 404);
    EXPECT_EQ(get("/v1/units/51-S05/review", "DIRECTOR").status, 400);
}

TEST_F(ReviewDoors, AListSaysWhoseReviewIsMissing) {
    prepare();
    folded();
    const auto list = get("/v1/cycles/2023/reviews?standing=DRAFT_SENT", "INSPECTOR");
    ASSERT_EQ(list.status, 200) << list.content();
    EXPECT_NE(list.content().find("51-S05"), std::string::npos);
    const auto missing = get("/v1/cycles/2023/reviews?standing=MISSING&late=true&day=2024-01-02", "INSPECTOR");
    EXPECT_NE(missing.content().find("51-S05.P1"), std::string::npos) << missing.content();
    EXPECT_EQ(get("/v1/cycles/2023/reviews?late=perhaps", "INSPECTOR").status, 400);
    const auto own = get("/v1/cycles/2023/reviews", "HEAD1");
    EXPECT_EQ(own.content().find("51-S05.P2"), std::string::npos) << "another division";
}

TEST_F(ReviewDoors, ThreeStepsLeadToTheLevelOfACollective) {
    clock_.set(Time::of("2023-11-24T09:00"));
    for (const auto unit : {"51-S05.P1", "51-S05.P2", "51-S05.T1"}) {
        auto appraisal = services::an_appraisal(Level::good, unit);
        appraisal.targets = services::evaluation::TypedTargets{10, 10, DocumentId::of("D1")};
        done("OFFICER", services::a_self_rating(unit));
        done("OFFICER", appraisal);
        done("DIRECTOR", services::a_collective(unit));
    }
    const auto self = post(kCollective + "/self-rating", "DIRECTOR",
                           R"({"kind":"ORGANISATION_UNIT","level":"GOOD","ground":"Theo báo cáo","document":"D1"})");
    ASSERT_EQ(self.status, 201) << self.content();
    const std::string appraisal = R"({"kind":"ORGANISATION_UNIT","criteria":[
        {"criterion":"TC1","name":"Xây dựng tổ chức","kind":"GENERAL","basic":true,"grade":"GOOD"},
        {"criterion":"TC2","name":"Kết quả nhiệm vụ","kind":"RESULT","basic":true,"grade":"GOOD"}],
        "mainTargetsMissed":false,"forceMajeure":false,"disciplines":[],"opinions":[],"proposed":"GOOD",
        "synthesis":"Đạt mức tốt","document":"D1"})";
    EXPECT_EQ(problem_of(post(kCollective + "/appraisal", "HOMEAFFAIRS",
                              replaced(appraisal, R"("proposed":"GOOD")", R"("proposed":"EXCELLENT")"),
                              {{"If-Match", "\"1\""}})),
              "reason-required");
    const auto appraised = post(kCollective + "/appraisal", "HOMEAFFAIRS", appraisal, {{"If-Match", "\"1\""}});
    ASSERT_EQ(appraised.status, 201) << appraised.content();
    const auto concern = post(kCollective + "/concerns", "HOMEAFFAIRS",
                              R"({"concern":"DT1","kind":"COMPLAINT","text":"Đơn phản ánh","document":"D1"})");
    ASSERT_EQ(concern.status, 201) << concern.content();
    const std::string decision = R"({"level":"GOOD","reason":"Theo thẩm định","document":"QD1"})";
    const auto decide = [&](const std::string& body) {
        return post(kCollective + "/decision", "CHAIR", body, {{"If-Match", "\"3\""}});
    };
    EXPECT_EQ(problem_of(decide(decision)), "inspection-first");
    auto inspection = dated("KL1", "2023-11-24");
    inspection.kind = DocumentKind::conclusion;
    done("OFFICER", inspection);
    const auto rated = decide(R"({"level":"GOOD","reason":"Theo thẩm định","document":"QD1","inspection":"KL1"})");
    ASSERT_EQ(rated.status, 201) << rated.content();
    const auto level = get(kCollective, "INSPECTOR");
    EXPECT_NE(level.content().find("qd124-2023"), std::string::npos) << level.content();
    const auto published = get(kCollective, "A1");
    EXPECT_EQ(text_at(published, "data/rated/level"), "GOOD") << "the level is for everybody";
    EXPECT_EQ(published.content().find("qd124-2023"), std::string::npos) << "why is for those who see the unit";
    folded();
    EXPECT_NE(get("/v1/units/51-S05/review?cycle=2023", "INSPECTOR").content().find("Đơn phản ánh"), std::string::npos);
}

}  // namespace
}  // namespace minhbach::api::routes
