#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

Given november() {
    return a_rating_year().at("2023-11-16T08:00");
}

TEST(FileSelfAssessment, IsFiledByThePersonOnTheFormOfTheClass) {
    const auto filed = only<SelfAssessmentFiled>(november().when("A1", the_form("A1")));
    EXPECT_EQ(filed.form, RatingForm::form_02);
    EXPECT_EQ(filed.counts, (WorkCounts{20, 20, 20, 10})) << "computed from accepted work";
    EXPECT_EQ(only<SelfAssessmentFiled>(november().when("TEACHER", the_form("TEACHER"))).form, RatingForm::form_03);
    EXPECT_EQ(november().when("A1", the_form("A1"))->authority.capacity, Capacity::self);
}

TEST(FileSelfAssessment, OfALeaderDeclaresTheTargetsOfTheUnit) {
    EXPECT_EQ(only<SelfAssessmentFiled>(november().when("HEAD1", the_form("HEAD1"))).counts,
              (WorkCounts{10, 10, 10, 6}));
}

TEST(FileSelfAssessment, BySomebodyElseIsRefused) {
    EXPECT_EQ(refusal_of(november().when("A2", the_form("A1"))), "not-competent");
    EXPECT_EQ(refusal_of(november().when("DIRECTOR", the_form("A1"))), "not-competent");
}

TEST(FileSelfAssessment, OfAnUnknownDossierIsNotFound) {
    EXPECT_EQ(refusal_of(november().when("ADMIN", the_form("ADMIN"))), "not-found-or-not-allowed /dossier");
}

TEST(FileSelfAssessment, JudgesLeadershipForLeadersOnly) {
    auto staff = the_form("A1");
    staff.general.leadership = CriterionJudgement{};
    EXPECT_EQ(refusal_of(november().when("A1", staff)), "invalid-field /general/leadership");
    auto head = the_form("HEAD1");
    head.general.leadership.reset();
    EXPECT_EQ(refusal_of(november().when("HEAD1", head)), "invalid-field /general/leadership");
}

TEST(FileSelfAssessment, RefusesCountsThatContradictEachOther) {
    auto form = the_form("A1");
    form.counts = WorkCounts{20, 18, 19, 19};
    const auto decision = november().when("A1", form);
    EXPECT_EQ(refusal_of(decision), "facts-inconsistent /counts/onTimeWithQuality");
    ASSERT_EQ(decision.error().more.size(), 1u);
    EXPECT_EQ(decision.error().more[0].field, "/counts/completed");
    form.counts = WorkCounts{-1, 0, 0, 0};
    EXPECT_EQ(refusal_of(november().when("A1", form)), "invalid-field /counts/assigned");
}

TEST(FileSelfAssessment, NeedsAReasonForNotMet) {
    auto form = the_form("A1");
    form.general.style.value = Judgement::not_met;
    const auto decision = november().when("A1", form);
    EXPECT_EQ(refusal_of(decision), "reason-required /general/style/reason");
    EXPECT_EQ(decision.error().clause.find("khoản 3 Điều 3 Nghị định số 90/2020/NĐ-CP"), 0u);
    form.general.style.reason = Text::of("Chậm phản hồi");
    EXPECT_TRUE(november().when("A1", form));
}

TEST(FileSelfAssessment, NeedsASection) {
    auto form = the_form("A1");
    form.sections.clear();
    EXPECT_EQ(refusal_of(november().when("A1", form)), "invalid-field /sections");
}

TEST(FileSelfAssessment, MayBeRepeatedUntilAProposalStands) {
    const auto once = november().after("A1", the_form("A1"));
    EXPECT_TRUE(once.when("A1", the_form("A1")));
    const auto proposed = discussed(a_rating_year(), {"A1"}).after("OFFICER", a_proposal("A1", Level::excellent));
    const auto decision = proposed.when("A1", the_form("A1"));
    EXPECT_EQ(refusal_of(decision), "step-order");
    EXPECT_EQ(decision.error().clause.find("điểm a khoản 2 Điều 18"), 0u);
}

TEST(FileSelfAssessment, OnPaperTakesDownWhatWouldBeRefused) {
    const auto proposed = discussed(a_rating_year(), {"A1"}).after("OFFICER", a_proposal("A1", Level::excellent));
    auto form = the_form("A1");
    form.on_paper = on_paper("A1");
    form.general.style.value = Judgement::not_met;
    const auto decision = proposed.at("2023-11-25T08:00").when("OFFICER", form);
    const auto filed = only<SelfAssessmentFiled>(decision);
    ASSERT_EQ(filed.breaches.size(), 2u);
    EXPECT_EQ(filed.breaches[0].type.str(), "reason-required");
    EXPECT_EQ(filed.breaches[1].type.str(), "step-order");
    EXPECT_EQ(decision->authority.actor.str(), "A1");
    EXPECT_EQ(decision->authority.entered_by, PersonCode::of("OFFICER"));
    EXPECT_EQ(decision->events[0].decided_at, Time::of("2023-11-24T09:00"));
}

TEST(FileSelfAssessment, OnPaperNeedsTheClerksMandateAndSoundInput) {
    auto form = the_form("A1");
    form.on_paper = on_paper("A1");
    const auto later = november().at("2023-11-25T08:00");
    EXPECT_EQ(refusal_of(later.when("A2", form)), "not-competent");
    form.counts = WorkCounts{-1, 0, 0, 0};
    EXPECT_EQ(refusal_of(later.when("OFFICER", form)), "invalid-field /counts/assigned");
}

TEST(ReturnSelfAssessment, IsForTheHeadOrTheOfficerWithAReason) {
    const auto filed = november().after("A1", the_form("A1"));
    const ReturnSelfAssessment back{dossier_of("A1"), Text::of("Thiếu mục II"), {}};
    EXPECT_TRUE(filed.when("HEAD1", back));
    EXPECT_TRUE(filed.when("OFFICER", back));
    EXPECT_EQ(refusal_of(filed.when("A2", back)), "not-competent");
    EXPECT_EQ(refusal_of(filed.when("HEAD1", ReturnSelfAssessment{dossier_of("A1"), {}, {}})),
              "reason-required /reason");
    EXPECT_EQ(refusal_of(november().when("HEAD1", back)), "step-order") << "nothing was filed";
    EXPECT_EQ(refusal_of(filed.after("HEAD1", back).when("HEAD1", back)), "step-order") << "already returned";
}

TEST(ReturnSelfAssessment, MustBeFiledAgainBeforeAProposal) {
    const auto returned = discussed(a_rating_year(), {"A1"})
                              .after("HEAD1", ReturnSelfAssessment{dossier_of("A1"), Text::of("Thiếu mục II"), {}});
    EXPECT_EQ(refusal_of(returned.when("OFFICER", a_proposal("A1", Level::excellent))), "step-order");
    EXPECT_TRUE(returned.after("A1", the_form("A1")).when("OFFICER", a_proposal("A1", Level::excellent)));
}

TEST(FileSelfAssessment, ContradictoryCountsOnPaperAreABreach) {
    auto form = the_form("A1");
    form.counts = WorkCounts{4, 3, 4, 1};
    const auto year = a_rating_year().at("2023-11-20T08:00");
    EXPECT_EQ(refusal_of(year.when("A1", form)).find("facts-inconsistent"), 0u);
    form.on_paper = on_paper("A1", "2023-11-16T09:00");
    EXPECT_EQ(only<SelfAssessmentFiled>(year.when("OFFICER", form)).breaches.at(0).type.str(), "facts-inconsistent");
    form.counts = WorkCounts{-1, 0, 0, 0};
    EXPECT_EQ(refusal_of(year.when("OFFICER", form)).find("invalid-field"), 0u) << "what can never be";
}

// Two measures of the plan of 2022 are open; a third was verified.
Given with_a_plan_of_2022() {
    auto earlier = a_cycle().get<CycleOpened>();
    earlier.cycle = CycleId::of("2022");
    earlier.year = 2022;
    RemediationPlanned planned;
    planned.plan = PlanId::of("2022.p.A1");
    planned.cycle = earlier.cycle;
    planned.owner = of_person("A1");
    planned.shortcomings = {{}};
    for (const auto id : {"BP1", "BP2", "BP3"}) {
        Measure measure;
        measure.measure = MeasureId::of(id);
        planned.shortcomings[0].measures.push_back(measure);
    }
    MeasureVerified verified;
    verified.plan = planned.plan;
    verified.measure = MeasureId::of("BP2");
    return november().and_given({earlier, planned, verified});
}
RemedyReport remedied(std::string_view measure, int degree, std::string_view plan = "2022.p.A1") {
    return {PlanId::of(plan), MeasureId::of(measure), degree, Text::of("Đã ban hành quy chế phối hợp")};
}

TEST(FileSelfAssessment, SaysWhatBecameOfWhatEarlierYearsLeftOpen) {
    auto form = the_form("A1");
    const auto silent = with_a_plan_of_2022().when("A1", form);
    EXPECT_EQ(refusal_of(silent), "reason-required /remedied");
    EXPECT_NE(silent.error().detail_vi.find("2022.p.A1/BP1, 2022.p.A1/BP3."), std::string::npos);
    EXPECT_EQ(silent.error().clause, "Văn bản số 5721/UBND-NC ngày 01/01/2020");
    form.remedied = {remedied("BP1", 100), remedied("BP3", 40)};
    EXPECT_EQ(only<SelfAssessmentFiled>(with_a_plan_of_2022().when("A1", form)).remedied, form.remedied);
    EXPECT_EQ(refusal_of(november().when("A1", form)), "invalid-field /remedied/0") << "nothing was planned";
    EXPECT_EQ(refusal_of(with_a_plan_of_2022().when("A2", the_form("A2"))), "accepted") << "another person's plan";
    const auto with = [&](RemedyReport report) {
        auto changed = form;
        changed.remedied[1] = report;
        return refusal_of(with_a_plan_of_2022().when("A1", changed));
    };
    EXPECT_EQ(with(remedied("BP1", 40)), "invalid-field /remedied/1") << "reported twice";
    EXPECT_EQ(with(remedied("BP2", 40)), "invalid-field /remedied/1") << "verified already";
    EXPECT_EQ(with(remedied("BP3", 101)), "invalid-field /remedied/1/degreePercent");
    EXPECT_EQ(with({PlanId::of("2022.p.A1"), MeasureId::of("BP3"), 40, {}}), "reason-required /remedied/1/what");
    auto paper = the_form("A1");
    paper.on_paper = on_paper("A1", "2023-11-16T09:00");
    const auto taken_down = with_a_plan_of_2022().at("2023-11-20T08:00").when("OFFICER", paper);
    EXPECT_EQ(only<SelfAssessmentFiled>(taken_down).breaches.at(0).type.str(), "reason-required");
}

TEST(ReturnSelfAssessment, OnPaperByEitherOfTheTwo) {
    const auto filed = a_rating_year().at("2023-11-16T08:00").after("A1", the_form("A1")).at("2023-11-20T08:00");
    ReturnSelfAssessment back{dossier_of("A1"), Text::of("Thiếu mục II"), on_paper("HEAD1", "2023-11-17T09:00")};
    const auto returned = only<SelfAssessmentReturned>(filed.when("OFFICER", back));
    EXPECT_TRUE(returned.breaches.empty());
    EXPECT_TRUE(returned.paper.has_value());
    back.on_paper->signer = PersonCode::of("A2");
    EXPECT_EQ(only<SelfAssessmentReturned>(filed.when("OFFICER", back)).breaches.at(0).type.str(), "not-competent");
    EXPECT_EQ(refusal_of(filed.when("A2", back)), "not-competent");
}

}  // namespace
}  // namespace minhbach::services::evaluation
