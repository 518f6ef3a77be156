// Remediation as the pages show it.
#pragma once

#include "api/console/page.hpp"
#include "projections/answers.hpp"

namespace minhbach::api::console {

// A plan whole: who follows it, every measure with what was done on it. For a statement, what was stated.
Node plan_node(const projections::PlanAnswer& plan);
// The remediation of a rated person as part of the dossier; empty where there is none.
Node remediation_of_dossier(routes::Context& context, const projections::DossierLine& line, projections::Known known);

}  // namespace minhbach::api::console
