// The review of a collective or a person: who may, what is needed, what is refused with which clause.
#include <gtest/gtest.h>

#include "given_review.hpp"

namespace minhbach::services::review {
namespace {

const std::string kArticle7 = "Điều 7 Quy định số 124-QĐ/TW";

Given held_without_draft_of_persons() {
    return draft_sent().at("2023-11-20T12:00");
}
std::string held(std::vector<Reviewed> reviewed, std::string_view held_at = "2023-11-20T08:00") {
    return refusal_of(held_without_draft_of_persons().when("OFFICER", a_conference(std::move(reviewed), held_at)));
}

TEST(SuggestReview, IsForTheLevelAboveOnADocument) {
    const auto decision = a_rating_year().when("CHAIR", a_suggestion());
    const auto event = only<ReviewSuggested>(decision);
    EXPECT_EQ(event.points.size(), 1u);
    EXPECT_EQ(decision->events.at(0).stream.name(), "review/2023.u.51-S05");
    EXPECT_EQ(decision->authority.mandate->str(), "CHAIR.1");
    EXPECT_EQ(refusal_of(a_rating_year().when("DIRECTOR", a_suggestion())), "not-competent");
    EXPECT_EQ(refusal_of(a_rating_year().when("CHAIR", a_suggestion(of_person("DIRECTOR")))), "accepted");
    auto nowhere = a_suggestion();
    nowhere.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(a_rating_year().when("CHAIR", nowhere)), "invalid-field /document");
    auto other = a_suggestion();
    other.review = ReviewId::of("2023.u.51");
    EXPECT_EQ(refusal_of(a_rating_year().when("CHAIR", other)), "invalid-field /review");
}

TEST(SuggestReview, GivesEveryPointAnIdOfItsOwn) {
    EXPECT_EQ(refusal_of(suggested().when("CHAIR", a_suggestion())), "invalid-field /points/0/point");
    EXPECT_EQ(refusal_of(suggested().when("CHAIR", a_suggestion(kTheDepartment, "GY2"))), "accepted");
    auto empty = a_suggestion();
    empty.points.clear();
    EXPECT_EQ(refusal_of(a_rating_year().when("CHAIR", empty)), "invalid-field /points");
}

TEST(SuggestReview, ComesBeforeTheConclusionAndNeverFromOneself) {
    const auto late = review_concluded().when("CHAIR", a_suggestion(kTheDepartment, "GY2"));
    EXPECT_EQ(refusal_of(late), "step-order /review");
    EXPECT_EQ(late.error().clause, kArticle7);
    auto paper = a_suggestion(kTheDepartment, "GY2");
    paper.on_paper = on_paper("CHAIR", "2023-11-23T08:00");
    EXPECT_EQ(only<ReviewSuggested>(review_concluded().when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
    const auto own = a_rating_year().and_given({a_mandate("X", "DIRECTOR", {Power::decide}, "51", Reach::subtree)});
    EXPECT_EQ(refusal_of(own.when("DIRECTOR", a_suggestion(of_person("DIRECTOR")))), "self-decision");
}

// From Monday 13/11 three working days end on Thursday 16/11.
TEST(SendReviewDraft, SaysFromWhichDayTheConferenceMayBeHeld) {
    const auto now = suggested().at("2023-11-20T09:00");
    EXPECT_EQ(only<ReviewDraftSent>(now.when("DIRECTOR", a_draft())).conference_from, Date::of("2023-11-16"));
    EXPECT_EQ(only<ReviewDraftSent>(now.when("DIRECTOR", a_draft(kTheDepartment, "2023-11-17T09:00"))).conference_from,
              Date::of("2023-11-22"))
        << "Saturday and Sunday do not count";
    const auto again = draft_sent().at("2023-11-15T09:00").when("OFFICER", a_draft(kTheDepartment, "2023-11-15T08:00"));
    EXPECT_EQ(only<ReviewDraftSent>(again).version, 2);
    EXPECT_EQ(refusal_of(now.when("HEAD1", a_draft())), "not-competent");
    EXPECT_EQ(refusal_of(suggested().when("DIRECTOR", a_draft(kTheDepartment, "2023-11-20T08:00"))),
              "invalid-field /sentAt");
    auto nobody = a_draft();
    nobody.recipients.clear();
    EXPECT_EQ(refusal_of(now.when("DIRECTOR", nobody)), "invalid-field /recipients");
    EXPECT_EQ(refusal_of(now.when("A1", a_draft(of_person("A1")))), "accepted") << "the own draft";
    EXPECT_EQ(refusal_of(now.when("DIRECTOR", a_draft(of_person("A1")))), "not-competent");
}

TEST(HoldReview, NotSoonerThanThreeWorkingDaysAfterTheDraft) {
    EXPECT_EQ(held({the_collective()}, "2023-11-16T08:00"), "accepted");
    const auto early =
        held_without_draft_of_persons().when("OFFICER", a_conference({the_collective()}, "2023-11-15T08:00"));
    EXPECT_EQ(refusal_of(early), "draft-too-late /reviewed/0");
    EXPECT_EQ(early.error().clause, "Hướng dẫn số 25-HD/BTCTW");
    auto paper = a_conference({the_collective()}, "2023-11-15T08:00");
    paper.on_paper = on_paper("OFFICER", "2023-11-15T09:00", "D1");
    EXPECT_EQ(only<ReviewHeld>(held_without_draft_of_persons().when("OFFICER", paper)).breaches.at(0).type.str(),
              "draft-too-late");
    EXPECT_EQ(refusal_of(suggested().at("2023-11-20T12:00").when("OFFICER", a_conference({the_collective()}))),
              "step-order /reviewed/0")
        << "no draft at all";
}

TEST(HoldReview, ReviewsInTheOrderOfArticle7) {
    EXPECT_EQ(held({the_collective(), the_person("DIRECTOR"), the_person("DEPUTY"), the_person("A1")}), "accepted");
    EXPECT_EQ(held({the_person("DIRECTOR"), the_collective()}), "step-order /reviewed/1");
    EXPECT_EQ(held({the_collective(), the_person("DEPUTY"), the_person("DIRECTOR")}), "step-order /reviewed/2");
    EXPECT_EQ(held({the_collective(), the_person("DEPUTY")}), "step-order /reviewed/1") << "the head comes first";
    EXPECT_EQ(held({the_person("DIRECTOR")}), "step-order /reviewed/0") << "the collective comes first";
    EXPECT_EQ(held({the_person("A1")}), "accepted");
    const auto collective = held_without_draft_of_persons().after("OFFICER", a_conference({the_collective()}));
    EXPECT_EQ(refusal_of(collective.when(
                  "OFFICER", a_conference({the_person("DIRECTOR"), the_person("DEPUTY")}, "2023-11-20T10:00", "HN2"))),
              "accepted")
        << "in an earlier conference";
}

TEST(HoldReview, NeedsWhatAConferenceNeeds) {
    EXPECT_EQ(held({}), "invalid-field /reviewed");
    EXPECT_EQ(held({the_collective("51-S05.P1")}), "invalid-field /reviewed/0/owner/unit");
    EXPECT_EQ(held({the_person("HOMEAFFAIRS")}), "invalid-field /reviewed/0/owner/person");
    EXPECT_EQ(held({the_person("A1"), the_person("A1")}), "invalid-field /reviewed/1");
    EXPECT_EQ(held({Reviewed{kTheDepartment, {}}}), "invalid-field /reviewed/0");
    EXPECT_EQ(held({the_collective()}, "2023-11-21T08:00"), "invalid-field /heldAt");
    const auto twice = reviewed().when("OFFICER", a_conference({the_person("A1")}));
    EXPECT_EQ(refusal_of(twice), "already-exists /conference");
    EXPECT_EQ(refusal_of(draft_sent().at("2023-11-20T12:00").when("A1", a_conference({the_person("A1")}))),
              "not-competent");
}

TEST(HoldReview, ComesBeforeTheRatingOfTheCollective) {
    const auto rated = units_rated(draft_sent().at("2023-11-23T08:00"), Level::good).at("2023-11-24T12:00");
    EXPECT_EQ(refusal_of(rated.when("OFFICER", a_conference({the_collective()}, "2023-11-24T08:00"))),
              "step-order /reviewed/0");
    EXPECT_EQ(refusal_of(rated.when("OFFICER", a_conference({the_collective()}, "2023-11-22T08:00"))), "accepted")
        << "it was held before";
}

// "Kỳ đã khóa": reviews wait until the cycle is opened again; what was done before may still be entered from paper.
TEST(Review, IsRefusedWhileTheCycleIsClosed) {
    const CycleClosed closing{kCycle, DocumentId::of("D1"), Text::of("Hết kỳ"), {}, {}};
    const CycleReopened opening{kCycle, DocumentId::of("D1"), Text::of("Bổ sung")};
    const auto sent = draft_sent().at("2023-11-20T12:00");
    const auto closed = sent.and_given({closing});
    EXPECT_EQ(refusal_of(closed.when("CHAIR", a_suggestion(kTheDepartment, "GY9"))), "cycle-closed");
    EXPECT_EQ(refusal_of(closed.when("DIRECTOR", a_draft())), "cycle-closed");
    const auto conference = a_conference({the_collective()});
    EXPECT_EQ(refusal_of(closed.when("OFFICER", conference)), "cycle-closed");
    EXPECT_EQ(refusal_of(closed.and_given({opening}).when("OFFICER", conference)), "accepted");
    const auto held_before = sent.after("OFFICER", conference).and_given({closing});
    EXPECT_EQ(refusal_of(held_before.when("OFFICER", a_conclusion())), "cycle-closed");
    EXPECT_EQ(refusal_of(held_before.and_given({opening}).when("OFFICER", a_conclusion())), "accepted");
}

std::string concluded(const std::function<void(ConcludeReview&)>& change) {
    auto conclusion = a_conclusion();
    change(conclusion);
    return refusal_of(reviewed().when("OFFICER", conclusion));
}

TEST(ConcludeReview, LeavesNoSuggestedPointUnanswered) {
    const auto unanswered = reviewed().when("OFFICER", [] {
        auto conclusion = a_conclusion();
        conclusion.explained.clear();
        return conclusion;
    }());
    EXPECT_EQ(refusal_of(unanswered), "suggestion-unanswered /explained");
    EXPECT_NE(unanswered.error().detail_en.find("GY1"), std::string::npos);
    EXPECT_EQ(concluded([](auto& c) { c.explained[0].point = PointId::of("GY9"); }),
              "invalid-field /explained/0/point");
    EXPECT_EQ(concluded([](auto& c) { c.explained[0].explanation = {}; }), "invalid-field /explained/0/explanation");
    EXPECT_EQ(concluded([](auto&) {}), "accepted");
}

TEST(ConcludeReview, NamesOfEachShortcomingCauseAndWhoAnswersForIt) {
    EXPECT_EQ(concluded([](auto& c) { c.shortcomings[0].answerable.clear(); }),
              "invalid-field /shortcomings/0/answerable");
    EXPECT_EQ(concluded([](auto& c) { c.shortcomings[0].cause_text = {}; }), "invalid-field /shortcomings/0");
    EXPECT_EQ(concluded([](auto& c) { c.shortcomings.push_back(a_finding()); }),
              "invalid-field /shortcomings/1/shortcoming");
    auto own = a_conclusion(of_person("DEPUTY"));
    own.shortcomings = {a_finding()};
    EXPECT_EQ(refusal_of(reviewed().when("OFFICER", own)), "invalid-field /shortcomings/0/answerable");
    own.shortcomings[0].answerable.clear();
    EXPECT_EQ(refusal_of(reviewed().when("OFFICER", own)), "accepted");
}

TEST(ConcludeReview, RestsOnAConferenceThatReviewedTheOwner) {
    EXPECT_EQ(concluded([](auto& c) { c.conference = ConferenceId::of("HN9"); }), "invalid-field /conference");
    EXPECT_EQ(refusal_of(reviewed().when("OFFICER", a_conclusion(of_person("A1")))), "invalid-field /conference");
    auto paper = a_conclusion();
    paper.on_paper = on_paper("CHAIR", "2023-11-20T07:00", "D1");
    EXPECT_EQ(only<ReviewConcluded>(reviewed().when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
}

TEST(ConcludeReview, IsNotAboutOneselfAndReplacedOnlyWithAReason) {
    EXPECT_EQ(refusal_of(reviewed().when("CHAIR", a_conclusion(of_person("DIRECTOR")))), "accepted");
    EXPECT_EQ(refusal_of(reviewed().when("A1", a_conclusion())), "not-competent");
    const auto own = reviewed().and_given({a_mandate("X", "DEPUTY", {Power::meeting}, "51-S05", Reach::unit)});
    EXPECT_EQ(refusal_of(own.when("DEPUTY", a_conclusion(of_person("DEPUTY")))), "self-decision");
    auto again = a_conclusion();
    EXPECT_EQ(refusal_of(review_concluded().when("OFFICER", again)), "reason-required /reason");
    again.reason = Text::of("Bổ sung theo ý kiến Tỉnh ủy");
    EXPECT_EQ(only<ReviewConcluded>(review_concluded().when("OFFICER", again)).version, 2);
}

// A plan of 2022 with one shortcoming, not yet remedied.
Given with_a_plan_of_2022() {
    auto cycle = a_cycle().get<CycleOpened>();
    cycle.cycle = CycleId::of("2022");
    cycle.year = 2022;
    RemediationPlanned plan;
    plan.plan = PlanId::of("2022.u.51-S05");
    plan.cycle = cycle.cycle;
    plan.owner = kTheDepartment;
    plan.document = DocumentId::of("D1");
    Shortcoming old;
    old.shortcoming = ShortcomingId::of("HC22");
    plan.shortcomings = {old};
    return reviewed().and_given({cycle, plan});
}
std::string reported(const EarlierShortcoming& earlier) {
    auto conclusion = a_conclusion();
    conclusion.earlier = {earlier};
    return refusal_of(with_a_plan_of_2022().when("OFFICER", conclusion));
}

TEST(ConcludeReview, SaysWhatBecameOfEveryEarlierShortcoming) {
    EXPECT_EQ(refusal_of(with_a_plan_of_2022().when("OFFICER", a_conclusion())), "shortcoming-left-out /earlier");
    EarlierShortcoming earlier{PlanId::of("2022.u.51-S05"),
                               ShortcomingId::of("HC22"),
                               RemedyStatus::done,
                               {},
                               Text::of("Đã ban hành quy chế")};
    EXPECT_EQ(reported(earlier), "accepted");
    earlier.status = RemedyStatus::in_progress;
    EXPECT_EQ(reported(earlier), "invalid-field /earlier/0/degreePercent");
    earlier.degree_percent = 60;
    EXPECT_EQ(reported(earlier), "accepted");
    earlier.status = RemedyStatus::not_done;
    EXPECT_EQ(reported(earlier), "invalid-field /earlier/0/degreePercent");
    EXPECT_EQ(concluded([&](auto& c) { c.earlier = {earlier}; }), "invalid-field /earlier/0");
}

}  // namespace
}  // namespace minhbach::services::review
