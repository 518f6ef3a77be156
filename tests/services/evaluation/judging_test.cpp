#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given forms_filed() {
    return a_rating_year()
        .at("2023-11-16T08:00")
        .after("A1", the_form("A1"))
        .after("HEAD1", the_form("HEAD1"))
        .at("2023-11-21T08:00");
}

TEST(JudgeCriteria, IsForWhoeverHoldsThePowerOfTheRole) {
    EXPECT_TRUE(forms_filed().when("HEAD1", a_judgement("A1", Judge::direct_head)));
    EXPECT_TRUE(forms_filed().when("OFFICER", a_judgement("A1", Judge::advisory_body)));
    EXPECT_TRUE(forms_filed().when("DIRECTOR", a_judgement("A1", Judge::authority)));
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", a_judgement("A1", Judge::authority))), "not-competent");
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD2", a_judgement("A1", Judge::direct_head))), "not-competent")
        << "another division";
}

TEST(JudgeCriteria, NeverAboutOneself) {
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", a_judgement("HEAD1"))), "self-decision");
}

TEST(JudgeCriteria, OnPaperOfOneselfIsABreachAndTheClerkIsNotTheSubject) {
    auto judgement = a_judgement("HEAD1");
    judgement.on_paper = on_paper("HEAD1", "2023-11-20T09:00");
    const auto judged = only<CriteriaJudged>(forms_filed().when("OFFICER", judgement));
    ASSERT_EQ(judged.breaches.size(), 1u);
    EXPECT_EQ(judged.breaches[0].type.str(), "self-decision");
    auto own = a_judgement("OFFICER");
    own.on_paper = on_paper("HEAD2", "2023-11-20T09:00");
    EXPECT_EQ(refusal_of(forms_filed().when("OFFICER", own)), "self-decision")
        << "nobody transcribes a judgement of themselves";
}

TEST(JudgeCriteria, WaitsForTheSelfAssessment) {
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", a_judgement("A2"))), "step-order");
    auto judgement = a_judgement("A2");
    judgement.on_paper = on_paper("HEAD1", "2023-11-20T09:00");
    const auto judged = only<CriteriaJudged>(forms_filed().when("OFFICER", judgement));
    ASSERT_EQ(judged.breaches.size(), 1u);
    EXPECT_EQ(judged.breaches[0].type.str(), "step-order");
}

TEST(JudgeCriteria, NeedsAReasonForNotMet) {
    auto judgement = a_judgement("A1");
    judgement.general.ethics.value = Judgement::not_met;
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", judgement)), "reason-required /general/ethics/reason");
}

TEST(JudgeCriteria, TypedCountsNeedTheSignedListAndMustBeConsistent) {
    auto judgement = a_judgement("A1");
    judgement.typed = TypedCounts{WorkCounts{20, 20, 20, 5}, CriteriaCounts{20, 20, 0}, DocumentId::of("LIST")};
    EXPECT_TRUE(forms_filed().when("HEAD1", judgement));
    judgement.typed->signed_list = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", judgement)), "invalid-field /typed/signedList");
    judgement.typed->signed_list = DocumentId::of("QD1");
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", judgement)), "invalid-field /typed/signedList")
        << "not a signed list";
    judgement.typed = TypedCounts{WorkCounts{20, 20, 15, 5}, CriteriaCounts{20, 20, 0}, DocumentId::of("LIST")};
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", judgement)), "facts-inconsistent /typed/work/onTimeWithQuality");
    judgement.typed = TypedCounts{{}, {}, DocumentId::of("LIST")};
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", judgement)), "invalid-field /typed");
}

TEST(JudgeCriteria, AfterTheDecisionIsTooLate) {
    const auto decided = discussed(a_rating_year(), {"A2"})
                             .after("OFFICER", a_proposal("A2", Level::good))
                             .after("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    EXPECT_EQ(refusal_of(decided.when("HEAD1", a_judgement("A2"))), "step-order");
}

RecordComment a_comment(std::string_view person, CommentSide side) {
    return {dossier_of(person), side, Text::of("Phối hợp tốt."), {}};
}

TEST(RecordComment, OfTheDirectHeadNeedsAMandate) {
    EXPECT_EQ(only<CommentRecorded>(forms_filed().when("HEAD1", a_comment("A1", CommentSide::direct_head))).side,
              CommentSide::direct_head);
    EXPECT_EQ(refusal_of(forms_filed().when("A2", a_comment("A1", CommentSide::direct_head))), "not-competent");
}

TEST(RecordComment, OfColleaguesNeedsNone) {
    const auto decision = forms_filed().when("B1", a_comment("A1", CommentSide::peer));
    ASSERT_TRUE(decision);
    EXPECT_FALSE(decision->authority.mandate);
    EXPECT_EQ(refusal_of(forms_filed().when("HOMEAFFAIRS", a_comment("A1", CommentSide::peer))), "not-competent");
    EXPECT_EQ(refusal_of(forms_filed().when("A1", a_comment("A1", CommentSide::peer))), "self-decision");
}

TEST(RecordComment, OfTheFormerAgency) {
    auto before = a_post("51-S02", "51-S02");
    before.to = Date::of("2020-12-31");
    const auto moved = forms_filed().and_given({in_post("A1", before)});
    EXPECT_TRUE(moved.when("HOMEAFFAIRS", a_comment("A1", CommentSide::former_agency)));
    EXPECT_EQ(refusal_of(forms_filed().when("HOMEAFFAIRS", a_comment("A1", CommentSide::former_agency))),
              "not-competent");
}

TEST(RecordComment, OnPaperNeedsTheClerksMandate) {
    auto comment = a_comment("A1", CommentSide::peer);
    comment.on_paper = on_paper("B1", "2023-11-20T09:00");
    const auto decision = forms_filed().when("OFFICER", comment);
    const auto recorded = only<CommentRecorded>(decision);
    EXPECT_TRUE(recorded.paper);
    EXPECT_TRUE(recorded.breaches.empty());
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("OFFICER"));
    EXPECT_EQ(refusal_of(forms_filed().when("A2", comment)), "not-competent");
    comment.on_paper = on_paper("B1", "2023-11-20T09:00", "NOWHERE");
    EXPECT_EQ(refusal_of(forms_filed().when("OFFICER", comment)), "invalid-field /onPaper/paper/document");
    comment = a_comment("A1", CommentSide::direct_head);
    comment.on_paper = on_paper("HEAD2", "2023-11-20T09:00");
    EXPECT_EQ(only<CommentRecorded>(forms_filed().when("OFFICER", comment)).breaches.at(0).type.str(), "not-competent");
}

TEST(RecordComment, MustSaySomethingBeforeTheDecision) {
    EXPECT_EQ(
        refusal_of(forms_filed().when("HEAD1", RecordComment{dossier_of("A1"), CommentSide::direct_head, {}, {}})),
        "invalid-field /text");
}

TEST(RecordPartyOpinion, IsRecordedByWhoeverMayAndNotDatedAhead) {
    const auto held = discussed(a_rating_year(), {"DIRECTOR"}, "M1", "CHAIR");
    const auto recorded = only<PartyOpinionRecorded>(held.when("OFFICER", a_party_opinion("DIRECTOR")));
    EXPECT_EQ(recorded.dated, Date::of("2023-11-23"));
    EXPECT_EQ(refusal_of(held.when("OFFICER", a_party_opinion("DIRECTOR", "2023-11-30"))), "invalid-field /dated");
    EXPECT_EQ(refusal_of(forms_filed().when("HEAD1", a_party_opinion("A1", "2023-11-20"))), "not-competent");
    auto opinion = a_party_opinion("DIRECTOR", "2023-11-20");
    opinion.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(forms_filed().when("OFFICER", opinion)), "invalid-field /document");
}

TEST(RecordPartyOpinion, ComesAfterTheMeeting) {
    const auto filed = a_rating_year().at("2023-11-16T08:00").after("PRINCIPAL", the_form("PRINCIPAL"));
    const auto early = filed.at("2023-11-23T08:00");
    EXPECT_EQ(refusal_of(early.when("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-23", ""))), "step-order /meeting");
    const auto held = filed.at("2023-11-22T10:00").after("OFFICER", a_meeting("M1", "51-S05", {"PRINCIPAL"}));
    EXPECT_EQ(refusal_of(held.at("2023-11-23T08:00").when("OFFICER", a_party_opinion("PRINCIPAL"))),
              "step-order /meeting")
        << "not adopted";
    const auto adopted = held.after("OFFICER", minutes_of("M1")).at("2023-11-23T08:00");
    EXPECT_TRUE(adopted.when("OFFICER", a_party_opinion("PRINCIPAL")));
    EXPECT_TRUE(adopted.when("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-22")));
    EXPECT_EQ(refusal_of(adopted.when("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-21"))), "step-order /dated");
    EXPECT_EQ(refusal_of(adopted.when("OFFICER", a_party_opinion("A1"))), "step-order /meeting") << "not discussed";
    EXPECT_EQ(refusal_of(adopted.when("OFFICER", a_party_opinion("PRINCIPAL", "2023-11-23", "M7"))),
              "invalid-field /meeting");
    auto paper = a_party_opinion("PRINCIPAL", "2023-11-21");
    paper.on_paper = on_paper("OFFICER", "2023-11-22T11:00");
    EXPECT_EQ(only<PartyOpinionRecorded>(adopted.when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
}

}  // namespace
}  // namespace minhbach::services::evaluation
