// When a receiver wants to be asked again.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "events/vocabulary/time.hpp"

namespace minhbach::api::follow {

// An HTTP date (RFC 9110 section 5.6.7) in any of its three forms. Seconds; nothing if it is none.
std::optional<Time> parse_http_date(std::string_view text, Time now);

// The time that the field Retry-After asks to wait, at most a day: seconds, or a date (RFC 9110 section 10.2.3).
// A date is held against the answer's own field Date, so that one clock says both; without it against `now`.
// Nothing if the field is neither.
std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view field, std::string_view date, Time now);

}  // namespace minhbach::api::follow
