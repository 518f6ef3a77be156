// Who may take a step is what the rulebook of the cycle says: the same acts under a rulebook that names others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_review.hpp"
#include "other_actor.hpp"

namespace minhbach::services::evaluation {
namespace {

using testing::HasSubstr;

Given ready() {
    return discussed(a_rating_year(), {"A1"});
}

Given good() {
    return discussed(a_rating_year(), {"A2"}).after("OFFICER", a_proposal("A2", Level::good));
}

TEST(ByWhom, AProposalIsMadeByWhomTheRulebookNames) {
    const auto proposal = a_proposal("A1", Level::excellent);
    EXPECT_TRUE(ready().when("OFFICER", proposal));
    const auto by_head = ready().under(with_actor("nd90.18.2.c", "ADVISORY_BODY", "DIRECT_HEAD"));
    EXPECT_TRUE(by_head.when("HEAD1", proposal));
    const auto refused = by_head.when("OFFICER", proposal);
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm c khoản 2 Điều 18 Nghị định số 90/2020/NĐ-CP"));
    EXPECT_THAT(refused.error().detail_en, HasSubstr("the direct head"));
    EXPECT_EQ(refusal_of(ready().when("HEAD1", proposal)), "not-competent") << "not in the rulebook as it is";
}

TEST(ByWhom, ADecisionIsTakenByWhomTheRulebookNames) {
    const auto proposed = good().at("2023-11-28T09:00");
    const auto decision = a_decision({a_line("A2", Level::good)});
    const auto competence = proposed.when("OFFICER", decision);
    EXPECT_EQ(competence.error().type, "not-competent");
    EXPECT_THAT(competence.error().clause, HasSubstr("điểm b khoản 2 Điều 16")) << "who the competent authority is";
    // The second actor of that clause: the first is the one who proposes.
    auto text = law::nd90_48_2023().text();
    const std::string was = R"("by":["COMPETENT_AUTHORITY"],"clause":"nd90.18.2.c")";
    text.replace(text.find(was), was.size(), R"("by":["ADVISORY_BODY"],"clause":"nd90.18.2.c")");
    const auto by_officer = proposed.under(*law::Rulebook::read(text));
    const auto refused = by_officer.when("DIRECTOR", decision);
    EXPECT_EQ(refused.error().type, "not-competent");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm c khoản 2 Điều 18"));
}

TEST(ByWhom, AStepOfSeveralPeopleTogetherIsTakenByNoSinglePerson) {
    const auto staff = ready().under(with_actor("nd90.18.2.c", "ADVISORY_BODY", "STAFF"));
    const auto refused = staff.when("OFFICER", a_proposal("A1", Level::good));
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm c khoản 2 Điều 18"));
}

TEST(ByWhom, OpinionsComeFromThoseWhomTheRulebookNames) {
    const RecordComment peer{dossier_of("A1"), CommentSide::peer, Text::of("Phối hợp tốt"), {}};
    EXPECT_TRUE(ready().when("A2", peer));
    auto text = law::nd90_48_2023().text();
    const std::string was = R"("by":["DIRECT_HEAD","FORMER_AGENCY","STAFF"],"clause":"internal.opinions")";
    ASSERT_NE(text.find(was), std::string::npos);
    text.replace(text.find(was), was.size(), R"("by":["DIRECT_HEAD"],"clause":"internal.opinions")");
    const auto heads_only = ready().under(*law::Rulebook::read(text));
    EXPECT_EQ(refusal_of(heads_only.when("A2", peer)), "not-competent");
    EXPECT_TRUE(heads_only.when("HEAD1", RecordComment{dossier_of("A1"), CommentSide::direct_head, peer.text, {}}));
}

Given filed() {
    return a_rating_year()
        .at("2023-11-16T08:00")
        .after("A1", the_form("A1"))
        .after("A2", the_form("A2"))
        .at("2023-11-22T10:00");
}

// Those who meet are written down on the mandate for meetings; another actor in the rulebook, another keeper, of the
// minutes as of the list of who was there.
TEST(ByWhom, AMeetingIsKeptByWhomTheRulebookNames) {
    const auto meeting = a_meeting("M1", "51-S05.P1", {"A1", "A2"});
    const AdoptMinutes adoption{meeting.meeting, Time::of("2023-11-22T10:30"), {}, {}};
    const ReopenMinutes reopening{meeting.meeting, Text::of("Ghi thiếu ý kiến")};
    const auto held = filed().after("HEAD1", meeting).at("2023-11-22T11:00");
    EXPECT_TRUE(held.when("HEAD1", adoption));
    const auto by_officer = with_actor("nd90.18.2.b", "STAFF", "ADVISORY_BODY");
    EXPECT_TRUE(filed().under(by_officer).when("OFFICER", meeting));
    EXPECT_TRUE(held.under(by_officer).when("OFFICER", adoption));
    EXPECT_TRUE(held.after("HEAD1", adoption).under(by_officer).when("OFFICER", reopening));
    for (const auto& refused :
         {filed().under(by_officer).when("HEAD1", meeting), held.under(by_officer).when("HEAD1", adoption),
          held.after("HEAD1", adoption).under(by_officer).when("HEAD1", reopening)}) {
        EXPECT_EQ(refusal_of(refused), "not-competent");
        EXPECT_THAT(refused.error().clause, HasSubstr("điểm b khoản 2 Điều 18"));
        EXPECT_THAT(refused.error().detail_en, HasSubstr("the personnel advisory body"));
    }
    const auto by_nobody = filed().under(with_actor("nd90.18.2.b", "STAFF", "YOUTH_UNION")).when("HEAD1", meeting);
    EXPECT_EQ(refusal_of(by_nobody), "not-competent");
    EXPECT_THAT(by_nobody.error().clause, HasSubstr("điểm b khoản 2 Điều 18"));
}

// The direct head judges where the opinion is given, the advisory body where it proposes, the authority where it
// decides.
TEST(ByWhom, CriteriaAreJudgedByWhomTheRulebookLetsTakeTheStep) {
    const auto judged_as = [](Judge judge) {
        JudgeCriteria command;
        command.dossier = dossier_of("A1");
        command.judge = judge;
        return command;
    };
    const auto advice = judged_as(Judge::advisory_body);
    EXPECT_TRUE(ready().when("OFFICER", advice));
    EXPECT_EQ(refusal_of(ready().when("HEAD1", advice)), "not-competent");
    const auto by_head = ready().under(with_actor("nd90.18.2.c", "ADVISORY_BODY", "DIRECT_HEAD"));
    EXPECT_TRUE(by_head.when("HEAD1", advice));
    const auto refused = by_head.when("OFFICER", advice);
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm c khoản 2 Điều 18"));
    const auto comment = judged_as(Judge::direct_head);
    EXPECT_TRUE(ready().when("HEAD1", comment));
    const auto sources = R"(DIRECT_HEAD","FORMER_AGENCY","STAFF)";
    const auto by_officer = ready().under(with_actor("internal.opinions", sources, "ADVISORY_BODY"));
    EXPECT_TRUE(by_officer.when("OFFICER", comment));
    EXPECT_EQ(refusal_of(by_officer.when("HEAD1", comment)), "not-competent");
}

TEST(ByWhom, NobodyActsForTheRatedPersonButTheClauseIsNamed) {
    const auto refused = a_rating_year().at("2023-11-16T08:00").when("A2", the_form("A1"));
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_THAT(refused.error().clause, HasSubstr("điểm a khoản 2 Điều 18"));
}

const law::Rulebook& of_collectives() {
    return law::rulebook_with(ProcedureStep::self_rating, 2023);
}

// In the rulebook as it is: by whoever acts for the collective, or by who heads it.
TEST(ByWhom, ACollectiveRatesItselfByWhomTheRulebookNames) {
    const auto year = review_concluded();
    EXPECT_TRUE(year.when("OFFICER", a_self_rating()));
    const auto both = R"(RATED_COLLECTIVE","UNIT_HEAD)";
    const auto by_head = year.under(with_actor("qd124.11/step-1", both, "UNIT_HEAD", of_collectives()));
    EXPECT_TRUE(by_head.when("DIRECTOR", a_self_rating()));
    const auto refused = by_head.when("OFFICER", a_self_rating());
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_THAT(refused.error().detail_en, HasSubstr("the head of the unit"));
    const auto together = year.under(with_actor("qd124.11/step-1", both, "LEADERSHIP", of_collectives()));
    const auto by_nobody = together.when("DIRECTOR", a_self_rating());
    EXPECT_EQ(refusal_of(by_nobody), "not-competent") << "the leadership meets; no single person is it";
    EXPECT_THAT(by_nobody.error().detail_en, HasSubstr("the leadership"));
}

TEST(ByWhom, ACollectiveIsAppraisedByWhomTheRulebookNames) {
    const auto self_rated = units_below_rated(review_concluded()).after("DIRECTOR", a_self_rating());
    EXPECT_TRUE(self_rated.when("HOMEAFFAIRS", an_appraisal()));
    EXPECT_EQ(refusal_of(self_rated.when("CHAIR", an_appraisal())), "not-competent");
    const auto by_chair =
        self_rated.under(with_actor("qd124.11/step-2", "ADVISORY_BODY", "COMPETENT_AUTHORITY", of_collectives()));
    EXPECT_TRUE(by_chair.when("CHAIR", an_appraisal()));
    const auto refused = by_chair.when("HOMEAFFAIRS", an_appraisal());
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, "Điều 13 Quy định số 124-QĐ/TW") << "who the competent authority is";
}

TEST(ByWhom, ACollectiveIsRatedByWhomTheRulebookNames) {
    const auto rating = a_collective("51-S05");
    EXPECT_TRUE(appraised().when("CHAIR", rating));
    EXPECT_EQ(refusal_of(appraised().when("HOMEAFFAIRS", rating)), "not-competent");
    const auto by_adviser =
        appraised().under(with_actor("qd124.11/step-3", "COMPETENT_AUTHORITY", "ADVISORY_BODY", of_collectives()));
    EXPECT_TRUE(by_adviser.when("HOMEAFFAIRS", rating));
    const auto refused = by_adviser.when("CHAIR", rating);
    EXPECT_EQ(refusal_of(refused), "not-competent");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
}

// What the collective is rated by is the rulebook that the past has, with its hash.
TEST(ByWhom, ACollectiveIsAppraisedByTheRulebookOfThePast) {
    const auto self_rated = units_below_rated(review_concluded()).after("DIRECTOR", a_self_rating());
    const auto other = with_actor("qd124.11/step-3", "COMPETENT_AUTHORITY", "ADVISORY_BODY", of_collectives());
    const auto hash_of = [](const Given& history) {
        return only<CollectiveAppraised>(history.when("HOMEAFFAIRS", an_appraisal())).evaluation.rulebook_hash;
    };
    EXPECT_EQ(hash_of(self_rated), of_collectives().hash());
    EXPECT_EQ(hash_of(self_rated.under(other)), other->hash());
}

// The clause of "nobody judges about themselves" is that of the rulebook of the cycle, not of the year's.
TEST(ByWhom, SelfDecisionCitesTheRulebookOfTheCycle) {
    auto text = law::nd90_48_2023().text();
    const std::string was = R"("citation":"khoản 1 Điều 2","clause":"nd90.2.1")";
    ASSERT_NE(text.find(was), std::string::npos);
    text.replace(text.find(was), was.size(), R"("citation":"khoản 9 Điều 9","clause":"nd90.2.1")");
    const auto history = discussed(a_rating_year(), {"OFFICER"}).under(*law::Rulebook::read(text));
    const auto refused = history.when("OFFICER", a_proposal("OFFICER", Level::good));
    EXPECT_EQ(refusal_of(refused), "self-decision");
    EXPECT_THAT(refused.error().clause, HasSubstr("khoản 9 Điều 9"));
}

// Khoản 2 Điều 20: "trước ngày 15 tháng 12". A later decision is possible, and says so.
TEST(RatingTerm, ADecisionAfterItIsRecordedWithTheClause) {
    const auto proposed = good();
    const auto decided = [&](std::string_view at) {
        return only<RatingDecided>(proposed.at(at).when("DIRECTOR", a_decision({a_line("A2", Level::good)}))).breaches;
    };
    EXPECT_TRUE(decided("2023-12-14T23:00").empty());
    const auto late = decided("2023-12-15T08:00");
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].type.str(), "term-passed");
    EXPECT_THAT(late[0].clause.str(), HasSubstr("khoản 2 Điều 20 Nghị định số 90/2020/NĐ-CP"));
    EXPECT_THAT(late[0].detail.str(), HasSubstr("14/12/2023"));
}

}  // namespace
}  // namespace minhbach::services::evaluation
