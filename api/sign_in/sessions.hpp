// Sessions of the console. Each is a file DIR/sessions/<sha256 of its secret>, so that a restart signs nobody out; the
// secret itself lies only in the browser's cookie.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/sign_in/signed_in.hpp"
#include "events/result.hpp"

namespace minhbach::api::sign_in {

struct SessionLimits {
    std::chrono::minutes idle{30};              // without a request
    std::chrono::minutes whole{10 * 60};        // after it began, whatever was done in it
    std::chrono::minutes proof{10};             // acts that sign want a proof no older
    static constexpr std::size_t each_max = 8;  // sessions of one person; the oldest ends when another begins
};

// What is kept of one.
struct Session {
    PersonCode person;
    Proof began;
    Proof proven;  // newest
    Time last_used;
    std::optional<Digest> token;  // the token it was begun with: when that ends, so does the session
    friend bool operator==(const Session&, const Session&) = default;
};
BOOST_DESCRIBE_STRUCT(Session, (), (person, began, proven, last_used, token))

// Thread-safe.
class Sessions {
public:
    static constexpr std::string_view kPrefix = "ms_";

    explicit Sessions(std::filesystem::path directory, SessionLimits limits = {});

    const SessionLimits& limits() const { return limits_; }

    // Its secret, for the cookie.
    std::string begin(const PersonCode& person, const Proof& proof, std::optional<Digest> token);
    // `sign-in-required` if there is none, `token-expired` after its idle or whole time: it is gone then.
    Result<SignedIn> check(std::string_view secret, Time now);
    // The same without a use of it: it goes on being idle, and one that is over stays until it is used.
    Result<SignedIn> peek(std::string_view secret, Time now);
    // The person has shown again who they are; false if there is no such session of that person.
    bool prove_again(std::string_view secret, const PersonCode& person, const Proof& proof);
    bool end(std::string_view secret);  // whether there was one: of those who end it at once, one is told so
    std::size_t end_all(const PersonCode& person);  // how many there were
    // How often all sessions of the person were ended at once. Whoever asks before a proof is looked at, begins the
    // session and finds another number afterwards has begun it on what ended meanwhile: a password that was replaced.
    std::uint64_t endings(const PersonCode& person);
    std::vector<std::pair<Digest, Session>> of(const PersonCode& person, Time now);  // the newest first

private:
    bool is_over(const Session& session, Time now) const;
    SignedIn signed_in(const std::string& hash, const Session& session) const;
    void keep(const std::string& hash, const Session& session) const;
    bool drop(const std::string& hash);

    const std::filesystem::path directory_;
    const SessionLimits limits_;
    std::mutex mutex_;
    std::unordered_map<std::string, Session> sessions_;       // by hash
    std::unordered_map<std::string, std::uint64_t> endings_;  // by person
};

}  // namespace minhbach::api::sign_in
