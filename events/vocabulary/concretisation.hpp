// Lớp cụ thể hóa: what the province's guidance and an agency make of the rulebook for their own people, who was told of
// it, and when. A lower layer asks more, never less, unless it names the power it rests on.
#pragma once

#include <boost/describe.hpp>
#include <optional>
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

struct RuleLayer {
    std::vector<PositionCriterion> criteria;
    std::vector<LayerGroup> groups;
    std::vector<OpinionSource> sources;
    std::vector<LayerShare> shares;
    std::optional<LayerQuota> quota;
    std::optional<LayerTerm> self_assessment;
    bool party_opinion = false;  // asked about everybody, also where the law asks for none
    friend bool operator==(const RuleLayer&, const RuleLayer&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleLayer, (), (criteria, groups, sources, shares, quota, self_assessment, party_opinion))

// A document of the province fills its slot in the cycle: "13-HD/TU", "1263-QĐ/TU".
struct OverlayFilled {
    static constexpr std::string_view kType = "overlay.filled";
    CycleId cycle;
    Label slot;
    RuleLayer layer;
    Digest layer_hash;  // of the layer's canonical JSON
    DocumentId document;
    friend bool operator==(const OverlayFilled&, const OverlayFilled&) = default;
};
BOOST_DESCRIBE_STRUCT(OverlayFilled, (), (cycle, slot, layer, layer_hash, document))

// By the head together with the party committee. Each proposal is a version of its own.
struct ConcretisationProposed {
    static constexpr std::string_view kType = "concretisation.proposed";
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
