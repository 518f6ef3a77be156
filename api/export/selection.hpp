// What goes into an audit package: the records a scope is about, and the papers they rest on. Told from the log alone,
// so that the same checkpoint gives the same selection whoever asks.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <set>
#include <vector>

#include "events/log.hpp"
#include "events/result.hpp"

namespace minhbach::api::exports {

// Exactly one is set.
struct Scope {
    std::optional<PersonCode> person;
    std::optional<UnitCode> unit;
    std::optional<CycleId> cycle;
    // Who takes the package, where it is somebody: no part of what it is about. What subordinates said of this person
    // is left out, as its records name them, and the person is not said to be complete.
    std::optional<PersonCode> reader{};

    std::string name() const;  // "person/P0001", "unit/51-S05", "cycle/2023"
    friend bool operator==(const Scope&, const Scope&) = default;
};
BOOST_DESCRIBE_STRUCT(Scope, (), (person, unit, cycle))

//   person: everything about that person.
//   unit:   everything about those whose dossiers were opened in the unit or below it, and the acts on those units.
//   cycle:  everything that belongs to the cycle: its own record, dossiers, meetings, work, ratings of collectives,
//           settlements, files, reports, remediation and objections.
// With each: the mandates the acts rest on, the documents they name, the cycles with their rulebooks. A part of a
// payload about somebody who is not in the scope is not shown, except in what gives an official the power to act.
// What the party side alone reads is never shown: its records stay where the numbers of a person prove that nothing was
// left out, and their commitments check.
struct Selection {
    std::vector<events::Position> positions;  // ascending
    std::set<PersonCode> people;              // whose parts are shown; in a cycle: everybody
    bool everybody = false;
    std::set<std::uint64_t> authority;  // positions of mandates: shown whoever they name
    std::vector<PersonCode> complete;   // about whom nothing is missing
    std::set<Digest> rulebooks;         // hashes of those of the cycles in it
    bool left_out = false;              // something about whoever takes it is not in it

    bool shows(const events::Stored& stored, std::size_t part) const;
};

// Refused (`not-found-or-not-allowed`) where the record knows nothing of the scope below `size`.
Result<Selection> select(const events::Log& log, const Scope& scope, std::uint64_t size);

}  // namespace minhbach::api::exports
