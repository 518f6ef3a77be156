// The consolidated report as a workbook to print and to count with: summary, units without a file, units that are in
// it, differences, signatures. Vietnamese headings, English below them.
#pragma once

#include <string>

#include "projections/report.hpp"

namespace minhbach::api::exports {

// The same report gives the same bytes: the only time in the file is the report's own. Needs a directory for temporary
// files; throws std::runtime_error if the workbook cannot be written.
std::string report_xlsx(const projections::ReportAnswer& report, bool simulated);

}  // namespace minhbach::api::exports
