// Signing in with a token, and out. The token lies in a cookie that scripts cannot read and other sites cannot use.
#include "api/console/pages.hpp"
#include "api/routes/router.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

// Only a path of this program: never "//elsewhere" or another scheme.
std::string safe_return(std::string_view wanted) {
    const bool safe = wanted.starts_with('/') && !wanted.starts_with("//") &&
                      wanted.find('\\') == std::string_view::npos &&
                      wanted.find_first_of("\r\n") == std::string_view::npos && wanted.size() <= 500;
    return safe ? std::string(wanted) : std::string("/");
}

http::Response form(routes::Context& context, const std::string& back, const std::optional<Refusal>& refusal) {
    Node content;
    if (refusal) {
        content.add(element("div", {{"class", "problem"}, {"role", "alert"}},
                            paragraph(bilingual(refusal->detail_vi, refusal->detail_en))));
    }
    Node inputs = all({element("input", {{"type", "hidden"}, {"name", "ve"}, {"value", back}}),
                       element("label", {},
                               all({bilingual("Mã truy cập", "Token"), element("br"),
                                    element("input", {{"type", "password"},
                                                      {"name", "ma"},
                                                      {"autocomplete", "current-password"},
                                                      {"required", ""},
                                                      {"size", "40"}})})),
                       element("button", {{"type", "submit"}}, bilingual("Đăng nhập", "Sign in"))});
    content.add(element("form", {{"class", "inline"}, {"method", "post"}, {"action", "/dang-nhap"}}, inputs));
    content.add(note(bilingual("Mã truy cập do người quản trị hệ thống cấp và gắn với một người.",
                               "Tokens are issued by the administrator and belong to one person.")));
    return page(context.house, std::nullopt,
                {"Đăng nhập", "Sign in", std::move(content), std::nullopt, refusal ? 401 : 200});
}

http::Response go_to(const std::string& address) {
    http::Response response;
    response.status = 303;
    response.headers.add("Location", address);
    response.headers.add("Cache-Control", "no-store");
    return response;
}

void set_cookie(http::Response& response, std::string_view token, std::int64_t seconds) {
    response.headers.add("Set-Cookie", std::string(routes::kCookie) + "=" + std::string(token) +
                                           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds));
}

awaitable<http::Response> ask(routes::Context& context) {
    co_return form(context, safe_return(context.query("ve")), std::nullopt);
}

awaitable<http::Response> sign_in(routes::Context& context) {
    const auto given = http::Query::parse(context.request.body);
    if (!given) co_return http::problem(given.error());
    const std::string back = safe_return(given->find("ve").value_or("/"));
    const std::string token(given->find("ma").value_or(std::string_view()));
    const Time now = context.house.wall.now();
    const auto signed_in = context.house.tokens.check(token, now);
    if (!signed_in) co_return form(context, back, signed_in.error());
    const bool is_noted = co_await routes::first_use_noted(context.house, *signed_in);
    if (!is_noted) co_return http::problem(routes::outcome_unknown());
    auto response = go_to(back);
    set_cookie(response, token, (signed_in->expires_at.millis() - now.millis()) / 1000);
    co_return response;
}

awaitable<http::Response> sign_out(routes::Context&) {
    auto response = go_to("/dang-nhap");
    set_cookie(response, "", 0);
    co_return response;
}

routes::Route form_route(std::string path, std::string name, std::string vi, std::string en, routes::Handle handle) {
    routes::Route route =
        page_route(std::move(path), std::move(name), std::move(vi), std::move(en), "anybody", {}, std::move(handle));
    route.method = "POST";
    route.access = routes::Access::open;
    route.success = 303;
    route.also = {401};
    return route;
}

}  // namespace

std::vector<routes::Route> sign_in_pages() {
    routes::Route asking = page_route("/dang-nhap", "sign-in-form", "Đăng nhập", "Sign in", "anybody",
                                      {routes::in_query("ve", "trang quay về", "the page to return to")}, ask);
    asking.access = routes::Access::open;
    routes::Route entering =
        form_route("/dang-nhap", "sign-in", "Đăng nhập bằng mã truy cập", "Sign in with a token", sign_in);
    entering.request = {{"application/x-www-form-urlencoded", {}}};
    entering.refusals = {"sign-in-required", "token-expired", "unsupported-media-type"};
    return {std::move(asking), std::move(entering),
            form_route("/dang-xuat", "sign-out", "Đăng xuất", "Sign out", sign_out)};
}

}  // namespace minhbach::api::console
