#include "api/sign_in/tokens.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "api/sign_in/refusals.hpp"
#include "events/files.hpp"
#include "events/log.hpp"
#include "events/record.hpp"

namespace minhbach::api::sign_in {
namespace {

std::string hash_of(std::string_view token) {
    return events::hex(events::sha256(token));
}

constexpr std::int64_t kLookAgainMillis = 2'000;

bool may_be_token(std::string_view token) {
    return token.size() >= 20 && token.size() <= 200;
}

Refusal token_expired() {
    return {"token-expired",
            "",
            "",
            "Mã truy cập đã hết hạn; hãy xin mã mới.",
            "The token has expired; ask for a new one.",
            {}};
}

// The bearer of a token shows it with every request.
Proof proof_of_token(Time now) {
    static const std::vector<Label> kKeptBySoftware{Label::of("swk")};
    return {SignInMethod::token, {}, kKeptBySoftware, {}, now};
}

// That its key is there was shown when the connection began.
Proof proof_of_certificate(Time now) {
    static const std::vector<Label> kKey{Label::of("pop")};
    return {SignInMethod::machine, {}, kKey, {}, now};
}

}  // namespace

Time SystemClock::now() {
    using namespace std::chrono;
    return Time::from_millis(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

Result<std::string> Tokens::issue(const PersonCode& person, Time now, int days) {
    std::array<unsigned char, 32> random;
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) throw std::runtime_error("no randomness");
    const std::string token = "mb_" + events::hex({reinterpret_cast<const char*>(random.data()), random.size()});
    if (auto refusal = keep(hash_of(token), person, now, days)) return *std::move(refusal);
    return token;
}

std::optional<Refusal> Tokens::admit(const Digest& certificate, const PersonCode& person, Time now, int days) {
    return keep(certificate.str(), person, now, days);
}

std::optional<Refusal> Tokens::keep(const std::string& hash, const PersonCode& person, Time now, int days) const {
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    ::chmod(directory_.c_str(), 0700);
    const auto path = directory_ / hash;
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    const std::string line = person.str() + " " + now.plus_millis(days * 86'400'000LL).rfc3339() + "\n";
    const bool written =
        file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (written) return std::nullopt;
    return Refusal{"directory-missing",
                   "",
                   "",
                   "Không ghi được mã truy cập vào " + path.string() + ".",
                   "The token could not be written to " + path.string() + ".",
                   {}};
}

std::optional<Tokens::Known> Tokens::on_disk(const std::string& hash) const {
    std::optional<std::string> text;
    try {
        text = events::read_file(directory_ / hash);
    } catch (const std::system_error& failure) {
        // Without descriptors, say. Whether the token is one is not known: nobody is let in on it, or turned away.
        throw events::Unavailable(std::string("a token cannot be looked up: ") + failure.what());
    }
    if (!text) return std::nullopt;
    const auto space = text->find(' ');
    const auto code = PersonCode::parse(text->substr(0, space));
    const auto end = text->find('\n');
    if (space == std::string::npos || end == std::string::npos || !code) return std::nullopt;
    const auto time = Time::parse(text->substr(space + 1, end - space - 1));
    if (!time) return std::nullopt;
    return Known{*code, *time, {}, false};
}

bool Tokens::admits(std::string_view token, Time now) {
    if (!may_be_token(token)) return false;
    const std::string hash = hash_of(token);
    std::lock_guard lock(mutex_);
    const auto used = known_.find(hash);
    try {
        const auto known = used != known_.end() ? std::optional(used->second) : on_disk(hash);
        return known && now < known->expires_at;
    } catch (const events::Unavailable&) {
        return false;
    }
}

void Tokens::forget(const Digest& token_hash) {
    const std::lock_guard lock(mutex_);
    known_.erase(token_hash.str());
}

void Tokens::withdraw(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    std::erase_if(known_, [&](const auto& known) { return known.second.person == person; });
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(directory_, error)) {
        const auto known = on_disk(file.path().filename().string());
        if (known && known->person == person) std::filesystem::remove(file.path());
    }
}

// What is known of it, looked at again from time to time; null if there is no such token. Under the lock.
Tokens::Known* Tokens::looked_up(const std::string& hash, Time now) {
    const auto found = known_.find(hash);
    const bool is_known = found != known_.end();
    if (is_known && now <= found->second.looked_up.plus_millis(kLookAgainMillis)) return &found->second;
    try {
        auto known = on_disk(hash);
        if (!known) {
            known_.erase(hash);
            return nullptr;
        }
        known->looked_up = now;
        known->used = is_known && found->second.used;
        return &known_.insert_or_assign(hash, *known).first->second;
    } catch (const events::Unavailable&) {
        // Who was let in goes on until the file can be looked at again: nothing says that it was taken away.
        if (!is_known) throw;
        return &found->second;
    }
}

std::optional<Refusal> Tokens::refusal_of(const Digest& token_hash, Time now) {
    const std::lock_guard lock(mutex_);
    const Known* known = looked_up(token_hash.str(), now);
    if (!known) return valid_token_required();
    if (now >= known->expires_at) return token_expired();
    return std::nullopt;
}

Result<SignedIn> Tokens::check(std::string_view token, Time now) {
    if (!may_be_token(token)) return valid_token_required();
    return checked(hash_of(token), now, proof_of_token(now), true);
}

Result<SignedIn> Tokens::peek(std::string_view token, Time now) {
    if (!may_be_token(token)) return valid_token_required();
    return checked(hash_of(token), now, proof_of_token(now), false);
}

Result<SignedIn> Tokens::check_certificate(const Digest& certificate, Time now) {
    return checked(certificate.str(), now, proof_of_certificate(now), true);
}

Result<SignedIn> Tokens::peek_certificate(const Digest& certificate, Time now) {
    return checked(certificate.str(), now, proof_of_certificate(now), false);
}

Result<SignedIn> Tokens::checked(const std::string& hash, Time now, Proof proof, bool is_use) {
    const std::lock_guard lock(mutex_);
    Known* known = looked_up(hash, now);
    if (!known) return valid_token_required();
    if (now >= known->expires_at) return token_expired();
    const bool first_use = is_use && !std::exchange(known->used, true);
    return SignedIn{known->person, known->expires_at, Digest::of(hash), first_use, std::move(proof), false, {}};
}

}  // namespace minhbach::api::sign_in
