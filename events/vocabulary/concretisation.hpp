// Lớp cụ thể hóa: what the province's guidance and an agency make of the rulebook for their own people, who was told of
// it, and when. A lower layer asks more, never less, unless it names the power it rests on.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "events/vocabulary/cycle.hpp"
#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach {

// The clause of a document that lets a layer ask less than the one above.
struct GrantedPower {
    DocumentId document;
    Label clause;  // "khoản 2 Điều 5"
    friend bool operator==(const GrantedPower&, const GrantedPower&) = default;
};
BOOST_DESCRIBE_STRUCT(GrantedPower, (), (document, clause))

// A percentage that a clause of the rulebook asks, set otherwise: the clause by its id, and the fact it counts.
struct LayerShare {
    Label clause;                   // "nd90.12.1.b"
    Label fact;                     // "tasks.exceeded"
    int percent = 0;                // 0 to 100
    std::optional<Label> position;  // the title of the post it is meant for; absent: everybody whom the clause concerns
    std::optional<GrantedPower> under;
    friend bool operator==(const LayerShare&, const LayerShare&) = default;
};
BOOST_DESCRIBE_STRUCT(LayerShare, (), (clause, fact, percent, position, under))

// What is expected of a job position and what counts there as exceeding it: read by people, not by the rules.
struct PositionCriterion {
    Label position;
    Text criterion;
    std::optional<Text> exceeded;
    friend bool operator==(const PositionCriterion&, const PositionCriterion&) = default;
};
BOOST_DESCRIBE_STRUCT(PositionCriterion, (), (position, criterion, exceeded))

// Nhóm đối tượng có nhiệm vụ tương đồng as the agency sees them; the members are named by comparable-group.defined.
struct LayerGroup {
    Label name;
    Text who;
    friend bool operator==(const LayerGroup&, const LayerGroup&) = default;
};
BOOST_DESCRIBE_STRUCT(LayerGroup, (), (name, who))

// From which side an opinion is asked; a required one must be answered, or its term have run out, before a proposal.
struct OpinionSource {
    CommentSide side = CommentSide::direct_head;
    bool required = false;
    int answer_working_days = 5;
    std::optional<GrantedPower> under;
    friend bool operator==(const OpinionSource&, const OpinionSource&) = default;
};
BOOST_DESCRIBE_STRUCT(OpinionSource, (), (side, required, answer_working_days, under))

struct LayerQuota {
    int percent = 20;
    std::optional<GrantedPower> under;
    friend bool operator==(const LayerQuota&, const LayerQuota&) = default;
};
BOOST_DESCRIBE_STRUCT(LayerQuota, (), (percent, under))

struct LayerTerm {
    Deadline until;
    std::optional<GrantedPower> under;
    friend bool operator==(const LayerTerm&, const LayerTerm&) = default;
};
BOOST_DESCRIBE_STRUCT(LayerTerm, (), (until, under))

// A term that binds the agency and that the rulebook counts in days from a step, set shorter. The term of filing a
// petition binds the rated person; no layer takes from it.
enum class LayerTermName : std::uint8_t { notice, petition_answer };
BOOST_DESCRIBE_ENUM(LayerTermName, notice, petition_answer)

struct LayerDays {
    LayerTermName term = LayerTermName::notice;
    int days = 0;  // counted as the rulebook counts its own
    std::optional<GrantedPower> under;
    friend bool operator==(const LayerDays&, const LayerDays&) = default;
};
BOOST_DESCRIBE_STRUCT(LayerDays, (), (term, days, under))

struct RuleLayerFirst {
    std::vector<PositionCriterion> criteria;
    std::vector<LayerGroup> groups;
    std::vector<OpinionSource> sources;
    std::vector<LayerShare> shares;
    std::optional<LayerQuota> quota;
    std::optional<LayerTerm> self_assessment;
    bool party_opinion = false;
};
BOOST_DESCRIBE_STRUCT(RuleLayerFirst, (), (criteria, groups, sources, shares, quota, self_assessment, party_opinion))

// First: as it was before it could set terms in days. A layer without any has the canonical JSON, and the hash, that it
// had then.
struct RuleLayer {
    std::vector<PositionCriterion> criteria;
    std::vector<LayerGroup> groups;
    std::vector<OpinionSource> sources;
    std::vector<LayerShare> shares;
    std::optional<LayerQuota> quota;
    std::optional<LayerTerm> self_assessment;
    bool party_opinion = false;                     // asked about everybody, also where the law asks for none
    std::optional<std::vector<LayerDays>> terms{};  // absent: those of the rulebook
    friend bool operator==(const RuleLayer&, const RuleLayer&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleLayer, (), (criteria, groups, sources, shares, quota, self_assessment, party_opinion, terms))

inline RuleLayer upcast(RuleLayerFirst old) {
    return {std::move(old.criteria), std::move(old.groups), std::move(old.sources), std::move(old.shares),
            std::move(old.quota),    old.self_assessment,   old.party_opinion};
}

struct OverlayFilledFirst {
    static constexpr std::string_view kType = "overlay.filled";
    CycleId cycle;
    Label slot;
    RuleLayerFirst layer;
    Digest layer_hash;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(OverlayFilledFirst, (), (cycle, slot, layer, layer_hash, document))

// A document of the province fills its slot in the cycle: "13-HD/TU", "1263-QĐ/TU".
struct OverlayFilled {
    static constexpr std::string_view kType = "overlay.filled";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = OverlayFilledFirst;
    static OverlayFilled upcast(Previous old) {
        return {old.cycle, old.slot, minhbach::upcast(std::move(old.layer)), old.layer_hash, old.document};
    }
    CycleId cycle;
    Label slot;
    RuleLayer layer;
    Digest layer_hash;  // of the layer's canonical JSON
    DocumentId document;
    friend bool operator==(const OverlayFilled&, const OverlayFilled&) = default;
};
BOOST_DESCRIBE_STRUCT(OverlayFilled, (), (cycle, slot, layer, layer_hash, document))

struct ConcretisationProposedFirst {
    static constexpr std::string_view kType = "concretisation.proposed";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    RuleLayerFirst layer;
    Digest layer_hash;
    Label party_committee;
    std::optional<Date> agreed_on;
};
BOOST_DESCRIBE_STRUCT(ConcretisationProposedFirst, (),
                      (cycle, agency, version, layer, layer_hash, party_committee, agreed_on))

// By the head together with the party committee. Each proposal is a version of its own.
struct ConcretisationProposed {
    static constexpr std::string_view kType = "concretisation.proposed";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = ConcretisationProposedFirst;
    static ConcretisationProposed upcast(Previous old) {
        return {old.cycle,      old.agency,          old.version,  minhbach::upcast(std::move(old.layer)),
                old.layer_hash, old.party_committee, old.agreed_on};
    }
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    RuleLayer layer;
    Digest layer_hash;
    Label party_committee;
    std::optional<Date> agreed_on;  // the day the committee agreed; absent: copied from an earlier cycle
    friend bool operator==(const ConcretisationProposed&, const ConcretisationProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcretisationProposed, (),
                      (cycle, agency, version, layer, layer_hash, party_committee, agreed_on))

struct ConcretisationIssued {
    static constexpr std::string_view kType = "concretisation.issued";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    Digest layer_hash;
    DocumentId document;
    friend bool operator==(const ConcretisationIssued&, const ConcretisationIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcretisationIssued, (), (cycle, agency, version, layer_hash, document))

struct ConcretisationSent {
    static constexpr std::string_view kType = "concretisation.sent";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    Label how;
    std::vector<PersonCode> recipients;
    friend bool operator==(const ConcretisationSent&, const ConcretisationSent&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcretisationSent, (), (cycle, agency, version, how, recipients))

// The person looked at it here.
struct ConcretisationOpened {
    static constexpr std::string_view kType = "concretisation.opened";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    PersonCode person;
    friend bool operator==(const ConcretisationOpened&, const ConcretisationOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcretisationOpened, (), (cycle, agency, version, person))

// The person says to have read it.
struct ConcretisationAcknowledged {
    static constexpr std::string_view kType = "concretisation.acknowledged";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    PersonCode person;
    friend bool operator==(const ConcretisationAcknowledged&, const ConcretisationAcknowledged&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcretisationAcknowledged, (), (cycle, agency, version, person))

// Hội nghị quán triệt, phổ biến.
struct BriefingHeld {
    static constexpr std::string_view kType = "briefing.held";
    CycleId cycle;
    UnitCode agency;
    int version = 1;
    Time held_at;
    PersonCode speaker;
    std::vector<PersonCode> attendees;
    std::optional<DocumentId> minutes;
    friend bool operator==(const BriefingHeld&, const BriefingHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(BriefingHeld, (), (cycle, agency, version, held_at, speaker, attendees, minutes))

}  // namespace minhbach
