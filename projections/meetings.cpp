#include "projections/meetings.hpp"

#include "projections/list.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace meetings {
namespace {

class Meetings : public Projection {
public:
    std::string_view name() const override { return "meetings"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

template <class Change>
void change(Rows& rows, const MeetingId& id, const Change& apply) {
    auto row = rows.get_as<MeetingRow>(kRows, id.str());
    if (!row) return;
    apply(*row);
    rows.put_as(kRows, id.str(), *row);
}

void Meetings::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto position = static_cast<std::int64_t>(record.position.value);
    const auto revision = static_cast<int>(record.revision.value + 1);
    match(
        recorded.event,
        [&](const MeetingHeld& e) {
            rows.put_as(kRows, e.meeting.str(),
                        MeetingRow{e.meeting,
                                   e.cycle,
                                   e.unit,
                                   provenance_of(record),
                                   e.held_at,
                                   e.discussed,
                                   {},
                                   {},
                                   false,
                                   revision});
            rows.mark(kByCycle, entity(e.cycle.str(), newest_first(record.position.value), e.meeting.str()));
        },
        [&](const MinutesAdopted& e) {
            change(rows, e.meeting, [&](MeetingRow& row) {
                row.minutes.push_back(position);
                row.adopted = true;
                row.revision = revision;
            });
        },
        [&](const MinutesReopened& e) {
            change(rows, e.meeting, [&](MeetingRow& row) {
                row.reopened.push_back(position);
                row.adopted = false;
                row.revision = revision;
            });
        });
}

}  // namespace
}  // namespace meetings

std::unique_ptr<Projection> make_meetings() {
    return std::make_unique<meetings::Meetings>();
}

}  // namespace minhbach::projections
