#include "projections/remediation.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace remediation {
namespace {

class Remediation : public Projection {
public:
    std::string_view name() const override { return "remediation"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

// The plan an event is about, changed and put back.
template <class Change>
void on_plan(Rows& rows, const events::Record& record, const PlanId& id, const Change& change) {
    auto row = rows.get_as<PlanRow>(kPlans, id.str());
    if (!row) return;  // the events that began it are erased
    change(*row);
    row->revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kPlans, id.str(), *row);
}

template <class Change>
void on_measure(Rows& rows, const events::Record& record, const PlanId& id, const MeasureId& measure,
                const Change& change) {
    on_plan(rows, record, id, [&](PlanRow& row) {
        for (auto& one : row.measures) {
            if (one.measure.measure != measure) continue;
            change(one);
            one.history.push_back(static_cast<std::int64_t>(record.position.value));
        }
    });
}

template <class E>
PlanRow begun(Rows& rows, const events::Record& record, const E& e) {
    auto row =
        rows.get_as<PlanRow>(kPlans, e.plan.str()).value_or(PlanRow{e.plan, e.cycle, e.owner, {}, {}, {}, {}, {}, 0});
    row.revision = static_cast<int>(record.revision.value + 1);
    rows.put_as(kByOwner, entity(owner_entity(e.owner), e.cycle.str()), OnePlan{e.plan});
    return row;
}

// What was done on measures that stay, stays.
void replace_contents(PlanRow& row, const RemediationPlanned& e) {
    auto before = std::move(row.measures);
    row.measures.clear();
    for (const auto& shortcoming : e.shortcomings) {
        for (const auto& measure : shortcoming.measures) {
            const auto found = std::find_if(before.begin(), before.end(), [&](const MeasureRow& one) {
                return one.measure.measure == measure.measure;
            });
            auto& now = row.measures.emplace_back();
            if (found != before.end()) now = std::move(*found);
            now.measure = measure;
            now.shortcoming = shortcoming.shortcoming;
        }
    }
    row.shortcomings = e.shortcomings;
    row.answerable.clear();
    for (const auto& item : e.answerable.items) row.answerable.push_back({item.person, item.value});
}

void assign(PlanRow& row, const events::Record& record, const FollowUpAssigned& e) {
    std::erase_if(row.follow_ups, [&](const FollowUpRow& one) { return one.role == e.role; });
    const auto after = std::find_if(row.follow_ups.begin(), row.follow_ups.end(),
                                    [&](const FollowUpRow& one) { return one.role > e.role; });
    row.follow_ups.insert(after, {e.role, e.assignee, e.document, provenance_of(record), {}});
}

void Remediation::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    match(
        recorded.event,
        [&](const RemediationPlanned& e) {
            auto row = begun(rows, record, e);
            replace_contents(row, e);
            row.versions.push_back({e.version, provenance_of(record), e.term, e.document, e.reason,
                                    static_cast<int>(row.shortcomings.size()), static_cast<int>(row.measures.size()),
                                    e.breaches});
            rows.put_as(kPlans, e.plan.str(), row);
        },
        [&](const NoShortcomingStated& e) {
            auto row = begun(rows, record, e);
            row.versions.push_back({0, provenance_of(record), e.term, e.document, e.statement, 0, 0, e.breaches});
            rows.put_as(kPlans, e.plan.str(), row);
        },
        [&](const FollowUpAssigned& e) {
            on_plan(rows, record, e.plan, [&](PlanRow& row) { assign(row, record, e); });
        },
        [&](const FollowUpConfirmed& e) {
            on_plan(rows, record, e.plan, [&](PlanRow& row) {
                for (auto& one : row.follow_ups)
                    if (one.role == e.role) one.confirmed = provenance_of(record);
            });
        },
        [&](const ProgressReported& e) {
            on_measure(rows, record, e.plan, e.measure, [&](MeasureRow& one) {
                one.reported = true;
                one.degree_percent = e.degree_percent;
                one.done_on.reset();
                if (e.degree_percent >= 100) one.done_on = record.recorded_at.local_date();
            });
        },
        [&](const MeasureInspected& e) {
            on_measure(rows, record, e.plan, e.measure, [](MeasureRow& one) { ++one.inspected; });
        },
        [&](const MeasureUrged& e) {
            on_measure(rows, record, e.plan, e.measure, [&](MeasureRow& one) {
                ++one.urged;
                one.escalated = one.escalated || e.escalated;
            });
        },
        [&](const MeasureVerified& e) {
            on_measure(rows, record, e.plan, e.measure, [&](MeasureRow& one) {
                one.verified = true;
                one.verified_by = provenance_of(record);
            });
        },
        [&](const MeasureReopened& e) {
            on_measure(rows, record, e.plan, e.measure, [](MeasureRow& one) {
                one.verified = one.reported = false;
                one.verified_by.reset();
                one.done_on.reset();
                one.degree_percent = 0;
                ++one.reopened;
            });
        });
}

}  // namespace
}  // namespace remediation

namespace remediation {
std::string owner_entity(const Owner& owner) {
    if (owner.person) return entity("p", owner.person->str());
    return entity("u", owner.unit.value().str());
}
}  // namespace remediation

MeasureStatus MeasureRow::status(Date day) const {
    if (verified) return MeasureStatus::done;
    if (day > measure.due && !done_on) return MeasureStatus::overdue;
    if (reported) return degree_percent > 0 ? MeasureStatus::in_progress : MeasureStatus::not_done;
    return reopened > 0 ? MeasureStatus::reopened : MeasureStatus::not_done;
}

std::optional<MeasureStatus> worst(const PlanRow& plan, Date day) {
    std::optional<MeasureStatus> found;
    for (const auto& one : plan.measures) {
        const auto status = one.status(day);
        if (!found || status < *found) found = status;
    }
    return found;
}

std::unique_ptr<Projection> make_remediation() {
    return std::make_unique<remediation::Remediation>();
}

}  // namespace minhbach::projections
