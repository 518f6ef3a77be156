// Kiến nghị, khiếu nại of the party track: to the committee that decided, or to the one above it.
#include "services/party/objection.hpp"

#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

const ObjectionId kObjection = ObjectionId::of("KN1");
constexpr int kDecisionOfA2 = 5;

// A2 was rated on 04/12 and notified.
Given notified() {
    auto history = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    history = history.after("SECRETARY", IssuePartyNotice{dossier_of("A2"), a_party_paper("16-TB/ĐU")});
    return history.and_given(
        {a_person("ABOVE", "Đinh Thị Lan"), a_mandate("ABOVE.1", "ABOVE", {Power::party_decide}, "51", Reach::unit)});
}
FilePartyObjection an_objection(ObjectionKind kind = ObjectionKind::petition) {
    return {dossier_of("A2"), kObjection, kind, kDecisionOfA2, Text::of("Chưa tính nhiệm vụ đột xuất"), {}};
}
ReceivePartyObjection taken_up(std::string_view resolver = "SECRETARY") {
    return {dossier_of("A2"), kObjection, PersonCode::of(resolver)};
}
ResolvePartyObjection an_answer(ObjectionOutcome outcome = ObjectionOutcome::upheld) {
    return {dossier_of("A2"), kObjection, outcome, Text::of("Có căn cứ"), a_party_paper("17-QĐ/ĐU")};
}

TEST(PartyObjection, IsFiledByTheMemberAfterTheNotice) {
    const auto year = notified();
    const auto filed = only<PartyObjectionFiled>(year.when("A2", an_objection()));
    EXPECT_EQ(filed.decision, kDecisionOfA2);
    EXPECT_EQ(filed.received_on, Date::of("2023-12-04"));
    EXPECT_EQ(refusal_of(year.when("A1", an_objection())), "not-competent");
    auto other = an_objection();
    other.decision = 2;
    EXPECT_EQ(refusal_of(year.when("A2", other)), "invalid-field /decision");
    other = an_objection();
    other.grounds = {};
    EXPECT_EQ(refusal_of(year.when("A2", other)), "invalid-field /grounds");
    const auto early = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    EXPECT_EQ(refusal_of(early.when("A2", an_objection())), "step-order /decision") << "not notified yet";
    EXPECT_EQ(refusal_of(year.after("A2", an_objection()).when("A2", an_objection())), "already-exists /objection");
}

TEST(PartyObjection, APetitionGoesToTheCommitteeThatDecidedAndSaysSo) {
    const auto filed = notified().after("A2", an_objection());
    const auto receipt = only<PartyObjectionReceived>(filed.when("CELL", taken_up()));
    EXPECT_EQ(receipt.body, kDepartment);
    EXPECT_TRUE(receipt.resolver_decided);
    EXPECT_TRUE(receipt.in_time);
    EXPECT_EQ(receipt.term_basis.str(), "quy định nội bộ");
    EXPECT_EQ(receipt.answer_by, Date::of("2023-12-18")) << "ten working days after 04/12";
    EXPECT_EQ(refusal_of(filed.when("CELL", taken_up("DIRECTOR"))), "not-competent /resolver")
        << "the state's head is no party committee";
    EXPECT_EQ(refusal_of(filed.when("CELL", taken_up("A2"))), "self-decision /resolver");
    EXPECT_EQ(refusal_of(filed.when("OFFICER", taken_up())), "not-competent");
}

// Điều 13: the committee above may look at the level again.
TEST(PartyObjection, AComplaintGoesToTheCommitteeAbove) {
    const auto filed = notified().after("A2", an_objection(ObjectionKind::complaint));
    EXPECT_EQ(refusal_of(filed.when("CELL", taken_up())), "not-competent /resolver");
    const auto receipt = only<PartyObjectionReceived>(filed.when("CELL", taken_up("ABOVE")));
    EXPECT_EQ(receipt.body, UnitCode::of("51"));
    EXPECT_FALSE(receipt.resolver_decided);
    const auto received_above = filed.after("CELL", taken_up("ABOVE"));
    EXPECT_EQ(refusal_of(received_above.when("SECRETARY", an_answer())), "not-competent");
    EXPECT_EQ(only<PartyObjectionResolved>(received_above.when("ABOVE", an_answer())).outcome,
              ObjectionOutcome::upheld);
}

TEST(PartyObjection, ComingLateIsMarkedAndNotRefused) {
    const auto late = notified().at("2023-12-20T08:00").after("A2", an_objection());
    EXPECT_FALSE(only<PartyObjectionReceived>(late.when("CELL", taken_up())).in_time);
}

TEST(PartyObjection, IsResolvedByWhoWasNamedAndOnlyOnce) {
    const auto filed = notified().after("A2", an_objection());
    EXPECT_EQ(refusal_of(filed.when("SECRETARY", an_answer())), "step-order") << "nobody took it up";
    const auto received_here = filed.after("CELL", taken_up());
    auto bare = an_answer();
    bare.reasons = {};
    EXPECT_EQ(refusal_of(received_here.when("SECRETARY", bare)), "reason-required /reasons");
    const auto resolved = received_here.after("SECRETARY", an_answer());
    EXPECT_EQ(refusal_of(resolved.when("SECRETARY", an_answer())), "step-order /objection");
    const WithdrawPartyObjection withdrawal{dossier_of("A2"), kObjection, {}};
    EXPECT_EQ(refusal_of(resolved.when("A2", withdrawal)), "step-order /objection");
    EXPECT_EQ(refusal_of(received_here.when("A2", withdrawal)), "accepted");
    EXPECT_EQ(refusal_of(received_here.after("A2", withdrawal).when("SECRETARY", an_answer())),
              "step-order /objection");
}

// "Kiến nghị được chấp nhận": the ground of a re-rating, and no other is.
TEST(PartyObjection, UpheldIsTheGroundOfARerating) {
    ReRateMember again;
    again.dossier = dossier_of("A2");
    again.decision = kDecisionOfA2;
    again.ground = ReratingGround::objection;
    again.objection = kObjection;
    again.reason = Text::of("Kiến nghị có căn cứ một phần");
    again.level = Level::completed;
    again.paper = a_party_paper("18-QĐ/ĐU");
    const auto received_here = notified().after("A2", an_objection()).after("CELL", taken_up());
    EXPECT_EQ(refusal_of(received_here.when("SECRETARY", again)), "step-order /objection") << "still open";
    const auto rejected = received_here.after("SECRETARY", an_answer(ObjectionOutcome::rejected));
    EXPECT_EQ(refusal_of(rejected.when("SECRETARY", again)), "step-order /objection");
    const auto upheld = received_here.after("SECRETARY", an_answer());
    const auto events = events_of(upheld.when("SECRETARY", again));
    EXPECT_EQ(events[0].get<PartyRatingCancelled>().objection, kObjection);
    EXPECT_EQ(events[1].get<PartyRatingDecided>().level, Level::completed);
    again.objection = ObjectionId::of("KN9");
    EXPECT_EQ(refusal_of(upheld.when("SECRETARY", again)), "invalid-field /objection");
}

TEST(PartyObjection, OneDecisionHasOneOpenObjectionOfAKind) {
    auto second = an_objection();
    second.objection = ObjectionId::of("KN2");
    const auto filed = notified().after("A2", an_objection());
    const auto refused = filed.when("A2", second);
    EXPECT_EQ(refusal_of(refused), "step-order /decision");
    EXPECT_EQ(refused.error().clause, "Điều 13 Quy định số 124-QĐ/TW");
    const auto answered = filed.after("CELL", taken_up()).after("SECRETARY", an_answer(ObjectionOutcome::rejected));
    EXPECT_TRUE(answered.when("A2", second));
}

}  // namespace
}  // namespace minhbach::services::party
