// Base64 of RFC 4648 section 4, padded. Decoding accepts the one encoding of the bytes and no other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minhbach::events::merkle {

std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace minhbach::events::merkle
