// What every answer is given on, and small types shared by all answers. Answers are described structs: the API writes
// them with the generic codec, and its schemas derive from them.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/codec/codec.hpp"
#include "events/codec/json.hpp"

namespace minhbach::projections {

// Up to where an answer knows. Positions are those of the main ledger (of the access ledger for questions on views and
// refusals); -1 means that nothing is folded yet.
struct Basis {
    std::int64_t position = -1;        // the last event this answer takes into account
    std::int64_t applied = -1;         // the last event all projections have folded
    bool complete = true;              // false: a projection stopped or is still being rebuilt, see `stopped`
    std::vector<std::string> stopped;  // names of projections that cannot answer up to `applied`
};
BOOST_DESCRIBE_STRUCT(Basis, (), (position, applied, complete, stopped))

// A page of a list in the order of its keys.
struct Keyset {
    std::optional<std::string> after;  // `next` of the page before
    std::size_t limit = SIZE_MAX;
};

// JSON text that is written as it is: whole events. Empty text is written as null.
struct RawJson {
    std::string text;
};

enum class Entry : std::uint8_t { native, paper };
BOOST_DESCRIBE_ENUM(Entry, native, paper)

// Who did an act, when, in what capacity, on what. The names are filled in when a question is answered.
struct Provenance {
    std::int64_t position = 0;
    Time recorded_at;
    std::optional<Time> acted_at;  // when a PAPER act was done, as its document says
    PersonCode actor;
    std::optional<std::string> actor_name;
    std::string capacity;  // e.g. IN_OFFICE
    std::optional<MandateId> mandate;
    std::optional<DocumentId> mandate_document;
    std::optional<std::string> mandate_document_number;
    std::optional<PersonCode> entered_by;
    Entry entry = Entry::native;
    Time at() const { return acted_at.value_or(recorded_at); }
};
BOOST_DESCRIBE_STRUCT(Provenance, (),
                      (position, recorded_at, acted_at, actor, actor_name, capacity, mandate, mandate_document,
                       mandate_document_number, entered_by, entry))

Provenance provenance_of(const events::Record& record);

// An event with its provenance.
template <class T>
struct Sourced {
    Provenance by;
    T event;
    BOOST_DESCRIBE_CLASS(Sourced, (), (by, event), (), ())
};

// A unit is always shown with its code and its parent: names repeat in the province.
struct UnitName {
    UnitCode unit;
    std::string name;
    std::optional<UnitCode> parent;
    std::optional<std::string> parent_name;
};
BOOST_DESCRIBE_STRUCT(UnitName, (), (unit, name, parent, parent_name))

struct PersonName {
    PersonCode person;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonName, (), (person, name))

struct DocumentName {
    DocumentId document;
    std::string number;
    std::optional<Date> date;
};
BOOST_DESCRIBE_STRUCT(DocumentName, (), (document, number, date))

// One field that differs between two values; a side is absent where the field is. `field` is a JSON pointer.
struct FieldChange {
    std::string field;
    std::optional<std::string> from;
    std::optional<std::string> to;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, from, to))

// Leaves of two JSON texts that differ, in the order of their pointers.
std::vector<FieldChange> field_changes(std::string_view before, std::string_view after);

}  // namespace minhbach::projections

namespace minhbach::json {
template <>
inline void write<projections::RawJson>(Writer& writer, const projections::RawJson& value) {
    writer.out += value.text.empty() ? "null" : value.text;
}
}  // namespace minhbach::json
