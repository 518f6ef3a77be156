#include "api/demo/demo.hpp"

#include <algorithm>
#include <ostream>

#include "api/demo/cases/cases.hpp"

namespace minhbach::api::demo {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

// The people whom the README signs in as.
Json sign_ins(const World& world) {
    const auto& finance = world.agencies.at(UnitCode::of("51-S05"));
    std::vector<Json::Member> roles{{"inspector", world.inspector},
                                    {"home-affairs", world.home_affairs},
                                    {"head", finance.director},
                                    {"personnel", finance.officer},
                                    {"administrator", world.administrator}};
    const auto staff = std::find_if(world.people().begin(), world.people().end(), [](const PersonPlan& person) {
        return person.rated && !person.leader && person.title == "Công chức Văn phòng - Thống kê";
    });
    if (staff != world.people().end()) roles.push_back({"staff", staff->code});
    return Json::object(roles);
}

}  // namespace

Outcome build_demonstration(services::Desk& desk, SimulatedClock& clock, const DemoOptions& options,
                            std::ostream& progress) {
    const auto planned = plan_world(options);
    const auto& world = planned.world;
    Plan plan;
    plan_opening(plan, world);
    plan_cycle(plan, world);
    plan_layers(plan, world);
    plan_work(plan, world);
    plan_evaluation(plan, world);
    plan_reviews(plan, world);
    plan_collectives(plan, world);
    plan_conclusion(plan, world);
    plan_files(plan, world);
    plan_reports(plan, world);
    plan_party(plan, world);
    for (const auto& planted : cases()) {
        if (planted.act && !contains(planned.left_out, planted.name)) planted.act(plan, world);
    }
    progress << "DỮ LIỆU MÔ PHỎNG: " << world.units().size() << " đơn vị, " << world.headcount() << " người, "
             << plan.size() << " việc\n";
    Stage stage(desk, clock);
    if (auto outcome = plan.carry_out(stage, progress); !outcome) return outcome;
    clock.set(SimulatedClock::last());
    return {};
}

std::string cases_json(const DemoOptions& options) {
    const auto planned = plan_world(options);
    const auto& world = planned.world;
    std::string out = "{\n\"simulated\": true,\n\"people\": " + Json(world.headcount()).text() +
                      ",\n\"seed\": " + std::to_string(options.seed) + ",\n\"cycle\": " + Json(kCycle).text() +
                      ",\n\"signIn\": " + sign_ins(world).text() +
                      ",\n\"leftOut\": " + Json::array(planned.left_out).text() + ",\n\"cases\": [";
    bool first = true;
    for (const auto& planted : cases()) {
        std::vector<Json::Member> members{{"case", planted.name}, {"questions", Json::array(planted.questions)}};
        if (contains(planned.left_out, planted.name)) {
            members.push_back({"leftOut", true});
        } else {
            for (auto& member : planted.answer(world)) members.push_back(std::move(member));
        }
        out += first ? "\n" : ",\n";
        out += Json::object(members).text();
        first = false;
    }
    return out + "\n]\n}";
}

}  // namespace minhbach::api::demo
