#include "services/past.hpp"

#include "services/law/rulebook.hpp"

namespace minhbach::services {

Result<const law::Rulebook*> Past::rulebook(const RulebookId& id, const Digest& hash) const {
    return law::find_rulebook(id, hash);
}

const evaluation::Dossier& Past::dossier(const DossierId& id) {
    return std::get<evaluation::Dossier>(state(dossier_stream(id), evaluation::Dossier{}));
}
const evaluation::Meeting& Past::meeting(const MeetingId& id) {
    return std::get<evaluation::Meeting>(state(meeting_stream(id), evaluation::Meeting{}));
}
const evaluation::Collective& Past::collective(const CycleId& cycle, const UnitCode& unit) {
    return std::get<evaluation::Collective>(state(collective_stream(cycle, unit), evaluation::Collective{}));
}
const work::Work& Past::work(int year, const Owner& owner) {
    return std::get<work::Work>(state(work_stream(year, owner), work::Work{}));
}
const concretisation::Concretisation& Past::concretisation(const CycleId& cycle, const UnitCode& agency) {
    return std::get<concretisation::Concretisation>(
        state(concretisation_stream(cycle, agency), concretisation::Concretisation{}));
}
const settlement::Settlement& Past::settlement(const CycleId& cycle, const UnitCode& agency) {
    return std::get<settlement::Settlement>(state(settlement_stream(cycle, agency), settlement::Settlement{}));
}
const submission::Submission& Past::submission(const CycleId& cycle, const UnitCode& unit) {
    return std::get<submission::Submission>(state(submission_stream(cycle, unit), submission::Submission{}));
}
const objection::Objection& Past::objection(const ObjectionId& id) {
    return std::get<objection::Objection>(state(objection_stream(id), objection::Objection{}));
}

const remediation::Plan& Past::plan(const PlanId& id) {
    return std::get<remediation::Plan>(state(remediation_stream(id), remediation::Plan{}));
}

const signature::Signatures& Past::signatures(std::uint64_t position) {
    return std::get<signature::Signatures>(state(signature_stream(position), signature::Signatures{}));
}

const attachment::Attachment& Past::attachment(const AttachmentId& id) {
    return std::get<attachment::Attachment>(state(attachment_stream(id), attachment::Attachment{}));
}

const report::Report& Past::report(const CycleId& cycle, const UnitCode& unit) {
    return std::get<report::Report>(state(report_stream(cycle, unit), report::Report{}));
}

const webhook::Webhook& Past::webhook(const WebhookId& id) {
    return std::get<webhook::Webhook>(state(webhook_stream(id), webhook::Webhook{}));
}

const review::Review& Past::review(const ReviewId& id) {
    return std::get<review::Review>(state(review_stream(id), review::Review{}));
}

const review::Conferences& Past::conferences(const CycleId& cycle, const UnitCode& unit) {
    return std::get<review::Conferences>(state(conferences_stream(cycle, unit), review::Conferences{}));
}

const party::MemberDossier& Past::party_dossier(const DossierId& id) {
    return std::get<party::MemberDossier>(state(party_dossier_stream(id), party::MemberDossier{}));
}

const party::PartyCollectives& Past::party_collectives(const CycleId& cycle, const UnitCode& committee_unit) {
    return std::get<party::PartyCollectives>(
        state(party_collectives_stream(cycle, committee_unit), party::PartyCollectives{}));
}

const party::HandOver& Past::hand_over(const CycleId& cycle, const UnitCode& agency) {
    return std::get<party::HandOver>(state(hand_over_stream(cycle, agency), party::HandOver{}));
}

const party::Custody& Past::party_custody() {
    return std::get<party::Custody>(state(party_custody_stream(), party::Custody{}));
}

void apply(StreamState& state, const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    std::visit([&](auto& s) { s.apply(recorded); }, state);
}

std::optional<StreamState> fresh_state(const events::Stream& stream) {
    const auto category = stream.category();
    if (category == "dossier") return evaluation::Dossier{};
    if (category == "meeting") return evaluation::Meeting{};
    if (category == "collective") return evaluation::Collective{};
    if (category == "work") return work::Work{};
    if (category == "settlement") return settlement::Settlement{};
    if (category == "submission") return submission::Submission{};
    if (category == "attachment") return attachment::Attachment{};
    if (is_objection(category)) return objection::Objection{};
    if (category == "report") return report::Report{};
    if (category == "remediation") return remediation::Plan{};
    if (category == "concretisation") return concretisation::Concretisation{};
    if (category == "webhook") return webhook::Webhook{};
    if (category == "review") return review::Review{};
    if (category == "conferences") return review::Conferences{};
    if (category == "party-dossier") return party::MemberDossier{};
    if (category == "party-collectives") return party::PartyCollectives{};
    if (category == "hand-over") return party::HandOver{};
    if (category == "party-custody") return party::Custody{};
    if (category == "signature") return signature::Signatures{};
    return std::nullopt;
}

}  // namespace minhbach::services
