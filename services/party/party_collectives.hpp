// The state of what one party committee rates in one cycle: organisations below it, and those who lead them.
#pragma once

#include <map>
#include <optional>

#include "events/codec/codec.hpp"

namespace minhbach::services::party {

struct DecidedOrganisation {
    Level level = Level::good;
    int revision = 0;  // in the stream of the committee's collectives
};

struct PartyCollective {
    PartyCollectiveOpened opened;
    std::optional<Level> self_rated;
    std::optional<PartyCollectiveAppraised> appraisal;  // the last, without the opinion
    std::optional<Date> ballot_on;
    std::optional<DecidedOrganisation> decision;  // in force
    int cancelled = 0;
};

struct PartyCollectives {
    std::map<PartyOrganisationId, PartyCollective> all;
    bool exists() const { return !all.empty(); }
    const PartyCollective* find(const PartyOrganisationId& id) const;  // nullptr: none
    const PartyCollective* headed_by(const PersonCode& person) const;  // nullptr: none
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::party
