// Ed25519 keys as C2SP notes use them: 32 bytes, typed by a first byte, named, with an id of four bytes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "events/merkle/signer.hpp"

namespace minhbach::events::merkle {

using Seed = std::array<std::uint8_t, 32>;  // an Ed25519 private key

inline constexpr std::size_t kSignatureBytes = 64;
inline constexpr char kNoteKey = 1;         // C2SP signed-note
inline constexpr char kCosignatureKey = 4;  // C2SP tlog-cosignature, version 1

// A public key under a name. Value type; thread-safe.
struct NamedKey {
    std::string name;
    char type = kNoteKey;
    std::string public_key;  // 32 bytes

    std::uint32_t id() const;  // first four bytes of SHA-256(name ‖ 0A ‖ type ‖ key)
    std::string vkey() const;  // name+id+base64(type ‖ key)
    bool verify(std::string_view text, std::string_view signature) const;
};

// A private key. Throws std::runtime_error if OpenSSL cannot use it. Thread-safe.
class PrivateKey : public Signer {
public:
    explicit PrivateKey(const Seed& seed);
    static Seed random_seed();
    const std::string& public_key() const override { return public_key_; }
    std::string sign(std::string_view text) const override;

private:
    std::shared_ptr<void> key_;  // EVP_PKEY
    std::string public_key_;
};

}  // namespace minhbach::events::merkle
