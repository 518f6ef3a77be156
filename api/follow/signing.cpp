#include "api/follow/signing.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "events/merkle/base64.hpp"

namespace minhbach::api::follow {
namespace {

constexpr std::string_view kPrefix = "whsec_";

std::string hmac_sha256(std::string_view key, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, text.size(), digest.data(), &size))
        throw std::runtime_error("HMAC failed");
    return {reinterpret_cast<const char*>(digest.data()), size};
}

}  // namespace

std::string signatures(const std::vector<std::string>& secrets, std::string_view id, std::int64_t seconds,
                       std::string_view body) {
    std::string signed_text(id);
    signed_text.append(".").append(std::to_string(seconds)).append(".").append(body);
    std::string all;
    for (const auto& secret : secrets) {
        const bool is_known = secret.starts_with(kPrefix);
        const auto key =
            is_known ? events::merkle::from_base64(std::string_view(secret).substr(kPrefix.size())) : std::nullopt;
        if (!key) throw std::runtime_error("the file of a webhook's secret is damaged");
        if (!all.empty()) all += ' ';
        all += "v1," + events::merkle::base64(hmac_sha256(*key, signed_text));
    }
    return all;
}

}  // namespace minhbach::api::follow
