// What is known of erasures, legal holds and terms of keeping. Part of the registry: few, and asked as a whole.
#pragma once

#include <map>
#include <optional>

#include "events/codec/codec.hpp"

namespace minhbach::services::erasure {

enum class Status : std::uint8_t { requested, refused, withdrawn, approved, executed };

struct Erasure {
    ErasureRequested requested;
    PersonCode requester;
    Status status = Status::requested;
};

struct Hold {
    LegalHoldPlaced placed;
    bool lifted = false;
};

class Erasures {
public:
    const Erasure* find(const ErasureId& id) const;  // nullptr: none
    // The one that is requested, approved or executed; nullptr: none. A person has at most one.
    const Erasure* standing(const PersonCode& subject) const;
    const Hold* hold(const HoldId& id) const;
    const std::map<HoldId, Hold>& holds() const { return holds_; }
    // For how long records of this kind are kept; nullptr: nobody said, so they are kept.
    const RetentionDefined* retention(RecordKind kind) const;
    bool has_retention(const RetentionId& id) const;
    void apply(const events::Recorded& recorded);

private:
    std::map<ErasureId, Erasure> erasures_;
    std::map<HoldId, Hold> holds_;
    std::map<RetentionId, RetentionDefined> classes_;
    std::map<RecordKind, RetentionId> class_of_;
};

}  // namespace minhbach::services::erasure
