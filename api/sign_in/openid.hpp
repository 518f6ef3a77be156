// Signing in with a provider of OpenID Connect: the code flow with PKCE (RFC 7636), discovery, and keys that change.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "api/sign_in/id_token.hpp"
#include "api/sign_in/signed_in.hpp"
#include "events/result.hpp"

namespace minhbach::api::sign_in {

struct OpenIdOptions {
    std::string issuer;  // "https://host[:port][/path]"; http only on this machine
    std::string client_id;
    std::string client_secret;                        // empty: a public client
    std::string public_url;                           // of ours, without a path: "https://danhgia.quangngai.gov.vn"
    std::string person_claim = "preferred_username";  // the claim that holds the person's code
    std::chrono::seconds skew{60};
};

// Thread-safe. `begin` and `finish` may ask the provider and wait for it, ten seconds for each step at most.
class OpenId {
public:
    // Of our own, registered with the provider: public_url + this.
    static constexpr std::string_view kReturnPath = "/v1/sign-in/openid/return";

    // `invalid-field` for an address that is none or goes over the network in the clear.
    static Result<std::unique_ptr<OpenId>> with(OpenIdOptions options);
    ~OpenId();

    const std::string& issuer() const { return options_.issuer; }

    struct Begun {
        std::string location;  // where the browser goes
        std::string binding;   // for a cookie: who comes back must be who went
    };
    // `again`: the person is to be asked anew, also where the provider knows them. `path`: of ours, to go to then.
    // `network`: where whoever asks is, of which only so many may be on their way; then the oldest gives way.
    Result<Begun> begin(std::string path, std::optional<PersonCode> again, std::string network, Time now);

    struct Returned {
        PersonCode person;
        Proof proof;
        std::string path;
        std::optional<PersonCode> again;  // who was asked anew
    };
    // `sign-in-refused` for an answer to nothing that was asked in the last ten minutes by this browser, and whatever
    // does not verify; `provider-unavailable` if the provider does not answer.
    Result<Returned> finish(std::string_view state, std::string_view code, std::string_view binding, Time now);

private:
    struct Asked {
        std::string nonce, verifier, path, binding, network;
        std::optional<PersonCode> again;
        Time at;
    };
    struct Provider {
        std::string authorization_endpoint, token_endpoint, jwks_uri;
        Time read_at;
    };

    explicit OpenId(OpenIdOptions options) : options_(std::move(options)) {}
    Result<Provider> provider(Time now);
    Result<Provider> discovered(Time now) const;
    std::optional<Result<Provider>> known(Time now);
    void make_room(const std::string& network, Time now);  // among `asked_`, under the lock
    Result<std::shared_ptr<const KeySet>> keys(const Provider& provider, std::string_view id, Time now);
    std::optional<Asked> take(std::string_view state, Time now);
    Result<std::string> id_token_for(const Provider& provider, std::string_view code,
                                     const std::string& verifier) const;

    const OpenIdOptions options_;
    std::mutex discovery_;  // held by whoever asks the provider to describe itself; before the other
    std::mutex mutex_;      // guards what follows; not held while the provider is asked
    std::map<std::string, Asked, std::less<>> asked_;  // by state
    std::optional<Provider> provider_;
    std::optional<Refusal> failed_;  // why it did not describe itself; it is not asked again before `ask_again_`
    std::chrono::steady_clock::time_point ask_again_;
    std::shared_ptr<const KeySet> keys_;
    Time keys_read_;
};

}  // namespace minhbach::api::sign_in
