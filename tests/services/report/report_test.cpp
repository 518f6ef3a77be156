#include "services/report/report.hpp"

#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::report {
namespace {

const UnitCode kSchool = UnitCode::of("51-S05.T1");
const UnitCode kProvince = UnitCode::of("51");

RatingDecided decided(std::string_view person, std::optional<Level> level) {
    RatingDecided event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    event.document = DocumentId::of("QD1");
    return event;
}
RatingDecided not_rated(std::string_view person) {
    auto event = decided(person, std::nullopt);
    event.evaluation.outcome = RuleOutcome::not_rated;
    event.evaluation.reason = RuleReason::under_6_months;
    return event;
}
ProposalMade proposed(std::string_view person, Level level) {
    ProposalMade event;
    event.dossier = dossier_of(person);
    event.person = PersonCode::of(person);
    event.level = level;
    return event;
}

// The department's own people are decided, its director is proposed to the province; the school has not sent its file.
Given finished() {
    std::vector<Event> events{proposed("DIRECTOR", Level::excellent), not_rated("B1"), decided("A1", Level::excellent)};
    for (const auto person : {"DEPUTY", "HEAD1", "HEAD2", "OFFICER", "A2", "A3", "PRINCIPAL", "TEACHER"})
        events.push_back(decided(person, Level::good));
    return a_rating_year()
        .at("2023-11-29T15:00")
        .and_given(events)
        .and_given({a_mandate("OFFICER.2", "OFFICER", {Power::receive}, "51-S05", Reach::managed)});
}
Given accepted(const Given& history, std::string_view unit, std::string_view sender, std::string_view receiver) {
    return history.after(sender, submission::SubmitFile{kCycle, UnitCode::of(unit), true, {}})
        .after(receiver, submission::AcceptFile{kCycle, UnitCode::of(unit), {}});
}
Given with_the_school(const Given& history) {
    return accepted(history, "51-S05.T1", "OFFICER", "OFFICER");
}
SubmitReport a_report(const UnitCode& unit = kDepartment) {
    return {kCycle, unit, {}, DocumentId::of("TB1")};
}
const ReportLine& line(const ReportSubmitted& report, SubjectClass subject_class, bool leader) {
    for (const auto& one : report.lines) {
        if (one.subject_class == subject_class && one.leader == leader) return one;
    }
    throw std::out_of_range("no such line");
}

TEST(SubmitReport, CountsByClassAndLeadersWhatWasAccepted) {
    const auto report = only<ReportSubmitted>(finished().when("OFFICER", a_report()));
    EXPECT_EQ(report.to->str(), "51-S02");
    EXPECT_EQ(report.restatement, 0);
    EXPECT_EQ(report.as_of, Time::of("2023-11-29T15:00"));
    EXPECT_EQ(report.lines.size(), 5u);
    const auto& leaders = line(report, SubjectClass::civil_servant, true);
    EXPECT_EQ(leaders.counts, (SettledCounts{1, 3, 0, 0, 0, 4}));
    EXPECT_EQ(leaders.proposed, 1) << "the director is decided by the province";
    const auto& others = line(report, SubjectClass::civil_servant, false);
    EXPECT_EQ(others.counts, (SettledCounts{1, 3, 0, 0, 1, 5}));
    EXPECT_EQ(others.not_rated, std::vector{(NotRatedCount{NotRatedReason::under_six_months, 1})});
    EXPECT_EQ(others.proposed, 0);
    EXPECT_EQ(line(report, SubjectClass::public_employee, true).counts, SettledCounts{}) << "the school sent no file";
    EXPECT_EQ(report.total, (SettledCounts{2, 6, 0, 0, 1, 9}));
    EXPECT_EQ(report.remainder, 0);
    EXPECT_TRUE(report.units.empty());
    EXPECT_EQ(report.missing, std::vector{kSchool});
    EXPECT_TRUE(report.differences.empty());
}

TEST(SubmitReport, ARestatementFollowsWhatWasAcceptedSinceAndSaysWhatDiffers) {
    const auto first = finished().after("OFFICER", a_report());
    EXPECT_EQ(refusal_of(first.when("OFFICER", a_report())), "nothing-to-change");
    const auto sent = first.after("OFFICER", submission::SubmitFile{kCycle, kSchool, false, {}});
    EXPECT_EQ(refusal_of(sent.when("OFFICER", a_report())), "nothing-to-change") << "sent is not accepted";
    const auto taken = sent.after("OFFICER", submission::AcceptFile{kCycle, kSchool, {}});
    const auto again = only<ReportSubmitted>(taken.at("2023-12-01T09:00").when("OFFICER", a_report()));
    EXPECT_EQ(again.restatement, 1);
    EXPECT_EQ(again.units, std::vector{(ReportedUnit{kSchool, 1})});
    EXPECT_TRUE(again.missing.empty());
    EXPECT_EQ(again.total, (SettledCounts{2, 8, 0, 0, 1, 11}));
    const auto employees = SubjectClass::public_employee;
    EXPECT_EQ(again.differences, (std::vector<ReportDifference>{{employees, true, Label::of("staff"), 0, 1},
                                                                {employees, true, Label::of("good"), 0, 1},
                                                                {employees, false, Label::of("staff"), 0, 1},
                                                                {employees, false, Label::of("good"), 0, 1}}));
    const auto twice = taken.after("OFFICER", a_report()).and_given({decided("A1", Level::good)});
    const auto third = only<ReportSubmitted>(twice.when("OFFICER", a_report()));
    EXPECT_EQ(third.restatement, 2);
    EXPECT_EQ(third.differences.size(), 2u) << "one excellent less, one good more";
}

TEST(SubmitReport, AFileSentAgainIsTheVersionThatIsReported) {
    const auto returned = finished()
                              .after("OFFICER", submission::SubmitFile{kCycle, kSchool, false, {}})
                              .after("OFFICER", submission::ReturnFile{kCycle, kSchool, Text::of("Thiếu biên bản")});
    EXPECT_EQ(only<ReportSubmitted>(returned.when("OFFICER", a_report())).missing, std::vector{kSchool});
    const auto again = with_the_school(returned);
    EXPECT_EQ(only<ReportSubmitted>(again.when("OFFICER", a_report())).units, std::vector{(ReportedUnit{kSchool, 2})});
}

TEST(SubmitReport, ARemainderIsNamedAndNeedsItsReason) {
    const auto open =
        a_rating_year()
            .at("2023-11-29T15:00")
            .and_given({proposed("DIRECTOR", Level::good), decided("A1", Level::good), proposed("A2", Level::good)});
    const auto refused = open.when("OFFICER", a_report());
    EXPECT_EQ(refusal_of(refused), "facts-inconsistent /remainderReason");
    EXPECT_NE(refused.error().detail_vi.find("Tổng số 9 người"), std::string::npos) << refused.error().detail_vi;
    EXPECT_NE(refused.error().detail_vi.find("còn 7 người"), std::string::npos) << refused.error().detail_vi;
    EXPECT_EQ(refused.error().clause, "Văn bản số 5721/UBND-NC ngày 01/01/2020");
    auto explained = a_report();
    explained.remainder_reason = Text::of("Các phòng họp nhận xét sau ngày 29/11.");
    const auto report = only<ReportSubmitted>(open.when("OFFICER", explained));
    EXPECT_EQ(report.remainder, 7) << "a proposal of one's own unit is no result";
    EXPECT_EQ(report.total.staff, 9);
    EXPECT_EQ(refusal_of(finished().when("OFFICER", explained)), "invalid-field /remainderReason");
}

// Vĩnh Long 2018, commune cadres and civil servants: 806 + 1.367 + 22 + 10 of 2.229.
TEST(Reconciliation, FindsThePersonsWhoAreInNoColumn) {
    SettledCounts published{806, 1367, 22, 10, 0, 2229};
    EXPECT_EQ(remainder_of(published), 24);
    const auto refused = unexplained(published, false, "");
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->type, "facts-inconsistent");
    EXPECT_NE(refused->detail_en.find("806 + 1367 + 22 + 10"), std::string::npos);
    EXPECT_NE(refused->detail_en.find("24 remain"), std::string::npos);
    EXPECT_FALSE(unexplained(published, true, ""));
    published.not_rated = 24;
    EXPECT_FALSE(unexplained(published, false, ""));
    EXPECT_EQ(remainder_of({641, 935, 13, 8, 0, 1597}), 0);
}

TEST(SubmitReport, SomebodyInPostWithoutADossierIsARemainder) {
    const auto later =
        finished().and_given({a_person("NEW", "Hồ Văn Sơn"), in_post("NEW", a_post("51-S05.P1", "51-S05"))});
    EXPECT_EQ(refusal_of(later.when("OFFICER", a_report())), "facts-inconsistent /remainderReason");
}

TEST(SubmitReport, OfTheProvinceIsMadeByWhoReceivesForIt) {
    const auto history = accepted(with_the_school(finished()), "51-S05", "OFFICER", "HOMEAFFAIRS");
    EXPECT_EQ(refusal_of(history.when("OFFICER", a_report(kProvince))), "not-competent");
    auto command = a_report(kProvince);
    EXPECT_EQ(refusal_of(history.when("HOMEAFFAIRS", command)), "facts-inconsistent /remainderReason");
    command.remainder_reason = Text::of("Chủ tịch do cấp trên đánh giá.");
    const auto report = only<ReportSubmitted>(history.when("HOMEAFFAIRS", command));
    EXPECT_FALSE(report.to);
    EXPECT_EQ(report.missing, (std::vector{UnitCode::of("51-S02"), UnitCode::of("534")}));
    EXPECT_EQ(report.units, (std::vector<ReportedUnit>{{kDepartment, 1}, {kSchool, 1}}));
    EXPECT_EQ(line(report, SubjectClass::cadre, true).remainder, 1);
    EXPECT_EQ(line(report, SubjectClass::civil_servant, true).proposed, 1);
    EXPECT_EQ(report.total, (SettledCounts{2, 8, 0, 0, 1, 12}));
    // Once the province has decided about its director.
    const auto decided_above = history.after("HOMEAFFAIRS", command).and_given({decided("DIRECTOR", Level::excellent)});
    const auto again = only<ReportSubmitted>(decided_above.when("HOMEAFFAIRS", command));
    const ReportDifference difference{SubjectClass::civil_servant, true, Label::of("proposed"), 1, 0};
    EXPECT_EQ(again.differences, std::vector{difference});
}

TEST(SubmitReport, WhatALowerFileDidNotConsolidateIsNotInTheReportAbove) {
    const auto history = with_the_school(accepted(finished(), "51-S05", "OFFICER", "HOMEAFFAIRS"));
    auto command = a_report(kProvince);
    command.remainder_reason = Text::of("Chủ tịch do cấp trên đánh giá.");
    const auto report = only<ReportSubmitted>(history.when("HOMEAFFAIRS", command));
    EXPECT_EQ(report.units, std::vector{(ReportedUnit{kDepartment, 1})});
    EXPECT_EQ(report.missing, (std::vector{UnitCode::of("51-S02"), kSchool, UnitCode::of("534")}));
}

TEST(SubmitReport, IsMadeByTheTiersThatReport) {
    EXPECT_EQ(refusal_of(finished().when("HEAD1", a_report())), "not-competent");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", a_report(kSchool))), "invalid-field /unit");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", a_report(UnitCode::of("NOWHERE")))), "invalid-field /unit");
    auto letter = a_report();
    letter.document = DocumentId::of("NOWHERE");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", letter)), "invalid-field /document");
    auto cycle = a_report();
    cycle.cycle = CycleId::of("1999");
    EXPECT_EQ(refusal_of(finished().when("OFFICER", cycle)), "invalid-field /cycle");
}

TEST(Draft, SaysWhatAReportWouldSayAndIsGuardedByWhatItReads) {
    const auto past = finished().past();
    const auto now = draft(*past, kCycle, kDepartment, Time::of("2023-11-29T15:00")).value();
    auto submitted = only<ReportSubmitted>(finished().when("OFFICER", a_report()));
    submitted.document = {};
    EXPECT_EQ(now, submitted);
    const auto noted = finished().noted_when("OFFICER", a_report());
    for (const auto* stream : {"report/2023/51-S05", "submission/2023/51-S05.T1", "dossier/2023.A1", "cycle/2023"})
        EXPECT_TRUE(noted.contains(stream)) << stream;
}

}  // namespace
}  // namespace minhbach::services::report
