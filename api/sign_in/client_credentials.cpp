#include "api/sign_in/client_credentials.hpp"

#include "events/merkle/base64.hpp"

namespace minhbach::api::sign_in {
namespace {

std::optional<std::string> decoded(std::string_view text) {
    const auto form = http::Query::parse("v=" + std::string(text));
    if (!form || form->size() != 1) return std::nullopt;
    return std::string(form->find("v").value_or(std::string_view()));
}

}  // namespace

std::optional<ClientCredentials> client_credentials(const http::Request& request, const http::Query& form) {
    const auto client = form.find("client_id");
    const auto secret = form.find("client_secret");
    const auto field = request.headers.find("Authorization");
    if (!field) {
        if (!client || !secret) return std::nullopt;
        return ClientCredentials{std::string(*client), std::string(*secret)};
    }
    constexpr std::string_view kBasic = "Basic ";
    if (secret || field->size() <= kBasic.size() || !http::equal_ignoring_case(field->substr(0, kBasic.size()), kBasic))
        return std::nullopt;
    const auto pair = events::merkle::from_base64(field->substr(kBasic.size()));
    const auto colon = pair ? pair->find(':') : std::string::npos;
    if (colon == std::string::npos) return std::nullopt;
    auto name = decoded(std::string_view(*pair).substr(0, colon));
    auto word = decoded(std::string_view(*pair).substr(colon + 1));
    if (!name || !word || (client && *client != *name)) return std::nullopt;
    return ClientCredentials{*std::move(name), *std::move(word)};
}

}  // namespace minhbach::api::sign_in
