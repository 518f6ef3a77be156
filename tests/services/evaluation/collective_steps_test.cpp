// Self-rating, appraisal and what a decision on a collective rests on.
#include <gtest/gtest.h>

#include "given_review.hpp"
#include "services/evaluation/collective_quota.hpp"

namespace minhbach::services::evaluation {
namespace {

Given self_rated() {
    return units_below_rated(review_concluded()).after("DIRECTOR", a_self_rating());
}
std::string appraised_with(const std::function<void(AppraiseCollective&)>& change, const Given& year = self_rated()) {
    auto appraisal = an_appraisal();
    change(appraisal);
    return refusal_of(year.when("HOMEAFFAIRS", appraisal));
}
CollectiveDiscipline punished(Disciplined of = Disciplined::leading_body_member) {
    CollectiveDiscipline discipline;
    discipline.violation = ViolationId::of("VP1");
    discipline.act_year = 2023;
    discipline.effective_on = Date::of("2023-06-01");
    discipline.of = of;
    discipline.document = DocumentId::of("D1");
    return discipline;
}
RaiseConcern a_concern(std::string_view id = "DT1") {
    return {kCycle,
            kDepartment,
            ConcernId::of(id),
            ConcernKind::disunity,
            Text::of("Dấu hiệu mất đoàn kết"),
            DocumentId::of("D1")};
}

TEST(SelfRateCollective, IsByTheHeadOrOnAMandateUntilAppraised) {
    const auto year = review_concluded();
    EXPECT_EQ(only<CollectiveSelfRated>(year.when("DIRECTOR", a_self_rating())).level, Level::good);
    EXPECT_EQ(year.when("OFFICER", a_self_rating())->authority.mandate->str(), "OFFICER.1");
    EXPECT_EQ(refusal_of(year.when("DEPUTY", a_self_rating())), "not-competent");
    EXPECT_EQ(refusal_of(self_rated().when("DIRECTOR", a_self_rating("51-S05", Level::completed))), "accepted");
    EXPECT_EQ(refusal_of(appraised().when("DIRECTOR", a_self_rating())), "step-order /unit");
    auto empty = a_self_rating();
    empty.ground = {};
    EXPECT_EQ(refusal_of(year.when("DIRECTOR", empty)), "invalid-field /ground");
    EXPECT_EQ(refusal_of(units_rated(year).when("DIRECTOR", a_self_rating())), "step-order /unit");
}

TEST(AppraiseCollective, IsByTheAdvisoryBodyOfTheLevelAbove) {
    EXPECT_EQ(appraised_with([](auto&) {}), "accepted");
    EXPECT_EQ(refusal_of(self_rated().when("CHAIR", an_appraisal())), "not-competent");
    const auto own = self_rated().and_given({a_mandate("X", "DEPUTY", {Power::propose}, "51-S05", Reach::unit)});
    EXPECT_EQ(refusal_of(own.when("DEPUTY", an_appraisal())), "self-decision");
    EXPECT_EQ(appraised_with([](auto& a) { a.kind = CollectiveKind::leadership_collective; }),
              "facts-inconsistent /kind");
}

TEST(AppraiseCollective, GradesEachCriterionAndNamesItsPapers) {
    EXPECT_EQ(appraised_with([](auto& a) { a.criteria.pop_back(); }), "invalid-field /criteria");
    EXPECT_EQ(appraised_with([](auto& a) { a.criteria[1].criterion = a.criteria[0].criterion; }),
              "invalid-field /criteria/1/criterion");
    EXPECT_EQ(appraised_with([](auto& a) { a.synthesis = {}; }), "invalid-field /synthesis");
    EXPECT_EQ(appraised_with([](auto& a) { a.disunity = DocumentId::of("NOWHERE"); }), "invalid-field /disunity");
    EXPECT_EQ(appraised_with([](auto& a) { a.targets = TypedTargets{3, 5, DocumentId::of("LIST")}; }),
              "facts-inconsistent /targets/completed");
}

TEST(AppraiseCollective, CountsTargetsAndUnitsBelowWhereNothingIsTyped) {
    const auto event = only<CollectiveAppraised>(self_rated().when("HOMEAFFAIRS", an_appraisal()));
    EXPECT_EQ(event.targets.assigned, 10);
    EXPECT_EQ(event.targets.completed, 10);
    EXPECT_FALSE(event.targets_typed);
    EXPECT_EQ(event.subordinate_units, 3);
    EXPECT_EQ(event.evaluation.level, Level::good);
}

TEST(AppraiseCollective, NeedsAReasonForAnotherLevelAndForAnotherAppraisal) {
    const auto lower = [](auto& a) { a.proposed = Level::completed; };
    EXPECT_EQ(appraised_with(lower), "reason-required /reason");
    EXPECT_EQ(appraised_with([&](auto& a) {
                  lower(a);
                  a.reason = Text::of("Chưa nổi trội");
              }),
              "accepted");
    EXPECT_EQ(appraised_with([](auto&) {}, appraised()), "reason-required /reason");
}

TEST(AppraiseCollective, LeavesNoDisciplinedMemberOut) {
    DisciplineRecorded recorded;
    recorded.person = PersonCode::of("DEPUTY");
    recorded.violation = ViolationId::of("VP1");
    recorded.act_year = 2023;
    recorded.effective = Date::of("2023-06-01");
    recorded.document = DocumentId::of("D1");
    auto self = a_self_rating();
    self.kind = CollectiveKind::leadership_collective;
    const auto year = units_below_rated(review_concluded()).and_given({recorded}).after("DIRECTOR", self);
    const auto leading = [](auto& a) { a.kind = CollectiveKind::leadership_collective; };
    EXPECT_EQ(appraised_with(leading, year), "facts-inconsistent /disciplines");
    EXPECT_EQ(appraised_with(
                  [&](auto& a) {
                      leading(a);
                      a.disciplines = {punished()};
                      a.proposed = Level::not_completed;
                  },
                  year),
              "accepted");
}

TEST(RateCollective, ByAnotherLevelThanTheRulesNeedsAReason) {
    auto lower = a_collective("51-S05", Level::completed);
    EXPECT_EQ(refusal_of(appraised().when("CHAIR", lower)), "reason-required /departure");
    lower.departure = Text::of("Tỉnh ủy kết luận còn hạn chế lớn");
    const auto rated = only<CollectiveRated>(appraised().when("CHAIR", lower));
    EXPECT_EQ(rated.level, Level::completed);
    EXPECT_EQ(rated.evaluation->level, Level::good) << "what the rules said stays with it";
    EXPECT_EQ(rated.departure, lower.departure);
    EXPECT_TRUE(rated.appraisal);
}

// Điều 11: "Bước 1: tự xếp loại; bước 2: thẩm định, đề xuất; bước 3: quyết định."
TEST(RateCollective, WithoutItsThreeStepsIsRefusedWithTheClause) {
    const auto year = units_below_rated(review_concluded());
    const auto refused = year.when("CHAIR", a_collective("51-S05"));
    EXPECT_EQ(refusal_of(refused), "step-order /unit");
    EXPECT_EQ(refused.error().clause, "Điều 11 Quy định số 124-QĐ/TW");
    const auto half = year.after("DIRECTOR", a_self_rating());
    EXPECT_EQ(refusal_of(half.when("CHAIR", a_collective("51-S05"))), "step-order /unit") << "it was not appraised";
    EXPECT_EQ(refusal_of(half.after("HOMEAFFAIRS", an_appraisal()).when("CHAIR", a_collective("51-S05"))), "accepted");
}

TEST(RateCollective, OnAPaperOfTheTimeWithoutItsStepsSaysSoInTheEvent) {
    auto paper = a_collective("51-S05");
    paper.on_paper = on_paper("CHAIR", "2023-11-24T09:00");
    const auto year = units_below_rated(review_concluded()).at("2023-11-25T08:00");
    const auto rated = only<CollectiveRated>(year.when("OFFICER", paper));
    ASSERT_EQ(rated.breaches.size(), 1U);
    EXPECT_EQ(rated.breaches[0].type.str(), "step-order");
    EXPECT_EQ(rated.breaches[0].clause.str(), "Điều 11 Quy định số 124-QĐ/TW");
    EXPECT_FALSE(rated.evaluation);
    EXPECT_FALSE(rated.appraisal);
}

TEST(RateCollective, OfAYearWithoutARulebookForCollectivesHasNoSteps) {
    const auto past = review_concluded().past();
    EXPECT_EQ(rulebook_of_collectives(*past, CollectiveKind::organisation_unit, 2022), nullptr);
    EXPECT_NE(rulebook_of_collectives(*past, CollectiveKind::organisation_unit, 2023), nullptr);
}

// "Kỳ đã khóa": appraisals wait until it is opened again.
TEST(AppraiseCollective, IsRefusedWhileTheCycleIsClosed) {
    const CycleClosed closing{kCycle, DocumentId::of("D1"), Text::of("Hết kỳ"), {}, {}};
    const auto closed = self_rated().and_given({closing});
    EXPECT_EQ(refusal_of(closed.when("HOMEAFFAIRS", an_appraisal())), "cycle-closed");
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", a_self_rating())), "cycle-closed");
    const auto open = closed.and_given({CycleReopened{kCycle, DocumentId::of("D1"), Text::of("Bổ sung")}});
    EXPECT_EQ(refusal_of(open.when("HOMEAFFAIRS", an_appraisal())), "accepted");
    auto paper = an_appraisal();
    paper.on_paper = on_paper("HOMEAFFAIRS", "2023-11-22T15:00");
    EXPECT_TRUE(closed.at("2023-11-24T16:00").when("OFFICER", paper)) << "PAPER is taken down";
}

TEST(RateCollective, KeepsTheAppraisalWhenItIsRatedAgain) {
    const auto rated = appraised().after("CHAIR", a_collective("51-S05", Level::good));
    ReRateCollective again;
    again.cycle = kCycle;
    again.unit = kDepartment;
    again.decision = rated.past()->collective(kCycle, kDepartment).revision;
    again.level = Level::completed;
    again.reason = Text::of("Báo cáo sai số liệu");
    again.document = DocumentId::of("QD1");
    const auto events = events_of(rated.when("CHAIR", again));
    EXPECT_EQ(events.back().get<CollectiveRated>().evaluation->level, Level::good);
}

TEST(RaiseConcern, IsOpenUntilAnInspectionConcludes) {
    EXPECT_EQ(refusal_of(appraised().when("A1", a_concern())), "not-competent");
    const auto open = appraised().after("HOMEAFFAIRS", a_concern());
    EXPECT_EQ(refusal_of(open.when("HOMEAFFAIRS", a_concern())), "already-exists /concern");
    auto rating = a_collective("51-S05", Level::good);
    EXPECT_EQ(refusal_of(open.when("CHAIR", rating)), "inspection-first /inspection");
    rating.inspection = DocumentId::of("D1");
    EXPECT_EQ(refusal_of(open.when("CHAIR", rating)), "invalid-field /inspection") << "not a conclusion";
    auto early = dated("KL0", "2023-11-01"), late = dated("KL1", "2023-11-24");
    early.kind = late.kind = DocumentKind::conclusion;
    const auto inspected = open.and_given({early, late});
    rating.inspection = early.document;
    EXPECT_EQ(refusal_of(inspected.when("CHAIR", rating)), "inspection-first /inspection") << "older than the concern";
    rating.inspection = late.document;
    EXPECT_EQ(only<CollectiveRated>(inspected.when("CHAIR", rating)).inspection, late.document);
    auto paper = a_collective("51-S05", Level::good);
    paper.on_paper = on_paper("CHAIR", "2023-11-24T09:00");
    EXPECT_EQ(only<CollectiveRated>(open.when("OFFICER", paper)).breaches.at(0).type.str(), "inspection-first");
}

}  // namespace
}  // namespace minhbach::services::evaluation
