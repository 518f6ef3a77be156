#include "events/erasures.hpp"

#include <algorithm>

#include "events/codec/codec.hpp"

namespace minhbach::events {

std::vector<ApprovedErasure> approved_erasures(const Log& log) {
    std::vector<ApprovedErasure> approved;
    for (const auto position : log.category_positions(Ledger::main, "erasure")) {
        const auto recorded = decode(log.read(Ledger::main, position));
        if (const auto* event = std::get_if<ErasureApproved>(&recorded.event)) {
            approved.push_back({event->erasure, event->subject, position, false});
        } else if (const auto* done = std::get_if<ErasureExecuted>(&recorded.event)) {
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

}  // namespace minhbach::events
