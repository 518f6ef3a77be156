// 143 decisions in 95 seconds at night; beside it one decision with an annex of forty, in office hours.
#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr const char* kCentre = "51-S15-M1";
constexpr const char* kControl = "51-S02-M1";
constexpr int kBlock = 216, kControlBlock = 217;
constexpr int kSingle = 143, kAnnex = 40, kOpened = 3;

Time begin() {
    return moment("2023-11-28", 21, 47, 5);
}
Time end() {
    return moment("2023-11-28", 21, 48, 40);
}

void hire(World& world) {
    auto& centre = world.add_unit(kCentre, "Trung tâm Giáo dục thường xuyên tỉnh", UnitKind::centre, "51-S15", true);
    centre.meeting_at = moment("2023-11-21", 8);
    centre.meeting_until = moment("2023-11-21", 11, 30);
    World::Group teachers{"NHOM-51-S15-GV", UnitCode::of("51-S15"), "Nhóm giáo viên Trung tâm", {}};
    for (int i = 0; i < kSingle; ++i) {
        const auto level = i % 7 == 3 ? Level::excellent : i % 36 == 20 ? Level::completed : Level::good;
        auto& person = hire_staff(world, kBlock, kCentre, level, SubjectClass::public_employee);
        person.title = "Giáo viên";
        person.managed_by = UnitCode::of("51-S15");  // appointed and rated by the Director
        person.way.taken = {Step::decide};
        person.way.decided_at = begin().plus_millis((end().millis() - begin().millis()) * i / (kSingle - 1));
        teachers.members.push_back(person.code);
    }
    world.groups.push_back(teachers);
    world.file_at[UnitCode::of("51-S15")] = moment("2023-11-29", 8, 30);

    auto& control = world.add_unit(kControl, "Phòng Tổ chức biên chế", UnitKind::division, "51-S02", true);
    control.meeting_at = moment("2023-11-24", 8);
    control.meeting_until = moment("2023-11-24", 11);
    World::Group staff{"NHOM-51-S02-CM", UnitCode::of("51-S02"), "Nhóm công chức chuyên môn", {}};
    for (int i = 0; i < kAnnex; ++i) {
        const auto level = i % 7 == 3 ? Level::excellent : i % 20 == 5 ? Level::completed : Level::good;
        auto& person = hire_staff(world, kControlBlock, kControl, level);
        person.way.proposed_at = moment("2023-11-24", 14, i);
        person.way.decided_at = moment("2023-11-28", 10, 30);
        person.way.decision = "M1";
        staff.members.push_back(person.code);
    }
    world.groups.push_back(staff);
}

void act(Plan& plan, const World& world) {
    const auto education = UnitCode::of("51-S15");
    const auto& agency = world.agencies.at(education);
    const auto director = agency.director;
    const auto day = Date::of("2023-11-28");
    int number = 0;
    for (const auto& code : people_of(world, kCentre)) {
        const auto& person = world.person(code);
        const auto symbol = std::to_string(901 + number);
        const auto document =
            plan_document(plan, world, moment("2023-11-28", 16, 45),
                          {"VB-" + symbol + "-QD-SGDDT", symbol + "/QĐ-SGDĐT", day, education, DocumentKind::decision,
                           "Quyết định đánh giá, xếp loại chất lượng năm 2023"});
        services::evaluation::DecideRatings decide{
            {{person.dossier(), person.way.decision_level(), {}, {}}}, document, {}};
        const auto stream = services::dossier_stream(person.dossier());
        plan.at(*person.way.decided_at, [=](Stage& stage) { stage.run(director, "decide-ratings", decide, stream); });
        if (number < kOpened) {
            plan.at(moment("2023-11-28", 21, 30 + 5 * number), [=, dossier = person.dossier()](Stage& stage) {
                stage.viewed(director, code, dossier, "dossier", "Xem xét trước khi kết luận mức xếp loại");
            });
        }
        ++number;
    }
}

std::vector<Json::Member> answer(const World& world) {
    const auto people = people_of(world, kCentre);
    std::vector<Json> opened;
    for (int i = 0; i < kOpened; ++i) opened.emplace_back(world.person(people[static_cast<std::size_t>(i)]).dossier());
    return {{"unit", kCentre},
            {"controlUnit", kControl},
            {"expected",
             Json::object({{"batches", 1},
                           {"decider", world.agencies.at(UnitCode::of("51-S15")).director},
                           {"decisions", kSingle},
                           {"seconds", 95},
                           {"from", begin()},
                           {"to", end()},
                           {"outsideHours", true},
                           {"openedBefore", kOpened},
                           {"openedDossiers", Json::array(opened)},
                           {"control", Json::object({{"agency", "51-S02"},
                                                     {"decider", world.agencies.at(UnitCode::of("51-S02")).director},
                                                     {"document", "VB-QD-51-S02-M1-2023-11-28"},
                                                     {"people", kAnnex},
                                                     {"flagged", false}})}})}};
}

}  // namespace

Case case_q16() {
    return {"q16", {16}, kSingle + kAnnex, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
