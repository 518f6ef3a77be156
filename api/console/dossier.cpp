// A dossier: where it stands, the sheet of grounds (Phiếu căn cứ xếp loại), how it came to stand so.
#include "api/console/ground_sheet.hpp"
#include "api/console/objections.hpp"
#include "api/console/pages.hpp"
#include "api/console/remediation.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

constexpr std::size_t kTimelineMax = 200;

http::Response ask_purpose(routes::Context& context, const DossierId& dossier) {
    Node inputs = all(
        {element(
             "label", {},
             all({bilingual("Mục đích xem (ví dụ số quyết định thanh tra)", "Purpose"), element("br"),
                  element("input", {{"name", "purpose"}, {"required", ""}, {"size", "40"}, {"maxlength", "500"}})})),
         element("button", {{"type", "submit"}}, bilingual("Mở hồ sơ", "Open"))});
    Node content = paragraph(bilingual("Việc xem hồ sơ này được ghi vào nhật ký truy cập cùng với mục đích.",
                                       "This view is entered in the access ledger with its purpose."));
    content.add(
        element("form", {{"class", "inline"}, {"method", "get"}, {"action", "/ho-so/" + dossier.str()}}, inputs));
    return page(context, {"Nêu mục đích xem hồ sơ", "State your purpose", std::move(content), std::nullopt, 200});
}

Node change_node(const projections::FieldChange& change) {
    const auto value = [](const std::optional<std::string>& text) {
        if (!text) return std::string("–");
        const auto level = json::enum_value<Level>(*text);
        return level ? std::string(vietnamese(*level)) : *text;
    };
    return all({" · ", element("del", {}, value(change.from)), " → ", element("ins", {}, value(change.to))});
}

Node timeline_node(const projections::TimelineAnswer& timeline) {
    Node items;
    std::string day;
    for (const auto& line : timeline.items) {
        const std::string of_day = line.act.by.at().local_date().vietnamese();
        if (of_day != day) items.add(element("li", {}, element("strong", {}, of_day)));
        day = of_day;
        Node item = all({node_of(words_of_event(line.act.type)), " · ", who(line.act.by)});
        for (const auto& change : line.act.changes) item.add(change_node(change));
        if (line.act.reason) item.add(all({" · lý do: ", line.act.reason->str()}));
        for (const auto& breach : line.act.breaches) item.add(all({" · cần làm rõ: ", breach.detail.str()}));
        items.add(element("li", {}, item));
    }
    return element("ol", {{"class", "timeline"}}, items);
}

Node state_node(const routes::GroundSheet& sheet) {
    const auto& line = sheet.line;
    std::vector<std::pair<Column, Node>> pairs{
        {{"Người được đánh giá", "Rated person"}, all({line.name, " ", element("small", {}, line.person.str())})},
        {{"Chức vụ, đơn vị khi mở hồ sơ", "Post and unit at the opening"},
         all({line.post, " – ", unit_node(line.unit)})},
        {{"Cơ quan quản lý", "Managing agency"}, unit_node(line.agency)},
        {{"Đối tượng", "Class"}, bilingual(vietnamese(line.subject_class), english(line.subject_class))},
        {{"Trạng thái", "Status"}, node_of(words_of(line.status))},
    };
    for (const auto& standing : sheet.decision_standings) {
        if (standing.in_force)
            pairs.push_back({{"Mức xếp loại", "Level"}, element("strong", {}, level_node(standing.level))});
    }
    pairs.push_back({{"Phiên bản", "Revision"}, number_text(line.revision)});
    return facts(pairs);
}

Node actions_node(const routes::AllowedActions& actions) {
    std::vector<std::vector<Node>> rows;
    for (const auto& action : actions.actions) {
        const Node state = action.allowed ? bilingual("Được thực hiện", "Allowed")
                                          : all({bilingual("Chưa thực hiện được", "Not now"), ": ",
                                                 action.obstacle ? action.obstacle->detail : std::string()});
        rows.push_back({bilingual(action.title, action.title_en), state});
    }
    return table({{"Việc", "Action"}, {"Tình trạng và lý do", "State and reason"}}, rows);
}

awaitable<http::Response> dossier(routes::Context& context) {
    const auto id = DossierId::parse(context.in_path("dossier"));
    if (!id) co_return refusal_page(context, routes::no_such_thing());
    const auto opening = routes::opening_of(context, *id);
    if (!opening) co_return refusal_page(context, opening.error());
    auto purpose = routes::purpose_of(context.request);
    if (!purpose) co_return refusal_page(context, purpose.error());
    if (opening->needs_purpose && purpose->empty()) co_return ask_purpose(context, *id);
    const std::string given = *purpose;
    const auto outcome = co_await routes::view_noted(context, *opening, "page", std::move(*purpose));
    if (!outcome) co_return refusal_page(context, outcome.error());

    projections::Known known;
    const std::string typed(context.query("known_as_of"));
    if (!typed.empty()) {
        const auto asked = routes::known_as_of(context.house, as_of_parameter(typed));
        if (!asked) co_return refusal_page(context, asked.error());
        known = *asked;
    }
    const auto sheet = routes::ground_sheet(context.house, *id, known);
    if (!sheet) co_return refusal_page(context, sheet.error());
    const auto timeline = context.house.answers.timeline(*id, {}, false, std::nullopt, kTimelineMax, known);
    if (!timeline) co_return refusal_page(context, timeline.error());

    std::vector<std::pair<std::string, std::string>> kept;
    if (!given.empty()) kept.emplace_back("purpose", given);
    Node content = all({as_of_form(context, kept), state_node(*sheet)});
    content.add(all({heading(2, "Phiếu căn cứ xếp loại", "Sheet of grounds"), ground_sheet_node(*sheet)}));
    if (sheet->decisions.size() > 1)
        content.add(all({heading(2, "Các kết luận", "Decisions"), standings_node(*sheet)}));
    if (!sheet->objections.empty())
        content.add(all({heading(2, "Kiến nghị, khiếu nại", "Objections"), objections_node(*sheet)}));
    if (!sheet->effects.empty())
        content.add(all({heading(2, "Việc phải làm sau khi xếp loại lại", "Left to be done"), effects_node(*sheet)}));
    content.add(remediation_of_dossier(context, sheet->line, known));
    content.add(all({heading(2, "Diễn biến", "Timeline"), timeline_node(*timeline)}));
    if (!known && !opening->needs_purpose) {
        const auto actions = routes::actions_on(context.house, context.person(), opening->row);
        content.add(all({heading(2, "Việc được làm", "What you may do"), actions_node(actions)}));
    }
    content.add(heading(2, "Kiểm chứng bản ghi", "Verify the record"));
    content.add(record_line(context, sheet->basis));
    if (sheet->proof) content.add(note(all({"Bằng chứng của quyết định: ", link_to(*sheet->proof, *sheet->proof)})));
    Page whole{"Hồ sơ đánh giá, xếp loại: " + sheet->line.name, "Dossier", std::move(content), std::nullopt, 200};
    if (!typed.empty()) whole.seen_as_of = typed;
    co_return page(context, std::move(whole));
}

}  // namespace

std::vector<routes::Route> dossier_pages() {
    std::vector<routes::Parameter> parameters{routes::in_query("known_as_of", "xem theo thời điểm", "as known at"),
                                              routes::in_query("purpose", "mục đích xem", "purpose of the view")};
    return {page_route("/ho-so/{dossier}", "dossier-page", "Hồ sơ và Phiếu căn cứ xếp loại",
                       "A dossier with its sheet of grounds",
                       "the rated person, those whose mandates reach the person, inspection, Home Affairs",
                       std::move(parameters), dossier)};
}

}  // namespace minhbach::api::console
