// Comment meetings and their minutes.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

events::Stream stream_of(const auto& command) {
    return services::meeting_stream(command.meeting);
}

// Seen by whoever sees the unit, sat in it or was discussed; the minutes of others by those who see the unit.
awaitable<http::Response> meeting(Context& context, projections::Known known) {
    const auto id = id_in_path<MeetingId>(context, "meeting");
    if (!id) co_return http::problem(id.error());
    auto found = context.house.answers.meeting(*id, known);
    if (!found) co_return http::problem(found.error());
    const auto is_me = [&](const projections::PersonName& name) { return name.person == context.person(); };
    const bool sat = is_me(found->chair) || is_me(found->secretary) ||
                     std::any_of(found->attendees.begin(), found->attendees.end(),
                                 [&](const auto& one) { return is_me(one.person); });
    const bool all = may_see_unit(context, found->unit.unit);
    const bool discussed = std::any_of(found->discussed.begin(), found->discussed.end(), is_me);
    if (!all && !sat && !discussed) co_return http::problem(no_such_thing());
    if (!all) {
        for (auto& version : found->minutes)
            std::erase_if(version.event.opinions.items,
                          [&](const auto& section) { return section.person != context.person(); });
    }
    const std::string tag = http::entity_tag(static_cast<std::uint64_t>(found->revision));
    co_return answer_of(context, *found, all, tag);
}

awaitable<http::Response> meetings(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    auto found = context.house.answers.meetings(*cycle, *unit, known);
    if (!found) co_return http::problem(found.error());
    std::size_t left_out = 0;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const auto& line) { return !reader.sees_unit(line.unit.unit); });
    });
    co_return answer_of(context, *found, left_out == 0);
}

}  // namespace

std::vector<Route> meeting_routes() {
    return {
        command_route<evaluation::HoldMeeting>("/v1/meetings", "hold-meeting",
                                               {"Ghi nhận cuộc họp nhận xét, đánh giá", "Record a comment meeting"},
                                               Kind::additive, "meeting", stream_of),
        command_route<evaluation::AdoptMinutes>("/v1/meetings/{meeting}/minutes", "adopt-minutes",
                                                {"Xác nhận thông qua biên bản", "Adopt the minutes"}, Kind::judging,
                                                "meeting", stream_of),
        command_route<evaluation::ReopenMinutes>("/v1/meetings/{meeting}/reopening", "reopen-minutes",
                                                 {"Mở lại biên bản để đính chính", "Reopen the minutes for correction"},
                                                 Kind::judging, "meeting", stream_of),
        read_route<projections::MeetingAnswer>(
            "/v1/meetings/{meeting}", "meeting",
            {"Một cuộc họp, thành phần và các bản biên bản", "A meeting, its composition and minutes"},
            "those who see the unit; attendees and persons discussed see what concerns them", {}, meeting),
        read_route<projections::MeetingsAnswer>(
            "/v1/cycles/{cycle}/meetings", "meetings", {"Các cuộc họp của kỳ", "Meetings of a cycle"},
            "those whose mandates reach the unit", {in_query("unit", "mã đơn vị", "code of the unit")}, meetings),
    };
}

}  // namespace minhbach::api::routes
