// What a signed-in person may see today: everything (inspection, Home Affairs, the province), the units the person's
// mandates reach, and always the own dossier. Whoever only administers sees no content.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/organisation/registry.hpp"

namespace minhbach::api::routes {

// One mandate's reach, as far as reading is concerned.
struct Sight {
    UnitCode unit;
    Reach reach = Reach::unit;
};

// Whom a row is about, as far as sight is concerned.
struct Place {
    std::optional<PersonCode> person;
    UnitCode unit;
    std::optional<UnitCode> managed_by;
};

// Whether this mandate by itself lets its holder open what is at the place. On a day on which it holds.
bool lets_see(const services::organisation::Registry& registry, const MandateGranted& mandate, const Place& place,
              Date day);

class Reader {
public:
    // `registry` is used while the reader lives: inside one look of the desk.
    Reader(const services::organisation::Registry& registry, PersonCode person, Date day);

    const PersonCode& person() const { return person_; }
    bool inspects() const { return inspects_; }
    bool administers() const { return administers_; }
    bool receives() const { return receives_; }  // Home Affairs: receives the files of the whole province
    bool sees_all() const { return sees_all_; }
    bool has_unit() const { return sees_all_ || !sights_.empty(); }
    bool may_read_log() const { return inspects_ || administers_ || receives_; }

    bool sees(const Place& place) const;
    // Aggregates and files of a unit: of those one reaches, and of those managed by a unit one acts for.
    bool sees_unit(const UnitCode& unit) const;
    bool sees_post(const PersonCode& person, const Post& post) const;
    bool sees_person(const PersonCode& person) const;
    // Opening a dossier is part of one's daily work for oneself and for those who rate; others name a purpose.
    bool needs_purpose(const Place& place) const;
    // The same for what is told of a person outside the dossiers, by the posts held today.
    bool needs_purpose(const PersonCode& person) const;

    // The party side. Nothing above lets anybody read it: neither inspection nor the whole province of the state.
    // A dossier of a member who works in `unit`, decided by the committee at `committee_unit`.
    bool reads_party(const PersonCode& person, const UnitCode& unit, const UnitCode& committee_unit) const;
    bool reads_committee(const UnitCode& committee_unit) const;
    bool reads_all_of_party() const { return reads_all_of_party_; }  // party_read over the whole province
    // Acts in this dossier in daily work, by a power of the party other than reading.
    bool works_in_party(const UnitCode& unit, const UnitCode& committee_unit) const;

    bool holds(Power power) const;
    // Units the mandates with this power are on.
    std::vector<UnitCode> units_with(Power power) const;

private:
    const services::organisation::Registry& registry_;
    PersonCode person_;
    Date day_;
    std::vector<Sight> sights_;
    std::vector<std::pair<Power, UnitCode>> powers_;
    std::vector<std::pair<Power, Sight>> party_;
    bool reads_all_of_party_ = false;
    bool reaches(const Sight& sight, const UnitCode& unit) const;
    bool inspects_ = false;
    bool administers_ = false;
    bool receives_ = false;
    bool sees_all_ = false;
};

}  // namespace minhbach::api::routes
