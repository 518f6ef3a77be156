#include "events/erasures.hpp"

#include <algorithm>

#include "events/codec/codec.hpp"

namespace minhbach::events {

std::vector<ApprovedErasure> approved_erasures(const Log& log) {
    std::vector<ApprovedErasure> approved;
    for (const auto position : log.category_positions(Ledger::main, "erasure")) {
        const auto recorded = decode(log.read(Ledger::main, position));
        if (const auto* event = recorded.event.as<ErasureApproved>()) {
            approved.push_back({event->erasure, event->subject, position, false});
        } else if (const auto* done = recorded.event.as<ErasureExecuted>()) {
            const auto found = std::find_if(approved.begin(), approved.end(),
                                            [&](const auto& one) { return one.erasure == done->erasure; });
            if (found != approved.end()) found->executed = true;
        }
    }
    return approved;
}

std::vector<PersonCode> reapply_erasures(Log& log) {
    std::vector<PersonCode> destroyed;
    for (const auto& erasure : approved_erasures(log)) {
        if (log.erase(erasure.subject)) destroyed.push_back(erasure.subject);
    }
    return destroyed;
}

Lost count_lost(const Log& log, const PersonCode& subject) {
    Lost lost;
    for (const auto ledger : {Ledger::main, Ledger::access}) {
        for (const auto position : log.subject_positions(ledger, subject)) {
            const auto stored = log.read(ledger, position);
            const auto parts = std::count_if(stored.parts.begin(), stored.parts.end(),
                                             [&](const auto& part) { return part.subject == subject; });
            if (parts == 0) continue;
            if (ledger == Ledger::access) {
                ++lost.access_events;
                continue;
            }
            ++lost.events;
            lost.parts += parts;
            lost.files += stored.record.type == AttachmentStored::kType ? 1 : 0;
        }
    }
    return lost;
}

}  // namespace minhbach::events
