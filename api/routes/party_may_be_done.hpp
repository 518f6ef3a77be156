// What may be done now on the party side, and why not: in the dossier of a member, at a committee, with an organisation
// it rates. Told to those alone who may read what it is about.
#pragma once

#include <vector>

#include "api/routes/rehearsal.hpp"

namespace minhbach::api::routes {

struct PartyDossierActions {
    DossierId dossier;
    std::uint64_t revision = 0;  // the If-Match of what follows
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(PartyDossierActions, (), (dossier, revision, actions))

struct PartyCommitteeActions {
    CycleId cycle;
    UnitCode committee_unit;
    std::uint64_t revision = 0;  // of what the committee rates
    RulebookId rulebook;         // of the party's rules those in force in the year
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(PartyCommitteeActions, (), (cycle, committee_unit, revision, rulebook, actions))

struct PartyCollectiveActions {
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    std::uint64_t revision = 0;   // the If-Match of what follows
    std::optional<int> decision;  // revision of the one in force, which a re-rating names
    std::vector<AllowedAction> actions;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveActions, (), (cycle, committee_unit, organisation, revision, decision, actions))

}  // namespace minhbach::api::routes
