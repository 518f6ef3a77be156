#include "projections/concretisations.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace concretisations {
namespace {

class Concretisations : public Projection {
public:
    std::string_view name() const override { return "concretisations"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

template <class E, class Change>
void change(Rows& rows, const events::Record& record, const E& e, const Change& apply) {
    const auto key = entity(e.cycle.str(), e.agency.str());
    auto row = rows.get_as<ConcretisationRow>(kRows, key).value_or(ConcretisationRow{e.cycle, e.agency, {}, {}, 0});
    row.revision = static_cast<int>(record.revision.value) + 1;
    apply(row);
    rows.put_as(kRows, key, row);
}

// What is told of another version begins anew.
template <class E>
void tell(Rows& rows, const E& e, const PersonCode& person, std::optional<Time> Told::* how, Time at) {
    const auto key = entity(e.cycle.str(), e.agency.str(), person.str());
    auto told = rows.get_as<Told>(kTold, key).value_or(Told{});
    if (told.version != e.version) {
        told = Told{};
        told.version = e.version;
    }
    if (!(told.*how)) told.*how = at;
    rows.put_as(kTold, key, told);
}

void Concretisations::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    match(
        recorded.event,
        [&](const ConcretisationProposed& e) {
            change(rows, record, e,
                   [&](ConcretisationRow& row) { row.versions.push_back({{provenance_of(record), e}, {}}); });
        },
        [&](const ConcretisationIssued& e) {
            change(rows, record, e, [&](ConcretisationRow& row) {
                for (auto& version : row.versions)
                    if (version.proposed.event.version == e.version) version.issued = {provenance_of(record), e};
            });
        },
        [&](const ConcretisationSent& e) {
            for (const auto& person : e.recipients) tell(rows, e, person, &Told::sent_at, record.recorded_at);
            change(rows, record, e, [](ConcretisationRow&) {});
        },
        [&](const ConcretisationOpened& e) {
            tell(rows, e, e.person, &Told::opened_at, record.recorded_at);
            change(rows, record, e, [](ConcretisationRow&) {});
        },
        [&](const ConcretisationAcknowledged& e) {
            tell(rows, e, e.person, &Told::acknowledged_at, record.recorded_at);
            change(rows, record, e, [](ConcretisationRow&) {});
        },
        [&](const BriefingHeld& e) {
            for (const auto& person : e.attendees) tell(rows, e, person, &Told::briefed_at, e.held_at);
            tell(rows, e, e.speaker, &Told::briefed_at, e.held_at);
            change(rows, record, e,
                   [&](ConcretisationRow& row) { row.briefings.push_back({provenance_of(record), e}); });
        });
}

}  // namespace
}  // namespace concretisations

const Sourced<ConcretisationIssued>* ConcretisationRow::in_force() const {
    const auto found = std::find_if(versions.rbegin(), versions.rend(),
                                    [](const auto& version) { return version.issued.has_value(); });
    return found == versions.rend() ? nullptr : &*found->issued;
}

std::unique_ptr<Projection> make_concretisations() {
    return std::make_unique<concretisations::Concretisations>();
}

}  // namespace minhbach::projections
