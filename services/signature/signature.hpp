// The actor of an act adds a personal digital signature over the bytes of its record. Optional: no rule asks for one,
// and what the act is worth does not change by it.
#pragma once

#include <optional>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::signature {

// Those over one record.
struct Signatures {
    static constexpr std::size_t signatures_max = 8;
    std::vector<Digest> digests;  // of the signatures as they came
    std::optional<int> last_year;
    void apply(const events::Recorded& recorded);
};

// `made` is what the door found: the record as it lies in the log, and the signature after it was validated against it
// (services/signature/validation.hpp). `actor` is that of the record.
struct SignAct {
    PersonCode actor;
    ActSigned made;
};

// By the actor of the act alone. Refuses `not-competent`, `already-exists` (this signature, or signatures_max of them),
// `invalid-field` for what is no act of a person on the state side: signatures, bookkeeping, the party's files.
Decision decide(Past& past, const Acting& acting, const SignAct& command);

}  // namespace minhbach::services::signature
