// Levels of collectives and units, decided by the competent authority.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

struct CollectiveView {
    CycleId cycle;
    UnitCode unit;
    std::optional<CollectiveRated> rated;   // absent: not rated so far
    std::optional<std::uint64_t> position;  // of the decision
    std::uint64_t revision = 0;             // the If-Match of a decision
};
BOOST_DESCRIBE_STRUCT(CollectiveView, (), (cycle, unit, rated, position, revision))

events::Stream its_collective(const auto& command) {
    return services::collective_stream(command.cycle, command.unit);
}

// The level of a unit is published inside the province: every signed-in person may ask for it. Why it is so, where it
// rests on an appraisal, is for those who see the unit.
awaitable<http::Response> collective(Context& context) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!cycle || !unit) co_return http::problem(no_such_thing());
    CollectiveView view{*cycle, *unit, {}, {}, 0};
    bool known = false;
    const auto look = [&](services::Past& past, Time) {
        known = past.registry().cycle(*cycle) && past.registry().unit(*unit);
        const auto& state = past.collective(*cycle, *unit);
        view.rated = state.rated;
        if (state.exists()) view.position = state.position.value;
        view.revision =
            context.house.log.stream_count(events::Ledger::main, services::collective_stream(*cycle, *unit));
    };
    const bool durable = co_await looked(context.house, look);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!known) co_return http::problem(no_such_thing());
    if (view.rated && !may_see_unit(context, *unit)) {
        view.rated->evaluation.reset();
        view.rated->departure.reset();
        view.rated->inspection.reset();
    }
    co_return answer(context, json::to_json(view), as_of_now(context.house), view.revision);
}

}  // namespace

std::vector<Route> collective_routes() {
    Route view;
    view.method = "GET";
    view.path = "/v1/cycles/{cycle}/collectives/{unit}";
    view.name = "collective";
    view.summary = {"Mức xếp loại của tập thể, đơn vị", "The level of a collective or unit"};
    view.permission = "any signed-in person";
    view.response = {{"application/json", detail::enveloped_schema<CollectiveView>}};
    view.refusals = {"not-found-or-not-allowed"};
    view.handle = collective;
    return {
        command_route<evaluation::RateCollective>(
            "/v1/cycles/{cycle}/collectives/{unit}/decision", "rate-collective",
            {"Kết luận mức xếp loại của tập thể, đơn vị", "Decide the level of a collective or unit"}, Kind::judging,
            "decide", its_collective),
        command_route<evaluation::SelfRateCollective>("/v1/cycles/{cycle}/collectives/{unit}/self-rating",
                                                      "self-rate-collective",
                                                      {"Tập thể tự xếp loại", "The collective rates itself"},
                                                      Kind::additive, "the head, propose", its_collective),
        command_route<evaluation::AppraiseCollective>(
            "/v1/cycles/{cycle}/collectives/{unit}/appraisal", "appraise-collective",
            {"Thẩm định, đề xuất mức xếp loại của tập thể", "Appraise the collective and propose its level"},
            Kind::judging, "propose; never whoever leads the unit", its_collective),
        command_route<evaluation::RaiseConcern>(
            "/v1/cycles/{cycle}/collectives/{unit}/concerns", "raise-concern",
            {"Ghi nhận đơn thư, dấu hiệu vi phạm hoặc mất đoàn kết của tập thể",
             "Record a complaint, a sign of violation or of disunity against the collective"},
            Kind::additive, "inspect, decide, receive, propose", its_collective),
        std::move(view),
    };
}

}  // namespace minhbach::api::routes
