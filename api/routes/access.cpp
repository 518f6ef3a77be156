// From the access ledger: acts that a rule refused. Who viewed a dossier is asked of the dossier.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::routes {
namespace {

awaitable<http::Response> refusals(Context& context, projections::Known) {
    bool inspects = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { inspects = reader.inspects(); });
    if (!inspects) co_return http::problem(no_such_thing());
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    std::optional<std::string> target;
    if (context.has("target")) target = std::string(context.query("target"));
    const auto found = context.house.answers.refused(target, std::nullopt, *limit);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

}  // namespace

std::vector<Route> access_routes() {
    return {read_route<projections::RefusedAnswer>(
        "/v1/access/refusals", "refusals",
        {"Việc bị từ chối theo quy định, mới nhất trước", "Acts that a rule refused, newest first"}, "inspection",
        {in_query("target", "tên luồng, ví dụ dossier/2023.P000001", "name of the stream"), limit_parameter(50, 500)},
        refusals)};
}

}  // namespace minhbach::api::routes
