#include "projections/quota.hpp"

#include "projections/list.hpp"
#include "projections/match.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace {

using namespace quota;

// Where the acts are; what they say is read from the log, figures are counted when asked for.
class Quota : public Projection {
public:
    std::string_view name() const override { return "quota"; }
    int version() const override { return 2; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto mark = [&](std::string_view table, const CycleId& cycle, const UnitCode& agency) {
            rows.mark(table, entity(cycle.str(), agency.str(), newest_first(recorded.record.position.value)));
        };
        visit(Match{
                  [&](const QuotaSettled& e) { mark(kSettlements, e.cycle, e.agency); },
                  [&](const QuotaReadingNamed& e) { mark(kReadings, e.cycle, e.agency); },
                  [&](const QuotaExceptionGranted& e) {
                      if (!e.is_of_collectives()) mark(kExceptions, e.cycle, e.agency);
                  },
                  [](const auto&) {},
              },
              recorded.event);
    }
};

}  // namespace

std::unique_ptr<Projection> make_quota() {
    return std::make_unique<Quota>();
}

}  // namespace minhbach::projections
