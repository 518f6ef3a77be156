#include "projections/trace_layers.hpp"

namespace minhbach::projections::trace {
namespace {

template <class E>
void of_agency(const E& e, Builder& builder) {
    builder.act.cycle = e.cycle;
    builder.act.unit = builder.act.agency = e.agency;
    builder.set("version", e.version);
}

void describe_changes(const Event& event, Builder& builder) {
    auto& act = builder.act;
    match(
        event,
        [&](const CycleTermExtended& e) {
            act.cycle = e.cycle;
            act.unit = e.for_unit;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.changed(json::enum_name(e.term), e.was ? std::optional(e.was->date) : std::nullopt, e.until.date);
        },
        [&](const CycleClosed& e) {
            act.cycle = e.cycle;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("unfinished", e.unfinished.size());
            builder.set("filesOpen", e.files_open.size());
        },
        [&](const CycleReopened& e) {
            act.cycle = e.cycle;
            act.reason = e.reason;
            builder.rests_on(e.document);
        },
        [&](const CycleSetupCopied& e) {
            act.cycle = e.cycle;
            builder.rests_on(e.document);
            builder.set("from", e.from);
            builder.set("leftOut", e.left_out.size());
        },
        [&](const RulebookBound& e) {
            act.cycle = e.cycle;
            act.unit = e.for_unit;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("rulebook", e.rulebook);
        });
}

}  // namespace

void describe_layers(const Event& event, Builder& builder) {
    describe_changes(event, builder);
    auto& act = builder.act;
    match(
        event,
        [&](const OverlayFilled& e) {
            act.cycle = e.cycle;
            builder.rests_on(e.document);
            builder.set("slot", e.slot);
        },
        [&](const ConcretisationProposed& e) { of_agency(e, builder); },
        [&](const ConcretisationIssued& e) {
            of_agency(e, builder);
            builder.rests_on(e.document);
        },
        [&](const ConcretisationSent& e) {
            of_agency(e, builder);
            builder.set("recipients", e.recipients.size());
        },
        [&](const ConcretisationOpened& e) {
            of_agency(e, builder);
            act.subject = e.person;
        },
        [&](const ConcretisationAcknowledged& e) {
            of_agency(e, builder);
            act.subject = e.person;
        },
        [&](const BriefingHeld& e) {
            of_agency(e, builder);
            if (e.minutes) builder.rests_on(*e.minutes);
            builder.set("attendees", e.attendees.size());
        },
        [&](const OpinionRequested& e) {
            builder.about(e.dossier);
            builder.set("side", e.side);
            builder.set("due", e.due);
        });
}

}  // namespace minhbach::projections::trace
