#include "services/party/party_collectives.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::services::party {
namespace {

// One overload for each event of the stream; what it does not know ends in the last one.
struct FoldCollectives {
    PartyCollectives& collectives;
    const events::Record& record;

    void operator()(const Erased&) const {}
    void operator()(const PartyCollectiveOpened& event) const { collectives.all[event.organisation].opened = event; }
    void operator()(const PartyCollectiveSelfRated& event) const { of(event).self_rated = event.level; }
    void operator()(const PartyCollectiveAppraised& event) const {
        of(event).appraisal = event;
        of(event).appraisal->opinion = {};
    }
    void operator()(const PartyCollectiveBallotCounted& event) const { of(event).ballot_on = event.held_on; }
    void operator()(const PartyCollectiveRated& event) const {
        of(event).decision = DecidedOrganisation{event.level, static_cast<int>(record.revision.value)};
    }
    void operator()(const PartyCollectiveRatingCancelled& event) const {
        of(event).decision.reset();
        ++of(event).cancelled;
    }
    template <class Other>
    void operator()(const Other&) const {
        throw std::logic_error("not an event of party collectives: " + record.type);
    }

    template <class E>
    PartyCollective& of(const E& event) const {
        return collectives.all.at(event.organisation);
    }
};

}  // namespace

const PartyCollective* PartyCollectives::find(const PartyOrganisationId& id) const {
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

const PartyCollective* PartyCollectives::headed_by(const PersonCode& person) const {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.second.opened.head == person; });
    return found == all.end() ? nullptr : &found->second;
}

void PartyCollectives::apply(const events::Recorded& recorded) {
    visit(FoldCollectives{*this, recorded.record}, recorded.event);
}

}  // namespace minhbach::services::party
