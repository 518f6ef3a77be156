#include "services/party/member_dossier.hpp"

#include <algorithm>
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
                                             record.decided_at.value_or(record.recorded_at).local_date(),
                                             record.actor,
                                             event.violations_counted,
                                             event.facts.state_level,
                                             static_cast<int>(record.revision.value)};
        dossier.notified_on.reset();
        dossier.shared = false;
    }
    void operator()(const PartyNoticeIssued&) const {
        dossier.notified_on = record.decided_at.value_or(record.recorded_at).local_date();
    }
    void operator()(const PartyRatingCancelled&) const {
        if (dossier.decision) dossier.cancelled.push_back(*std::move(dossier.decision));
        dossier.decision.reset();
    }
    void operator()(const PartyDecisionShared&) const { dossier.shared = true; }
    void operator()(const PartyObjectionFiled& event) const {
        auto& objection = dossier.objections[event.objection];
        objection.filed = event;
        objection.filed.grounds = {};
    }
    void operator()(const PartyObjectionReceived& event) const { at(event.objection).received = event; }
    void operator()(const PartyObjectionWithdrawn& event) const { at(event.objection).withdrawn = true; }
    void operator()(const PartyObjectionResolved& event) const { at(event.objection).outcome = event.outcome; }
    template <class Other>
    void operator()(const Other&) const {
        throw std::logic_error("not an event of a party dossier: " + record.type);
    }

private:
    PartyObjection& at(const ObjectionId& id) const { return dossier.objections.at(id); }
};

}  // namespace

const DecidedPartyLevel* MemberDossier::decision_at(int revision) const {
    if (decision && decision->revision == revision) return &*decision;
    const auto found =
        std::find_if(cancelled.begin(), cancelled.end(), [&](const auto& one) { return one.revision == revision; });
    return found == cancelled.end() ? nullptr : &*found;
}

void MemberDossier::apply(const events::Recorded& recorded) {
    visit(Fold{*this, recorded.record}, recorded.event);
}

}  // namespace minhbach::services::party
