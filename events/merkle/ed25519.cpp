#include "events/merkle/ed25519.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/merkle/base64.hpp"
#include "events/merkle/hash.hpp"

namespace minhbach::events::merkle {
namespace {

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

}  // namespace

std::uint32_t NamedKey::id() const {
    const auto hash = sha256({name, "\n", std::string_view(&type, 1), public_key});
    return static_cast<std::uint32_t>(read_big_endian(view(hash).substr(0, 4)));
}

std::string NamedKey::vkey() const {
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    const auto number = id();
    std::string text = name + "+";
    for (int shift = 28; shift >= 0; shift -= 4) text.push_back(kHexDigits[number >> shift & 15]);
    return text + "+" + base64(type + public_key);
}

bool NamedKey::verify(std::string_view text, std::string_view signature) const {
    if (signature.size() != kSignatureBytes) return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(public_key), public_key.size()),
                  EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(text), text.size()) == 1;
}

PrivateKey::PrivateKey(const Seed& seed)
    : key_(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()),
           [](void* key) { EVP_PKEY_free(static_cast<EVP_PKEY*>(key)); }) {
    std::array<unsigned char, 32> raw;
    auto size = raw.size();
    if (!key_ || EVP_PKEY_get_raw_public_key(static_cast<EVP_PKEY*>(key_.get()), raw.data(), &size) != 1) {
        throw std::runtime_error("OpenSSL: Ed25519 key cannot be used");
    }
    public_key_.assign(reinterpret_cast<const char*>(raw.data()), size);
}

Seed PrivateKey::random_seed() {
    Seed seed;
    if (RAND_priv_bytes(seed.data(), static_cast<int>(seed.size())) != 1)
        throw std::runtime_error("OpenSSL: no random bytes");
    return seed;
}

std::string PrivateKey::sign(std::string_view text) const {
    std::string signature(kSignatureBytes, '\0');
    auto size = signature.size();
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    auto* key = static_cast<EVP_PKEY*>(key_.get());
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes(text),
                       text.size()) != 1) {
        throw std::runtime_error("OpenSSL: Ed25519 signing failed");
    }
    return signature;
}

}  // namespace minhbach::events::merkle
