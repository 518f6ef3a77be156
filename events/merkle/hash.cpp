#include "events/merkle/hash.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace minhbach::events::merkle {
namespace {

// Fetching looks the algorithm up under a lock; once is enough.
const EVP_MD* sha256_algorithm() {
    static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return kAlgorithm;
}

void must(int ok) {
    if (ok != 1) throw std::runtime_error("OpenSSL: SHA-256 failed");
}

struct Digest {
    Digest() : context(EVP_MD_CTX_new()) {}
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    ~Digest() { EVP_MD_CTX_free(context); }

    void begin() { must(EVP_DigestInit_ex2(context, sha256_algorithm(), nullptr)); }
    void update(std::string_view bytes) { must(EVP_DigestUpdate(context, bytes.data(), bytes.size())); }
    Hash finish() {
        Hash hash;
        must(EVP_DigestFinal_ex(context, hash.data(), nullptr));
        return hash;
    }

    EVP_MD_CTX* context;
};

}  // namespace

Hash sha256(std::initializer_list<std::string_view> pieces) {
    thread_local Digest digest;
    digest.begin();
    for (const auto piece : pieces) digest.update(piece);
    return digest.finish();
}

Hash leaf_hash(std::string_view entry) {
    return sha256({std::string_view("\x00", 1), entry});
}

Hash node_hash(const Hash& left, const Hash& right) {
    // One update of one buffer: a call into OpenSSL costs more than copying 64 bytes.
    std::array<char, 65> bytes;
    bytes[0] = 1;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return sha256({std::string_view(bytes.data(), bytes.size())});
}

Hash empty_root() {
    return sha256({});
}

}  // namespace minhbach::events::merkle
