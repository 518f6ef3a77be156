// Settlement of the excellent quota of an agency and its comparable groups.
#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/dossier_answers.hpp"

namespace minhbach::api::routes {
namespace {

awaitable<http::Response> quota(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency) co_return http::problem(no_such_thing());
    if (!may_see_unit(context, *agency)) co_return http::problem(no_such_thing());
    auto found = context.answers().quota(*cycle, *agency, known);
    if (!found) co_return http::problem(found.error());
    add_maxima_without_exception(context.house, *found);
    add_maxima_of_forecast(context.house, *found);
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->settlements.size()));
}

// Who was on leave is for those who oversee and who settle it, not for everybody in the unit.
awaitable<http::Response> part_year(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency || !may_see_unit(context, *agency)) co_return http::problem(no_such_thing());
    bool allowed = false;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        const auto settles = reader.units_with(Power::decide);
        allowed = reader.sees_all() || std::find(settles.begin(), settles.end(), *agency) != settles.end();
    });
    if (!allowed) co_return http::problem(no_such_thing());
    const auto found = context.answers().part_year(*cycle, *agency, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> settlement_routes() {
    return {
        command_route<services::settlement::SettleQuota>(
            "/v1/cycles/{cycle}/settlements/{agency}", "settle-quota",
            {"Chốt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"", "Settle the excellent quota"}, Kind::judging,
            "decide", [](const auto& command) { return services::settlement_stream(command.cycle, command.agency); }),
        heavy(read_route<projections::QuotaAnswer>("/v1/cycles/{cycle}/settlements/{agency}", "quota",
                                                   {"Tỷ lệ xuất sắc của cơ quan và từng nhóm, theo mọi cách tính",
                                                    "The quota of an agency and its groups, under every reading"},
                                                   "those whose mandates reach the agency", {}, quota)),
        heavy(read_route<projections::PartYearAnswer>(
            "/v1/cycles/{cycle}/settlements/{agency}/part-year", "part-year-share",
            {"Người mới về, chuyển đến, thôi việc, nghỉ dài ngày trong số được chọn và không được chọn",
             "Who came, moved, left or was on leave, among the selected and the lowered"},
            "inspection, Home Affairs, the province; whoever decides for the agency", {}, part_year)),
    };
}

}  // namespace minhbach::api::routes
