#include "api/sign_in/identity.hpp"

namespace minhbach::api::sign_in {

Result<SignedIn> Identity::check(std::string_view secret, Time now) {
    if (!secret.starts_with(Sessions::kPrefix)) return tokens.check(secret, now);
    auto signed_in = sessions.check(secret, now);
    if (!signed_in || !signed_in->begun_with) return signed_in;
    const auto refusal = tokens.refusal_of(*signed_in->begun_with, now);
    if (!refusal) return signed_in;
    sessions.end(secret);
    return *refusal;
}

bool Identity::admits(std::string_view secret, Time now) {
    if (!secret.starts_with(Sessions::kPrefix)) return tokens.admits(secret, now);
    return check(secret, now).has_value();
}

void Identity::withdraw(const PersonCode& person) {
    tokens.withdraw(person);
    machines.withdraw(person);
    sessions.end_all(person);
    accounts.close(person);
}

}  // namespace minhbach::api::sign_in
