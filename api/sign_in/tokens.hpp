// Opaque bearer tokens, each tied to one person. The file DIR/tokens/<sha256 of the token> holds person and expiry; the
// token itself is nowhere. A new token works in a running server at once: a hash not yet known is looked up on disk.
// One whose file is removed is taken back within seconds: what is known is looked up again.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "api/sign_in/signed_in.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::api::sign_in {

// Thread-safe.
class Tokens {
public:
    explicit Tokens(std::filesystem::path directory) : directory_(std::move(directory)) {}

    // A new token of 256 random bits for `person`, valid for `days`; writes its file with mode 0600.
    Result<std::string> issue(const PersonCode& person, Time now, int days = 30);
    // `sign-in-required` if unknown, `token-expired` past its day; throws events::Unavailable if it cannot be read. Of
    // all who come with it at once, one is told that this is its first use.
    Result<SignedIn> check(std::string_view token, Time now);
    // The same without using it: the first use is still to come.
    Result<SignedIn> peek(std::string_view token, Time now);
    // Its first use is still to come: the entry of it was not kept.
    void forget(const Digest& token_hash);
    // Every token of the person ends, with its file.
    void withdraw(const PersonCode& person);
    // For machines, known by the SHA-256 of their certificate, in hex: DIR holds these instead of hashes of tokens.
    std::optional<Refusal> admit(const Digest& certificate, const PersonCode& person, Time now, int days);
    Result<SignedIn> check_certificate(const Digest& certificate, Time now);
    Result<SignedIn> peek_certificate(const Digest& certificate, Time now);
    // Whether `check` would let it in. No use of the token: the first use is still to come.
    bool admits(std::string_view token, Time now);
    // Why the token of this hash lets nobody in any more; nothing while it does. No use of it either.
    std::optional<Refusal> refusal_of(const Digest& token_hash, Time now);

private:
    struct Known {
        PersonCode person;
        Time expires_at;
        Time looked_up;
        bool used = false;
    };
    std::optional<Known> on_disk(const std::string& hash) const;
    Known* looked_up(const std::string& hash, Time now);
    std::optional<Refusal> keep(const std::string& hash, const PersonCode& person, Time now, int days) const;
    Result<SignedIn> checked(const std::string& hash, Time now, Proof proof, bool is_use);

    std::filesystem::path directory_;
    std::mutex mutex_;
    std::unordered_map<std::string, Known> known_;
};

// The clock on the wall, for tokens and for `serve`.
class SystemClock : public Clock {
public:
    Time now() override;
    bool simulated() const override { return false; }
};

}  // namespace minhbach::api::sign_in
