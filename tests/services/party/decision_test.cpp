#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "given_party.hpp"

namespace minhbach::services::party {
namespace {

using ::testing::HasSubstr;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Event a_discipline(std::string_view violation, int act_year, std::string_view effective, std::string_view of = "A2") {
    return DisciplineRecorded{PersonCode::of(of),    ViolationId::of(violation), act_year,
                              DisciplineKind::party, DisciplineForm::reprimand,  Date::of(effective),
                              DocumentId::of("QD1")};
}
Decision decide_on(const Given& history, std::vector<PartyDecisionLine> lines) {
    return history.when("SECRETARY", a_party_decision(std::move(lines)));
}
ReRateMember a_rerating(ReratingGround ground, Level level, std::optional<ViolationId> violation = {},
                        int decision = 5) {
    ReRateMember command;
    command.dossier = dossier_of("A2");
    command.decision = decision;
    command.ground = ground;
    command.violation = std::move(violation);
    command.reason = Text::of("Kỷ luật sau khi xếp loại");
    command.level = level;
    command.paper = a_party_paper("21-QĐ/ĐU");
    return command;
}
const ViolationId kAct = ViolationId::of("V1");

// Điều 12 through the rulebook of the dossier: what it ran on and every clause are kept with the level.
TEST(PartyStory, TheCommitteeDecidesOnWhatTheRulesSayAndKeepsWhy) {
    const auto decision = decide_on(voted(received(), {"A2"}), {a_party_line("A2")});
    const auto event = only<PartyRatingDecided>(decision);
    EXPECT_EQ(event.level, Level::good);
    EXPECT_EQ(event.proposed, Level::good);
    EXPECT_EQ(event.evaluation.outcome, RuleOutcome::rated);
    EXPECT_EQ(event.evaluation.level, Level::good);
    EXPECT_EQ(event.evaluation.rulebook, kPartyRulebook);
    EXPECT_FALSE(event.evaluation.trace.empty());
    EXPECT_EQ(event.facts.criteria.size(), 2u);
    EXPECT_EQ(event.facts.state_level, RatedLevel::good);
    EXPECT_EQ(event.facts.months_since_admission, 102);
    EXPECT_THAT(event.signals, IsEmpty());
    EXPECT_EQ(event.paper, a_party_paper());
    EXPECT_EQ(decision->authority.mandate, MandateId::of("SECRETARY.1"));
}

// Mục 5.1 Hướng dẫn số 25-HD/BTCTW: "trước ngày 31 tháng 12". What counts is the day of the act, on paper as here.
TEST(PartyDecision, AfterTheTermOfItsRulebookSaysSoWithTheClause) {
    const auto ready = voted(received(), {"A2"});
    const auto late_on = [&](std::string_view at) {
        return only<PartyRatingDecided>(ready.at(at).when("SECRETARY", a_party_decision({a_party_line("A2")}))).late;
    };
    EXPECT_FALSE(late_on("2023-12-30T17:00"));
    const auto late = late_on("2023-12-31T08:00");
    ASSERT_TRUE(late);
    EXPECT_EQ(late->type.str(), "term-passed");
    EXPECT_THAT(late->clause.str(), HasSubstr("mục 5.1 Hướng dẫn số 25-HD/BTCTW"));
    EXPECT_THAT(late->detail.str(), HasSubstr("31/12/2023, sau thời hạn đến hết ngày 30/12/2023"));
    auto paper = a_party_decision({a_party_line("A2")});
    paper.on_paper = PartyOnPaper{a_party_paper(), Time::of("2023-12-05T08:00"), Label::of("Văn phòng Đảng ủy"),
                                  PersonCode::of("SECRETARY")};
    EXPECT_FALSE(only<PartyRatingDecided>(ready.at("2024-01-10T08:00").when("CELL", paper)).late)
        << "entered late, decided in time";
}

TEST(PartyDecision, IsNoBetterThanTheCriteriaAndSaysWhyItIsWorse) {
    const auto ready = voted(received(), {"A2"});
    const auto better = decide_on(ready, {a_party_line("A2", Level::excellent, "Tiêu biểu")});
    EXPECT_EQ(refusal_of(better), "level-not-allowed /lines/0/level");
    EXPECT_EQ(better.error().clause, "Điều 12 Quy định số 124-QĐ/TW");
    EXPECT_EQ(refusal_of(decide_on(ready, {a_party_line("A2", Level::completed)})), "reason-required /lines/0/reason");
    EXPECT_EQ(refusal_of(decide_on(ready, {a_party_line("A2", Level::completed, "Chi bộ còn ý kiến")})), "accepted");
    EXPECT_EQ(refusal_of(ready.when("CELL", a_party_decision({a_party_line("A2")}))), "not-competent /lines/0");
    EXPECT_EQ(refusal_of(ready.when("DIRECTOR", a_party_decision({a_party_line("A2")}))), "not-competent /lines/0");
    const auto decided = ready.after("SECRETARY", a_party_decision({a_party_line("A2")}));
    EXPECT_EQ(refusal_of(decide_on(decided, {a_party_line("A2")})), "step-order /lines/0");
    EXPECT_EQ(refusal_of(decide_on(ready, {a_party_line("A2"), a_party_line("A2")})), "invalid-field /lines/1/dossier");
    EXPECT_EQ(refusal_of(decide_on(ready, {})), "invalid-field /lines");
}

TEST(PartyDecision, OfALeaderWaitsForTheUnit) {
    const auto ready = voted(received(), {"HEAD1"});
    EXPECT_EQ(refusal_of(decide_on(ready, {a_party_line("HEAD1")})), "collective-not-rated /lines/0/level");
    const auto rated = units_rated(ready, Level::good);
    EXPECT_EQ(only<PartyRatingDecided>(decide_on(rated, {a_party_line("HEAD1")})).facts.unit_level, RatedLevel::good);
}

// Hướng dẫn 21 and seed: excellent in the party rests on excellent in the state. A warning, that is kept and answered
// for.
TEST(PartyStory, PartyExcellentWithoutStateExcellentIsAWarningThatNeedsAReason) {
    const auto six = voted(received(), {"A3", "DEPUTY", "HEAD1"});
    const auto ready = units_rated(voted(six, {"A1", "A2"}, Level::excellent), Level::good);
    // Five of them are good or better: nobody may be excellent yet. With B1 there are six.
    const auto all = voted(ready.and_given({a_state_level("B1", Level::good)}), {"B1"});
    const auto without = decide_on(all, {a_party_line("A2", Level::excellent)});
    EXPECT_EQ(refusal_of(without), "reason-required /lines/0/reason");
    EXPECT_EQ(without.error().clause, "Hướng dẫn số 21-HD/BTCTW năm 2019, Hướng dẫn số 25-HD/BTCTW");
    const auto event =
        only<PartyRatingDecided>(decide_on(all, {a_party_line("A2", Level::excellent, "Thành tích đột xuất")}));
    EXPECT_THAT(event.signals, ElementsAre(PartySignal{PartySignalCode::state_level_not_excellent, {}}));
    EXPECT_EQ(event.facts.state_level, RatedLevel::good);
    const auto state_excellent = only<PartyRatingDecided>(decide_on(all, {a_party_line("A1", Level::excellent)}));
    EXPECT_THAT(state_excellent.signals, IsEmpty()) << "A1 is excellent with the state";
}

// "Số hoàn thành xuất sắc không quá 20% số hoàn thành tốt trong từng nhóm": 5·E <= G, so one of six.
TEST(PartyStory, ExcellentIsAtMostOneInFiveOfTheGoodInTheGroup) {
    const auto year = units_rated(received(a_party_year().and_given({a_state_level("B1", Level::good)})), Level::good);
    const auto five = voted(voted(year, {"A3", "DEPUTY", "HEAD1"}), {"A1", "A2"}, Level::excellent);
    const auto early = decide_on(five, {a_party_line("A1", Level::excellent)});
    EXPECT_EQ(refusal_of(early), "quota-exceeded /lines/0/level") << "five give none";
    const auto six = voted(five, {"B1"});
    const auto event = only<PartyRatingDecided>(decide_on(six, {a_party_line("A1", Level::excellent)}));
    EXPECT_EQ(event.quota, (PartyQuotaStanding{{}, 1, 6, 1}));
    const auto both = decide_on(
        six, {a_party_line("A1", Level::excellent), a_party_line("A2", Level::excellent, "Thành tích đột xuất")});
    EXPECT_EQ(refusal_of(both), "quota-exceeded /lines/0/level") << "the list is counted as a whole";
    const auto one = six.after("SECRETARY", a_party_decision({a_party_line("A1", Level::excellent)}));
    EXPECT_EQ(refusal_of(decide_on(one, {a_party_line("A2", Level::excellent, "Thành tích đột xuất")})),
              "quota-exceeded /lines/0/level");
    EXPECT_EQ(refusal_of(decide_on(one, {a_party_line("A2", Level::good, "Vượt tỷ lệ")})), "accepted");
}

TEST(PartyDecision, CountsEachComparableGroupByItself) {
    ComparableGroupDefined group;
    group.cycle = kCycle;
    group.group = GroupId::of("N1");
    group.agency = kDepartment;
    group.members = {PersonCode::of("A1"), PersonCode::of("A2")};
    group.document = DocumentId::of("QD1");
    const auto year = received(a_party_year().and_given({group, a_state_level("B1", Level::good)}));
    const auto ready = voted(voted(year, {"A3", "DEPUTY", "HEAD1", "B1", "A2"}), {"A1"}, Level::excellent);
    const auto refused = decide_on(ready, {a_party_line("A1", Level::excellent)});
    EXPECT_EQ(refusal_of(refused), "quota-exceeded /lines/0/level") << "two in the group, whoever else is good";
}

// Điểm 4.3 khoản 4 Điều 12: disciplined in the rating year, not completed; self-detected and remedied, not so.
TEST(PartyStory, ADisciplineOfTheYearForcesTheLevelUnlessSelfDetectedAndRemedied) {
    const auto year = received(a_party_year().and_given({a_discipline("V1", 2023, "2023-10-10")}));
    const auto ready = voted(year, {"A2"});
    const auto good = decide_on(ready, {a_party_line("A2")});
    EXPECT_EQ(refusal_of(good), "discipline-forces-level /lines/0/level");
    const auto event =
        only<PartyRatingDecided>(decide_on(ready, {a_party_line("A2", Level::not_completed, "Bị kỷ luật")}));
    EXPECT_THAT(event.violations_counted, ElementsAre(kAct));
    auto remedied = an_appraisal("A2");
    remedied.mitigations = {{kAct, true, false}};
    EXPECT_EQ(refusal_of(decide_on(ready.after("CELL", remedied), {a_party_line("A2")})), "accepted");
}

// D4: an act of 2022 punished in 2023 leaves 2023 as it is and calls for 2022 to be rated again.
TEST(PartyStory, AnActOfAnEarlierYearCallsForThatYearToBeRatedAgain) {
    const auto year = received(a_party_year().and_given({a_discipline("V1", 2022, "2023-03-10")}));
    const auto event = only<PartyRatingDecided>(decide_on(voted(year, {"A2"}), {a_party_line("A2")}));
    EXPECT_EQ(event.level, Level::good);
    EXPECT_THAT(event.signals, ElementsAre(PartySignal{PartySignalCode::re_rate, 2022}));
    EXPECT_THAT(event.violations_counted, IsEmpty());
}

// Điểm 4.5: the act was done in the rated year and is disciplined after it was rated.
TEST(PartyStory, LateDisciplineCancelsTheResultOfTheYearOfTheActAndRatesItAgain) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    const auto day = Date::of("2024-03-20");
    const auto late = decided.and_given({a_discipline("V1", 2023, "2024-03-15")}).at("2024-03-20T08:00");
    const auto due = due_reratings(*late.past(), kDepartment, day);
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].ground, PartyReratingGround::re_rate);
    EXPECT_EQ(due[0].violation, kAct);
    EXPECT_EQ(due[0].year, 2023);
    EXPECT_EQ(due[0].decision, 5);
    EXPECT_EQ(due[0].clause.str(), "điểm 4.5 khoản 4 Điều 12 Quy định số 124-QĐ/TW");

    const auto rerating = a_rerating(ReratingGround::late_discipline, Level::not_completed, kAct);
    const auto decision = late.when("SECRETARY", rerating);
    EXPECT_THAT(types_of(decision), ElementsAre("party.rating-cancelled", "party.rating-decided"));
    const auto event = events_of(decision)[1].get<PartyRatingDecided>();
    EXPECT_EQ(event.supersedes, 5);
    EXPECT_THAT(event.violations_counted, ElementsAre(kAct));
    const auto rerated = late.and_decided(decision);
    EXPECT_TRUE(due_reratings(*rerated.past(), kDepartment, day).empty());
    const auto past = rerated.past();
    const auto& dossier = past->party_dossier(dossier_of("A2"));
    EXPECT_EQ(dossier.decision->level, Level::not_completed);
    ASSERT_EQ(dossier.cancelled.size(), 1u);
    EXPECT_EQ(dossier.cancelled[0].level, Level::good) << "what was decided stays readable";

    EXPECT_EQ(refusal_of(late.when("SECRETARY", a_rerating(ReratingGround::late_discipline, Level::completed, kAct))),
              "discipline-forces-level /level");
    EXPECT_EQ(refusal_of(late.when("CELL", rerating)), "not-competent");
}

TEST(PartyRerating, IsDueOfWhoWorksElsewhereByNow) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    auto moved = a_post("51-S02", "51-S02");
    moved.from = Date::of("2024-02-01");
    const auto late = decided.and_given(
        {PostEnded{PersonCode::of("A2"), UnitCode::of("51-S05.P1"), kSince, Date::of("2024-01-31"), {}},
         in_post("A2", moved), a_discipline("V1", 2023, "2024-03-15")});
    EXPECT_EQ(due_reratings(*late.past(), kDepartment, Date::of("2024-03-20")).size(), 1u);
}

TEST(PartyRerating, OfAnActThatWasSelfDetectedAndRemediedIsWeighed) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    auto remedied = an_appraisal("A2");
    remedied.mitigations = {{kAct, true, false}};
    const auto late =
        decided.and_given({a_discipline("V1", 2023, "2024-03-15")}).at("2024-03-20T08:00").after("CELL", remedied);
    const auto due = due_reratings(*late.past(), kDepartment, Date::of("2024-03-20"));
    ASSERT_EQ(due.size(), 1u);
    EXPECT_EQ(due[0].ground, PartyReratingGround::weigh_re_rating);
}

TEST(PartyRerating, NeedsAGroundThatIsThere) {
    const auto decided = voted(received(), {"A2"}).after("SECRETARY", a_party_decision({a_party_line("A2")}));
    const auto refusal = [&](const ReRateMember& command) { return refusal_of(decided.when("SECRETARY", command)); };
    EXPECT_EQ(refusal(a_rerating(ReratingGround::late_discipline, Level::not_completed, kAct)),
              "step-order /violation");
    EXPECT_EQ(refusal(a_rerating(ReratingGround::late_discipline, Level::not_completed)), "invalid-field /violation");
    EXPECT_EQ(refusal(a_rerating(ReratingGround::objection, Level::completed)), "invalid-field /objection");
    EXPECT_EQ(refusal(a_rerating(ReratingGround::error, Level::good)), "nothing-to-change /level");
    EXPECT_EQ(refusal(a_rerating(ReratingGround::error, Level::completed, {}, 4)), "step-order /decision");
    auto silent = a_rerating(ReratingGround::error, Level::completed);
    silent.reason = {};
    EXPECT_EQ(refusal(silent), "reason-required /reason");
    EXPECT_EQ(refusal(a_rerating(ReratingGround::error, Level::completed)), "accepted");
}

TEST(PartyRerating, UpwardsWhenTheDisciplineIsAnnulled) {
    const auto year = received(a_party_year().and_given({a_discipline("V1", 2023, "2023-10-10")}));
    const auto fallen =
        voted(year, {"A2"})
            .after("SECRETARY", a_party_decision({a_party_line("A2", Level::not_completed, "Bị kỷ luật")}));
    const auto decision = fallen.when("SECRETARY", a_rerating(ReratingGround::discipline_annulled, Level::good, kAct));
    EXPECT_THAT(types_of(decision), ElementsAre("party.rating-cancelled", "party.rating-decided"));
}

TEST(PartyNotice, AndSharingFollowTheDecisionInForce) {
    const auto ready = voted(received(), {"A2"});
    const IssuePartyNotice notice{dossier_of("A2"), a_party_paper("16-TB/ĐU")};
    const SharePartyDecision sharing{dossier_of("A2"), a_party_paper("17-CV/ĐU")};
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", notice)), "step-order");
    EXPECT_EQ(refusal_of(ready.when("SECRETARY", sharing)), "step-order");
    const auto decided = ready.after("SECRETARY", a_party_decision({a_party_line("A2")}));
    const auto told = decided.after("SECRETARY", notice).after("SECRETARY", sharing);
    EXPECT_EQ(refusal_of(told.when("SECRETARY", notice)), "step-order");
    EXPECT_EQ(refusal_of(told.when("SECRETARY", sharing)), "nothing-to-change");
    EXPECT_EQ(refusal_of(decided.when("CELL", sharing)), "not-competent");
    const auto rerated = told.after("SECRETARY", a_rerating(ReratingGround::error, Level::completed));
    EXPECT_EQ(refusal_of(rerated.when("SECRETARY", notice)), "accepted") << "of the new decision";
    EXPECT_EQ(refusal_of(rerated.when("SECRETARY", sharing)), "accepted");
}

}  // namespace
}  // namespace minhbach::services::party
