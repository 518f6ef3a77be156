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
    if (const auto* requested = std::get_if<ErasureRequested>(&recorded.event)) {
        erasures_[requested->erasure] = {*requested, recorded.record.actor, Status::requested};
    } else if (const auto* approved = std::get_if<ErasureApproved>(&recorded.event)) {
        become(approved->erasure, Status::approved);
    } else if (const auto* refused = std::get_if<ErasureRefused>(&recorded.event)) {
        become(refused->erasure, Status::refused);
    } else if (const auto* withdrawn = std::get_if<ErasureWithdrawn>(&recorded.event)) {
        become(withdrawn->erasure, Status::withdrawn);
    } else if (const auto* executed = std::get_if<ErasureExecuted>(&recorded.event)) {
        become(executed->erasure, Status::executed);
    } else if (const auto* placed = std::get_if<LegalHoldPlaced>(&recorded.event)) {
        holds_[placed->hold].placed = *placed;
    } else if (const auto* lifted = std::get_if<LegalHoldLifted>(&recorded.event)) {
        holds_.at(lifted->hold).lifted = true;
    } else if (const auto* defined = std::get_if<RetentionDefined>(&recorded.event)) {
        classes_[defined->retention] = *defined;
        for (const auto kind : defined->kinds) class_of_[kind] = defined->retention;
    }
}

}  // namespace minhbach::services::erasure
