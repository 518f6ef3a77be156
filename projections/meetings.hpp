// Comment meetings: who was due, present, absent; every version of the minutes with its opinions.
#pragma once

#include "events/vocabulary/meeting.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

struct MeetingRow {
    MeetingId meeting;
    CycleId cycle;
    UnitCode unit;
    Provenance held;
    Time held_at;
    std::vector<PersonCode> discussed;
    std::vector<std::int64_t> minutes;   // positions, one for each version
    std::vector<std::int64_t> reopened;  // positions
    bool adopted = false;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingRow, (),
                      (meeting, cycle, unit, held, held_at, discussed, minutes, reopened, adopted, revision))

struct AttendeeView {
    PersonName person;
    AttendeeRole role = AttendeeRole::staff;
    bool present = true;
    bool in_writing = false;
    std::optional<Label> absence_reason;
};
BOOST_DESCRIBE_STRUCT(AttendeeView, (), (person, role, present, in_writing, absence_reason))

struct MeetingAnswer {
    Basis basis;
    MeetingId meeting;
    CycleId cycle;
    UnitName unit;
    Provenance held;
    Time held_at;
    std::optional<Time> ended_at;
    PersonName chair;
    PersonName secretary;
    int due = 0;
    int present = 0;
    int in_writing = 0;
    int absent = 0;  // neither present nor in writing
    std::vector<AttendeeView> attendees;
    std::vector<PersonName> discussed;
    bool adopted = false;
    std::vector<Sourced<MinutesAdopted>> minutes;  // every version, oldest first; the last stands
    std::vector<Sourced<MinutesReopened>> reopened;
    int revision = 0;  // events of the meeting's stream: its ETag
};
BOOST_DESCRIBE_STRUCT(MeetingAnswer, (),
                      (basis, meeting, cycle, unit, held, held_at, ended_at, chair, secretary, due, present, in_writing,
                       absent, attendees, discussed, adopted, minutes, reopened, revision))

struct MeetingLine {
    MeetingId meeting;
    UnitName unit;
    Time held_at;
    int discussed = 0;
    bool adopted = false;
    int minutes_version = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingLine, (), (meeting, unit, held_at, discussed, adopted, minutes_version))

struct MeetingsAnswer {
    Basis basis;
    CycleId cycle;
    std::vector<MeetingLine> items;   // by time
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // printable ASCII
};
BOOST_DESCRIBE_STRUCT(MeetingsAnswer, (), (basis, cycle, items, total, next))

}  // namespace minhbach::projections
