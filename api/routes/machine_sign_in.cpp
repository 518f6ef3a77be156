// Client credentials (RFC 6749, section 4.4): a machine shows its code and its secret, a token of `minhbach token`, and
// gets another for some minutes, so that the secret itself goes with one request in many.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/sign_in/client_credentials.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::string_view kForm = "application/x-www-form-urlencoded";

// With the member `error` of section 5.2 beside our own.
http::Response refused_grant(const Refusal& refusal, const std::string& error) {
    http::ProblemExtras extras;
    extras.members.emplace_back("error", "\"" + error + "\"");
    auto response = http::problem(refusal, extras);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response refused_client(Context& context, const Refusal& refusal) {
    context.house.attempts.note(context.request.peer, sign_in::kind_of(refusal, false), context.house.wall.now());
    return refused_grant(refusal, "invalid_client");
}

Refusal nobody() {
    return {"sign-in-refused",
            "",
            "",
            "Mã máy hoặc mã bí mật không đúng.",
            "The code of the machine or its secret is wrong.",
            {}};
}

awaitable<http::Response> grant(Context& context) {
    const auto form = http::Query::parse(context.request.body);
    if (!form) co_return refused_grant(form.error(), "invalid_request");
    if (form->find("grant_type") != "client_credentials") {
        co_return refused_grant(
            http::malformed_request("grant_type phải là client_credentials.", "grant_type must be client_credentials."),
            "unsupported_grant_type");
    }
    const auto given = sign_in::client_credentials(context.request, *form);
    if (!given) co_return refused_client(context, nobody());
    auto& identity = context.house.identity;
    const Time now = context.house.wall.now();
    const auto holder = identity.tokens.check(given->secret, now);
    if (!holder) co_return refused_client(context, holder.error());
    if (holder->person.str() != given->client) co_return refused_client(context, nobody());
    const bool is_known = co_await first_use_noted(context.house, *holder);
    if (!is_known) co_return refused_grant(outcome_unknown(), "temporarily_unavailable");
    const auto token = identity.machine_tokens.issue(*holder, now);
    if (!token) co_return refused_grant(token.error(), "temporarily_unavailable");
    const auto issued = identity.machine_tokens.check(*token, now);
    if (!issued) co_return refused_grant(issued.error(), "invalid_client");
    Event entry = SessionBegan{issued->token_hash, issued->person, SignInMethod::machine, {}, issued->proof.amr, {}};
    const bool is_noted = co_await noted(context.house, issued->person, std::move(entry));
    if (!is_noted) co_return refused_grant(outcome_unknown(), "temporarily_unavailable");
    const auto seconds = std::to_string((issued->expires_at.millis() - now.millis()) / 1000);
    auto response =
        http::json(200, R"({"access_token":")" + *token + R"(","token_type":"Bearer","expires_in":)" + seconds + "}");
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

}  // namespace

std::vector<Route> machine_sign_in_routes() {
    const SchemaOf answer = [](SchemaBook&) {
        return std::string(
            R"({"type":"object","properties":{"access_token":{"type":"string"},"token_type":{"type":"string"},)"
            R"("expires_in":{"type":"integer"}},"required":["access_token","token_type","expires_in"],)"
            R"("additionalProperties":false})");
    };
    Route route = open_read("/v1/sign-in/machine", "sign-in-as-machine",
                            {"Máy đổi mã bí mật lấy mã truy cập trong mười phút (RFC 6749, mục 4.4)",
                             "A machine takes a token of ten minutes for its secret (RFC 6749, section 4.4)"},
                            {{"application/json", answer}}, grant);
    route.method = "POST";
    route.request = {{std::string(kForm), {}}};
    route.attempts_sign_in = true;
    route.refusals = {"sign-in-refused", "sign-in-required", "token-expired",          "malformed-request",
                      "overloaded",      "outcome-unknown",  "unsupported-media-type", "too-large"};
    return {std::move(route)};
}

}  // namespace minhbach::api::routes
