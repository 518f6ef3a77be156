// Events to sealed-ready parts and back. The type's name and schema number travel in the record.
//
// An event about one person (it has a member `person`, or an `owner` who is one) is one part sealed under that
// person's key; Sections go to parts of their own; everything else is a plain part. A member `subject` makes a
// person a subject of the record and seals nothing: erasures outlive the key. Types, members and schemas that are
// not known are refused: a store written by a newer program is not half-read. A changed struct keeps its predecessor as
// `using Previous`, counts `kSchema` up and gives `static T upcast(Previous)`; stored events of every older schema are
// then read through the chain.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/log.hpp"
#include "events/vocabulary/events.hpp"

namespace minhbach::events {

// An event with its record, as folds see it.
struct Recorded {
    Record record;
    Event event;
};

// Leaves id, effective, decided_at and causation to the caller. Erased cannot be encoded (std::logic_error).
NewEvent encode(const Event& event);

// Throws std::runtime_error naming type and place if the stored event is not known or not well-formed: the log and the
// program do not fit together, and nothing may be folded past it.
Event decode(std::string_view type, std::uint64_t schema, const std::vector<Part>& parts,
             const std::vector<bool>& lost);
Recorded decode(Stored stored);

std::string_view type_name(const Event& event);  // "rating.decided"
std::vector<std::string_view> known_types();     // in the order of the Event list, without Erased
std::string to_json(const Event& event);         // whole, sections in place: for answers and golden files

}  // namespace minhbach::events
