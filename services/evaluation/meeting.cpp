#include "services/evaluation/meeting.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::services::evaluation {

bool Meeting::covers(const PersonCode& person) const {
    return held && std::find(held->discussed.begin(), held->discussed.end(), person) != held->discussed.end();
}

void Meeting::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    if (const auto* meeting_held = recorded.event.as<MeetingHeld>()) {
        held = *meeting_held;
    } else if (const auto* minutes = recorded.event.as<MinutesAdopted>()) {
        version = minutes->version;
        adopted = true;
        adopted_at = minutes->adopted_at;
    } else if (recorded.event.is<MinutesReopened>()) {
        adopted = false;
    } else {
        throw std::logic_error("not an event of a meeting: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::evaluation
