// Kiến nghị, khiếu nại against an exact decision (Điều 24 ND 90), and what re-evaluation leaves to be done. Terms are
// internal rules where the decree names none.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

enum class ObjectionKind : std::uint8_t { petition, complaint };
BOOST_DESCRIBE_ENUM(ObjectionKind, petition, complaint)

// An objection whose petitioner is protected has a code of its own kind and a stream of its own category: that only
// named people learn who filed it is told by the stream's name, so that it can be told of records whose content is
// sealed or erased.
inline constexpr std::string_view kProtectedObjection = "protected.";
inline constexpr std::string_view kObjectionCategory = "objection";
inline constexpr std::string_view kProtectedObjectionCategory = "protected-objection";
inline bool is_protected(const ObjectionId& id) {
    return id.str().starts_with(kProtectedObjection);
}
// Of the stream that tells of that objection.
inline std::string_view objection_category(const ObjectionId& id) {
    return is_protected(id) ? kProtectedObjectionCategory : kObjectionCategory;
}
constexpr bool is_objection(std::string_view category) {
    return category == kObjectionCategory || category == kProtectedObjectionCategory;
}

struct ObjectionFiled {
    static constexpr std::string_view kType = "objection.filed";
    ObjectionId objection;
    ObjectionKind kind = ObjectionKind::petition;
    DossierId dossier;
    PersonCode person;
    int decision = 0;  // revision of the decision in the dossier's stream: exactly this one is objected to
    DocumentId decision_document;
    Text grounds;
    Date received_on;  // when it reached the authority
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ObjectionFiled&, const ObjectionFiled&) = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionFiled, (),
                      (objection, kind, dossier, person, decision, decision_document, grounds, received_on, paper,
                       breaches))

// The receipt: taken up by whom, to be answered by when. `resolver_decided`: the same person decided the level.
struct ObjectionReceived {
    static constexpr std::string_view kType = "objection.received";
    ObjectionId objection;
    DossierId dossier;
    PersonCode person;
    PersonCode resolver;
    bool resolver_decided = false;
    bool in_time = true;  // filed within the internal term after the receipt of the notice
    Date answer_by;       // the last day of the internal term
    Label term_basis;     // "quy định nội bộ", or the clause
    friend bool operator==(const ObjectionReceived&, const ObjectionReceived&) = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionReceived, (),
                      (objection, dossier, person, resolver, resolver_decided, in_time, answer_by, term_basis))

struct ObjectionWithdrawn {
    static constexpr std::string_view kType = "objection.withdrawn";
    ObjectionId objection;
    DossierId dossier;
    PersonCode person;
    std::optional<Text> reason;
    friend bool operator==(const ObjectionWithdrawn&, const ObjectionWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionWithdrawn, (), (objection, dossier, person, reason))

enum class ObjectionOutcome : std::uint8_t { upheld, partly_upheld, rejected };
BOOST_DESCRIBE_ENUM(ObjectionOutcome, upheld, partly_upheld, rejected)

struct ObjectionResolved {
    static constexpr std::string_view kType = "objection.resolved";
    ObjectionId objection;
    DossierId dossier;
    PersonCode person;
    ObjectionOutcome outcome = ObjectionOutcome::rejected;
    bool resolver_decided = false;
    Text reasons;
    DocumentId document;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const ObjectionResolved&, const ObjectionResolved&) = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionResolved, (),
                      (objection, dossier, person, outcome, resolver_decided, reasons, document, paper, breaches))

// Access ledger: somebody on the list of readers opened an objection whose petitioner is protected. Whoever else looks
// into the ledger is not told of it.
struct ProtectedObjectionViewed {
    static constexpr std::string_view kType = "protected-objection.viewed";
    ObjectionId objection;
    PersonCode person;  // who filed it
    Text purpose;
    friend bool operator==(const ProtectedObjectionViewed&, const ProtectedObjectionViewed&) = default;
};
BOOST_DESCRIBE_STRUCT(ProtectedObjectionViewed, (), (objection, person, purpose))

// Whether a record belongs to an objection whose petitioner is protected: by the category of its stream and its type.
constexpr bool is_of_protected_objection(std::string_view category, std::string_view type) {
    return category == kProtectedObjectionCategory || type == ProtectedObjectionViewed::kType;
}

// Why a result is cancelled and rated again.
enum class ReratingGround : std::uint8_t { objection, late_discipline, discipline_annulled, dishonesty, error };
BOOST_DESCRIBE_ENUM(ReratingGround, objection, late_discipline, discipline_annulled, dishonesty, error)

enum class EffectKind : std::uint8_t {
    quota_of_agency,  // more excellent than the quota allows: reported, nobody is lowered
    quota_of_group,
    head_above_unit,     // a leader stands above the unit's new level
    submission_sent,     // a file already sent holds the old level
    report_submitted,    // a consolidated report holds the old figures
    notice_due,          // the new result must be notified and published
    party_committee_due  // the party committee must be told
};
BOOST_DESCRIBE_ENUM(EffectKind, quota_of_agency, quota_of_group, head_above_unit, submission_sent, report_submitted,
                    notice_due, party_committee_due)

// What a re-evaluation leaves to be done, and by which unit, until it is settled.
struct Effect {
    EffectId effect;  // unique in its stream
    EffectKind kind = EffectKind::notice_due;
    UnitCode owner;
    std::optional<GroupId> group;
    std::optional<UnitCode> unit;      // whose quota, file or report
    std::optional<DossierId> dossier;  // the leader's who stands above the unit
    friend bool operator==(const Effect&, const Effect&) = default;
};
BOOST_DESCRIBE_STRUCT(Effect, (), (effect, kind, owner, group, unit, dossier))

// Hủy kết quả: the decision stays readable for ever and counts no more.
struct RatingCancelled {
    static constexpr std::string_view kType = "rating.cancelled";
    DossierId dossier;
    PersonCode person;
    int decision = 0;  // revision of the cancelled decision in the dossier's stream
    ReratingGround ground = ReratingGround::objection;
    std::optional<ObjectionId> objection;
    std::optional<ViolationId> violation;
    Text reason;
    DocumentId document;
    std::vector<Effect> effects;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const RatingCancelled&, const RatingCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(RatingCancelled, (),
                      (dossier, person, decision, ground, objection, violation, reason, document, effects, paper,
                       breaches))

struct CollectiveRatingCancelled {
    static constexpr std::string_view kType = "collective-rating.cancelled";
    CycleId cycle;
    UnitCode unit;
    int decision = 0;  // revision of the cancelled rating in the collective's stream
    ReratingGround ground = ReratingGround::error;
    Text reason;
    DocumentId document;
    std::vector<Effect> effects;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const CollectiveRatingCancelled&, const CollectiveRatingCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveRatingCancelled, (),
                      (cycle, unit, decision, ground, reason, document, effects, paper, breaches))

// In the stream of the cancellation that named the effect, a dossier's or a collective's; by the unit that owns it.
struct EffectSettled {
    static constexpr std::string_view kType = "effect.settled";
    CycleId cycle;
    std::optional<DossierId> dossier;
    std::optional<PersonCode> person;  // whose dossier it is
    std::optional<UnitCode> unit;      // of a collective
    EffectId effect;
    Text what;
    std::optional<DocumentId> document;
    friend bool operator==(const EffectSettled&, const EffectSettled&) = default;
};
BOOST_DESCRIBE_STRUCT(EffectSettled, (), (cycle, dossier, person, unit, effect, what, document))

}  // namespace minhbach
