// The party dossier of one member in one cycle: what later steps need to know of it, not the texts.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"

namespace minhbach::services::party {

struct DecidedPartyLevel {
    Level level = Level::good;
    Date day;
    PersonCode by;
    std::vector<ViolationId> violations_counted;
    std::optional<RatedLevel> state_level;  // that it rests on
    int revision = 0;                       // in the dossier's stream
};

struct PartyObjection {
    PartyObjectionFiled filed;                       // without the grounds
    std::optional<PartyObjectionReceived> received;  // the last
    std::optional<ObjectionOutcome> outcome;
    bool withdrawn = false;
    bool open() const { return !withdrawn && !outcome; }
    bool upheld() const { return outcome && *outcome != ObjectionOutcome::rejected; }
};

struct MemberDossier {
    std::optional<PartyDossierOpened> opened;
    std::optional<PartyMemberExempted> exempted;
    std::optional<Level> self_proposed;
    std::optional<PartyMemberAppraised> appraisal;  // the last, without the opinion
    std::optional<Date> ballot_on;                  // the last
    std::optional<Level> proposal;
    std::optional<DecidedPartyLevel> decision;  // in force
    std::vector<DecidedPartyLevel> cancelled;   // oldest first
    std::optional<Date> notified_on;            // the decision in force, by the day of its notice
    bool shared = false;                        // the decision in force, with the state side
    std::map<ObjectionId, PartyObjection> objections;

    bool exists() const { return opened.has_value(); }
    const DecidedPartyLevel* decision_at(int revision) const;  // cancelled ones too; nullptr: none
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::party
