#include "events/merkle/base64.hpp"

#include <cstdint>

namespace minhbach::events::merkle {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto group = bytes.substr(at, 3);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 3; ++i)
            value = value << 8 | (i < group.size() ? static_cast<std::uint8_t>(group[i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out.push_back(i <= group.size() ? kDigits[value >> (18 - 6 * i) & 63] : '=');
    }
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && text.ends_with('=')) {
        text.remove_suffix(1);
        ++padding;
    }
    std::string out;
    std::uint32_t value = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        value = (value << 6 | static_cast<std::uint32_t>(digit)) & 0xfff;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out.push_back(static_cast<char>(value >> bits & 0xff));
    }
    if (bits * 4 != padding * 8 || (value & ((1u << bits) - 1)) != 0) return std::nullopt;
    return out;
}

}  // namespace minhbach::events::merkle
