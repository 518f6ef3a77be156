#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given in_november() {
    return a_rating_year().at("2023-11-24T15:00").and_given(steps_taken("51-S05.P1")).and_given(steps_taken("51-S05"));
}

TEST(RateCollective, IsForTheLevelAbove) {
    EXPECT_EQ(only<CollectiveRated>(in_november().when("DIRECTOR", a_collective("51-S05.P1"))).level, Level::good);
    EXPECT_EQ(refusal_of(in_november().when("HEAD1", a_collective("51-S05.P1"))), "not-competent");
    EXPECT_EQ(refusal_of(in_november().when("DIRECTOR", a_collective("51-S05"))), "not-competent")
        << "not by its own head";
    const auto own = in_november().and_given({a_mandate("X", "DIRECTOR", {Power::decide}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(own.when("DIRECTOR", a_collective("51-S05", std::nullopt))), "self-decision");
}

TEST(RateCollective, LowerUnitsFirst) {
    const auto decision = in_november().when("CHAIR", a_collective("51-S05"));
    EXPECT_EQ(refusal_of(decision), "collective-not-rated /unit");
    EXPECT_NE(decision.error().detail_en.find("51-S05.P1, 51-S05.P2, 51-S05.T1"), std::string::npos);
    auto paper = a_collective("51-S05");
    paper.on_paper = on_paper("CHAIR");
    EXPECT_EQ(only<CollectiveRated>(in_november().when("OFFICER", paper)).breaches.at(0).type.str(),
              "collective-not-rated");
    EXPECT_TRUE(units_rated(a_rating_year()).past()->collective(kCycle, kDepartment).exists());
}

TEST(RateCollective, NeedsDocumentAndReasonAndHappensOnce) {
    auto command = a_collective("51-S05.P1");
    command.reason = {};
    command.document = DocumentId::of("NOWHERE");
    const auto refused = in_november().when("DIRECTOR", command);
    EXPECT_EQ(refusal_of(refused), "reason-required /reason");
    EXPECT_EQ(refused.error().more.at(0).field, "/document");
    const auto rated = in_november().after("DIRECTOR", a_collective("51-S05.P1"));
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", a_collective("51-S05.P1", Level::good))), "step-order /unit");
    EXPECT_EQ(refusal_of(in_november().when("DIRECTOR", a_collective("NOWHERE"))), "invalid-field /unit");
}

// The division took over another one within the year.
UnitChanged merged() {
    UnitChanged change;
    change.unit = UnitCode::of("51-S05.P1");
    change.name = Label::of("Phòng Ngân sách và Tài sản công");
    change.from = Date::of("2023-07-01");
    change.document = DocumentId::of("D1");
    return change;
}

TEST(RateCollective, OnlyAUnitOfTheYearGetsNoLevel) {
    const auto none = a_collective("51-S05.P1", std::nullopt);
    EXPECT_EQ(refusal_of(in_november().when("DIRECTOR", none)), "level-not-allowed /level");
    EXPECT_TRUE(in_november().and_given({merged()}).when("DIRECTOR", none));
    auto earlier = merged();
    earlier.from = Date::of("2022-07-01");
    EXPECT_EQ(refusal_of(in_november().and_given({earlier}).when("DIRECTOR", none)), "level-not-allowed /level");
    auto fresh = a_unit("51-S05.P3", UnitKind::division, "51-S05", "Phòng Giá");
    fresh.from = Date::of("2023-03-01");
    EXPECT_TRUE(in_november().and_given({fresh}).when("DIRECTOR", a_collective("51-S05.P3", std::nullopt)));
    const UnitDissolved dissolved{UnitCode::of("51-S05.P1"), Date::of("2023-12-01"), DocumentId::of("D1")};
    EXPECT_TRUE(in_november().and_given({dissolved}).when("DIRECTOR", none));
    auto paper = none;
    paper.on_paper = on_paper("DIRECTOR");
    EXPECT_EQ(only<CollectiveRated>(in_november().when("OFFICER", paper)).breaches.at(0).type.str(),
              "level-not-allowed");
}

TEST(RateCollective, ANewUnitGetsNoLevelAndCapsNobody) {
    auto history = discussed(a_rating_year().and_given({merged()}), {"HEAD1"})
                       .after("DIRECTOR", a_collective("51-S05.P1", std::nullopt));
    EXPECT_TRUE(history.when("OFFICER", a_proposal("HEAD1", Level::excellent)));
}

}  // namespace
}  // namespace minhbach::services::evaluation
