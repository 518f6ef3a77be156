// Work of the year: tasks and targets of a person or a unit.
#include <charconv>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

namespace work = services::work;

events::Stream its_work(const auto& command) {
    return services::work_stream(command.year, command.owner);
}

// Either {person} or {unit} stands in the path.
Owner owner_of(const Context& context) {
    Owner owner;
    for (const auto& [name, value] : context.path) {
        if (name == "person") {
            if (auto code = PersonCode::parse(value)) owner.person = *code;
        } else if (name == "unit") {
            if (auto code = UnitCode::parse(value)) owner.unit = *code;
        }
    }
    return owner;
}

// 0 for what is no year: no such work exists.
int year_of(const Context& context) {
    const auto text = context.in_path("year");
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    return error == std::errc{} && end == text.data() + text.size() && year >= 1900 && year <= 2200 ? year : 0;
}

std::vector<Fixed> owner_and_year(Context& context) {
    return {{"owner", json::to_json(owner_of(context))}, {"year", std::to_string(year_of(context))}};
}

struct TaskView {
    TaskItem item;
    int changes = 0;
    std::optional<Delivery> delivery;
    std::optional<Acceptance> acceptance;
};
BOOST_DESCRIBE_STRUCT(TaskView, (), (item, changes, delivery, acceptance))

struct WorkView {
    Owner owner;
    int year = 0;
    WorkCounts counts;
    CriteriaCounts criteria;
    std::vector<TaskView> tasks;
    std::uint64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(WorkView, (), (owner, year, counts, criteria, tasks, revision))

awaitable<http::Response> work_of(Context& context) {
    const Owner owner = owner_of(context);
    const int year = year_of(context);
    if ((!owner.person && !owner.unit) || year == 0) co_return http::problem(no_such_thing());
    if (owner.unit && !may_see_unit(context, *owner.unit)) co_return http::problem(no_such_thing());
    if (owner.person) {
        const auto outcome = co_await person_opened(context, *owner.person, "work");
        if (!outcome) co_return http::problem(outcome.error());
    }
    WorkView view{owner, year, {}, {}, {}, 0};
    const auto look = [&](services::Past& past, Time) {
        const auto& state = past.work(year, owner);
        view.counts = state.counts();
        view.criteria = state.criteria();
        for (const auto& [id, task] : state.tasks)
            view.tasks.push_back({task.item, task.changes, task.delivery, task.acceptance});
        view.revision = context.house.log.stream_count(events::Ledger::main, services::work_stream(year, owner));
    };
    const bool durable = co_await looked(context.house, look);
    if (!durable) co_return http::problem(outcome_unknown());
    co_return answer(context, json::to_json(view), as_of_now(context.house), view.revision);
}

Route view_route(std::string whose, std::string name, Words summary) {
    Route route;
    route.method = "GET";
    route.path = "/v1/work/{year}/" + whose;
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = "the owner, those whose mandates reach the owner, inspection, Home Affairs";
    route.response = {{"application/json", detail::enveloped_schema<WorkView>}};
    route.refusals = {"not-found-or-not-allowed"};
    route.handle = work_of;
    return route;
}

template <class Command>
Route on_work(std::string whose, std::string what, std::string name, Words summary, std::string permission) {
    const bool person = whose.starts_with("people");
    return command_route<Command>("/v1/work/{year}/" + whose + "/" + what, std::move(name) + (person ? "" : "-of-unit"),
                                  std::move(summary), Kind::additive, std::move(permission), its_work, owner_and_year,
                                  {"owner", "year"});
}

}  // namespace

std::vector<Route> work_routes() {
    std::vector<Route> routes;
    for (const std::string whose : {"people/{person}", "units/{unit}"}) {
        routes.push_back(on_work<work::AssignTasks>(whose, "tasks", "assign-tasks", {"Giao nhiệm vụ", "Assign tasks"},
                                                    "assign_work"));
        routes.push_back(on_work<work::ChangeTask>(whose, "changes", "change-task",
                                                   {"Điều chỉnh nhiệm vụ, nêu lý do", "Change a task, with reason"},
                                                   "assign_work"));
        routes.push_back(on_work<work::DeliverTasks>(whose, "deliveries", "deliver-tasks",
                                                     {"Báo cáo sản phẩm, kết quả cụ thể", "Deliver products"},
                                                     "the owner, or the head of the unit"));
        routes.push_back(on_work<work::AcceptTasks>(whose, "acceptances", "accept-tasks",
                                                    {"Nghiệm thu kết quả", "Accept what was delivered"},
                                                    "assign_work, never the owner"));
    }
    routes.push_back(with_purpose(
        view_route("people/{person}", "work-of-person", {"Nhiệm vụ được giao của một người", "Work of a person"})));
    routes.push_back(
        view_route("units/{unit}", "work-of-unit", {"Nhiệm vụ, chỉ tiêu của một đơn vị", "Work of a unit"}));
    return routes;
}

}  // namespace minhbach::api::routes
