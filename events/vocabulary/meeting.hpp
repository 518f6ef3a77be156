// The comment meeting and its minutes (khoản 2 Điều 17, 18, 19 ND 90): composition, attendance, attributed opinions,
// adoption.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/codec/sections.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

enum class AttendeeRole : std::uint8_t {
    leadership,
    party_committee,
    trade_union,
    youth_union,
    head_of_constituent,
    staff
};
BOOST_DESCRIBE_ENUM(AttendeeRole, leadership, party_committee, trade_union, youth_union, head_of_constituent, staff)

// Everybody who was due, present or not.
struct Attendee {
    PersonCode person;
    AttendeeRole role = AttendeeRole::staff;
    bool present = true;
    bool in_writing = false;  // absent, opinion given in writing (large agencies, heads of constituent units)
    std::optional<Label> absence_reason;
    friend bool operator==(const Attendee&, const Attendee&) = default;
};
BOOST_DESCRIBE_STRUCT(Attendee, (), (person, role, present, in_writing, absence_reason))

struct MeetingHeld {
    static constexpr std::string_view kType = "meeting.held";
    MeetingId meeting;
    CycleId cycle;
    UnitCode unit;
    Time held_at;
    std::optional<Time> ended_at;
    PersonCode chair;
    PersonCode secretary;
    std::vector<Attendee> attendees;
    std::vector<PersonCode> discussed;  // the rated persons
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const MeetingHeld&, const MeetingHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(MeetingHeld, (),
                      (meeting, cycle, unit, held_at, ended_at, chair, secretary, attendees, discussed, paper,
                       breaches))

// One attributed opinion about one rated person, numbered as in the minutes.
struct Opinion {
    int number = 0;
    PersonCode speaker;
    Text text;
    friend bool operator==(const Opinion&, const Opinion&) = default;
};
BOOST_DESCRIBE_STRUCT(Opinion, (), (number, speaker, text))

// Version 1 at the meeting; a later version replaces it after correction, the earlier stays readable.
struct MinutesAdopted {
    static constexpr std::string_view kType = "minutes.adopted";
    MeetingId meeting;
    int version = 1;
    Time adopted_at;
    Sections<Opinion> opinions;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const MinutesAdopted&, const MinutesAdopted&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesAdopted, (), (meeting, version, adopted_at, opinions, paper, breaches))

// The adopted minutes are opened again; until they are adopted anew no proposal or decision can rest on them.
struct MinutesReopened {
    static constexpr std::string_view kType = "minutes.reopened";
    MeetingId meeting;
    Text reason;
    friend bool operator==(const MinutesReopened&, const MinutesReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesReopened, (), (meeting, reason))

}  // namespace minhbach
