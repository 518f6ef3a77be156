#include "services/party/member_dossier.hpp"

#include <stdexcept>

namespace minhbach::services::party {
namespace {

// One overload for each event of the stream; what it does not know ends in the last one.
struct Fold {
    MemberDossier& dossier;
    const events::Record& record;

    void operator()(const Erased&) const {}
    void operator()(const PartyDossierOpened& event) const { dossier.opened = event; }
    void operator()(const PartyMemberExempted& event) const { dossier.exempted = event; }
    void operator()(const PartySelfReviewFiled& event) const { dossier.self_proposed = event.proposed; }
    void operator()(const PartyMemberAppraised& event) const {
        dossier.appraisal = event;
        dossier.appraisal->opinion = {};
    }
    void operator()(const PartyBallotCounted& event) const { dossier.ballot_on = event.held_on; }
    void operator()(const PartyProposalMade& event) const { dossier.proposal = event.level; }
    void operator()(const PartyRatingDecided& event) const {
        dossier.decision = DecidedPartyLevel{event.level,
                                             record.recorded_at.local_date(),
                                             record.actor,
                                             event.violations_counted,
                                             event.facts.state_level,
                                             static_cast<int>(record.revision.value)};
        dossier.notified = false;
        dossier.shared = false;
    }
    void operator()(const PartyNoticeIssued&) const { dossier.notified = true; }
    void operator()(const PartyRatingCancelled&) const {
        if (dossier.decision) dossier.cancelled.push_back(*std::move(dossier.decision));
        dossier.decision.reset();
    }
    void operator()(const PartyDecisionShared&) const { dossier.shared = true; }
    template <class Other>
    void operator()(const Other&) const {
        throw std::logic_error("not an event of a party dossier: " + record.type);
    }
};

}  // namespace

void MemberDossier::apply(const events::Recorded& recorded) {
    visit(Fold{*this, recorded.record}, recorded.event);
}

}  // namespace minhbach::services::party
