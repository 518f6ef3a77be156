// Hand-over: the lists of state levels that one agency gave to party committees in one cycle. The state's rating comes
// before the party's, so a party rating rests on a line that was received.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::services::party {

struct HandedList {
    int number = 0;
    Label committee;
    UnitCode committee_unit;
    bool correction = false;
    bool received = false;
    std::set<PersonCode> people{};  // of its lines, those erased too
};

// The last line about a person.
struct HandedLine {
    HandedOverLevel value;
    int number = 0;  // of the list it is in
};

struct HandOver {
    std::map<int, HandedList> lists;  // by number
    std::map<PersonCode, HandedLine> lines;

    bool exists() const { return !lists.empty(); }
    // The line whose list was received; nullptr: none, or only one that waits for its receipt.
    const HandedLine* received(const PersonCode& person) const;
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::party
