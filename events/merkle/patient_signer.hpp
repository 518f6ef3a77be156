// A signer that answers within a time, whatever the key behind it does: a card reader or a network HSM may hang, and
// whoever waits for a signature holds up the writer of the log.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "events/merkle/signer.hpp"

namespace minhbach::events::merkle {

// While a signature is overdue the key is not asked for another: `sign` throws at once until that one has come or
// failed. A signature that comes too late is thrown away. Thread-safe.
class PatientSigner : public Signer {
public:
    PatientSigner(std::shared_ptr<const Signer> signer, std::chrono::milliseconds patience);

    const std::string& public_key() const override { return signer_->public_key(); }
    // What the key behind it throws, and SignerUnavailable where it does not answer in time.
    std::string sign(std::string_view text) const override;

private:
    const std::shared_ptr<const Signer> signer_;  // shared with the thread that waits for it, which may outlive this
    const std::chrono::milliseconds patience_;
    mutable std::timed_mutex turn_;             // one signature after another
    mutable std::future<std::string> overdue_;  // of the key that did not answer in time; under `turn_`
};

}  // namespace minhbach::events::merkle
