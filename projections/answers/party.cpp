// The party track: whoever asks has been let in by the caller.
#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

Refusal no_party_dossier(const DossierId& id) {
    return no_such("hồ sơ đảng viên", "party dossier", id.str());
}

PartyDossierLine party_line_of(Context& context, const PartyDossierRow& row) {
    return {row.dossier, context.person_name(row.person),
            row.cell,    context.unit_name(row.unit, context.today()),
            row.status,  row.level,
            row.warned,  row.late,
            row.revision};
}

template <class List>
HandedOverList list_of(Context& context, const Sourced<List>& found, bool correction) {
    const auto& e = found.event;
    HandedOverList list;
    list.number = e.number;
    list.correction = correction;
    list.committee = e.committee;
    list.committee_unit = context.unit_name(e.committee_unit, e.dated);
    list.dated = e.dated;
    list.document = context.document_name(e.document);
    for (const auto& line : e.lines.items) list.lines.push_back({context.person_name(line.person), line.value});
    list.by = found.by;
    return list;
}

SlipCorrected slip_of(Context& context, const Sourced<PartyHandOverSlipCorrected>& found) {
    const auto& e = found.event;
    SlipCorrected slip{{}, e.what, e.was, e.is, e.reason, context.document_name(e.document), found.by};
    if (e.person) slip.person = context.person_name(*e.person);
    return slip;
}

}  // namespace

Result<PartyDossierRow> Answers::party_dossier_row(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto row = opened->row<PartyDossierRow>(party::kRows, id.str());
    if (!row) return no_party_dossier(id);
    return *std::move(row);
}

Result<PartyDossierAnswer> Answers::party_dossier(const DossierId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = context.row<PartyDossierRow>(party::kRows, id.str());
    if (!row) return no_party_dossier(id);
    PartyDossierAnswer answer;
    answer.basis = context.basis();
    answer.line = party_line_of(context, *row);
    answer.decision = row->decision;
    answer.committee_unit = context.unit_name(row->committee_unit, context.today());
    for (const auto position : row->acts) {
        if (!answer.opened) answer.opened = context.event<PartyDossierOpened>(position);
        context.append_event(answer.exemptions, position);
        context.append_event(answer.self_reviews, position);
        context.append_event(answer.appraisals, position);
        context.append_event(answer.ballots, position);
        context.append_event(answer.proposals, position);
        context.append_event(answer.decisions, position);
        context.append_event(answer.cancellations, position);
        context.append_event(answer.notices, position);
        context.append_event(answer.shared, position);
        context.append_event(answer.objections, position);
        context.append_event(answer.receipts, position);
        context.append_event(answer.withdrawals, position);
        context.append_event(answer.resolutions, position);
    }
    return answer;
}

Result<PartyCollectiveAnswer> Answers::party_collective(const CycleId& cycle, const UnitCode& committee_unit,
                                                        const PartyOrganisationId& organisation,
                                                        Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = context.row<PartyCollectiveRow>(party::kCollectives,
                                                     entity(cycle.str(), committee_unit.str(), organisation.str()));
    if (!row) return no_such("tổ chức đảng", "party organisation", organisation.str());
    PartyCollectiveAnswer answer;
    answer.basis = context.basis();
    answer.committee_unit = context.unit_name(committee_unit, context.today());
    for (const auto position : row->acts) {
        if (!answer.opened) answer.opened = context.event<PartyCollectiveOpened>(position);
        context.append_event(answer.self_ratings, position);
        context.append_event(answer.appraisals, position);
        context.append_event(answer.ballots, position);
        context.append_event(answer.decisions, position);
        context.append_event(answer.cancellations, position);
    }
    return answer;
}

Result<PartyDossiersAnswer> Answers::party_dossiers(const CycleId& cycle, const UnitCode& committee_unit,
                                                    Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (!context.unit(committee_unit)) return no_such("đơn vị", "unit", committee_unit.str());
    PartyDossiersAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    answer.committee_unit = context.unit_name(committee_unit, context.today());
    for (const auto& id : context.entities(party::kByCommittee, entity(cycle.str(), committee_unit.str()) + "/")) {
        const auto row = context.row<PartyDossierRow>(party::kRows, id).value();
        answer.items.push_back(party_line_of(context, row));
    }
    return answer;
}

Result<PartyViewsAnswer> Answers::party_views(const DossierId& dossier, std::optional<std::int64_t> before,
                                              std::size_t limit) const {
    auto opened = Context::at(access_, log_, events::Ledger::access, {});
    if (!opened) return opened.error();
    auto names = Context::at(acts_, log_, events::Ledger::main, {});
    if (!names) return names.error();
    PartyViewsAnswer answer;
    answer.basis = opened->basis();
    const auto prefix = dossier.str() + "/";
    const auto after =
        before && *before >= 0 ? prefix + newest_first(static_cast<std::uint64_t>(*before)) : std::string();
    opened->rows().scan(party_views::kByDossier, prefix, after, opened->known(), [&](const Row& row) {
        if (answer.items.size() == limit) {
            answer.next = answer.items.back().position;
            return false;
        }
        answer.items.push_back(json::from_json<PartyViewLine>(row.json).value());
        return true;
    });
    for (auto& line : answer.items) line.actor_name = names->person_name(line.actor).name;
    return answer;
}

Result<HandOverAnswer> Answers::hand_over(const CycleId& cycle, const UnitCode& agency, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    if (!context.cycle(cycle)) return no_such("kỳ đánh giá", "cycle", cycle.str());
    if (!context.unit(agency)) return no_such("đơn vị", "unit", agency.str());
    HandOverAnswer answer;
    answer.basis = context.basis();
    answer.cycle = cycle;
    answer.agency = context.unit_name(agency, context.today());
    const auto row = context.row<HandOverRow>(party::kHandOvers, entity(cycle.str(), agency.str()));
    if (!row) return answer;
    answer.revision = row->revision;
    for (const auto position : row->lists) {
        if (const auto results = context.event<PartyResultsHandedOver>(position)) {
            answer.lists.push_back(list_of(context, *results, false));
            answer.lists.back().pending = results->event.pending;
        } else if (const auto correction = context.event<PartyCorrectionHandedOver>(position)) {
            answer.lists.push_back(list_of(context, *correction, true));
        }
    }
    for (const auto position : row->receipts) {
        const auto receipt = context.event<PartyHandOverReceived>(position);
        for (auto& list : answer.lists) {
            if (!receipt || list.number != receipt->event.number) continue;
            list.received = receipt->by;
            list.remark = receipt->event.remark;
        }
    }
    for (const auto position : row->slips) {
        const auto slip = context.event<PartyHandOverSlipCorrected>(position);
        for (auto& list : answer.lists)
            if (slip && list.number == slip->event.number) list.slips.push_back(slip_of(context, *slip));
    }
    return answer;
}

Result<PartyLevelAnswer> Answers::party_level(const DossierId& dossier, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto state = existing(context, dossier);
    if (!state) return state.error();
    PartyLevelAnswer answer;
    answer.basis = context.basis();
    answer.dossier = dossier;
    answer.person = context.person_name(state->person);
    const auto row = context.row<PartyLevelRow>(party::kLevels, dossier.str());
    if (!row) return answer;
    answer.level = row->level;
    if (!row->shared) return answer;
    if (const auto decided = context.event<PartyRatingDecided>(*row->shared))
        answer.shared = SharedPartyDecision{decided->event.paper, decided->event.reason};
    return answer;
}

}  // namespace minhbach::projections
