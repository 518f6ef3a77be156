#include "projections/party.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace party {
namespace {

class Party : public Projection {
public:
    std::string_view name() const override { return "party"; }
    int version() const override { return 3; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// Changes the row and notes the act in it.
template <class E, class Change>
void on_dossier(Rows& rows, const events::Record& record, const E& e, const Change& change) {
    auto row = rows.get_as<PartyDossierRow>(kRows, e.dossier.str());
    if (!row) return;  // its opening is erased
    change(*row);
    row->acts.push_back(static_cast<std::int64_t>(record.position.value));
    row->revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kRows, e.dossier.str(), *row);
}
template <class E>
void moves_to(Rows& rows, const events::Record& record, const E& e, PartyStatus status) {
    on_dossier(rows, record, e, [&](PartyDossierRow& row) {
        if (row.status < PartyStatus::decided || status > PartyStatus::decided) row.status = status;
    });
}

template <class E>
void on_collective(Rows& rows, const events::Record& record, const E& e) {
    const auto key = entity(e.cycle.str(), e.committee_unit.str(), e.organisation.str());
    auto row = rows.get_as<PartyCollectiveRow>(kCollectives, key)
                   .value_or(PartyCollectiveRow{e.cycle, e.committee_unit, e.organisation, {}});
    row.acts.push_back(static_cast<std::int64_t>(record.position.value));
    rows.put_as(kCollectives, key, row);
}

void fold_decision(Rows& rows, const events::Record& record, const PartyRatingDecided& e) {
    const auto position = static_cast<std::int64_t>(record.position.value);
    on_dossier(rows, record, e, [&](PartyDossierRow& row) {
        row.status = PartyStatus::decided;
        row.level = e.level;
        row.decision = static_cast<int>(record.revision.value);
        row.warned = std::any_of(e.signals.begin(), e.signals.end(), [](const PartySignal& signal) {
            return signal.code == PartySignalCode::state_level_not_excellent;
        });
        row.late = e.late.has_value();
    });
    rows.put_as(kLevels, e.dossier.str(), PartyLevelRow{e.dossier, e.person, e.level, {}, position});
}

template <class List>
void fold_list(Rows& rows, const events::Record& record, const List& e) {
    const auto key = entity(e.cycle.str(), e.agency.str());
    auto row = rows.get_as<HandOverRow>(kHandOvers, key).value_or(HandOverRow{e.cycle, e.agency, {}, {}, {}, 0});
    row.lists.push_back(static_cast<std::int64_t>(record.position.value));
    row.revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kHandOvers, key, row);
}

// Of a list that was given before.
template <class E>
void on_hand_over(Rows& rows, const events::Record& record, const E& e,
                  std::vector<std::int64_t> HandOverRow::* positions) {
    const auto key = entity(e.cycle.str(), e.agency.str());
    auto row = rows.get_as<HandOverRow>(kHandOvers, key).value();
    (row.*positions).push_back(static_cast<std::int64_t>(record.position.value));
    row.revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kHandOvers, key, row);
}

void Party::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    match(
        recorded.event,
        [&](const PartyDossierOpened& e) {
            rows.put_as(kRows, e.dossier.str(),
                        PartyDossierRow{e.dossier,
                                        e.person,
                                        e.cycle,
                                        e.year,
                                        e.cell,
                                        e.post.unit,
                                        e.committee_unit,
                                        PartyStatus::opened,
                                        {},
                                        {},
                                        false,
                                        false,
                                        {static_cast<std::int64_t>(record.position.value)},
                                        static_cast<int>(record.revision.value + 1)});
            rows.mark(kByCommittee, entity(e.cycle.str(), e.committee_unit.str(), e.dossier.str()));
        },
        [&](const PartyMemberExempted& e) { moves_to(rows, record, e, PartyStatus::exempted); },
        [&](const PartySelfReviewFiled& e) { moves_to(rows, record, e, PartyStatus::self_reviewed); },
        [&](const PartyMemberAppraised& e) { moves_to(rows, record, e, PartyStatus::appraised); },
        [&](const PartyBallotCounted& e) { moves_to(rows, record, e, PartyStatus::voted); },
        [&](const PartyProposalMade& e) { moves_to(rows, record, e, PartyStatus::proposed); },
        [&](const PartyRatingDecided& e) { fold_decision(rows, record, e); },
        [&](const PartyNoticeIssued& e) { moves_to(rows, record, e, PartyStatus::notified); },
        [&](const PartyRatingCancelled& e) {
            on_dossier(rows, record, e, [](PartyDossierRow& row) {
                row.status = PartyStatus::proposed;
                row.level.reset();
                row.decision.reset();
                row.warned = row.late = false;
            });
            rows.put_as(kLevels, e.dossier.str(), PartyLevelRow{e.dossier, e.person, {}, {}, {}});
        },
        [&](const PartyDecisionShared& e) {
            on_dossier(rows, record, e, [](PartyDossierRow&) {});
            auto row = rows.get_as<PartyLevelRow>(kLevels, e.dossier.str());
            if (!row) return;
            row->shared = row->last_decision;
            rows.put_as(kLevels, e.dossier.str(), *row);
        },
        [&](const PartyObjectionFiled& e) { on_dossier(rows, record, e, [](PartyDossierRow&) {}); },
        [&](const PartyObjectionReceived& e) { on_dossier(rows, record, e, [](PartyDossierRow&) {}); },
        [&](const PartyObjectionWithdrawn& e) { on_dossier(rows, record, e, [](PartyDossierRow&) {}); },
        [&](const PartyObjectionResolved& e) { on_dossier(rows, record, e, [](PartyDossierRow&) {}); },
        [&](const PartyCollectiveOpened& e) { on_collective(rows, record, e); },
        [&](const PartyCollectiveSelfRated& e) { on_collective(rows, record, e); },
        [&](const PartyCollectiveAppraised& e) { on_collective(rows, record, e); },
        [&](const PartyCollectiveBallotCounted& e) { on_collective(rows, record, e); },
        [&](const PartyCollectiveRated& e) { on_collective(rows, record, e); },
        [&](const PartyCollectiveRatingCancelled& e) { on_collective(rows, record, e); },
        [&](const PartyResultsHandedOver& e) { fold_list(rows, record, e); },
        [&](const PartyCorrectionHandedOver& e) { fold_list(rows, record, e); },
        [&](const PartyHandOverReceived& e) { on_hand_over(rows, record, e, &HandOverRow::receipts); },
        [&](const PartyHandOverSlipCorrected& e) { on_hand_over(rows, record, e, &HandOverRow::slips); });
}

class PartyViews : public Projection {
public:
    std::string_view name() const override { return "partyviews"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto* e = recorded.event.as<PartyDossierViewed>();
        if (!e) return;
        const auto& record = recorded.record;
        rows.put_as(party_views::kByDossier, entity(e->dossier.str(), newest_first(record.position.value)),
                    PartyViewLine{static_cast<std::int64_t>(record.position.value), record.recorded_at, record.actor,
                                  "", e->view, e->purpose});
    }
};

}  // namespace
}  // namespace party

std::unique_ptr<Projection> make_party() {
    return std::make_unique<party::Party>();
}

std::unique_ptr<Projection> make_party_views() {
    return std::make_unique<party::PartyViews>();
}

}  // namespace minhbach::projections
