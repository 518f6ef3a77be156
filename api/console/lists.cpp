// Lists: dossiers in the order of Vietnamese names, and what should be asked about.
#include "api/console/pages.hpp"
#include "api/http/cursor.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

Node search_form(const routes::Context& context) {
    Node inputs =
        all({element("label", {},
                     all({bilingual("Tìm theo tên", "Name"), element("br"),
                          element("input", {{"name", "search"}, {"value", std::string(context.query("search"))}})})),
             element("label", {},
                     all({bilingual("Mã đơn vị", "Unit code"), element("br"),
                          element("input",
                                  {{"name", "unit"}, {"value", std::string(context.query("unit"))}, {"size", "12"}})})),
             element("button", {{"type", "submit"}}, bilingual("Tìm", "Search"))});
    return element("form", {{"class", "inline"}, {"method", "get"}, {"action", "/danh-sach"}, {"role", "search"}},
                   inputs);
}

awaitable<http::Response> dossiers(routes::Context& context) {
    const auto cycle = current_cycle(context.house);
    if (!cycle) co_return refusal_page(context, routes::no_such_thing());
    const auto unit = context.query("unit").empty() ? Result<std::optional<UnitCode>>(std::optional<UnitCode>())
                                                    : routes::id_in_query<UnitCode>(context, "unit");
    if (!unit) co_return refusal_page(context, unit.error());
    projections::DossiersQuestion question;
    question.cycle = cycle->cycle;
    question.unit = *unit;
    if (!context.query("search").empty()) question.search = std::string(context.query("search"));
    if (context.has("cursor")) {
        auto keys = http::decode_cursor("dossiers-page", 1, context.query("cursor"));
        if (!keys) co_return refusal_page(context, keys.error());
        question.after = std::move(keys->front());
    }
    if (!question.unit) {
        routes::as_reader(context, [&](const routes::Reader& reader, services::Past& past) {
            if (reader.sees_all()) return;
            question.person = context.person();
            for (const auto* mandate : past.registry().mandates_of(context.person())) {
                if (!reader.sees_unit(mandate->granted.unit)) continue;
                question.person.reset();
                if (mandate->granted.reach == Reach::managed)
                    question.agency = mandate->granted.unit;
                else
                    question.unit = mandate->granted.unit;
                return;
            }
        });
    }
    auto found = context.house.answers.dossiers(question);
    if (!found) co_return refusal_page(context, found.error());
    std::size_t left_out = 0;
    routes::as_reader(context, [&](const routes::Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const auto& line) {
            return !reader.sees({line.person, line.unit.unit, line.agency.unit});
        });
    });
    std::vector<std::vector<Node>> rows;
    for (const auto& line : found->items) rows.push_back(dossier_row(line));
    Node content = search_form(context);
    if (left_out == 0) content.add(note(all({number_text(found->total), " hồ sơ"})));
    content.add(table(dossier_columns(), rows));
    if (found->next) {
        const std::vector<std::string> keys{*found->next};
        std::string address = "/danh-sach?cursor=" + http::encode_cursor("dossiers-page", keys);
        for (const auto name : {"search", "unit"})
            if (!context.query(name).empty())
                address += "&" + std::string(name) + "=" + http::percent_encode(context.query(name));
        content.add(paragraph(link_to(address, bilingual("Trang sau", "Next page"))));
    }
    content.add(record_line(context, found->basis));
    co_return page(context, {"Danh sách hồ sơ", "Dossiers", std::move(content), std::nullopt, 200});
}

std::vector<Node> row_of(const projections::Finding& finding) {
    Node about, details;
    if (finding.act) {
        const auto& act = *finding.act;
        const std::string name = act.subject_name.value_or(act.subject ? act.subject->str() : act.type);
        about = act.dossier ? link_to("/ho-so/" + act.dossier->str(), name) : Node(name);
        details.add(who(act.by));
    }
    if (finding.level) {
        details.add(
            all({element("br"), "Đề xuất: ", vietnamese(finding.level->proposed),
                 "; kết luận: ", level_text(finding.level->decided), "; ",
                 finding.level->reason ? Node("lý do: " + finding.level->reason->str()) : Node("không nêu lý do")}));
    }
    if (finding.authority) {
        details.add(all({element("br"), "Căn cứ ", finding.authority->document.number, ", có hiệu lực từ ",
                         finding.authority->valid_from.vietnamese(), ", việc làm ngày ",
                         finding.authority->acted_on.vietnamese()}));
    }
    if (finding.batch) {
        details.add(all({element("br"), number_text(finding.batch->acts), " kết luận trong ",
                         number_text(finding.batch->seconds), " giây"}));
    }
    for (const auto& breach : finding.breaches) details.add(all({element("br"), breach.detail.str()}));
    return {node_of(words_of(finding.type)), std::move(about), finding.unit ? unit_node(*finding.unit) : Node("–"),
            std::move(details)};
}

awaitable<http::Response> findings(routes::Context& context) {
    if (!routes::may_see_all(context)) co_return refusal_page(context, routes::no_such_thing());
    const auto cycle = current_cycle(context.house);
    if (!cycle) co_return refusal_page(context, routes::no_such_thing());
    projections::FindingsQuestion question;
    question.cycle = cycle->cycle;
    if (context.has("type")) {
        const auto type = projections::finding_of(context.query("type"));
        if (!type) co_return refusal_page(context, routes::wrong_parameter("type"));
        question.types.push_back(*type);
    }
    const auto found = context.house.answers.findings(question);
    if (!found) co_return refusal_page(context, found.error());
    std::vector<std::vector<Node>> rows;
    for (const auto& finding : found->items) rows.push_back(row_of(finding));
    Node content = note(
        bilingual("Nội dung cần làm rõ không phải là kết luận vi phạm.", "A finding is a question, not a verdict."));
    content.add(note(all({number_text(static_cast<std::int64_t>(rows.size())), " nội dung"})));
    content.add(
        table({{"Nội dung", "Subject"}, {"Người", "Person"}, {"Đơn vị", "Unit"}, {"Chi tiết", "Details"}}, rows));
    content.add(record_line(context, found->basis));
    co_return page(context, {"Nội dung cần làm rõ", "Findings", std::move(content), std::nullopt, 200});
}

}  // namespace

std::vector<routes::Route> list_pages() {
    return {heavy(page_route("/danh-sach", "dossiers-page", "Danh sách hồ sơ", "Dossiers",
                             "those whose mandates reach a unit",
                             {routes::in_query("search", "tên", "name"),
                              routes::in_query("unit", "mã đơn vị", "code of a unit"), routes::cursor_parameter()},
                             dossiers)),
            heavy(page_route("/noi-dung-can-lam-ro", "findings-page", "Nội dung cần làm rõ", "Findings",
                             "inspection, Home Affairs", {routes::in_query("type", "loại", "type")}, findings))};
}

}  // namespace minhbach::api::console
