// The state of a cycle at two moments of the record, and what made the difference between them.
#pragma once

#include "projections/files.hpp"
#include "projections/quota.hpp"

namespace minhbach::projections {

struct FileDifference {
    UnitName unit;
    FileStatus from = FileStatus::missing;
    FileStatus to = FileStatus::missing;
    int version_from = 0;
    int version_to = 0;
    bool outside_term = false;  // not among those sent in time
};
BOOST_DESCRIBE_STRUCT(FileDifference, (), (unit, from, to, version_from, version_to, outside_term))

// A person or a collective whose result was cancelled and given anew in between.
struct RatingDifference {
    std::optional<DossierId> dossier;
    std::optional<PersonName> person;
    std::optional<UnitName> collective;
    std::optional<Level> from;  // absent: not rated
    std::optional<Level> to;
    int reratings = 0;
};
BOOST_DESCRIBE_STRUCT(RatingDifference, (), (dossier, person, collective, from, to, reratings))

// A post entered in between with effect from a day on or before the first moment.
struct TransferDifference {
    PersonName person;
    std::optional<UnitName> from;
    UnitName to;
    Date effective;
    Provenance by;
};
BOOST_DESCRIBE_STRUCT(TransferDifference, (), (person, from, to, effective, by))

// An agency with other decided figures.
struct ResultDifference {
    UnitName agency;
    Distribution from;
    Distribution to;
};
BOOST_DESCRIBE_STRUCT(ResultDifference, (), (agency, from, to))

struct CycleDiffAnswer {
    Basis basis;
    CycleId cycle;
    std::int64_t from_position = 0;
    std::int64_t to_position = 0;
    FileCounts files_from;
    FileCounts files_to;
    std::vector<FileDifference> files;  // by code of the unit
    std::vector<RatingDifference> ratings;
    std::vector<TransferDifference> transfers;
    std::vector<ResultDifference> results;
};
BOOST_DESCRIBE_STRUCT(CycleDiffAnswer, (),
                      (basis, cycle, from_position, to_position, files_from, files_to, files, ratings, transfers,
                       results))

}  // namespace minhbach::projections
