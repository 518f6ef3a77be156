// A self-assessment edited after the meeting; beside it one that was not. And the attempt of `X1`, head of
// the same division, to decide without a mandate.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kUnit = "51-S14-M1";
constexpr int kBlock = 206;

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Quản lý công nghệ", UnitKind::division, "51-S14", true);
    unit.meeting_at = moment("2023-11-21", 14);
    unit.meeting_until = moment("2023-11-21", 16, 30);
    world.keys["X1"] = hire_leader(world, kBlock, kUnit, "Trưởng phòng", true, "51-S14").code;
    auto& edited = hire_staff(world, kBlock, kUnit);
    world.keys["A6"] = edited.code;
    edited.way.tasks = 20;
    edited.way.exceeded = 8;
    edited.way.taken = {Step::self};
    edited.way.self_at = moment("2023-11-17", 10);
    auto& control = hire_staff(world, kBlock, kUnit);
    world.keys["A6b"] = control.code;
    control.way.self_at = moment("2023-11-16", 9, 30);
    for (int i = 0; i < 3; ++i) hire_staff(world, kBlock, kUnit);
}

void act(Plan& plan, const World& world) {
    const auto& a6 = world.person(world.key("A6"));
    const auto& head = world.key("X1");
    const auto stream = services::dossier_stream(a6.dossier());
    services::evaluation::FileSelfAssessment form;
    form.dossier = a6.dossier();
    form.sections = {{Label::of("Kết quả thực hiện chức trách, nhiệm vụ được giao"),
                      Text::of("Hoàn thành 20 trên 20 nhiệm vụ được giao, đúng tiến độ, bảo đảm chất lượng.")}};
    form.general = judgements(a6, Level::excellent);
    form.effectiveness = Effectiveness::high;
    form.counts = WorkCounts{20, 20, 20, 8};
    form.proposed_level = Level::excellent;
    auto edited = form;
    edited.counts->exceeded = 11;
    services::evaluation::ReturnSelfAssessment give_back{
        a6.dossier(), Text::of("Đề nghị rà soát số nhiệm vụ hoàn thành vượt mức"), {}};
    plan.at(*a6.way.self_at, [=, by = a6.code](Stage& stage) { stage.run(by, "file-self-assessment", form, stream); });
    plan.at(moment("2023-11-21", 17),
            [=](Stage& stage) { stage.run(head, "return-self-assessment", give_back, stream); });
    plan.at(moment("2023-11-21", 20, 12),
            [=, by = a6.code](Stage& stage) { stage.run(by, "file-self-assessment", edited, stream); });

    // X1 leads this division and tries to decide about a colleague of another one.
    const auto department = UnitCode::of("51-S14");
    const auto& neighbour = world.person(world.agencies.at(department).officer);
    const auto attempt = plan_document(plan, world, moment("2023-11-24", 9),
                                       {"VB-X1", "09/QĐ-QLCN", Date::of("2023-11-24"), department,
                                        DocumentKind::decision, "Quyết định xếp loại (lập trái thẩm quyền)", head});
    services::evaluation::DecideRatings decide{{{neighbour.dossier(), Level::completed, {}, {}}}, attempt, {}};
    plan.at(moment("2023-11-24", 9, 20), [=](Stage& stage) {
        stage.refused(head, "decide-ratings", decide, services::dossier_stream(decide.lines.front().dossier),
                      "not-competent");
    });
}

std::vector<Json::Member> answer(const World& world) {
    const auto officer = world.agencies.at(UnitCode::of("51-S14")).officer;
    return {{"unit", kUnit},
            {"meeting", std::string("HOP-") + kUnit},
            {"keys", Json::array(person_keys(world, {"A6", "A6b", "X1"}))},
            {"expected",
             Json::object(
                 {{"A6", Json::object({{"filedBeforeMeeting", true},
                                       {"editedAfterMeeting", true},
                                       {"filedAt", moment("2023-11-17", 10)},
                                       {"returnedAt", moment("2023-11-21", 17)},
                                       {"refiledAt", moment("2023-11-21", 20, 12)},
                                       {"changedFields", Json::array(std::vector<std::string>{"/counts/exceeded"})},
                                       {"from", 8},
                                       {"to", 11},
                                       {"of", 20},
                                       {"ruleLevelBefore", Level::good},
                                       {"ruleLevelAfter", Level::excellent}})},
                  {"A6b", Json::object({{"filedBeforeMeeting", true}, {"editedAfterMeeting", false}})}})},
            {"attempt", Json::object({{"by", world.key("X1")},
                                      {"on", world.person(officer).dossier()},
                                      {"at", moment("2023-11-24", 9, 20)},
                                      {"refusal", "not-competent"}})}};
}

}  // namespace

Case case_q06() {
    return {"q06", {6}, 6, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
