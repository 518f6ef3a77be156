// Cookies of a request (RFC 6265 section 5.4).
#pragma once

#include <optional>
#include <string_view>

#include "api/http/message.hpp"

namespace minhbach::api::http {

// The value of the first cookie of this name, without quotes around it. The view lives as long as the request.
std::optional<std::string_view> cookie(const Request& request, std::string_view name);

}  // namespace minhbach::api::http
