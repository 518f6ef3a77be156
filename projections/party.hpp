// The party track: dossiers of members, which the party side alone reads; the hand-over, which both sides read; and
// what the state side sees of a party rating.
#pragma once

#include "events/vocabulary/party.hpp"
#include "events/vocabulary/party_collective.hpp"
#include "events/vocabulary/party_objection.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

enum class PartyStatus : std::uint8_t {
    opened,
    exempted,
    self_reviewed,
    appraised,
    voted,
    proposed,
    decided,
    notified
};
BOOST_DESCRIBE_ENUM(PartyStatus, opened, exempted, self_reviewed, appraised, voted, proposed, decided, notified)

struct PartyDossierRow {
    DossierId dossier;
    PersonCode person;
    CycleId cycle;
    int year = 0;
    Label cell;
    UnitCode unit;  // of the post on the day of opening
    UnitCode committee_unit;
    PartyStatus status = PartyStatus::opened;
    std::optional<Level> level;   // of the decision in force
    std::optional<int> decision;  // its revision
    bool warned = false;          // party excellent without state excellent
    bool late = false;            // decided after the term
    std::vector<std::int64_t> acts;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(PartyDossierRow, (),
                      (dossier, person, cycle, year, cell, unit, committee_unit, status, level, decision, warned, late,
                       acts, revision))

struct PartyDossierLine {
    DossierId dossier;
    PersonName person;
    Label cell;
    UnitName unit;
    PartyStatus status = PartyStatus::opened;
    std::optional<Level> level;
    bool warned = false;
    bool late = false;  // decided after the term that its rulebook sets; the decision says which
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(PartyDossierLine, (), (dossier, person, cell, unit, status, level, warned, late, revision))

struct PartyDossierAnswer {
    Basis basis;
    PartyDossierLine line;
    std::optional<int> decision;  // revision of the one in force
    UnitName committee_unit;
    std::optional<Sourced<PartyDossierOpened>> opened;
    std::vector<Sourced<PartyMemberExempted>> exemptions;
    std::vector<Sourced<PartySelfReviewFiled>> self_reviews;
    std::vector<Sourced<PartyMemberAppraised>> appraisals;
    std::vector<Sourced<PartyBallotCounted>> ballots;
    std::vector<Sourced<PartyProposalMade>> proposals;
    std::vector<Sourced<PartyRatingDecided>> decisions;  // with facts and the whole trace; the last stands
    std::vector<Sourced<PartyRatingCancelled>> cancellations;
    std::vector<Sourced<PartyNoticeIssued>> notices;
    std::vector<Sourced<PartyDecisionShared>> shared;
    std::vector<Sourced<PartyObjectionFiled>> objections;
    std::vector<Sourced<PartyObjectionReceived>> receipts;  // who resolves them, until when
    std::vector<Sourced<PartyObjectionWithdrawn>> withdrawals;
    std::vector<Sourced<PartyObjectionResolved>> resolutions;
};
BOOST_DESCRIBE_STRUCT(PartyDossierAnswer, (),
                      (basis, line, decision, committee_unit, opened, exemptions, self_reviews, appraisals, ballots,
                       proposals, decisions, cancellations, notices, shared, objections, receipts, withdrawals,
                       resolutions))

// What happened to one organisation that a party committee rates.
struct PartyCollectiveRow {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    std::vector<std::int64_t> acts;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveRow, (), (cycle, committee_unit, organisation, acts))

struct PartyCollectiveAnswer {
    Basis basis;
    UnitName committee_unit;
    std::optional<Sourced<PartyCollectiveOpened>> opened;
    std::vector<Sourced<PartyCollectiveSelfRated>> self_ratings;
    std::vector<Sourced<PartyCollectiveAppraised>> appraisals;
    std::vector<Sourced<PartyCollectiveBallotCounted>> ballots;
    std::vector<Sourced<PartyCollectiveRated>> decisions;  // with the trace and the share of excellent; the last stands
    std::vector<Sourced<PartyCollectiveRatingCancelled>> cancellations;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveAnswer, (),
                      (basis, committee_unit, opened, self_ratings, appraisals, ballots, decisions, cancellations))

struct PartyDossiersAnswer {
    Basis basis;
    CycleId cycle;
    UnitName committee_unit;
    std::vector<PartyDossierLine> items;  // by dossier
};
BOOST_DESCRIBE_STRUCT(PartyDossiersAnswer, (), (basis, cycle, committee_unit, items))

// Who looked into a party dossier.
struct PartyViewLine {
    std::int64_t position = 0;  // in the access ledger
    Time at;
    PersonCode actor;
    std::string actor_name;
    Label view;
    Text purpose;
};
BOOST_DESCRIBE_STRUCT(PartyViewLine, (), (position, at, actor, actor_name, view, purpose))

struct PartyViewsAnswer {
    Basis basis;  // of the access ledger
    std::vector<PartyViewLine> items;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(PartyViewsAnswer, (), (basis, items, next))

struct HandOverRow {
    CycleId cycle;
    UnitCode agency;
    std::vector<std::int64_t> lists;     // positions, by number
    std::vector<std::int64_t> receipts;  // positions
    std::vector<std::int64_t> slips;     // positions of their corrections
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(HandOverRow, (), (cycle, agency, lists, receipts, slips, revision))

struct HandedOverLine {
    PersonName person;
    std::optional<HandedOverLevel> value;  // absent: erased
};
BOOST_DESCRIBE_STRUCT(HandedOverLine, (), (person, value))

// Of a list, or of the line of a person. The list shows what was given; this, what should have stood there.
struct SlipCorrected {
    std::optional<PersonName> person;
    Label what;
    Text was;
    Text is;
    Text reason;
    DocumentName document;
    Provenance by;
};
BOOST_DESCRIBE_STRUCT(SlipCorrected, (), (person, what, was, is, reason, document, by))

struct HandedOverList {
    int number = 0;
    bool correction = false;
    Label committee;
    UnitName committee_unit;
    Date dated;
    DocumentName document;
    std::vector<HandedOverLine> lines;
    int pending = 0;
    Provenance by;
    std::optional<Provenance> received;
    std::optional<Text> remark;
    std::vector<SlipCorrected> slips;  // corrected since, in that order
};
BOOST_DESCRIBE_STRUCT(HandedOverList, (),
                      (number, correction, committee, committee_unit, dated, document, lines, pending, by, received,
                       remark, slips))

struct HandOverAnswer {
    Basis basis;
    CycleId cycle;
    UnitName agency;
    std::vector<HandedOverList> lists;
    int revision = 0;
};
BOOST_DESCRIBE_STRUCT(HandOverAnswer, (), (basis, cycle, agency, lists, revision))

struct PartyLevelRow {
    DossierId dossier;
    PersonCode person;
    std::optional<Level> level;                 // absent: none in force
    std::optional<std::int64_t> shared;         // position of the decision in force, where it is shared
    std::optional<std::int64_t> last_decision;  // position
};
BOOST_DESCRIBE_STRUCT(PartyLevelRow, (), (dossier, person, level, shared, last_decision))

// Of a decision that the party side shared: its paper and reason.
struct SharedPartyDecision {
    PartyPaper paper;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(SharedPartyDecision, (), (paper, reason))

struct PartyLevelAnswer {
    Basis basis;
    DossierId dossier;
    PersonName person;
    std::optional<Level> level;
    std::optional<SharedPartyDecision> shared;
};
BOOST_DESCRIBE_STRUCT(PartyLevelAnswer, (), (basis, dossier, person, level, shared))

}  // namespace minhbach::projections
