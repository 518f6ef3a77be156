// The excellent quota of three agencies: two groups with a refused draft, an exception, and a group too
// small.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr int kBlock = 214;
constexpr const char* kHealth = "51-S16";
constexpr const char* kMedia = "51-S11";
constexpr const char* kEthnic = "51-S19";
constexpr std::size_t kLeaders = 8, kSpecialists = 18, kMediaPeople = 30, kEthnicGroup = 5;

void hire_health(World& world) {
    const auto code = UnitCode::of(kHealth);
    world.fixed.insert(code);
    world.settled_by_case.insert(code);
    auto& division = world.add_unit("51-S16-M1", "Phòng Nghiệp vụ dược", UnitKind::division, kHealth, true);
    division.level = Level::excellent;
    World::Group leaders{"NHOM-51-S16-1", code, "Nhóm 1: lãnh đạo phòng và tương đương", {}};
    World::Group specialists{"NHOM-51-S16-2", code, "Nhóm 2: chuyên viên", {}};
    for (const auto& person : world.managed_by(code))
        (world.person(person).leader ? leaders : specialists).members.push_back(person);
    bool first = true;
    while (leaders.members.size() < kLeaders) {
        auto& person = hire_leader(world, kBlock, "51-S16-M1", "Phó Trưởng phòng", false, kHealth);
        if (first) {
            person.way.facts = Level::excellent;
            world.keys["S16-L1"] = person.code;
        }
        first = false;
        leaders.members.push_back(person.code);
    }
    for (int i = 1; specialists.members.size() < kSpecialists; ++i) {
        auto& person = hire_staff(world, kBlock, "51-S16-M1", i <= 4 ? Level::excellent : Level::good);
        if (i <= 4) world.keys["S16-C" + std::to_string(i)] = person.code;
        if (i == 4) person.way.decided = Level::good;
        specialists.members.push_back(person.code);
    }
    world.groups.push_back(leaders);
    world.groups.push_back(specialists);
    for (const auto& person : world.managed_by(code))
        world.person(person).way.decided_at = moment("2023-11-28", 16, 15);
    world.file_at[code] = moment("2023-11-28", 17, 5);
}

void hire_media(World& world) {
    const auto code = UnitCode::of(kMedia);
    world.fixed.insert(code);
    world.add_unit("51-S11-M1", "Phòng Thông tin - Báo chí", UnitKind::division, kMedia, true);
    auto members = world.managed_by(code);
    for (int i = 1; members.size() < kMediaPeople; ++i) {
        members.push_back(hire_staff(world, kBlock, "51-S11-M1", i <= 6 ? Level::excellent : Level::good).code);
        if (i <= 6) world.keys["S11-" + std::to_string(i)] = members.back();
    }
    world.groups.push_back({"NHOM-51-S11", code, "Nhóm công chức của Sở", members});
}

void hire_ethnic(World& world) {
    const auto code = UnitCode::of(kEthnic);
    world.settled_by_case.insert(code);
    world.fixed.insert(code);
    world.add_unit("51-S19-M1", "Phòng Kế hoạch - Tổng hợp", UnitKind::division, kEthnic, true);
    World::Group group{"NHOM-51-S19-1", code, "Nhóm chuyên viên Phòng Kế hoạch - Tổng hợp", {}};
    for (std::size_t i = 1; i <= kEthnicGroup; ++i) {
        auto& person = hire_staff(world, kBlock, "51-S19-M1", i == 1 ? Level::excellent : Level::good);
        person.way.taken = {Step::decide};
        person.way.decided_at = moment("2023-11-28", 14);
        if (i == 1) {
            person.way.decided = Level::good;
            world.keys["S19-1"] = person.code;
        }
        group.members.push_back(person.code);
    }
    world.groups.push_back(group);
}

void hire(World& world) {
    hire_health(world);
    hire_media(world);
    hire_ethnic(world);
}

void act_health(Plan& plan, const World& world) {
    const auto code = UnitCode::of(kHealth);
    const auto director = world.agencies.at(code).director;
    services::settlement::SettleQuota draft{kCycle, code, {}, {}, {}, {}, {}};
    for (const auto* key : {"S16-L1", "S16-C1", "S16-C2", "S16-C3", "S16-C4"})
        draft.selected.push_back(world.person(world.key(key)).dossier());
    auto signed_off = draft;
    signed_off.selected.pop_back();
    const auto stream = services::settlement_stream(kCycle, code);
    plan.at(moment("2023-11-28", 10),
            [=](Stage& stage) { stage.refused(director, "settle-quota", draft, stream, "quota-exceeded"); });
    plan.at(moment("2023-11-28", 16), [=](Stage& stage) { stage.run(director, "settle-quota", signed_off, stream); });
}

void act_media(Plan& plan, const World& world) {
    const auto code = UnitCode::of(kMedia);
    const auto when = moment("2023-11-27", 14);
    const auto exception =
        plan_document(plan, world, when,
                      {"VB-6012", "6012/UBND-NC", Date::of("2023-11-27"), UnitCode::of("51"), DocumentKind::letter,
                       "Công văn về tỷ lệ xếp loại xuất sắc của Sở Thông tin và Truyền thông", world.chairman});
    services::cycle::GrantQuotaException grant{
        kCycle,         code,      25,
        world.chairman, exception, Text::of("Hoàn thành vượt mức kế hoạch chuyển đổi số, có thành tích đột xuất")};
    plan.at(when, [=, by = world.home_affairs](Stage& stage) {
        stage.run(by, "grant-quota-exception", grant, services::cycle_stream(kCycle));
    });
}

// Transcribed from paper: settlement and decision of the small group.
void act_ethnic(Plan& plan, const World& world) {
    const auto code = UnitCode::of(kEthnic);
    const auto& agency = world.agencies.at(code);
    const auto clerk = agency.officer;
    const auto day = Date::of("2023-11-28");
    const auto entered = moment("2023-11-28", 11);
    const auto minutes = plan_document(
        plan, world, entered,
        {"VB-18-BB-BDT", "18/BB-BDT", day, code, DocumentKind::minutes, "Biên bản chốt tỷ lệ xếp loại xuất sắc"});
    services::settlement::SettleQuota settle{kCycle,
                                             code,
                                             {},
                                             Text::of("Nhóm có 5 người: không có người được chọn"),
                                             minutes,
                                             agency.director,
                                             moment("2023-11-28", 9)};
    plan.at(entered,
            [=](Stage& stage) { stage.run(clerk, "settle-quota", settle, services::settlement_stream(kCycle, code)); });

    services::evaluation::DecideRatings decide;
    decide.document = plan_document(plan, world, moment("2023-11-28", 14),
                                    {"VB-45-QD-BDT", "45/QĐ-BDT", day, code, DocumentKind::decision,
                                     "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
    for (const auto& person : people_of(world, "51-S19-M1")) {
        const auto& plan_of = world.person(person);
        services::evaluation::DecisionLine line{plan_of.dossier(), Level::good, {}, {}};
        if (plan_of.way.proposal() == Level::excellent)
            line.reason = Text::of("Không nằm trong danh sách được chọn khi chốt tỷ lệ xếp loại xuất sắc");
        decide.lines.push_back(line);
    }
    decide.on_paper =
        services::evaluation::OnPaper{Paper{decide.document, moment("2023-11-28", 10), {}}, agency.director};
    plan.at(moment("2023-11-28", 14), [=](Stage& stage) { stage.run(clerk, "decide-ratings", decide); });
}

void act(Plan& plan, const World& world) {
    act_health(plan, world);
    act_media(plan, world);
    act_ethnic(plan, world);
}

Json group(const std::string& id, int people, int cap, int used) {
    return Json::object({{"group", id}, {"n", people}, {"cap", cap}, {"used", used}});
}

std::vector<Json::Member> answer(const World& world) {
    const std::vector<Json> health{group("NHOM-51-S16-1", 8, 1, 1), group("NHOM-51-S16-2", 18, 3, 3)};
    return {{"keys", Json::array(person_keys(world, {"S16-L1", "S16-C1", "S16-C2", "S16-C3", "S16-C4", "S19-1"}))},
            {"documents", Json::array(std::vector<std::string>{"VB-6012"})},
            {"expected",
             Json::object(
                 {{"base", "GOOD"},
                  {"percent", 20},
                  {"rounding", "FLOOR"},
                  {"51-S16", Json::object({{"n", 26},
                                           {"cap", 4},
                                           {"used", 4},
                                           {"groups", Json::array(health)},
                                           {"draftAt", moment("2023-11-28", 10)},
                                           {"draftExcellent", 5},
                                           {"draftRefusal", "quota-exceeded"},
                                           {"signedAt", moment("2023-11-28", 16)}})},
                  {"51-S11", Json::object({{"n", 30},
                                           {"cap", 6},
                                           {"capWithoutDocument", 5},
                                           {"used", 6},
                                           {"percent", 25},
                                           {"document", "VB-6012"},
                                           {"number", "6012/UBND-NC"},
                                           {"approver", world.chairman}})},
                  {"51-S19",
                   Json::object({{"group", "NHOM-51-S19-1"}, {"n", 5}, {"cap", 0}, {"proposed", 1}, {"used", 0}})}})}};
}

}  // namespace

// At most so many: what the officials of the three agencies do not fill.
Case case_q14() {
    return {"q14", {14}, 26 + 30 + 5, true, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
