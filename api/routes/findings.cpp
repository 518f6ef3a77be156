// Nội dung cần làm rõ: what a reader of the record should ask about. Never a verdict.
#include <algorithm>
#include <utility>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/dossier_answers.hpp"

namespace minhbach::api::routes {
namespace {

Result<std::vector<projections::FindingType>> types_of(const Context& context) {
    std::vector<projections::FindingType> types;
    for (std::string word : words_in_query(context, "type")) {
        std::replace(word.begin(), word.end(), '_', '-');
        const auto type = projections::finding_of(word);
        if (!type) return wrong_parameter("type");
        types.push_back(*type);
    }
    return types;
}

awaitable<http::Response> findings(Context& context, projections::Known known) {
    const auto cycle = CycleId::parse(context.query("cycle"));
    const auto agency = id_in_query<UnitCode>(context, "agency");
    const auto types = types_of(context);
    if (!cycle) co_return http::problem(wrong_parameter("cycle"));
    if (!agency) co_return http::problem(agency.error());
    if (!types) co_return http::problem(types.error());
    const auto limit = page_limit(context, 200, 1000);
    const auto after = page_cursor(context, "findings");
    if (!limit) co_return http::problem(limit.error());
    if (!after) co_return http::problem(after.error());
    // A head asks about the own agency; the whole province is for inspection and Home Affairs.
    const bool allowed = *agency ? may_see_unit(context, **agency) : may_see_all(context);
    if (!allowed) co_return http::problem(no_such_thing());
    projections::FindingsQuestion question;
    question.cycle = *cycle;
    question.types = *types;
    question.agency = *agency;
    const auto scope = enum_in_query<projections::UnitCapScope>(context, "scope");
    if (!scope) co_return http::problem(scope.error());
    question.scope = scope->value_or(question.scope);
    question.page = {*after, *limit};
    auto found = context.answers().findings(question, known);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found);
    link_page(context, response, "findings", next);
    co_return response;
}

}  // namespace

std::vector<Route> finding_routes() {
    return {heavy(read_route<projections::FindingsAnswer>(
        "/v1/findings", "findings", {"Nội dung cần làm rõ", "Findings: what should be asked about"},
        "inspection, Home Affairs; a head for the own agency",
        {in_query("cycle", "mã kỳ đánh giá", "code of the cycle", R"({"type":"string"})", true),
         in_query("type", "loại, cách nhau bằng dấu phẩy, ví dụ retro-authority",
                  "types separated by commas, e.g. retro-authority"),
         in_query("agency", "cơ quan quản lý", "the managing agency"),
         in_query("scope", "head-unit-mismatch: chỉ người đứng đầu (HEAD) hay mọi người lãnh đạo, quản lý (LEADERS)",
                  "head-unit-mismatch: heads alone (HEAD) or all leaders (LEADERS)",
                  R"({"type":"string","enum":["HEAD","LEADERS"]})"),
         limit_parameter(200, 1000), cursor_parameter()},
        findings))};
}

}  // namespace minhbach::api::routes
