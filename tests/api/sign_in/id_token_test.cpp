// ID tokens that are signed here with OpenSSL, and by no part of what checks them.
#include "api/sign_in/id_token.hpp"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <map>
#include <memory>

#include "events/merkle/base64.hpp"

namespace minhbach::api::sign_in {
namespace {

std::string base64url(std::string_view bytes) {
    auto text = events::merkle::base64(bytes);
    while (text.ends_with('=')) text.pop_back();
    for (char& letter : text) letter = letter == '+' ? '-' : letter == '/' ? '_' : letter;
    return text;
}

class RsaKey {
public:
    RsaKey() : key_(EVP_RSA_gen(2048), EVP_PKEY_free) {}

    std::string public_jwk(const std::string& id) const {
        return R"({"kty":"RSA","use":"sig","kid":")" + id + R"(","n":")" + number(OSSL_PKEY_PARAM_RSA_N) +
               R"(","e":")" + number(OSSL_PKEY_PARAM_RSA_E) + "\"}";
    }
    std::string modulus() const { return number(OSSL_PKEY_PARAM_RSA_N); }

    std::string sign(std::string_view text) const {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        std::size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size());
        std::string signature(size, '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, text.size());
        return signature;
    }

private:
    std::string number(const char* which) const {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), which, &value);
        std::string bytes(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
        BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_free(value);
        return base64url(bytes);
    }
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

constexpr std::int64_t kNow = 1'700'000'000;

// Members of the claims as JSON text; an empty one is left out.
using Claims = std::map<std::string, std::string>;

class IdTokens : public ::testing::Test {
protected:
    static void SetUpTestSuite() { key_ = std::make_unique<RsaKey>(), other_ = std::make_unique<RsaKey>(); }
    static void TearDownTestSuite() { key_.reset(), other_.reset(); }

    static Claims usual() {
        return {{"iss", R"("https://op.example")"},
                {"aud", R"("minhbach")"},
                {"nonce", R"("n")"},
                {"sub", R"("17")"},
                {"preferred_username", R"("QN1")"},
                {"iat", std::to_string(kNow - 5)},
                {"exp", std::to_string(kNow + 300)},
                {"acr", R"("high")"},
                {"amr", R"(["pwd","otp"])"},
                {"auth_time", std::to_string(kNow - 6)}};
    }
    static std::string payload(const Claims& changes) {
        Claims claims = usual();
        for (const auto& [name, value] : changes) claims[name] = value;
        std::string text = "{";
        for (const auto& [name, value] : claims)
            if (!value.empty()) text += (text.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
        return text + "}";
    }
    static std::string unsigned_token(const std::string& header, const Claims& changes = {}) {
        return base64url(header) + "." + base64url(payload(changes));
    }
    static std::string token(const Claims& changes = {}, const RsaKey& key = *key_, const std::string& id = "k1") {
        const auto text = unsigned_token(R"({"alg":"RS256","kid":")" + id + "\"}", changes);
        return text + "." + base64url(key.sign(text));
    }
    static Result<IdToken> check(std::string_view token) {
        const auto keys =
            KeySet::parse(R"({"keys":[{"kty":"oct","k":"AAAA","kid":"k0"},)" + key_->public_jwk("k1") + "]}");
        return check_id_token(token, keys.value(),
                              {"https://op.example", "minhbach", "n", "preferred_username", kNow, 60});
    }
    static std::string why(std::string_view token) {
        const auto checked = check(token);
        return checked ? "" : checked.error().detail_en;
    }

    static inline std::unique_ptr<RsaKey> key_, other_;
};

TEST_F(IdTokens, SayWhoWasSeenAndHow) {
    const auto checked = check(token());
    ASSERT_TRUE(checked) << checked.error().detail_en;
    EXPECT_EQ(checked->person, "QN1");
    EXPECT_EQ(checked->subject, "17");
    EXPECT_EQ(checked->acr, "high");
    EXPECT_EQ(checked->amr, (std::vector<std::string>{"pwd", "otp"}));
    EXPECT_EQ(checked->auth_time, kNow - 6);
    EXPECT_EQ(key_named_by(token()), "k1");
    EXPECT_EQ(key_named_by("no token"), std::nullopt);
}

TEST_F(IdTokens, OfAnotherIssuerAudienceOrQuestionAreNone) {
    EXPECT_NE(why(token({{"iss", R"("https://op.example/")"}})).find("another issuer"), std::string::npos);
    EXPECT_NE(why(token({{"aud", R"("somebody-else")"}})).find("for somebody else"), std::string::npos);
    EXPECT_NE(why(token({{"aud", ""}})).find("for somebody else"), std::string::npos);
    EXPECT_NE(why(token({{"aud", R"(["minhbach","third"])"}})).find("given to another"), std::string::npos);
    EXPECT_EQ(why(token({{"aud", R"(["minhbach","third"])"}, {"azp", R"("minhbach")"}})), "");
    EXPECT_NE(why(token({{"azp", R"("third")"}})).find("given to another"), std::string::npos);
    EXPECT_NE(why(token({{"nonce", R"("another")"}})).find("not the answer"), std::string::npos);
    EXPECT_NE(why(token({{"nonce", ""}})).find("not the answer"), std::string::npos);
    EXPECT_NE(why(token({{"preferred_username", ""}})).find("nobody"), std::string::npos);
    EXPECT_NE(why(token({{"sub", ""}})).find("nobody"), std::string::npos);
}

// Clocks of the two machines may differ by a minute.
TEST_F(IdTokens, HoldWithinTheirTimeAndTheSkew) {
    const auto at = [](std::int64_t second) { return std::to_string(second); };
    EXPECT_EQ(why(token({{"exp", at(kNow - 59)}})), "");
    EXPECT_NE(why(token({{"exp", at(kNow - 60)}})).find("expired"), std::string::npos);
    EXPECT_NE(why(token({{"exp", ""}})).find("expired"), std::string::npos);
    EXPECT_NE(why(token({{"exp", R"("9999999999")"}})).find("expired"), std::string::npos);
    EXPECT_EQ(why(token({{"iat", at(kNow + 60)}})), "");
    EXPECT_NE(why(token({{"iat", at(kNow + 61)}})).find("future"), std::string::npos);
    EXPECT_NE(why(token({{"iat", ""}})).find("future"), std::string::npos);
    EXPECT_EQ(why(token({{"nbf", at(kNow + 60)}})), "");
    EXPECT_NE(why(token({{"nbf", at(kNow + 61)}})).find("not yet"), std::string::npos);
}

TEST_F(IdTokens, AreSignedByAKeyOfTheProvider) {
    EXPECT_NE(why(token({}, *other_)).find("none of its keys"), std::string::npos);
    EXPECT_NE(why(token({}, *other_, "k2")).find("none of its keys"), std::string::npos);
    EXPECT_NE(why(token({}, *key_, "k2")).find("none of its keys"), std::string::npos);
    auto changed = token();
    const auto dot = changed.find('.') + 1;
    changed.replace(dot, changed.rfind('.') - dot, base64url(payload({{"preferred_username", R"("ADMIN")"}})));
    EXPECT_NE(why(changed).find("none of its keys"), std::string::npos);
}

// What is signed by nobody, or with a secret that the public key is taken for.
TEST_F(IdTokens, AreNeverUnsignedNorSignedByASharedSecret) {
    const auto none = unsigned_token(R"({"alg":"none"})") + ".";
    EXPECT_FALSE(check(none));
    for (const std::string& secret : std::vector<std::string>{key_->modulus(), key_->public_jwk("k1"), "AAAA"}) {
        const auto text = unsigned_token(R"({"alg":"HS256","kid":"k1"})");
        unsigned char mac[EVP_MAX_MD_SIZE];
        unsigned int size = 0;
        HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &size);
        const auto forged = text + "." + base64url({reinterpret_cast<const char*>(mac), size});
        EXPECT_NE(why(forged).find("signed by HS256"), std::string::npos);
    }
}

TEST_F(IdTokens, AreTakenWholeOrNotAtAll) {
    const auto whole = token();
    for (std::size_t cut = 0; cut < whole.size(); cut += 7) EXPECT_FALSE(check(whole.substr(0, cut))) << cut;
    EXPECT_FALSE(check(whole + "." + whole));
    EXPECT_FALSE(check(std::string(1u << 20, 'a')));
    EXPECT_FALSE(KeySet::parse("[]"));
    EXPECT_FALSE(KeySet::parse("{"));
}

// Found by the fuzzer: cjose asserts on padding within, and the program would end.
TEST(KeySetOfAProvider, PassesOverNumbersThatAreNoBase64url) {
    for (const std::string number : {"9E=AB", "AQ==AQAB", "A+B/", "A"}) {
        const auto keys = KeySet::parse(R"({"keys":[{"kty":"RSA","kid":"k","n":")" + number + R"(","e":"AQAB"}]})");
        ASSERT_TRUE(keys) << number;
        EXPECT_FALSE(keys->has("k")) << number;
    }
    for (const std::string token : {"e30=.e30.AA", "e30.e=30.AA", "e30.e30.A=A", "e30.e30", "e30.e30.AA.AA", ".."})
        EXPECT_FALSE(key_named_by(token).has_value() && !key_named_by(token)->empty()) << token;
}

}  // namespace
}  // namespace minhbach::api::sign_in
