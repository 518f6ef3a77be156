// The work of the year stands still once it is measured, and nobody sets it for themselves.
#include <gtest/gtest.h>

#include "given_cycle.hpp"

namespace minhbach::services::work {
namespace {

TaskItem another() {
    TaskItem item;
    item.task = TaskId::of("T99");
    item.title = Text::of("Tham mưu dự toán ngân sách năm 2024");
    item.product = Label::of("Báo cáo dự toán");
    item.due = Date::of("2023-12-15");
    item.exceeded_when = Text::of("Hoàn thành trước hạn 15 ngày");
    return item;
}

AssignTasks adding(const Owner& owner) {
    return {owner, 2023, {another()}, {}};
}
ChangeTask changing(const Owner& owner) {
    return {owner, 2023, another(), Text::of("Gia hạn theo kế hoạch mới")};
}
AcceptTasks accepting(const Owner& owner) {
    return {owner, 2023, {{TaskId::of("T99"), false, false, false, false, Text::of("Chưa có sản phẩm")}}};
}

Given with_open_task(const Owner& owner, std::string_view by) {
    return a_rating_year().after(by, adding(owner));
}

// A change worth making.
ChangeTask later(const Owner& owner) {
    auto command = changing(owner);
    command.task.due = Date::of("2023-12-31");
    return command;
}

TEST(WorkFreeze, TasksStandStillOnceTheSelfAssessmentIsFiled) {
    const auto a1 = of_person("A1");
    const auto open = with_open_task(a1, "HEAD1");
    EXPECT_TRUE(open.when("HEAD1", later(a1)));
    const auto filed = open.at("2023-11-16T08:00").after("A1", the_form("A1"));
    EXPECT_EQ(refusal_of(filed.when("HEAD1", later(a1))), "step-order /owner");
    EXPECT_EQ(refusal_of(filed.when("HEAD1", adding(a1))), "step-order /owner");
    EXPECT_TRUE(filed.when("HEAD1", accepting(a1))) << "what was delivered is still accepted";
    const auto returned =
        filed.after("HEAD1", evaluation::ReturnSelfAssessment{dossier_of("A1"), Text::of("Rà soát"), {}});
    EXPECT_TRUE(returned.when("HEAD1", later(a1))) << "a returned form opens the tasks again";
}

TEST(WorkFreeze, OtherPeopleAndOtherYearsGoOn) {
    const auto filed = a_rating_year().at("2023-11-16T08:00").after("A1", the_form("A1"));
    EXPECT_TRUE(filed.when("HEAD1", adding(of_person("A2"))));
    auto next_year = adding(of_person("A1"));
    next_year.year = 2024;
    next_year.tasks[0].due = Date::of("2024-03-31");
    EXPECT_TRUE(filed.when("HEAD1", next_year));
}

TEST(WorkFreeze, AcceptancesStandStillOnceTheLevelIsDecided) {
    const auto a2 = of_person("A2");
    RatingDecided decided;
    decided.dossier = dossier_of("A2");
    decided.person = PersonCode::of("A2");
    decided.level = Level::good;
    decided.document = DocumentId::of("QD1");
    const auto after = with_open_task(a2, "HEAD1").and_given({decided});
    EXPECT_EQ(refusal_of(after.when("HEAD1", accepting(a2))), "step-order /owner");
    EXPECT_EQ(refusal_of(after.when("HEAD1", adding(a2))), "step-order /owner");
}

TEST(WorkFreeze, TargetsStandStillOnceTheUnitIsRated) {
    const auto unit = of_unit("51-S05.P1");
    const auto open = with_open_task(unit, "DIRECTOR");
    const auto rated = open.and_given({a_unit_level("51-S05.P1", Level::good)});
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", later(unit))), "step-order /owner");
    EXPECT_EQ(refusal_of(rated.when("DIRECTOR", accepting(unit))), "step-order /owner");
    EXPECT_TRUE(open.when("DIRECTOR", accepting(unit)));
}

TEST(WorkFreeze, NobodySetsTheOwnWorkOrThatOfTheUnitHeaded) {
    const auto own =
        a_rating_year().and_given({a_mandate("X", "HEAD1", {Power::assign_work}, "51-S05", Reach::subtree)});
    EXPECT_EQ(refusal_of(own.when("HEAD1", adding(of_person("HEAD1")))), "self-decision");
    EXPECT_EQ(refusal_of(own.when("HEAD1", adding(of_unit("51-S05.P1")))), "self-decision");
    const auto open = with_open_task(of_unit("51-S05.P1"), "DIRECTOR").after("DIRECTOR", adding(of_person("HEAD1")));
    EXPECT_EQ(refusal_of(open.when("HEAD1", later(of_unit("51-S05.P1")))), "self-decision");
    EXPECT_EQ(refusal_of(open.when("HEAD1", later(of_person("HEAD1")))), "self-decision");
}

}  // namespace
}  // namespace minhbach::services::work
