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

// Given the dossiers of an agency and what its settlement said of them, when the finding is asked for.
void settle(History& history, const std::vector<std::string_view>& selected,
            const std::vector<std::string_view>& lowered) {
    QuotaSettled settled;
    settled.cycle = kCycle;
    settled.agency = UnitCode::of("51-S05");
    for (const auto person : selected) settled.selected.push_back(dossier_of(person));
    for (const auto person : lowered) settled.lowered.push_back(dossier_of(person));
    history.by("DIRECTOR", "DIRECTOR.1", settled);
}

PostAssigned since(std::string_view person, std::string_view from, std::string_view unit = "51-S05.P2",
                   std::string_view agency = "51-S05") {
    auto post = a_post(unit, agency);
    post.from = Date::of(from);
    return in_post(person, post);
}

ServiceRecorded months(std::string_view person, int absent, int maternity) {
    return {PersonCode::of(person), 2023, 12 - absent - maternity, absent, maternity, Label::of("Sổ theo dõi nghỉ")};
}

// Eight stand for excellent in the agency: those named by `since` came in the year, the others were there before.
void eight_of_an_agency(History& history, const std::vector<std::string_view>& came) {
    history.at("2023-11-01T07:30").given(a_province());
    history.at("2023-11-15T08:00").given({a_cycle()});
    for (const std::string_view person : {"N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"}) {
        const bool newcomer = std::find(came.begin(), came.end(), person) != came.end();
        const auto assigned = since(person, newcomer ? "2023-04-01" : "2020-01-01");
        history.given({a_person(person), assigned,
                       DossierOpened{dossier_of(person), assigned.person, kCycle, 2023, assigned.post, {}}});
    }
}

TEST(NewcomersLowered, IsAskedWhereChanceWouldSeldomDoIt) {
    History history;
    eight_of_an_agency(history, {"N1", "N2", "N3", "N4"});
    settle(history, {"N5", "N6", "N7", "N8"}, {"N1", "N2", "N3", "N4"});
    const auto items = patterns_in(history, FindingType::newcomers_lowered);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(named(items[0]), (std::vector<std::string>{"N1", "N2", "N3", "N4"}));
    const auto& pattern = *items[0].pattern;
    EXPECT_EQ(pattern.part_year, (std::vector<PartYear>(4, PartYear::came)));
    EXPECT_EQ(pattern.count, 4);
    EXPECT_EQ(pattern.of, 4);
    EXPECT_EQ(pattern.count_everybody, 4);
    EXPECT_EQ(pattern.of_everybody, 8);
    EXPECT_EQ(pattern.chance_per_million, 14'286) << "one draw of the 70";
}

TEST(NewcomersLowered, IsNotAskedWhereTheyAreLoweredLikeTheOthers) {
    History history;
    eight_of_an_agency(history, {"N1", "N2", "N3", "N4"});
    settle(history, {"N1", "N2", "N5", "N6"}, {"N3", "N4", "N7", "N8"});
    EXPECT_TRUE(patterns_in(history, FindingType::newcomers_lowered).empty()) << "two of four and two of four";
    const auto share = history.answers().part_year(kCycle, UnitCode::of("51-S05")).value().share;
    EXPECT_EQ(share.part_year_lowered, 2);
    EXPECT_EQ(share.chance_per_million, 757'143) << "53 of the 70";
}

TEST(NewcomersLowered, NobodyNewOrNothingSettledIsNoQuestion) {
    History history;
    eight_of_an_agency(history, {});
    EXPECT_FALSE(history.answers().part_year(kCycle, UnitCode::of("51-S05")).value().settlement);
    settle(history, {"N5", "N6", "N7", "N8"}, {"N1", "N2", "N3", "N4"});
    EXPECT_TRUE(patterns_in(history, FindingType::newcomers_lowered).empty());
    EXPECT_EQ(history.answers().part_year(kCycle, UnitCode::of("51-S05")).value().share.chance_per_million, 1'000'000);
}

TEST(NewcomersLowered, CountsWhoMovedHereWhoLeftAndWhoWasOnLeave) {
    History history;
    eight_of_an_agency(history, {"N1", "N2"});
    auto before = since("N2", "2019-05-01", "51-S02", "51-S02");
    before.post.to = Date::of("2023-03-31");
    history.given({before});  // N2 came from another agency
    history.given({PostEnded{PersonCode::of("N3"), UnitCode::of("51-S05.P2"), Date::of("2020-01-01"),
                             Date::of("2023-11-30"), DocumentId::of("D1")}});
    history.given({months("N4", 0, 4), months("N5", 2, 0), months("N6", 0, 0)});
    settle(history, {"N6", "N7", "N8"}, {"N1", "N2", "N3", "N4", "N5"});
    const auto answer = history.answers().part_year(kCycle, UnitCode::of("51-S05")).value();
    std::vector<std::pair<std::string, PartYear>> why;
    for (const auto& line : answer.share.items) why.emplace_back(line.person.person.str(), line.why);
    EXPECT_EQ(why, (std::vector<std::pair<std::string, PartYear>>{{"N1", PartYear::came},
                                                                  {"N2", PartYear::moved},
                                                                  {"N3", PartYear::left},
                                                                  {"N4", PartYear::on_leave},
                                                                  {"N5", PartYear::on_leave}}));
    EXPECT_EQ(patterns_in(history, FindingType::newcomers_lowered).at(0).pattern->count, 5);
}

TEST(NewcomersLowered, WhoWorkedToTheLastDayOfTheYearDidNotLeaveInIt) {
    History history;
    eight_of_an_agency(history, {});
    history.given({PostEnded{PersonCode::of("N1"), UnitCode::of("51-S05.P2"), Date::of("2020-01-01"),
                             Date::of("2023-12-31"), DocumentId::of("D1")}});
    settle(history, {"N5", "N6", "N7", "N8"}, {"N1", "N2", "N3", "N4"});
    EXPECT_TRUE(history.answers().part_year(kCycle, UnitCode::of("51-S05")).value().share.items.empty());
}

TEST(ChancePerMillion, IsThatOfTheDraw) {
    EXPECT_EQ(chance_per_million(18, 8, 9, 8), 206) << "10 of 48620";
    EXPECT_EQ(chance_per_million(18, 8, 9, 0), 1'000'000);
    EXPECT_EQ(chance_per_million(5, 5, 3, 3), 1'000'000) << "all of them are marked";
    EXPECT_EQ(chance_per_million(0, 0, 0, 0), 1'000'000);
}

}  // namespace
}  // namespace minhbach::projections
