#include "projections/quota.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace quota {
namespace {

// Where the acts are; what they say is read from the log, figures are counted when asked for.
class Quota : public Projection {
public:
    std::string_view name() const override { return "quota"; }
    int version() const override { return 2; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto mark = [&](std::string_view table, const CycleId& cycle, const UnitCode& agency) {
            rows.mark(table, entity(cycle.str(), agency.str(), newest_first(recorded.record.position.value)));
        };
        match(
            recorded.event, [&](const QuotaSettled& e) { mark(kSettlements, e.cycle, e.agency); },
            [&](const QuotaReadingNamed& e) { mark(kReadings, e.cycle, e.agency); },
            [&](const QuotaExceptionGranted& e) {
                if (!e.is_of_collectives()) mark(kExceptions, e.cycle, e.agency);
            });
    }
};

}  // namespace
}  // namespace quota

std::unique_ptr<Projection> make_quota() {
    return std::make_unique<quota::Quota>();
}

}  // namespace minhbach::projections
