#include "services/evaluation/meeting.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::services::evaluation {

bool Meeting::covers(const PersonCode& person) const {
    return held && std::find(held->discussed.begin(), held->discussed.end(), person) != held->discussed.end();
}

void Meeting::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    if (const auto* meeting_held = std::get_if<MeetingHeld>(&recorded.event)) {
        held = *meeting_held;
    } else if (const auto* minutes = std::get_if<MinutesAdopted>(&recorded.event)) {
        version = minutes->version;
        adopted = true;
        adopted_at = minutes->adopted_at;
    } else if (std::holds_alternative<MinutesReopened>(recorded.event)) {
        adopted = false;
    } else {
        throw std::logic_error("not an event of a meeting: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::evaluation
