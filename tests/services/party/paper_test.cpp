// Acts of the party side that were done on paper: number, date, issuer and place are kept, and so is what they broke.
#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

PartyOnPaper signed_on_paper(std::string_view signer, std::string_view acted_at = "2023-12-01T15:00",
                             std::string_view number = "07-QĐ/ĐU") {
    return {a_party_paper(number), Time::of(acted_at), Label::of("Văn phòng Đảng ủy, cặp 12"), PersonCode::of(signer)};
}
DecidePartyRatings decided_on_paper(std::vector<PartyDecisionLine> lines, std::string_view signer = "SECRETARY") {
    auto command = a_party_decision(std::move(lines));
    command.on_paper = signed_on_paper(signer);
    return command;
}

TEST(PartyPaper, AnActIsTheSignersAndTheClerksEntry) {
    auto review = a_self_review("A2");
    review.on_paper = signed_on_paper("A2", "2023-11-30T09:00", "02-KĐ");
    const auto decision = received().when("CELL", review);
    const auto event = only<PartySelfReviewFiled>(decision);
    ASSERT_TRUE(event.transcript);
    EXPECT_EQ(event.transcript->paper.number.str(), "02-KĐ");
    EXPECT_EQ(event.transcript->place.str(), "Văn phòng Đảng ủy, cặp 12");
    EXPECT_TRUE(event.transcript->breaches.empty());
    EXPECT_EQ(decision->authority.actor.str(), "A2");
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("CELL"));
    EXPECT_EQ(decision->events.front().decided_at, Time::of("2023-11-30T09:00"));
    EXPECT_FALSE(only<PartySelfReviewFiled>(received().when("A2", a_self_review("A2"))).transcript) << "done here";
}

TEST(PartyPaper, IsNeverRefusedForARuleItBrokeButNamesEach) {
    const auto event =
        only<PartyRatingDecided>(received().when("CELL", decided_on_paper({a_party_line("A2", Level::excellent)})));
    ASSERT_TRUE(event.transcript);
    ASSERT_FALSE(event.transcript->breaches.empty());
    EXPECT_EQ(event.transcript->breaches.front().type.str(), "step-order") << "nobody proposed";
    EXPECT_EQ(event.transcript->breaches.front().clause.str(), "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_EQ(event.evaluation.outcome, RuleOutcome::undecided) << "nobody appraised either";
    const auto not_competent =
        only<PartyRatingDecided>(voted(received(), {"A2"}).when("CELL", decided_on_paper({a_party_line("A2")}, "A1")));
    ASSERT_EQ(not_competent.transcript->breaches.size(), 1u);
    EXPECT_EQ(not_competent.transcript->breaches.front().type.str(), "not-competent");
    const auto clean =
        only<PartyRatingDecided>(voted(received(), {"A2"}).when("CELL", decided_on_paper({a_party_line("A2")})));
    EXPECT_TRUE(clean.transcript->breaches.empty());
    EXPECT_EQ(clean.evaluation.outcome, RuleOutcome::rated);
}

TEST(PartyPaper, AClosedDecisionIsNotDecidedAgainByPaper) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    EXPECT_EQ(refusal_of(decided.when("CELL", decided_on_paper({a_party_line("A2")}))), "step-order /lines/0");
}

TEST(PartyPaper, MustBeAPaperThatCanBe) {
    const auto refused = [](const PartyOnPaper& paper) {
        auto review = a_self_review("A2");
        review.on_paper = paper;
        return refusal_of(received().when("CELL", review));
    };
    EXPECT_EQ(refused(signed_on_paper("A2")), "accepted");
    EXPECT_EQ(refused(signed_on_paper("A2", "2023-12-30T09:00")), "invalid-field /onPaper/actedAt");
    EXPECT_EQ(refused(signed_on_paper("NOBODY")), "invalid-field /onPaper/signer");
    auto nowhere = signed_on_paper("A2");
    nowhere.place = {};
    EXPECT_EQ(refused(nowhere), "invalid-field /onPaper/place");
}

// "Văn bản có độ mật không đưa vào hệ thống": its number, date and place are kept by a note of its own.
TEST(PartyPaper, WithASecrecyMarkIsRefused) {
    auto review = a_self_review("A2");
    review.on_paper = signed_on_paper("A2", "2023-12-01T15:00", "07-QĐ/ĐU (Mật)");
    EXPECT_EQ(refusal_of(received().when("CELL", review)), "classified-refused /onPaper/paper/number");
    const ClassifiedDocumentNoted note{DocumentId::of("MAT-1"), Label::of("07-QĐ/ĐU"), Date::of("2023-12-01"),
                                       Label::of("Văn phòng Đảng ủy"), SecrecyMark::confidential};
    EXPECT_EQ(only<ClassifiedDocumentNoted>(received().when("CELL", note)), note) << "the party side keeps its own";
    EXPECT_EQ(refusal_of(received().when("A1", note)), "not-competent");
}

TEST(PartyPaper, IsEnteredByThePartySideAloneAndNeverInTheOwnDossier) {
    auto review = a_self_review("A2");
    review.on_paper = signed_on_paper("A2");
    EXPECT_EQ(refusal_of(received().when("OFFICER", review)), "not-competent") << "a clerk of the state";
    EXPECT_EQ(refusal_of(received().when("A2", review)), "self-decision");
    EXPECT_EQ(refusal_of(received().when("SECRETARY", review)), "accepted");
}

}  // namespace
}  // namespace minhbach::services::party
