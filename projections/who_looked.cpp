#include "projections/who_looked.hpp"

#include "projections/tables.hpp"
#include "projections/who_looked_rows.hpp"

namespace minhbach::projections {
namespace {

class WhoLooked : public Projection {
public:
    std::string_view name() const override { return "looks"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto* viewed = recorded.event.as<DossierViewed>();
        if (!viewed) return;
        const auto& record = recorded.record;
        const auto newest = newest_first(record.position.value);
        const LookLine line{static_cast<std::int64_t>(record.position.value),
                            record.recorded_at,
                            record.actor,
                            {},
                            viewed->dossier,
                            viewed->person,
                            {},
                            viewed->view,
                            viewed->purpose};
        rows.put_as(who_looked_rows::kAll, newest, line);
        rows.put_as(who_looked_rows::kByActor, entity(record.actor.str(), newest), line);
        rows.put_as(who_looked_rows::kByPerson, entity(viewed->person.str(), newest), line);
    }
};

}  // namespace

std::unique_ptr<Projection> make_who_looked() {
    return std::make_unique<WhoLooked>();
}

}  // namespace minhbach::projections
