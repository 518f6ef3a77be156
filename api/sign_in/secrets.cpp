#include "api/sign_in/secrets.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "events/record.hpp"

namespace minhbach::api::sign_in {
namespace {

constexpr std::string_view kSlipLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";  // without 0 O 1 I L
constexpr std::size_t kSlipLength = 10;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

void fill(unsigned char* bytes, std::size_t count) {
    if (RAND_bytes(bytes, static_cast<int>(count)) != 1) throw std::runtime_error("no randomness");
}

std::string scrypt(std::string_view password, std::string_view salt, const HashedPassword& cost) {
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr),
                                                                EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()),
                                                                            EVP_KDF_CTX_free);
    auto n = std::uint64_t{1} << cost.log_n;
    auto r = static_cast<std::uint32_t>(cost.r);
    auto p = static_cast<std::uint32_t>(cost.p);
    auto memory = 128 * n * r + (1u << 20);
    std::string secret(password), seasoning(salt);
    const std::array<OSSL_PARAM, 7> parameters{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, secret.data(), secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, seasoning.data(), seasoning.size()),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end()};
    std::array<unsigned char, kHashBytes> hash;
    const int derived = EVP_KDF_derive(context.get(), hash.data(), hash.size(), parameters.data());
    OPENSSL_cleanse(secret.data(), secret.size());
    if (derived != 1) throw std::runtime_error("scrypt failed");
    return events::hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace

std::string random_secret(std::string_view prefix) {
    std::array<unsigned char, 32> random;
    fill(random.data(), random.size());
    return std::string(prefix) + events::hex({reinterpret_cast<const char*>(random.data()), random.size()});
}

std::string random_slip() {
    std::string slip;
    while (slip.size() < kSlipLength) {
        unsigned char drawn = 0;
        fill(&drawn, 1);
        // What goes beyond a multiple of the number of letters is drawn again: every letter is as likely.
        if (drawn < 256 / kSlipLetters.size() * kSlipLetters.size()) slip += kSlipLetters[drawn % kSlipLetters.size()];
    }
    return slip.insert(kSlipLength / 2, "-");
}

std::string slip_as_issued(std::string_view typed) {
    std::string letters;
    for (const char letter : typed) {
        const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (kSlipLetters.find(upper) != std::string_view::npos) letters += upper;
    }
    return letters.size() == kSlipLength ? letters.insert(kSlipLength / 2, "-") : letters;
}

std::string hash_of_secret(std::string_view secret) {
    return events::hex(events::sha256(secret));
}

HashedPassword hash_password(std::string_view password) {
    std::array<unsigned char, kSaltBytes> salt;
    fill(salt.data(), salt.size());
    HashedPassword kept;
    kept.salt = events::hex({reinterpret_cast<const char*>(salt.data()), salt.size()});
    kept.hash = scrypt(password, kept.salt, kept);
    return kept;
}

bool is_password(const HashedPassword& kept, std::string_view password) {
    return equal_in_constant_time(scrypt(password, kept.salt, kept), kept.hash);
}

void pretend_to_check(std::string_view password) {
    static const std::string salt(2 * kSaltBytes, '0');
    scrypt(password, salt, HashedPassword{});
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace minhbach::api::sign_in
