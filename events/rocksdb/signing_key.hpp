// What the file `signing-key` of a store says: the Ed25519 key itself, or in which PKCS#11 token it is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "events/merkle/ed25519.hpp"
#include "events/merkle/signer.hpp"
#include "events/result.hpp"

namespace minhbach::events {

class SigningKey {
public:
    static SigningKey random();
    // The key that the token holds now; refuses as `pkcs11::open_token`.
    static Result<SigningKey> in_token(const std::string& uri);
    // A new key, or the one of the token that is named.
    static Result<SigningKey> chosen(const std::optional<std::string>& token);
    // Nothing if the text is not that of such a file.
    static std::optional<SigningKey> parse(std::string_view text);

    const std::string& text() const { return text_; }   // of the file; secret
    std::string vkey(const std::string& origin) const;  // asks no token
    // Refuses (`signer-unavailable`) a token that is away, or whose key is another one by now.
    Result<std::shared_ptr<const merkle::Signer>> signer() const;

private:
    SigningKey(std::string text, std::string public_key) : text_(std::move(text)), public_key_(std::move(public_key)) {}

    std::string text_;
    std::string public_key_;
    std::string uri_;                                // empty: it is no token's
    std::shared_ptr<const merkle::Signer> present_;  // null: a token that was not asked yet
};

}  // namespace minhbach::events
