// The erasure of a person's data, what holds it up, and for how long records are kept. A person's key is destroyed and
// every proof stays valid; these events are what is left to say, so no part of them is sealed under that person's key
// and none holds the person's name: `subject` is the code.
//
// The order is durable step by step: approved, then the key is destroyed, then `erasure.executed`.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

struct ErasureRequested {
    static constexpr std::string_view kType = "erasure.requested";
    ErasureId erasure;
    PersonCode subject;
    DocumentId document;  // on which it is asked for: the person's request, a court's or an authority's decision
    Label clause;         // of the law it rests on
    Text reason;
    friend bool operator==(const ErasureRequested&, const ErasureRequested&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasureRequested, (), (erasure, subject, document, clause, reason))

// By another person than who asked. From here on the key is destroyed, also after a crash or in a restored copy.
struct ErasureApproved {
    static constexpr std::string_view kType = "erasure.approved";
    ErasureId erasure;
    PersonCode subject;
    friend bool operator==(const ErasureApproved&, const ErasureApproved&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasureApproved, (), (erasure, subject))

struct ErasureRefused {
    static constexpr std::string_view kType = "erasure.refused";
    ErasureId erasure;
    PersonCode subject;
    Text reason;
    friend bool operator==(const ErasureRefused&, const ErasureRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasureRefused, (), (erasure, subject, reason))

// By who asked, before anybody approved.
struct ErasureWithdrawn {
    static constexpr std::string_view kType = "erasure.withdrawn";
    ErasureId erasure;
    PersonCode subject;
    Text reason;
    friend bool operator==(const ErasureWithdrawn&, const ErasureWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasureWithdrawn, (), (erasure, subject, reason))

// The program's own entry once the key is gone: what was lost with it, counted from the log.
struct ErasureExecuted {
    static constexpr std::string_view kType = "erasure.executed";
    ErasureId erasure;
    PersonCode subject;
    std::int64_t events = 0;         // of the main ledger, with a part about the person
    std::int64_t parts = 0;          // of them
    std::int64_t access_events = 0;  // of the access ledger: who looked at what, and why
    std::int64_t files = 0;          // attachments about the person that were handed in
    friend bool operator==(const ErasureExecuted&, const ErasureExecuted&) = default;
};
BOOST_DESCRIBE_STRUCT(ErasureExecuted, (), (erasure, subject, events, parts, access_events, files))

// An inspection or a case: until it is lifted, nothing it reaches is erased. Over a person, or over everybody who has a
// dossier of `cycle` (absent: of any) in `unit` or below it.
struct LegalHoldPlaced {
    static constexpr std::string_view kType = "legal-hold.placed";
    HoldId hold;
    std::optional<PersonCode> subject;
    std::optional<UnitCode> unit;
    std::optional<CycleId> cycle;
    DocumentId document;
    Text reason;
    friend bool operator==(const LegalHoldPlaced&, const LegalHoldPlaced&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalHoldPlaced, (), (hold, subject, unit, cycle, document, reason))

struct LegalHoldLifted {
    static constexpr std::string_view kType = "legal-hold.lifted";
    HoldId hold;
    std::optional<PersonCode> subject;
    DocumentId document;
    Text reason;
    friend bool operator==(const LegalHoldLifted&, const LegalHoldLifted&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalHoldLifted, (), (hold, subject, document, reason))

// What is kept about a person, by the kind of record; each kind has streams of its own.
enum class RecordKind : std::uint8_t {
    personnel,    // identity, posts, party membership, service, discipline, mandates
    rating,       // dossiers, and opinions about the person in minutes
    work,         // tasks and results of a year
    remediation,  // plans and their measures
    objection,
    attachment  // files about the person
};
BOOST_DESCRIBE_ENUM(RecordKind, personnel, rating, work, remediation, objection, attachment)

// For how long records are kept; the last definition that names a kind holds. No definition: they are kept.
struct RetentionDefined {
    static constexpr std::string_view kType = "retention.defined";
    RetentionId retention;
    Label name;
    std::vector<RecordKind> kinds;
    std::optional<int> years;  // full calendar years after the one in which the work ended; absent: permanently
    DocumentId document;
    Label clause;
    friend bool operator==(const RetentionDefined&, const RetentionDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(RetentionDefined, (), (retention, name, kinds, years, document, clause))

}  // namespace minhbach
