// Every way there is to show who one is, and the one question that is asked of all of them.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "api/sign_in/accounts.hpp"
#include "api/sign_in/machine_tokens.hpp"
#include "api/sign_in/openid.hpp"
#include "api/sign_in/sessions.hpp"
#include "api/sign_in/tokens.hpp"

namespace minhbach::api::sign_in {

struct IdentityOptions {
    SessionLimits sessions;
    AccountRules accounts;
    std::shared_ptr<OpenId> openid;  // null: there is no provider
};

// Thread-safe.
class Identity {
public:
    // `data` holds tokens/, machines/, sessions/ and accounts/.
    Identity(const std::filesystem::path& data, IdentityOptions options)
        : tokens(data / "tokens"),
          machines(data / "machines"),
          sessions(data / "sessions", options.sessions),
          accounts(data / "accounts", options.accounts),
          openid(std::move(options.openid)) {}

    // Whose the secret is: of a token, or of a session or a machine's short token, which end with the token that they
    // were begun with.
    Result<SignedIn> check(std::string_view secret, Time now);
    // The same without a use of it: whoever asks lets nobody in by the answer.
    Result<SignedIn> peek(std::string_view secret, Time now);
    // The machine that showed this certificate when the connection began.
    Result<SignedIn> check_certificate(const Digest& certificate, Time now) {
        return machines.check_certificate(certificate, now);
    }
    Result<SignedIn> peek_certificate(const Digest& certificate, Time now) {
        return machines.peek_certificate(certificate, now);
    }
    // The first use of a token or certificate is still to come: the entry of it was not kept.
    void forget(const Digest& hash) {
        tokens.forget(hash);
        machines.forget(hash);
    }
    // Whether `check` would let it in. No use of it.
    bool admits(std::string_view secret, Time now);
    // Nothing of the person lets anybody in from here on.
    void withdraw(const PersonCode& person);

    Tokens tokens;
    Tokens machines;
    MachineTokens machine_tokens;
    Sessions sessions;
    Accounts accounts;
    const std::shared_ptr<OpenId> openid;

private:
    static bool is_token(std::string_view secret);
    Result<SignedIn> begun_with_token(std::string_view secret, Time now, bool is_use);
};

}  // namespace minhbach::api::sign_in
