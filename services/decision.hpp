// What a rule function gives back: events to write, or the one refusal that a clause demands. No I/O, no clock, no
// JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "events/record.hpp"
#include "events/result.hpp"
#include "events/vocabulary/events.hpp"

namespace minhbach::services {

// Who is at the door, and when. The desk reads the clock once per command; nothing in a command can set it.
struct Acting {
    PersonCode person;  // whose token it is
    Time now;
    Date today() const { return now.local_date(); }
};

// On what somebody acts: the mandate (empty for one's own dossier) and the capacity it gives.
struct Authority {
    PersonCode actor;                      // the signer of a PAPER act, else the person at the door
    std::optional<PersonCode> entered_by;  // the clerk of a PAPER act
    std::optional<MandateId> mandate;
    Capacity capacity = Capacity::self;
};

struct ToWrite {
    events::Stream stream;
    Event event;
    std::optional<Date> effective;   // the legal date from which the act has effect, where it differs from today
    std::optional<Time> decided_at;  // when a PAPER act was done
};

struct Decided {
    Authority authority;
    std::vector<ToWrite> events;  // one command, one atomic append, in this order
};

using Decision = Result<Decided>;

// The names of streams, in one place.
inline events::Stream province_stream() {
    return events::Stream::of("province", "main");
}
inline events::Stream document_stream(const DocumentId& id) {
    return events::Stream::of("document", id.str());
}
inline events::Stream unit_stream(const UnitCode& id) {
    return events::Stream::of("unit", id.str());
}
inline events::Stream person_stream(const PersonCode& id) {
    return events::Stream::of("person", id.str());
}
inline events::Stream mandates_stream(const PersonCode& id) {
    return events::Stream::of("mandates", id.str());
}
inline events::Stream cycle_stream(const CycleId& id) {
    return events::Stream::of("cycle", id.str());
}
inline events::Stream dossier_stream(const DossierId& id) {
    return events::Stream::of("dossier", id.str());
}
inline events::Stream meeting_stream(const MeetingId& id) {
    return events::Stream::of("meeting", id.str());
}
inline events::Stream work_stream(int year, const Owner& owner) {
    return events::Stream::of(
        "work",
        std::to_string(year) + "/" + (owner.person ? "p/" + owner.person->str() : "u/" + owner.unit.value().str()));
}
inline events::Stream collective_stream(const CycleId& cycle, const UnitCode& unit) {
    return events::Stream::of("collective", cycle.str() + "/" + unit.str());
}
inline events::Stream concretisation_stream(const CycleId& cycle, const UnitCode& agency) {
    return events::Stream::of("concretisation", cycle.str() + "/" + agency.str());
}
inline events::Stream settlement_stream(const CycleId& cycle, const UnitCode& agency) {
    return events::Stream::of("settlement", cycle.str() + "/" + agency.str());
}
inline events::Stream submission_stream(const CycleId& cycle, const UnitCode& unit) {
    return events::Stream::of("submission", cycle.str() + "/" + unit.str());
}
inline events::Stream remediation_stream(const PlanId& id) {
    return events::Stream::of("remediation", id.str());
}
inline events::Stream objection_stream(const ObjectionId& id) {
    return events::Stream::of(objection_category(id), id.str());
}
inline events::Stream report_stream(const CycleId& cycle, const UnitCode& unit) {
    return events::Stream::of("report", cycle.str() + "/" + unit.str());
}
inline events::Stream attachment_stream(const AttachmentId& id) {
    return events::Stream::of("attachment", id.str());
}
// All signatures over the record at that position.
inline events::Stream signature_stream(std::uint64_t position) {
    return events::Stream::of("signature", std::to_string(position));
}
inline events::Stream erasure_stream(const ErasureId& id) {
    return events::Stream::of("erasure", id.str());
}
inline events::Stream legal_hold_stream(const HoldId& id) {
    return events::Stream::of("legal-hold", id.str());
}
inline events::Stream retention_stream(const RetentionId& id) {
    return events::Stream::of("retention", id.str());
}
inline events::Stream webhook_stream(const WebhookId& id) {
    return events::Stream::of("webhook", id.str());
}
inline events::Stream review_stream(const ReviewId& id) {
    return events::Stream::of("review", id.str());
}
// All review conferences of a unit in a cycle.
inline events::Stream conferences_stream(const CycleId& cycle, const UnitCode& unit) {
    return events::Stream::of("conferences", cycle.str() + "/" + unit.str());
}
// One person, one collective has one review in a cycle.
inline ReviewId review_id(const CycleId& cycle, const Owner& owner) {
    return ReviewId::of(cycle.str() + (owner.person ? ".p." + owner.person->str() : ".u." + owner.unit.value().str()));
}
// With the id of the state's dossier of that person and cycle.
inline events::Stream party_dossier_stream(const DossierId& id) {
    return events::Stream::of("party-dossier", id.str());
}
// Everything that the party committee standing at that unit rates as collectives.
inline events::Stream party_collectives_stream(const CycleId& cycle, const UnitCode& committee_unit) {
    return events::Stream::of("party-collectives", cycle.str() + "/" + committee_unit.str());
}
inline events::Stream hand_over_stream(const CycleId& cycle, const UnitCode& agency) {
    return events::Stream::of("hand-over", cycle.str() + "/" + agency.str());
}
inline events::Stream party_custody_stream() {
    return events::Stream::of("party-custody", "main");
}
// One person, one collective has one remediation plan in a cycle.
inline PlanId plan_id(const CycleId& cycle, const Owner& owner) {
    return PlanId::of(cycle.str() + (owner.person ? ".p." + owner.person->str() : ".u." + owner.unit.value().str()));
}
// One person has one dossier in a cycle, so its id needs no register.
inline DossierId dossier_id(const CycleId& cycle, const PersonCode& person) {
    return DossierId::of(cycle.str() + "." + person.str());
}

}  // namespace minhbach::services
