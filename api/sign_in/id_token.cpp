#include "api/sign_in/id_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "api/sign_in/claims.hpp"
#include "events/codec/document.hpp"
#include "events/codec/json.hpp"

namespace minhbach::api::sign_in {
namespace {

constexpr std::size_t kTokenBytesMax = 16 * 1024;
// Asymmetric ones only: with a shared secret the provider's proof would be worth no more than our own word, and "none"
// is no proof.
constexpr std::array<std::string_view, 9> kAlgorithms{"RS256", "RS384", "RS512", "PS256", "PS384",
                                                      "PS512", "ES256", "ES384", "ES512"};

struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
using Key = std::unique_ptr<cjose_jwk_t, Release>;
using Token = std::unique_ptr<cjose_jws_t, Release>;

Refusal refused(std::string why) {
    return {"sign-in-refused",
            "",
            "",
            "Không xác minh được kết quả đăng nhập của hệ thống xác thực.",
            "The provider's answer does not verify: " + std::move(why) + ".",
            {}};
}

std::optional<std::int64_t> number(const json::Value& object, std::string_view name) {
    std::optional<std::int64_t> found;
    object.for_each_member([&](std::string_view key, json::Value value) {
        if (key == name && value.kind() == json::Kind::integer) found = value.integer();
    });
    return found;
}

// One text, or a list of them.
std::vector<std::string> texts(const json::Value& object, std::string_view name) {
    std::vector<std::string> found;
    object.for_each_member([&](std::string_view key, json::Value value) {
        if (key != name) return;
        if (value.kind() == json::Kind::string) found.emplace_back(value.string());
        if (value.kind() != json::Kind::array) return;
        value.for_each_element([&](json::Value element) {
            if (element.kind() == json::Kind::string) found.emplace_back(element.string());
        });
    });
    return found;
}

// Base64url without padding (RFC 7515, section 2). cjose asserts on a '=' that stands within, so whoever wrote one
// would end the program.
bool is_base64url(std::string_view text) {
    return text.size() % 4 != 1 && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
                      (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
           });
}

bool is_in_three_parts(std::string_view text) {
    for (int part = 0; part < 3; ++part) {
        const auto end = text.find('.');
        if (!is_base64url(text.substr(0, end)) || (end == std::string_view::npos) != (part == 2)) return false;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return true;
}

Token token_of(std::string_view text) {
    if (text.size() > kTokenBytesMax || !is_in_three_parts(text)) return nullptr;
    cjose_err error;
    return Token(cjose_jws_import(text.data(), text.size(), &error));
}

std::string header_of(cjose_jws_t* token, const char* name) {
    cjose_err error;
    const char* value = cjose_header_get(cjose_jws_get_protected(token), name, &error);
    return value == nullptr ? "" : value;
}

}  // namespace

struct KeySet::Keys {
    struct One {
        std::string id;
        std::string algorithm;  // empty: any that fits the kind of key
        Key key;
    };
    std::vector<One> all;
};

KeySet::KeySet(std::unique_ptr<Keys> keys) : keys_(std::move(keys)) {}
KeySet::KeySet(KeySet&&) noexcept = default;
KeySet& KeySet::operator=(KeySet&&) noexcept = default;
KeySet::~KeySet() = default;

Result<KeySet> KeySet::parse(std::string_view jwks) {
    const auto document = json::Document::parse(jwks);
    if (!document) return document.error();
    auto keys = std::make_unique<Keys>();
    const auto root = document->root();
    if (root.kind() != json::Kind::object) return refused("no set of keys");
    const auto take = [&](const json::Value& given) {
        const auto kind = text_of(given, "kty");
        const auto use = text_of(given, "use");
        if ((kind != "RSA" && kind != "EC") || (use != "sig" && !use.empty())) return;
        std::string text = "{";
        for (const std::string_view name : {"kty", "kid", "n", "e", "crv", "x", "y"}) {
            const auto value = text_of(given, name);
            if (value.empty()) continue;
            const bool is_number = name == "n" || name == "e" || name == "x" || name == "y";
            if (is_number && !is_base64url(value)) return;
            if (text.size() > 1) text += ',';
            json::append_string(text, name);
            text += ':';
            json::append_string(text, value);
        }
        text += '}';
        cjose_err error;
        Key key(cjose_jwk_import(text.data(), text.size(), &error));
        if (key) keys->all.push_back({text_of(given, "kid"), text_of(given, "alg"), std::move(key)});
    };
    root.for_each_member([&](std::string_view name, json::Value value) {
        if (name != "keys" || value.kind() != json::Kind::array) return;
        value.for_each_element([&](json::Value element) {
            if (element.kind() == json::Kind::object) take(element);
        });
    });
    return KeySet(std::move(keys));
}

bool KeySet::has(std::string_view key_id) const {
    return std::any_of(keys_->all.begin(), keys_->all.end(), [&](const Keys::One& key) { return key.id == key_id; });
}

std::optional<std::string> key_named_by(std::string_view text) {
    const auto token = token_of(text);
    if (!token) return std::nullopt;
    return header_of(token.get(), CJOSE_HDR_KID);
}

Result<IdToken> check_id_token(std::string_view text, const KeySet& keys, const Expected& expected) {
    const auto token = token_of(text);
    if (!token) return refused("no signed token");
    const auto algorithm = header_of(token.get(), CJOSE_HDR_ALG);
    if (std::find(kAlgorithms.begin(), kAlgorithms.end(), algorithm) == kAlgorithms.end())
        return refused("signed by " + algorithm);
    const auto id = header_of(token.get(), CJOSE_HDR_KID);
    bool is_signed = false;
    for (const auto& key : keys.keys_->all) {
        if (is_signed || (!id.empty() && key.id != id) || (!key.algorithm.empty() && key.algorithm != algorithm))
            continue;
        cjose_err error;
        is_signed = cjose_jws_verify(token.get(), key.key.get(), &error);
    }
    if (!is_signed) return refused("signed by none of its keys");

    std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    cjose_err error;
    if (!cjose_jws_get_plaintext(token.get(), &bytes, &size, &error)) return refused("no content");
    const auto document = json::Document::parse({reinterpret_cast<const char*>(bytes), size});
    if (!document || document->root().kind() != json::Kind::object) return refused("no claims");
    const auto claims = document->root();
    if (text_of(claims, "iss") != expected.issuer) return refused("another issuer");
    const auto audiences = texts(claims, "aud");
    if (std::find(audiences.begin(), audiences.end(), expected.audience) == audiences.end())
        return refused("for somebody else");
    const auto party = text_of(claims, "azp");
    if ((audiences.size() > 1 || !party.empty()) && party != expected.audience) return refused("given to another");
    if (text_of(claims, "nonce") != expected.nonce) return refused("not the answer to what was asked");
    const auto expires = number(claims, "exp");
    const auto issued = number(claims, "iat");
    if (!expires || expected.now >= *expires + expected.skew) return refused("expired");
    if (!issued || *issued > expected.now + expected.skew) return refused("issued in the future");
    const auto from = number(claims, "nbf");
    if (from && *from > expected.now + expected.skew) return refused("not yet valid");

    IdToken checked{text_of(claims, "sub"),
                    text_of(claims, expected.person_claim),
                    {},
                    texts(claims, "amr"),
                    number(claims, "auth_time")};
    if (const auto acr = text_of(claims, "acr"); !acr.empty()) checked.acr = acr;
    if (checked.subject.empty() || checked.person.empty()) return refused("names nobody");
    return checked;
}

}  // namespace minhbach::api::sign_in
