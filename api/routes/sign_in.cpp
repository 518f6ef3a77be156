// Signing in to the console and out. The secret of the session lies in a cookie that scripts cannot read and other
// sites cannot use.
#include <array>
#include <map>

#include "api/http/cookies.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/router.hpp"
#include "api/routes/session.hpp"
#include "api/sign_in/own_path.hpp"
#include "api/sign_in/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kBindingCookie = "minhbach-sign-in";
constexpr std::string_view kUnderSignIn = "/v1/sign-in";
constexpr std::int64_t kBindingSeconds = 600;

void set_cookie(const Context& context, http::Response& response, std::string_view name, std::string_view value,
                std::string_view path, std::string_view same_site, std::int64_t seconds) {
    std::string cookie(name);
    cookie.append("=").append(value).append("; Path=").append(path).append("; HttpOnly; SameSite=").append(same_site);
    if (context.request.is_secure) cookie.append("; Secure");
    cookie.append("; Max-Age=").append(std::to_string(seconds));
    response.headers.add("Set-Cookie", cookie);
}

void set_session(const Context& context, http::Response& response, std::string_view secret, std::int64_t seconds) {
    set_cookie(context, response, kCookie, secret, "/", "Strict", seconds);
}

std::string_view session_secret(const Context& context) {
    return http::cookie(context.request, kCookie).value_or(std::string_view());
}

// Somebody who has shown who they are; the hash of the token, where it was with one.
struct Entering {
    PersonCode person;
    sign_in::Proof proof;
    std::optional<Digest> token = {};
    std::optional<std::uint64_t> endings = {};  // Sessions::endings before a password was looked at
};

// A session begins when its entry is durable; without that the secret is given to nobody.
awaitable<Result<std::string>> begun(Context& context, Entering entering) {
    const auto& [person, proof, token, endings] = entering;
    auto& identity = context.house.identity;
    // Whoever signs in anew in a browser leaves the session that was there.
    identity.sessions.end(session_secret(context));
    auto secret = identity.sessions.begin(person, proof, token);
    if (endings && identity.sessions.endings(person) != *endings) {
        identity.sessions.end(secret);
        co_return sign_in::not_signed_in();
    }
    Event entry = SessionBegan{
        Digest::of(sign_in::hash_of_secret(secret)), person, proof.method, proof.acr, proof.amr, proof.issuer};
    bool is_noted = false;
    try {
        is_noted = co_await noted(context.house, person, std::move(entry));
    } catch (...) {
        identity.sessions.end(secret);
        throw;
    }
    if (is_noted) co_return secret;
    identity.sessions.end(secret);
    co_return outcome_unknown();
}

bool is_known(House& house, const PersonCode& person) {
    bool known = false;
    house.desk.look([&](services::Past& past, Time) { known = past.registry().person(person) != nullptr; });
    return known;
}

awaitable<http::Response> entered(Context& context, Entering entering) {
    auto& identity = context.house.identity;
    const auto secret = co_await begun(context, entering);
    if (!secret) co_return http::problem(secret.error());
    const Time now = context.house.wall.now();
    const auto signed_in = identity.sessions.check(*secret, now);
    if (!signed_in) co_return http::problem(signed_in.error());
    auto response = shown_session(context.house, *signed_in);
    set_session(context, response, *secret, (signed_in->expires_at.millis() - now.millis()) / 1000);
    co_return response;
}

// A right password without its one-time code is no attempt yet; nor is a password that may not be chosen.
void count_attempt(Context& context, const Refusal& refusal) {
    if (refusal.type == "code-required" || refusal.type == "invalid-field") return;
    context.house.attempts.note(context.request.peer, sign_in::kind_of(refusal, false), context.house.wall.now());
}

// What was wrong too often is entered once it shuts the account.
awaitable<http::Response> refused(Context& context, const PersonCode& person, Refusal refusal) {
    count_attempt(context, refusal);
    const bool shuts = refusal.type == "sign-in-refused" && context.house.identity.accounts.was_shut(person);
    if (shuts && is_known(context.house, person)) {
        Event entry = AccountChanged{person, AccountChange::locked, {}};
        co_await noted(context.house, PersonCode::of("system"), std::move(entry));
    }
    auto response = http::problem(refusal);
    if (refusal.type == "sign-in-shut") response.headers.set("Retry-After", "60");
    co_return response;
}

awaitable<http::Response> with_token(Context& context) {
    const auto given = json::from_json<WithToken>(context.request.body);
    if (!given) co_return http::problem(given.error());
    const auto holder = context.house.identity.tokens.check(given->token.str(), context.house.wall.now());
    if (!holder) {
        count_attempt(context, holder.error());
        co_return http::problem(holder.error());
    }
    const bool is_noted = co_await first_use_noted(context.house, *holder);
    if (!is_noted) co_return http::problem(outcome_unknown());
    const Entering entering{holder->person, holder->proof, holder->token_hash};
    co_return co_await entered(context, entering);
}

awaitable<http::Response> with_password(Context& context) {
    auto given = json::from_json<WithPassword>(context.request.body);
    if (!given) co_return http::problem(given.error());
    const sign_in::Typed typed{given->person, std::move(given->password), std::move(given->code)};
    auto& identity = context.house.identity;
    const auto endings = identity.sessions.endings(typed.person);
    auto proof = identity.accounts.sign_in(typed, context.house.wall.now());
    if (!proof) co_return co_await refused(context, typed.person, proof.error());
    const Entering entering{typed.person, *proof, std::nullopt, endings};
    co_return co_await entered(context, entering);
}

awaitable<http::Response> with_slip(Context& context) {
    const auto given = json::from_json<WithSlip>(context.request.body);
    if (!given) co_return http::problem(given.error());
    auto& identity = context.house.identity;
    auto proof = identity.accounts.redeem(given->person, given->slip, given->password, context.house.wall.now());
    if (!proof) co_return co_await refused(context, given->person, proof.error());
    // Whoever was signed in with the password before is out.
    identity.sessions.end_all(given->person);
    Event entry = AccountChanged{given->person, AccountChange::password_set, {}};
    const bool is_noted = co_await noted(context.house, given->person, std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    const Entering entering{given->person, *proof};
    co_return co_await entered(context, entering);
}

Result<sign_in::Proof> proof_again(Context& context, const Again& given) {
    auto& identity = context.house.identity;
    const Time now = context.house.wall.now();
    const auto& signed_in = *context.signed_in;
    if (given.token) {
        // The same token as at the beginning, or another of the same person.
        const auto holder = identity.tokens.peek(given.token->str(), now);
        if (holder && holder->person == signed_in.person && signed_in.begun_with) return holder->proof;
        return Refusal{"sign-in-refused",
                       "/token",
                       "",
                       "Mã truy cập này không phải của người đang đăng nhập.",
                       "This token is not of whoever is signed in.",
                       {}};
    }
    return identity.accounts.sign_in({signed_in.person, given.password.value_or(""), given.code}, now);
}

awaitable<http::Response> again(Context& context) {
    const auto given = json::from_json<Again>(context.request.body);
    if (!given) co_return http::problem(given.error());
    auto& signed_in = *context.signed_in;
    if (!signed_in.is_session) co_return shown_session(context.house, signed_in);
    const auto proof = proof_again(context, *given);
    if (!proof) co_return co_await refused(context, signed_in.person, proof.error());
    Event entry = SessionProvenAgain{signed_in.token_hash, signed_in.person, proof->method, proof->acr, proof->amr};
    const bool is_noted = co_await noted(context.house, signed_in.person, std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    const auto secret = token_of(context.request, true).value_or(std::string_view());
    // It may have been ended from elsewhere meanwhile.
    if (!context.house.identity.sessions.prove_again(secret, signed_in.person, *proof))
        co_return http::problem(sign_in::not_signed_in());
    signed_in.proof = *proof;
    co_return shown_session(context.house, signed_in);
}

awaitable<http::Response> out(Context& context) {
    const auto secret = session_secret(context);
    auto& identity = context.house.identity;
    const auto signed_in = identity.check(secret, context.house.wall.now());
    if (signed_in && signed_in->is_session && identity.sessions.end(secret)) {
        Event entry = SessionsEnded{signed_in->person, signed_in->token_hash};
        co_await noted(context.house, signed_in->person, std::move(entry));
    }
    auto response = shown_session(context.house, std::nullopt);
    set_session(context, response, "", 0);
    co_return response;
}

awaitable<http::Response> out_everywhere(Context& context) {
    const auto person = context.person();
    context.house.identity.sessions.end_all(person);
    Event entry = SessionsEnded{person, std::nullopt};
    const bool is_noted = co_await noted(context.house, person, std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    auto response = shown_session(context.house, std::nullopt);
    set_session(context, response, "", 0);
    co_return response;
}

struct Ways {
    bool password = true;
    bool token = true;
    std::optional<Label> openid;  // the issuer
};
BOOST_DESCRIBE_STRUCT(Ways, (), (password, token, openid))

awaitable<http::Response> ways(Context& context) {
    Ways known;
    if (const auto& openid = context.house.identity.openid)
        if (auto issuer = Label::parse(openid->issuer())) known.openid = *std::move(issuer);
    auto response = http::json(200, json::to_json(known));
    response.headers.add("Cache-Control", "no-store");
    co_return response;
}

http::Response see(std::string_view location) {
    auto response = http::respond(303, "text/plain; charset=utf-8", "");
    response.headers.add("Location", location);
    response.headers.add("Cache-Control", "no-store");
    return response;
}

awaitable<http::Response> to_provider(Context& context) {
    const auto& openid = context.house.identity.openid;
    if (!openid) co_return http::problem(no_such_thing());
    const Time now = context.house.wall.now();
    std::string path(context.query("to"));
    if (!sign_in::is_own_path(path)) path = "/";
    std::optional<PersonCode> who;
    if (context.query("again") == "true") {
        const auto signed_in = context.house.identity.check(session_secret(context), now);
        if (signed_in && signed_in->is_session) who = signed_in->person;
    }
    const auto begun = openid->begin(std::move(path), std::move(who), sign_in::network_of(context.request.peer), now);
    if (!begun) co_return http::problem(begun.error());
    auto response = see(begun->location);
    // Lax: the provider's page leads back here.
    set_cookie(context, response, kBindingCookie, begun->binding, kUnderSignIn, "Lax", kBindingSeconds);
    co_return response;
}

awaitable<http::Response> from_provider(Context& context) {
    const auto& openid = context.house.identity.openid;
    if (!openid) co_return http::problem(no_such_thing());
    const auto binding = http::cookie(context.request, kBindingCookie).value_or(std::string_view());
    const auto returned =
        openid->finish(context.query("state"), context.query("code"), binding, context.house.wall.now());
    const bool names_nobody = returned && !is_known(context.house, returned->person);
    if (names_nobody || (!returned && returned.error().type == "sign-in-refused"))
        context.house.attempts.note(context.request.peer, AttemptKind::provider_refused, context.house.wall.now());
    if (!returned) co_return http::problem(returned.error());
    if (names_nobody) {
        co_return http::problem({"sign-in-refused",
                                 "",
                                 "",
                                 "Trong dữ liệu không có người mang mã này.",
                                 "The province knows nobody of this code.",
                                 {}});
    }
    const Entering entering{returned->person, returned->proof};
    const auto secret = co_await begun(context, entering);
    if (!secret) co_return http::problem(secret.error());
    // The page that follows is the same for everybody; what it asks for by itself comes with the cookie, though the
    // navigation from another site does not (SameSite=Strict).
    auto response = see(returned->path);
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(context.house.identity.sessions.limits().whole);
    set_session(context, response, *secret, seconds.count());
    set_cookie(context, response, kBindingCookie, "", kUnderSignIn, "Lax", 0);
    co_return response;
}

Route attempt(std::string path, std::string name, Words summary, std::vector<Body> request, Handle handle) {
    Route route = open_read(std::move(path), std::move(name), std::move(summary), {session_body()}, std::move(handle));
    route.method = "POST";
    route.request = std::move(request);
    route.attempts_sign_in = true;
    route.heavy = true;  // a password takes a tenth of a second of a processor
    route.refusals = {"sign-in-refused", "code-required",          "sign-in-shut",   "malformed-json",
                      "invalid-field",   "unsupported-media-type", "outcome-unknown"};
    return route;
}

Route provider_step(std::string path, std::string name, Words summary, std::vector<Parameter> parameters,
                    Handle handle) {
    Route route = open_read(std::move(path), std::move(name), std::move(summary), {}, std::move(handle));
    route.success = 303;
    route.parameters = std::move(parameters);
    route.asks_provider = true;
    route.refusals = {"not-found-or-not-allowed", "sign-in-refused", "provider-unavailable", "overloaded",
                      "outcome-unknown"};
    return route;
}

}  // namespace

std::vector<Route> sign_in_routes() {
    Route returned = provider_step("/v1/sign-in/openid/return", "return-from-provider",
                                   {"Kết quả của hệ thống xác thực", "What the provider answers"},
                                   {in_query("state", "trạng thái đã gửi đi", "as we gave it"),
                                    in_query("code", "mã đổi lấy định danh", "for the token endpoint"),
                                    in_query("iss", "bên trả lời", "who answers (RFC 9207)"),
                                    in_query("session_state", "không dùng đến", "of the provider; not used"),
                                    in_query("error", "lý do không đăng nhập được", "why nobody is signed in"),
                                    in_query("error_description", "lý do bằng lời", "the same in words")},
                                   from_provider);
    returned.attempts_sign_in = true;
    Route begun = provider_step(
        "/v1/sign-in/openid", "sign-in-with-provider",
        {"Đăng nhập qua hệ thống xác thực (OpenID Connect)", "Sign in with the provider (OpenID Connect)"},
        {in_query("to", "trang cần đến sau khi đăng nhập", "page to go to afterwards"),
         in_query("again", "xác thực lại người đang đăng nhập", "ask whoever is signed in anew",
                  R"({"type":"boolean"})")},
        to_provider);
    begun.begins_sign_in = true;
    Route token = attempt("/v1/sign-in", "sign-in",
                          {"Đăng nhập bằng mã truy cập; phiên nằm trong cookie", "Sign in with a token, for a cookie"},
                          {{"application/json", request_schema<WithToken>({})}}, with_token);
    token.heavy = false;
    token.refusals.insert(token.refusals.end(), {"sign-in-required", "token-expired"});
    Route repeated = attempt("/v1/sign-in/again", "prove-again",
                             {"Xác thực lại trước khi ký", "Show again who you are, before you sign"},
                             {{"application/json", request_schema<Again>({})}}, again);
    repeated.access = Access::signed_in;
    repeated.permission = "any signed-in person";
    Route leaving = open_read("/v1/sign-out", "sign-out", {"Đăng xuất", "Sign out"}, {session_body()}, out);
    leaving.method = "POST";
    Route everywhere =
        open_read("/v1/sign-out/everywhere", "sign-out-everywhere",
                  {"Đăng xuất khỏi mọi thiết bị", "Sign out on every device"}, {session_body()}, out_everywhere);
    everywhere.method = "POST";
    everywhere.access = Access::signed_in;
    everywhere.permission = "any signed-in person";
    return {
        std::move(token),
        attempt("/v1/sign-in/password", "sign-in-with-password",
                {"Đăng nhập bằng mã cán bộ và mật khẩu", "Sign in with person code and password"},
                {{"application/json", request_schema<WithPassword>({})}}, with_password),
        attempt("/v1/sign-in/slip", "sign-in-with-slip",
                {"Dùng phiếu cấp tài khoản của đơn vị để đặt mật khẩu và đăng nhập",
                 "Use the unit's slip to set a password, and sign in"},
                {{"application/json", request_schema<WithSlip>({})}}, with_slip),
        std::move(repeated),
        open_read("/v1/sign-in/ways", "ways-to-sign-in", {"Các cách đăng nhập", "Ways to sign in"},
                  {{"application/json", schema<Ways>()}}, ways),
        std::move(begun),
        std::move(returned),
        std::move(leaving),
        std::move(everywhere),
    };
}

}  // namespace minhbach::api::routes
