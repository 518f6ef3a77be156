// SHA-256 and the two hashes of RFC 6962 section 2.1. Bytes in, bytes out. Every function may be called from any
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace minhbach::events {

using Hash = std::array<std::uint8_t, 32>;  // SHA-256

inline std::string_view view(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace minhbach::events

namespace minhbach::events::merkle {

// SHA-256 of the concatenation of `pieces`.
Hash sha256(std::initializer_list<std::string_view> pieces);
// leaf(d) = SHA256(0x00 ‖ d)
Hash leaf_hash(std::string_view entry);
// node(l, r) = SHA256(0x01 ‖ l ‖ r)
Hash node_hash(const Hash& left, const Hash& right);
// MTH({}) = SHA256("")
Hash empty_root();

}  // namespace minhbach::events::merkle
