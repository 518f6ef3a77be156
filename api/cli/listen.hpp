// Where a server of ours listens, as --listen gives it.
#pragma once

#include <string>

#include "api/http/server.hpp"
#include "events/result.hpp"

namespace minhbach::api::cli {

// "127.0.0.1:8080", "[::1]:8080"; refuses anything else with `invalid-field`.
Result<http::ServerOptions> listen_on(const std::string& address_and_port);

}  // namespace minhbach::api::cli
