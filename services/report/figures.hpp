// Whose files a report consolidates, and the figures of everybody in them.
#pragma once

#include <map>
#include <vector>

#include "services/report/report.hpp"

namespace minhbach::services::report {

// The agencies a report covers, and where people of theirs work.
struct Scope {
    std::map<UnitCode, UnitCode> agency_of;  // every unit of an agency that is covered
    std::vector<ReportedUnit> units;
    std::vector<UnitCode> missing;
};
Scope scope_of(Past& past, const CycleId& cycle, const UnitCode& unit, Date day);

// Five lines: cadres (who all lead), civil servants and public employees, each of them leaders and others.
std::vector<ReportLine> lines_of(Past& past, const CycleId& cycle, const Scope& scope, Date day);

}  // namespace minhbach::services::report
