#include "api/sign_in/identity.hpp"

namespace minhbach::api::sign_in {

bool Identity::is_token(std::string_view secret) {
    return !secret.starts_with(Sessions::kPrefix) && !secret.starts_with(MachineTokens::kPrefix);
}

Result<SignedIn> Identity::check(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.check(secret, now) : begun_with_token(secret, now, true);
}

Result<SignedIn> Identity::peek(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.peek(secret, now) : begun_with_token(secret, now, false);
}

// Of a session or a machine's short token.
Result<SignedIn> Identity::begun_with_token(std::string_view secret, Time now, bool is_use) {
    const bool is_session = secret.starts_with(Sessions::kPrefix);
    const auto of_session = [&] { return is_use ? sessions.check(secret, now) : sessions.peek(secret, now); };
    auto signed_in = is_session ? of_session() : machine_tokens.check(secret, now);
    if (!signed_in || !signed_in->begun_with) return signed_in;
    const auto refusal = tokens.refusal_of(*signed_in->begun_with, now);
    if (!refusal) return signed_in;
    if (is_session && is_use) sessions.end(secret);
    return *refusal;
}

bool Identity::admits(std::string_view secret, Time now) {
    return is_token(secret) ? tokens.admits(secret, now) : peek(secret, now).has_value();
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
