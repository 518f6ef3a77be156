// Kiến nghị, khiếu nại: filed, received, withdrawn, resolved; the board of a cycle.
#include <algorithm>

#include "api/http/conditional.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"
#include "api/routes/protected_objections.hpp"

namespace minhbach::api::routes {
namespace {

namespace objection = services::objection;

events::Stream its_objection(const auto& command) {
    return services::objection_stream(command.objection);
}

template <class Command>
Route on_objection(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/objections/{objection}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission), its_objection);
}

// Reading an objection is a view of the dossier it is about.
awaitable<http::Response> one(Context& context, projections::Known known) {
    const auto id = id_in_path<ObjectionId>(context, "objection");
    if (!id) co_return http::problem(id.error());
    const auto found = context.answers().objection(*id, known);
    if (!found) co_return http::problem(no_such_thing());
    if (is_protected(*id)) co_return co_await protected_objection(context, *found);
    const auto opening = opening_of(context, found->line.dossier);
    if (!opening) co_return http::problem(opening.error());
    auto purpose = purpose_of(context.request);
    if (!purpose) co_return http::problem(purpose.error());
    const auto outcome = co_await view_noted(context, *opening, "objection", std::move(*purpose));
    if (!outcome) co_return http::problem(outcome.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->line.revision));
}

awaitable<http::Response> board(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto status = enum_in_query<projections::ObjectionStatus>(context, "status");
    const auto overdue = flag_in_query(context, "overdue");
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    if (!status) co_return http::problem(status.error());
    if (!overdue) co_return http::problem(overdue.error());
    const bool allowed = *unit ? may_see_unit(context, **unit) : may_see_all(context);
    if (!allowed) co_return http::problem(no_such_thing());
    const auto found = context.answers().objections({*cycle, *unit, *status, *overdue}, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> objection_routes() {
    SchemaBook enums;
    Route single = read_route<projections::ObjectionAnswer>(
        "/v1/objections/{objection}", "objection",
        {"Kiến nghị, khiếu nại: ai giải quyết, hạn trả lời theo quy định nội bộ, kết quả",
         "An objection: who resolves it, the internal term, the outcome"},
        "whoever may see the dossier, with a purpose for those who do not rate; of a protected petitioner: those on "
        "the "
        "list of its readers",
        purpose_parameters(), one);
    single.refusals.insert(single.refusals.end(), {"reason-required", "invalid-field", "outcome-unknown"});
    return {
        command_route<objection::FileObjection>(
            "/v1/objections", "file-objection",
            {"Gửi kiến nghị về kết quả xếp loại; mã bắt đầu bằng \"protected.\" thì chỉ "
             "những người có tên trong danh sách biết ai gửi",
             "File an objection; under a code that begins with \"protected.\" only "
             "those on its list of readers learn who filed it"},
            Kind::additive, "the rated person; transcribe", its_objection),
        on_objection<objection::ReceiveObjection>(
            "receipt", "receive-objection", {"Tiếp nhận và giao người giải quyết", "Receive it and name the resolver"},
            Kind::judging, "decide, receive or record, over the person"),
        on_objection<objection::WithdrawObjection>("withdrawal", "withdraw-objection", {"Rút kiến nghị", "Withdraw it"},
                                                   Kind::additive, "the rated person"),
        on_objection<objection::ResolveObjection>("resolution", "resolve-objection",
                                                  {"Giải quyết kiến nghị", "Resolve the objection"}, Kind::judging,
                                                  "decide, by the resolver named"),
        std::move(single),
        read_route<projections::ObjectionsAnswer>(
            "/v1/cycles/{cycle}/objections", "objections",
            {"Kiến nghị, khiếu nại trong kỳ; quá hạn trước", "Objections of a cycle, overdue first"},
            "those whose mandates reach the unit; all: inspection, Home Affairs",
            {in_query("unit", "cơ quan quản lý, hoặc đơn vị và các đơn vị bên dưới",
                      "the managing agency, or a unit and all below it"),
             in_query("status", "trạng thái", "status", schema_of<projections::ObjectionStatus>(enums)),
             in_query("overdue", "chỉ những việc quá hạn trả lời", "only those past their term",
                      R"({"type":"boolean"})")},
            board),
    };
}

}  // namespace minhbach::api::routes
