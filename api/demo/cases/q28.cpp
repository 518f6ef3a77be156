// The board of direct files as the province knew it at 24:00 of 30/11/2023. The files themselves are in
// files.cpp.
#include <algorithm>

#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

std::vector<Json::Member> answer(const World& world) {
    const std::vector<std::string> returned{"51-S07", "533"}, late{"51-S20", "525", "531"},
        missing{"51-S17", "530", "536"};
    const std::vector<std::string> in_check{"51-S10", "51-S12", "51-S18", "527", "535"};
    std::vector<std::string> accepted;
    const auto special = [](const auto& list, const std::string& code) {
        return std::find(list.begin(), list.end(), code) != list.end();
    };
    for (const auto& [code, agency] : world.agencies) {
        const auto& unit = code.str();
        if (!special(returned, unit) && !special(late, unit) && !special(missing, unit) && !special(in_check, unit))
            accepted.push_back(unit);
    }
    return {
        {"expected", Json::object({{"knownAsOf", moment("2023-11-30", 24)},
                                   {"due", 33},
                                   {"sentInTime", 27},
                                   {"late", 3},
                                   {"missing", 3},
                                   {"acceptedThen", 20},
                                   {"inCheckThen", 5},
                                   {"returnedThen", 2},
                                   {"acceptedUnits", Json::array(accepted)},
                                   {"inCheckUnits", Json::array(in_check)},
                                   {"returnedUnits", Json::array(returned)},
                                   {"lateUnits", Json::array(late)},
                                   {"missingUnits", Json::array(missing)},
                                   {"acceptedNow", 33},
                                   {"communeFiles", 173},
                                   {"returnedByDistrict", Json::object({{"unit", "21523"}, {"district", "535"}})}})}};
}

}  // namespace

// What the record of 30/11 did not know yet: besides the files, three results given anew and one transfer entered late.
namespace {

constexpr const char* kUnit = "51-S08-M1";
constexpr const char* kNewUnit = "51-S09-M1";
constexpr int kBlock = 228;

void hire_changes(World& world) {
    world.add_unit(kUnit, "Phòng Quản lý hạ tầng giao thông", UnitKind::division, "51-S08", true);
    world.keys["A28"] = hire_staff(world, kBlock, kUnit).code;
    for (int i = 0; i < 2; ++i) hire_staff(world, kBlock, kUnit);
}

void act_changes(Plan& plan, const World& world) {
    const auto& person = world.key("A28");
    const auto entered = moment("2023-12-07", 9);
    const auto transferred =
        plan_document(plan, world, entered,
                      {"VB-940-QD-SNV", "940/QĐ-SNV", Date::of("2023-10-30"), UnitCode::of("51-S02"),
                       DocumentKind::appointment, "Quyết định điều động công chức"});
    services::organisation::EndPost ended{person, UnitCode::of(kUnit), world.person(person).from,
                                          Date::of("2023-10-31"), transferred};
    services::organisation::AssignPost assigned{person,
                                                {UnitCode::of(kNewUnit),
                                                 Label::of("Chuyên viên"),
                                                 SubjectClass::civil_servant,
                                                 false,
                                                 {},
                                                 UnitCode::of("51-S09"),
                                                 Date::of("2023-11-01"),
                                                 {}},
                                                transferred};
    plan.at(entered, [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "end-post", ended, services::person_stream(person));
        stage.run(by, "assign-post", assigned, services::person_stream(person));
    });
}

std::vector<Json::Member> answer_changes(const World& world) {
    const auto dossier = [&](const char* key) { return Json(world.person(world.key(key)).dossier()); };
    const std::vector<std::string> outside{"51-S17", "51-S20", "525", "530", "531", "536"};
    return {
        {"keys", Json::array(person_keys(world, {"A28", "A2", "A24b"}))},
        {"expected", Json::object({{"from", moment("2023-11-30", 24)},
                                   {"filesOutsideTerm", Json::array(outside)},
                                   {"reratedPeople", Json::array(std::vector<Json>{dossier("A2"), dossier("A24b")})},
                                   {"reratedCollectives", Json::array(std::vector<std::string>{"51-S13-M2"})},
                                   {"reratings", 3},
                                   {"transfer", Json::object({{"person", world.key("A28")},
                                                              {"from", kUnit},
                                                              {"to", kNewUnit},
                                                              {"effective", Date::of("2023-11-01")},
                                                              {"recordedAt", moment("2023-12-07", 9)}})},
                                   {"missingUnits", Json::array(std::vector<std::string>{"51-S17", "530", "536"})}})}};
}

}  // namespace

Case case_q28_changes() {
    return {"q28-changes", {28}, 3, false, {"q02", "q13", "q15", "q24"}, hire_changes, act_changes, answer_changes};
}

Case case_q28() {
    return {"q28", {28}, 0, false, {}, nullptr, nullptr, answer};
}

}  // namespace minhbach::api::demo
