// Settlement of the excellent quota of an agency and its comparable groups.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

awaitable<http::Response> quota(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto agency = id_in_path<UnitCode>(context, "agency");
    if (!cycle || !agency) co_return http::problem(no_such_thing());
    if (!may_see_unit(context, *agency)) co_return http::problem(no_such_thing());
    const auto found = context.house.answers.quota(*cycle, *agency, known);
    if (!found) co_return http::problem(found.error());
    const std::string tag = http::entity_tag(static_cast<std::uint64_t>(found->settlements.size()));
    co_return answer_of(context, *found, true, tag);
}

}  // namespace

std::vector<Route> settlement_routes() {
    return {
        command_route<services::settlement::SettleQuota>(
            "/v1/cycles/{cycle}/settlements/{agency}", "settle-quota",
            {"Chốt tỷ lệ xếp loại \"Hoàn thành xuất sắc nhiệm vụ\"", "Settle the excellent quota"}, Kind::judging,
            "decide", [](const auto& command) { return services::settlement_stream(command.cycle, command.agency); }),
        read_route<projections::QuotaAnswer>("/v1/cycles/{cycle}/settlements/{agency}", "quota",
                                             {"Tỷ lệ xuất sắc của cơ quan và từng nhóm, theo mọi cách tính",
                                              "The quota of an agency and its groups, under every reading"},
                                             "those whose mandates reach the agency", {}, quota),
    };
}

}  // namespace minhbach::api::routes
