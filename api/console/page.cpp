#include "api/console/page.hpp"

#include "api/console/assets.hpp"
#include "api/console/words.hpp"
#include "api/routes/answer.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::console {
namespace {

Node navigation(routes::House& house, const PersonCode& person) {
    std::string name = person.str();
    bool has_unit = false, sees_all = false, inspects = false;
    house.desk.look([&](services::Past& past, Time now) {
        const routes::Reader reader(past.registry(), person, now.local_date());
        has_unit = reader.has_unit();
        sees_all = reader.sees_all();
        inspects = reader.inspects();
        if (const auto* known = past.registry().person(person)) name = known->full_name.str();
    });
    Node items;
    const auto item = [&](const std::string& address, std::string_view vi, std::string_view en) {
        items.add(element("li", {}, link_to(address, bilingual(vi, en))));
    };
    item("/", "Việc cần làm hôm nay", "Today");
    if (has_unit) item("/danh-sach", "Danh sách hồ sơ", "Dossiers");
    if (has_unit) item("/bang-ho-so", "Bảng hồ sơ", "Board of files");
    if (sees_all || inspects) item("/noi-dung-can-lam-ro", "Nội dung cần làm rõ", "Findings");
    items.add(element("li", {}, name));
    return element("nav", {{"aria-label", "Chính"}}, element("ul", {}, items));
}

}  // namespace

http::Response page(routes::House& house, const std::optional<PersonCode>& signed_in, Page content) {
    Node head = all({element("meta", {{"charset", "utf-8"}}),
                     element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                     element("title", {}, content.title + " – Minh Bạch"),
                     element("link", {{"rel", "stylesheet"}, {"href", asset_address("pages.css")}})});
    Node top;
    top.add(element("a", {{"class", "skip"}, {"href", "#noi-dung"}}, "Đến nội dung chính"));
    if (house.simulated()) {
        top.add(element("div", {{"class", "simulated"}, {"role", "note"}},
                        bilingual("DỮ LIỆU MÔ PHỎNG", "Simulated data")));
    }
    Node banner;
    if (content.seen_as_of) {
        banner.add(element("div", {{"class", "as-of"}, {"role", "status"}},
                           "ĐANG XEM THEO " + *content.seen_as_of + " — dữ liệu hệ thống biết lúc đó"));
    }
    Node header = element("header", {}, signed_in ? navigation(house, *signed_in) : Node("Minh Bạch"));
    Node main = element("main", {{"id", "noi-dung"}},
                        all({element("h1", {}, bilingual(content.title, content.title_en)), banner, content.content}));
    Node footer = element("footer", {},
                          note(bilingual("Minh Bạch – đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức",
                                         "Quality rating of cadres, civil servants and public employees")));
    const Node body = element("body", {}, all({top, header, main, footer}));
    const Node whole = element("html", {{"lang", "vi"}}, all({element("head", {}, head), body}));
    auto response =
        http::respond(content.status, "text/html; charset=utf-8", "<!DOCTYPE html>\n" + whole.html() + "\n");
    response.headers.add("Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                         "frame-ancestors 'none'");
    response.headers.add("Referrer-Policy", "no-referrer");
    response.headers.add("Cache-Control", "private, no-store");
    return response;
}

http::Response refusal_page(routes::Context& context, const Refusal& refusal) {
    const auto& kind = refusal_kind(refusal.type);
    Node content = element("div", {{"class", "problem"}, {"role", "alert"}},
                           all({paragraph(bilingual(refusal.detail_vi, refusal.detail_en)),
                                refusal.clause.empty() ? Node() : note(all({"Căn cứ: ", refusal.clause}))}));
    content.add(paragraph(link_to("/", bilingual("Về trang đầu", "Home"))));
    return page(context, {std::string(kind.title_vi), std::string(kind.title_en), std::move(content), std::nullopt,
                          kind.status});
}

std::string as_of_parameter(std::string_view typed) {
    while (typed.starts_with(' ')) typed.remove_prefix(1);
    while (typed.ends_with(' ')) typed.remove_suffix(1);
    // dd/MM/yyyy HH:mm
    if (typed.size() == 16 && typed[2] == '/' && typed[5] == '/' && typed[10] == ' ') {
        return std::string(typed.substr(6, 4)) + "-" + std::string(typed.substr(3, 2)) + "-" +
               std::string(typed.substr(0, 2)) + "T" + std::string(typed.substr(11));
    }
    return std::string(typed);
}

Node as_of_form(const routes::Context& context, const std::vector<std::pair<std::string, std::string>>& kept) {
    Node inputs;
    for (const auto& [name, value] : kept)
        inputs.add(element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    inputs.add(element("label", {},
                       all({bilingual("Xem theo thời điểm", "As known at"), element("br"),
                            element("input", {{"name", "known_as_of"},
                                              {"placeholder", "30/11/2023 24:00"},
                                              {"value", std::string(context.query("known_as_of"))},
                                              {"size", "18"}})})));
    inputs.add(element("button", {{"type", "submit"}}, bilingual("Xem", "Show")));
    return element("form", {{"class", "inline"}, {"method", "get"}, {"action", context.request.path}}, inputs);
}

Node record_line(routes::Context& context, const projections::Basis& basis) {
    const auto checkpoint = context.house.publishing.newest(events::Ledger::main);
    Node line = all({"Đọc đến bản ghi số ", number_text(basis.position), "; mã xác nhận ",
                     element("code", {}, events::hex(checkpoint.root).substr(0, 16)), " của ",
                     number_text(static_cast<std::int64_t>(checkpoint.size)), " bản ghi."});
    if (!basis.complete) line.add(" Dữ liệu chưa đầy đủ.");
    return note(line);
}

routes::Route page_route(std::string path, std::string name, std::string vi, std::string en, std::string permission,
                         std::vector<routes::Parameter> parameters, routes::Handle handle) {
    routes::Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = {std::move(vi), std::move(en)};
    route.access = routes::Access::page;
    route.permission = std::move(permission);
    route.parameters = std::move(parameters);
    route.response = {{"text/html", {}}};
    route.also = {303, 400, 401, 404, 422, 503};
    route.handle = [handle = std::move(handle)](routes::Context& context) -> routes::awaitable<http::Response> {
        // Nobody is signed in on the form for that, which needs no read model.
        if (context.signed_in && !context.house.caught_up())
            co_return refusal_page(context, routes::not_yet_known(context.house.acts.applied()));
        co_return co_await handle(context);
    };
    return route;
}

}  // namespace minhbach::api::console
