// Who works where: first those who keep the agencies going, then the heads of constituent units and communes, then the
// workforce up to the number wanted. Codes and names depend on the place alone.
#include <algorithm>

#include "api/demo/dice.hpp"
#include "api/demo/world.hpp"

namespace minhbach::api::demo {
namespace {

// Blocks of person codes; planted cases have 200 to 899.
constexpr int kAgencyBlock = 101;  // and one more for each department and district
constexpr int kUnitHeadBlock = 141;
constexpr int kChairBlock = 142;
constexpr int kCommuneOfficerBlock = 143;
constexpr int kProvinceBlock = 190;
constexpr int kWorkforceBlock = 900;

// From here on every department and district has a deputy, who is also secretary of the party committee.
constexpr int kPeopleForDeputies = 110;

bool tier(UnitKind kind) {
    return kind == UnitKind::department || kind == UnitKind::district;
}
bool commune(UnitKind kind) {
    return kind == UnitKind::commune || kind == UnitKind::ward || kind == UnitKind::township;
}
bool public_unit(UnitKind kind) {
    return kind == UnitKind::centre || kind == UnitKind::school || kind == UnitKind::hospital;
}

bool room(const World& world) {
    return world.headcount() < world.options().people;
}

Hire leader(std::string title, SubjectClass subject_class, std::optional<UnitCode> head_of,
            std::optional<UnitCode> managed_by) {
    Hire hire;
    hire.title = std::move(title);
    hire.subject_class = subject_class;
    hire.leader = true;
    hire.head_of = std::move(head_of);
    hire.managed_by = std::move(managed_by);
    hire.from = Date::of("2020-07-01");
    return hire;
}

Hire staff(std::string title, SubjectClass subject_class) {
    Hire hire;
    hire.title = std::move(title);
    hire.subject_class = subject_class;
    return hire;
}

std::string head_title(UnitKind kind) {
    switch (kind) {
        case UnitKind::office:
            return "Chánh Văn phòng";
        case UnitKind::division:
            return "Trưởng phòng";
        case UnitKind::sub_department:
            return "Chi cục trưởng";
        case UnitKind::school:
            return "Hiệu trưởng";
        default:
            return "Giám đốc";
    }
}

std::string director_title(const UnitCode& code, UnitKind kind) {
    if (kind == UnitKind::district) return "Chủ tịch Ủy ban nhân dân";
    if (code.str() == "51-S01") return "Chánh Văn phòng";
    if (code.str() == "51-S18") return "Chánh Thanh tra tỉnh";
    return code.str() == "51-S19" || code.str() == "51-S20" ? "Trưởng ban" : "Giám đốc Sở";
}

std::string deputy_title(const UnitCode& code, UnitKind kind) {
    if (kind == UnitKind::district) return "Phó Chủ tịch Ủy ban nhân dân";
    if (code.str() == "51-S01") return "Phó Chánh Văn phòng";
    if (code.str() == "51-S18") return "Phó Chánh Thanh tra tỉnh";
    return code.str() == "51-S19" || code.str() == "51-S20" ? "Phó Trưởng ban" : "Phó Giám đốc Sở";
}

std::string staff_title(UnitKind kind, Dice& dice) {
    switch (kind) {
        case UnitKind::school:
            return "Giáo viên";
        case UnitKind::hospital:
            return dice.percent(40) ? "Bác sĩ" : "Điều dưỡng";
        case UnitKind::commune:
        case UnitKind::ward:
        case UnitKind::township:
            return dice.percent(50) ? "Công chức Tư pháp - Hộ tịch" : "Công chức Địa chính - Xây dựng";
        default:
            return "Chuyên viên";
    }
}

}  // namespace

void hire_officials(World& world) {
    const auto province = UnitCode::of("51");
    world.administrator = PersonCode::of("QTHT-1");
    world.chairman = world
                         .hire(kProvinceBlock, province,
                               leader("Chủ tịch Ủy ban nhân dân tỉnh", SubjectClass::cadre, province, province))
                         .code;
    world.vice_chairman = world
                              .hire(kProvinceBlock, province,
                                    leader("Phó Chủ tịch Ủy ban nhân dân tỉnh", SubjectClass::cadre, {}, province))
                              .code;
    // They are rated by the level that manages the cadre, outside this province's own cycle.
    world.person(world.chairman).rated = world.person(world.vice_chairman).rated = false;
    world.home_affairs =
        world
            .hire(kProvinceBlock, UnitCode::of("51-S02-C2"), staff("Chuyên viên tổng hợp", SubjectClass::civil_servant))
            .code;
    world.inspector =
        world.hire(kProvinceBlock, UnitCode::of("51-S18-C2"), staff("Thanh tra viên", SubjectClass::civil_servant))
            .code;

    int block = kAgencyBlock;
    for (const auto& unit : world.units()) {
        const auto& [code, name, kind, parent, from, document] = unit.established;
        if (!tier(kind)) continue;
        Agency agency;
        agency.code = code;
        const auto chosen = kind == UnitKind::district ? SubjectClass::cadre : SubjectClass::civil_servant;
        agency.director = world.hire(block, code, leader(director_title(code, kind), chosen, code, province)).code;
        Hire officer = staff("Công chức phụ trách tổ chức cán bộ", SubjectClass::civil_servant);
        officer.managed_by = code;
        agency.officer = world.hire(block, UnitCode::of(code.str() + "-C1"), std::move(officer)).code;
        if (world.options().people >= kPeopleForDeputies) {
            agency.deputy = world.hire(block, code, leader(deputy_title(code, kind), chosen, {}, code)).code;
        }
        world.agencies.emplace(code, agency);
        ++block;
    }
}

void hire_unit_heads(World& world) {
    std::vector<UnitCode> communes;
    for (const auto& unit : world.units()) {
        const auto& [code, name, kind, parent, from, document] = unit.established;
        if (commune(kind)) communes.push_back(code);
        if (unit.head || unit.simulated || commune(kind) || tier(kind) || kind == UnitKind::province) continue;
        if (!room(world) || world.fixed.contains(world.agency_of(*parent))) continue;
        const auto subject_class = public_unit(kind) ? SubjectClass::public_employee : SubjectClass::civil_servant;
        world.hire(kUnitHeadBlock, code, leader(head_title(kind), subject_class, code, world.agency_of(*parent)));
    }
    for (const auto& code : communes) {
        if (!room(world)) return;
        const auto& plan = world.unit(code);
        if (plan.head) continue;
        world.hire(kChairBlock, code,
                   leader("Chủ tịch Ủy ban nhân dân", SubjectClass::cadre, code, plan.established.parent));
    }
    for (const auto& code : communes) {
        if (!room(world)) return;
        world.hire(kCommuneOfficerBlock, code, staff("Công chức Văn phòng - Thống kê", SubjectClass::civil_servant));
    }
}

void hire_workforce(World& world) {
    std::vector<UnitCode> offices, public_units, communes;
    for (const auto& unit : world.units()) {
        const auto& [code, name, kind, parent, from, document] = unit.established;
        if (unit.simulated || !unit.head) continue;
        if (commune(kind))
            communes.push_back(code);
        else if (public_unit(kind))
            public_units.push_back(code);
        else if (!tier(kind) && kind != UnitKind::province && !world.fixed.contains(world.agency_of(code)))
            offices.push_back(code);
    }
    for (int i = 1; room(world); ++i) {
        // Where somebody works and how the year went follows from the number alone.
        Dice dice(world.options().seed, "workforce " + std::to_string(i));
        const int drawn = dice.between(1, 100);
        const auto& places = drawn <= 90 && !public_units.empty() ? public_units
                             : drawn <= 95 && !communes.empty()   ? communes
                                                                  : offices;
        if (places.empty()) return;
        const auto& unit = world.unit(dice.one_of(std::span<const UnitCode>(places)));
        const auto kind = unit.established.kind;
        auto& person = world.hire(kWorkforceBlock, unit.established.unit,
                                  staff(staff_title(kind, dice), public_unit(kind) ? SubjectClass::public_employee
                                                                                   : SubjectClass::civil_servant));
        const int year = dice.between(1, 1000);
        person.way.tasks = 5;
        person.way.facts = year <= 8 ? Level::not_completed : year <= 38 ? Level::completed : Level::good;
    }
    // Of those who did well, some excel: never more than a sixth of their own number in one agency, so that no
    // settlement of anybody else is touched.
    std::map<UnitCode, std::vector<PersonCode>> good;
    for (const auto& person : world.people()) {
        if (!person.planted && !person.leader && person.rated && person.way.facts == Level::good)
            good[person.managed_by].push_back(person.code);
    }
    for (const auto& [agency, people] : good) {
        const std::size_t most = people.size() / 6;
        for (std::size_t i = 0; i < most; ++i) {
            if (i % 4 == 3) continue;  // not every share is used up
            world.person(people[i * 6 + 5]).way.facts = Level::excellent;
        }
    }
}

}  // namespace minhbach::api::demo
