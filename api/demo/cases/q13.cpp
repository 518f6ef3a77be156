// A unit is re-rated in January and its head and deputy stay above it.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

namespace evaluation = services::evaluation;

constexpr const char* kUnit = "51-S13-M2";
constexpr int kBlock = 213;
constexpr int kStaff = 10;

void hire(World& world) {
    auto& unit = world.add_unit(kUnit, "Phòng Quản lý văn hóa", UnitKind::division, "51-S13", true);
    unit.level = Level::excellent;
    unit.rated_at = moment("2023-11-24", 9);
    auto& head = hire_leader(world, kBlock, kUnit, "Trưởng phòng", true, "51-S13");
    head.way.facts = Level::excellent;
    world.keys["A13"] = head.code;
    auto& deputy = hire_leader(world, kBlock, kUnit, "Phó Trưởng phòng", false, "51-S13");
    deputy.way.facts = Level::excellent;
    world.keys["A13b"] = deputy.code;
    for (int i = 0; i < kStaff; ++i) hire_staff(world, kBlock, kUnit);
}

void act(Plan& plan, const World& world) {
    const auto department = UnitCode::of("51-S13");
    const auto when = moment("2024-01-12", 10);
    evaluation::ReRateCollective again{
        kCycle,      UnitCode::of(kUnit),
        2,           ReratingGround::error,  // the decision, after self-rating and appraisal
        Level::good, Text::of("Số liệu tổng hợp của phòng tính trùng ba nhiệm vụ; đã tính lại"),
        {},          {}};
    again.document = plan_document(plan, world, when,
                                   {"VB-12-QD-XLL", "12/QĐ-XLL", Date::of("2024-01-12"), department,
                                    DocumentKind::decision, "Quyết định hủy kết quả và xếp loại lại tập thể"});
    plan.at(when, [=, by = world.agencies.at(department).director](Stage& stage) {
        stage.run(by, "re-rate-collective", again, services::collective_stream(kCycle, again.unit));
    });
}

std::vector<Json::Member> answer(const World& world) {
    const auto dossier = [&](const char* key) { return Json(world.person(world.key(key)).dossier()); };
    return {{"keys", Json::array(person_keys(world, {"A13", "A13b"}))},
            {"unit", kUnit},
            {"expected", Json::object({{"now", Json::array(std::vector<Json>{dossier("A13"), dossier("A13b")})},
                                       {"nowWithScopeHead", Json::array(std::vector<Json>{dossier("A13")})},
                                       {"knownAsOf", moment("2023-11-28", 24)},
                                       {"then", 0},
                                       {"level", Level::excellent},
                                       {"unitLevel", Level::good},
                                       {"unitRatedAt", moment("2024-01-12", 10)}})}};
}

}  // namespace

Case case_q13() {
    return {"q13", {13}, kStaff + 2, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
