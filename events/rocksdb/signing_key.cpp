#include "events/rocksdb/signing_key.hpp"

#include <algorithm>

#include "events/merkle/base64.hpp"
#include "events/pkcs11/token_signer.hpp"

namespace minhbach::events {
namespace {

constexpr std::string_view kSeedPrefix = "mb-signing-key-v1 ";
constexpr std::string_view kTokenPrefix = "mb-signing-token-v1 ";
constexpr std::size_t kKeyBytes = 32;

std::optional<std::string> key_in(std::string_view base64) {
    auto bytes = merkle::from_base64(base64);
    if (!bytes || bytes->size() != kKeyBytes) return std::nullopt;
    return *std::move(bytes);
}

}  // namespace

SigningKey SigningKey::random() {
    const auto seed = merkle::PrivateKey::random_seed();
    const std::string_view bytes(reinterpret_cast<const char*>(seed.data()), seed.size());
    return *parse(std::string(kSeedPrefix) + merkle::base64(bytes) + "\n");
}

Result<SigningKey> SigningKey::in_token(const std::string& uri) {
    auto present = pkcs11::open_token(uri);
    if (!present) return present.error();
    const auto& public_key = (*present)->public_key();
    SigningKey key(std::string(kTokenPrefix) + merkle::base64(public_key) + " " + uri + "\n", public_key);
    key.uri_ = uri;
    key.present_ = *std::move(present);
    return key;
}

Result<SigningKey> SigningKey::chosen(const std::optional<std::string>& token) {
    return token ? in_token(*token) : Result<SigningKey>(random());
}

std::optional<SigningKey> SigningKey::parse(std::string_view text) {
    if (!text.ends_with('\n')) return std::nullopt;
    auto line = text.substr(0, text.size() - 1);
    if (line.starts_with(kSeedPrefix)) {
        const auto bytes = key_in(line.substr(kSeedPrefix.size()));
        if (!bytes) return std::nullopt;
        merkle::Seed seed{};
        std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(seed.data()));
        auto present = std::make_shared<merkle::PrivateKey>(seed);
        SigningKey key(std::string(text), present->public_key());
        key.present_ = std::move(present);
        return key;
    }
    if (!line.starts_with(kTokenPrefix)) return std::nullopt;
    line.remove_prefix(kTokenPrefix.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    auto public_key = key_in(line.substr(0, space));
    if (!public_key) return std::nullopt;
    SigningKey key(std::string(text), *std::move(public_key));
    key.uri_ = line.substr(space + 1);
    return key;
}

std::string SigningKey::vkey(const std::string& origin) const {
    return merkle::NamedKey{origin, merkle::kNoteKey, public_key_}.vkey();
}

Result<std::shared_ptr<const merkle::Signer>> SigningKey::signer() const {
    if (present_) return present_;
    auto opened = pkcs11::open_token(uri_);
    if (opened && (*opened)->public_key() != public_key_)
        return pkcs11::unavailable("the token holds another key than the one of this log");
    return opened;
}

}  // namespace minhbach::events
