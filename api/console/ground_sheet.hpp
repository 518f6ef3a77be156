// Phiếu căn cứ xếp loại as a piece of a page.
#pragma once

#include "api/console/html.hpp"
#include "api/routes/dossier_answers.hpp"

namespace minhbach::api::console {

Node ground_sheet_node(const routes::GroundSheet& sheet);

}  // namespace minhbach::api::console
