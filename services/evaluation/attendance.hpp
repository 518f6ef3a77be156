// Who sat together, and when: of comment meetings and of review conferences alike.
#pragma once

#include <vector>

#include "services/organisation/inputs.hpp"

namespace minhbach::services::evaluation {

struct Attendance {
    Time held_at;
    std::optional<Time> ended_at;
    PersonCode chair;
    PersonCode secretary;
    std::vector<Attendee> attendees;
};

// Of a command with these members.
template <class Held>
Attendance attendance_of(const Held& held) {
    return {held.held_at, held.ended_at, held.chair, held.secretary, held.attendees};
}

// It took place before `now`, everybody is known and listed once, and only the absent wrote.
void check_attendance(Past& past, const Attendance& attendance, Time now, organisation::Problems& problems);

}  // namespace minhbach::services::evaluation
