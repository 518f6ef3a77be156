// The organisation: units through time.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

awaitable<http::Response> units(Context& context, projections::Known known) {
    const auto limit = page_limit(context, 200, 1000);
    const auto after = page_cursor(context, "units");
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    auto found = context.answers().units(known, {*after, *limit});
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found);
    link_page(context, response, "units", next);
    co_return response;
}

awaitable<http::Response> unit(Context& context, projections::Known known) {
    const auto code = id_in_path<UnitCode>(context, "unit");
    if (!code) co_return http::problem(code.error());
    const auto day = date_in_query(context, "day");
    if (!day) co_return http::problem(day.error());
    auto found = context.answers().unit(*code, *day, known);
    if (!found) co_return http::problem(found.error());
    found->revision = context.house.log.stream_count(events::Ledger::main, services::unit_stream(*code));
    co_return answer_of(context, *found);
}

events::Stream its_unit(const auto& command) {
    return services::unit_stream(command.unit);
}

}  // namespace

std::vector<Route> unit_routes() {
    const auto day = in_query("day", "ngày pháp lý", "the legal day", R"({"type":"string","format":"date"})");
    return {
        command_route<organisation::EstablishUnit>("/v1/units", "establish-unit",
                                                   {"Thành lập đơn vị", "Establish a unit"}, Kind::additive, "record",
                                                   its_unit),
        command_route<organisation::ChangeUnit>("/v1/units/{unit}/changes", "change-unit",
                                                {"Đổi tên, chuyển đơn vị", "Rename or move a unit"}, Kind::additive,
                                                "record", its_unit),
        command_route<organisation::DissolveUnit>("/v1/units/{unit}/dissolution", "dissolve-unit",
                                                  {"Giải thể đơn vị", "Dissolve a unit"}, Kind::additive, "record",
                                                  its_unit),
        heavy(read_route<projections::UnitsAnswer>("/v1/units", "units", {"Các đơn vị", "The units"},
                                                   "any signed-in person",
                                                   {limit_parameter(200, 1000), cursor_parameter()}, units)),
        read_route<projections::UnitAnswer>("/v1/units/{unit}", "unit", {"Một đơn vị", "A unit"},
                                            "any signed-in person", {day}, unit),
    };
}

}  // namespace minhbach::api::routes
