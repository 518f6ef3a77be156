// 14-15/11/2023: the letter of the People's Committee, the cycle, comparable groups, dossiers.
#include "api/demo/acts.hpp"

namespace minhbach::api::demo {
namespace {

constexpr std::size_t kGroupMin = 12;  // smaller agencies have no groups of their own

void plan_groups(Plan& plan, const World& world, const UnitCode& agency) {
    std::vector<World::Group> groups;
    for (const auto& group : world.groups) {
        if (group.agency == agency) groups.push_back(group);
    }
    const auto people = world.managed_by(agency);
    if (!groups.empty() || (people.size() >= kGroupMin && agency.str() != "51")) {
        std::set<PersonCode> placed;
        for (const auto& group : groups) placed.insert(group.members.begin(), group.members.end());
        World::Group leaders{"NHOM-" + agency.str() + "-LD", agency, "Nhóm lãnh đạo, quản lý", {}};
        World::Group staff{"NHOM-" + agency.str() + "-NV", agency, "Nhóm chuyên môn, nghiệp vụ", {}};
        World::Group simulated{
            "NHOM-" + agency.str() + "-MP", agency, "Nhóm công chức, viên chức các phòng (mô phỏng)", {}};
        for (const auto& code : people) {
            if (placed.contains(code)) continue;
            const auto& person = world.person(code);
            (person.planted ? simulated : person.leader ? leaders : staff).members.push_back(code);
        }
        for (auto& group : {leaders, staff, simulated}) {
            if (!group.members.empty()) groups.push_back(group);
        }
    }
    if (groups.empty()) return;
    const auto when = moment("2023-11-15", 10);
    const auto by = world.home_affairs;
    const auto paper = plan_document(plan, world, when,
                                     {"VB-" + agency.str() + "-NHOM", "32/TB-NHOM", Date::of("2023-11-15"), agency,
                                      DocumentKind::notice, "Thông báo phân nhóm đối tượng có nhiệm vụ tương đồng"});
    for (const auto& group : groups) {
        services::cycle::DefineComparableGroup command{
            kCycle, GroupId::of(group.id), agency, Label::of(group.name), group.members, paper};
        plan.at(when, [=](Stage& stage) { stage.run(by, "define-group", command, services::cycle_stream(kCycle)); });
    }
}

}  // namespace

void plan_cycle(Plan& plan, const World& world) {
    const auto province = UnitCode::of("51");
    const auto letter =
        plan_document(plan, world, moment("2023-11-14", 9),
                      {"VB-5721", "5721/UBND-NC", Date::of("2023-11-14"), province, DocumentKind::letter,
                       "Công văn về việc đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức năm 2023"});
    services::cycle::OpenCycle open;
    open.cycle = kCycle;
    open.year = kYear;
    open.title = Label::of("Kỳ đánh giá, xếp loại năm 2023");
    open.document = letter;
    open.rulebook = RulebookId::of("nd90-48-2023");
    open.scope = {province};
    open.submission = {Date::of("2023-11-30"), false};
    open.self_assessment = Deadline{Date::of("2023-11-20"), true};
    open.notice_working_days = 5;
    open.remediation_working_days = 10;
    const auto by = world.home_affairs;
    plan.at(moment("2023-11-15", 8),
            [=](Stage& stage) { stage.run(by, "open-cycle", open, services::cycle_stream(kCycle)); });

    std::set<UnitCode> agencies;
    for (const auto& person : world.people()) {
        if (person.rated) agencies.insert(person.managed_by);
    }
    for (const auto& agency : agencies) {
        plan_groups(plan, world, agency);
        services::cycle::OpenDossiers dossiers{kCycle, agency, world.managed_by(agency)};
        plan.at(moment("2023-11-15", 13, 30),
                [=](Stage& stage) { stage.run(by, "open-dossiers", dossiers, services::cycle_stream(kCycle)); });
    }
}

}  // namespace minhbach::api::demo
