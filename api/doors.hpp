// Who is let in, how often each may ask, and whose certificates count: what whoever serves a store decides.
#pragma once

#include "api/http/allowance.hpp"
#include "api/sign_in/identity.hpp"
#include "services/signature/validation.hpp"

namespace minhbach::api {

struct Doors {
    sign_in::IdentityOptions identity;
    http::Allowance::Rate asking{1'000, 5'000};    // per person, and per address of those who are not signed in
    http::Allowance::Rate signing_in{1, 30};       // attempts per address
    http::Allowance::Rate beginning{5, 100};       // with the identity provider, per address
    services::signature::Authorities authorities;  // whose word is taken for certificates of signers
};

}  // namespace minhbach::api
