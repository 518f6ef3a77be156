// Who is signed in; signing in to the console, and out.
#pragma once

#include <vector>

#include "api/routes/route.hpp"

namespace minhbach::api::routes {

std::vector<Route> session_routes();

}  // namespace minhbach::api::routes
