#include "api/http/target.hpp"

#include <algorithm>

namespace minhbach::api::http {
namespace {

Refusal malformed(std::string detail_vi, std::string detail_en) {
    return {"malformed-request", "", "", std::move(detail_vi), std::move(detail_en), {}};
}

// Well-formed by table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = byte(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || text.size() - i < length) return false;
        const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (byte(i + 1) < low || byte(i + 1) > high) return false;
        for (std::size_t k = 2; k < length; ++k)
            if ((byte(i + k) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Plus { literal, space };

Result<std::string> decode(std::string_view encoded, Plus plus) {
    std::string decoded;
    decoded.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '+' && plus == Plus::space) {
            decoded.push_back(' ');
        } else if (encoded[i] != '%') {
            decoded.push_back(encoded[i]);
        } else {
            const int high = i + 1 < encoded.size() ? hex_digit(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? hex_digit(encoded[i + 2]) : -1;
            if (high < 0 || low < 0)
                return malformed("Sau dấu % trong địa chỉ phải có hai chữ số thập lục phân.",
                                 "A % in the address must be followed by two hexadecimal digits.");
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    if (decoded.find('\0') != std::string::npos)
        return malformed("Địa chỉ chứa ký tự NUL.", "The address contains a NUL character.");
    if (!is_utf8(decoded))
        return malformed("Địa chỉ không phải UTF-8 hợp lệ.", "The address is not well-formed UTF-8.");
    return decoded;
}

Result<std::vector<std::string>> decode_segments(std::string_view path) {
    std::vector<std::string> segments;
    path.remove_prefix(1);
    if (path.empty()) return segments;
    for (;;) {
        const std::size_t slash = path.find('/');
        auto segment = decode(path.substr(0, slash), Plus::literal);
        if (!segment) return segment.error();
        segments.push_back(std::move(*segment));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

// "http://host/a?b" is "/a?b" for us: one server answers under every name that leads to it.
std::string_view without_authority(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t path = target.find_first_of("/?", scheme.size());
        return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
    }
    return target;
}

}  // namespace

Result<Query> Query::parse(std::string_view encoded) {
    Query query;
    while (!encoded.empty()) {
        const std::size_t end = encoded.find('&');
        const std::string_view piece = encoded.substr(0, end);
        encoded.remove_prefix(end == std::string_view::npos ? encoded.size() : end + 1);
        if (piece.empty()) continue;

        const std::size_t equals = piece.find('=');
        auto name = decode(piece.substr(0, equals), Plus::space);
        if (!name) return name.error();
        auto value =
            decode(equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1), Plus::space);
        if (!value) return value.error();
        if (query.contains(*name))
            return malformed("Tham số \"" + *name + "\" xuất hiện nhiều lần.",
                             "The parameter \"" + *name + "\" is given more than once.");
        query.parameters_.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

std::optional<std::string_view> Query::find(std::string_view name) const {
    for (const auto& [key, value] : parameters_)
        if (key == name) return value;
    return std::nullopt;
}

std::optional<std::string_view> Query::first_unknown(std::initializer_list<std::string_view> known) const {
    for (const auto& [name, value] : parameters_)
        if (std::ranges::find(known, name) == known.end()) return name;
    return std::nullopt;
}

Result<Target> parse_target(std::string_view target) {
    if (target == "*") return Target{"*", {}, {}};
    const std::string_view local = without_authority(target);
    const std::size_t question = local.find('?');
    std::string path(local.substr(0, question));
    if (path.empty() && question == 0) path = "/";
    if (!path.starts_with('/') || local.find('#') != std::string_view::npos)
        return malformed("Địa chỉ yêu cầu phải bắt đầu bằng \"/\" và không có dấu #.",
                         "The request target must begin with \"/\" and have no fragment.");

    auto segments = decode_segments(path);
    if (!segments) return segments.error();
    // No address of ours has them, and what is behind a proxy may take them for a way upwards.
    for (const auto& segment : *segments)
        if (segment == "." || segment == "..")
            return malformed("Đường dẫn không được chứa \".\" hay \"..\".", "The path has no \".\" and no \"..\".");
    if (question == std::string_view::npos) return Target{std::move(path), std::move(*segments), {}};
    auto query = Query::parse(local.substr(question + 1));
    if (!query) return query.error();
    return Target{std::move(path), std::move(*segments), std::move(*query)};
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (alphanumeric || c == '-' || c == '.' || c == '_' || c == '~') {
            encoded.push_back(c);
        } else {
            encoded.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
        }
    }
    return encoded;
}

}  // namespace minhbach::api::http
