#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given filed() {
    return a_rating_year()
        .at("2023-11-16T08:00")
        .after("A1", the_form("A1"))
        .after("A2", the_form("A2"))
        .at("2023-11-22T10:00");
}
HoldMeeting the_meeting() {
    return a_meeting("M1", "51-S05.P1", {"A1", "A2"});
}
Given held() {
    return filed().after("HEAD1", the_meeting());
}

MinutesOpinion an_opinion(std::string_view about, int number, std::string_view speaker) {
    return {PersonCode::of(about), number, PersonCode::of(speaker), Text::of("Hoàn thành tốt nhiệm vụ được giao.")};
}

TEST(HoldMeeting, IsRecordedByWhoeverKeepsMeetingsOfTheUnit) {
    EXPECT_EQ(only<MeetingHeld>(filed().when("HEAD1", the_meeting())).discussed.size(), 2u);
    EXPECT_EQ(refusal_of(filed().when("HEAD2", the_meeting())), "not-competent");
}

TEST(HoldMeeting, LiesNotInTheFuture) {
    EXPECT_EQ(refusal_of(filed().at("2023-11-22T07:00").when("HEAD1", the_meeting())), "invalid-field /heldAt");
    auto meeting = the_meeting();
    meeting.ended_at = Time::of("2023-11-22T07:00");
    EXPECT_EQ(refusal_of(filed().when("HEAD1", meeting)), "invalid-field /endedAt");
}

TEST(HoldMeeting, NamesPeopleThatExistOnce) {
    auto meeting = the_meeting();
    meeting.chair = PersonCode::of("NOBODY");
    meeting.attendees.push_back(meeting.attendees[0]);
    meeting.attendees[1].in_writing = true;
    meeting.discussed.push_back(PersonCode::of("A2"));
    meeting.discussed.push_back(PersonCode::of("ADMIN"));
    const auto decision = filed().when("HEAD1", meeting);
    EXPECT_EQ(refusal_of(decision), "invalid-field /chair");
    std::vector<std::string> fields;
    for (const auto& more : decision.error().more) fields.push_back(more.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"/attendees/1/inWriting", "/attendees/3/person", "/discussed/2",
                                                "/discussed/3"}));
}

TEST(HoldMeeting, ComesAfterTheSelfAssessments) {
    const auto meeting = a_meeting("M1", "51-S05.P1", {"A1", "A3"});
    EXPECT_EQ(refusal_of(filed().when("HEAD1", meeting)), "step-order /discussed/1");
    auto paper = meeting;
    paper.on_paper = on_paper("HEAD1", "2023-11-22T09:00");
    EXPECT_EQ(only<MeetingHeld>(filed().when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
}

TEST(HoldMeeting, HasAnIdOfItsOwnInAKnownCycleAndUnit) {
    EXPECT_EQ(refusal_of(held().when("HEAD1", the_meeting())), "already-exists /meeting");
    auto meeting = the_meeting();
    meeting.cycle = CycleId::of("1999");
    EXPECT_EQ(refusal_of(filed().when("HEAD1", meeting)), "invalid-field /cycle");
    meeting = the_meeting();
    meeting.unit = UnitCode::of("NOWHERE");
    EXPECT_EQ(refusal_of(filed().when("HEAD1", meeting)), "invalid-field /unit");
}

TEST(AdoptMinutes, KeepsEveryOpinionUnderItsPerson) {
    const auto adopted = only<MinutesAdopted>(held().when(
        "HEAD1",
        minutes_of("M1", {an_opinion("A1", 1, "A2"), an_opinion("A2", 1, "A1"), an_opinion("A1", 2, "HEAD1")})));
    EXPECT_EQ(adopted.version, 1);
    ASSERT_EQ(adopted.opinions.items.size(), 3u);
    EXPECT_EQ(adopted.opinions.items[2].person.str(), "A1");
    EXPECT_EQ(adopted.opinions.items[2].value->number, 2);
}

TEST(AdoptMinutes, FollowsTheMeeting) {
    auto minutes = minutes_of("M1");
    minutes.adopted_at = Time::of("2023-11-22T08:30");
    EXPECT_EQ(refusal_of(held().when("HEAD1", minutes)), "step-order /adoptedAt");
    minutes.adopted_at = Time::of("2023-11-22T23:30");
    EXPECT_EQ(refusal_of(held().when("HEAD1", minutes)), "invalid-field /adoptedAt");
    EXPECT_EQ(refusal_of(held().when("HEAD1", minutes_of("M2"))), "not-found-or-not-allowed /meeting");
}

TEST(AdoptMinutes, RefusesOpinionsThatCannotBe) {
    const auto decision =
        held().when("HEAD1", minutes_of("M1", {an_opinion("A1", 1, "A2"), an_opinion("A1", 1, "A3"),
                                               an_opinion("A3", 1, "A1"), an_opinion("A2", 0, "A1")}));
    EXPECT_EQ(refusal_of(decision), "invalid-field /opinions/1/number");
    ASSERT_EQ(decision.error().more.size(), 2u);
    EXPECT_EQ(decision.error().more[0].field, "/opinions/2/about");
    EXPECT_EQ(decision.error().more[1].field, "/opinions/3/number");
}

TEST(AdoptMinutes, AttributesOpinionsToThoseWhoTookPart) {
    const auto minutes = minutes_of("M1", {an_opinion("A1", 1, "B1")});
    EXPECT_EQ(refusal_of(held().when("HEAD1", minutes)), "facts-inconsistent /opinions/0/speaker");
    auto paper = minutes;
    paper.on_paper = on_paper("HEAD1", "2023-11-22T09:30");
    EXPECT_EQ(only<MinutesAdopted>(held().when("OFFICER", paper)).breaches.at(0).type.str(), "facts-inconsistent");
    auto meeting = the_meeting();
    meeting.attendees.push_back({PersonCode::of("B1"), AttendeeRole::head_of_constituent, false, true, {}});
    EXPECT_TRUE(filed().after("HEAD1", meeting).when("HEAD1", minutes)) << "in writing";
}

TEST(AdoptMinutes, AreReopenedToBeCorrectedAsTheNextVersion) {
    const auto adopted = held().after("HEAD1", minutes_of("M1"));
    EXPECT_EQ(refusal_of(adopted.when("HEAD1", minutes_of("M1"))), "step-order");
    const ReopenMinutes reopen{MeetingId::of("M1"), Text::of("Bổ sung ý kiến thứ 7")};
    EXPECT_EQ(refusal_of(held().when("HEAD1", reopen)), "step-order");
    EXPECT_EQ(refusal_of(adopted.when("HEAD1", ReopenMinutes{MeetingId::of("M1"), {}})), "reason-required /reason");
    EXPECT_EQ(refusal_of(adopted.when("HEAD2", reopen)), "not-competent");
    EXPECT_EQ(only<MinutesAdopted>(adopted.after("HEAD1", reopen).when("HEAD1", minutes_of("M1"))).version, 2);
}

TEST(ReopenedMinutes, CarryNoProposal) {
    const auto reopened =
        discussed(a_rating_year(), {"A1"}).after("OFFICER", ReopenMinutes{MeetingId::of("M1"), Text::of("Bổ sung")});
    EXPECT_EQ(refusal_of(reopened.when("OFFICER", a_proposal("A1", Level::excellent))), "minutes-missing /meeting");
}

// Where somebody works, the agency of that, the agency that manages the person: no other meeting speaks about them.
TEST(HoldMeeting, DiscussesItsOwnPeople) {
    const auto all = discussed(a_rating_year(), {"A1", "B1", "HEAD1", "PRINCIPAL"}, "M0");
    const auto about = [&](std::string_view unit, std::string_view person) {
        const auto at = all.and_given({a_mandate("X", "OFFICER", {Power::meeting}, "51", Reach::subtree)});
        return refusal_of(at.when("OFFICER", a_meeting("M9", unit, {person})));
    };
    EXPECT_EQ(about("51-S05.P1", "A1"), "accepted");
    EXPECT_EQ(about("51-S05", "A1"), "accepted") << "the agency's own meeting";
    EXPECT_EQ(about("51-S05", "HEAD1"), "accepted");
    EXPECT_EQ(about("51-S05", "PRINCIPAL"), "accepted") << "the managing agency";
    EXPECT_EQ(about("51-S05.P1", "B1"), "facts-inconsistent /discussed/0") << "another division";
    EXPECT_EQ(about("534", "A1"), "facts-inconsistent /discussed/0") << "another agency";
    EXPECT_EQ(about("51", "A1"), "facts-inconsistent /discussed/0") << "above the agency";
    auto paper = a_meeting("M9", "51-S05.P1", {"B1"});
    paper.on_paper = on_paper("HEAD1", "2023-11-22T09:00");
    const auto entered = all.after("OFFICER", paper).after("OFFICER", minutes_of("M9"));
    EXPECT_EQ(only<MeetingHeld>(all.when("OFFICER", paper)).breaches.at(0).type.str(), "facts-inconsistent");
    EXPECT_EQ(refusal_of(entered.when("OFFICER", a_proposal("B1", Level::good, "M9"))), "minutes-missing /meeting");
}

// Entered in order, and yet held before: the times count.
TEST(HoldMeeting, IsHeldAfterTheFirstFormsWereFiled) {
    auto meeting = the_meeting();
    meeting.held_at = Time::of("2023-11-15T08:00");
    EXPECT_EQ(refusal_of(filed().when("HEAD1", meeting)), "step-order /discussed/0");
    auto paper = meeting;
    paper.on_paper = on_paper("HEAD1", "2023-11-15T09:00");
    EXPECT_EQ(only<MeetingHeld>(filed().when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
    // A form filed again after the meeting does not move it.
    const auto again = filed().at("2023-11-22T09:30").after("A1", the_form("A1"));
    EXPECT_TRUE(again.at("2023-11-22T10:00").when("HEAD1", the_meeting()));
}

}  // namespace
}  // namespace minhbach::services::evaluation
