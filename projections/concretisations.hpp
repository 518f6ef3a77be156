// What agencies ask beyond the law in a cycle, in every version, and who was told of it and how.
#pragma once

#include "events/vocabulary/concretisation.hpp"
#include "projections/organisation.hpp"

namespace minhbach::projections {

struct ConcretisationVersion {
    Sourced<ConcretisationProposed> proposed;
    std::optional<Sourced<ConcretisationIssued>> issued;
};
BOOST_DESCRIBE_STRUCT(ConcretisationVersion, (), (proposed, issued))

struct ConcretisationRow {
    CycleId cycle;
    UnitCode agency;
    std::vector<ConcretisationVersion> versions;  // oldest first
    std::vector<Sourced<BriefingHeld>> briefings;
    int revision = 0;                                       // events of the stream
    const Sourced<ConcretisationIssued>* in_force() const;  // nullptr: none was issued
};
BOOST_DESCRIBE_STRUCT(ConcretisationRow, (), (cycle, agency, versions, briefings, revision))

// What reached one person, each for the first time; of the newest version the person was told of.
struct Told {
    int version = 0;
    std::optional<Time> sent_at;
    std::optional<Time> opened_at;
    std::optional<Time> acknowledged_at;
    std::optional<Time> briefed_at;
    // Having been sent something is not yet having been told.
    bool told() const { return opened_at || acknowledged_at || briefed_at; }
};
BOOST_DESCRIBE_STRUCT(Told, (), (version, sent_at, opened_at, acknowledged_at, briefed_at))

struct ToldLine {
    DossierId dossier;
    PersonName person;
    UnitName unit;
    bool told = false;
    Told how;
};
BOOST_DESCRIBE_STRUCT(ToldLine, (), (dossier, person, unit, told, how))

struct ConcretisationAnswer {
    Basis basis;
    CycleId cycle;
    UnitName agency;
    std::vector<ConcretisationVersion> versions;
    std::optional<int> in_force;  // the version that holds
    std::optional<DocumentName> document;
    std::vector<Sourced<OverlayFilled>> overlays;  // of the province, which stand above it
    std::vector<Sourced<BriefingHeld>> briefings;
    int people = 0;               // of the agency, with a dossier in the cycle
    int told = 0;                 // of the version that holds
    std::vector<ToldLine> items;  // everybody, in the order of names
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(ConcretisationAnswer, (),
                      (basis, cycle, agency, versions, in_force, document, overlays, briefings, people, told, items,
                       revision))

// Somebody whose self-assessment is late or still missing.
struct OverdueLine {
    DossierId dossier;
    PersonName person;
    UnitName unit;
    UnitName agency;
    Deadline until;
    std::optional<DocumentName> extended_by;
    std::optional<Time> filed_at;  // absent: not so far
};
BOOST_DESCRIBE_STRUCT(OverdueLine, (), (dossier, person, unit, agency, until, extended_by, filed_at))

struct OverdueAnswer {
    Basis basis;
    CycleId cycle;
    std::vector<OverdueLine> items;
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // printable ASCII
};
BOOST_DESCRIBE_STRUCT(OverdueAnswer, (), (basis, cycle, items, total, next))

}  // namespace minhbach::projections
