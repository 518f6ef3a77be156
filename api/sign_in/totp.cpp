#include "api/sign_in/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

#include "api/sign_in/secrets.hpp"

namespace minhbach::api::sign_in::totp {
namespace {

constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t kKeyBytes = 20;

std::optional<std::string> bytes_of(std::string_view base32) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char letter : base32) {
        const auto value = kBase32.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 5 | static_cast<std::uint32_t>(value)) & 0xFFF;
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    return bytes;
}

}  // namespace

std::string new_key() {
    std::array<unsigned char, kKeyBytes> random;
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) throw std::runtime_error("no randomness");
    std::string key;
    std::uint32_t held = 0;
    int bits = 0;
    for (const unsigned char byte : random) {
        held = (held << 8 | byte) & 0xFFF;
        for (bits += 8; bits >= 5;) {
            bits -= 5;
            key += kBase32[held >> bits & 31];
        }
    }
    return key;
}

std::optional<std::string> code_at(std::string_view key, std::int64_t step) {
    const auto secret = bytes_of(key);
    if (!secret) return std::nullopt;
    std::array<unsigned char, 8> counter;
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac;
    unsigned int size = 0;
    if (HMAC(EVP_sha1(), secret->data(), static_cast<int>(secret->size()), counter.data(), counter.size(), mac.data(),
             &size) == nullptr)
        throw std::runtime_error("HMAC failed");
    // RFC 4226, section 5.3.
    const std::size_t at = mac[size - 1] & 0xF;
    const std::uint32_t number = (mac[at] & 0x7Fu) << 24 | static_cast<std::uint32_t>(mac[at + 1]) << 16 |
                                 static_cast<std::uint32_t>(mac[at + 2]) << 8 | mac[at + 3];
    const std::string digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> step_of(std::string_view key, std::string_view code, Time now, std::int64_t used) {
    const std::int64_t current = now.millis() / 1000 / kStepSeconds;
    for (std::int64_t step = current - 1; step <= current + 1; ++step) {
        const auto right = code_at(key, step);
        if (step > used && right && equal_in_constant_time(*right, code)) return step;
    }
    return std::nullopt;
}

std::string link(std::string_view key, std::string_view person, std::string_view origin) {
    // Codes and origins hold no character that a URI would have to escape.
    return "otpauth://totp/" + std::string(origin) + ":" + std::string(person) + "?secret=" + std::string(key) +
           "&issuer=" + std::string(origin);
}

}  // namespace minhbach::api::sign_in::totp
