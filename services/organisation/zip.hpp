// Reading a ZIP archive that nobody vouches for: what its directory promises is tested before anything is unpacked, and
// what is unpacked must be what was promised.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace minhbach::services::organisation {

enum class ZipFault : unsigned char { malformed, encrypted, too_large };

struct ZipLimits {
    std::size_t unpacked_max = 256 * 1024 * 1024;  // of all members together, as the directory declares them
    std::size_t members_max = 2'000;
};

class Zip {
public:
    // `bytes` must outlive the archive.
    static std::variant<Zip, ZipFault> open(std::string_view bytes, const ZipLimits& limits);
    // The content; nothing where there is no such member, or it does not unpack to its size and checksum.
    std::optional<std::string> member(std::string_view name) const;

private:
    struct Entry {
        bool deflated = false;
        std::uint32_t crc = 0;
        std::size_t packed = 0, unpacked = 0;
        std::size_t local = 0;  // of its header
    };
    explicit Zip(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace minhbach::services::organisation
