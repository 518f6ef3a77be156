#include "services/evaluation/dossier.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace minhbach::services::evaluation {
namespace {

Time done_at(const events::Record& record) {
    return record.decided_at.value_or(record.recorded_at);
}

GeneralJudgements without_reasons(GeneralJudgements general) {
    for (auto* criterion : {&general.politics, &general.ethics, &general.style, &general.discipline}) {
        criterion->reason.reset();
    }
    if (general.leadership) general.leadership->reason.reset();
    return general;
}

// One overload for each event of the stream; what it does not know ends in the last one.
struct Fold {
    Dossier& dossier;
    const events::Record& record;

    void operator()(const Erased&) const {}
    void operator()(const DossierOpened& event) const {
        dossier.opened = event;
        dossier.opened_on = record.recorded_at.local_date();
    }
    void operator()(const DossierMoved& event) const {
        dossier.opened->post = event.post;
        dossier.opened->group = event.group;
        dossier.opened_on = record.recorded_at.local_date();
        dossier.judged = {};
        dossier.meeting.reset();
        dossier.party_opinion.reset();
        dossier.proposal.reset();
        dossier.asked.clear();
        std::erase_if(dossier.commented, [](const auto& one) {
            return one.first != CommentSide::former_agency && one.first != CommentSide::host_agency;
        });
    }
    void operator()(const DossierClosed& event) const {
        dossier.closed = event.cause;
        dossier.closed_on = done_at(record).local_date();
    }
    void operator()(const DossierReopened&) const { dossier.closed.reset(); }
    void operator()(const SelfAssessmentFiled& event) const {
        if (!dossier.first_filed) dossier.first_filed = done_at(record);
        ++dossier.self_assessments;
        dossier.returned = false;
        dossier.self_proposed = event.proposed_level;
    }
    void operator()(const SelfAssessmentReturned&) const { dossier.returned = true; }
    void operator()(const CriteriaJudged& event) const {
        dossier.judged.at(static_cast<std::size_t>(event.judge)) =
            Judged{without_reasons(event.general), event.effectiveness, event.typed, record.actor};
    }
    void operator()(const CommentRecorded& event) const {
        ++dossier.comments;
        if (event.side == CommentSide::former_agency) dossier.former_agency_commented = true;
        dossier.commented.try_emplace(event.side, done_at(record).local_date());
        if (event.host) dossier.hosts_heard.try_emplace(*event.host, done_at(record).local_date());
        dossier.unnamed_host_heard |= event.side == CommentSide::host_agency && !event.host;
    }
    void operator()(const OpinionRequested& event) const {
        auto& due = dossier.asked.try_emplace(event.side, event.due).first->second;
        due = std::max(due, event.due);
    }
    void operator()(const PartyOpinionRecorded& event) const {
        if (!dossier.party_opinion || event.dated < *dossier.party_opinion) dossier.party_opinion = event.dated;
    }
    void operator()(const ProposalMade& event) const {
        dossier.proposal = event.level;
        dossier.meeting = event.meeting;
    }
    void operator()(const RatingDecided& event) const {
        const auto at = done_at(record);
        dossier.decision = DecidedLevel{event.level,
                                        at,
                                        at.local_date(),
                                        record.actor,
                                        event.document,
                                        event.violations_counted,
                                        static_cast<int>(record.revision.value),
                                        {}};
        dossier.decision->rule_reason = event.evaluation.reason;
        dossier.decision->position = static_cast<std::int64_t>(record.position.value);
    }
    void operator()(const DecisionCorrected&) const {}
    void operator()(const NoticeIssued& event) const { dossier.notice = event.dated; }
    void operator()(const NoticeAcknowledged&) const { received(done_at(record).local_date()); }
    void operator()(const NoticeDeemedReceived& event) const { received(event.on); }
    void operator()(const ResultPublished&) const { dossier.published = true; }
    void operator()(const RatingCancelled& event) const {
        if (dossier.decision) dossier.cancelled.push_back(*std::move(dossier.decision));
        dossier.decision.reset();
        dossier.notice.reset();
        dossier.received.reset();
        dossier.published = false;
        dossier.effects.add(event.effects);
    }
    void operator()(const EffectSettled& event) const { dossier.effects.settle(event.effect); }
    template <class Other>
    void operator()(const Other&) const {
        throw std::logic_error("not an event of a dossier: " + record.type);
    }

    void received(Date on) const {
        dossier.received = on;
        if (dossier.decision) dossier.decision->received = on;
    }
};

}  // namespace

bool Dossier::heard(const SecondmentRecorded& seconded) const {
    return unnamed_host_heard || hosts_heard.contains(seconded.host);
}

const DecidedLevel* Dossier::decision_at(int revision) const {
    if (decision && decision->revision == revision) return &*decision;
    const auto found =
        std::find_if(cancelled.begin(), cancelled.end(), [&](const auto& one) { return one.revision == revision; });
    return found == cancelled.end() ? nullptr : &*found;
}

void Dossier::apply(const events::Recorded& recorded) {
    events = static_cast<int>(recorded.record.revision.value) + 1;
    visit(Fold{*this, recorded.record}, recorded.event);
}

}  // namespace minhbach::services::evaluation
