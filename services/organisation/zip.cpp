#include "services/organisation/zip.hpp"

#include <zlib.h>

#include <functional>

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

// Exactly so many bytes, or nothing.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    std::string content(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    const int status = inflate(&stream, Z_FINISH);
    const bool whole = status == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return content;
}

}  // namespace

std::variant<Zip, ZipFault> Zip::open(std::string_view bytes, const ZipLimits& limits) {
    using enum ZipFault;
    const auto end = end_of(bytes);
    if (!end) return malformed;
    const std::size_t count = little(bytes, *end + 10, 2);
    std::size_t at = little(bytes, *end + 16, 4);
    if (count == 0xffff || at == kElsewhere || count > limits.members_max) return too_large;
    std::size_t unpacked = 0, packed = 0;
    Zip zip(bytes);
    for (std::size_t i = 0; i < count; ++i) {
        if (at > *end || *end - at < kEntryBytes || bytes.substr(at, 4) != std::string_view("PK\x01\x02", 4))
            return malformed;
        const auto flags = little(bytes, at + 8, 2), method = little(bytes, at + 10, 2);
        const auto small = little(bytes, at + 20, 4), large = little(bytes, at + 24, 4);
        if ((flags & 1U) != 0) return encrypted;
        if (method != 0 && method != 8) return malformed;
        if (small == kElsewhere || large == kElsewhere) return too_large;
        unpacked += large;
        packed += small;
        if (unpacked > limits.unpacked_max) return too_large;
        // Members that overlap would unpack the same bytes many times.
        if (packed > bytes.size()) return malformed;
        const std::size_t name_bytes = little(bytes, at + 28, 2);
        const std::size_t whole = kEntryBytes + name_bytes + little(bytes, at + 30, 2) + little(bytes, at + 32, 2);
        if (*end - at < whole) return malformed;
        Entry entry{method == 8, little(bytes, at + 16, 4), small, large, little(bytes, at + 42, 4)};
        if (!zip.entries_.emplace(bytes.substr(at + kEntryBytes, name_bytes), entry).second) return malformed;
        at += whole;
    }
    return zip;
}

std::optional<std::string> Zip::member(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return std::nullopt;
    const auto& entry = found->second;
    if (entry.local > bytes_.size() || bytes_.size() - entry.local < kLocalBytes) return std::nullopt;
    if (bytes_.substr(entry.local, 4) != std::string_view("PK\x03\x04", 4)) return std::nullopt;
    const auto data =
        entry.local + kLocalBytes + little(bytes_, entry.local + 26, 2) + little(bytes_, entry.local + 28, 2);
    if (data > bytes_.size() || bytes_.size() - data < entry.packed) return std::nullopt;
    const auto packed = bytes_.substr(data, entry.packed);
    auto content = entry.deflated ? inflated(packed, entry.unpacked) : std::optional(std::string(packed));
    if (!content || content->size() != entry.unpacked) return std::nullopt;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(content->data()), static_cast<uInt>(content->size()));
    if (sum != entry.crc) return std::nullopt;
    return content;
}

}  // namespace minhbach::services::organisation
