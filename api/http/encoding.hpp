// Content codings a client takes (RFC 9110 section 12.5.3).
#pragma once

#include <string_view>

#include "api/http/message.hpp"

namespace minhbach::api::http {

// Whether Accept-Encoding names `coding` (or "*") with a weight other than 0. Without the field: false.
bool accepts_encoding(const Request& request, std::string_view coding);

}  // namespace minhbach::api::http
