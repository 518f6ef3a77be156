// Remediation: plans, statements, follow-up, and the board.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"
#include "api/routes/remediation_board.hpp"

namespace minhbach::api::routes {
namespace {

namespace remediation = services::remediation;

events::Stream its_plan(const auto& command) {
    return services::remediation_stream(command.plan);
}

awaitable<http::Response> board(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_query<UnitCode>(context, "unit");
    const auto person = id_in_query<PersonCode>(context, "person");
    const auto follower = id_in_query<PersonCode>(context, "follower");
    const auto status = enum_in_query<projections::MeasureStatus>(context, "status");
    const auto standing = enum_in_query<projections::PlanStanding>(context, "standing");
    const auto day = date_in_query(context, "day");
    const auto limit = page_limit(context, 200, 1000);
    if (!cycle) co_return http::problem(cycle.error());
    if (!unit) co_return http::problem(unit.error());
    if (!person) co_return http::problem(person.error());
    if (!follower) co_return http::problem(follower.error());
    if (!status) co_return http::problem(status.error());
    if (!standing) co_return http::problem(standing.error());
    if (!day) co_return http::problem(day.error());
    if (!limit) co_return http::problem(limit.error());
    // A board of one is that person's page. Who is not to be seen is left out below.
    if (*person && may_see_person(context, **person)) {
        const auto outcome = co_await person_opened(context, **person, "remediation");
        if (!outcome) co_return http::problem(outcome.error());
    }
    const auto after = page_cursor(context, "remediation");
    if (!after) co_return http::problem(after.error());
    const BoardQuestion question{
        *cycle, *unit, *person, *follower, *status, *standing, *day, after->value_or(std::string()), *limit};
    const auto found = remediation_board(context, question, known);
    if (!found) co_return http::problem(found.error());
    auto response = answer_of(context, found->board, found->complete);
    link_page(context, response, "remediation", found->next);
    co_return response;
}

// A person's plan is part of the dossier: who opens it without a part in it needs a purpose where the dossier does.
awaitable<http::Response> plan(Context& context, projections::Known known) {
    const auto id = id_in_path<PlanId>(context, "plan");
    const auto day = date_in_query(context, "day");
    if (!id) co_return http::problem(id.error());
    if (!day) co_return http::problem(day.error());
    const auto now = context.answers().remediation_plan(*id);
    if (!now) co_return http::problem(no_such_thing());
    auto line = now->line;
    for (const auto& measure : now->measures) line.measures.push_back(measure.line);
    bool part = false, sees = false;
    context.house.desk.look([&](services::Past& past, Time at) {
        const Reader reader(past.registry(), context.person(), at.local_date());
        part = takes_part(past, line, context.person(), at.local_date());
        sees = part || (line.owner.unit && reader.sees_unit(*line.owner.unit)) ||
               (line.owner.person && !line.dossier && reader.sees_all());
    });
    if (line.dossier) {
        auto opening = opening_of(context, *line.dossier);
        if (!opening && part) {
            auto row = context.answers().dossier_row(*line.dossier);
            if (row) opening = Opening{std::move(*row), false};
        }
        if (!opening) co_return http::problem(opening.error());
        if (part) opening->needs_purpose = false;
        auto purpose = purpose_of(context.request);
        if (!purpose) co_return http::problem(purpose.error());
        const auto outcome = co_await view_noted(context, *opening, "remediation-plan", std::move(*purpose));
        if (!outcome) co_return http::problem(outcome.error());
    } else if (!sees) {
        co_return http::problem(no_such_thing());
    }
    const auto found = context.answers().remediation_plan(*id, overdue_day(context, *day, known), known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->line.revision));
}

awaitable<http::Response> owned(Context& context, const Owner& owner, projections::Known known) {
    const auto cycle = id_in_query<CycleId>(context, "cycle");
    const auto day = date_in_query(context, "day");
    if (!cycle) co_return http::problem(cycle.error());
    if (!day) co_return http::problem(day.error());
    const auto found = context.answers().remediation_of(owner, *cycle, overdue_day(context, *day, known), known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> of_person(Context& context, projections::Known known) {
    const auto code = id_in_path<PersonCode>(context, "person");
    if (!code) co_return http::problem(code.error());
    const auto outcome = co_await person_opened(context, *code, "remediation");
    if (!outcome) co_return http::problem(outcome.error());
    const Owner owner{*code, std::nullopt};
    co_return co_await owned(context, owner, known);
}

awaitable<http::Response> of_unit(Context& context, projections::Known known) {
    const auto code = id_in_path<UnitCode>(context, "unit");
    if (!code || !may_see_unit(context, *code)) co_return http::problem(no_such_thing());
    const Owner owner{std::nullopt, *code};
    co_return co_await owned(context, owner, known);
}

template <class Command>
Route on_plan(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/remediation-plans/{plan}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission), its_plan);
}

std::vector<Route> commands() {
    return {
        on_plan<remediation::AdoptPlan>("adoption", "adopt-plan",
                                        {"Lập kế hoạch khắc phục hạn chế, khuyết điểm, hoặc phiên bản sau kèm lý do",
                                         "Adopt the remediation plan, or its next version with a reason"},
                                        Kind::judging,
                                        "whom the rulebook names: the owner; for a unit its head, propose"),
        on_plan<remediation::StateNoShortcoming>(
            "statement", "state-no-shortcoming",
            {"Cam kết không có hạn chế, khuyết điểm", "State that no shortcoming was found"}, Kind::judging,
            "whom the rulebook names: the owner; for a unit its head, propose"),
        on_plan<remediation::AssignFollowUp>(
            "follow-up", "assign-follow-up",
            {"Phân công theo dõi, kiểm tra, đôn đốc", "Assign who follows, inspects or urges"}, Kind::additive,
            "decide over the owner; never the owner"),
        on_plan<remediation::ConfirmFollowUp>("follow-up/confirmation", "confirm-follow-up",
                                              {"Xác nhận được phân công", "Confirm the assignment"}, Kind::additive,
                                              "the assignee"),
        on_plan<remediation::ReportProgress>("measures/{measure}/progress", "report-progress",
                                             {"Báo cáo kết quả khắc phục", "Report progress on a measure"},
                                             Kind::additive, "the person responsible, the owner"),
        on_plan<remediation::InspectMeasure>("measures/{measure}/inspections", "inspect-measure",
                                             {"Ghi kết quả kiểm tra, giám sát", "Record an inspection"}, Kind::additive,
                                             "the confirmed inspector, inspect, decide"),
        on_plan<remediation::UrgeMeasure>("measures/{measure}/reminders", "urge-measure",
                                          {"Gửi đôn đốc", "Send a reminder"}, Kind::additive, "the confirmed urger"),
        on_plan<remediation::VerifyMeasure>("measures/{measure}/verification", "verify-measure",
                                            {"Xác nhận đã khắc phục", "Verify remediation"}, Kind::judging,
                                            "the confirmed follower or inspector, decide; never the owner, the person "
                                            "responsible or whoever reported it"),
        on_plan<remediation::ReopenMeasure>(
            "measures/{measure}/reopening", "reopen-measure",
            {"Mở lại biện pháp đã xác nhận, nêu lý do", "Reopen a verified measure, with reason"}, Kind::judging,
            "the confirmed follower or inspector, decide, inspect"),
    };
}

}  // namespace

std::vector<Route> remediation_routes() {
    SchemaBook enums;
    const auto day =
        in_query("day", "ngày tính quá hạn; mặc định hôm nay", "the day on which things are overdue; today if absent",
                 R"({"type":"string","format":"date"})");
    const auto into = in_query("cycle", "kỳ tiếp theo; mặc định kỳ mới nhất",
                               "the cycle things are carried into; the newest if absent");
    auto routes = commands();
    routes.push_back(with_purpose(read_route<projections::PlanAnswer>(
        "/v1/remediation-plans/{plan}", "remediation-plan",
        {"Kế hoạch khắc phục với các lần báo cáo, kiểm tra, đôn đốc, xác nhận",
         "A remediation plan with all that was done on it"},
        "the owner, whoever has a part in it, those whose mandates reach the owner, inspection, Home Affairs; with a "
        "purpose for those who do not rate",
        {day}, plan)));
    routes.push_back(with_purpose(heavy(read_route<RemediationBoard>(
        "/v1/cycles/{cycle}/remediation", "remediation-board",
        {"Bảng theo dõi khắc phục hạn chế, khuyết điểm, quá hạn xếp trước", "The board of remediation, overdue first"},
        "the own, what one follows, those whose mandates reach a unit; all: inspection, Home Affairs",
        {in_query("unit", "đơn vị và các đơn vị bên dưới", "a unit and all below it"),
         in_query("person", "mã người có kế hoạch", "code of the owner"),
         in_query("follower", "mã người theo dõi, kiểm tra hoặc đôn đốc", "code of whoever follows, inspects or urges"),
         in_query("status", "trạng thái khắc phục", "status of the worst measure",
                  schema_of<projections::MeasureStatus>(enums)),
         in_query("standing", "đã lập kế hoạch, đã cam kết, trong hạn, quá hạn lập",
                  "planned, stated, within the term, past it", schema_of<projections::PlanStanding>(enums)),
         day, limit_parameter(200, 1000), cursor_parameter()},
        board))));
    routes.push_back(with_purpose(read_route<projections::OwnerRemediationAnswer>(
        "/v1/people/{person}/remediation", "remediation-of-person",
        {"Kế hoạch khắc phục các năm của một người, và việc năm trước chuyển sang",
         "A person's remediation plans, and what earlier years left open"},
        "the person, those whose mandates reach the person, inspection, Home Affairs; with a purpose for those who do "
        "not rate",
        {into, day}, of_person)));
    routes.push_back(read_route<projections::OwnerRemediationAnswer>(
        "/v1/units/{unit}/remediation", "remediation-of-unit",
        {"Kế hoạch khắc phục các năm của một đơn vị, và việc năm trước chuyển sang",
         "A unit's remediation plans, and what earlier years left open"},
        "those whose mandates reach the unit, inspection, Home Affairs", {into, day}, of_unit));
    return routes;
}

}  // namespace minhbach::api::routes
