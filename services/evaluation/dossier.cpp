#include "services/evaluation/dossier.hpp"

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
    void operator()(const SelfAssessmentFiled& event) const {
        ++dossier.self_assessments;
        dossier.returned = false;
        dossier.self_proposed = event.proposed_level;
    }
    void operator()(const SelfAssessmentReturned&) const { dossier.returned = true; }
    void operator()(const CriteriaJudged& event) const {
        dossier.judged.at(static_cast<std::size_t>(event.judge)) =
            Judged{without_reasons(event.general), event.effectiveness, event.typed, record.actor};
    }
    void operator()(const CommentRecorded&) const { ++dossier.comments; }
    void operator()(const PartyOpinionRecorded& event) const { dossier.party_opinion = event.dated; }
    void operator()(const ProposalMade& event) const {
        dossier.proposal = event.level;
        dossier.meeting = event.meeting;
    }
    void operator()(const RatingDecided& event) const {
        const auto at = done_at(record);
        dossier.decision =
            DecidedLevel{event.level, at, at.local_date(), record.actor, event.document, event.violations_counted};
        dossier.decision->rule_reason = event.evaluation.reason;
    }
    void operator()(const DecisionCorrected&) const {}
    void operator()(const NoticeIssued& event) const { dossier.notice = event.dated; }
    void operator()(const NoticeAcknowledged&) const { dossier.received = record.recorded_at.local_date(); }
    void operator()(const NoticeDeemedReceived& event) const { dossier.received = event.on; }
    void operator()(const ResultPublished&) const { dossier.published = true; }
    template <class Other>
    void operator()(const Other&) const {
        throw std::logic_error("not an event of a dossier: " + record.type);
    }
};

}  // namespace

void Dossier::apply(const events::Recorded& recorded) {
    events = static_cast<int>(recorded.record.revision.value) + 1;
    std::visit(Fold{*this, recorded.record}, recorded.event);
}

}  // namespace minhbach::services::evaluation
