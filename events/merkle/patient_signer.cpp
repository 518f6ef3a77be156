#include "events/merkle/patient_signer.hpp"

#include <exception>
#include <thread>
#include <utility>

namespace minhbach::events::merkle {
namespace {

bool has_answered(std::future<std::string>& answer, std::chrono::milliseconds within) {
    return answer.wait_for(within) == std::future_status::ready;
}

}  // namespace

PatientSigner::PatientSigner(std::shared_ptr<const Signer> signer, std::chrono::milliseconds patience)
    : signer_(std::move(signer)), patience_(patience) {}

std::string PatientSigner::sign(std::string_view text) const {
    const std::unique_lock turn(turn_, patience_);
    if (!turn || (overdue_.valid() && !has_answered(overdue_, std::chrono::milliseconds(0))))
        throw SignerUnavailable("the key does not answer");
    std::promise<std::string> promise;
    overdue_ = promise.get_future();
    // A thread for each signature: there is one a second, and one that hangs can be left behind.
    std::thread([signer = signer_, promise = std::move(promise), asked = std::string(text)]() mutable {
        try {
            promise.set_value(signer->sign(asked));
        } catch (...) {
            promise.set_exception(std::current_exception());
        }
    }).detach();
    if (!has_answered(overdue_, patience_)) throw SignerUnavailable("the key does not answer");
    return overdue_.get();
}

}  // namespace minhbach::events::merkle
