// The table of routes.
#pragma once

#include <vector>

#include "api/routes/route.hpp"

namespace minhbach::api::routes {

// Every way in, in the order of the document.
std::vector<Route> all_routes();

// One file for each resource.
std::vector<Route> allowed_routes();   // what may be done now, and why not
std::vector<Route> access_routes();    // who viewed, who was refused
std::vector<Route> account_routes();   // slips, the own password, device and sessions
std::vector<Route> activity_routes();  // trace, competence
std::vector<Route> attachment_routes();
std::vector<Route> collective_routes();   // levels of units
std::vector<Route> consequence_routes();  // what the law lets follow from levels
std::vector<Route> concretisation_routes();
std::vector<Route> cycle_routes();
std::vector<Route> document_routes();
std::vector<Route> docs_routes();            // /v1/openapi.json, /docs
std::vector<Route> dossier_act_routes();     // what is done to a dossier
std::vector<Route> dossier_reader_routes();  // who can open it
std::vector<Route> dossier_routes();         // what is asked of a dossier
std::vector<Route> event_routes();           // following the log: pages and a stream
std::vector<Route> export_routes();          // audit packages
std::vector<Route> file_routes();
std::vector<Route> finding_routes();
std::vector<Route> health_routes();
std::vector<Route> import_routes();
std::vector<Route> log_routes();
std::vector<Route> erasure_routes();
std::vector<Route> machine_sign_in_routes();  // client credentials
std::vector<Route> mandate_routes();
std::vector<Route> meeting_routes();
std::vector<Route> notice_routes();
std::vector<Route> objection_routes();
std::vector<Route> hand_over_routes();  // of the state's levels to party committees
std::vector<Route> party_routes();      // in the custody of the party side
std::vector<Route> party_collective_routes();
std::vector<Route> party_allowed_routes();  // what may be done there, and why not
std::vector<Route> person_routes();
std::vector<Route> projection_routes();           // the read models themselves
std::vector<Route> protected_objection_routes();  // whose petitioner only named people know
std::vector<Route> rerating_routes();
std::vector<Route> report_routes();
std::vector<Route> remediation_routes();
std::vector<Route> review_routes();
std::vector<Route> rule_routes();
std::vector<Route> session_routes();  // who is signed in
std::vector<Route> settlement_routes();
std::vector<Route> sign_in_routes();    // and out
std::vector<Route> signature_routes();  // personal, over acts
std::vector<Route> unit_routes();
std::vector<Route> webhook_routes();
std::vector<Route> work_routes();

}  // namespace minhbach::api::routes
