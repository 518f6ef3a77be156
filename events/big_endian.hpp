// Numbers in keys and frames: eight bytes, big-endian, so that bytewise order is numeric order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minhbach::events {

inline void append_big_endian(std::string& out, std::uint64_t value) {
    char bytes[8];
    for (int i = 7; i >= 0; --i, value >>= 8) bytes[i] = static_cast<char>(value & 0xff);
    out.append(bytes, sizeof bytes);
}

inline std::string big_endian(std::uint64_t value) {
    std::string out;
    append_big_endian(out, value);
    return out;
}

// Reads all of `bytes`, at most eight.
inline std::uint64_t read_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes) value = value << 8 | static_cast<std::uint8_t>(c);
    return value;
}

}  // namespace minhbach::events
