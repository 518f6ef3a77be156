// The read models themselves: how far each is, what stopped one, and folding them anew while the old ones answer.
#include "api/http/report.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::routes {

bool Rebuilding::begin() {
    const std::lock_guard lock(mutex_);
    if (state_.running) return false;
    if (thread_.joinable()) thread_.join();
    state_ = {};
    state_.running = true;
    thread_ = std::thread([this] { run(); });
    return true;
}

Rebuilding::State Rebuilding::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void Rebuilding::run() {
    State done;
    try {
        done.acts = acts_.rebuild_beside(projections::all_projections());
        done.access = access_.rebuild_beside(projections::access_projections());
    } catch (const std::exception& failure) {
        http::report(std::string("the read models were not rebuilt: ") + failure.what());
        done.error = failure.what();
    }
    const std::lock_guard lock(mutex_);
    state_ = std::move(done);
}

namespace {

struct ProjectionLine {
    std::string name;
    int version = 0;
    std::uint64_t applied = 0;                // events folded
    std::optional<std::string> error;         // why it stopped; what it answers stays as it was
    std::optional<std::uint64_t> stopped_at;  // position
    std::optional<std::string> paused;        // "disk-full" or "disk-failed": its rows cannot be written at present
};
BOOST_DESCRIBE_STRUCT(ProjectionLine, (), (name, version, applied, error, stopped_at, paused))

struct RebuiltLine {
    std::uint64_t events = 0;
    std::vector<std::string> differing;  // projections whose rows were not the same before
};
BOOST_DESCRIBE_STRUCT(RebuiltLine, (), (events, differing))

struct ProjectionsView {
    std::vector<ProjectionLine> main;
    std::vector<ProjectionLine> access;
    bool rebuilding = false;
    std::optional<RebuiltLine> rebuilt_main, rebuilt_access;
    std::optional<std::string> rebuild_error;
};
BOOST_DESCRIBE_STRUCT(ProjectionsView, (), (main, access, rebuilding, rebuilt_main, rebuilt_access, rebuild_error))

std::vector<ProjectionLine> lines_of(const projections::Runner& runner) {
    std::vector<ProjectionLine> lines;
    for (const auto& status : runner.status()) {
        ProjectionLine line{status.name, status.version, status.applied, status.error, {}, status.paused};
        if (status.stopped_at) line.stopped_at = status.stopped_at->value;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<RebuiltLine> line_of(const std::optional<projections::Rebuilt>& rebuilt) {
    return rebuilt ? std::optional(RebuiltLine{rebuilt->events, rebuilt->differing}) : std::nullopt;
}

std::string view_of(House& house) {
    const auto state = house.rebuilding.state();
    return json::to_json(ProjectionsView{lines_of(house.acts), lines_of(house.access), state.running,
                                         line_of(state.acts), line_of(state.access), state.error});
}

awaitable<http::Response> look(Context& context) {
    co_return answer(context, view_of(context.house), as_of_now(context.house));
}

awaitable<http::Response> rebuild(Context& context) {
    bool administers = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { administers = reader.administers(); });
    if (!administers) co_return http::problem(no_such_thing());
    Event entry = AdministrationDone{Label::of(context.route.name), {}, {}, {}, {}, {}};
    const bool is_noted = co_await noted(context.house, context.person(), std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    if (!context.house.rebuilding.begin()) {
        co_return http::problem({"in-flight",
                                 "",
                                 "",
                                 "Dữ liệu tra cứu đang được dựng lại.",
                                 "The read models are being rebuilt already.",
                                 {}});
    }
    auto response = answer(context, view_of(context.house), as_of_now(context.house));
    response.status = 202;
    response.headers.add("Location", "/v1/projections");
    co_return response;
}

}  // namespace

std::vector<Route> projection_routes() {
    Route list;
    list.method = "GET";
    list.path = "/v1/projections";
    list.name = "projections";
    list.summary = {"Dữ liệu tra cứu: đã đọc đến đâu, có lỗi không", "The read models: how far, and what stopped one"};
    list.access = Access::log_reader;
    list.permission = "inspection, administration, Home Affairs";
    list.response = {{"application/json", detail::enveloped_schema<ProjectionsView>}};
    list.refusals = {"not-found-or-not-allowed"};
    list.handle = look;
    Route anew = list;
    anew.method = "POST";
    anew.path = "/v1/projections/rebuild";
    anew.name = "rebuild-projections";
    anew.summary = {"Dựng lại dữ liệu tra cứu từ nhật ký trong khi dữ liệu cũ vẫn phục vụ",
                    "Fold the read models anew while the old ones answer"};
    anew.permission = "administration";
    anew.success = 202;
    anew.refusals = {"not-found-or-not-allowed", "in-flight", "outcome-unknown"};
    anew.handle = rebuild;
    return {std::move(list), std::move(anew)};
}

}  // namespace minhbach::api::routes
