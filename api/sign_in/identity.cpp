#include "api/sign_in/identity.hpp"

namespace minhbach::api::sign_in {

Result<SignedIn> Identity::check(std::string_view secret, Time now) {
    const bool is_session = secret.starts_with(Sessions::kPrefix);
    if (!is_session && !secret.starts_with(MachineTokens::kPrefix)) return tokens.check(secret, now);
    auto signed_in = is_session ? sessions.check(secret, now) : machine_tokens.check(secret, now);
    if (!signed_in || !signed_in->begun_with) return signed_in;
    const auto refusal = tokens.refusal_of(*signed_in->begun_with, now);
    if (!refusal) return signed_in;
    if (is_session) sessions.end(secret);
    return *refusal;
}

bool Identity::admits(std::string_view secret, Time now) {
    const bool is_token = !secret.starts_with(Sessions::kPrefix) && !secret.starts_with(MachineTokens::kPrefix);
    return is_token ? tokens.admits(secret, now) : check(secret, now).has_value();
}

void Identity::withdraw(const PersonCode& person) {
    tokens.withdraw(person);
    machines.withdraw(person);
    machine_tokens.withdraw(person);
    sessions.end_all(person);
    accounts.close(person);
}

}  // namespace minhbach::api::sign_in
