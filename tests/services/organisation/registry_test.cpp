#include "services/organisation/registry.hpp"

#include <gtest/gtest.h>

#include "given.hpp"
#include "given_province.hpp"

namespace minhbach::services::organisation {
namespace {

const Date kAskedOn = Date::of("2023-11-20");

std::vector<std::string> codes(const std::vector<UnitCode>& units) {
    std::vector<std::string> result;
    for (const auto& unit : units) result.push_back(unit.str());
    return result;
}
std::vector<std::string> codes(const std::vector<PersonCode>& people) {
    std::vector<std::string> result;
    for (const auto& person : people) result.push_back(person.str());
    return result;
}
using Codes = std::vector<std::string>;

UnitChanged moved(std::string_view unit, std::string_view parent, std::string_view from) {
    UnitChanged changed;
    changed.unit = UnitCode::of(unit);
    changed.parent = UnitCode::of(parent);
    changed.from = Date::of(from);
    changed.document = DocumentId::of("D1");
    return changed;
}

TEST(Registry, TreeFollowsTheLegalDate) {
    const auto past = given(a_province()).and_given({moved("51-S05.T1", "534", "2023-12-01")}).past();
    const auto& registry = past->registry();
    const auto school = UnitCode::of("51-S05.T1");
    EXPECT_TRUE(registry.within(school, UnitCode::of("51-S05"), kAskedOn));
    EXPECT_FALSE(registry.within(school, UnitCode::of("534"), kAskedOn));
    EXPECT_TRUE(registry.within(school, UnitCode::of("534"), Date::of("2023-12-01")));
    EXPECT_TRUE(registry.within(school, UnitCode::of("51"), Date::of("2023-12-01")));
    EXPECT_FALSE(registry.within(school, UnitCode::of("51"), Date::of("2019-12-31")));
    EXPECT_EQ(codes(registry.children(UnitCode::of("51-S05"), kAskedOn)),
              (Codes{"51-S05.P1", "51-S05.P2", "51-S05.T1"}));
    EXPECT_EQ(codes(registry.subtree(UnitCode::of("534"), Date::of("2023-12-01"))),
              (Codes{"534", "21109", "51-S05.T1"}));
}

TEST(Registry, DissolvedUnitIsNowhereFromThatDayOn) {
    UnitDissolved dissolved{UnitCode::of("21109"), Date::of("2023-12-01"), DocumentId::of("D1")};
    const auto past = given(a_province()).and_given({dissolved}).past();
    const auto& registry = past->registry();
    EXPECT_TRUE(registry.within(UnitCode::of("21109"), UnitCode::of("51"), Date::of("2023-11-30")));
    EXPECT_FALSE(registry.within(UnitCode::of("21109"), UnitCode::of("51"), Date::of("2023-12-01")));
    EXPECT_TRUE(registry.children(UnitCode::of("534"), Date::of("2023-12-01")).empty());
    EXPECT_TRUE(registry.subtree(UnitCode::of("21109"), Date::of("2023-12-01")).empty());
}

TEST(Registry, DivisionsBelongToAnAgencyAndSchoolsAreOne) {
    const auto past = given(a_province()).past();
    const auto& registry = past->registry();
    EXPECT_EQ(registry.agency_of(UnitCode::of("51-S05.P1"), kAskedOn), UnitCode::of("51-S05"));
    EXPECT_EQ(registry.agency_of(UnitCode::of("51-S05.T1"), kAskedOn), UnitCode::of("51-S05.T1"));
    EXPECT_EQ(registry.agency_of(UnitCode::of("nowhere"), kAskedOn), std::nullopt);
}

TEST(Registry, PeopleByUnitAndByWhoManagesThem) {
    const auto past = given(a_province()).past();
    const auto& registry = past->registry();
    EXPECT_EQ(codes(registry.people_in(UnitCode::of("51-S05.P1"), kAskedOn)), (Codes{"A1", "A2", "A3", "HEAD1"}));
    EXPECT_EQ(codes(registry.people_managed_by(UnitCode::of("51"), kAskedOn)), (Codes{"CHAIR", "DIRECTOR"}));
    EXPECT_EQ(codes(registry.people_managed_by(UnitCode::of("51-S05.T1"), kAskedOn)), (Codes{"TEACHER"}));
    EXPECT_TRUE(registry.people_managed_by(UnitCode::of("51"), Date::of("2019-01-01")).empty());
}

TEST(Registry, LeadingPostCountsBeforeALaterOne) {
    auto second = a_post("51-S05.P2", "51-S05");
    second.from = Date::of("2022-01-01");
    const auto past = given(a_province()).and_given({in_post("HEAD1", second), in_post("A1", second)}).past();
    const auto* head = past->registry().person(PersonCode::of("HEAD1"));
    EXPECT_EQ(head->posts_at(kAskedOn).size(), 2u);
    EXPECT_EQ(head->main_post_at(kAskedOn)->unit, UnitCode::of("51-S05.P1"));
    EXPECT_EQ(past->registry().person(PersonCode::of("A1"))->main_post_at(kAskedOn)->unit, UnitCode::of("51-S05.P2"));
}

TEST(Registry, EndedPostIsHeldToItsLastDay) {
    PostEnded ended{PersonCode::of("A1"), UnitCode::of("51-S05.P1"), kSince, Date::of("2023-10-31"), {}};
    const auto past = given(a_province()).and_given({ended}).past();
    const auto* person = past->registry().person(PersonCode::of("A1"));
    EXPECT_NE(person->main_post_at(Date::of("2023-10-31")), nullptr);
    EXPECT_EQ(person->main_post_at(Date::of("2023-11-01")), nullptr);
    EXPECT_EQ(person->last_post_at(Date::of("2023-11-01"))->unit, UnitCode::of("51-S05.P1"));
}

TEST(Registry, PostAssignedAgainReplacesItsEntry) {
    auto corrected = a_post("51-S05.P1", "51-S05", "Kế toán viên");
    const auto past = given(a_province()).and_given({in_post("A1", corrected)}).past();
    const auto* person = past->registry().person(PersonCode::of("A1"));
    ASSERT_EQ(person->posts.size(), 1u);
    EXPECT_EQ(person->posts.front().title.str(), "Kế toán viên");
}

TEST(Registry, PartyMembershipIsAFactInTime) {
    const auto a1 = PersonCode::of("A1");
    const auto past = given(a_province())
                          .and_given({PartyMembershipRecorded{a1, true, Date::of("2010-05-01")},
                                      PartyMembershipRecorded{a1, false, Date::of("2022-01-01")}})
                          .past();
    const auto* person = past->registry().person(a1);
    EXPECT_FALSE(person->party_member_at(Date::of("2010-04-30")));
    EXPECT_TRUE(person->party_member_at(Date::of("2010-05-01")));
    EXPECT_FALSE(person->party_member_at(kAskedOn));
}

TEST(Registry, MandateHoldsWithinItsDatesUntilRevoked) {
    auto granted = a_mandate("M1", "A1", {Power::comment}, "51-S05.P1", Reach::unit);
    granted.from = Date::of("2023-11-15");
    granted.to = Date::of("2023-11-30");
    const auto base = given(a_province()).and_given({granted});
    const auto holds = [&](const Given& history, std::string_view day) {
        return history.past()->registry().mandate(MandateId::of("M1"))->holds_on(Date::of(day));
    };
    EXPECT_FALSE(holds(base, "2023-11-14"));
    EXPECT_TRUE(holds(base, "2023-11-15"));
    EXPECT_TRUE(holds(base, "2023-11-30"));
    EXPECT_FALSE(holds(base, "2023-12-01"));
    const auto revoked =
        base.and_given({MandateRevoked{granted.mandate, granted.person, Date::of("2023-11-20"), granted.document}});
    EXPECT_TRUE(holds(revoked, "2023-11-19"));
    EXPECT_FALSE(holds(revoked, "2023-11-20"));
    MandateCorrected corrected;
    corrected.mandate = granted.mandate;
    corrected.person = granted.person;
    corrected.from = Date::of("2023-11-28");
    corrected.reason = Text::of("Nhập sai ngày hiệu lực");
    EXPECT_FALSE(holds(base.and_given({corrected}), "2023-11-27"));
}

TEST(Registry, DisciplineRemembersWhenItBecameKnown) {
    DisciplineRecorded recorded;
    recorded.person = PersonCode::of("A2");
    recorded.violation = ViolationId::of("V1");
    recorded.effective = Date::of("2023-12-20");
    recorded.document = DocumentId::of("D1");
    const auto past = given(a_province()).at("2024-01-10T09:00").and_given({recorded}).past();
    const auto& disciplines = past->registry().person(recorded.person)->disciplines;
    ASSERT_EQ(disciplines.size(), 1u);
    EXPECT_EQ(disciplines.front().known_at, Time::of("2024-01-10T09:00"));
}

TEST(Registry, CorrectedDocumentKeepsCount) {
    DocumentCorrected corrected;
    corrected.document = DocumentId::of("D1");
    corrected.effective_from = Date::of("2023-11-28");
    corrected.reason = Text::of("Nhập sai");
    const auto past = given(a_province()).and_given({corrected}).past();
    const auto* document = past->registry().document(DocumentId::of("D1"));
    EXPECT_EQ(document->corrections, 1);
    EXPECT_EQ(document->registered.effective_from, Date::of("2023-11-28"));
    EXPECT_EQ(document->registered.date, kSince);
}

TEST(Registry, EventAboutSomethingUnknownIsABrokenInvariant) {
    EXPECT_THROW((void)given({in_post("NOBODY", a_post("51", "51"))}).past(), std::logic_error);
    EXPECT_THROW((void)given({moved("51", "52", "2023-01-01")}).past(), std::logic_error);
}

}  // namespace
}  // namespace minhbach::services::organisation
