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

// The level of a unit is published inside the province: every signed-in person may ask for it.
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
            "decide", [](const auto& command) { return services::collective_stream(command.cycle, command.unit); }),
        std::move(view),
    };
}

}  // namespace minhbach::api::routes
