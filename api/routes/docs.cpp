// The OpenAPI document, a reader for it, and the files of the pages.
#include "api/console/assets.hpp"
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::routes {
namespace {

awaitable<http::Response> openapi_document(Context& context) {
    auto response = http::json(200, context.house.openapi);
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

// The reader has its own styles, not those of the pages.
constexpr std::string_view kSimulated =
    "<div role=\"note\" style=\"background:#fff2a8;border-bottom:2px solid #8a6d00;font:bold 1rem "
    "sans-serif;padding:.35rem 1rem;"
    "text-align:center\">DỮ LIỆU MÔ PHỎNG / Simulated data</div>";

awaitable<http::Response> reader(Context& context) {
    std::string page =
        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><title>API – Minh Bạch</title><link rel=\"stylesheet\" "
        "href=\"" +
        console::asset_address("swagger-ui.css") + "\"></head><body>" +
        std::string(context.house.simulated() ? kSimulated : "") +
        "<div id=\"swagger-ui\"></div><noscript><p>Trang này cần JavaScript; " +
        "nguyên văn tại <a href=\"/v1/openapi.json\">/v1/openapi.json</a>.</p></noscript><script src=\"" +
        console::asset_address("swagger-ui-bundle.js") + "\"></script><script src=\"" +
        console::asset_address("docs-start.js") + "\"></script></body></html>\n";
    auto response = http::respond(200, "text/html; charset=utf-8", std::move(page));
    // The reader sets styles of its own; scripts come from here alone.
    response.headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    response.headers.add("Cache-Control", "no-cache");
    co_return response;
}

awaitable<http::Response> asset(Context& context) {
    auto response = console::asset_response(context.request, context.in_path("name"));
    if (!response) co_return http::problem(no_such_thing());
    co_return std::move(*response);
}

}  // namespace

std::vector<Route> docs_routes() {
    Route file =
        open_read("/assets/{name}", "asset", {"Tệp của giao diện", "A file of the console"},
                  {{"text/css", {}}, {"text/javascript", {}}, {"font/woff2", {}}, {"image/svg+xml", {}}}, asset);
    file.also = {304};
    file.refusals = {"not-found-or-not-allowed"};
    return {
        open_read("/v1/openapi.json", "openapi", {"Mô tả giao diện lập trình này", "This document"},
                  {{"application/json", {}}}, openapi_document),
        open_read("/docs", "docs", {"Trang đọc mô tả giao diện lập trình", "A reader for this document"},
                  {{"text/html", {}}}, reader),
        std::move(file),
    };
}

}  // namespace minhbach::api::routes
