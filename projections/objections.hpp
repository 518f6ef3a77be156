// Objections with their internal terms, and the board of what re-evaluations left to be done, each by the unit that
// owes it.
#pragma once

#include "events/vocabulary/objection.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

enum class ObjectionStatus : std::uint8_t { filed, received, withdrawn, resolved };
BOOST_DESCRIBE_ENUM(ObjectionStatus, filed, received, withdrawn, resolved)

struct ObjectionReceiptValue {
    Provenance by;
    PersonCode resolver;
    bool resolver_decided = false;  // the same person decided the level
    bool in_time = true;
    Date answer_by;
    Label term_basis;
};
BOOST_DESCRIBE_STRUCT(ObjectionReceiptValue, (), (by, resolver, resolver_decided, in_time, answer_by, term_basis))

struct ResolutionValue {
    Provenance by;
    ObjectionOutcome outcome = ObjectionOutcome::rejected;
    bool resolver_decided = false;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(ResolutionValue, (), (by, outcome, resolver_decided, document))

struct ObjectionRow {
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    DossierId dossier;
    PersonCode person;
    CycleId cycle;
    UnitCode unit;    // of the person's post at the opening
    UnitCode agency;  // that manages the person
    int decision = 0;
    DocumentId decision_document;
    Date received_on;
    Provenance filed;
    std::optional<ObjectionReceiptValue> receipt;  // the last
    std::optional<Provenance> withdrawn;
    std::optional<ResolutionValue> resolution;
    int revision = 0;  // events of its stream: its ETag
    ObjectionStatus status() const {
        if (resolution) return ObjectionStatus::resolved;
        if (withdrawn) return ObjectionStatus::withdrawn;
        return receipt ? ObjectionStatus::received : ObjectionStatus::filed;
    }
};
BOOST_DESCRIBE_STRUCT(ObjectionRow, (),
                      (objection, kind, dossier, person, cycle, unit, agency, decision, decision_document, received_on,
                       filed, receipt, withdrawn, resolution, revision))

struct ObjectionLine {
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    DossierId dossier;
    PersonName person;
    UnitName unit;
    UnitName agency;
    int decision = 0;
    DocumentName decision_document;
    Date received_on;
    ObjectionStatus status = ObjectionStatus::filed;
    std::optional<PersonName> resolver;
    std::optional<bool> resolver_decided;  // of whoever resolved, else of whoever is to resolve
    std::optional<bool> in_time;
    std::optional<Date> answer_by;
    std::optional<Label> term_basis;
    bool overdue = false;  // not answered by then, or answered later
    std::optional<ObjectionOutcome> outcome;
    std::optional<Date> resolved_on;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(ObjectionLine, (),
                      (objection, kind, dossier, person, unit, agency, decision, decision_document, received_on, status,
                       resolver, resolver_decided, in_time, answer_by, term_basis, overdue, outcome, resolved_on,
                       revision))

// What the resolver did in the dossier that the objection is about: author of the level, or witness to what it rests
// on. No clause keeps a witness from resolving, nor the author of a petition or a first complaint; a reader should
// know.
enum class ResolverPart : std::uint8_t { commented, judged, proposed, decided };
BOOST_DESCRIBE_ENUM(ResolverPart, commented, judged, proposed, decided)

struct ObjectionAnswer {
    Basis basis;
    ObjectionLine line;
    std::optional<Sourced<ObjectionFiled>> filed;  // absent: erased
    std::vector<Sourced<ObjectionReceived>> receipts;
    std::optional<Sourced<ObjectionWithdrawn>> withdrawal;
    std::optional<Sourced<ObjectionResolved>> resolution;
    std::optional<DocumentName> resolution_document;
    std::vector<ResolverPart> resolver_parts;
};
BOOST_DESCRIBE_STRUCT(ObjectionAnswer, (),
                      (basis, line, filed, receipts, withdrawal, resolution, resolution_document, resolver_parts))

struct ObjectionsQuestion {
    CycleId cycle;
    std::optional<UnitCode> unit;  // of the person, or the managing agency
    std::optional<ObjectionStatus> status;
    bool overdue = false;  // only those
};

struct ObjectionCounts {
    int total = 0;
    int open = 0;
    int overdue = 0;
    int late = 0;    // filed after the internal term
    int upheld = 0;  // in whole or in part
    int rejected = 0;
    int resolved_by_decider = 0;  // by the person who had decided
};
BOOST_DESCRIBE_STRUCT(ObjectionCounts, (), (total, open, overdue, late, upheld, rejected, resolved_by_decider))

// What is told of one whose petitioner is protected to those who are not on its list: nothing that leads to a person.
struct ProtectedObjectionLine {
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    UnitName agency;
    Date received_on;
    ObjectionStatus status = ObjectionStatus::filed;
    std::optional<Date> answer_by;
    bool overdue = false;
    std::optional<ObjectionOutcome> outcome;
};
BOOST_DESCRIBE_STRUCT(ProtectedObjectionLine, (),
                      (objection, kind, agency, received_on, status, answer_by, overdue, outcome))

// The counts and `items` are of those that are not protected.
struct ObjectionsAnswer {
    Basis basis;
    CycleId cycle;
    ObjectionCounts counts;
    std::vector<ObjectionLine> items;                    // overdue first, then newest first
    std::vector<ProtectedObjectionLine> protected_ones;  // of the agency as a whole, by code
};
BOOST_DESCRIBE_STRUCT(ObjectionsAnswer, (), (basis, cycle, counts, items, protected_ones))

struct ProtectedObjectionsAnswer {
    Basis basis;
    CycleId cycle;
    std::vector<ObjectionLine> items;  // newest first
};
BOOST_DESCRIBE_STRUCT(ProtectedObjectionsAnswer, (), (basis, cycle, items))

// Who opened one.
struct ProtectedViewLine {
    std::int64_t position = 0;  // in the access ledger
    Time at;
    PersonCode actor;
    std::string actor_name;
    Text purpose;
};
BOOST_DESCRIBE_STRUCT(ProtectedViewLine, (), (position, at, actor, actor_name, purpose))

struct ProtectedViewsAnswer {
    Basis basis;                           // of the access ledger
    std::vector<ProtectedViewLine> items;  // newest first
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(ProtectedViewsAnswer, (), (basis, items, next))

struct SettledEffect {
    Provenance by;
    Text what;
    std::optional<DocumentId> document;
};
BOOST_DESCRIBE_STRUCT(SettledEffect, (), (by, what, document))

struct EffectRow {
    CycleId cycle;
    std::optional<DossierId> dossier;  // whose rating was cancelled
    std::optional<PersonCode> person;
    std::optional<UnitCode> collective;  // whose rating was cancelled
    ReratingGround ground = ReratingGround::error;
    Provenance by;  // the cancellation
    Effect effect;
    std::optional<SettledEffect> settled;
};
BOOST_DESCRIBE_STRUCT(EffectRow, (), (cycle, dossier, person, collective, ground, by, effect, settled))

struct EffectLine {
    EffectId effect;
    EffectKind kind = EffectKind::notice_due;
    UnitName owner;
    std::optional<GroupId> group;
    std::optional<UnitName> unit;       // whose quota, file or level
    std::optional<DossierId> concerns;  // the leader's who stands above the unit
    std::optional<DossierId> dossier;   // re-rated
    std::optional<PersonName> person;
    std::optional<UnitName> collective;  // re-rated
    ReratingGround ground = ReratingGround::error;
    Provenance by;
    bool open = true;
    std::optional<SettledEffect> settled;
};
BOOST_DESCRIBE_STRUCT(EffectLine, (),
                      (effect, kind, owner, group, unit, concerns, dossier, person, collective, ground, by, open,
                       settled))

struct EffectsQuestion {
    CycleId cycle;
    std::optional<UnitCode> owner;
    std::optional<EffectKind> kind;
    std::optional<bool> open;
};

struct EffectsAnswer {
    Basis basis;
    CycleId cycle;
    int open = 0;
    std::vector<EffectLine> items;  // open first, oldest first
};
BOOST_DESCRIBE_STRUCT(EffectsAnswer, (), (basis, cycle, open, items))

}  // namespace minhbach::projections
