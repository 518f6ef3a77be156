// The inspection trace: one row per act, found by subject, dossier, actor, unit, mandate and time. Who rated whom,
// when, in what capacity, on what authority.
#pragma once

#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/paper.hpp"
#include "projections/basis.hpp"
#include "projections/erasures.hpp"

namespace minhbach::projections {

// Everything that was done to or about a person, a unit or a paper that acts rely on.
struct Act {
    Provenance by;
    std::string type;         // "rating.decided"
    std::string correlation;  // shared by all events of one command
    std::optional<CycleId> cycle;
    std::optional<DossierId> dossier;
    std::optional<PersonCode> subject;
    std::optional<std::string> subject_name;  // filled in when answered
    std::optional<UnitCode> unit;             // of the subject's post, or the unit acted on
    std::optional<UnitCode> agency;           // whose competent person decides
    std::optional<DocumentId> document;       // the document of the act itself (decision, notice, letter)
    std::vector<FieldChange> changes;         // short from -> to values
    std::optional<Text> reason;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(Act, (),
                      (by, type, correlation, cycle, dossier, subject, subject_name, unit, agency, document, changes,
                       reason, breaches))

// What is asked of the trace. Exactly one of subject, actor, unit, dossier may be set, or none (all acts, by time).
struct TraceQuestion {
    std::optional<PersonCode> subject;
    std::optional<PersonCode> actor;
    std::optional<UnitCode> unit;  // with everything below it, as the tree stands
    std::optional<DossierId> dossier;
    std::optional<CycleId> cycle;
    std::vector<std::string> types;      // empty: all; "self." stands for all types that begin so
    std::optional<Time> from, to;        // recorded_at in [from, to)
    std::optional<std::int64_t> before;  // keyset cursor: only acts at smaller positions
    std::size_t limit = 50;              // 1..500
};

struct TraceAnswer {
    Basis basis;
    std::vector<Act> items;              // newest first
    std::optional<std::int64_t> next;    // `before` of the next page
    std::optional<ErasedPerson> erased;  // the subject or actor that was asked for
};
BOOST_DESCRIBE_STRUCT(TraceAnswer, (), (basis, items, next, erased))

// One actor, in one capacity, on one mandate, with one kind of act.
struct RaterLine {
    PersonName actor;
    std::string capacity;
    std::optional<MandateId> mandate;
    std::optional<DocumentName> document;  // of the mandate
    std::optional<Date> from, to;          // of the mandate
    Entry entry = Entry::native;
    std::string type;
    int count = 0;  // of distinct subjects
    std::vector<PersonName> subjects;
    Time first_at;
    Time last_at;
};
BOOST_DESCRIBE_STRUCT(RaterLine, (),
                      (actor, capacity, mandate, document, from, to, entry, type, count, subjects, first_at, last_at))

struct RatersAnswer {
    Basis basis;
    UnitName unit;
    std::vector<RaterLine> items;  // by first act
};
BOOST_DESCRIBE_STRUCT(RatersAnswer, (), (basis, unit, items))

}  // namespace minhbach::projections
