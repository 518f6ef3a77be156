// Units, people, mandates, documents and cycles as entered, with every correction: who was called what and held which
// post on a day, and on which paper a power rests, as known now or at an earlier position.
#pragma once

#include "events/vocabulary/concretisation.hpp"
#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/document.hpp"
#include "events/vocabulary/mandate.hpp"
#include "events/vocabulary/organisation.hpp"
#include "events/vocabulary/relation.hpp"
#include "projections/basis.hpp"
#include "projections/erasures.hpp"

namespace minhbach::projections {

struct UnitVersion {
    Date from;
    Label name;
    std::optional<UnitCode> parent;
    std::optional<DocumentId> document;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(UnitVersion, (), (from, name, parent, document, position))

struct Unit {
    UnitCode unit;
    UnitKind kind = UnitKind::division;
    std::vector<UnitVersion> versions;      // ascending by `from`
    std::optional<Date> dissolved_on;       // first day without the unit
    const UnitVersion* at(Date day) const;  // nullptr: did not exist that day
};
BOOST_DESCRIBE_STRUCT(Unit, (), (unit, kind, versions, dissolved_on))

// Where something stands in the log; what it says is read there, as long as it is there.
struct RecordedAt {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedAt, (), (position))

struct Person {
    PersonCode person;
    std::optional<Label> full_name;  // absent: erased
    std::optional<Date> birth_date;
    std::optional<Sex> sex;
    std::vector<Post> posts;                      // ascending by `from`
    std::vector<SecondmentRecorded> secondments;  // with the last day as it stands
    std::vector<PartyMembershipRecorded> party_membership;
    int corrections = 0;
    std::optional<PersonCode> merged_into;  // registered twice: the code that counts
    std::vector<PersonCode> duplicates;     // codes that were merged into this one
    // The post that decides the rating: leaders first, then the latest begun; nullptr: none that day.
    const Post* main_post_at(Date day) const;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (person, full_name, birth_date, sex, posts, secondments, party_membership, corrections,
                       merged_into, duplicates))

// The values that a correction replaced.
struct MandateBefore {
    std::int64_t position = 0;  // of the correction
    Time recorded_at;
    Date from;
    std::optional<Date> to;
    DocumentId document;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(MandateBefore, (), (position, recorded_at, from, to, document, reason))

struct MandateConfirmation {
    std::int64_t position = 0;
    Time recorded_at;
    PersonCode by;
};
BOOST_DESCRIBE_STRUCT(MandateConfirmation, (), (position, recorded_at, by))

struct Mandate {
    MandateId mandate;
    PersonCode person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    Capacity capacity = Capacity::in_office;
    Date from;
    std::optional<Date> to;  // last day
    DocumentId document;
    std::optional<Date> revoked_on;
    std::optional<DocumentId> revoked_by;
    std::int64_t position = 0;  // where it was entered
    Time entered_at;
    PersonCode granted_by;
    std::vector<MandateBefore> corrections;
    SecondPerson second_person = SecondPerson::not_asked;
    std::optional<MandateConfirmation> confirmed;  // by the second person, where one is awaited
    bool awaits_confirmation() const { return minhbach::awaits_confirmation(second_person, confirmed.has_value()); }
    // When it was known that it gives what it says.
    Time known_since() const { return confirmed ? confirmed->recorded_at : entered_at; }
    bool holds_on(Date day) const { return runs_on(day, from, to, revoked_on) && !awaits_confirmation(); }
};
BOOST_DESCRIBE_STRUCT(Mandate, (),
                      (mandate, person, powers, unit, reach, capacity, from, to, document, revoked_on, revoked_by,
                       position, entered_at, granted_by, corrections, second_person, confirmed))

struct DocumentBefore {
    std::int64_t position = 0;  // of the correction
    Time recorded_at;
    Label number;
    Date date;
    Date effective_from;
    std::optional<Date> effective_to;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(DocumentBefore, (), (position, recorded_at, number, date, effective_from, effective_to, reason))

struct Document {
    DocumentRegistered registered;  // as corrected
    std::int64_t position = 0;      // where it was entered
    Time entered_at;
    std::vector<DocumentBefore> corrections;
};
BOOST_DESCRIBE_STRUCT(Document, (), (registered, position, entered_at, corrections))

// A closing, and the reopening that ended it.
struct CycleClosing {
    Sourced<CycleClosed> closed;
    std::optional<Sourced<CycleReopened>> reopened;
};
BOOST_DESCRIBE_STRUCT(CycleClosing, (), (closed, reopened))

struct Cycle {
    CycleOpened opened;
    std::vector<ComparableGroupDefined> groups;  // of people
    std::vector<Sourced<CycleTermExtended>> extensions;
    std::vector<CycleClosing> closings;             // closed now: the last is not reopened
    std::vector<Sourced<RulebookBound>> bindings;   // of units that have another rulebook
    std::vector<Sourced<OverlayFilled>> overlays;   // the last of each slot
    std::vector<Sourced<CycleSetupCopied>> copies;  // of earlier cycles
    std::int64_t position = 0;
    std::vector<ComparableGroupDefined> collective_groups{};
    bool closed() const { return !closings.empty() && !closings.back().reopened; }
    const ComparableGroupDefined* group(const GroupId& id) const;
};
BOOST_DESCRIBE_STRUCT(Cycle, (),
                      (opened, groups, extensions, closings, bindings, overlays, copies, position, collective_groups))

// The moment from which on something is late: the end of the deadline's last day (UTC+07:00).
Time deadline_end(const Deadline& deadline);

// Answers.
struct PostView {
    Post post;
    UnitName unit;
    UnitName managed_by;
};
BOOST_DESCRIBE_STRUCT(PostView, (), (post, unit, managed_by))

// What is declared between two people; `kind` is what `other` is to `person`.
struct RelationView {
    PersonName person;
    PersonName other;
    RelationKind kind = RelationKind::spouse;
    std::optional<Date> since;
    std::optional<Date> ended_on;          // first day without it
    std::optional<DocumentName> document;  // absent: the word of `declared_by`
    PersonName declared_by;
};
BOOST_DESCRIBE_STRUCT(RelationView, (), (person, other, kind, since, ended_on, document, declared_by))

struct PersonAnswer {
    Basis basis;
    Person person;
    std::vector<PostView> posts;     // with the names the units had when the post began
    std::optional<PostView> on_day;  // the main post on the day asked for
    std::vector<Mandate> mandates;
    std::vector<RelationView> relations;  // declared under this code, then by others about it
    std::optional<ErasedPerson> erased;
};
BOOST_DESCRIBE_STRUCT(PersonAnswer, (), (basis, person, posts, on_day, mandates, relations, erased))

struct UnitAnswer {
    Basis basis;
    Unit unit;
    UnitName name;                   // on the day asked for
    std::vector<UnitName> children;  // on that day, by code
    std::uint64_t revision = 0;      // the If-Match of a change; filled in by whoever can ask the log
};
BOOST_DESCRIBE_STRUCT(UnitAnswer, (), (basis, unit, name, children, revision))

struct UnitsAnswer {
    Basis basis;
    std::vector<Unit> items;          // by code
    int total = 0;                    // of all pages
    std::optional<std::string> next;  // the last code of this page
};
BOOST_DESCRIBE_STRUCT(UnitsAnswer, (), (basis, items, total, next))

struct DocumentAnswer {
    Basis basis;
    Document document;
};
BOOST_DESCRIBE_STRUCT(DocumentAnswer, (), (basis, document))

struct MandateAnswer {
    Basis basis;
    Mandate mandate;
    std::optional<Document> document;
};
BOOST_DESCRIBE_STRUCT(MandateAnswer, (), (basis, mandate, document))

struct CycleAnswer {
    Basis basis;
    Cycle cycle;
    Time submission_end;  // from then on a file is late, but where a unit's term was extended further
    bool closed = false;
};
BOOST_DESCRIBE_STRUCT(CycleAnswer, (), (basis, cycle, submission_end, closed))

struct CyclesAnswer {
    Basis basis;
    std::vector<CycleOpened> items;
};
BOOST_DESCRIBE_STRUCT(CyclesAnswer, (), (basis, items))

}  // namespace minhbach::projections
