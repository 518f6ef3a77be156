// The pages, by what they are about.
#pragma once

#include <vector>

#include "api/console/page.hpp"
#include "api/console/words.hpp"

namespace minhbach::api::console {

std::vector<routes::Route> dossier_pages();
std::vector<routes::Route> list_pages();
std::vector<routes::Route> report_pages();

// The newest cycle known, whose work is today's.
std::optional<CycleOpened> current_cycle(const routes::House& house, projections::Known known = {});

// Who acted, in which capacity, on which document, when.
Node who(const projections::Provenance& by);
// A unit with its parent: names repeat in the province.
Node unit_node(const projections::UnitName& unit);

}  // namespace minhbach::api::console
