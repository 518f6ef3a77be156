// The quota of two agencies (how many were lowered, and who they were): 54 people, 18 proposed, 9
// allowed.
#include <array>

#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

constexpr int kBlock = 215;
constexpr int kPeople = 54, kProposed = 18, kNewcomers = 8;
constexpr std::array<const char*, 2> kAgencies{"51-S07", "51-S09"};

// Of the proposed the first eight are new, transferred or were on leave.
void hire_agency(World& world, const std::string& agency, const std::string& first_name, const std::string& second_name,
                 int newcomers_lowered) {
    const auto code = UnitCode::of(agency);
    world.fixed.insert(code);
    world.add_unit(agency + "-M1", first_name, UnitKind::division, agency, true);
    world.add_unit(agency + "-M2", second_name, UnitKind::division, agency, true);
    World::Group group{"NHOM-" + agency + "-CM", code, "Nhóm công chức chuyên môn", {}};
    for (int i = 0; i < kPeople; ++i) {
        auto& person = hire_staff(world, kBlock, agency + (i % 2 == 0 ? "-M1" : "-M2"),
                                  i < kProposed ? Level::excellent : Level::good);
        const bool newcomer = i < kNewcomers;
        const bool lowered =
            newcomer ? i < newcomers_lowered : i < kProposed && i >= kProposed - (9 - newcomers_lowered);
        if (lowered) person.way.decided = Level::good;
        world.keys[agency + "-" + std::to_string(i + 1)] = person.code;
        group.members.push_back(person.code);
        if (!newcomer) continue;
        if (i % 3 == 0) {
            person.from = Date::of("2023-03-01");  // recruited
        } else if (i % 3 == 1) {
            person.from = Date::of("2023-04-01");  // transferred: the earlier post is entered beside
            person.service =
                ServiceRecorded{person.code, kYear, 12, 0, 0, Label::of("Quyết định điều động từ ngày 01/04/2023")};
        } else {
            person.service = ServiceRecorded{
                person.code, kYear, 10, 2, 0, Label::of("Sổ theo dõi nghỉ phép năm 2023: nghỉ 2 tháng")};
        }
    }
    world.groups.push_back(group);
}

void hire(World& world) {
    hire_agency(world, kAgencies[0], "Phòng Trồng trọt và Chăn nuôi", "Phòng Phát triển nông thôn", 8);
    hire_agency(world, kAgencies[1], "Phòng Quản lý xây dựng", "Phòng Hạ tầng kỹ thuật", 4);
}

void act(Plan& plan, const World& world) {
    for (const auto* agency : kAgencies) {
        for (int i = 1; i <= kNewcomers; ++i) {
            const auto& person = world.person(world.key(agency + ("-" + std::to_string(i))));
            if (person.from != Date::of("2023-04-01")) continue;
            const auto former = UnitCode::of("51-S10");
            services::organisation::AssignPost earlier{person.code,
                                                       {UnitCode::of("51-S10-C2"),
                                                        Label::of("Chuyên viên"),
                                                        SubjectClass::civil_servant,
                                                        false,
                                                        {},
                                                        former,
                                                        Date::of("2019-05-01"),
                                                        Date::of("2023-03-31")},
                                                       {}};
            plan.at(moment("2023-11-01", 10), [=, by = world.home_affairs](Stage& stage) {
                stage.run(by, "assign-post", earlier, services::person_stream(earlier.person));
            });
        }
    }
}

std::vector<Json> lowered(const World& world, const std::string& agency) {
    std::vector<Json> dossiers;
    for (int i = 1; i <= kProposed; ++i) {
        const auto& person = world.person(world.key(agency + "-" + std::to_string(i)));
        if (person.way.decision_level() == Level::good) dossiers.emplace_back(person.dossier());
    }
    return dossiers;
}

std::vector<Json::Member> answer(const World& world) {
    std::vector<Json::Member> expected;
    for (const auto* agency : kAgencies) {
        const bool flagged = agency == kAgencies[0];
        expected.push_back({agency, Json::object({{"group", std::string("NHOM-") + agency + "-CM"},
                                                  {"n", kPeople},
                                                  {"proposed", kProposed},
                                                  {"cap", 9},
                                                  {"lowered", Json::array(lowered(world, agency))},
                                                  {"newcomersProposed", kNewcomers},
                                                  {"newcomersLowered", flagged ? 8 : 4},
                                                  {"flagged", flagged}})});
    }
    return {{"expected", Json::object(expected)}};
}

}  // namespace

Case case_q15() {
    return {"q15", {15}, 2 * kPeople, false, {}, hire, act, answer};
}

}  // namespace minhbach::api::demo
