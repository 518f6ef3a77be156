// The OpenAPI 3.1 document, written from the table of routes.
#pragma once

#include <string>
#include <vector>

#include "api/routes/route.hpp"

namespace minhbach::api::routes {

std::string openapi(const std::vector<Route>& routes);

}  // namespace minhbach::api::routes
