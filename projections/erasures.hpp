// Erasures with who asked, who approved and what was lost; legal holds; terms of keeping. Of an erased person every
// answer says so from here, and never a value in the place of one that is gone.
#pragma once

#include <optional>
#include <vector>

#include "projections/basis.hpp"

namespace minhbach::projections {

// A person whose data was erased: by which erasure, since when, on what.
struct ErasedPerson {
    ErasureId erasure;
    Time since;  // when it was approved
    DocumentId document;
    Label clause;
};
BOOST_DESCRIBE_STRUCT(ErasedPerson, (), (erasure, since, document, clause))

enum class ErasureStatus : std::uint8_t { requested, refused, withdrawn, approved, executed };
BOOST_DESCRIBE_ENUM(ErasureStatus, requested, refused, withdrawn, approved, executed)

struct ErasureRow {
    ErasureId erasure;
    PersonCode subject;
    ErasureStatus status = ErasureStatus::requested;
    DocumentId document;
    Label clause;
    Text reason;
    Provenance requested;
    std::optional<Provenance> decided;  // approved, refused or withdrawn
    std::optional<Text> decided_reason;
    std::optional<Provenance> executed;
    std::optional<ErasureExecuted> lost;
    int revision = 0;  // number of events of its stream
};
BOOST_DESCRIBE_STRUCT(ErasureRow, (),
                      (erasure, subject, status, document, clause, reason, requested, decided, decided_reason, executed,
                       lost, revision))

struct HoldRow {
    LegalHoldPlaced hold;
    Provenance placed;
    std::optional<Provenance> lifted;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(HoldRow, (), (hold, placed, lifted, revision))

struct RetentionRow {
    RetentionDefined defined;
    Provenance by;
};
BOOST_DESCRIBE_STRUCT(RetentionRow, (), (defined, by))

struct ErasureAnswer {
    Basis basis;
    ErasureRow erasure;
    DocumentName document;
};
BOOST_DESCRIBE_STRUCT(ErasureAnswer, (), (basis, erasure, document))

struct ErasuresAnswer {
    Basis basis;
    std::vector<ErasureRow> items;    // by id
    std::optional<std::string> next;  // `after` of the next page
    int total = 0;
};
BOOST_DESCRIBE_STRUCT(ErasuresAnswer, (), (basis, items, next, total))

struct HoldsAnswer {
    Basis basis;
    std::vector<HoldRow> items;  // by id
    std::optional<std::string> next;
    int total = 0;
};
BOOST_DESCRIBE_STRUCT(HoldsAnswer, (), (basis, items, next, total))

struct RetentionAnswer {
    Basis basis;
    std::vector<RetentionRow> items;  // by id; the last that names a kind holds
};
BOOST_DESCRIBE_STRUCT(RetentionAnswer, (), (basis, items))

}  // namespace minhbach::projections
