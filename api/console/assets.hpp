// Files that are part of the program: the style sheet of the pages and the reader of the OpenAPI document
// (swagger-ui-dist).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minhbach::api::console {

struct Asset {
    std::string_view content_type;
    std::string_view bytes;
};

// By name, e.g. "swagger-ui.css"; nothing if there is no such file.
std::optional<Asset> asset(std::string_view name);

// Where it is served: the address holds a hash of the content, so that it may be kept for ever. Thread-safe.
const std::string& asset_address(std::string_view name);

}  // namespace minhbach::api::console
