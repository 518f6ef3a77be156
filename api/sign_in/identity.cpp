#include "api/sign_in/identity.hpp"

namespace minhbach::api::sign_in {

bool Identity::is_token(std::string_view secret) {
    return !secret.starts_with(Sessions::kPrefix) && !secret.starts_with(MachineTokens::kPrefix);
}

Result<SignedIn> Identity::check(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.check(secret, now) : begun_with_token(secret, now);
}

Result<SignedIn> Identity::peek(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.peek(secret, now) : begun_with_token(secret, now);
}

// Of a session or a machine's short token.
Result<SignedIn> Identity::begun_with_token(std::string_view secret, Time now) {
    const bool is_session = secret.starts_with(Sessions::kPrefix);
    auto signed_in = is_session ? sessions.check(secret, now) : machine_tokens.check(secret, now);
    if (!signed_in || !signed_in->begun_with) return signed_in;
    const auto refusal = tokens.refusal_of(*signed_in->begun_with, now);
    if (!refusal) return signed_in;
    if (is_session) sessions.end(secret);
    return *refusal;
}

bool Identity::admits(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.admits(secret, now) : check(secret, now).has_value();
}

void Identity::withdraw(const PersonCode& person) {
    tokens.withdraw(person);
    machines.withdraw(person);
    machine_tokens.withdraw(person);
    // In this order: a sign-in that found the account still there begins no session after all have ended.
    accounts.close(person);
    sessions.end_all(person);
}

}  // namespace minhbach::api::sign_in
