#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given november() {
    return a_rating_year().at("2023-11-24T15:00");
}

TEST(RateCollective, IsForTheLevelAbove) {
    EXPECT_EQ(only<CollectiveRated>(november().when("DIRECTOR", a_collective("51-S05.P1"))).level, Level::excellent);
    EXPECT_EQ(refusal_of(november().when("HEAD1", a_collective("51-S05.P1"))), "not-competent");
    EXPECT_EQ(refusal_of(november().when("DIRECTOR", a_collective("51-S05"))), "not-competent")
        << "not by its own head";
    const auto own = november().and_given({a_mandate("X", "DIRECTOR", {Power::decide}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(own.when("DIRECTOR", a_collective("51-S05", std::nullopt))), "self-decision");
}

TEST(RateCollective, LowerUnitsFirst) {
    const auto decision = november().when("CHAIR", a_collective("51-S05"));
    EXPECT_EQ(refusal_of(decision), "collective-not-rated /unit");
    EXPECT_NE(decision.error().detail_en.find("51-S05.P1, 51-S05.P2, 51-S05.T1"), std::string::npos);
    auto paper = a_collective("51-S05");
    paper.on_paper = on_paper("CHAIR");
    EXPECT_EQ(only<CollectiveRated>(november().when("OFFICER", paper)).breaches.at(0).type.str(),
              "collective-not-rated");
    EXPECT_TRUE(units_rated(november()).past()->collective(kCycle, kDepartment).exists());
}

TEST(RateCollective, NeedsDocumentAndReasonAndHappensOnce) {
    auto command = a_collective("51-S05.P1");
    command.reason = {};
    command.document = DocumentId::of("NOWHERE");
    const auto refused = november().when("DIRECTOR", command);
    EXPECT_EQ(refusal_of(refused), "reason-required /reason");
    EXPECT_EQ(refused.error().more.at(0).field, "/document");
    const auto rated = november().after("DIRECTOR", a_collective("51-S05.P1"));
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", a_collective("51-S05.P1", Level::good))), "step-order /unit");
    EXPECT_EQ(refusal_of(november().when("DIRECTOR", a_collective("NOWHERE"))), "invalid-field /unit");
}

TEST(RateCollective, ANewUnitGetsNoLevelAndCapsNobody) {
    auto history = discussed(a_rating_year(), {"HEAD1"}).after("DIRECTOR", a_collective("51-S05.P1", std::nullopt));
    EXPECT_TRUE(history.when("OFFICER", a_proposal("HEAD1", Level::excellent)));
}

}  // namespace
}  // namespace minhbach::services::evaluation
