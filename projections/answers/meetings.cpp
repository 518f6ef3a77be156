#include "projections/answers/context.hpp"

namespace minhbach::projections {
namespace {

void show_attendance(Context& context, const MeetingHeld& held, MeetingAnswer& answer) {
    answer.ended_at = held.ended_at;
    answer.chair = context.person_name(held.chair);
    answer.secretary = context.person_name(held.secretary);
    for (const auto& attendee : held.attendees) {
        ++answer.due;
        if (attendee.present)
            ++answer.present;
        else if (attendee.in_writing)
            ++answer.in_writing;
        else
            ++answer.absent;
        answer.attendees.push_back({context.person_name(attendee.person), attendee.role, attendee.present,
                                    attendee.in_writing, attendee.absence_reason});
    }
}

}  // namespace

Result<MeetingAnswer> Answers::meeting(const MeetingId& id, Known known_as_of) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    const auto row = context.row<MeetingRow>(meetings::kRows, id.str());
    if (!row) return no_such("cuộc họp", "meeting", id.str());
    MeetingAnswer answer;
    answer.basis = context.basis();
    answer.meeting = id;
    answer.cycle = row->cycle;
    answer.unit = context.unit_name(row->unit, row->held_at.local_date());
    answer.held = context.named(row->held);
    answer.held_at = row->held_at;
    answer.adopted = row->adopted;
    answer.revision = row->revision;
    if (const auto held = context.event<MeetingHeld>(row->held.position)) show_attendance(context, held->event, answer);
    for (const auto& person : row->discussed) answer.discussed.push_back(context.person_name(person));
    for (const auto position : row->minutes) context.append_event(answer.minutes, position);
    for (const auto position : row->reopened) context.append_event(answer.reopened, position);
    return answer;
}

Result<MeetingsAnswer> Answers::meetings(const CycleId& cycle, const std::optional<UnitCode>& unit, Known known_as_of,
                                         const Keyset& page) const {
    auto opened = Context::at(acts_, log_, events::Ledger::main, known_as_of, reader_);
    if (!opened) return opened.error();
    auto& context = *opened;
    MeetingsAnswer answer{context.basis(), cycle, {}, 0, {}};
    std::string last;
    for (const auto& name : context.entities(meetings::kByCycle, cycle.str() + "/")) {
        const auto id = name.substr(name.find('/') + 1);
        const auto row = context.row<MeetingRow>(meetings::kRows, id);
        if (!row || (unit && !context.within(row->unit, *unit, row->held_at.local_date()))) continue;
        ++answer.total;
        if (page.after && name <= *page.after) continue;
        if (answer.items.size() == page.limit) {
            answer.next = last;
            continue;
        }
        last = name;
        answer.items.push_back({row->meeting, context.unit_name(row->unit, row->held_at.local_date()), row->held_at,
                                static_cast<int>(row->discussed.size()), row->adopted,
                                static_cast<int>(row->minutes.size())});
    }
    return answer;
}

}  // namespace minhbach::projections
