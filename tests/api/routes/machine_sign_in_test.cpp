// A machine's client credentials: a token of some minutes for a secret (RFC 6749, section 4.4).
#include "doors.hpp"
#include "events/merkle/base64.hpp"

namespace minhbach::api::routes {
namespace {

const std::string kGrant = "grant_type=client_credentials";

class MachineSignIn : public Doors {
protected:
    http::Response asked(std::string body, HeaderFields headers = {}) {
        headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        return ask({"POST", "/v1/sign-in/machine", "", std::move(headers), std::move(body)});
    }
    http::Response with_header(const std::string& client, const std::string& secret) {
        return asked(kGrant, {{"Authorization", "Basic " + events::merkle::base64(client + ":" + secret)}});
    }
    http::Response read_with(const std::string& token) {
        return ask({"GET", "/v1/dossiers/2023.A1", "", {{"Authorization", "Bearer " + token}}});
    }
};

TEST_F(MachineSignIn, ASecretGivesATokenThatWorksForTenMinutes) {
    const auto answer = with_header("DIRECTOR", token("DIRECTOR"));
    ASSERT_EQ(answer.status, 200) << answer.content();
    EXPECT_EQ(text_at(answer, "token_type"), "Bearer");
    EXPECT_EQ(text_at(answer, "expires_in"), "600");
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store");
    const auto given = text_at(answer, "access_token");
    EXPECT_TRUE(given.starts_with("mt_"));
    EXPECT_EQ(read_with(given).status, 200);
    auto& tokens = house().identity.machine_tokens;
    const Time now = house().wall.now();
    EXPECT_TRUE(tokens.check(given, now.plus_millis(590'000)));
    EXPECT_EQ(tokens.check(given, now.plus_millis(600'001)).error().type, "token-expired");
    EXPECT_EQ(tokens.check(given, now).error().type, "sign-in-required") << "gone for good";
}

TEST_F(MachineSignIn, InTheBodyAsWellAndNeverInBothPlaces) {
    const auto secret = token("DIRECTOR");
    const auto in_body = kGrant + "&client_id=DIRECTOR&client_secret=" + secret;
    EXPECT_EQ(asked(in_body).status, 200);
    EXPECT_EQ(asked(in_body, {{"Authorization", "Basic " + events::merkle::base64("DIRECTOR:" + secret)}}).status, 401);
}

TEST_F(MachineSignIn, WhatIsWrongIsSaidAsTheRfcSays) {
    const auto refused = with_header("A1", token("DIRECTOR"));
    EXPECT_EQ(refused.status, 401) << "the secret of somebody else";
    EXPECT_EQ(text_at(refused, "error"), "invalid_client");
    EXPECT_EQ(text_at(with_header("DIRECTOR", "mb_" + std::string(64, '0')), "error"), "invalid_client");
    EXPECT_EQ(text_at(asked(kGrant), "error"), "invalid_client");
    EXPECT_EQ(text_at(asked("grant_type=password&username=A1"), "error"), "unsupported_grant_type");
    EXPECT_EQ(asked("grant_type=%zz").status, 400);
    EXPECT_EQ(read_with("mt_" + std::string(64, '0')).status, 401);
}

TEST_F(MachineSignIn, EndsWithTheSecretItWasTakenFor) {
    const auto given = text_at(with_header("DIRECTOR", token("DIRECTOR")), "access_token");
    EXPECT_EQ(read_with(given).status, 200);
    house().identity.withdraw(PersonCode::of("DIRECTOR"));
    EXPECT_EQ(read_with(given).status, 401);
}

TEST_F(MachineSignIn, AShortTokenIsNoSecret) {
    const auto given = text_at(with_header("DIRECTOR", token("DIRECTOR")), "access_token");
    EXPECT_EQ(text_at(with_header("DIRECTOR", given), "error"), "invalid_client") << "it would renew itself for ever";
}

}  // namespace
}  // namespace minhbach::api::routes
