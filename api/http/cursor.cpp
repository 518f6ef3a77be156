#include "api/http/cursor.hpp"

#include <algorithm>
#include <optional>

#include "api/http/problem.hpp"
#include "events/merkle/base64.hpp"

namespace minhbach::api::http {
namespace {

constexpr std::size_t kCursorCharactersMax = 4096;

std::string to_base64url(std::string_view bytes) {
    std::string text = events::merkle::base64(bytes);
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

std::optional<std::string> from_base64url(std::string_view url_text) {
    std::string text(url_text);
    if (text.find_first_of("+/=") != std::string::npos) return std::nullopt;
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    return events::merkle::from_base64(text);
}

void append_field(std::string& bytes, std::string_view field) {
    bytes.append(std::to_string(field.size())).append(":").append(field);
}

std::optional<std::string> take_field(std::string_view& bytes) {
    const std::size_t colon = bytes.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 4) return std::nullopt;
    std::size_t size = 0;
    for (const char c : bytes.substr(0, colon)) {
        if (c < '0' || c > '9') return std::nullopt;
        size = size * 10 + static_cast<std::size_t>(c - '0');
    }
    bytes.remove_prefix(colon + 1);
    if (bytes.size() < size) return std::nullopt;
    std::string field(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return field;
}

std::optional<std::vector<std::string>> take_fields(std::string_view cursor) {
    if (cursor.size() > kCursorCharactersMax) return std::nullopt;
    const auto bytes = from_base64url(cursor);
    if (!bytes) return std::nullopt;
    std::vector<std::string> fields;
    for (std::string_view rest = *bytes; !rest.empty();) {
        auto field = take_field(rest);
        if (!field) return std::nullopt;
        fields.push_back(std::move(*field));
    }
    return fields;
}

}  // namespace

std::string encode_cursor(std::string_view listing, std::span<const std::string> keys) {
    std::string bytes;
    append_field(bytes, listing);
    for (const auto& key : keys) append_field(bytes, key);
    return to_base64url(bytes);
}

Result<std::vector<std::string>> decode_cursor(std::string_view listing, std::size_t keys_count,
                                               std::string_view cursor) {
    auto fields = take_fields(cursor);
    if (!fields || fields->size() != keys_count + 1 || fields->front() != listing)
        return malformed_request("Tham số cursor không phải của danh sách này; mở lại danh sách từ trang đầu.",
                                 "The cursor does not belong to this listing; start again from the first page.");
    fields->erase(fields->begin());
    return std::move(*fields);
}

void link_next(Response& response, const Request& request, std::string_view cursor) {
    std::string link = "<" + request.path + "?";
    for (const auto& [name, value] : request.query)
        if (name != "cursor") link.append(percent_encode(name)).append("=").append(percent_encode(value)).append("&");
    link.append("cursor=").append(percent_encode(cursor)).append(">; rel=\"next\"");
    response.headers.add("Link", link);
}

}  // namespace minhbach::api::http
