#include "projections/report.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace {

// Where the reports are; what they say is read from the log.
class Reports : public Projection {
public:
    std::string_view name() const override { return "report"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto* e = recorded.event.as<ReportSubmitted>();
        if (!e) return;
        rows.mark(report::kSubmitted,
                  entity(e->cycle.str(), e->unit.str(), newest_first(recorded.record.position.value)));
    }
};

}  // namespace

std::unique_ptr<Projection> make_report() {
    return std::make_unique<Reports>();
}

}  // namespace minhbach::projections
