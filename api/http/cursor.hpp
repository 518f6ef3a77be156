// Keyset pages: a cursor names the last row that was given, so that a page neither skips nor repeats rows while the
// record grows. It is opaque to clients and holds nothing that they may not see.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/message.hpp"
#include "events/result.hpp"

namespace minhbach::api::http {

// `listing` names the question ("files", "trace"): a cursor continues only the listing that gave it. The keys are the
// sort key of the last row, any bytes. Unpadded base64url (RFC 4648 section 5).
std::string encode_cursor(std::string_view listing, std::span<const std::string> keys);

// Refuses with malformed-request what encode_cursor did not make for this listing with `keys_count` keys.
Result<std::vector<std::string>> decode_cursor(std::string_view listing, std::size_t keys_count,
                                               std::string_view cursor);

// Adds a Link field (RFC 8288) to the next page: the same path and query with the parameter `cursor` replaced.
void link_next(Response& response, const Request& request, std::string_view cursor);

}  // namespace minhbach::api::http
