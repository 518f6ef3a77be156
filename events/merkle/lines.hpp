// How notes, receipts and requests of witnesses are read: line by line, each value in its one spelling.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "events/merkle/hash.hpp"

namespace minhbach::events::merkle {

// The next line without its line feed; nothing, and `text` as it was, if no complete line is left.
std::optional<std::string_view> take_line(std::string_view& text);
// Decimal digits without a sign and without zeros in front.
std::optional<std::uint64_t> parse_number(std::string_view text);
// 32 bytes in base64.
std::optional<Hash> parse_hash(std::string_view text);

}  // namespace minhbach::events::merkle
