// Signing in with an account, acts that sign, and how often one may ask.
#include "api/sign_in/totp.hpp"
#include "doors.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kPassword = "hoa sen tháng sáu";

class SignIn : public Doors {
protected:
    static HeaderFields console(std::string cookie) {
        return {{"Cookie", std::move(cookie)}, {"Minhbach-Console", "1"}};
    }
    static std::string cookie_in(const http::Response& response) {
        const auto field = header_of(response, "Set-Cookie");
        return field.substr(0, field.find(';'));
    }
    http::Response redeem(const std::string& person, const std::string& slip) {
        return post(
            "/v1/sign-in/slip", "",
            R"({"person":")" + person + R"(","slip":")" + slip + R"(","password":")" + std::string(kPassword) + "\"}");
    }
    http::Response enter(const std::string& person, std::string_view password, const std::string& code = "") {
        return post("/v1/sign-in/password", "",
                    R"({"person":")" + person + R"(","password":")" + std::string(password) + "\"" +
                        (code.empty() ? "" : R"(,"code":")" + code + "\"") + "}");
    }
    std::string set_up(const std::string& person) {
        return cookie_in(redeem(person, house().identity.accounts.issue_slip(PersonCode::of(person), now())));
    }
    Time now() { return house().wall.now(); }

    std::vector<Event> entries(std::string_view type) {
        log_->wait_until_durable(events::Ledger::access, log_->accepted(events::Ledger::access), log_->generation(),
                                 10'000);
        std::vector<Event> found;
        log_->scan(events::Ledger::access, {0}, {access_size()}, [&](events::Stored&& stored) {
            if (stored.record.type == type) found.push_back(events::decode(stored).event);
            return true;
        });
        return found;
    }
};

TEST_F(SignIn, WithTheSlipOfTheUnitAndThenWithThePassword) {
    const auto given = post("/v1/accounts/A1/slips", "ADMIN", "");
    ASSERT_EQ(given.status, 201) << given.content();
    const auto entered = redeem("A1", text_at(given, "slip"));
    ASSERT_EQ(entered.status, 200) << entered.content();
    EXPECT_EQ(text_at(entered, "me/person"), "A1");
    EXPECT_EQ(text_at(entered, "me/method"), "PASSWORD");
    EXPECT_EQ(text_at(entered, "me/hasPassword"), "true");
    EXPECT_EQ(problem_of(redeem("A1", text_at(given, "slip"))), "sign-in-refused");
    EXPECT_EQ(text_at(enter("A1", kPassword), "me/person"), "A1");
    EXPECT_EQ(problem_of(enter("A1", "a wrong password")), "sign-in-refused");
    EXPECT_EQ(problem_of(enter("A2", kPassword)), "sign-in-refused");

    const auto began = entries("session.began");
    ASSERT_EQ(began.size(), 2u);
    EXPECT_EQ(began.front().as<SessionBegan>()->amr, std::vector{Label::of("pwd")});
    ASSERT_EQ(entries("account.changed").size(), 2u);
    EXPECT_EQ(entries("account.changed").front().as<AccountChanged>()->change, AccountChange::slip_issued);
}

TEST_F(SignIn, SlipsAreGivenByWhoKeepsThePeopleAndForOneselfByNobody) {
    EXPECT_EQ(post("/v1/accounts/A1/slips", "OFFICER", "").status, 201);
    for (const auto stranger : {"A2", "HEAD1", "INSPECTOR", "TEACHER"})
        EXPECT_EQ(post("/v1/accounts/A1/slips", stranger, "").status, 404) << stranger;
    EXPECT_EQ(post("/v1/accounts/ADMIN/slips", "ADMIN", "").status, 404);
    EXPECT_EQ(post("/v1/accounts/NOBODY/slips", "ADMIN", "").status, 404);
    // Who has a password is not taken over by one person alone.
    set_up("A1");
    EXPECT_EQ(post("/v1/accounts/A1/slips", "OFFICER", "").status, 202);
    EXPECT_EQ(post("/v1/accounts/A1/slips", "OFFICER", "").status, 202);
    EXPECT_EQ(post("/v1/accounts/A1/slips", "ADMIN", "").status, 201);
}

TEST_F(SignIn, TooManyWrongOnesShutTheAccountAndAreEntered) {
    set_up("A1");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(problem_of(enter("A1", "a wrong password")), "sign-in-refused");
    const auto shut = enter("A1", kPassword);
    EXPECT_EQ(problem_of(shut), "sign-in-shut");
    EXPECT_NE(header_of(shut, "Retry-After"), "");
    ASSERT_FALSE(entries("account.changed").empty());
    EXPECT_EQ(entries("account.changed").back().as<AccountChanged>()->change, AccountChange::locked);
}

TEST_F(SignIn, ADeviceGivesASecondProof) {
    const auto mine = console(set_up("A1"));
    const auto key = text_at(post("/v1/account/device", "", "", mine), "key");
    const auto code = [&] { return *sign_in::totp::code_at(key, now().millis() / 1000 / sign_in::totp::kStepSeconds); };
    EXPECT_EQ(problem_of(post("/v1/account/device/confirmation", "", R"({"code":"12"})", mine)), "sign-in-refused");
    const auto confirmed = post("/v1/account/device/confirmation", "", R"({"code":")" + code() + "\"}", mine);
    EXPECT_EQ(confirmed.status, 200) << confirmed.content();
    EXPECT_EQ(problem_of(enter("A1", kPassword)), "code-required");
    EXPECT_EQ(problem_of(enter("A1", kPassword, "000000")), "sign-in-refused");
}

TEST_F(SignIn, OutEverywhereEndsEverySession) {
    const auto one = console(set_up("A1"));
    const auto other = console(cookie_in(enter("A1", kPassword)));
    EXPECT_EQ(text_at(ask({"GET", "/v1/account/sessions", "", other, {}}), "items"), "[2]");
    EXPECT_EQ(post("/v1/sign-out/everywhere", "", "", one).status, 200);
    for (const auto& cookie : {one, other}) EXPECT_EQ(ask({"GET", "/v1/me", "", cookie, {}}).status, 401);
    ASSERT_EQ(entries("sessions.ended").size(), 1u);
    EXPECT_FALSE(entries("sessions.ended").front().as<SessionsEnded>()->session);
}

// Deciding, adopting, erasing: a session in which the person was asked long ago is not enough.
TEST_F(SignIn, ActsThatSignAskAgainAndSayHowTheirActorWasProven) {
    set_up("DIRECTOR");
    const std::string target = "/v1/cycles/2023/closing";
    const auto old = console(cookie_of("DIRECTOR", 11));
    EXPECT_EQ(problem_of(post(target, "", "{}", old)), "proof-required");
    EXPECT_TRUE(entries("act.proven").empty());
    EXPECT_EQ(ask({"GET", "/v1/me", "", old, {}}).status, 200);  // reading goes on

    EXPECT_EQ(problem_of(post("/v1/sign-in/again", "", R"({"password":"a wrong password"})", old)), "sign-in-refused");
    EXPECT_EQ(problem_of(post(target, "", "{}", old)), "proof-required");
    const auto again = post("/v1/sign-in/again", "", R"({"password":")" + std::string(kPassword) + "\"}", old);
    ASSERT_EQ(again.status, 200) << again.content();
    EXPECT_NE(problem_of(post(target, "", "{}", old)), "proof-required");
    ASSERT_EQ(entries("act.proven").size(), 1u);
    const auto proven = *entries("act.proven").front().as<ActProven>();
    EXPECT_EQ(proven.command, Label::of("close-cycle"));
    EXPECT_EQ(proven.method, SignInMethod::password);
    // A token is shown with every request.
    EXPECT_NE(problem_of(post(target, "DIRECTOR", "{}")), "proof-required");
    EXPECT_EQ(entries("act.proven").size(), 2u);
}

TEST_F(SignIn, AnotherPersonsProofIsNone) {
    set_up("A1");
    const auto old = console(cookie_of("DIRECTOR", 11));
    // Neither A1's password nor A1's token, nor a token where the session was begun with a password.
    EXPECT_EQ(problem_of(post("/v1/sign-in/again", "", R"({"password":")" + std::string(kPassword) + "\"}", old)),
              "sign-in-refused");
    for (const auto person : {"A1", "DIRECTOR"})
        EXPECT_EQ(problem_of(post("/v1/sign-in/again", "", R"({"token":")" + token(person) + "\"}", old)),
                  "sign-in-refused");
}

// A machine is known by its certificate, unless what it asks could come from a browser that another site made ask.
TEST_F(SignIn, AMachineComesWithItsCertificate) {
    const auto known = Digest::of(std::string(64, 'a')), other = Digest::of(std::string(64, 'b'));
    ASSERT_FALSE(house().identity.machines.admit(known, PersonCode::of("A1"), now(), 1));
    const auto asked = [&](const Digest& certificate, const HeaderFields& headers) {
        http::Request request;
        request.method = "GET";
        request.target = request.path = "/v1/me";
        request.segments = {"v1", "me"};
        request.client_certificate = certificate.str();
        for (const auto& [name, value] : headers) request.headers.add(name, value);
        return send(std::move(request));
    };
    EXPECT_EQ(text_at(asked(known, {}), "person"), "A1");
    EXPECT_EQ(text_at(asked(known, {}), "method"), "MACHINE");
    EXPECT_EQ(asked(other, {}).status, 401);
    for (const auto field : {"Origin", "Referer", "Cookie", "Sec-Fetch-Site"})
        EXPECT_EQ(asked(known, {{field, "x"}}).status, 401) << field;
    // What is shown goes before: a wrong token is not made good by the certificate.
    EXPECT_EQ(asked(known, {{"Authorization", "Bearer mb_" + std::string(64, '0')}}).status, 401);
    house().identity.withdraw(PersonCode::of("A1"));
    EXPECT_EQ(asked(known, {}).status, 401);
    ASSERT_EQ(entries("token.first-used").size(), 1u);
}

TEST_F(SignIn, WithoutAProviderThereIsNoWayThere) {
    EXPECT_EQ(text_at(get("/v1/sign-in/ways", ""), "openid"), "(absent)");
    EXPECT_EQ(get("/v1/sign-in/openid", "").status, 404);
    EXPECT_EQ(get("/v1/sign-in/openid/return?state=a&code=b", "").status, 404);
}

class Hurried : public SignIn {
protected:
    api::Doors doors() const override {
        api::Doors narrow;
        narrow.asking = {0.001, 40};
        narrow.signing_in = {0.001, 4};
        return narrow;
    }
};

TEST_F(Hurried, WhoAsksTooOftenIsToldHowLongToWait) {
    int given = 0;
    while (get("/v1/me", "A1").status == 200 && given < 100) ++given;
    EXPECT_EQ(given, 40);
    const auto refused = get("/v1/me", "A1");
    EXPECT_EQ(problem_of(refused), "too-many-requests");
    EXPECT_GE(std::stoi(header_of(refused, "Retry-After")), 1);
    EXPECT_EQ(get("/v1/me", "A2").status, 200);  // each has an allowance
}

TEST_F(Hurried, WhoGuessesIsSlowedDownSooner) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(problem_of(enter("NOBODY", "a wrong password")), "sign-in-refused") << i;
    EXPECT_EQ(problem_of(enter("NOBODY2", "a wrong password")), "too-many-requests");
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
}

// Whoever is nobody is refused by the head of the request, before it is handled: that has the same limit.
TEST_F(Hurried, WhoIsRefusedByTheHeadAloneIsCountedAsWell) {
    auto target = http::parse_target("/v1/me");
    http::Request head;
    head.method = "GET";
    head.path = target->path;
    head.segments = target->segments;
    head.peer = "203.0.113.7";
    int refused = 0;
    while (application_->refusal_of(head)->status == 401 && refused < 100) ++refused;
    EXPECT_EQ(refused, 40);
    EXPECT_EQ(problem_of(*application_->refusal_of(head)), "too-many-requests");
    head.peer = "203.0.113.8";
    EXPECT_EQ(application_->refusal_of(head)->status, 401) << "each has an allowance";
}

// A browser whose session is over goes on asking: that is no reason to shut the door on whoever sits beside it.
TEST_F(Hurried, TokensOfNobodyAreCountedApartFromAttemptsToSignIn) {
    const auto forged = [&] {
        return ask({"GET", "/v1/me", "", {{"Authorization", "Bearer mb_" + std::string(64, '0')}}, {}}).status;
    };
    for (int i = 0; i < 36; ++i) EXPECT_EQ(forged(), 401) << i;
    EXPECT_EQ(problem_of(enter("NOBODY", "a wrong password")), "sign-in-refused");
    while (forged() == 401) continue;
    EXPECT_EQ(forged(), 429);
}

}  // namespace
}  // namespace minhbach::api::routes
