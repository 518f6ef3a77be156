// Current rating of a person per year, with the earlier ones that were imported in their own words.
#pragma once

#include "events/vocabulary/level.hpp"
#include "projections/basis.hpp"
#include "projections/erasures.hpp"

namespace minhbach::projections {

struct Rating {
    int year = 0;
    std::optional<Level> level;  // absent: not rated, or a level of older law that has no equal
    std::string wording;
    std::optional<CycleId> cycle;  // absent: imported
    std::optional<DossierId> dossier;
    std::optional<UnitCode> unit;
    std::optional<std::string> unit_name;  // in the words of the source, for imported ones
    std::optional<std::string> source;
    std::optional<DocumentId> document;
    std::optional<Date> decided_on;
    std::int64_t position = 0;  // of the event that says so
};
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (year, level, wording, cycle, dossier, unit, unit_name, source, document, decided_on, position))

// Stored as it is answered: one read of one row.
struct PersonRatings {
    PersonCode person;
    std::optional<std::string> name;  // absent: erased
    std::vector<Rating> ratings;      // newest year first
};
BOOST_DESCRIBE_STRUCT(PersonRatings, (), (person, name, ratings))

struct RatingsAnswer {
    Basis basis;
    PersonCode person;
    std::optional<std::string> name;
    std::vector<Rating> ratings;  // newest year first
    std::optional<ErasedPerson> erased;
};
BOOST_DESCRIBE_STRUCT(RatingsAnswer, (), (basis, person, name, ratings, erased))

// The level of a unit in a cycle.
struct CollectiveVersion {
    Provenance by;
    int revision = 0;            // in the collective's stream
    std::optional<Level> level;  // absent: not applicable (new, dissolved or merged)
    Text reason;
    DocumentId document;
    bool cancelled = false;
};
BOOST_DESCRIBE_STRUCT(CollectiveVersion, (), (by, revision, level, reason, document, cancelled))

struct Collective {
    CycleId cycle;
    UnitCode unit;
    Provenance by;
    std::optional<Level> level;  // absent: not applicable (new, dissolved or merged)
    Text reason;
    DocumentId document;
    int times = 0;
    std::vector<CollectiveVersion> versions;  // oldest first; the last is the one above
    bool in_force() const { return !versions.empty() && !versions.back().cancelled; }
};
BOOST_DESCRIBE_STRUCT(Collective, (), (cycle, unit, by, level, reason, document, times, versions))

struct CollectiveAnswer {
    Basis basis;
    UnitName unit;
    std::optional<Collective> collective;  // absent: not rated so far
};
BOOST_DESCRIBE_STRUCT(CollectiveAnswer, (), (basis, unit, collective))

}  // namespace minhbach::projections
