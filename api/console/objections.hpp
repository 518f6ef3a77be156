// The parts of a dossier's page about what came after the decision: decisions in force and superseded, objections,
// effects.
#pragma once

#include "api/console/html.hpp"
#include "api/routes/dossier_answers.hpp"

namespace minhbach::api::console {

Node standings_node(const routes::GroundSheet& sheet);
Node objections_node(const routes::GroundSheet& sheet);
Node effects_node(const routes::GroundSheet& sheet);

}  // namespace minhbach::api::console
