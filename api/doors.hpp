// Who is let in, and how often each may ask: what whoever serves a store decides.
#pragma once

#include "api/http/allowance.hpp"
#include "api/sign_in/identity.hpp"

namespace minhbach::api {

struct Doors {
    sign_in::IdentityOptions identity;
    http::Allowance::Rate asking{1'000, 5'000};  // per person, and per address of those who are not signed in
    http::Allowance::Rate signing_in{1, 30};     // attempts per address
};

}  // namespace minhbach::api
