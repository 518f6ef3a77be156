#include "services/erasure/erasures.hpp"

namespace minhbach::services::erasure {

const Erasure* Erasures::find(const ErasureId& id) const {
    const auto found = erasures_.find(id);
    return found == erasures_.end() ? nullptr : &found->second;
}

const Erasure* Erasures::standing(const PersonCode& subject) const {
    for (const auto& [id, one] : erasures_) {
        if (one.requested.subject == subject && one.status != Status::refused && one.status != Status::withdrawn)
            return &one;
    }
    return nullptr;
}

const Hold* Erasures::hold(const HoldId& id) const {
    const auto found = holds_.find(id);
    return found == holds_.end() ? nullptr : &found->second;
}

const RetentionDefined* Erasures::retention(RecordKind kind) const {
    const auto found = class_of_.find(kind);
    return found == class_of_.end() ? nullptr : &classes_.at(found->second);
}

bool Erasures::has_retention(const RetentionId& id) const {
    return classes_.contains(id);
}

void Erasures::apply(const events::Recorded& recorded) {
    const auto become = [&](const ErasureId& id, Status status) { erasures_.at(id).status = status; };
    if (const auto* requested = recorded.event.as<ErasureRequested>()) {
        erasures_[requested->erasure] = {*requested, recorded.record.actor, Status::requested};
    } else if (const auto* approved = recorded.event.as<ErasureApproved>()) {
        become(approved->erasure, Status::approved);
    } else if (const auto* refused = recorded.event.as<ErasureRefused>()) {
        become(refused->erasure, Status::refused);
    } else if (const auto* withdrawn = recorded.event.as<ErasureWithdrawn>()) {
        become(withdrawn->erasure, Status::withdrawn);
    } else if (const auto* executed = recorded.event.as<ErasureExecuted>()) {
        become(executed->erasure, Status::executed);
    } else if (const auto* placed = recorded.event.as<LegalHoldPlaced>()) {
        holds_[placed->hold].placed = *placed;
    } else if (const auto* lifted = recorded.event.as<LegalHoldLifted>()) {
        holds_.at(lifted->hold).lifted = true;
    } else if (const auto* defined = recorded.event.as<RetentionDefined>()) {
        classes_[defined->retention] = *defined;
        for (const auto kind : defined->kinds) class_of_[kind] = defined->retention;
    }
}

}  // namespace minhbach::services::erasure
