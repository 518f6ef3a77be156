// Audit packages over HTTP: asked for, watched, taken.
#include <fcntl.h>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/bodies.hpp"
#include "api/routes/opening.hpp"
#include "events/files.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::size_t kPieceBytes = 256u << 10;

struct ExportView {
    std::string job;
    exports::Scope scope;
    Text purpose;
    exports::JobState state{};
    std::uint64_t records = 0;  // written so far
    std::optional<std::uint64_t> size;
    std::optional<std::uint64_t> bytes;
    std::optional<Digest> digest;
    std::optional<std::uint64_t> parts_withheld;
    std::optional<std::string> detail;  // why it failed
    std::optional<std::string> package;
};
BOOST_DESCRIBE_STRUCT(ExportView, (),
                      (job, scope, purpose, state, records, size, bytes, digest, parts_withheld, detail, package))

ExportView view_of(const exports::Job& job) {
    ExportView view{job.id, job.scope, job.purpose, job.state, job.records, {}, {}, {}, {}, {}, {}};
    if (job.exported) {
        view.size = job.exported->size;
        view.bytes = job.exported->bytes;
        view.digest = job.exported->digest;
        view.parts_withheld = job.exported->written.parts_withheld;
        view.package = "/v1/exports/" + job.id + "/package";
    }
    if (job.refusal) view.detail = job.refusal->detail_vi + " " + job.refusal->detail_en;
    return view;
}

// Inspection takes what it inspects; everybody the own record.
bool may_export(Context& context, const exports::Scope& scope) {
    if (scope.person == context.person()) return true;
    bool inspects = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { inspects = reader.inspects(); });
    return inspects;
}

awaitable<http::Response> begin(Context& context) {
    auto request = json::from_json<ExportRequest>(context.request.body);
    if (!request) co_return http::problem(request.error());
    request->scope.reader = context.person();
    const auto& scope = request->scope;
    if (scope.person.has_value() + scope.unit.has_value() + scope.cycle.has_value() != 1) {
        co_return http::problem(invalid_field("/scope", "Nêu đúng một trong: person, unit, cycle.",
                                              "Name exactly one of person, unit and cycle."));
    }
    if (request->purpose.empty()) {
        co_return http::problem({"reason-required",
                                 "/purpose",
                                 "",
                                 "Hãy nêu mục đích xuất gói hồ sơ.",
                                 "Say for what purpose the package is taken.",
                                 {}});
    }
    if (!may_export(context, scope)) co_return http::problem(no_such_thing());
    std::optional<std::uint64_t> size;
    if (request->size) size = static_cast<std::uint64_t>(*request->size);
    const auto job = context.house.exports.begin(context.person(), scope, size, request->purpose);
    if (!job) co_return http::problem(job.error());
    auto response = answer(context, json::to_json(view_of(*job)), as_of_now(context.house));
    response.status = 202;
    response.headers.add("Location", "/v1/exports/" + job->id);
    co_return response;
}

// Nobody learns of another's exports.
std::optional<exports::Job> own_job(Context& context) {
    auto job = context.house.exports.find(std::string(context.in_path("job")));
    return job && job->owner == context.person() ? job : std::nullopt;
}

awaitable<http::Response> look(Context& context) {
    const auto job = own_job(context);
    if (!job) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(view_of(*job)), as_of_now(context.house));
}

awaitable<http::Response> take(Context& context) {
    const auto job = own_job(context);
    if (!job || job->state != exports::JobState::done) co_return http::problem(no_such_thing());
    struct Reading {
        events::File file;
        std::uint64_t at = 0;
    };
    auto reading = std::make_shared<Reading>(Reading{events::File(job->file(), O_RDONLY), 0});
    auto pieces = std::make_shared<http::Pieces>();
    pieces->bytes = job->exported->bytes;
    pieces->next = [reading] {
        auto piece = reading->file.read_at(kPieceBytes, reading->at);
        reading->at += piece.size();
        return piece;
    };
    auto response = http::respond(200, "application/zip", {});
    response.pieces = std::move(pieces);
    std::string name = job->scope.name();
    std::replace(name.begin(), name.end(), '/', '-');
    response.headers.add("Content-Disposition", "attachment; filename=\"minhbach-" + name + "-" +
                                                    std::to_string(job->exported->size) + ".zip\"");
    response.headers.add("Digest-SHA-256", job->exported->digest.str());
    co_return response;
}

Route export_route(std::string method, std::string path, std::string name, Words summary, Handle handle) {
    Route route;
    route.method = std::move(method);
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = "inspection; everybody the own record; a job only its owner";
    route.refusals = {"not-found-or-not-allowed"};
    route.handle = std::move(handle);
    return route;
}

}  // namespace

std::vector<Route> export_routes() {
    auto start =
        export_route("POST", "/v1/exports", "export", {"Xuất gói hồ sơ kiểm tra", "Take an audit package away"}, begin);
    start.request = {{"application/json", schema<ExportRequest>()}};
    start.response = {{"application/json", detail::enveloped_schema<ExportView>}};
    start.success = 202;
    start.refusals = {"not-found-or-not-allowed", "reason-required", "invalid-field", "malformed-json", "overloaded"};
    auto watch = export_route("GET", "/v1/exports/{job}", "export-job",
                              {"Tiến độ của gói hồ sơ", "How far the package is"}, look);
    watch.response = {{"application/json", detail::enveloped_schema<ExportView>}};
    watch.also = {304};
    auto package =
        export_route("GET", "/v1/exports/{job}/package", "export-package", {"Tải gói hồ sơ", "The package"}, take);
    package.response = {{"application/zip", {}}};
    return {std::move(start), std::move(watch), std::move(package)};
}

}  // namespace minhbach::api::routes
