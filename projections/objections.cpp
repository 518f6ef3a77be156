#include "projections/objections.hpp"

#include "events/vocabulary/evaluation.hpp"
#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace objections {
namespace {

constexpr std::string_view kPlaced = "objections.dossier";  // dossier -> where it belongs

struct Placed {
    CycleId cycle;
    UnitCode unit;
    UnitCode agency;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (cycle, unit, agency))

class Objections : public Projection {
public:
    std::string_view name() const override { return "objections"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

void file(Rows& rows, const events::Record& record, const ObjectionFiled& e) {
    const auto placed = rows.get_as<Placed>(kPlaced, e.dossier.str());
    if (!placed) return;
    ObjectionRow row;
    row.objection = e.objection;
    row.kind = e.kind;
    row.dossier = e.dossier;
    row.person = e.person;
    row.cycle = placed->cycle;
    row.unit = placed->unit;
    row.agency = placed->agency;
    row.decision = e.decision;
    row.decision_document = e.decision_document;
    row.received_on = e.received_on;
    row.filed = provenance_of(record);
    row.revision = 1;
    const auto position = record.position.value;
    rows.put_as(kRows, e.objection.str(), row);
    rows.mark(kByCycle, entity(placed->cycle.str(), newest_first(position), e.objection.str()));
    rows.mark(kByDossier, entity(e.dossier.str(), ascending(position), e.objection.str()));
}

void Objections::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto change = [&](const ObjectionId& id, const auto& apply) {
        auto row = rows.get_as<ObjectionRow>(kRows, id.str());
        if (!row) return;
        row->revision = static_cast<int>(record.revision.value) + 1;
        apply(*row);
        rows.put_as(kRows, id.str(), *row);
    };
    const auto by = [&] { return provenance_of(record); };
    match(
        recorded.event,
        [&](const DossierOpened& e) {
            rows.put_as(kPlaced, e.dossier.str(), Placed{e.cycle, e.post.unit, e.post.managed_by});
        },
        [&](const DossierMoved& e) {
            if (auto placed = rows.get_as<Placed>(kPlaced, e.dossier.str()))
                rows.put_as(kPlaced, e.dossier.str(), Placed{placed->cycle, e.post.unit, e.post.managed_by});
        },
        [&](const ObjectionFiled& e) { file(rows, record, e); },
        [&](const ObjectionReceived& e) {
            change(e.objection, [&](ObjectionRow& row) {
                row.receipt =
                    ObjectionReceiptValue{by(), e.resolver, e.resolver_decided, e.in_time, e.answer_by, e.term_basis};
            });
        },
        [&](const ObjectionWithdrawn& e) { change(e.objection, [&](ObjectionRow& row) { row.withdrawn = by(); }); },
        [&](const ObjectionResolved& e) {
            change(e.objection, [&](ObjectionRow& row) {
                row.resolution = ResolutionValue{by(), e.outcome, e.resolver_decided, e.document};
            });
        });
}

class ProtectedViews : public Projection {
public:
    std::string_view name() const override { return "protectedviews"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto* e = recorded.event.as<ProtectedObjectionViewed>();
        if (!e) return;
        const auto& record = recorded.record;
        rows.put_as(protected_views::kByObjection, entity(e->objection.str(), newest_first(record.position.value)),
                    ProtectedViewLine{static_cast<std::int64_t>(record.position.value), record.recorded_at,
                                      record.actor, "", e->purpose});
    }
};

}  // namespace
}  // namespace objections

std::unique_ptr<Projection> make_objections() {
    return std::make_unique<objections::Objections>();
}

std::unique_ptr<Projection> make_protected_views() {
    return std::make_unique<objections::ProtectedViews>();
}

}  // namespace minhbach::projections
