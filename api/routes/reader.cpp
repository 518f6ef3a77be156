#include "api/routes/reader.hpp"

#include <algorithm>
#include <array>

namespace minhbach::api::routes {
namespace {

// Powers that need to see what they act on. Keeping the registry, granting mandates, opening cycles and running the
// system do not.
constexpr std::array kSeeing{Power::assign_work, Power::comment, Power::propose, Power::decide,    Power::party_opinion,
                             Power::meeting,     Power::submit,  Power::receive, Power::transcribe};

bool is_seeing(Power power) {
    return std::find(kSeeing.begin(), kSeeing.end(), power) != kSeeing.end();
}

bool reaches_place(const services::organisation::Registry& registry, const Sight& sight, const Place& place, Date day) {
    switch (sight.reach) {
        case Reach::unit:
            return place.unit == sight.unit;
        case Reach::subtree:
            return registry.within(place.unit, sight.unit, day);
        case Reach::managed:
            return place.managed_by == sight.unit;
    }
    return false;
}

}  // namespace

bool lets_see(const services::organisation::Registry& registry, const MandateGranted& mandate, const Place& place,
              Date day) {
    const auto& powers = mandate.powers;
    if (std::find(powers.begin(), powers.end(), Power::inspect) != powers.end()) return true;
    if (std::none_of(powers.begin(), powers.end(), is_seeing)) return false;
    const auto* unit = registry.unit(mandate.unit);
    return (unit && unit->kind == UnitKind::province) ||
           reaches_place(registry, {mandate.unit, mandate.reach}, place, day);
}

Reader::Reader(const services::organisation::Registry& registry, PersonCode person, Date day)
    : registry_(registry), person_(std::move(person)), day_(day) {
    for (const auto* mandate : registry_.mandates_of(person_)) {
        if (!mandate->holds_on(day_)) continue;
        const auto* unit = registry_.unit(mandate->granted.unit);
        const bool province = unit && unit->kind == UnitKind::province;
        bool seeing = false;
        for (const Power power : mandate->granted.powers) {
            powers_.emplace_back(power, mandate->granted.unit);
            inspects_ = inspects_ || power == Power::inspect;
            administers_ = administers_ || power == Power::administer;
            receives_ = receives_ || (province && power == Power::receive);
            seeing = seeing || is_seeing(power);
            if (is_of_party(power) && power != Power::party_administer)
                party_.emplace_back(power, Sight{mandate->granted.unit, mandate->granted.reach});
            reads_all_of_party_ = reads_all_of_party_ ||
                                  (province && power == Power::party_read && mandate->granted.reach == Reach::subtree);
        }
        if (seeing) sights_.push_back({mandate->granted.unit, mandate->granted.reach});
        sees_all_ = sees_all_ || (seeing && province);
    }
    sees_all_ = sees_all_ || inspects_;
}

bool Reader::sees(const Place& place) const {
    if (sees_all_ || (place.person && *place.person == person_)) return true;
    return std::any_of(sights_.begin(), sights_.end(),
                       [&](const Sight& sight) { return reaches_place(registry_, sight, place, day_); });
}

bool Reader::sees_unit(const UnitCode& unit) const {
    if (sees_all_) return true;
    const auto* known = registry_.unit(unit);
    const auto* version = known ? known->at(day_) : nullptr;
    return std::any_of(sights_.begin(), sights_.end(), [&](const Sight& sight) {
        if (unit == sight.unit) return true;
        if (sight.reach == Reach::subtree) return registry_.within(unit, sight.unit, day_);
        return sight.reach == Reach::managed && version && version->parent == sight.unit;
    });
}

bool Reader::sees_post(const PersonCode& person, const Post& post) const {
    return sees({person, post.unit, post.managed_by});
}

bool Reader::sees_person(const PersonCode& person) const {
    if (sees_all_ || person == person_) return true;
    const auto* known = registry_.person(person);
    if (!known) return false;
    const auto posts = known->posts_at(day_);
    return std::any_of(posts.begin(), posts.end(), [&](const Post* post) { return sees_post(person, *post); });
}

bool Reader::needs_purpose(const Place& place) const {
    if (place.person && *place.person == person_) return false;
    // Whoever sees everything opens files of others' daily work, unless a mandate of rating reaches this one as well.
    return std::none_of(sights_.begin(), sights_.end(), [&](const Sight& sight) {
        switch (sight.reach) {
            case Reach::unit:
                return place.unit == sight.unit;
            case Reach::subtree:
                return !inspects_ && !receives_ && registry_.within(place.unit, sight.unit, day_);
            case Reach::managed:
                return place.managed_by == sight.unit;
        }
        return false;
    });
}

bool Reader::needs_purpose(const PersonCode& person) const {
    if (person == person_) return false;
    const auto* known = registry_.person(person);
    if (!known) return true;
    const auto posts = known->posts_at(day_);
    return std::all_of(posts.begin(), posts.end(),
                       [&](const Post* post) { return needs_purpose(Place{person, post->unit, post->managed_by}); });
}

bool Reader::reaches(const Sight& sight, const UnitCode& unit) const {
    return unit == sight.unit || (sight.reach == Reach::subtree && registry_.within(unit, sight.unit, day_));
}

bool Reader::works_in_party(const UnitCode& unit, const UnitCode& committee_unit) const {
    return std::any_of(party_.begin(), party_.end(), [&](const auto& held) {
        const auto& [power, sight] = held;
        return (power == Power::party_propose && reaches(sight, unit)) ||
               (power == Power::party_decide && reaches(sight, committee_unit));
    });
}

bool Reader::reads_party(const PersonCode& person, const UnitCode& unit, const UnitCode& committee_unit) const {
    if (person == person_ || works_in_party(unit, committee_unit)) return true;
    return std::any_of(party_.begin(), party_.end(), [&](const auto& held) {
        return held.first == Power::party_read && (reaches(held.second, unit) || reaches(held.second, committee_unit));
    });
}

bool Reader::reads_committee(const UnitCode& committee_unit) const {
    return std::any_of(party_.begin(), party_.end(),
                       [&](const auto& held) { return reaches(held.second, committee_unit); });
}

bool Reader::holds(Power power) const {
    return std::any_of(powers_.begin(), powers_.end(), [&](const auto& held) { return held.first == power; });
}

std::vector<UnitCode> Reader::units_with(Power power) const {
    std::vector<UnitCode> units;
    for (const auto& [held, unit] : powers_)
        if (held == power && std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    return units;
}

}  // namespace minhbach::api::routes
