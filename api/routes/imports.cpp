// Rosters as CSV or XLSX, told apart by content: a dry run with a report by line, column and cell, then one atomic
// append.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace organisation = services::organisation;

struct ImportReport {
    organisation::RosterReport report;
    std::optional<Digest> differences_seen;  // to be sent with the import, so that somebody has seen the differences
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (report, differences_seen))

awaitable<http::Response> dry_run(Context& context) {
    ImportReport answer_to;
    bool allowed = false;
    const auto look = [&](services::Past& past, Time now) {
        allowed = Reader(past.registry(), context.person(), now.local_date()).holds(Power::record);
        if (!allowed) return;
        answer_to.report = organisation::examine_roster(past.registry(), now.local_date(), context.request.body);
        answer_to.differences_seen = organisation::differences_digest(answer_to.report);
    };
    const bool durable = co_await looked(context.house, look);
    if (!durable) co_return http::problem(outcome_unknown());
    if (!allowed) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(answer_to), as_of_now(context.house));
}

awaitable<http::Response> import_roster(Context& context) {
    const auto dry = flag_in_query(context, "dry_run");
    if (!dry) co_return http::problem(dry.error());
    if (*dry) co_return co_await dry_run(context);

    organisation::ImportRoster command;
    const auto name =
        Label::parse(context.has("file_name") ? context.query("file_name") : std::string_view("roster.csv"));
    if (!name) co_return http::problem(wrong_parameter("file_name"));
    command.file_name = *name;
    if (context.has("differences_seen")) {
        const auto digest = Digest::parse(context.query("differences_seen"));
        if (!digest) co_return http::problem(wrong_parameter("differences_seen"));
        command.differences_seen = *digest;
    }
    std::string canonical = command.file_name.str() + '\n' + std::string(context.query("differences_seen")) + '\n' +
                            events::hex(events::sha256(context.request.body));
    command.csv = std::move(context.request.body);
    services::Desk::Decide decide = [command = std::move(command)](services::Past& past,
                                                                   const services::Acting& acting) {
        return organisation::decide(past, acting, command);
    };
    co_return co_await carry_out(context, Kind::additive, services::province_stream(), std::move(canonical),
                                 std::move(decide));
}

}  // namespace

std::vector<Route> import_routes() {
    SchemaBook none;
    Route route = command_frame("/v1/imports", "import-roster",
                                {"Nhập danh sách cán bộ, công chức, viên chức (CSV, XLSX); dry_run=true chỉ kiểm tra",
                                 "Import a roster (CSV, XLSX); dry_run=true only examines it"},
                                Kind::additive, "record");
    route.parameters.push_back(
        in_query("dry_run", "chỉ kiểm tra, không ghi", "examine only, write nothing", R"({"type":"boolean"})"));
    route.parameters.push_back(in_query("file_name", "tên tệp", "name of the file"));
    route.parameters.push_back(in_query("differences_seen", "mã của báo cáo thay đổi đã xem",
                                        "digest of the differences that were seen", schema_of<Digest>(none)));
    route.request = {{"text/csv", {}},
                     {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {}},
                     {"application/octet-stream", {}}};
    route.response = {{"application/json", [](SchemaBook& book) {
                           return R"({"anyOf":[)" + schema_of<Accepted>(book) + "," +
                                  detail::enveloped_schema<ImportReport>(book) + "]}";
                       }}};
    route.refusals.push_back("roster-invalid");
    route.handle = import_roster;
    return {std::move(route)};
}

}  // namespace minhbach::api::routes
