// Files that are part of the program: the console and the reader of the OpenAPI document, as api/console/web/build.mjs
// made them. The name of each holds a hash of its content, so that it may be kept for ever.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "api/http/message.hpp"

namespace minhbach::api::console {

struct Asset {
    std::string_view name;  // "main-4F2A6B7C.js"
    std::string_view content_type;
    std::string_view hash;  // SHA-256 of the content, hexadecimal
    std::string_view bytes;
    std::string_view brotli;  // the same compressed, empty where that does not make it smaller
    std::string_view gzip;
};

// Written by the build, in the order of their names.
std::span<const Asset> assets();
// The one page that holds every screen.
const Asset& shell();
// Paths of the screens, "/ho-so/{dossier}".
std::span<const std::string_view> screen_paths();
// Where the file with this name before the hash is served, "swagger-ui.css". Throws std::logic_error for another.
std::string asset_address(std::string_view plain_name);

// GET /assets/{name}: the smallest encoding the client takes, kept for ever. Nothing if there is no such file.
std::optional<http::Response> asset_response(const http::Request& request, std::string_view name);

// The page of the screens, with the same bytes whoever asks: 200 on the path of a screen; for a browser on any other
// path 404. Nothing for whoever does not ask for a page.
std::optional<http::Response> screen_response(const http::Request& request);

}  // namespace minhbach::api::console
