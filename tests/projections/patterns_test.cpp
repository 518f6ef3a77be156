// Findings that show in many dossiers together.
#include <gtest/gtest.h>

#include "history.hpp"
#include "projections/findings.hpp"

namespace minhbach::projections {
namespace {

std::vector<Finding> patterns_in(History& history, FindingType type) {
    FindingsQuestion question;
    question.cycle = kCycle;
    question.types = {type};
    return history.answers().findings(question).value().items;
}

std::vector<std::string> named(const Finding& finding) {
    std::vector<std::string> codes;
    for (const auto& person : finding.pattern->people) codes.push_back(person.person.str());
    return codes;
}

void decide(History& history, std::string_view person, Level level, std::string_view reason = {}) {
    auto decision = a_decision(person, level, level);
    if (!reason.empty()) decision.reason = Text::of(reason);
    history.by("DIRECTOR", "DIRECTOR.1", decision);
}

EarlierRatingImported earlier(std::string_view person, int year, Level level) {
    EarlierRatingImported rating;
    rating.person = PersonCode::of(person);
    rating.year = year;
    rating.level = level;
    rating.wording = Label::of("Mức của năm trước");
    rating.unit_name = Label::of("Phòng Một");
    rating.source = Label::of("Danh sách đã ký");
    return rating;
}

TEST(Patterns, OneLevelForEverybodyIsAskedAboutFromFivePeopleOn) {
    History history;
    open_cycle(history);
    for (const auto person : {"A1", "A2", "A3", "B1"}) decide(history, person, Level::good);
    EXPECT_TRUE(patterns_in(history, FindingType::one_level_for_all).empty()) << "four may well be alike";
    decide(history, "HEAD1", Level::good);
    const auto items = patterns_in(history, FindingType::one_level_for_all);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].act->by.actor.str(), "DIRECTOR");
    EXPECT_EQ(items[0].pattern->count, 5);
    EXPECT_EQ(items[0].pattern->level, Level::good);
    decide(history, "HEAD2", Level::completed);
    EXPECT_TRUE(patterns_in(history, FindingType::one_level_for_all).empty()) << "one differs";
}

TEST(Patterns, TheSameWordsForSeveralPeople) {
    History history;
    open_cycle(history);
    decide(history, "A1", Level::good, "Hoàn thành tốt nhiệm vụ được giao, chấp hành nghiêm kỷ luật");
    decide(history, "A2", Level::good, "hoàn thành tốt  nhiệm vụ được giao, CHẤP HÀNH nghiêm kỷ luật");
    decide(history, "A3", Level::good, "Theo đề xuất");
    decide(history, "B1", Level::good, "Theo đề xuất");
    const auto items = patterns_in(history, FindingType::same_text);
    ASSERT_EQ(items.size(), 1u) << "short reasons may be the same";
    EXPECT_EQ(named(items[0]), (std::vector<std::string>{"A1", "A2"}));
    EXPECT_EQ(items[0].pattern->count, 2);
}

TEST(Patterns, CommentsAreReadWhereTheyAreAskedForByName) {
    History history;
    open_cycle(history);
    for (const auto person : {"A1", "A2"}) {
        auto comment = about<CommentRecorded>(person);
        comment.side = CommentSide::direct_head;
        comment.text = Text::of("Có tinh thần trách nhiệm, đoàn kết nội bộ tốt, cần chủ động hơn");
        history.by("HEAD1", "HEAD1.1", comment);
    }
    EXPECT_EQ(patterns_in(history, FindingType::same_text).size(), 1u);
    FindingsQuestion everything;
    everything.cycle = kCycle;
    for (const auto& finding : history.answers().findings(everything).value().items)
        EXPECT_NE(finding.type, FindingType::same_text);
}

TEST(Patterns, TwoPeopleAboutEachOther) {
    History history;
    open_cycle(history);
    const auto judged = [&](std::string_view by, std::string_view person) {
        auto judgement = about<CriteriaJudged>(person);
        judgement.judge = Judge::direct_head;
        history.by(by, "HEAD1.1", judgement);
    };
    judged("HEAD1", "A1");
    judged("HEAD1", "HEAD1");
    EXPECT_TRUE(patterns_in(history, FindingType::rated_each_other).empty()) << "one way, and oneself";
    judged("A1", "HEAD1");
    const auto items = patterns_in(history, FindingType::rated_each_other);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(named(items[0]), (std::vector<std::string>{"A1", "HEAD1"}));
}

TEST(Patterns, WhoObjectedAndIsLowerSince) {
    History history;
    open_cycle(history);
    decide(history, "A1", Level::good);
    decide(history, "A2", Level::good);
    for (const auto person : {"A1", "A2"}) {
        auto filed = about<ObjectionFiled>(person);
        filed.objection = ObjectionId::of("KN-" + std::string(person));
        filed.decision = 1;
        filed.decision_document = DocumentId::of("D1");
        filed.grounds = Text::of("Vượt mức 12 nhiệm vụ");
        filed.received_on = Date::of("2023-12-04");
        history.by(person, "", filed);
    }
    EXPECT_TRUE(patterns_in(history, FindingType::lower_after_objection).empty()) << "the level is what it was";
    auto cancelled = about<RatingCancelled>("A1");
    cancelled.decision = 1;
    cancelled.reason = Text::of("Đánh giá lại");
    cancelled.document = DocumentId::of("D1");
    history.together("DIRECTOR", "DIRECTOR.1", {cancelled, a_decision("A1", Level::completed)});
    const auto items = patterns_in(history, FindingType::lower_after_objection);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(named(items[0]), std::vector<std::string>{"A1"});
    EXPECT_EQ(items[0].pattern->before, Level::good);
    EXPECT_EQ(items[0].pattern->level, Level::completed);
}

TEST(Patterns, ExcellentGoesRoundTheUnit) {
    History history;
    open_cycle(history);
    history.given({earlier("A1", 2021, Level::excellent), earlier("A2", 2022, Level::excellent)});
    decide(history, "A3", Level::excellent);
    const auto items = patterns_in(history, FindingType::excellent_by_turns);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(named(items[0]), (std::vector<std::string>{"A1", "A2", "A3"}));
    EXPECT_EQ(items[0].pattern->years, (std::vector<int>{2021, 2022, 2023}));
    history.given({earlier("A3", 2022, Level::excellent)});
    EXPECT_TRUE(patterns_in(history, FindingType::excellent_by_turns).empty()) << "A3 was it twice";
}

}  // namespace
}  // namespace minhbach::projections
