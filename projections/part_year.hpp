// Who of those that stood for excellent was not there for the whole year: came, moved here, left, or was on leave. Put
// beside whom the settlement of the quota lowered, it is asked whether they carried more of it than chance explains.
#pragma once

#include "events/vocabulary/evaluation.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

// The first of these that is true of somebody.
enum class PartYear : std::uint8_t {
    left,      // every post ended before the last day of the year, or the dossier was closed as of somebody who left
    came,      // the first post began in the year
    moved,     // came from another agency in the year
    on_leave,  // months of leave, maternity leave included, are recorded for the year
};
BOOST_DESCRIBE_ENUM(PartYear, left, came, moved, on_leave)

struct PartYearLine {
    DossierId dossier;
    PersonName person;
    UnitName unit;
    PartYear why = PartYear::came;
    bool lowered = false;  // otherwise selected
};
BOOST_DESCRIBE_STRUCT(PartYearLine, (), (dossier, person, unit, why, lowered))

// Of the last settlement of the agency's quota. Everybody in it stood for excellent: `proposed` is who was selected or
// lowered.
struct PartYearShare {
    int proposed = 0;
    int lowered = 0;
    int part_year = 0;          // of the proposed
    int part_year_lowered = 0;  // of the lowered
    // How often, in a million draws of the lowered from the proposed, as many of the part-year people or more would be
    // among them.
    int chance_per_million = 1'000'000;
    std::vector<PartYearLine> items;  // the part-year people, by dossier
};
BOOST_DESCRIBE_STRUCT(PartYearShare, (), (proposed, lowered, part_year, part_year_lowered, chance_per_million, items))

struct PartYearAnswer {
    Basis basis;
    CycleId cycle;
    UnitName agency;
    std::optional<std::int64_t> settlement;  // its position; absent: nothing is settled
    PartYearShare share;
};
BOOST_DESCRIBE_STRUCT(PartYearAnswer, (), (basis, cycle, agency, settlement, share))

// Of `of` things `marked` are marked; how often, per million, a draw of `drawn` holds `found` marked ones or more. All
// of them at most 100,000, in their natural order.
int chance_per_million(int of, int marked, int drawn, int found);

}  // namespace minhbach::projections
