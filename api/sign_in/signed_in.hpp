// Who a request comes from, and how they have shown it.
#pragma once

#include <optional>
#include <vector>

#include "events/vocabulary/access.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::api::sign_in {

// What somebody showed, when. `acr` and `amr` are those of the provider, or ours: "pwd" (password), "otp" (code of a
// device), "swk" (a token or key kept by software) of RFC 8176.
struct Proof {
    SignInMethod method = SignInMethod::token;
    std::optional<Label> acr;
    std::vector<Label> amr;
    std::optional<Label> issuer;
    Time at;  // on the real clock
    friend bool operator==(const Proof&, const Proof&) = default;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (method, acr, amr, issuer, at))

struct SignedIn {
    PersonCode person;
    Time expires_at;  // on the real clock
    Digest token_hash;
    bool first_use = false;  // of this token in this process: to be entered in the access ledger
    // With a token every request carries the proof itself. A session carries it from when it was given last.
    Proof proof;
    bool is_session = false;
    std::optional<Digest> begun_with;  // hash of the token a session was begun with
};

}  // namespace minhbach::api::sign_in
