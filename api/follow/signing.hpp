// What stands beside a delivery, as Standard Webhooks says (standardwebhooks.com, version 1.0.0).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/vocabulary/time.hpp"

namespace minhbach::api::follow {

// "v1,<base64(HMAC-SHA256(key, id.timestamp.body))>" for each secret, with a space between: whoever still has the
// secret before this one checks the second. The key is what stands in base64 behind "whsec_"; `seconds` since 1970.
std::string signatures(const std::vector<std::string>& secrets, std::string_view id, std::int64_t seconds,
                       std::string_view body);

}  // namespace minhbach::api::follow
