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
    const auto before = position_cursor(context, "refusals");
    if (!before) co_return http::problem(before.error());
    auto found = context.house.answers.refused(target, *before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "refusals", next);
    co_return response;
}

}  // namespace

std::vector<Route> access_routes() {
    return {heavy(read_route<projections::RefusedAnswer>(
        "/v1/access/refusals", "refusals",
        {"Việc bị từ chối theo quy định, mới nhất trước", "Acts that a rule refused, newest first"}, "inspection",
        {in_query("target", "tên luồng, ví dụ dossier/2023.P000001", "name of the stream"), limit_parameter(50, 500),
         cursor_parameter()},
        refusals, When::as_it_is))};
}

}  // namespace minhbach::api::routes
