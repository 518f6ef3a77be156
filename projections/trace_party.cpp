#include "projections/trace_follow_up.hpp"

namespace minhbach::projections::trace {
namespace {

// A list of the state's levels for a party committee.
template <class List>
void describe_list(const List& e, Builder& builder) {
    builder.act.cycle = e.cycle;
    builder.act.unit = builder.act.agency = e.agency;
    builder.rests_on(e.document);
    builder.set("number", e.number);
    builder.set("lines", e.lines.items.size());
    std::vector<DossierId> dossiers;
    for (const auto& line : e.lines.items)
        if (line.value) dossiers.push_back(line.value->dossier);
    builder.touches(dossiers);
}

}  // namespace

void describe_party(const Event& event, Builder& builder) {
    auto& act = builder.act;
    match(
        event, [&](const PartyResultsHandedOver& e) { describe_list(e, builder); },
        [&](const PartyCorrectionHandedOver& e) { describe_list(e, builder); },
        [&](const PartyHandOverReceived& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            act.reason = e.remark;
            builder.set("number", e.number);
        },
        [&](const PartyHandOverSlipCorrected& e) {
            act.cycle = e.cycle;
            act.unit = act.agency = e.agency;
            act.subject = e.person;
            act.reason = e.reason;
            builder.rests_on(e.document);
            builder.set("number", e.number);
            builder.changed(e.what.str(), e.was, e.is);
        },
        [&](const PartyAdministratorNamed& e) {
            act.subject = e.person;
            builder.rests_on(e.document);
            builder.set("from", e.from);
        },
        [&](const PartyAdministratorConfirmed& e) { act.subject = e.person; },
        [&](const ClassifiedDocumentNoted& e) {
            builder.rests_on(e.document);
            builder.set("number", e.number);
        });
}

}  // namespace minhbach::projections::trace
