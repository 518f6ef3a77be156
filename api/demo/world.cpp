#include "api/demo/world.hpp"

#include <algorithm>
#include <stdexcept>

#include "api/demo/dice.hpp"
#include "api/demo/names.hpp"
#include "services/decision.hpp"

namespace minhbach::api::demo {
namespace {

// Units whose head decides for their people; the people of all others belong to the agency above.
bool manages(UnitKind kind) {
    return kind != UnitKind::division && kind != UnitKind::office;
}

}  // namespace

Time moment(std::string_view day, int hour, int minute, int second) {
    return Time::local(Date::of(day), hour, minute, second);
}

DossierId PersonPlan::dossier() const {
    return services::dossier_id(kCycle, code);
}

World::World(const DemoOptions& options) : options_(options) {}

UnitPlan& World::add_unit(const std::string& code, const std::string& name, UnitKind kind, const std::string& parent,
                          bool simulated) {
    UnitPlan plan;
    plan.established.unit = UnitCode::of(code);
    plan.established.name = Label::of(simulated ? name + " (mô phỏng)" : name);
    plan.established.kind = kind;
    plan.established.from = kSince;
    if (!parent.empty()) {
        plan.established.parent = UnitCode::of(parent);
        unit(*plan.established.parent);
        children_[*plan.established.parent].push_back(plan.established.unit);
    }
    plan.simulated = simulated;
    if (!unit_index_.emplace(plan.established.unit, units_.size()).second) throw std::logic_error("two units " + code);
    return units_.emplace_back(std::move(plan));
}

std::vector<UnitCode> World::children(const UnitCode& code) const {
    const auto found = children_.find(code);
    return found == children_.end() ? std::vector<UnitCode>{} : found->second;
}

UnitCode World::agency_of(const UnitCode& code) const {
    const auto& established = unit(code).established;
    return manages(established.kind) ? code : agency_of(established.parent.value());
}

UnitCode World::tier_of(const UnitCode& code) const {
    const auto& established = unit(code).established;
    const bool top = established.kind == UnitKind::province || established.kind == UnitKind::department ||
                     established.kind == UnitKind::district;
    return top ? code : tier_of(established.parent.value());
}

PersonPlan& World::hire(int block, const UnitCode& at, Hire hire) {
    PersonPlan plan;
    std::string number = std::to_string(block * 1000 + ++drawn_[block]);
    plan.code = PersonCode::of("QN" + std::string(6 - std::min<std::size_t>(6, number.size()), '0') + number);
    Dice dice(options_.seed, plan.code.str());
    plan.sex = hire.sex.value_or(dice.percent(52) ? Sex::female : Sex::male);
    plan.name = hire.name.empty() ? person_name(dice, plan.sex) : std::move(hire.name);
    const int age = hire.leader ? dice.between(36, 58) : dice.between(24, 57);
    plan.birth = Date::of("2023-01-01").plus(-365 * age - dice.between(0, 364));
    plan.unit = at;
    plan.title = std::move(hire.title);
    plan.subject_class = hire.subject_class;
    plan.leader = hire.leader;
    plan.head_of = hire.head_of;
    plan.managed_by = hire.managed_by.value_or(agency_of(at));
    plan.from = hire.from.value_or(Date::of("2017-01-01").plus(dice.between(0, 1900)));
    plan.party = hire.leader || dice.percent(45);
    plan.planted = block >= 200 && block < 900;
    if (hire.head_of) unit(*hire.head_of).head = plan.code;
    if (!person_index_.emplace(plan.code, people_.size()).second)
        throw std::logic_error("two people " + plan.code.str());
    return people_.emplace_back(std::move(plan));
}

std::vector<PersonCode> World::managed_by(const UnitCode& unit) const {
    std::vector<PersonCode> codes;
    for (const auto& plan : people_) {
        if (plan.rated && plan.managed_by == unit) codes.push_back(plan.code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<PersonCode> World::staff_of(const UnitCode& unit) const {
    std::vector<PersonCode> codes;
    for (const auto& plan : people_) {
        if (plan.unit == unit) codes.push_back(plan.code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

PersonCode World::superior(const PersonPlan& person) const {
    const auto& head = unit(person.managed_by).head;
    if (!head || *head == person.code) throw std::logic_error("nobody decides for " + person.code.str());
    return *head;
}

PersonCode World::direct_head(const PersonPlan& person) const {
    const auto& head = unit(person.unit).head;
    return !person.head_of && head && *head != person.code ? *head : superior(person);
}

PersonCode World::proposer(const PersonPlan& person) const {
    if (person.managed_by == UnitCode::of("51")) return home_affairs;
    const auto& agency = agencies.at(tier_of(person.managed_by));
    if (agency.officer != person.code) return agency.officer;
    return agency.deputy.value_or(agency.director);
}

PersonCode World::party_secretary(const PersonPlan& person) const {
    const auto& agency = agencies.at(tier_of(person.unit));
    return agency.deputy && *agency.deputy != person.code ? *agency.deputy : agency.officer;
}

PersonCode World::recorder(const UnitCode& unit) const {
    const auto found = agencies.find(tier_of(unit));
    return found == agencies.end() ? home_affairs : found->second.officer;
}

}  // namespace minhbach::api::demo
