#include "events/fingerprint.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <string>

#include "events/seal.hpp"

namespace minhbach::events {
namespace {

Hash derived(const VaultKey& key, std::string_view label, const Hash& what) {
    const auto bytes = hkdf_expand(key, std::string(label) + std::string(view(what)), sizeof(Hash));
    Hash hash{};
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(hash.data()));
    return hash;
}

}  // namespace

VaultKey fingerprint_key(const VaultKey& log_key, const std::vector<VaultKey>& subject_keys) {
    std::string keys;
    keys.reserve(subject_keys.size() * sizeof(VaultKey));
    for (const auto& key : subject_keys) keys.append(reinterpret_cast<const char*>(key.data()), key.size());
    const auto digest = sha256(keys);
    OPENSSL_cleanse(keys.data(), keys.size());
    return derived(log_key, "mb-fingerprint-key-v1", digest);
}

Hash kept_fingerprint(const VaultKey& key, const Hash& fingerprint) {
    return derived(key, "mb-fingerprint-v1", fingerprint);
}

}  // namespace minhbach::events
