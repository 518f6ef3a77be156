#include "services/organisation/commands.hpp"

#include <gtest/gtest.h>

#include "given_organisation.hpp"

namespace minhbach::services::organisation {
namespace {

EstablishUnit new_division() {
    return a_unit("51-S05.P3", UnitKind::division, "51-S05", "Phòng Tin học");
}

TEST(EstablishUnit, UnderAnExistingUnit) {
    EXPECT_EQ(only<UnitEstablished>(province().when("OFFICER", new_division())), new_division());
    const auto refused = [](auto change, std::string_view actor = "ADMIN") {
        auto command = new_division();
        change(command);
        return refusal_of(province().when(actor, command));
    };
    EXPECT_EQ(refused([](auto&) {}, "A1"), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.parent = UnitCode::of("534"); }, "OFFICER"), "not-competent");
    EXPECT_EQ(refused([](auto& c) { c.parent = {}; }), "invalid-field /parent");
    EXPECT_EQ(refused([](auto& c) { c.kind = UnitKind::province; }), "invalid-field /kind");
    EXPECT_EQ(refused([](auto& c) { c.parent = UnitCode::of("nowhere"); }), "invalid-field /parent");
    EXPECT_EQ(refused([](auto& c) { c.from = Date::of("2019-12-31"); }), "invalid-field /parent");
    EXPECT_EQ(refused([](auto& c) { c.unit = UnitCode::of("534"); }), "already-exists /unit");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D9"); }), "invalid-field /document");
}

ChangeUnit move(std::string_view unit, std::string_view parent, std::string_view from = "2023-12-01") {
    ChangeUnit command;
    command.unit = UnitCode::of(unit);
    command.parent = UnitCode::of(parent);
    command.from = Date::of(from);
    command.document = DocumentId::of("D1");
    return command;
}

TEST(ChangeUnit, MovesAndRenamesFromADay) {
    const auto decision = province().when("ADMIN", move("21109", "51-S05"));
    EXPECT_EQ(only<UnitChanged>(decision), move("21109", "51-S05"));
    EXPECT_EQ(decision->events.front().effective, Date::of("2023-12-01"));
    EXPECT_EQ(refusal_of(province().when("A1", move("21109", "51-S05"))), "not-competent");
    // Who keeps the records of one department cannot move its school to another unit's care.
    EXPECT_EQ(refusal_of(province().when("OFFICER", move("51-S05.T1", "534"))), "not-competent");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("nowhere", "51"))), "invalid-field /unit");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("21109", "534"))), "nothing-to-change");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("21109", "51", "2020-01-01"))), "invalid-field /from");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("21109", "nowhere"))), "invalid-field /parent");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("51", "534"))), "invalid-field /parent");
    auto undocumented = move("21109", "51-S05");
    undocumented.document = DocumentId::of("D9");
    EXPECT_EQ(refusal_of(province().when("ADMIN", undocumented)), "invalid-field /document");
}

TEST(ChangeUnit, NeverClosesACircleNotEvenLater) {
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("534", "21109"))), "invalid-field /parent");
    EXPECT_EQ(refusal_of(province().when("ADMIN", move("534", "534"))), "invalid-field /parent");
    // 51-S02 goes below 534 in 2024; 534 may not go below 51-S02 before that either.
    const auto later = province().after("ADMIN", move("51-S02", "534", "2024-01-01"));
    EXPECT_EQ(refusal_of(later.when("ADMIN", move("534", "51-S02", "2023-12-01"))), "invalid-field /parent");
}

TEST(DissolveUnit, NobodyAndNothingIsLeftInIt) {
    const auto dissolve = [](std::string_view unit, std::string_view on = "2023-12-01") {
        return DissolveUnit{UnitCode::of(unit), Date::of(on), DocumentId::of("D1")};
    };
    EXPECT_EQ(only<UnitDissolved>(province().when("ADMIN", dissolve("21109"))), dissolve("21109"));
    EXPECT_EQ(refusal_of(province().when("ADMIN", dissolve("534"))), "facts-inconsistent /on");
    EXPECT_EQ(refusal_of(province().when("ADMIN", dissolve("51-S05.P1"))), "facts-inconsistent /on");
    EXPECT_EQ(refusal_of(province().when("ADMIN", dissolve("51"))), "invalid-field /unit");
    EXPECT_EQ(refusal_of(province().when("ADMIN", dissolve("21109", "2019-01-01"))), "invalid-field /on");
    EXPECT_EQ(refusal_of(province().when("ADMIN", dissolve("nowhere"))), "invalid-field /unit");
    EXPECT_EQ(refusal_of(province().when("A1", dissolve("21109"))), "not-competent");
    const auto dissolved = province().after("ADMIN", dissolve("21109"));
    EXPECT_EQ(refusal_of(dissolved.when("ADMIN", dissolve("21109"))), "nothing-to-change");
    EXPECT_EQ(refusal_of(dissolved.when("ADMIN", move("21109", "51", "2023-12-05"))), "invalid-field /from");
}

}  // namespace
}  // namespace minhbach::services::organisation
