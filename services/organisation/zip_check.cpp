#include "services/organisation/zip_check.hpp"

#include <cstdint>
#include <optional>

namespace minhbach::services::organisation {
namespace {

constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCommentMax = 65'535;
constexpr std::uint32_t kElsewhere = 0xffff'ffff;  // in the fields of ZIP64

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

// Where the record at the end begins.
std::optional<std::size_t> end_of(std::string_view bytes) {
    if (bytes.size() < kEndBytes) return std::nullopt;
    const auto last = bytes.size() - kEndBytes;
    const auto first = last > kCommentMax ? last - kCommentMax : 0;
    for (auto at = last + 1; at-- > first;) {
        if (bytes.substr(at, 4) == std::string_view("PK\x05\x06", 4) &&
            at + kEndBytes + little(bytes, at + 20, 2) == bytes.size())
            return at;
    }
    return std::nullopt;
}

}  // namespace

ZipVerdict check_zip(std::string_view bytes, std::size_t unpacked_max, std::size_t members_max) {
    using enum ZipVerdict;
    const auto end = end_of(bytes);
    if (!end) return malformed;
    const std::size_t count = little(bytes, *end + 10, 2);
    std::size_t at = little(bytes, *end + 16, 4);
    if (count == 0xffff || at == kElsewhere) return too_large;
    if (count > members_max) return too_large;
    std::size_t unpacked = 0, packed = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > *end || *end - at < kEntryBytes || bytes.substr(at, 4) != std::string_view("PK\x01\x02", 4))
            return malformed;
        const auto flags = little(bytes, at + 8, 2), method = little(bytes, at + 10, 2);
        const auto small = little(bytes, at + 20, 4), large = little(bytes, at + 24, 4);
        const std::size_t local = little(bytes, at + 42, 4);
        if ((flags & 1U) != 0) return encrypted;
        if (method != 0 && method != 8) return malformed;
        if (small == kElsewhere || large == kElsewhere) return too_large;
        unpacked += large;
        packed += small;
        if (unpacked > unpacked_max) return too_large;
        // Members that overlap unpack the same bytes many times.
        if (packed > bytes.size() || local > bytes.size() || bytes.size() - local < kLocalBytes) return malformed;
        at += kEntryBytes + little(bytes, at + 28, 2) + little(bytes, at + 30, 2) + little(bytes, at + 32, 2);
    }
    return at <= *end ? fine : malformed;
}

}  // namespace minhbach::services::organisation
