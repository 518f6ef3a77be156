// What a rule function may know: the states folded from the log at one position, accepted events included. Every stream
// that is asked for is noted, with the number of its events, and guards the append: if it moved, nothing is written.
#pragma once

#include <optional>
#include <variant>

#include "services/attachment/attachment.hpp"
#include "services/concretisation/concretisation.hpp"
#include "services/cycle/cycle.hpp"
#include "services/decision.hpp"
#include "services/evaluation/collective.hpp"
#include "services/evaluation/dossier.hpp"
#include "services/evaluation/meeting.hpp"
#include "services/objection/objection.hpp"
#include "services/organisation/registry.hpp"
#include "services/party/custody.hpp"
#include "services/party/hand_over.hpp"
#include "services/party/member_dossier.hpp"
#include "services/party/party_collectives.hpp"
#include "services/remediation/plan.hpp"
#include "services/report/report.hpp"
#include "services/review/review.hpp"
#include "services/settlement/settlement.hpp"
#include "services/signature/signature.hpp"
#include "services/submission/submission.hpp"
#include "services/webhook/webhook.hpp"
#include "services/work/work.hpp"

namespace minhbach::services::law {
class Rulebook;
}

namespace minhbach::services {

// The states that are folded stream by stream when they are needed.
using StreamState =
    std::variant<evaluation::Dossier, evaluation::Meeting, evaluation::Collective, work::Work, settlement::Settlement,
                 submission::Submission, attachment::Attachment, objection::Objection, report::Report,
                 remediation::Plan, webhook::Webhook, review::Review, review::Conferences,
                 concretisation::Concretisation, party::MemberDossier, party::PartyCollectives, party::HandOver,
                 party::Custody, signature::Signatures>;

class Past {
public:
    virtual ~Past() = default;

    // Units, people, mandates, documents, cycles: complete, in memory. Whoever relies on one of its streams for a
    // judging act calls `note` with it.
    virtual const organisation::Registry& registry() const = 0;
    virtual void note(const events::Stream& stream) = 0;
    // Every stream of the main ledger with an event about the person, in order of name. O(events about the person).
    virtual std::vector<events::Stream> streams_about(const PersonCode& person) = 0;
    // The rulebook that something was bound to by id and hash; `unknown-rulebook` where this program holds another.
    virtual Result<const law::Rulebook*> rulebook(const RulebookId& id, const Digest& hash) const;

    // A state that no event has touched yet is empty (`exists()` is false); it is noted all the same.
    const evaluation::Dossier& dossier(const DossierId& id);
    const evaluation::Meeting& meeting(const MeetingId& id);
    const evaluation::Collective& collective(const CycleId& cycle, const UnitCode& unit);
    const work::Work& work(int year, const Owner& owner);
    const concretisation::Concretisation& concretisation(const CycleId& cycle, const UnitCode& agency);
    const settlement::Settlement& settlement(const CycleId& cycle, const UnitCode& agency);
    const submission::Submission& submission(const CycleId& cycle, const UnitCode& unit);
    const attachment::Attachment& attachment(const AttachmentId& id);
    const objection::Objection& objection(const ObjectionId& id);
    const signature::Signatures& signatures(std::uint64_t position);  // over the record there
    const report::Report& report(const CycleId& cycle, const UnitCode& unit);
    const remediation::Plan& plan(const PlanId& id);
    const webhook::Webhook& webhook(const WebhookId& id);
    const review::Review& review(const ReviewId& id);
    const review::Conferences& conferences(const CycleId& cycle, const UnitCode& unit);
    const party::MemberDossier& party_dossier(const DossierId& id);
    const party::PartyCollectives& party_collectives(const CycleId& cycle, const UnitCode& committee_unit);
    const party::HandOver& hand_over(const CycleId& cycle, const UnitCode& agency);
    const party::Custody& party_custody();

protected:
    // The state of `stream`, folded from an empty `fresh` if it is not at hand; the reference lives until the decision
    // ends.
    virtual const StreamState& state(const events::Stream& stream, StreamState fresh) = 0;
};

// Folds one event into the state of its stream. An event the state does not know is a broken invariant
// (std::logic_error); Erased leaves the state as it is.
void apply(StreamState& state, const events::Recorded& recorded);

// The empty state of the streams that are folded when they are needed; nothing for those of the registry and of
// bookkeeping.
std::optional<StreamState> fresh_state(const events::Stream& stream);

}  // namespace minhbach::services
