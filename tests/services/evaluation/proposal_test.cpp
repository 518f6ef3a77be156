#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::evaluation {
namespace {

// The work of A1 gives EXCELLENT, that of A2 GOOD.
Given ready() {
    return discussed(a_rating_year(), {"A1", "A2"});
}
// The director, whose unit is rated and whom the committee has spoken about.
Given director_ready() {
    return units_rated(discussed(a_rating_year(), {"DIRECTOR"}, "M1", "CHAIR"))
        .after("OFFICER", a_party_opinion("DIRECTOR"));
}

DisciplineRecorded a_reprimand(std::string_view person, std::string_view effective = "2023-10-10") {
    return {
        PersonCode::of(person), ViolationId::of("V1"), 2023, DisciplineKind::administrative, DisciplineForm::reprimand,
        Date::of(effective),    DocumentId::of("D1")};
}

TEST(ProposeLevel, KeepsWhatTheRulesGave) {
    const auto proposed = only<ProposalMade>(ready().when("OFFICER", a_proposal("A1", Level::excellent)));
    EXPECT_EQ(proposed.rule_level, Level::excellent);
    EXPECT_FALSE(proposed.previous);
    EXPECT_EQ(proposed.meeting, MeetingId::of("M1"));
    EXPECT_TRUE(proposed.breaches.empty());
}

TEST(ProposeLevel, IsForTheAdvisoryBodyAndNeverAboutOneself) {
    EXPECT_EQ(refusal_of(ready().when("HEAD1", a_proposal("A1", Level::excellent))), "not-competent");
    EXPECT_EQ(refusal_of(discussed(a_rating_year(), {"OFFICER"}).when("OFFICER", a_proposal("OFFICER", Level::good))),
              "self-decision");
}

TEST(ProposeLevel, WaitsForTheForm) {
    EXPECT_EQ(refusal_of(ready().when("OFFICER", a_proposal("A3", Level::good))), "step-order");
}

TEST(ProposeLevel, WaitsForSomebodysJudgement) {
    const auto unjudged = a_rating_year()
                              .at("2023-11-16T08:00")
                              .after("A1", the_form("A1"))
                              .at("2023-11-22T10:00")
                              .after("OFFICER", a_meeting("M1", "51-S05", {"A1"}))
                              .after("OFFICER", minutes_of("M1"));
    EXPECT_EQ(refusal_of(unjudged.when("OFFICER", a_proposal("A1", Level::good))), "step-order");
}

TEST(ProposeLevel, RestsOnAdoptedMinutesOfAMeetingAboutThePerson) {
    auto proposal = a_proposal("A1", Level::excellent);
    proposal.meeting.reset();
    auto decision = ready().when("OFFICER", proposal);
    EXPECT_EQ(refusal_of(decision), "minutes-missing /meeting");
    EXPECT_EQ(decision.error().clause.find("điểm b khoản 2 Điều 18 Nghị định số 90/2020/NĐ-CP"), 0u);
    EXPECT_EQ(refusal_of(ready().when("OFFICER", a_proposal("A1", Level::excellent, "M9"))), "invalid-field /meeting");
    const auto other = ready()
                           .at("2023-11-21T08:00")
                           .after("A3", the_form("A3"))
                           .at("2023-11-24T08:00")
                           .after("OFFICER", a_meeting("M2", "51-S05", {"A3"}));
    EXPECT_EQ(refusal_of(other.when("OFFICER", a_proposal("A1", Level::excellent, "M2"))), "minutes-missing /meeting");
    EXPECT_EQ(refusal_of(other.after("HEAD1", a_judgement("A3")).when("OFFICER", a_proposal("A3", Level::good, "M2"))),
              "minutes-missing /meeting")
        << "held, not adopted";
}

TEST(ProposeLevel, ChangedLaterNeedsAReason) {
    const auto proposed = ready().after("OFFICER", a_proposal("A2", Level::good));
    auto change = a_proposal("A2", Level::completed);
    EXPECT_EQ(refusal_of(proposed.when("OFFICER", change)), "reason-required /reason");
    change.reason = Text::of("Ý kiến của tập thể");
    const auto changed = only<ProposalMade>(proposed.when("OFFICER", change));
    EXPECT_EQ(changed.previous, Level::good);
}

TEST(ProposeLevel, NotAboveTheCriteria) {
    const auto decision = ready().when("OFFICER", a_proposal("A2", Level::excellent));
    EXPECT_EQ(refusal_of(decision), "level-not-allowed /level");
    EXPECT_EQ(decision.error().clause.find("điểm b khoản 1 Điều 8"), 0u) << decision.error().clause;
    EXPECT_NE(decision.error().detail_vi.find("Ít nhất 50% nhiệm vụ hoàn thành vượt mức"), std::string::npos)
        << decision.error().detail_vi;
    EXPECT_NE(decision.error().detail_en.find("not met: At least 50% of the tasks are exceeded."), std::string::npos)
        << decision.error().detail_en << ": in words, without the names of facts";
}

TEST(ProposeLevel, BelowTheCriteriaNeedsAReason) {
    auto proposal = a_proposal("A1", Level::good);
    EXPECT_EQ(refusal_of(ready().when("OFFICER", proposal)), "reason-required /reason");
    proposal.reason = Text::of("Chưa nổi trội trong phòng");
    EXPECT_TRUE(ready().when("OFFICER", proposal));
}

TEST(ProposeLevel, DisciplineFixesTheLevel) {
    const auto disciplined = ready().and_given({a_reprimand("A2")});
    const auto decision = disciplined.when("OFFICER", a_proposal("A2", Level::good));
    EXPECT_EQ(refusal_of(decision), "discipline-forces-level /level");
    EXPECT_EQ(decision.error().clause.find("điểm a khoản 5 Điều 2"), 0u);
    EXPECT_TRUE(disciplined.when("OFFICER", a_proposal("A2", Level::not_completed)));
    EXPECT_TRUE(ready().and_given({a_reprimand("A2", "2022-10-10")}).when("OFFICER", a_proposal("A2", Level::good)));
}

TEST(ProposeLevel, NobodyWhoWorkedTooLittle) {
    const auto fresh =
        ready().and_given({ServiceRecorded{PersonCode::of("A2"), 2023, 5, 0, 0, Label::of("Bảng chấm công")}});
    const auto decision = fresh.when("OFFICER", a_proposal("A2", Level::good));
    EXPECT_EQ(refusal_of(decision), "not-eligible /level");
    EXPECT_EQ(decision.error().clause.find("khoản 3 Điều 2"), 0u);
}

TEST(ProposeLevel, OfALeaderWaitsForTheUnitsAndTheCommittee) {
    const auto discussed_only = discussed(a_rating_year(), {"DIRECTOR"}, "M1", "CHAIR");
    const auto decision = discussed_only.when("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::good));
    EXPECT_EQ(refusal_of(decision), "party-opinion-missing");
    EXPECT_EQ(decision.error().clause.find("điểm c khoản 1 Điều 18"), 0u);
    ASSERT_EQ(decision.error().more.size(), 1u);
    EXPECT_EQ(decision.error().more[0].type, "collective-not-rated");

    auto some = discussed_only.after("OFFICER", a_party_opinion("DIRECTOR"));
    EXPECT_EQ(refusal_of(some.when("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::good))), "collective-not-rated /level");
    EXPECT_TRUE(director_ready().when("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::excellent)));
}

TEST(ProposeLevel, OfALeaderNotAboveTheUnit) {
    const auto good_unit = units_rated(discussed(a_rating_year(), {"DIRECTOR"}, "M1", "CHAIR"), Level::good)
                               .after("OFFICER", a_party_opinion("DIRECTOR"));
    const auto decision = good_unit.when("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::excellent));
    EXPECT_EQ(refusal_of(decision), "above-unit /level");
    EXPECT_EQ(decision.error().clause.find("Điều 56 Luật Cán bộ, công chức"), 0u);
    EXPECT_TRUE(good_unit.when("HOMEAFFAIRS", a_proposal("DIRECTOR", Level::good)));
}

TEST(ProposeLevel, TheCommitteeIsAskedAboutHeadsNotAboutStaff) {
    const auto heads = units_rated(discussed(a_rating_year(), {"PRINCIPAL", "HEAD1", "DEPUTY"}));
    EXPECT_EQ(refusal_of(heads.when("OFFICER", a_proposal("PRINCIPAL", Level::excellent))), "party-opinion-missing");
    EXPECT_TRUE(heads.after("OFFICER", a_party_opinion("PRINCIPAL"))
                    .when("OFFICER", a_proposal("PRINCIPAL", Level::excellent)));
    EXPECT_TRUE(heads.when("OFFICER", a_proposal("HEAD1", Level::excellent))) << "khoản 2 Điều 18 asks for no opinion";
    auto deputy = a_proposal("DEPUTY", Level::good);
    EXPECT_TRUE(heads.when("OFFICER", deputy)) << "khoản 2 Điều 18 asks for no opinion";
}

TEST(ProposeLevel, InAGapOnlyAnAllowedLevelWithReason) {
    const auto late = ready().and_given(worked(of_person("A2"), 21, 0, 0));  // all completed, most of them late
    auto judgement = a_judgement("A2", Judge::advisory_body);
    judgement.typed = TypedCounts{WorkCounts{20, 19, 19, 0}, CriteriaCounts{20, 19, 1}, DocumentId::of("LIST")};
    const auto gap = late.after("OFFICER", judgement);
    auto proposal = a_proposal("A2", Level::good);
    EXPECT_EQ(refusal_of(gap.when("OFFICER", proposal)), "level-not-allowed /level");
    proposal.level = Level::completed;
    EXPECT_EQ(refusal_of(gap.when("OFFICER", proposal)), "reason-required /reason");
    proposal.reason = Text::of("Một nhiệm vụ chậm do bão lũ");
    const auto proposed = only<ProposalMade>(gap.when("OFFICER", proposal));
    EXPECT_EQ(proposed.gaps, std::vector{GapCode::of("GAP-1")});
    EXPECT_FALSE(proposed.rule_level);
}

TEST(ProposeLevel, OnPaperIsRecordedWithAllItsBreaches) {
    auto proposal = a_proposal("DIRECTOR", Level::excellent);
    proposal.meeting.reset();
    proposal.on_paper = on_paper("HOMEAFFAIRS");
    const auto proposed = only<ProposalMade>(a_rating_year().at("2023-11-25T08:00").when("OFFICER", proposal));
    std::vector<std::string> types;
    for (const auto& breach : proposed.breaches) types.push_back(breach.type.str());
    EXPECT_EQ(types,
              (std::vector<std::string>{"step-order", "minutes-missing", "party-opinion-missing", "step-order"}));
}

TEST(ProposeLevel, AfterTheDecisionIsTooLate) {
    const auto decided = ready()
                             .after("OFFICER", a_proposal("A2", Level::good))
                             .after("DIRECTOR", a_decision({a_line("A2", Level::good)}));
    auto proposal = a_proposal("A2", Level::good);
    proposal.reason = Text::of("Nhầm");
    EXPECT_EQ(refusal_of(decided.when("OFFICER", proposal)), "step-order");
}

// A2 came to the division on that day from the district; the dossier was opened in November.
Given transferred(std::string_view day, std::string_view from = "534") {
    const auto begin = Date::of(day);
    auto former = a_post(from, from);
    former.to = begin.plus(-1);
    auto present = a_post("51-S05.P1", "51-S05");
    present.from = begin;
    DossierOpened opened{dossier_of("A9"), PersonCode::of("A9"), kCycle, 2023, present, {}};
    const auto year = a_rating_year().and_given({a_person("A9"), in_post("A9", former), in_post("A9", present)});
    auto history = year.and_given(worked(of_person("A9"), 4, 4, 2)).and_given({opened});
    return discussed(history, {"A9"});
}

RecordComment former_comment(std::string_view person) {
    return {dossier_of(person), CommentSide::former_agency, Text::of("Hoàn thành các nhiệm vụ được giao."), {}};
}

Given with_former_colleague(const Given& history) {
    return history.and_given({a_person("D1X"), in_post("D1X", a_post("534", "534"))});
}

TEST(ProposeLevel, V16FourMonthsElsewhereNeedNoComment) {
    EXPECT_TRUE(transferred("2023-05-01").when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_TRUE(transferred("2023-06-30").when("OFFICER", a_proposal("A9", Level::excellent)));
}

TEST(ProposeLevel, V17SevenMonthsElsewhereNeedTheFormerAgencysComment) {
    const auto silent = with_former_colleague(transferred("2023-08-01"));
    const auto refused = silent.when("OFFICER", a_proposal("A9", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_EQ(refused.error().clause.find("khoản 1 Điều 20"), 0u);
    EXPECT_TRUE(silent.after("D1X", former_comment("A9")).when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_EQ(refusal_of(transferred("2023-07-01").when("OFFICER", a_proposal("A9", Level::excellent))), "step-order")
        << "six months";
    auto paper = a_proposal("A9", Level::excellent);
    paper.on_paper = on_paper("OFFICER", "2023-11-24T07:30");
    EXPECT_EQ(only<ProposalMade>(silent.when("OFFICER", paper)).breaches.at(0).type.str(), "step-order");
}

TEST(ProposeLevel, AnAgencyThatNoLongerExistsSaysNothing) {
    const UnitDissolved dissolved{UnitCode::of("21109"), Date::of("2023-09-01"), DocumentId::of("D1")};
    EXPECT_EQ(refusal_of(transferred("2023-08-01", "21109").when("OFFICER", a_proposal("A9", Level::excellent))),
              "step-order");
    EXPECT_TRUE(
        transferred("2023-08-01", "21109").and_given({dissolved}).when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_TRUE(transferred("2023-08-01", "51-S05.P2").when("OFFICER", a_proposal("A9", Level::excellent)))
        << "another division of the same agency is no transfer";
}

// A9 of the district works for the department 51-S02 for a time.
Given seconded(std::string_view from, std::optional<std::string_view> to) {
    SecondmentRecorded recorded{PersonCode::of("A9"), UnitCode::of("51-S02"), Date::of(from), {}, DocumentId::of("D1")};
    if (to) recorded.to = Date::of(*to);
    auto at_host = a_post("51-S02", "51-S02");
    return transferred("2023-01-01", "51-S05.P2").and_given({recorded, a_person("H1X"), in_post("H1X", at_host)});
}

RecordComment host_comment() {
    return {dossier_of("A9"), CommentSide::host_agency, Text::of("Chấp hành sự phân công, hoàn thành nhiệm vụ."), {}};
}

TEST(ProposeLevel, WhoIsSecondedIsProposedAfterTheHostsComment) {
    const auto silent = seconded("2023-03-01", std::nullopt);
    const auto refused = silent.when("OFFICER", a_proposal("A9", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_NE(refused.error().detail_en.find("seconded to 51-S02"), std::string::npos);
    EXPECT_TRUE(silent.after("H1X", host_comment()).when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_EQ(refusal_of(silent.when("B1", host_comment())), "not-competent") << "the host speaks, nobody at home";
}

TEST(ProposeLevel, ASecondmentOfAnotherYearAsksNobody) {
    EXPECT_TRUE(seconded("2021-03-01", "2022-12-31").when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_EQ(refusal_of(seconded("2021-03-01", "2023-01-31").when("OFFICER", a_proposal("A9", Level::excellent))),
              "step-order");
    EXPECT_EQ(refusal_of(seconded("2021-03-01", "2022-12-31").when("H1X", host_comment())), "not-competent");
}

TEST(ProposeLevel, WhereTheHostRatesItIsNotAskedForAComment) {
    const SecondmentRecorded to_the_rater{
        PersonCode::of("A9"), UnitCode::of("51-S05.P2"), Date::of("2023-03-01"), {}, DocumentId::of("D1")};
    EXPECT_TRUE(transferred("2023-01-01", "51-S05.P2")
                    .and_given({to_the_rater})
                    .when("OFFICER", a_proposal("A9", Level::excellent)));
}

// Two hosts in a year are two comments.
TEST(ProposeLevel, WaitsForTheCommentOfEveryHostOfTheYear) {
    const SecondmentRecorded second{
        PersonCode::of("A9"), UnitCode::of("21109"), Date::of("2023-07-01"), {}, DocumentId::of("D1")};
    const auto both = seconded("2023-03-01", "2023-06-30")
                          .and_given({second, a_person("H2X"), in_post("H2X", a_post("21109", "21109"))});
    const auto refused = both.when("OFFICER", a_proposal("A9", Level::excellent));
    EXPECT_EQ(refusal_of(refused), "step-order");
    EXPECT_EQ(refused.error().more.size(), 1u) << "one for each host";
    const auto one = both.after("H1X", host_comment());
    const auto still = one.when("OFFICER", a_proposal("A9", Level::excellent));
    EXPECT_NE(still.error().detail_en.find("seconded to 21109"), std::string::npos);
    EXPECT_TRUE(still.error().more.empty());
    EXPECT_TRUE(one.after("H2X", host_comment()).when("OFFICER", a_proposal("A9", Level::excellent)));
    EXPECT_EQ(only<CommentRecorded>(one.when("H2X", host_comment())).host, UnitCode::of("21109"));
    auto for_the_other = host_comment();
    for_the_other.host = UnitCode::of("51-S02");
    EXPECT_EQ(refusal_of(one.when("H2X", for_the_other)), "invalid-field /host");
    auto of_no_host = host_comment();
    of_no_host.side = CommentSide::peer;
    of_no_host.host = UnitCode::of("51-S02");
    EXPECT_EQ(refusal_of(one.when("A3", of_no_host)), "invalid-field /host");
}

}  // namespace
}  // namespace minhbach::services::evaluation
