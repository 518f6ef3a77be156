// Short tokens of machines (RFC 6749, section 4.4): what a machine shows instead of its secret, for some minutes. They
// are kept in memory alone: after a restart the machine asks for another.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "api/sign_in/signed_in.hpp"
#include "events/result.hpp"

namespace minhbach::api::sign_in {

// Thread-safe.
class MachineTokens {
public:
    static constexpr std::string_view kPrefix = "mt_";
    static constexpr std::chrono::seconds kLasts{600};
    static constexpr std::size_t kAtOnceMax = 10'000;

    // Its text; `overloaded` where too many are good at once.
    Result<std::string> issue(const SignedIn& with, Time now);
    // `begun_with` is the hash of the secret: with that the token ends.
    Result<SignedIn> check(std::string_view token, Time now);
    void withdraw(const PersonCode& person);

private:
    std::mutex mutex_;
    std::unordered_map<std::string, SignedIn> known_;  // by hash
};

}  // namespace minhbach::api::sign_in
