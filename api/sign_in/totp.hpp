// One-time codes of a device (RFC 6238 with SHA-1, six digits, thirty seconds: what every authenticator app takes).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/vocabulary/time.hpp"

namespace minhbach::api::sign_in::totp {

inline constexpr std::int64_t kStepSeconds = 30;

std::string new_key();  // 160 random bits in base32 (RFC 4648), as apps take it
// The code of one step; nothing if the key is not base32.
std::optional<std::string> code_at(std::string_view key, std::int64_t step);
// Which step the code is of: this one, the one before or the one after, but none up to `used`. A code works once.
std::optional<std::int64_t> step_of(std::string_view key, std::string_view code, Time now, std::int64_t used);
// What an app reads from a QR code or a link.
std::string link(std::string_view key, std::string_view person, std::string_view origin);

}  // namespace minhbach::api::sign_in::totp
