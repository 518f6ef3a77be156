// ID tokens (OpenID Connect Core 1.0, section 3.1.3.7) and the keys that vouch for them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/result.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::api::sign_in {

// Public keys of a provider: RSA and elliptic curves, to verify with. Others in the set are passed over.
class KeySet {
public:
    // `malformed-json` for what is no set of keys (RFC 7517, section 5).
    static Result<KeySet> parse(std::string_view jwks);
    KeySet(KeySet&&) noexcept;
    KeySet& operator=(KeySet&&) noexcept;
    ~KeySet();

    bool has(std::string_view key_id) const;

private:
    friend Result<struct IdToken> check_id_token(std::string_view, const KeySet&, const struct Expected&);
    struct Keys;
    explicit KeySet(std::unique_ptr<Keys> keys);
    std::unique_ptr<Keys> keys_;
};

struct IdToken {
    std::string subject;
    std::string person;  // the claim that names the person
    std::optional<std::string> acr;
    std::vector<std::string> amr;
    std::optional<std::int64_t> auth_time;  // seconds
};

struct Expected {
    std::string_view issuer, audience, nonce, person_claim;
    std::int64_t now = 0;   // seconds
    std::int64_t skew = 0;  // seconds by which the clocks of the provider and ours may differ
};

// The id of the key that the token names; empty if it names none, nothing if this is no token.
std::optional<std::string> key_named_by(std::string_view token);

// `sign-in-refused`, saying in English what is wrong, for a signature of nobody in the set or of an algorithm other
// than RS, PS and ES of 256, 384 and 512, another issuer, audience or nonce, and for what is expired or not yet valid.
Result<IdToken> check_id_token(std::string_view token, const KeySet& keys, const Expected& expected);

}  // namespace minhbach::api::sign_in
