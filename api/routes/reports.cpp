// Consolidated reports: what one would say now, those that were submitted, and both as workbook and CSV.
#include <charconv>

#include "api/export/report_table.hpp"
#include "api/export/report_xlsx.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/reports.hpp"

namespace minhbach::api::routes {
namespace {

using projections::ReportAnswer;

constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kCsv = "text/csv; charset=utf-8";
constexpr std::string_view kSeen = "those whose mandates reach the unit; all: inspection, Home Affairs";

enum class Form { xlsx, csv };

http::Response file_of(Context& context, const ReportAnswer& report, Form form) {
    const bool simulated = context.house.simulated();
    const bool workbook = form == Form::xlsx;
    auto bytes = workbook ? exports::report_xlsx(report, simulated) : exports::report_csv(report);
    const std::string tag = http::entity_tag(std::string_view(events::hex(events::sha256(bytes))).substr(0, 32));
    const auto name = "bao-cao-" + report.cycle.str() + "-" + report.unit.unit.str() +
                      (report.draft ? "-du-thao" : "-" + std::to_string(report.restatement));
    if (http::is_not_modified(context.request, tag)) return http::not_modified(tag);
    auto response = http::respond(200, workbook ? kXlsx : kCsv, std::move(bytes));
    response.headers.add("Content-Disposition", "attachment; filename=\"" + name + (workbook ? ".xlsx\"" : ".csv\""));
    response.headers.add("ETag", tag);
    response.headers.add("Cache-Control", "private, no-cache");
    if (simulated) response.headers.add("Minhbach-Simulated", "?1");
    return response;
}

// What the path asks for, if the reader may see the unit.
Result<ReportAnswer> submitted(Context& context, projections::Known known, bool numbered) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!cycle || !unit || !may_see_unit(context, *unit)) return no_such_thing();
    std::optional<int> restatement;
    if (numbered) {
        const auto text = context.in_path("restatement");
        int number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return no_such_thing();
        restatement = number;
    }
    return context.answers().report(*cycle, *unit, restatement, known);
}

awaitable<http::Response> last(Context& context, projections::Known known) {
    const auto found = submitted(context, known, false);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->submitted.size()));
}

awaitable<http::Response> numbered(Context& context, projections::Known known) {
    const auto found = submitted(context, known, true);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

Read submitted_as(Form form) {
    return [form](Context& context, projections::Known known) -> awaitable<http::Response> {
        const auto found = submitted(context, known, true);
        if (!found) co_return http::problem(found.error());
        co_return file_of(context, *found, form);
    };
}

awaitable<Result<ReportAnswer>> draft_asked_for(Context& context) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    if (!cycle) co_return cycle.error();
    const auto unit = id_in_query<UnitCode>(context, "unit");
    if (!unit) co_return unit.error();
    if (!*unit) co_return wrong_parameter("unit");
    const CycleId of = *cycle;
    const UnitCode about = **unit;
    auto found = co_await draft_report(context, of, about);
    co_return found;
}

awaitable<http::Response> draft(Context& context) {
    const auto found = co_await draft_asked_for(context);
    if (!found) co_return http::problem(found.error());
    co_return answer(context, detail::data_of(*found), as_of_now(context.house));
}

Handle draft_as(Form form) {
    return [form](Context& context) -> awaitable<http::Response> {
        const auto found = co_await draft_asked_for(context);
        if (!found) co_return http::problem(found.error());
        co_return file_of(context, *found, form);
    };
}

Route draft_route(std::string path, std::string name, Words summary, Body response, Handle handle) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = kSeen;
    route.parameters = {
        in_query("unit", "mã đơn vị lập báo cáo", "code of the unit that reports", R"({"type":"string"})", true)};
    route.response = {std::move(response)};
    route.refusals = {"not-found-or-not-allowed", "malformed-request", "invalid-field", "outcome-unknown"};
    route.handle = std::move(handle);
    return route;
}

Route submitted_route(std::string what, std::string name, Words summary, std::string_view media, Form form) {
    auto route = read_frame("/v1/cycles/{cycle}/reports/{unit}/{restatement}/" + what, std::move(name),
                            std::move(summary), std::string(kSeen), {}, submitted_as(form), When::known_as_of);
    route.response = {{std::string(media.substr(0, media.find(';'))), {}}};
    return route;
}

}  // namespace

awaitable<Result<ReportAnswer>> draft_report(Context& context, CycleId cycle, UnitCode unit) {
    if (!may_see_unit(context, unit)) co_return no_such_thing();
    Result<ReportSubmitted> counted = no_such_thing();
    std::function<void(services::Past&, Time)> query = [&](services::Past& past, Time now) {
        counted = services::report::draft(past, cycle, unit, now);
    };
    const bool durable = co_await looked(context.house, std::move(query));
    if (!durable) co_return outcome_unknown();
    if (!counted) co_return counted.error();
    co_return context.answers().report_draft(*counted);
}

std::vector<Route> report_routes() {
    return {
        command_route<services::report::SubmitReport>(
            "/v1/cycles/{cycle}/reports/{unit}", "submit-report",
            {"Gửi báo cáo tổng hợp của đơn vị", "Submit the unit's consolidated report"}, Kind::judging,
            "submit, on the unit; for the province: receive",
            [](const auto& command) { return services::report_stream(command.cycle, command.unit); }),
        read_route<ReportAnswer>("/v1/cycles/{cycle}/reports/{unit}", "report",
                                 {"Báo cáo tổng hợp đã gửi, lần mới nhất", "The last report a unit submitted"},
                                 std::string(kSeen), {}, last),
        read_route<ReportAnswer>("/v1/cycles/{cycle}/reports/{unit}/{restatement}", "report-numbered",
                                 {"Báo cáo tổng hợp theo số lần điều chỉnh (0: lần đầu)",
                                  "A report by its restatement number (0: the first)"},
                                 std::string(kSeen), {}, numbered),
        submitted_route("report.xlsx", "report-xlsx", {"Báo cáo đã gửi, bảng tính", "A submitted report as workbook"},
                        kXlsx, Form::xlsx),
        submitted_route("report.csv", "report-csv", {"Báo cáo đã gửi, CSV", "A submitted report as CSV"}, kCsv,
                        Form::csv),
        draft_route("/v1/cycles/{cycle}/report", "report-draft",
                    {"Dự thảo báo cáo theo số liệu hiện có; restatement là If-Match khi gửi",
                     "What the report would say now; its restatement is the If-Match to submit it with"},
                    {"application/json", detail::enveloped_schema<ReportAnswer>}, draft),
        draft_route("/v1/cycles/{cycle}/report.xlsx", "report-draft-xlsx",
                    {"Dự thảo báo cáo, bảng tính", "The draft as workbook"}, {std::string(kXlsx), {}},
                    draft_as(Form::xlsx)),
        draft_route("/v1/cycles/{cycle}/report.csv", "report-draft-csv", {"Dự thảo báo cáo, CSV", "The draft as CSV"},
                    {"text/csv", {}}, draft_as(Form::csv)),
    };
}

}  // namespace minhbach::api::routes
