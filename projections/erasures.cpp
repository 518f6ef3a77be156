#include "projections/erasures.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace erasures {
namespace {

class Erasures : public Projection {
public:
    std::string_view name() const override { return "erasures"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

void Erasures::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto revision = static_cast<int>(record.revision.value) + 1;
    const auto change = [&](const ErasureId& id, ErasureStatus status, const auto& apply) {
        auto row = rows.get_as<ErasureRow>(kRows, id.str());
        if (!row) return;
        row->status = status;
        row->revision = revision;
        apply(*row);
        rows.put_as(kRows, id.str(), *row);
    };
    const auto decided = [&](const std::optional<Text>& reason) {
        return [&record, reason](ErasureRow& row) {
            row.decided = provenance_of(record);
            row.decided_reason = reason;
        };
    };
    match(
        recorded.event,
        [&](const ErasureRequested& e) {
            ErasureRow row;
            row.erasure = e.erasure;
            row.subject = e.subject;
            row.document = e.document;
            row.clause = e.clause;
            row.reason = e.reason;
            row.requested = provenance_of(record);
            row.revision = revision;
            rows.put_as(kRows, e.erasure.str(), row);
        },
        [&](const ErasureApproved& e) {
            change(e.erasure, ErasureStatus::approved, decided({}));
            const auto row = rows.get_as<ErasureRow>(kRows, e.erasure.str());
            if (!row) return;
            const ErasedPerson erased{e.erasure, record.recorded_at, row->document, row->clause};
            rows.put_as(kErased, e.subject.str(), erased);
        },
        [&](const ErasureRefused& e) { change(e.erasure, ErasureStatus::refused, decided(e.reason)); },
        [&](const ErasureWithdrawn& e) { change(e.erasure, ErasureStatus::withdrawn, decided(e.reason)); },
        [&](const ErasureExecuted& e) {
            change(e.erasure, ErasureStatus::executed, [&](ErasureRow& row) {
                row.executed = provenance_of(record);
                row.lost = e;
            });
        },
        [&](const LegalHoldPlaced& e) {
            rows.put_as(kHolds, e.hold.str(), HoldRow{e, provenance_of(record), {}, revision});
        },
        [&](const LegalHoldLifted& e) {
            auto row = rows.get_as<HoldRow>(kHolds, e.hold.str());
            if (!row) return;
            row->lifted = provenance_of(record);
            row->revision = revision;
            rows.put_as(kHolds, e.hold.str(), *row);
        },
        [&](const RetentionDefined& e) {
            rows.put_as(kRetention, e.retention.str(), RetentionRow{e, provenance_of(record)});
        });
}

}  // namespace
}  // namespace erasures

std::unique_ptr<Projection> make_erasures() {
    return std::make_unique<erasures::Erasures>();
}

}  // namespace minhbach::projections
