#include "api/sign_in/sessions.hpp"

#include <algorithm>
#include <system_error>

#include "api/http/report.hpp"
#include "api/sign_in/refusals.hpp"
#include "api/sign_in/secrets.hpp"
#include "events/codec/json.hpp"
#include "events/files.hpp"

namespace minhbach::api::sign_in {
namespace {

// How stale `last_used` may be on the disk: a restart forgets no more of it.
constexpr std::int64_t kKeepEveryMillis = 60'000;

Refusal session_over() {
    return {"token-expired",
            "",
            "",
            "Phiên làm việc đã hết hạn; hãy đăng nhập lại.",
            "The session is over; sign in again.",
            {}};
}

}  // namespace

Sessions::Sessions(std::filesystem::path directory, SessionLimits limits)
    : directory_(std::move(directory)), limits_(limits) {
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(directory_, error)) {
        const auto text = events::read_file(file.path());
        const auto session = json::from_json<Session>(text.value_or(""));
        // What was cut short by a power failure is no session: its person signs in again.
        if (session) sessions_.emplace(file.path().filename().string(), *session);
    }
}

std::string Sessions::begin(const PersonCode& person, const Proof& proof, std::optional<Digest> token) {
    auto secret = random_secret(kPrefix);
    const auto hash = hash_of_secret(secret);
    const Session session{person, proof, proof, proof.at, std::move(token)};
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<Time, std::string>> own;
    for (const auto& [key, known] : sessions_)
        if (known.person == person) own.emplace_back(known.began.at, key);
    std::sort(own.begin(), own.end());
    for (std::size_t i = 0; i + SessionLimits::each_max <= own.size(); ++i) drop(own[i].second);
    keep(hash, session);
    sessions_.emplace(hash, session);
    return secret;
}

bool Sessions::is_over(const Session& session, Time now) const {
    const auto millis = [](std::chrono::minutes minutes) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(minutes).count();
    };
    return now >= session.last_used.plus_millis(millis(limits_.idle)) ||
           now >= session.began.at.plus_millis(millis(limits_.whole));
}

Result<SignedIn> Sessions::check(std::string_view secret, Time now) {
    const auto hash = hash_of_secret(secret);
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) return not_signed_in();
    Session& session = found->second;
    if (is_over(session, now)) {
        drop(hash);
        return session_over();
    }
    const bool is_due = now >= session.last_used.plus_millis(kKeepEveryMillis);
    if (now > session.last_used && is_due) {
        session.last_used = now;
        try {
            keep(hash, session);
        } catch (const std::system_error& failure) {
            // The session goes on; after a restart it may count as idle for longer than it was.
            http::report(std::string("a session could not be kept: ") + failure.what());
        }
    }
    return signed_in(hash, session);
}

Result<SignedIn> Sessions::peek(std::string_view secret, Time now) {
    const auto hash = hash_of_secret(secret);
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(hash);
    if (found == sessions_.end()) return not_signed_in();
    if (is_over(found->second, now)) return session_over();
    return signed_in(hash, found->second);
}

SignedIn Sessions::signed_in(const std::string& hash, const Session& session) const {
    const auto end =
        session.began.at.plus_millis(std::chrono::duration_cast<std::chrono::milliseconds>(limits_.whole).count());
    return SignedIn{session.person, end, Digest::of(hash), false, session.proven, true, session.token};
}

bool Sessions::prove_again(std::string_view secret, const PersonCode& person, const Proof& proof) {
    const auto hash = hash_of_secret(secret);
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(hash);
    if (found == sessions_.end() || found->second.person != person) return false;
    found->second.proven = proof;
    keep(hash, found->second);
    return true;
}

bool Sessions::end(std::string_view secret) {
    const std::lock_guard lock(mutex_);
    return drop(hash_of_secret(secret));
}

std::size_t Sessions::end_all(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> own;
    for (const auto& [hash, session] : sessions_)
        if (session.person == person) own.push_back(hash);
    for (const auto& hash : own) drop(hash);
    ++endings_[person.str()];
    return own.size();
}

std::uint64_t Sessions::endings(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    const auto found = endings_.find(person.str());
    return found == endings_.end() ? 0 : found->second;
}

std::vector<std::pair<Digest, Session>> Sessions::of(const PersonCode& person, Time now) {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<Digest, Session>> own;
    for (const auto& [hash, session] : sessions_)
        if (session.person == person && !is_over(session, now)) own.emplace_back(Digest::of(hash), session);
    std::sort(own.begin(), own.end(),
              [](const auto& left, const auto& right) { return left.second.began.at > right.second.began.at; });
    return own;
}

void Sessions::keep(const std::string& hash, const Session& session) const {
    events::Files::real().make_directory(directory_);
    events::replace_file(directory_ / hash, json::to_json(session), events::kOwnerOnly);
}

bool Sessions::drop(const std::string& hash) {
    const bool was_there = sessions_.erase(hash) > 0;
    std::error_code error;
    std::filesystem::remove(directory_ / hash, error);
    return was_there;
}

}  // namespace minhbach::api::sign_in
