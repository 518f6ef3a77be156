// Settlement of the excellent quota of an agency and its comparable groups.
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
    auto found = context.house.answers.quota(*cycle, *agency, known);
    if (!found) co_return http::problem(found.error());
    add_maxima_without_exception(context.house, *found);
    add_maxima_of_forecast(context.house, *found);
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->settlements.size()));
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
    };
}

}  // namespace minhbach::api::routes
