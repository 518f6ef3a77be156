// The board of remediation: who owes, who has a plan, what is overdue on a day and as known then; what is carried over.
#include <gtest/gtest.h>

#include "history.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

const PlanId kPlan = PlanId::of("2023.p.A1");
const Owner kOwner{PersonCode::of("A1"), {}};
const MeasureId kFirst = MeasureId::of("BP1");
const MeasureId kSecond = MeasureId::of("BP2");

RemediationPlanned a_plan(int version = 1, std::string_view cycle = "2023") {
    RemediationPlanned planned;
    planned.plan = PlanId::of(std::string(cycle) + ".p.A1");
    planned.cycle = CycleId::of(cycle);
    planned.owner = kOwner;
    planned.version = version;
    planned.term = Date::of("2023-12-12");
    Shortcoming shortcoming;
    shortcoming.shortcoming = ShortcomingId::of("HC1");
    shortcoming.description = Text::of("Phối hợp chưa chủ động");
    shortcoming.cause_text = Text::of("Chưa có quy chế");
    shortcoming.measures = {
        {kFirst, Text::of("Ban hành quy chế"), Label::of("Quy chế"), PersonCode::of("A1"), Date::of("2024-02-29")},
        {kSecond, Text::of("Kiểm tra hằng tháng"), Label::of("Báo cáo"), PersonCode::of("A2"), Date::of("2024-03-29")}};
    planned.shortcomings = {shortcoming};
    planned.document = DocumentId::of("D1");
    return planned;
}
ProgressReported a_report(const MeasureId& measure, int degree) {
    return {kPlan, kOwner, measure, degree, Text::of("Đã dự thảo"), {}, {}};
}
FollowUpAssigned assigned(FollowUpRole role, std::string_view assignee) {
    return {kPlan, kOwner, role, PersonCode::of(assignee), DocumentId::of("D1")};
}

// A1, A2 and TEACHER are decided, TEACHER without a level; the department has its level. A1 plans, HEAD1 follows.
void plan(History& history) {
    open_cycle(history);
    history.at("2023-11-28T09:30");
    for (const auto person : {"A1", "A2"}) history.by("DIRECTOR", "DIRECTOR.1", a_decision(person, Level::good));
    history.by("PRINCIPAL", "PRINCIPAL.1", a_decision("TEACHER", std::nullopt));
    CollectiveRated rated;
    rated.cycle = kCycle;
    rated.unit = UnitCode::of("51-S05");
    rated.reason = Text::of("Theo kết quả năm 2023");
    rated.level = Level::good;
    rated.document = DocumentId::of("D1");
    history.by("CHAIR", "CHAIR.1", rated);
    history.at("2023-12-06T09:00").by("A1", "", a_plan());
    history.at("2023-12-08T14:00").by("DIRECTOR", "DIRECTOR.1", assigned(FollowUpRole::urger, "HEAD2"));
    history.by("DIRECTOR", "DIRECTOR.1", assigned(FollowUpRole::follower, "HEAD1"));
    history.by("HEAD1", "", FollowUpConfirmed{kPlan, kOwner, FollowUpRole::follower});
}

RemediationLine line_of(const Answers& answers, std::string_view person, Known known = {},
                        std::optional<Date> day = {}) {
    RemediationQuestion question;
    question.cycle = kCycle;
    question.person = PersonCode::of(person);
    question.day = day;
    return answers.remediation(question, known).value().items.at(0);
}

TEST(Remediation, TellsWhoOwesAPlanAndSinceWhen) {
    History history;
    plan(history);
    const auto answer = history.answers().remediation({kCycle, {}, {}, {}, {}}).value();
    EXPECT_EQ(answer.working_days, 10);
    EXPECT_EQ(answer.day, Date::of("2023-12-08")) << "of the last event";
    ASSERT_EQ(answer.items.size(), 3u) << "whoever is not rated owes nothing";
    EXPECT_EQ(answer.items[0].owner.unit->str(), "51-S05");
    EXPECT_EQ(answer.items[0].standing, PlanStanding::within_term);
    EXPECT_EQ(answer.items[0].decided_on, Date::of("2023-11-28"));
    EXPECT_FALSE(answer.items[0].term) << "worked out where the calendar is";
    const auto a1 = line_of(history.answers(), "A1");
    EXPECT_EQ(a1.standing, PlanStanding::planned);
    EXPECT_EQ(a1.name, "Nguyễn Thị Hồng Đào");
    EXPECT_EQ(a1.term, Date::of("2023-12-12"));
    EXPECT_EQ(a1.planned_on, Date::of("2023-12-06"));
    EXPECT_FALSE(a1.late);
    EXPECT_EQ(a1.revision, 4);
    ASSERT_EQ(a1.follow_ups.size(), 2u);
    EXPECT_EQ(a1.follow_ups[0].role, FollowUpRole::follower);
    EXPECT_TRUE(a1.follow_ups[0].confirmed);
    EXPECT_EQ(a1.follow_ups[0].assignee.name, "Đỗ Văn Đức");
    EXPECT_FALSE(a1.follow_ups[1].confirmed);
    EXPECT_EQ(line_of(history.answers(), "A2").standing, PlanStanding::within_term);
}

TEST(Remediation, FiltersByUnitAndByWhoeverFollows) {
    History history;
    plan(history);
    const auto count = [&](const std::function<void(RemediationQuestion&)>& ask) {
        RemediationQuestion question;
        question.cycle = kCycle;
        ask(question);
        return history.answers().remediation(question).value().items.size();
    };
    EXPECT_EQ(count([](auto& q) { q.unit = UnitCode::of("51-S05.P1"); }), 2u);
    EXPECT_EQ(count([](auto& q) { q.unit = UnitCode::of("51-S05.P2"); }), 0u);
    EXPECT_EQ(count([](auto& q) { q.unit = UnitCode::of("51-S05"); }), 3u);
    EXPECT_EQ(count([](auto& q) { q.follower = PersonCode::of("HEAD1"); }), 1u);
    EXPECT_EQ(count([](auto& q) { q.follower = PersonCode::of("HEAD2"); }), 1u) << "urges";
    EXPECT_EQ(count([](auto& q) { q.follower = PersonCode::of("B1"); }), 0u);
    EXPECT_FALSE(history.answers().remediation({CycleId::of("1999"), {}, {}, {}, {}}));
}

TEST(Remediation, AMeasureIsOverdueDoneAndReopenedAsKnownThenAndNow) {
    History history;
    plan(history);
    const auto planned = history.size() - 1;
    history.at("2024-01-15T10:00").by("A1", "", a_report(kFirst, 40));
    const auto status = [&](Known known = {}, std::optional<Date> day = {}) {
        return line_of(history.answers(), "A1", known, day).measures.at(0).status;
    };
    EXPECT_EQ(status(), MeasureStatus::in_progress);
    EXPECT_EQ(status({}, Date::of("2024-02-29")), MeasureStatus::in_progress) << "the last day";
    EXPECT_EQ(status({}, Date::of("2024-03-01")), MeasureStatus::overdue);
    const auto overdue =
        history.at("2024-03-04T08:00").by("HEAD2", "", MeasureUrged{kPlan, kOwner, kFirst, Text::of("Đề nghị"), true});
    EXPECT_EQ(status(), MeasureStatus::overdue);
    history.at("2024-03-05T08:00").by("A1", "", a_report(kFirst, 100));
    EXPECT_EQ(status(), MeasureStatus::in_progress) << "reported as done, though late";
    auto line = line_of(history.answers(), "A1").measures.at(0);
    EXPECT_TRUE(line.awaits_verification);
    EXPECT_TRUE(line.done_late);
    EXPECT_EQ(line.urged, 1);
    EXPECT_TRUE(line.escalated);
    history.at("2024-03-06T08:00").by("HEAD1", "", MeasureVerified{kPlan, kOwner, kFirst, Text::of("Đã ban hành")});
    line = line_of(history.answers(), "A1").measures.at(0);
    EXPECT_EQ(line.status, MeasureStatus::done);
    EXPECT_EQ(line.status_key, "st.remDone");
    EXPECT_EQ(line.verified_by->actor_name, "Đỗ Văn Đức");
    const auto verified = history.size() - 1;
    history.at("2024-03-07T08:00").by("HEAD1", "", MeasureReopened{kPlan, kOwner, kFirst, Text::of("Chưa thực hiện")});
    EXPECT_EQ(status({}, Date::of("2024-02-20")), MeasureStatus::reopened);
    EXPECT_EQ(status(), MeasureStatus::overdue) << "reopened past its day";
    EXPECT_EQ(line_of(history.answers(), "A1").measures.at(0).reopened, 1);

    const auto at = [](std::int64_t position) { return Known(Position{static_cast<std::uint64_t>(position)}); };
    EXPECT_EQ(status(at(planned)), MeasureStatus::not_done);
    EXPECT_EQ(status(at(overdue)), MeasureStatus::overdue);
    EXPECT_EQ(status(at(verified)), MeasureStatus::done);
    EXPECT_EQ(line_of(history.answers(), "A1", at(planned - 4)).standing, PlanStanding::within_term);
}

TEST(Remediation, APlanWholeHasItsVersionsAndWhatWasDone) {
    History history;
    plan(history);
    history.at("2024-01-15T10:00").by("A1", "", a_report(kFirst, 40));
    MeasureInspected inspected{kPlan, kOwner, kFirst, Date::of("2024-01-18"), Text::of("Đúng tiến độ")};
    history.at("2024-01-20T10:00").by("OFFICER", "OFFICER.1", inspected);
    auto second = a_plan(2);
    second.reason = Text::of("Bổ sung");
    second.shortcomings[0].measures.pop_back();
    history.at("2024-02-01T10:00").by("A1", "", second);
    const auto answer = history.answers().remediation_plan(kPlan).value();
    ASSERT_EQ(answer.versions.size(), 2u);
    EXPECT_EQ(answer.versions[0].measures, 2);
    EXPECT_EQ(answer.versions[1].text->str(), "Bổ sung");
    EXPECT_EQ(answer.versions[1].by.actor_name, "Nguyễn Thị Hồng Đào");
    ASSERT_EQ(answer.measures.size(), 1u) << "the other left with the second version";
    EXPECT_EQ(answer.measures[0].line.degree_percent, 40) << "what was done stays";
    ASSERT_EQ(answer.measures[0].history.size(), 2u);
    EXPECT_EQ(answer.measures[0].history[0].type, "progress.reported");
    EXPECT_EQ(answer.measures[0].history[0].degree_percent, 40);
    EXPECT_EQ(answer.measures[0].history[1].on, Date::of("2024-01-18"));
    EXPECT_EQ(answer.line.dossier, dossier_of("A1"));
    EXPECT_FALSE(history.answers().remediation_plan(PlanId::of("2023.p.A2")));
    const auto violations =
        check_rebuild(history.log(), events::Ledger::main, history.acts(), all_projections(), history.folder("shadow"));
    for (const auto& violation : violations) ADD_FAILURE() << violation.what;
}

TEST(Remediation, AStatementAfterTheTermIsSeenAsLate) {
    History history;
    plan(history);
    NoShortcomingStated stated;
    stated.plan = PlanId::of("2023.u.51-S05");
    stated.cycle = kCycle;
    stated.owner.unit = UnitCode::of("51-S05");
    stated.term = Date::of("2023-12-12");
    stated.statement = Text::of("Không có hạn chế phải khắc phục.");
    stated.document = DocumentId::of("D1");
    history.at("2023-12-13T09:00").by("DIRECTOR", "DIRECTOR.1", stated);
    const auto line = history.answers().remediation({kCycle, {}, {}, {}, {}}).value().items.at(0);
    EXPECT_EQ(line.standing, PlanStanding::stated);
    EXPECT_TRUE(line.late);
    EXPECT_FALSE(line.status);
    const auto whole = history.answers().remediation_plan(stated.plan).value();
    EXPECT_EQ(whole.versions.at(0).text->str(), "Không có hạn chế phải khắc phục.");
    EXPECT_EQ(whole.line.name, "Sở Tài chính");
}

TEST(Remediation, WhatAnEarlierYearLeftOpenIsCarriedOver) {
    History history;
    open_cycle(history);
    auto earlier = a_cycle();
    earlier.cycle = CycleId::of("2022");
    earlier.year = 2022;
    history.given({earlier});
    history.by("A1", "", a_plan(1, "2022"));
    const PlanId old = PlanId::of("2022.p.A1");
    history.by("HEAD1", "", MeasureVerified{old, kOwner, kFirst, Text::of("Đã xong")});
    const auto carried = [&] { return history.answers().remediation_of(kOwner).value(); };
    EXPECT_EQ(carried().cycle, kCycle) << "the newest";
    ASSERT_EQ(carried().carried.size(), 1u) << "the verified one is not";
    const auto item = carried().carried[0];
    EXPECT_EQ(item.measure.measure, kSecond);
    EXPECT_EQ(item.year, 2022);
    EXPECT_EQ(item.found_in.source, ShortcomingSource::earlier_year);
    EXPECT_EQ(item.found_in.earlier_plan, old);
    EXPECT_EQ(item.description.str(), "Phối hợp chưa chủ động");
    EXPECT_FALSE(item.taken_over);
    auto next = a_plan();
    next.shortcomings[0].found_in = item.found_in;
    history.by("A1", "", next);
    EXPECT_TRUE(carried().carried.at(0).taken_over);
    ASSERT_EQ(carried().plans.size(), 2u);
    EXPECT_EQ(carried().plans[0].year, 2023);
    EXPECT_EQ(carried().plans[1].open, 1);
    EXPECT_TRUE(history.answers().remediation_of(kOwner, CycleId::of("2022")).value().carried.empty());
    EXPECT_FALSE(history.answers().remediation_of({PersonCode::of("NOBODY"), {}}));
}

}  // namespace
}  // namespace minhbach::projections
