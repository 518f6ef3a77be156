// Reviews as they are told: everything of one, whose is missing or late, and what should be asked about.
#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

const UnitCode kUnit = UnitCode::of("51-S05");
const Owner kCollectiveOwner{std::nullopt, kUnit};
const Owner kHead{PersonCode::of("DIRECTOR"), std::nullopt};

ReviewId review_of(const Owner& owner) {
    return ReviewId::of(owner.unit ? "2023.u.51-S05" : "2023.p." + owner.person->str());
}
ReviewSuggested a_suggestion(std::string_view point = "GY1") {
    return {review_of(kCollectiveOwner),
            kCycle,
            kCollectiveOwner,
            {{PointId::of(point), Text::of("Giải ngân chậm")}},
            DocumentId::of("D1"),
            {},
            {}};
}
ReviewDraftSent a_draft(std::string_view from = "2023-11-20") {
    return {review_of(kCollectiveOwner),  kCycle,         kCollectiveOwner,     1,  Time::of("2023-11-15T16:00"),
            {PersonCode::of("DIRECTOR")}, Date::of(from), DocumentId::of("D1"), {}, {}};
}
ReviewHeld a_conference(std::string_view held_at) {
    ReviewHeld held;
    held.conference = ConferenceId::of("HN1");
    held.cycle = kCycle;
    held.unit = kUnit;
    held.held_at = Time::of(held_at);
    held.chair = PersonCode::of("DIRECTOR");
    held.secretary = PersonCode::of("OFFICER");
    held.attendees = {{PersonCode::of("DEPUTY"), AttendeeRole::leadership, true, false, {}},
                      {PersonCode::of("HEAD1"), AttendeeRole::leadership, false, false, {}}};
    held.reviewed = {{kCollectiveOwner, CollectiveKind::leadership_collective}, {kHead, std::nullopt}};
    return held;
}
ReviewConcluded a_conclusion(const Owner& owner = kCollectiveOwner, bool explained = true) {
    ReviewConcluded concluded;
    concluded.review = review_of(owner);
    concluded.cycle = kCycle;
    concluded.owner = owner;
    concluded.held_in = kUnit;
    concluded.conference = ConferenceId::of("HN1");
    concluded.conclusion = Text::of("Hoàn thành nhiệm vụ");
    concluded.document = DocumentId::of("D1");
    if (owner.unit) {
        if (explained) concluded.explained = {{PointId::of("GY1"), Text::of("Do vướng mặt bằng")}};
        concluded.shortcomings = {{ShortcomingId::of("HC1"),
                                   Text::of("Giải ngân chậm"),
                                   CauseKind::subjective,
                                   Text::of("Chỉ đạo chưa sát"),
                                   {PersonCode::of("DEPUTY")}}};
    }
    return concluded;
}
CollectiveRated a_rating() {
    CollectiveRated rated;
    rated.cycle = kCycle;
    rated.unit = kUnit;
    rated.level = Level::good;
    rated.reason = Text::of("Theo kết quả năm 2023");
    rated.document = DocumentId::of("D1");
    return rated;
}
RemediationPlanned a_plan(bool of_the_review) {
    RemediationPlanned planned;
    planned.plan = PlanId::of("2023.u.51-S05");
    planned.cycle = kCycle;
    planned.owner = kCollectiveOwner;
    planned.term = Date::of("2023-12-12");
    planned.document = DocumentId::of("D1");
    Shortcoming shortcoming;
    shortcoming.shortcoming = ShortcomingId::of("HC1");
    shortcoming.description = Text::of("Giải ngân chậm");
    shortcoming.cause_text = Text::of("Chỉ đạo chưa sát");
    if (of_the_review) {
        shortcoming.found_in.source = ShortcomingSource::review_conclusion;
        shortcoming.found_in.review = review_of(kCollectiveOwner);
    }
    planned.shortcomings = {shortcoming};
    return planned;
}

struct Told {
    std::int64_t suggested = 0, held = 0, concluded = 0;
};
Told whole_review(History& history, std::string_view held_at = "2023-11-20T08:00", bool explained = true) {
    Told told;
    open_cycle(history);
    told.suggested = history.at("2023-11-15T09:00").by("CHAIR", "CHAIR.1", a_suggestion());
    history.at("2023-11-15T17:00").by("DIRECTOR", "", a_draft());
    told.held = history.at("2023-11-20T12:00").by("OFFICER", "OFFICER.1", a_conference(held_at));
    told.concluded =
        history.at("2023-11-21T08:00").by("OFFICER", "OFFICER.1", a_conclusion(kCollectiveOwner, explained));
    history.by("OFFICER", "OFFICER.1", a_conclusion(kHead));
    return told;
}
TEST(Reviews, TellEverythingWithWhoWhenAndOnWhatAuthority) {
    History history;
    whole_review(history);
    const auto answer = history.answers().review(kCycle, kCollectiveOwner).value().review;
    EXPECT_EQ(answer.line.name, "Sở Tài chính");
    EXPECT_EQ(answer.line.standing, ReviewStanding::concluded);
    EXPECT_EQ(answer.term, Date::of("2023-12-31"));
    ASSERT_EQ(answer.points.size(), 1u);
    EXPECT_EQ(answer.points[0].suggested.actor_name, "Trần Văn Bình");
    EXPECT_EQ(answer.points[0].suggested.mandate->str(), "CHAIR.1");
    EXPECT_EQ(answer.points[0].document.number, "118/QĐ-STC");
    EXPECT_EQ(answer.points[0].explanation->str(), "Do vướng mặt bằng");
    EXPECT_EQ(answer.drafts.at(0).event.conference_from, Date::of("2023-11-20"));
    ASSERT_EQ(answer.conferences.size(), 1u);
    EXPECT_EQ(answer.conferences[0].chair.name, "Phạm Văn Cường");
    EXPECT_EQ(answer.conferences[0].present, 1);
    EXPECT_EQ(answer.conferences[0].absent, 1);
    EXPECT_EQ(answer.conferences[0].place, 1);
    EXPECT_EQ(answer.conclusions.at(0).event.shortcomings.at(0).shortcoming.str(), "HC1");
    EXPECT_EQ(answer.line.revision, 3);
}

TEST(Reviews, AreToldAsTheyWereKnown) {
    History history;
    const auto told = whole_review(history);
    const auto at = [&](std::int64_t position) {
        return history.answers()
            .review(kCycle, kCollectiveOwner, Position{static_cast<std::uint64_t>(position)})
            .value()
            .review.line.standing;
    };
    EXPECT_EQ(at(told.suggested), ReviewStanding::suggested);
    EXPECT_EQ(at(told.held - 1), ReviewStanding::draft_sent);
    EXPECT_EQ(at(told.held), ReviewStanding::held);
    EXPECT_EQ(at(told.concluded), ReviewStanding::concluded);
    EXPECT_EQ(at(told.suggested - 1), ReviewStanding::missing);
}

TEST(Reviews, OfAPersonStandInTheDossierAndItsTimeline) {
    History history;
    whole_review(history);
    const auto dossier = history.answers().dossier(dossier_of("DIRECTOR")).value();
    ASSERT_TRUE(dossier.review);
    EXPECT_EQ(dossier.review->conclusions.at(0).event.conclusion.str(), "Hoàn thành nhiệm vụ");
    EXPECT_EQ(dossier.review->conferences.at(0).place, 2);
    EXPECT_FALSE(history.answers().dossier(dossier_of("A1")).value().review);
    std::vector<std::string> types;
    for (const auto& line : history.answers().timeline(dossier_of("DIRECTOR")).value().items)
        types.push_back(line.act.type);
    EXPECT_TRUE(std::find(types.begin(), types.end(), "review.held") != types.end());
    EXPECT_TRUE(std::find(types.begin(), types.end(), "review.concluded") != types.end());
}

std::vector<std::string> names(const ReviewsAnswer& answer) {
    std::vector<std::string> result;
    for (const auto& line : answer.items)
        result.push_back(line.owner.unit ? line.owner.unit->str() : line.owner.person->str());
    return result;
}

TEST(Reviews, SayWhoseIsMissingAndWhoseIsLate) {
    History history;
    whole_review(history);
    ReviewsQuestion question;
    question.cycle = kCycle;
    question.standing = ReviewStanding::missing;
    EXPECT_EQ(names(history.answers().reviews(question).value()),
              (std::vector<std::string>{"51", "51-S05.P1", "51-S05.P2", "51-S05.T1"}))
        << "units with people to rate; the department was reviewed, and others have nobody";
    question.standing = ReviewStanding::concluded;
    EXPECT_EQ(names(history.answers().reviews(question).value()), (std::vector<std::string>{"DIRECTOR", "51-S05"}));
    question.standing = {};
    question.late = true;
    EXPECT_EQ(history.answers().reviews(question).value().total, 0) << "nothing is late in November";
    question.day = Date::of("2023-12-31");
    EXPECT_EQ(history.answers().reviews(question).value().total, 4);
    question.unit = UnitCode::of("51-S05.P1");
    EXPECT_EQ(names(history.answers().reviews(question).value()), (std::vector<std::string>{"51-S05.P1"}));
    question = {};
    question.cycle = kCycle;
    question.page.limit = 2;
    const auto first = history.answers().reviews(question).value();
    EXPECT_EQ(first.total, 6);
    question.page.after = first.next;
    EXPECT_EQ(names(history.answers().reviews(question).value()), (std::vector<std::string>{"51-S05", "51-S05.P1"}));
}

TEST(Findings, ConferenceSoonerThanThreeWorkingDaysAfterTheDraft) {
    History history;
    const auto told = whole_review(history, "2023-11-17T08:00");
    const auto findings = found(history, FindingType::review_too_early);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, told.held);
    EXPECT_EQ(findings[0].review->conference_from, Date::of("2023-11-20"));
    EXPECT_EQ(findings[0].review->owner, kCollectiveOwner);
    EXPECT_TRUE(
        found(history, FindingType::review_too_early, Position{static_cast<std::uint64_t>(told.held - 1)}).empty());
    History in_time;
    whole_review(in_time);
    EXPECT_TRUE(found(in_time, FindingType::review_too_early).empty());
}

TEST(Findings, SuggestedPointNeverExplained) {
    History history;
    const auto told = whole_review(history, "2023-11-20T08:00", false);
    const auto findings = found(history, FindingType::suggestion_unanswered);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, told.concluded);
    EXPECT_EQ(findings[0].review->points, (std::vector<PointId>{PointId::of("GY1")}));
    History never;
    open_cycle(never);
    const auto suggested = never.at("2023-11-15T09:00").by("CHAIR", "CHAIR.1", a_suggestion());
    EXPECT_TRUE(found(never, FindingType::suggestion_unanswered).empty()) << "there is still time";
    never.at("2023-11-24T09:00").by("CHAIR", "CHAIR.1", a_rating());
    EXPECT_EQ(found(never, FindingType::suggestion_unanswered).at(0).act->by.position, suggested);
}

TEST(Findings, CollectiveReviewedAfterItsRating) {
    History history;
    open_cycle(history);
    history.at("2023-11-15T09:00").by("DIRECTOR", "", a_draft());
    history.at("2023-11-17T09:00").by("CHAIR", "CHAIR.1", a_rating());
    const auto held = history.at("2023-11-20T12:00").by("OFFICER", "OFFICER.1", a_conference("2023-11-20T08:00"));
    const auto findings = found(history, FindingType::review_after_rating);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, held);
    EXPECT_EQ(findings[0].review->rated_at, Time::of("2023-11-17T09:00"));
}

TEST(Findings, ShortcomingWithoutAMeasure) {
    History history;
    const auto told = whole_review(history);
    const auto type = FindingType::shortcoming_without_measure;
    EXPECT_TRUE(found(history, type).empty()) << "there is no plan yet, and the year is not over";
    history.at("2023-12-05T09:00").by("DIRECTOR", "", a_plan(false));
    const auto findings = found(history, type);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].act->by.position, told.concluded);
    EXPECT_EQ(findings[0].review->shortcomings, (std::vector<ShortcomingId>{ShortcomingId::of("HC1")}));
    history.at("2023-12-06T09:00").by("DIRECTOR", "", a_plan(true));
    EXPECT_TRUE(found(history, type).empty());
    History forgotten;
    whole_review(forgotten);
    forgotten.at("2024-01-02T09:00").by("A1", "", a_form("A1"));
    EXPECT_EQ(found(forgotten, type).size(), 1u) << "the year is over";
}

}  // namespace
}  // namespace minhbach::projections
