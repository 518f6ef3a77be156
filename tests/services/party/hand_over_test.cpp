#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> people_in(const Sections<HandedOverLevel>& lines) {
    std::vector<std::string> people;
    for (const auto& line : lines.items) people.push_back(line.person.str());
    return people;
}

// The state's level falls and another takes its place, as a re-rating writes it.
Given corrected(const Given& history, std::string_view person, Level level) {
    return history.and_given({a_state_cancellation(person), a_state_level(person, level)});
}
HandOverCorrections the_corrections() {
    return {kCycle, kDepartment, kDepartment, DocumentId::of("QD1")};
}

TEST(HandOver, HoldsTheStateLevelsOfTheMembersWithTheDecisionTheyRestOn) {
    const auto list = only<PartyResultsHandedOver>(a_party_year().when("OFFICER", the_hand_over()));
    EXPECT_THAT(people_in(list.lines), ElementsAre("A1", "A2", "A3", "DEPUTY", "HEAD1"));
    EXPECT_EQ(list.number, 1);
    EXPECT_EQ(list.dated, Date::of("2023-12-04"));
    EXPECT_EQ(list.pending, 1) << "B1 has no decision; DIRECTOR is another agency's";
    const auto& first = list.lines.items.front().value.value();
    EXPECT_EQ(first.level, Level::excellent);
    EXPECT_EQ(first.decision, 1);
    EXPECT_EQ(first.document, DocumentId::of("QD1"));
    const auto past = a_party_year().past();
    EXPECT_EQ(first.position, past->dossier(dossier_of("A1")).decision->position);
    EXPECT_GT(*first.position, 0);
}

TEST(HandOver, IsGivenByTheStateAndReceivedByTheParty) {
    EXPECT_EQ(refusal_of(a_party_year().when("SECRETARY", the_hand_over())), "not-competent");
    EXPECT_EQ(refusal_of(a_party_year().when("ADMIN", the_hand_over())), "not-competent");
    const auto sent = a_party_year().after("DIRECTOR", the_hand_over());
    EXPECT_EQ(refusal_of(sent.when("DIRECTOR", its_receipt())), "not-competent");
    EXPECT_EQ(refusal_of(sent.when("PREADER", its_receipt())), "not-competent") << "reading is not receiving";
    EXPECT_EQ(refusal_of(sent.when("SECRETARY", its_receipt(2))), "invalid-field /number");
    EXPECT_EQ(only<PartyHandOverReceived>(sent.when("SECRETARY", its_receipt())).number, 1);
    EXPECT_EQ(refusal_of(sent.after("CELL", its_receipt()).when("SECRETARY", its_receipt())), "step-order /number");
}

TEST(HandOver, GoesOnWithThoseDecidedLater) {
    const auto sent = a_party_year().after("OFFICER", the_hand_over());
    EXPECT_EQ(refusal_of(sent.when("OFFICER", the_hand_over())), "step-order /agency");
    const auto list = only<PartyResultsHandedOver>(
        sent.and_given({a_state_level("B1", Level::completed)}).when("OFFICER", the_hand_over()));
    EXPECT_EQ(list.number, 2);
    EXPECT_THAT(people_in(list.lines), ElementsAre("B1"));
    EXPECT_EQ(list.pending, 0);
}

TEST(HandOver, NamesACommitteeADocumentAndACycleThatThereAre) {
    auto nowhere = the_hand_over();
    nowhere.committee_unit = UnitCode::of("NOWHERE");
    EXPECT_EQ(refusal_of(a_party_year().when("OFFICER", nowhere)), "invalid-field /committeeUnit");
    auto unknown = the_hand_over();
    unknown.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(a_party_year().when("OFFICER", unknown)), "invalid-field /document");
    auto other_year = the_hand_over();
    other_year.cycle = CycleId::of("1999");
    EXPECT_EQ(refusal_of(a_party_year().when("OFFICER", other_year)), "invalid-field /cycle");
}

// "Nếu kết quả của Nhà nước bị hủy hoặc xếp loại lại sau khi bàn giao thì phải bàn giao nội dung điều chỉnh."
TEST(HandOverStory, ACorrectionOfTheStateFollowsTheList) {
    const auto sent = received();
    EXPECT_TRUE(owed_corrections(*sent.past(), kCycle, kDepartment).empty());
    EXPECT_EQ(refusal_of(sent.when("OFFICER", the_corrections())), "nothing-to-change");

    const auto changed = corrected(sent, "A2", Level::completed);
    const auto owed = owed_corrections(*changed.past(), kCycle, kDepartment);
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed[0].person.str(), "A2");
    EXPECT_EQ(owed[0].handed_over.level, Level::good);
    EXPECT_EQ(owed[0].now.level, Level::completed);
    EXPECT_EQ(owed[0].number, 1);

    const auto correction = only<PartyCorrectionHandedOver>(changed.when("OFFICER", the_corrections()));
    EXPECT_EQ(correction.number, 2);
    EXPECT_EQ(correction.committee.str(), "Đảng ủy Sở Tài chính");
    EXPECT_THAT(people_in(correction.lines), ElementsAre("A2"));
    const auto handed = changed.after("OFFICER", the_corrections());
    EXPECT_TRUE(owed_corrections(*handed.past(), kCycle, kDepartment).empty());
}

CorrectHandOverSlip a_slip() {
    CorrectHandOverSlip slip;
    slip.cycle = kCycle;
    slip.agency = kDepartment;
    slip.number = 1;
    slip.person = PersonCode::of("A2");
    slip.what = Label::of("Số quyết định");
    slip.was = Text::of("15/QĐ-STC");
    slip.is = Text::of("51/QĐ-STC");
    slip.reason = Text::of("Gõ nhầm số");
    slip.document = DocumentId::of("QD1");
    return slip;
}

// Đính chính: the list that was given and received stays; whoever hands over says what should have stood there.
TEST(HandOverSlip, IsCorrectedByWhoHandsOverAndTheReceiptStaysThatOfTheList) {
    const auto sent = received();
    const auto event = only<PartyHandOverSlipCorrected>(sent.when("OFFICER", a_slip()));
    EXPECT_EQ(event.committee_unit, kDepartment);
    EXPECT_EQ(event.is.str(), "51/QĐ-STC");
    EXPECT_TRUE(sent.when("DIRECTOR", a_slip()));
    EXPECT_EQ(refusal_of(sent.when("SECRETARY", a_slip())), "not-competent") << "the party side received it";
    const auto before = sent.past();
    const auto after = sent.after("OFFICER", a_slip()).past();
    const auto& list = after->hand_over(kCycle, kDepartment).lists.at(1);
    EXPECT_TRUE(list.received);
    EXPECT_EQ(after->hand_over(kCycle, kDepartment).received(PersonCode::of("A2"))->value,
              before->hand_over(kCycle, kDepartment).received(PersonCode::of("A2"))->value);
    auto whole_list = a_slip();
    whole_list.person.reset();
    whole_list.what = Label::of("Tên cấp ủy");
    whole_list.was = Text::of("Đảng uỷ Sở Tài Chính");
    whole_list.is = Text::of("Đảng ủy Sở Tài chính");
    EXPECT_TRUE(a_party_year().after("OFFICER", the_hand_over()).when("OFFICER", whole_list)) << "not received yet";
}

TEST(HandOverSlip, IsNeverALevelAndNamesAListALineAGroundAndADocument) {
    const auto refused = [](const std::function<void(CorrectHandOverSlip&)>& change) {
        auto slip = a_slip();
        change(slip);
        return refusal_of(received().when("OFFICER", slip));
    };
    EXPECT_EQ(refused([](auto& s) { s.is = Text::of("Hoàn thành xuất sắc nhiệm vụ"); }), "step-order /is");
    EXPECT_EQ(refused([](auto& s) { s.number = 2; }), "invalid-field /number");
    EXPECT_EQ(refused([](auto& s) { s.person = PersonCode::of("B1"); }), "invalid-field /person") << "not in the list";
    EXPECT_EQ(refused([](auto& s) { s.is = s.was; }), "nothing-to-change /is");
    EXPECT_EQ(refused([](auto& s) { s.reason = {}; }), "reason-required /reason");
    EXPECT_EQ(refused([](auto& s) { s.document = DocumentId::of("NOWHERE"); }), "invalid-field /document");
}

TEST(HandOver, OfACancelledLevelSaysThatNoneIsInForce) {
    const auto cancelled = received().and_given({a_state_cancellation("A2")});
    const auto owed = owed_corrections(*cancelled.past(), kCycle, kDepartment);
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed[0].now, (HandedOverLevel{dossier_of("A2"), {}, {}, {}, {}}));
}

// Khoản 2 Điều 20 Nghị định số 90/2020/NĐ-CP: the state rates before the party.
TEST(HandOverStory, ThePartyRatesNobodyBeforeTheStatesLevelWasReceived) {
    const auto year = a_party_year().after("CELL", the_cell());
    const auto decision = a_party_decision({a_party_line("A2")});
    const auto refused = [&](const Given& history) { return history.when("SECRETARY", decision); };

    const auto unknown = voted(year, {"A2"});
    EXPECT_EQ(refusal_of(refused(unknown)), "step-order /lines/0/dossier");
    EXPECT_EQ(refused(unknown).error().clause, "khoản 2 Điều 20 Nghị định số 90/2020/NĐ-CP");

    const auto sent = unknown.after("OFFICER", the_hand_over());
    EXPECT_EQ(refusal_of(refused(sent)), "step-order /lines/0/dossier") << "sent is not received";

    const auto in_hand = sent.after("CELL", its_receipt());
    EXPECT_EQ(refusal_of(refused(in_hand)), "accepted");

    const auto changed = corrected(in_hand, "A2", Level::completed);
    EXPECT_EQ(refusal_of(refused(changed)), "step-order /lines/0/dossier") << "the level it would rest on is gone";
    const auto handed = changed.after("OFFICER", the_corrections());
    EXPECT_EQ(refusal_of(refused(handed)), "step-order /lines/0/dossier");
    const auto event = only<PartyRatingDecided>(refused(handed.after("CELL", its_receipt(2))));
    EXPECT_EQ(event.facts.state_level, RatedLevel::completed);
}

TEST(HandOver, ALevelThatChangedAfterThePartyDecidedIsToBeLookedAtAgain) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    EXPECT_TRUE(due_reratings(*decided.past(), kDepartment, Date::of("2023-12-05")).empty());
    const auto changed =
        corrected(decided, "A2", Level::completed).after("OFFICER", the_corrections()).after("CELL", its_receipt(2));
    const auto due = due_reratings(*changed.past(), kDepartment, Date::of("2023-12-05"));
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].ground, PartyReratingGround::state_level_changed);
    EXPECT_EQ(due[0].person.str(), "A2");
    EXPECT_EQ(due[0].clause.str(), "khoản 2 Điều 20 Nghị định số 90/2020/NĐ-CP");
}

}  // namespace
}  // namespace minhbach::services::party
