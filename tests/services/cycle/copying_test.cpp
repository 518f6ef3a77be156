// The set-up of the year before, taken over without its people's dossiers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_layers.hpp"

namespace minhbach::services::cycle {
namespace {

using testing::ElementsAre;

ComparableGroupDefined a_group(const std::vector<std::string_view>& members) {
    ComparableGroupDefined group{kCycle, GroupId::of("G1"),   kDepartment, Label::of("Nhóm chuyên môn"),
                                 {},     DocumentId::of("D1")};
    for (const auto member : members) group.members.push_back(PersonCode::of(member));
    return group;
}

// 2023 is over: A3 left, B1 went to the school; the cycle of 2024 is open and empty.
Given next_year() {
    auto layer = a_layer();
    layer.self_assessment = LayerTerm{{Date::of("2023-11-18"), true}, {}};
    auto at_school = a_post("51-S05.T1", "51-S05.T1");
    at_school.from = Date::of("2024-02-01");
    OpenCycle cycle;
    cycle.cycle = CycleId::of("2024");
    cycle.year = 2024;
    cycle.title = Label::of("Kỳ đánh giá, xếp loại năm 2024");
    cycle.document = DocumentId::of("D1");
    cycle.rulebook = RulebookId::of("nd90-48-2023");
    cycle.scope = {UnitCode::of("51")};
    cycle.submission = {Date::of("2024-11-30"), false};
    return layered(a_year_with_guidance(), layer)
        .and_given({a_group({"A1", "A2", "A3", "B1"}), QuotaReadingNamed{kCycle, kDepartment, QuotaBase::total_rated,
                                                                         QuotaRounding::floor, DocumentId::of("D1")}})
        .at("2024-10-01T08:00")
        .and_given({PostEnded{PersonCode::of("A3"), UnitCode::of("51-S05.P1"), kSince, Date::of("2024-05-31"), {}},
                    PostEnded{PersonCode::of("B1"), UnitCode::of("51-S05.P2"), kSince, Date::of("2024-01-31"), {}},
                    in_post("B1", at_school)})
        .after("ADMIN", cycle);
}

CopySetup copying() {
    return {CycleId::of("2024"), kCycle, DocumentId::of("D1"), {}};
}

TEST(CopySetup, TakesGroupsReadingsAndTheConcretisationAsAProposal) {
    const auto decision = next_year().when("ADMIN", copying());
    ASSERT_TRUE(decision) << decision.error().detail_en;
    EXPECT_THAT(types_of(decision), ElementsAre("cycle.setup-copied", "comparable-group.defined", "quota-reading.named",
                                                "concretisation.proposed"));
    const auto copied = decision->events[0].event.get<CycleSetupCopied>();
    EXPECT_THAT(copied.left_out,
                ElementsAre(LeftOut{PersonCode::of("A3"), GroupId::of("G1"), LeftOutWhy::no_post},
                            LeftOut{PersonCode::of("B1"), GroupId::of("G1"), LeftOutWhy::other_agency}));
    const auto group = decision->events[1].event.get<ComparableGroupDefined>();
    EXPECT_EQ(group.cycle.str(), "2024");
    EXPECT_THAT(group.members, ElementsAre(PersonCode::of("A1"), PersonCode::of("A2")));
    const auto layer = decision->events[3].event.get<ConcretisationProposed>();
    EXPECT_EQ(layer.layer, a_layer()) << "without the day of that year";
    EXPECT_EQ(layer.layer_hash, concretisation::hash_of(a_layer()));
    // It binds nobody until head and committee propose and issue it again.
    const auto after = next_year().and_decided(decision).and_given({dated("HD24", "2024-10-01")});
    auto issue = a_layer_issue(1, "HD24");
    issue.cycle = CycleId::of("2024");
    EXPECT_EQ(refusal_of(after.when("DIRECTOR", issue)), "step-order /version");
    auto proposal = a_layer_proposal();
    proposal.cycle = CycleId::of("2024");
    proposal.agreed_on = Date::of("2024-10-01");
    issue.version = 2;
    EXPECT_TRUE(after.after("DIRECTOR", proposal).when("DIRECTOR", issue));
    EXPECT_EQ(refusal_of(after.when("ADMIN", copying())), "nothing-to-change");
    EXPECT_FALSE(after.past()->dossier(dossier_id(CycleId::of("2024"), PersonCode::of("A1"))).exists());
}

TEST(CopySetup, Refusals) {
    EXPECT_EQ(refusal_of(next_year().when("DIRECTOR", copying())), "not-competent");
    auto command = copying();
    command.from = CycleId::of("1999");
    EXPECT_EQ(refusal_of(next_year().when("ADMIN", command)), "invalid-field /from");
    command.from = command.cycle;
    EXPECT_EQ(refusal_of(next_year().when("ADMIN", command)), "invalid-field /from");
    command = copying();
    command.agencies = {UnitCode::of("534")};
    EXPECT_EQ(refusal_of(next_year().when("ADMIN", command)), "nothing-to-change") << "nothing was set up there";
    command.agencies = {UnitCode::of("nowhere")};
    EXPECT_EQ(refusal_of(next_year().when("ADMIN", command)), "invalid-field /agencies/0");
}

// Groups of collectives go with the set-up; a unit that is gone is left out and named.
TEST(CopySetup, TakesGroupsOfCollectives) {
    ComparableGroupDefined group{kCycle, GroupId::of("N-TT"), UnitCode::of("51"), Label::of("Các phòng"),
                                 {},     DocumentId::of("D1")};
    group.units = {UnitCode::of("51-S05.P1"), UnitCode::of("51-S05.P2")};
    const auto with_group = next_year().and_given(
        {group, UnitDissolved{UnitCode::of("51-S05.P2"), Date::of("2024-06-01"), DocumentId::of("D1")}});
    const auto decision = with_group.when("ADMIN", copying());
    ASSERT_TRUE(decision) << decision.error().detail_en;
    const auto copied = decision->events[0].event.get<CycleSetupCopied>();
    EXPECT_THAT(copied.groups, testing::Contains(GroupId::of("N-TT")));
    EXPECT_THAT(copied.units_left_out,
                ElementsAre(UnitLeftOut{UnitCode::of("51-S05.P2"), GroupId::of("N-TT"), UnitLeftOutWhy::no_unit}));
    const auto past = with_group.after("ADMIN", copying()).past();
    const auto* cycle = past->registry().cycle(CycleId::of("2024"));
    EXPECT_EQ(cycle->group_of(UnitCode::of("51-S05.P1"))->group.str(), "N-TT");
    EXPECT_EQ(cycle->group_of(UnitCode::of("51-S05.P2")), nullptr);
}

TEST(CopySetup, OfCollectivesBeforeTheyAreAppraised) {
    ComparableGroupDefined group{kCycle, GroupId::of("N-TT"), UnitCode::of("51"), Label::of("Các phòng"),
                                 {},     DocumentId::of("D1")};
    group.units = {UnitCode::of("51-S05.P1")};
    CollectiveAppraised appraised;
    appraised.cycle = CycleId::of("2024");
    appraised.unit = UnitCode::of("51-S05.P1");
    appraised.document = DocumentId::of("D1");
    const auto refused = next_year().and_given({group, appraised}).when("ADMIN", copying());
    EXPECT_EQ(refusal_of(refused), "step-order /from");
    EXPECT_EQ(refused.error().clause, "Điều 12 Quy định số 124-QĐ/TW");
}

}  // namespace
}  // namespace minhbach::services::cycle
