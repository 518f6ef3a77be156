#include "api/sign_in/machine_tokens.hpp"

#include <algorithm>

#include "api/sign_in/refusals.hpp"
#include "api/sign_in/secrets.hpp"

namespace minhbach::api::sign_in {

Result<std::string> MachineTokens::issue(const SignedIn& with, Time now) {
    auto token = random_secret(kPrefix);
    const auto hash = hash_of_secret(token);
    const auto lasts = std::chrono::duration_cast<std::chrono::milliseconds>(kLasts).count();
    SignedIn issued{
        with.person,    std::min(with.expires_at, now.plus_millis(lasts)), Digest::of(hash), false, with.proof, false,
        with.token_hash};
    issued.proof.method = SignInMethod::machine;
    issued.proof.at = now;
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kAtOnceMax)
        std::erase_if(known_, [&](const auto& known) { return now >= known.second.expires_at; });
    if (known_.size() >= kAtOnceMax) {
        return Refusal{"overloaded",
                       "",
                       "",
                       "Đang có quá nhiều mã của máy; hãy thử lại sau.",
                       "Too many tokens of machines are good at once; try again later.",
                       {}};
    }
    known_.emplace(hash, std::move(issued));
    return token;
}

Result<SignedIn> MachineTokens::check(std::string_view token, Time now) {
    const auto hash = hash_of_secret(token);
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(hash);
    if (found == known_.end()) return valid_token_required();
    if (now < found->second.expires_at) return found->second;
    known_.erase(found);
    return Refusal{"token-expired",
                   "",
                   "",
                   "Mã của máy đã hết hạn; hãy xin mã mới.",
                   "The machine's token has expired; ask for another.",
                   {}};
}

void MachineTokens::withdraw(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    std::erase_if(known_, [&](const auto& known) { return known.second.person == person; });
}

}  // namespace minhbach::api::sign_in
