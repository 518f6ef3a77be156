// What the law lets follow from levels, over the doors: signals with the years they rest on, and nothing written.
#include "doors.hpp"
#include "rated.hpp"

namespace minhbach::api::routes {
namespace {

class Consequences : public Doors {
protected:
    void SetUp() override {
        Doors::SetUp();
        EarlierRatingImported before;
        before.person = PersonCode::of("A1");
        before.year = 2022;
        before.level = Level::not_completed;
        before.wording = Label::of("Không hoàn thành nhiệm vụ");
        before.unit_name = Label::of("Sở Tài chính");
        before.source = Label::of("Quyết định số 12/QĐ-STC");
        using services::dossier_of;
        write({before, tests::rated(dossier_of("A1"), PersonCode::of("A1"), Level::not_completed),
               tests::rated(dossier_of("A2"), PersonCode::of("A2"), Level::good)});
        folded();
    }
};

TEST_F(Consequences, OfAPersonNameTheirYearsAndClause) {
    const auto size = main_size();
    const auto answer = get("/v1/people/A1/consequences" + kPurpose, "INSPECTOR");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/year"), "2023");
    EXPECT_EQ(text_at(answer, "data/consequences/0/consequence"), "civil-servant.termination");
    EXPECT_EQ(text_at(answer, "data/consequences/0/standing"), "HOLDS");
    EXPECT_EQ(text_at(answer, "data/consequences/0/years/1/year"), "2022");
    EXPECT_NE(text_at(answer, "data/consequences/0/citation").find("khoản 3 Điều 58"), std::string::npos);
    EXPECT_EQ(main_size(), size);  // a signal is no act
    const auto earlier = get("/v1/people/A1/consequences" + kPurpose + "&year=2022", "INSPECTOR");
    EXPECT_EQ(text_at(earlier, "data/consequences/0/standing"), "NOT_KNOWN");
    const auto good = get("/v1/people/A2/consequences" + kPurpose, "INSPECTOR");
    EXPECT_EQ(text_at(good, "data/consequences/0/consequence"), "promotion.open");
}

TEST_F(Consequences, AsTheRecordKnewItBeforeTheDecision) {
    const auto before = std::to_string(main_size() - 3);  // the decisions came last
    const auto answer = get("/v1/people/A1/consequences" + kPurpose + "&known_as_of=" + before, "INSPECTOR");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/year"), "2022");
}

TEST_F(Consequences, OfACycleAreThoseNotCompleted) {
    get("/v1/me", "INSPECTOR");  // the first use of a token is an entry, too
    const auto viewed = access_size();
    const auto answer = get("/v1/cycles/2023/consequences" + kPurpose, "INSPECTOR");
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "data/items"), "[1]") << answer.content();
    EXPECT_EQ(text_at(answer, "data/items/0/person"), "A1");
    EXPECT_EQ(access_size(), viewed + 1);
    EXPECT_EQ(get("/v1/cycles/2023/consequences", "INSPECTOR").status, 422);
    const auto colleague = get("/v1/cycles/2023/consequences" + kPurpose, "A2");
    EXPECT_EQ(text_at(colleague, "data/items"), "[0]");
    EXPECT_EQ(get("/v1/people/A1/consequences" + kPurpose, "A2").status, 404);
}

}  // namespace
}  // namespace minhbach::api::routes
