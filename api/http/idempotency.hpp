// The Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header-07): a structured-field String (RFC 8941
// section 3.3.3), in quotes, without parameters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "api/http/message.hpp"
#include "events/result.hpp"

namespace minhbach::api::http {

inline constexpr std::size_t kIdempotencyKeyCharactersMax = 255;

// The key without its quotes; nothing when the field is absent. Refuses with malformed-request a field that is given
// twice, is no String, is empty, or is longer than kIdempotencyKeyCharactersMax.
Result<std::optional<std::string>> idempotency_key(const Request& request);

}  // namespace minhbach::api::http
