#include "projections/views.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace views {
namespace {

class Views : public Projection {
public:
    std::string_view name() const override { return "views"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// Who it was, and when.
template <class Line>
Line entered_as(const events::Record& record) {
    Line line;
    line.position = static_cast<std::int64_t>(record.position.value);
    line.at = record.recorded_at;
    line.actor = record.actor;
    return line;
}

void Views::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto newest = newest_first(record.position.value);
    match(
        recorded.event,
        [&](const DossierViewed& e) {
            auto line = entered_as<ViewLine>(record);
            line.dossier = e.dossier;
            line.view = e.view;
            line.purpose = e.purpose;
            rows.put_as(kByDossier, entity(e.dossier.str(), newest), line);
            const auto first = entity(e.dossier.str(), record.actor.str());
            if (!rows.get(kFirst, first)) rows.put_as(kFirst, first, line);
        },
        [&](const CommandRefused& e) {
            auto line = entered_as<RefusedLine>(record);
            line.command = e.command;
            line.target = e.target;
            line.refusal = e.refusal;
            line.clause = e.clause;
            line.detail = e.detail;
            rows.put_as(kRefused, newest, line);
            rows.put_as(kRefusedOf, entity(e.target.str(), newest), line);
        },
        [&](const Erased&) {
            // That somebody was refused stays; what, and of whom, is gone.
            if (record.type != CommandRefused::kType) return;
            auto line = entered_as<RefusedLine>(record);
            rows.put_as(kRefused, newest, line);
        });
}

class RefusedAttempts : public Projection {
public:
    std::string_view name() const override { return "attempts"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto* e = recorded.event.as<AttemptsRefused>();
        if (!e) return;
        const auto position = recorded.record.position.value;
        rows.put_as(
            attempts::kAll, newest_first(position),
            AttemptsLine{static_cast<std::int64_t>(position), e->network, e->kind, e->count, e->first, e->last});
    }
};

}  // namespace
}  // namespace views

std::unique_ptr<Projection> make_attempts() {
    return std::make_unique<views::RefusedAttempts>();
}

std::unique_ptr<Projection> make_views() {
    return std::make_unique<views::Views>();
}

}  // namespace minhbach::projections
