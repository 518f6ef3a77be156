// What should be asked about.
#include "api/console/pages.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

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
    return {heavy(page_route("/noi-dung-can-lam-ro", "findings-page", "Nội dung cần làm rõ", "Findings",
                             "inspection, Home Affairs", {routes::in_query("type", "loại", "type")}, findings))};
}

}  // namespace minhbach::api::console
