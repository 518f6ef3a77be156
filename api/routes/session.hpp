// Who is signed in, as the console asks at its start and after each step of signing in.
#pragma once

#include <optional>
#include <vector>

#include "api/routes/context.hpp"

namespace minhbach::api::routes {

http::Response shown_session(House& house, const std::optional<sign_in::SignedIn>& signed_in);
Body session_body();

}  // namespace minhbach::api::routes
