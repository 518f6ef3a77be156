// Where a private key is: in a file (PrivateKey) or in a token that never gives it away (events/pkcs11).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace minhbach::events::merkle {

// The key cannot be used at this moment; trying again later may help.
class SignerUnavailable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// An Ed25519 key that signs. Thread-safe.
class Signer {
public:
    virtual ~Signer() = default;
    virtual const std::string& public_key() const = 0;          // 32 bytes
    virtual std::string sign(std::string_view text) const = 0;  // 64 bytes; throws SignerUnavailable
};

}  // namespace minhbach::events::merkle
