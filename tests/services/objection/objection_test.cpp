#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::objection {
namespace {

constexpr int kDecision = 4;  // opened, form, judgement, proposal, decision
const ObjectionId kPetition = ObjectionId::of("KN-1");

Given decided() {
    return discussed(a_rating_year(), {"A2", "A3"})
        .after("OFFICER", a_proposal("A2", Level::good))
        .after("OFFICER", a_proposal("A3", Level::good))
        .at("2023-11-28T09:00")
        .after("DIRECTOR", a_decision({a_line("A2", Level::good)}))
        .at("2023-11-30T09:00");
}
// The notice is received on Friday, 1 December.
Given notified() {
    return decided()
        .after("DIRECTOR",
               evaluation::IssueNotices{{dossier_of("A2")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}})
        .at("2023-12-01T10:00")
        .after("A2", evaluation::AcknowledgeNotice{dossier_of("A2"), {}})
        .at("2023-12-04T08:00");
}
FileObjection a_petition() {
    return {kPetition, ObjectionKind::petition, dossier_of("A2"), kDecision, Text::of("Vượt mức 12 nhiệm vụ"), {}, {}};
}
Given filed() {
    return notified().after("A2", a_petition());
}
ReceiveObjection a_receipt(std::string_view resolver = "DIRECTOR") {
    return {kPetition, PersonCode::of(resolver)};
}
Given received() {
    return filed().after("OFFICER", a_receipt());
}
ResolveObjection a_resolution(ObjectionOutcome outcome = ObjectionOutcome::upheld) {
    return {kPetition, outcome, Text::of("Đã đối chiếu sản phẩm"), DocumentId::of("QD1"), {}};
}

TEST(FileObjection, IsForThePersonAfterTheNotice) {  // Điều 24 ND 90
    const auto event = only<ObjectionFiled>(notified().when("A2", a_petition()));
    EXPECT_EQ(event.decision, kDecision);
    EXPECT_EQ(event.decision_document, DocumentId::of("QD1")) << "the decision's own";
    EXPECT_EQ(event.received_on, Date::of("2023-12-04"));
    EXPECT_EQ(refusal_of(notified().when("A3", a_petition())), "not-competent");
    EXPECT_EQ(refusal_of(notified().when("DIRECTOR", a_petition())), "not-competent");
    const auto early = decided().when("A2", a_petition());
    EXPECT_EQ(refusal_of(early), "step-order /decision");
    EXPECT_NE(early.error().clause.find("Điều 24 Nghị định số 90/2020/NĐ-CP"), std::string::npos);
}

TEST(FileObjection, NamesADecisionThatExists) {
    auto other = a_petition();
    other.decision = 3;
    EXPECT_EQ(refusal_of(notified().when("A2", other)), "invalid-field /decision");
    auto undecided = a_petition();
    undecided.dossier = dossier_of("A3");
    EXPECT_EQ(refusal_of(notified().when("A3", undecided)), "step-order");
    EXPECT_EQ(refusal_of(filed().when("A2", a_petition())), "already-exists /objection");
    auto silent = a_petition();
    silent.grounds = {};
    silent.received_on = Date::of("2023-12-01");
    const auto refused = notified().when("A2", silent);
    EXPECT_EQ(refusal_of(refused), "reason-required /grounds");
    EXPECT_EQ(refused.error().more.at(0).field, "/receivedOn");
}

TEST(FileObjection, OnPaperIsTakenDownWithWhatItBreaks) {
    auto paper = a_petition();
    paper.received_on = Date::of("2023-11-30");
    paper.on_paper = on_paper("A2", "2023-11-29T09:00", "D1");
    const auto event = only<ObjectionFiled>(decided().at("2023-12-05T08:00").when("OFFICER", paper));
    EXPECT_EQ(event.breaches.at(0).type.str(), "step-order");
    EXPECT_EQ(event.received_on, Date::of("2023-11-30"));
}

TEST(ReceiveObjection, SaysWhoResolvesAndUntilWhen) {
    const auto event = only<ObjectionReceived>(filed().when("OFFICER", a_receipt()));
    EXPECT_TRUE(event.resolver_decided) << "the decree sends the petition to whoever rated";
    EXPECT_TRUE(event.in_time);
    EXPECT_EQ(event.answer_by, Date::of("2023-12-18")) << "ten working days";
    EXPECT_EQ(event.term_basis.str(), "quy định nội bộ");
    const auto other = filed().and_given({a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_FALSE(only<ObjectionReceived>(other.when("OFFICER", a_receipt("DEPUTY"))).resolver_decided);
    EXPECT_TRUE(filed().when("DIRECTOR", a_receipt()));
}

TEST(ReceiveObjection, ALatePetitionIsMarkedAndNotRefused) {
    // Five working days from 1 December end on 8 December.
    for (const auto& [day, in_time] : {std::pair("2023-12-08T16:00", true), std::pair("2023-12-11T08:00", false)}) {
        const auto history = notified().at(day).after("A2", a_petition());
        EXPECT_EQ(only<ObjectionReceived>(history.when("OFFICER", a_receipt())).in_time, in_time) << day;
    }
}

TEST(ReceiveObjection, TheResolverDecidesAboutThePerson) {
    EXPECT_EQ(refusal_of(filed().when("OFFICER", a_receipt("HEAD1"))), "not-competent /resolver");
    EXPECT_EQ(refusal_of(filed().when("OFFICER", a_receipt("NOBODY"))), "invalid-field /resolver");
    EXPECT_EQ(refusal_of(filed().when("OFFICER", a_receipt("A2"))), "self-decision /resolver");
    EXPECT_EQ(refusal_of(filed().when("HEAD1", a_receipt())), "not-competent");
    EXPECT_EQ(refusal_of(filed().when("A2", a_receipt())), "self-decision");
    EXPECT_EQ(refusal_of(received().when("OFFICER", a_receipt())), "nothing-to-change /resolver");
    EXPECT_EQ(refusal_of(notified().when("OFFICER", a_receipt())), "not-found-or-not-allowed");
}

// Điều 7 and Điều 33 of the law on complaints: the first is for whoever decided, the second for the superior.
TEST(ReceiveObjection, ASecondComplaintIsNotForWhoDecidedOrAnswered) {
    auto complaint = a_petition();
    complaint.kind = ObjectionKind::complaint;
    auto second = complaint;
    second.objection = ObjectionId::of("KN-2");
    const ReceiveObjection again{second.objection, PersonCode::of("DIRECTOR")};
    const auto first = notified().after("A2", complaint);
    EXPECT_TRUE(first.when("OFFICER", a_receipt())) << "the first goes to whoever decided";
    const auto answered = first.after("OFFICER", a_receipt())
                              .after("DIRECTOR", a_resolution(ObjectionOutcome::rejected))
                              .after("A2", second);
    const auto refused = answered.when("OFFICER", again);
    EXPECT_EQ(refusal_of(refused), "conflict-of-interest /resolver");
    EXPECT_NE(refused.error().clause.find("Luật Khiếu nại"), std::string::npos);
    const auto other = answered.and_given({a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_TRUE(other.when("OFFICER", ReceiveObjection{second.objection, PersonCode::of("DEPUTY")}));
    // A petition may be put again to whoever rated: no clause sends it elsewhere.
    const auto petitions = received().after("DIRECTOR", a_resolution(ObjectionOutcome::rejected));
    auto another = a_petition();
    another.objection = second.objection;
    EXPECT_TRUE(petitions.after("A2", another).when("OFFICER", again));
}

TEST(ReceiveObjection, ARelativeDoesNotResolve) {
    const auto deputy = filed().and_given({a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed)});
    organisation::DeclareRelation tie;
    tie.person = PersonCode::of("DEPUTY");
    tie.other = PersonCode::of("A2");
    EXPECT_TRUE(deputy.when("OFFICER", a_receipt("DEPUTY")));
    EXPECT_EQ(refusal_of(deputy.after("DEPUTY", tie).when("OFFICER", a_receipt("DEPUTY"))),
              "conflict-of-interest /resolver");
    const auto named = deputy.after("OFFICER", a_receipt("DEPUTY")).after("DEPUTY", tie);
    EXPECT_EQ(named.when("DEPUTY", a_resolution()).error().type, "conflict-of-interest");
}

TEST(WithdrawObjection, IsForThePersonWhileItIsOpen) {
    const WithdrawObjection command{kPetition, {}};
    EXPECT_TRUE(filed().when("A2", command));
    EXPECT_TRUE(received().when("A2", command));
    EXPECT_EQ(refusal_of(filed().when("DIRECTOR", command)), "not-competent");
    const auto withdrawn = received().after("A2", command);
    EXPECT_EQ(refusal_of(withdrawn.when("A2", command)), "step-order");
    EXPECT_EQ(refusal_of(withdrawn.when("DIRECTOR", a_resolution())), "step-order");
    EXPECT_EQ(refusal_of(withdrawn.when("OFFICER", a_receipt("DIRECTOR"))), "step-order");
}

TEST(ResolveObjection, IsForTheResolverWithReasonsAndDocument) {
    const auto event = only<ObjectionResolved>(received().when("DIRECTOR", a_resolution(ObjectionOutcome::rejected)));
    EXPECT_EQ(event.outcome, ObjectionOutcome::rejected);
    EXPECT_TRUE(event.resolver_decided);
    EXPECT_EQ(refusal_of(filed().when("DIRECTOR", a_resolution())), "step-order") << "not received yet";
    EXPECT_EQ(refusal_of(received().when("OFFICER", a_resolution())), "not-competent");
    const auto two = received().and_given({a_mandate("DEPUTY.1", "DEPUTY", {Power::decide}, "51-S05", Reach::managed)});
    EXPECT_EQ(refusal_of(two.when("DEPUTY", a_resolution())), "not-competent") << "another one was named";
    auto wanting = a_resolution();
    wanting.reasons = {};
    wanting.document = DocumentId::of("NOWHERE");
    const auto refused = received().when("DIRECTOR", wanting);
    EXPECT_EQ(refusal_of(refused), "reason-required /reasons");
    EXPECT_EQ(refused.error().more.at(0).field, "/document");
    EXPECT_EQ(refusal_of(received().after("DIRECTOR", a_resolution()).when("DIRECTOR", a_resolution())), "step-order");
}

TEST(ResolveObjection, OnPaperByAnotherIsABreach) {
    auto paper = a_resolution();
    paper.on_paper = on_paper("DEPUTY", "2023-12-06T09:00");
    const auto event = only<ObjectionResolved>(received().at("2023-12-07T08:00").when("OFFICER", paper));
    EXPECT_EQ(event.breaches.at(0).type.str(), "not-competent");
    EXPECT_FALSE(event.resolver_decided);
}

TEST(ResolveObjection, IsGuardedByTheObjectionAndTheDossier) {
    const auto noted = received().noted_when("DIRECTOR", a_resolution());
    for (const auto* stream : {"objection/KN-1", "dossier/2023.A2", "mandates/DIRECTOR", "document/QD1"})
        EXPECT_TRUE(noted.contains(stream)) << stream;
}

TEST(FileObjection, OneDecisionHasOneOpenObjectionOfAKind) {  // Điều 24 ND 90
    auto second = a_petition();
    second.objection = ObjectionId::of("KN-2");
    const auto refused = filed().when("A2", second);
    EXPECT_EQ(refusal_of(refused), "step-order /decision");
    EXPECT_NE(refused.error().detail_en.find("KN-1"), std::string::npos);
    EXPECT_NE(refused.error().clause.find("Điều 24 Nghị định số 90/2020/NĐ-CP"), std::string::npos);
    auto complaint = second;
    complaint.kind = ObjectionKind::complaint;
    EXPECT_TRUE(filed().when("A2", complaint)) << "a complaint is another procedure";
    EXPECT_TRUE(filed().after("A2", WithdrawObjection{kPetition, {}}).when("A2", second));
    EXPECT_TRUE(received().after("DIRECTOR", a_resolution(ObjectionOutcome::rejected)).when("A2", second));
}

// The term of the answer runs out on 18 December; an answer of the 19th is given, and says so.
TEST(ResolveObjection, AfterTheTermSaysSo) {
    const auto answered = [&](std::string_view at) {
        return only<ObjectionResolved>(received().at(at).when("DIRECTOR", a_resolution())).breaches;
    };
    EXPECT_TRUE(answered("2023-12-18T17:00").empty());
    const auto late = answered("2023-12-19T08:00");
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].type.str(), "term-passed");
    EXPECT_EQ(late[0].clause.str(), "quy định nội bộ");
}

}  // namespace
}  // namespace minhbach::services::objection
