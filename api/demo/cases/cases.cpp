#include "api/demo/cases/cases.hpp"

#include <algorithm>

namespace minhbach::api::demo {
namespace {

// What a case cannot do without: room for its people, the cases it leans on, deputies where they take part.
bool possible(const World& world, const Case& planted, const std::vector<std::string>& left_out) {
    if (world.headcount() + planted.people > world.options().people) return false;
    if (planted.deputies && !world.agencies.begin()->second.deputy) return false;
    if (planted.name == "homonyms" && !world.unit(UnitCode::of("21439")).head) return false;
    return std::none_of(planted.leans_on.begin(), planted.leans_on.end(), [&](const auto& other) {
        return std::find(left_out.begin(), left_out.end(), other) != left_out.end();
    });
}

}  // namespace

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        case_q25(),         case_q22(),    case_q01(),         case_q06(), case_q12(),      case_q11(),
        case_q03(),         case_q05(),    case_q17(),         case_q28(), case_homonyms(), case_q14(),
        case_q15(),         case_q10(),    case_q16(),         case_q02(), case_q13(),      case_q24(),
        case_q28_changes(), case_report(), case_remediation(), case_q09(), case_relations()};
    return all;
}

Planned plan_world(const DemoOptions& options) {
    Planned planned{World(options), {}};
    auto& world = planned.world;
    const bool full = options.people >= DemoOptions::people_full;
    add_units(world);
    hire_officials(world);
    if (full) hire_unit_heads(world);
    for (const auto& planted : cases()) {
        if (!possible(world, planted, planned.left_out)) {
            planned.left_out.push_back(planted.name);
        } else if (planted.hire) {
            planted.hire(world);
        }
    }
    if (!full) hire_unit_heads(world);
    hire_workforce(world);
    fill_calendar(world);
    return planned;
}

PersonPlan& hire_staff(World& world, int block, const std::string& unit, Level facts, SubjectClass subject_class) {
    Hire hire;
    hire.title = subject_class == SubjectClass::public_employee ? "Viên chức" : "Chuyên viên";
    hire.subject_class = subject_class;
    hire.from = Date::of("2018-03-01");
    auto& person = world.hire(block, UnitCode::of(unit), hire);
    person.way.facts = facts;
    return person;
}

PersonPlan& hire_leader(World& world, int block, const std::string& unit, const std::string& title, bool head,
                        const std::string& managed_by, SubjectClass subject_class) {
    Hire hire;
    hire.title = title;
    hire.subject_class = subject_class;
    hire.leader = true;
    if (head) hire.head_of = UnitCode::of(unit);
    hire.managed_by = UnitCode::of(managed_by);
    hire.from = Date::of("2019-07-01");
    return world.hire(block, UnitCode::of(unit), hire);
}

std::vector<PersonCode> people_of(const World& world, const std::string& unit) {
    return world.staff_of(UnitCode::of(unit));
}

Json person_json(const World& world, const std::string& name) {
    const auto& person = world.person(world.key(name));
    return Json::object({{"key", name},
                         {"personCode", person.code},
                         {"fullName", person.name},
                         {"unit", person.unit},
                         {"agency", person.managed_by},
                         {"dossier", person.dossier()}});
}

std::vector<Json> person_keys(const World& world, const std::vector<std::string>& names) {
    std::vector<Json> keys;
    for (const auto& name : names) keys.push_back(person_json(world, name));
    return keys;
}

}  // namespace minhbach::api::demo
