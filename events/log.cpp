#include "events/log.hpp"

#include <future>

#include "events/fingerprint.hpp"

namespace minhbach::events {

bool Replay::is_of(const Hash& fingerprint_of_request) const {
    return fingerprint == kept_fingerprint(fingerprint_key, fingerprint_of_request) ||
           fingerprint == fingerprint_of_request;
}

Result<Assigned> Log::append_and_wait(Ledger ledger, Append append) {
    std::promise<Result<Assigned>> promise;
    auto outcome = promise.get_future();
    const auto accepted = this->append(ledger, std::move(append),
                                       [&promise](Result<Assigned> result) { promise.set_value(std::move(result)); });
    if (!accepted) return accepted;
    return outcome.get();
}

}  // namespace minhbach::events
