#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Event admitted(std::string_view person, std::string_view day) {
    return PartyMembershipRecorded{PersonCode::of(person), true, Date::of(day)};
}
ExemptMember an_exemption(PartyExemption ground = PartyExemption::exempt_from_activity) {
    return {dossier_of("A2"), ground, a_party_paper("09-QĐ/ĐU")};
}

TEST(PartyDossiers, AreOpenedForTheMembersOfTheCell) {
    const auto decision = a_party_year().when("CELL", the_cell());
    std::vector<std::string> people;
    for (const auto& event : events_of(decision)) people.push_back(event.get<PartyDossierOpened>().person.str());
    EXPECT_THAT(people, ElementsAre("A1", "A2", "A3", "B1", "DEPUTY", "DIRECTOR", "HEAD1"));
    const auto opened = events_of(decision).front().get<PartyDossierOpened>();
    EXPECT_EQ(opened.member_since, Date::of("2015-06-03"));
    EXPECT_EQ(opened.rulebook, kPartyRulebook);
    EXPECT_EQ(opened.committee_unit, kDepartment);
    EXPECT_TRUE(events_of(received().when("CELL", the_cell())).empty()) << "once";
}

TEST(PartyDossiers, AreOfMembersInThatUnitOnARulebookOfTheParty) {
    const auto refusal = [](const OpenPartyDossiers& command, std::string_view by = "CELL") {
        return refusal_of(a_party_year().when(by, command));
    };
    EXPECT_EQ(refusal(the_cell({PersonCode::of("OFFICER")})), "invalid-field /persons/0") << "no member";
    EXPECT_EQ(refusal(the_cell({PersonCode::of("TEACHER")})), "invalid-field /persons/0");
    EXPECT_EQ(refusal(the_cell({PersonCode::of("A1"), PersonCode::of("A1")})), "invalid-field /persons/1");
    EXPECT_EQ(refusal(the_cell(), "OFFICER"), "not-competent") << "a power of the state";
    auto state_rules = the_cell();
    state_rules.rulebook = RulebookId::of("nd90-48-2023");
    EXPECT_EQ(refusal(state_rules), "unknown-rulebook /rulebook");
    auto above = the_cell();
    above.committee_unit = UnitCode::of("534");
    EXPECT_EQ(refusal(above), "invalid-field /committeeUnit");
}

// "Đảng viên mới kết nạp chưa đủ 6 tháng" (khoản 2 Điều 5 Quy định số 124-QĐ/TW): told by the recorded date.
TEST(PartyStory, AMemberAdmittedLessThanSixMonthsAgoIsNeitherReviewedNorRated) {
    const auto year = a_party_year().and_given({admitted("OFFICER", "2023-06-05"), admitted("HEAD2", "2023-06-04")});
    const auto decision = year.when("CELL", the_cell({PersonCode::of("OFFICER"), PersonCode::of("HEAD2")}));
    EXPECT_THAT(types_of(decision), ElementsAre("party.dossier-opened", "party.exempted", "party.dossier-opened"));
    const auto exempted = events_of(decision)[1].get<PartyMemberExempted>();
    EXPECT_EQ(exempted.person.str(), "OFFICER");
    EXPECT_EQ(exempted.ground, PartyExemption::admitted_under_6_months);
    EXPECT_EQ(exempted.months_since_admission, 5);
    EXPECT_THAT(exempted.clause.str(), HasSubstr("khoản 2 Điều 5 Quy định số 124-QĐ/TW"));

    const auto opened = year.and_decided(decision);
    const auto refused = opened.when("OFFICER", a_self_review("OFFICER"));
    EXPECT_EQ(refusal_of(refused), "not-eligible");
    EXPECT_EQ(refused.error().clause, exempted.clause.str());
    EXPECT_EQ(refusal_of(opened.when("HEAD2", a_self_review("HEAD2"))), "accepted") << "six months to the day";
}

TEST(PartyDossiers, MembershipBeginsAnewAfterItEnded) {
    const auto year = a_party_year().and_given(
        {PartyMembershipRecorded{PersonCode::of("A1"), false, Date::of("2022-01-01")}, admitted("A1", "2023-10-01")});
    const auto decision = year.when("CELL", the_cell({PersonCode::of("A1")}));
    EXPECT_THAT(types_of(decision), ElementsAre("party.dossier-opened", "party.exempted"));
}

TEST(PartyExemption, IsClaimedOnAPaperOnlyWhereItIsNotComputed) {
    const auto open = received();
    EXPECT_EQ(refusal_of(open.when("CELL", an_exemption(PartyExemption::admitted_under_6_months))),
              "invalid-field /ground");
    auto secret = an_exemption();
    secret.paper.number = Label::of("09-QĐ/ĐU-Mật");
    EXPECT_EQ(refusal_of(open.when("CELL", secret)), "classified-refused /paper/number");
    EXPECT_EQ(open.when("CELL", secret).error().clause, "Luật Bảo vệ bí mật nhà nước năm 2018");
    auto tomorrow = an_exemption();
    tomorrow.paper.date = Date::of("2023-12-05");
    EXPECT_EQ(refusal_of(open.when("CELL", tomorrow)), "invalid-field /paper/date");

    const auto event = only<PartyMemberExempted>(open.when("CELL", an_exemption()));
    EXPECT_THAT(event.clause.str(), HasSubstr("khoản 2 Điều 5"));
    const auto exempt = open.after("CELL", an_exemption(PartyExemption::suspended_from_activity));
    EXPECT_EQ(refusal_of(exempt.when("A2", a_self_review("A2"))), "not-eligible");
    EXPECT_EQ(refusal_of(exempt.when("CELL", an_appraisal("A2"))), "not-eligible");
    EXPECT_EQ(refusal_of(exempt.when("SECRETARY", a_party_decision({a_party_line("A2")}))), "not-eligible /lines/0");
    EXPECT_EQ(refusal_of(exempt.when("CELL", an_exemption())), "nothing-to-change");
}

// Mẫu 02A for members without, 02B for those with a leading post; only the member speaks in it.
TEST(PartyStory, EveryMemberFilesTheOwnReviewOnTheFormOfTheirPost) {
    const auto open = received();
    EXPECT_EQ(refusal_of(open.when("A1", a_self_review("A1"))), "accepted");
    EXPECT_EQ(refusal_of(open.when("A3", a_self_review("A1"))), "not-competent");
    EXPECT_EQ(refusal_of(open.when("CELL", a_self_review("A1"))), "not-competent");
    auto other_form = a_self_review("A1");
    other_form.form = PartyForm::form_02b;
    EXPECT_EQ(refusal_of(open.when("A1", other_form)), "invalid-field /form");
    EXPECT_EQ(open.when("A1", other_form).error().clause, "Mẫu 02A Hướng dẫn số 25-HD/BTCTW");
    auto without_responsibility = a_self_review("HEAD1");
    without_responsibility.responsibility.reset();
    EXPECT_EQ(refusal_of(open.when("HEAD1", without_responsibility)), "invalid-field /responsibility");
    auto empty = a_self_review("A1");
    empty.limits = {};
    EXPECT_EQ(refusal_of(open.when("A1", empty)), "invalid-field /limits");
}

// Điều 11: self-rating, then appraisal and proposal, then the decision.
TEST(PartyStory, TheStepsComeInTheirOrder) {
    const auto open = received();
    const ProposePartyLevel proposal{dossier_of("A1"), Level::good, {}};
    EXPECT_EQ(refusal_of(open.when("CELL", an_appraisal("A1"))), "step-order");
    EXPECT_EQ(open.when("CELL", an_appraisal("A1")).error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    const auto filed = open.after("A1", a_self_review("A1"));
    EXPECT_EQ(refusal_of(filed.when("CELL", a_ballot("A1"))), "step-order");
    const auto appraised = filed.after("CELL", an_appraisal("A1"));
    EXPECT_EQ(refusal_of(appraised.when("CELL", proposal)), "step-order");
    const auto counted = appraised.after("CELL", a_ballot("A1"));
    EXPECT_EQ(refusal_of(counted.when("SECRETARY", a_party_decision({a_party_line("A1")}))), "step-order /lines/0");
    const auto proposed = counted.after("CELL", proposal);
    const auto decided = proposed.after("SECRETARY", a_party_decision({a_party_line("A1")}));
    EXPECT_EQ(refusal_of(decided.when("A1", a_self_review("A1"))), "step-order");
    EXPECT_EQ(refusal_of(decided.when("CELL", a_ballot("A1"))), "step-order");
    EXPECT_EQ(refusal_of(decided.when("CELL", proposal)), "step-order");
    EXPECT_EQ(refusal_of(decided.when("CELL", an_exemption())), "accepted") << "of another member";
}

TEST(PartyAppraisal, GradesCriteriaOfBothKindsAndTargetsOfLeaders) {
    const auto filed = received().after("A1", a_self_review("A1")).after("HEAD1", a_self_review("HEAD1"));
    const auto refusal = [&](const AppraiseMember& command) { return refusal_of(filed.when("CELL", command)); };
    auto one_kind = an_appraisal("A1");
    one_kind.criteria.pop_back();
    EXPECT_EQ(refusal(one_kind), "invalid-field /criteria");
    auto twice = an_appraisal("A1");
    twice.criteria.push_back(twice.criteria.front());
    EXPECT_EQ(refusal(twice), "invalid-field /criteria/2/name");
    auto targets = an_appraisal("A1");
    targets.targets = PartyTargets{10, 10, false, false};
    EXPECT_EQ(refusal(targets), "invalid-field /targets");
    auto none = an_appraisal("HEAD1");
    none.targets.reset();
    EXPECT_EQ(refusal(none), "invalid-field /targets");
    auto more = an_appraisal("HEAD1");
    more.targets->completed = 11;
    EXPECT_EQ(refusal(more), "invalid-field /targets/completed");
    auto unknown_act = an_appraisal("A1");
    unknown_act.mitigations = {{ViolationId::of("V1"), true, false}};
    EXPECT_EQ(refusal(unknown_act), "invalid-field /mitigations/0/violation");
    EXPECT_EQ(refusal_of(filed.when("SECRETARY", an_appraisal("A1"))), "not-competent") << "decides, does not propose";
}

// A secret ballot is a count; its sum is the number of ballots given out.
TEST(PartyStory, TheBallotIsKeptAsCountsThatAddUp) {
    const auto ready = received().after("A1", a_self_review("A1")).after("CELL", an_appraisal("A1"));
    auto ballot = a_ballot("A1", 2, 3);
    ballot.completed = 1;
    ballot.invalid = 1;
    ballot.not_returned = 1;
    ballot.present = 8;
    const auto counted = only<PartyBallotCounted>(ready.when("CELL", ballot));
    EXPECT_EQ(counted.present, 8);
    EXPECT_EQ(counted.invalid, 1);
    ballot.present = 9;
    EXPECT_EQ(refusal_of(ready.when("CELL", ballot)), "facts-inconsistent /present");
    ballot.present = 7;
    EXPECT_EQ(refusal_of(ready.when("CELL", ballot)), "facts-inconsistent /present");
    auto negative = a_ballot("A1", -1, 8);
    EXPECT_EQ(refusal_of(ready.when("CELL", negative)), "facts-inconsistent /present");
    auto secret_minutes = a_ballot("A1");
    secret_minutes.minutes.number = Label::of("03-BB/CB (Mật)");
    EXPECT_EQ(refusal_of(ready.when("CELL", secret_minutes)), "classified-refused /minutes/number");
    auto later = a_ballot("A1");
    later.held_on = Date::of("2023-12-05");
    EXPECT_EQ(refusal_of(ready.when("CELL", later)), "invalid-field /heldOn");
}

TEST(PartyBallot, OfTwoIsRefusedForItWouldSayWhoVotedHow) {
    const auto ready = received().after("A1", a_self_review("A1")).after("CELL", an_appraisal("A1"));
    const auto refused = ready.when("CELL", a_ballot("A1", 1, 1));
    EXPECT_EQ(refusal_of(refused), "invalid-field /present");
    EXPECT_EQ(refused.error().clause, "quy định nội bộ");
    EXPECT_EQ(refusal_of(ready.when("CELL", a_ballot("A1", 1, 2))), "accepted");
}

TEST(PartyProposal, OfAnotherLevelThanTheAppraisedOneNeedsAReason) {
    const auto counted =
        received().after("A1", a_self_review("A1")).after("CELL", an_appraisal("A1")).after("CELL", a_ballot("A1"));
    ProposePartyLevel proposal{dossier_of("A1"), Level::completed, {}};
    EXPECT_EQ(refusal_of(counted.when("CELL", proposal)), "reason-required /reason");
    proposal.reason = Text::of("Theo kết quả bỏ phiếu");
    EXPECT_EQ(refusal_of(counted.when("CELL", proposal)), "accepted");
}

TEST(PartyDossiers, NobodyActsInTheOwn) {
    const auto year = received().and_given(
        {a_mandate("A1.1", "A1", {Power::party_propose, Power::party_decide}, "51-S05", Reach::subtree)});
    const auto filed = year.after("A1", a_self_review("A1"));
    EXPECT_EQ(refusal_of(filed.when("A1", an_appraisal("A1"))), "self-decision");
    EXPECT_EQ(refusal_of(voted(year, {"A1"}).when("A1", a_party_decision({a_party_line("A1")}))),
              "self-decision /lines/0");
}

}  // namespace
}  // namespace minhbach::services::party
