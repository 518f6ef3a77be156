// Comment meetings and their minutes.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

events::Stream its_meeting(const auto& command) {
    return services::meeting_stream(command.meeting);
}

// Minutes say of a person what the dossier says: those discussed whose dossiers this reader opens for a purpose only.
Touched those_needing_purpose(Context& context, const projections::MeetingAnswer& meeting) {
    Touched touched;
    for (const auto& name : meeting.discussed) {
        const auto dossier = services::dossier_id(meeting.cycle, name.person);
        const auto opening = opening_of(context, dossier);
        if (!opening || opening->needs_purpose) touched.emplace_back(dossier, name.person);
    }
    return touched;
}

// Seen by whoever sees the unit, sat in it or was discussed; the minutes of others by those who see the unit.
awaitable<http::Response> meeting(Context& context, projections::Known known) {
    const auto id = id_in_path<MeetingId>(context, "meeting");
    if (!id) co_return http::problem(id.error());
    auto found = context.answers().meeting(*id, known);
    if (!found) co_return http::problem(found.error());
    const auto is_me = [&](const projections::PersonName& name) { return name.person == context.person(); };
    const bool sat = is_me(found->chair) || is_me(found->secretary) ||
                     std::any_of(found->attendees.begin(), found->attendees.end(),
                                 [&](const auto& one) { return is_me(one.person); });
    const bool all = may_see_unit(context, found->unit.unit);
    const bool discussed = std::any_of(found->discussed.begin(), found->discussed.end(), is_me);
    if (!all && !sat && !discussed) co_return http::problem(no_such_thing());
    if (!sat && !discussed) {
        auto touched = those_needing_purpose(context, *found);
        const auto outcome = co_await views_noted(context, std::move(touched), "meeting");
        if (!outcome) co_return http::problem(outcome.error());
    }
    if (!all) {
        for (auto& version : found->minutes)
            std::erase_if(version.event.opinions.items,
                          [&](const auto& section) { return section.person != context.person(); });
    }
    co_return answer_of(context, *found, all, static_cast<std::uint64_t>(found->revision));
}

awaitable<http::Response> meetings(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    const auto limit = page_limit(context, 100, 500);
    const auto after = page_cursor(context, "meetings");
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    auto found = context.answers().meetings(*cycle, *unit, known, {*after, *limit});
    if (!found) co_return http::problem(found.error());
    std::size_t left_out = 0;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const auto& line) { return !reader.sees_unit(line.unit.unit); });
    });
    if (left_out > 0) found->total = static_cast<int>(found->items.size());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found, left_out == 0);
    link_page(context, response, "meetings", next);
    co_return response;
}

}  // namespace

std::vector<Route> meeting_routes() {
    return {
        command_route<evaluation::HoldMeeting>("/v1/meetings", "hold-meeting",
                                               {"Ghi nhận cuộc họp nhận xét, đánh giá", "Record a comment meeting"},
                                               Kind::additive, "meeting", its_meeting),
        command_route<evaluation::AdoptMinutes>("/v1/meetings/{meeting}/minutes", "adopt-minutes",
                                                {"Xác nhận thông qua biên bản", "Adopt the minutes"}, Kind::judging,
                                                "meeting", its_meeting),
        command_route<evaluation::ReopenMinutes>("/v1/meetings/{meeting}/reopening", "reopen-minutes",
                                                 {"Mở lại biên bản để đính chính", "Reopen the minutes for correction"},
                                                 Kind::judging, "meeting", its_meeting),
        with_purpose(read_route<projections::MeetingAnswer>(
            "/v1/meetings/{meeting}", "meeting",
            {"Một cuộc họp, thành phần và các bản biên bản", "A meeting, its composition and minutes"},
            "those who see the unit, with a purpose where they do not rate; attendees and persons discussed see what "
            "concerns them",
            {}, meeting)),
        heavy(read_route<projections::MeetingsAnswer>(
            "/v1/cycles/{cycle}/meetings", "meetings", {"Các cuộc họp của kỳ", "Meetings of a cycle"},
            "those whose mandates reach the unit",
            {in_query("unit", "mã đơn vị", "code of the unit"), limit_parameter(100, 500), cursor_parameter()},
            meetings)),
    };
}

}  // namespace minhbach::api::routes
