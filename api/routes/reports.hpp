// The draft of a report, for the routes and for the page.
#pragma once

#include "api/routes/context.hpp"
#include "services/report/report.hpp"

namespace minhbach::api::routes {

// Counted by the desk on what is accepted now; `not-found-or-not-allowed` for whoever does not see the unit.
awaitable<Result<projections::ReportAnswer>> draft_report(Context& context, CycleId cycle, UnitCode unit);

}  // namespace minhbach::api::routes
