// What is said to whoever has shown nothing that lets anybody in. Thread-safe.
#pragma once

#include "events/result.hpp"

namespace minhbach::api::sign_in {

// A browser without a session.
inline Refusal not_signed_in() {
    return {"sign-in-required", "", "", "Hãy đăng nhập.", "Sign in.", {}};
}

// A program without a token that is known.
inline Refusal valid_token_required() {
    return {"sign-in-required", "", "", "Hãy đăng nhập bằng mã truy cập hợp lệ.", "Sign in with a valid token.", {}};
}

}  // namespace minhbach::api::sign_in
