// Hủy kết quả và xếp loại lại, what it leaves to be done, and a cycle at two moments.
#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace evaluation = services::evaluation;

events::Stream named_in(const evaluation::SettleEffect& command) {
    return command.dossier ? services::dossier_stream(*command.dossier)
           : command.unit  ? services::collective_stream(command.cycle, *command.unit)
                           : services::cycle_stream(command.cycle);
}

awaitable<http::Response> effects(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto owner = id_in_query<UnitCode>(context, "owner");
    const auto kind = enum_in_query<EffectKind>(context, "kind");
    const auto open = flag_in_query(context, "open");
    if (!cycle) co_return http::problem(cycle.error());
    if (!owner) co_return http::problem(owner.error());
    if (!kind) co_return http::problem(kind.error());
    if (!open) co_return http::problem(open.error());
    const bool allowed = *owner ? may_see_unit(context, **owner) : may_see_all(context);
    if (!allowed) co_return http::problem(no_such_thing());
    projections::EffectsQuestion question{*cycle, *owner, *kind, {}};
    if (context.has("open")) question.open = *open;
    const auto found = context.answers().effects(question, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

// The two moments are parameters of their own; `known_as_of` is the later one where `to` is not given.
awaitable<http::Response> diff(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    if (!cycle) co_return http::problem(cycle.error());
    if (!may_see_all(context)) co_return http::problem(no_such_thing());
    if (!context.has("from")) co_return http::problem(wrong_parameter("from"));
    const auto from = known_as_of(context.house, context.query("from"));
    if (!from) co_return http::problem(from.error());
    if (context.has("to")) {
        const auto to = known_as_of(context.house, context.query("to"));
        if (!to) co_return http::problem(to.error());
        known = *to;
    }
    const auto found = context.answers().cycle_diff(*cycle, *from, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> rerating_routes() {
    SchemaBook enums;
    return {
        command_route<evaluation::ReRate>(
            "/v1/dossiers/{dossier}/re-rating", "re-rate",
            {"Hủy kết quả và xếp loại lại", "Cancel a result and rate again"}, Kind::judging, "decide",
            [](const auto& command) { return services::dossier_stream(command.dossier); }),
        command_route<evaluation::ReRateCollective>(
            "/v1/cycles/{cycle}/collectives/{unit}/re-rating", "re-rate-collective",
            {"Hủy kết quả và xếp loại lại tập thể, đơn vị", "Cancel the level of a collective and rate it again"},
            Kind::judging, "decide",
            [](const auto& command) { return services::collective_stream(command.cycle, command.unit); }),
        command_route<evaluation::SettleEffect>(
            "/v1/cycles/{cycle}/effects/{effect}/settlement", "settle-effect",
            {"Ghi nhận đã làm việc phải làm sau khi xếp loại lại", "An effect of a re-rating has been dealt with"},
            Kind::additive, "decide, submit, propose or record, for the unit that owes it", named_in),
        read_route<projections::EffectsAnswer>(
            "/v1/cycles/{cycle}/effects", "effects",
            {"Việc phải làm sau khi hủy kết quả và xếp loại lại", "What re-ratings left to be done"},
            "those whose mandates reach the owner; all: inspection, Home Affairs",
            {in_query("owner", "đơn vị phải làm", "the unit that owes it"),
             in_query("kind", "loại", "kind", schema_of<EffectKind>(enums)),
             in_query("open", "true: chưa làm; false: đã làm", "true: still open; false: settled",
                      R"({"type":"boolean"})")},
            effects),
        heavy(read_route<projections::CycleDiffAnswer>(
            "/v1/cycles/{cycle}/diff", "cycle-diff",
            {"Khác nhau của kỳ đánh giá giữa hai thời điểm đã biết", "What differs between two moments of the record"},
            "inspection, Home Affairs",
            {in_query("from", "thời điểm hoặc số bản ghi", "a time or a position", R"({"type":"string"})", true),
             in_query("to", "thời điểm hoặc số bản ghi; mặc định hiện nay", "a time or a position; now by default")},
            diff)),
    };
}

}  // namespace minhbach::api::routes
