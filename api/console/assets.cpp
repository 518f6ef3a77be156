#include "api/console/assets.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "api/http/encoding.hpp"

namespace minhbach::api::console {
namespace {

// Scripts, styles and data from here alone; nothing inline, nobody frames it.
constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

http::Response served(const http::Request& request, const Asset& asset, int status) {
    std::string_view bytes = asset.bytes, encoding;
    if (!asset.brotli.empty() && http::accepts_encoding(request, "br")) {
        bytes = asset.brotli;
        encoding = "br";
    } else if (!asset.gzip.empty() && http::accepts_encoding(request, "gzip")) {
        bytes = asset.gzip;
        encoding = "gzip";
    }
    std::string tag = "\"" + std::string(asset.hash.substr(0, 32));
    if (!encoding.empty()) tag += "-" + std::string(encoding);
    tag += '"';
    const bool known =
        status == 200 && request.headers.joined("If-None-Match").value_or("").find(tag) != std::string::npos;
    http::Response response;
    if (known)
        response.status = 304;
    else
        response = http::respond(status, asset.content_type, std::string(bytes));
    if (!known && !encoding.empty()) response.headers.add("Content-Encoding", encoding);
    response.headers.add("ETag", tag);
    response.headers.add("Vary", "Accept-Encoding");
    return response;
}

bool fits(std::string_view pattern, const std::vector<std::string>& segments) {
    std::size_t at = 0;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const auto segment = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(segment.size());
        if (segment.empty() && pattern.empty()) break;  // "/"
        if (at == segments.size() || (!segment.starts_with('{') && segment != segments[at])) return false;
        ++at;
    }
    return at == segments.size();
}

}  // namespace

std::string asset_address(std::string_view plain_name) {
    const auto dot = plain_name.rfind('.');
    const std::string begin = std::string(plain_name.substr(0, dot)) + "-";
    const auto end = plain_name.substr(dot);
    for (const Asset& asset : assets()) {
        if (asset.name.starts_with(begin) && asset.name.ends_with(end) &&
            asset.name.find('-', begin.size()) == std::string_view::npos)
            return "/assets/" + std::string(asset.name);
    }
    throw std::logic_error("no such file in the program: " + std::string(plain_name));
}

std::optional<http::Response> asset_response(const http::Request& request, std::string_view name) {
    const auto all = assets();
    const auto found = std::lower_bound(
        all.begin(), all.end(), name, [](const Asset& asset, std::string_view wanted) { return asset.name < wanted; });
    if (found == all.end() || found->name != name) return std::nullopt;
    auto response = served(request, *found, 200);
    response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

std::optional<http::Response> screen_response(const http::Request& request) {
    if (request.method != "GET") return std::nullopt;
    const auto paths = screen_paths();
    const bool is_screen =
        std::any_of(paths.begin(), paths.end(), [&](std::string_view path) { return fits(path, request.segments); });
    if (!is_screen) {
        const auto accept = request.headers.joined("Accept").value_or("");
        if (accept.find("text/html") == std::string::npos) return std::nullopt;
        const std::string_view first = request.segments.empty() ? std::string_view() : request.segments.front();
        if (first == "v1" || first == "log" || first == "assets") return std::nullopt;
    }
    auto response = served(request, shell(), is_screen ? 200 : 404);
    response.headers.set("Content-Security-Policy", kPolicy);
    response.headers.set("Referrer-Policy", "same-origin");
    response.headers.set("Cache-Control", "no-cache");
    return response;
}

}  // namespace minhbach::api::console
