#include "services/work/work.hpp"

#include <gtest/gtest.h>

#include <random>

#include "given.hpp"
#include "given_province.hpp"

namespace minhbach::services::work {
namespace {

const auto kReason = Text::of("Chưa đạt yêu cầu");

Given province() {
    return given(a_province()).at("2023-11-20T08:00");
}

Owner person(std::string_view code) {
    return {PersonCode::of(code), {}};
}
Owner unit(std::string_view code) {
    return {{}, UnitCode::of(code)};
}

TaskItem task(std::string_view id) {
    TaskItem item;
    item.task = TaskId::of(id);
    item.title = Text::of("Tham mưu dự toán ngân sách năm 2024");
    item.product = Label::of("Báo cáo dự toán");
    item.due = Date::of("2023-10-31");
    item.exceeded_when = Text::of("Hoàn thành trước hạn 15 ngày");
    return item;
}

AssignTasks assigning(const Owner& owner, std::vector<std::string_view> ids) {
    AssignTasks command{owner, 2023, {}, DocumentId::of("D1")};
    for (const auto& id : ids) command.tasks.push_back(task(id));
    return command;
}

DeliverTasks delivering(const Owner& owner, std::vector<std::string_view> ids, std::string_view on = "2023-10-20") {
    DeliverTasks command{owner, 2023, {}};
    for (const auto& id : ids)
        command.deliveries.push_back({TaskId::of(id), Label::of("Báo cáo số 12"), 1, Date::of(on), {}});
    return command;
}

AcceptTasks accepting(const Owner& owner, std::vector<Acceptance> acceptances) {
    return {owner, 2023, std::move(acceptances)};
}

Acceptance good(std::string_view id) {
    return {TaskId::of(id), true, true, true, false, {}};
}

Given assigned() {
    return province().after("HEAD1", assigning(person("A1"), {"T1", "T2", "T3"}));
}
Given delivered() {
    return assigned().after("A1", delivering(person("A1"), {"T1", "T2"}));
}

TEST(AssignTasks, BySomebodyWhoDirectsTheOwner) {
    const auto command = assigning(person("A1"), {"T1", "T2"});
    const auto decision = province().when("HEAD1", command);
    EXPECT_EQ(only<TasksAssigned>(decision), command);
    EXPECT_EQ(decision->events.front().stream.name(), "work/2023/p/A1");
    EXPECT_EQ(refusal_of(province().when("HEAD2", command)), "not-competent");
    EXPECT_EQ(refusal_of(province().when("CHAIR", assigning(unit("51-S05"), {"T1"}))), "accepted");
    EXPECT_EQ(refusal_of(province().when("HEAD2", assigning(unit("51-S05"), {"T1"}))), "not-competent");
}

TEST(AssignTasks, Refusals) {
    const auto refused = [](auto change) {
        auto command = assigning(person("A1"), {"T4"});
        change(command);
        return refusal_of(assigned().when("HEAD1", command));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& c) { c.owner.unit = UnitCode::of("51-S05"); }), "invalid-field /owner");
    EXPECT_EQ(refused([](auto& c) { c.owner = {}; }), "invalid-field /owner");
    EXPECT_EQ(refused([](auto& c) { c.owner = person("NOBODY"); }), "invalid-field /owner/person");
    EXPECT_EQ(refused([](auto& c) { c.owner = person("ADMIN"); }), "invalid-field /owner/person");
    EXPECT_EQ(refused([](auto& c) { c.owner = unit("nowhere"); }), "invalid-field /owner/unit");
    EXPECT_EQ(refused([](auto& c) { c.document = DocumentId::of("D9"); }), "invalid-field /document");
    EXPECT_EQ(refused([](auto& c) { c.tasks.clear(); }), "invalid-field /tasks");
    EXPECT_EQ(refused([](auto& c) { c.tasks.push_back(c.tasks[0]); }), "invalid-field /tasks/1/task");
    EXPECT_EQ(refused([](auto& c) { c.tasks[0].task = TaskId::of("T1"); }), "already-exists /tasks/0/task");
    EXPECT_EQ(refused([](auto& c) { c.tasks[0].quantity = 0; }), "invalid-field /tasks/0/quantity");
    EXPECT_EQ(refused([](auto& c) { c.tasks[0].due = Date::of("2024-01-01"); }), "invalid-field /tasks/0/due");
    EXPECT_EQ(refused([](auto& c) { c.tasks[0].exceeded_when = {}; }), "invalid-field /tasks/0");
}

TEST(ChangeTask, OnlyWithAReasonAndBeforeItsAcceptance) {
    ChangeTask command{person("A1"), 2023, task("T1"), kReason};
    command.task.due = Date::of("2023-12-15");
    EXPECT_EQ(only<TaskChanged>(assigned().when("HEAD1", command)), command);
    EXPECT_EQ(refusal_of(assigned().when("A2", command)), "not-competent");
    auto refused = command;
    refused.reason = {};
    EXPECT_EQ(refusal_of(assigned().when("HEAD1", refused)), "reason-required /reason");
    refused = command;
    refused.task = task("T1");
    EXPECT_EQ(refusal_of(assigned().when("HEAD1", refused)), "nothing-to-change");
    refused = command;
    refused.task.task = TaskId::of("T9");
    EXPECT_EQ(refusal_of(assigned().when("HEAD1", refused)), "invalid-field /task/task");
    refused = command;
    refused.task.quantity = 0;
    EXPECT_EQ(refusal_of(assigned().when("HEAD1", refused)), "invalid-field /task/quantity");
    const auto accepted = delivered().after("HEAD1", accepting(person("A1"), {good("T1")}));
    EXPECT_EQ(refusal_of(accepted.when("HEAD1", command)), "step-order /task");
    const auto past = assigned().after("HEAD1", command).past();
    EXPECT_EQ(past->work(2023, person("A1")).tasks.at(TaskId::of("T1")).changes, 1);
    EXPECT_EQ(past->work(2023, person("A1")).tasks.at(TaskId::of("T1")).item.due, Date::of("2023-12-15"));
}

TEST(DeliverTasks, ByTheOwner) {
    const auto command = delivering(person("A1"), {"T1"});
    const auto decision = assigned().when("A1", command);
    EXPECT_EQ(only<TasksDelivered>(decision), command);
    EXPECT_EQ(decision->authority.capacity, Capacity::self);
    EXPECT_EQ(refusal_of(assigned().when("A2", command)), "not-competent");
    EXPECT_EQ(refusal_of(assigned().when("HEAD1", command)), "not-competent");
    const auto targets = province().after("CHAIR", assigning(unit("51-S05"), {"T1"}));
    EXPECT_EQ(targets.when("DIRECTOR", delivering(unit("51-S05"), {"T1"}))->authority.capacity, Capacity::in_office);
    EXPECT_EQ(refusal_of(targets.when("DEPUTY", delivering(unit("51-S05"), {"T1"}))), "not-competent");
    auto acting = a_mandate("M1", "DEPUTY", {Power::comment}, "51-S05", Reach::unit);
    acting.capacity = Capacity::acting;
    EXPECT_EQ(targets.and_given({acting}).when("DEPUTY", delivering(unit("51-S05"), {"T1"}))->authority.capacity,
              Capacity::acting);
}

TEST(DeliverTasks, Refusals) {
    const auto refused = [](auto change) {
        auto command = delivering(person("A1"), {"T3"});
        change(command);
        return refusal_of(delivered().when("A1", command));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& c) { c.deliveries.clear(); }), "invalid-field /deliveries");
    EXPECT_EQ(refused([](auto& c) { c.deliveries[0].task = TaskId::of("T9"); }), "invalid-field /deliveries/0/task");
    EXPECT_EQ(refused([](auto& c) { c.deliveries.push_back(c.deliveries[0]); }), "invalid-field /deliveries/1/task");
    EXPECT_EQ(refused([](auto& c) { c.deliveries[0].on = Date::of("2023-11-21"); }), "invalid-field /deliveries/0/on");
    EXPECT_EQ(refused([](auto& c) { c.deliveries[0].on = Date::of("2022-12-31"); }), "invalid-field /deliveries/0/on");
    EXPECT_EQ(refused([](auto& c) { c.deliveries[0].quantity = 0; }), "invalid-field /deliveries/0/quantity");
    EXPECT_EQ(refused([](auto& c) { c.deliveries[0].product = {}; }), "invalid-field /deliveries/0/product");
    EXPECT_EQ(refused([](auto& c) { c = delivering(person("A1"), {"T1"}); }), "nothing-to-change");
    EXPECT_EQ(refused([](auto& c) { c = delivering(person("A1"), {"T1"}, "2023-10-21"); }), "accepted");
    EXPECT_EQ(refused([](auto& c) { c.owner = person("NOBODY"); }), "invalid-field /owner/person");
    const auto accepted = delivered().after("HEAD1", accepting(person("A1"), {good("T1")}));
    EXPECT_EQ(refusal_of(accepted.when("A1", delivering(person("A1"), {"T1"}, "2023-10-21"))),
              "step-order /deliveries/0");
}

TEST(AcceptTasks, NeverByTheOwner) {
    const auto command = accepting(person("A1"), {good("T1")});
    EXPECT_EQ(only<TasksAccepted>(delivered().when("HEAD1", command)), command);
    EXPECT_EQ(refusal_of(delivered().when("A1", command)), "self-decision");
    EXPECT_EQ(refusal_of(delivered().when("HEAD2", command)), "not-competent");
    const auto targets = province()
                             .after("CHAIR", assigning(unit("51-S05"), {"T1"}))
                             .after("DIRECTOR", delivering(unit("51-S05"), {"T1"}));
    EXPECT_EQ(refusal_of(targets.when("DIRECTOR", accepting(unit("51-S05"), {good("T1")}))), "self-decision");
    EXPECT_EQ(refusal_of(targets.when("CHAIR", accepting(unit("51-S05"), {good("T1")}))), "accepted");
}

TEST(AcceptTasks, IsConsistentInItself) {
    const auto refused = [](const Acceptance& acceptance) {
        return refusal_of(delivered().when("HEAD1", accepting(person("A1"), {acceptance})));
    };
    const auto t1 = TaskId::of("T1");
    EXPECT_EQ(refused({t1, true, true, true, true, {}}), "accepted");
    EXPECT_EQ(refused({t1, true, false, true, false, kReason}), "accepted");
    EXPECT_EQ(refused({t1, true, false, true, false, {}}), "reason-required /acceptances/0/reason");
    EXPECT_EQ(refused({t1, false, false, false, false, {}}), "reason-required /acceptances/0/reason");
    EXPECT_EQ(refused({t1, false, false, false, false, kReason}), "accepted");
    EXPECT_EQ(refused({t1, true, true, false, true, kReason}), "facts-inconsistent /acceptances/0");
    EXPECT_EQ(refused({t1, false, true, false, false, kReason}), "facts-inconsistent /acceptances/0");
    EXPECT_EQ(refused({TaskId::of("T9"), true, true, true, false, {}}), "invalid-field /acceptances/0/task");
    EXPECT_EQ(refused({TaskId::of("T3"), true, true, true, false, {}}), "step-order /acceptances/0");
    EXPECT_EQ(refused({TaskId::of("T3"), false, false, false, false, kReason}), "accepted");
    EXPECT_EQ(refusal_of(delivered().when("HEAD1", accepting(person("A1"), {}))), "invalid-field /acceptances");
    EXPECT_EQ(refusal_of(delivered().when("HEAD1", accepting(person("A1"), {good("T1"), good("T1")}))),
              "invalid-field /acceptances/1/task");
    const auto late = assigned().after("A1", delivering(person("A1"), {"T1"}, "2023-11-01"));
    EXPECT_EQ(refusal_of(late.when("HEAD1", accepting(person("A1"), {good("T1")}))),
              "facts-inconsistent /acceptances/0/onTime");
}

TEST(AcceptTasks, AgainOnlyWithAReason) {
    const auto accepted = delivered().after("HEAD1", accepting(person("A1"), {good("T1")}));
    EXPECT_EQ(refusal_of(accepted.when("HEAD1", accepting(person("A1"), {good("T1")}))), "nothing-to-change");
    Acceptance exceeded = good("T1");
    exceeded.exceeded = true;
    EXPECT_EQ(refusal_of(accepted.when("HEAD1", accepting(person("A1"), {exceeded}))),
              "reason-required /acceptances/0/reason");
    exceeded.reason = Text::of("Bổ sung minh chứng hoàn thành sớm");
    EXPECT_EQ(refusal_of(accepted.when("HEAD1", accepting(person("A1"), {exceeded}))), "accepted");
}

TEST(WorkCounts, OnlyWhatIsAcceptedCounts) {
    const auto base = province()
                          .after("HEAD1", assigning(person("A1"), {"T1", "T2", "T3", "T4", "T5"}))
                          .after("A1", delivering(person("A1"), {"T1", "T2", "T3", "T4"}));
    const auto work_of = [](const Given& history) { return history.past()->work(2023, person("A1")); };
    EXPECT_EQ(work_of(base).counts(), (WorkCounts{5, 0, 0, 0}));
    EXPECT_EQ(work_of(base).criteria(), (CriteriaCounts{5, 0, 5}));
    const auto accepted =
        base.after("HEAD1", accepting(person("A1"), {{TaskId::of("T1"), true, true, true, true, {}},
                                                     {TaskId::of("T2"), true, true, true, false, {}},
                                                     {TaskId::of("T3"), true, false, true, false, kReason},
                                                     {TaskId::of("T4"), false, false, false, false, kReason}}));
    EXPECT_EQ(work_of(accepted).counts(), (WorkCounts{5, 3, 2, 1}));
    EXPECT_EQ(work_of(accepted).criteria(), (CriteriaCounts{5, 3, 3}));
    EXPECT_FALSE(work_of(province()).exists());
}

// Whatever is accepted in whatever order, the counts keep the order that the rules demand.
TEST(WorkCountsProperty, ExceededOnTimeCompletedAssigned) {
    std::mt19937 random(5);
    auto history = province().after("HEAD1", assigning(person("A1"), {"T1", "T2", "T3", "T4"}));
    int accepted = 0;
    for (int round = 0; round < 200; ++round) {
        const auto id = "T" + std::to_string(1 + random() % 4);
        Decision decision =
            history.when("A1", delivering(person("A1"), {id}, random() % 2 ? "2023-10-20" : "2023-11-05"));
        if (random() % 2) {
            Acceptance acceptance{TaskId::of(id),    random() % 2 == 0, random() % 2 == 0,
                                  random() % 2 == 0, random() % 2 == 0, {}};
            if (random() % 2) acceptance.reason = Text::of("Lý do " + std::to_string(round));
            decision = history.when("HEAD1", accepting(person("A1"), {acceptance}));
        }
        if (!decision) continue;
        ++accepted;
        history = history.and_decided(decision);
        const auto counts = history.past()->work(2023, person("A1")).counts();
        ASSERT_LE(counts.exceeded, counts.on_time_with_quality);
        ASSERT_LE(counts.on_time_with_quality, counts.completed);
        ASSERT_LE(counts.completed, counts.assigned);
    }
    EXPECT_GT(accepted, 10);
}

TEST(Work, AnEventAboutAnUnknownTaskIsABrokenInvariant) {
    EXPECT_THROW((void)province().and_given({delivering(person("A1"), {"T1"})}).past(), std::logic_error);
}

}  // namespace
}  // namespace minhbach::services::work
