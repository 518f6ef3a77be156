#include "services/organisation/commands.hpp"

#include <gtest/gtest.h>

#include "given_organisation.hpp"

namespace minhbach::services::organisation {
namespace {

OpenProvince opening() {
    OpenProvince command;
    command.origin = Label::of("minhbach.example/2023");
    command.name = Label::of("Tỉnh Quảng Ngãi");
    command.units = {a_unit("51", UnitKind::province, {}, "Ủy ban nhân dân tỉnh"),
                     a_unit("51-S05", UnitKind::department, "51", "Sở Tài chính"),
                     a_unit("51-S05.P1", UnitKind::division, "51-S05", "Phòng Ngân sách")};
    command.administrator = Label::of("Lê Quản Trị");
    command.administrator_code = PersonCode::of("ADMIN");
    return command;
}

TEST(OpenProvince, IsTheFirstOfAStoreAndLetsTheAdministratorBegin) {
    const auto empty = Given().at("2023-11-01T07:30");
    const auto decision = empty.when("ADMIN", opening());
    EXPECT_EQ(types_of(decision),
              (std::vector<std::string>{"province.opened", "unit.established", "unit.established", "unit.established",
                                        "person.registered", "document.registered", "mandate.granted"}));
    EXPECT_EQ(decision->authority.capacity, Capacity::system);
    const auto opened = empty.and_decided(decision);
    EXPECT_EQ(refusal_of(opened.when("ADMIN", a_person("C1"))), "accepted");
    EXPECT_EQ(refusal_of(opened.when("ADMIN", a_unit("51-S05.P3", UnitKind::division, "51-S05", "Phòng Tin học"))),
              "accepted");
    EXPECT_EQ(refusal_of(opened.when("ADMIN", opening())), "already-exists");
    EXPECT_EQ(refusal_of(province().when("ADMIN", opening())), "already-exists");
    EXPECT_TRUE(empty.noted_when("ADMIN", opening()).contains("province/main"));
}

TEST(OpenProvince, NeedsAProperTree) {
    const auto refused = [](auto change) {
        auto command = opening();
        change(command);
        return refusal_of(Given().at("2023-11-01T07:30").when("ADMIN", command));
    };
    EXPECT_EQ(refused([](auto& c) { c.units.clear(); }), "invalid-field /units");
    EXPECT_EQ(refused([](auto& c) { std::swap(c.units[1], c.units[2]); }), "invalid-field /units/1/parent");
    EXPECT_EQ(refused([](auto& c) { c.units[2].unit = c.units[1].unit; }), "invalid-field /units/2/unit");
    EXPECT_EQ(refused([](auto& c) { c.units[1].parent = {}; }), "invalid-field /units/1/parent");
    EXPECT_EQ(refused([](auto& c) { c.units[0].kind = UnitKind::district; }), "invalid-field /units/0/parent");
    EXPECT_EQ(refused([](auto& c) { c.units[1].parent = c.units[1].unit; }), "invalid-field /units/1/parent");
    EXPECT_EQ(refused([](auto& c) { c.units[1].from = Date::of("2023-11-02"); }), "invalid-field /units/1/from");
    EXPECT_EQ(refused([](auto& c) { c.units[1].document = DocumentId::of("D1"); }), "invalid-field /units/1/document");
    EXPECT_EQ(refused([](auto& c) { c.administrator_code = PersonCode::of(std::string(41, 'C')); }),
              "invalid-field /administratorCode");
}

}  // namespace
}  // namespace minhbach::services::organisation
