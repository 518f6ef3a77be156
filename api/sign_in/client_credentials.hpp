// How a machine shows its code and its secret where it takes a token (RFC 6749, section 2.3.1): in the header
// `Authorization: Basic`, each part encoded as in a form, or in the form itself. Never both.
#pragma once

#include <optional>
#include <string>

#include "api/http/message.hpp"
#include "api/http/target.hpp"

namespace minhbach::api::sign_in {

struct ClientCredentials {
    std::string client, secret;
};

// Nothing where either is missing, is shown twice or is not of the form.
std::optional<ClientCredentials> client_credentials(const http::Request& request, const http::Query& form);

}  // namespace minhbach::api::sign_in
