// Khắc phục hạn chế, khuyết điểm: one plan whole.
#include "api/console/remediation.hpp"

#include "api/console/pages.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/remediation_board.hpp"

namespace minhbach::api::console {
namespace {

using projections::MeasureStatus;
using projections::PlanStanding;

Node status_node(const projections::MeasureLine& measure) {
    Node node = node_of(words_of(measure.status));
    if (measure.status != MeasureStatus::done && measure.degree_percent > 0)
        node.add(all({" (", number_text(measure.degree_percent), "%)"}));
    if (measure.awaits_verification) node.add(all({"; ", bilingual("chờ xác nhận", "awaits verification")}));
    if (measure.done_late) node.add(all({"; ", bilingual("xong sau thời hạn", "done late")}));
    if (measure.reopened > 0)
        node.add(all({"; ", bilingual("mở lại", "reopened"), " ", number_text(measure.reopened), " lần"}));
    if (measure.urged > 0)
        node.add(all({"; ", bilingual("đôn đốc", "urged"), " ", number_text(measure.urged), " lần"}));
    if (measure.escalated) node.add(all({"; ", bilingual("đã báo cáo cấp trên", "escalated")}));
    return node;
}

Node follow_ups_node(const std::vector<projections::FollowUpView>& follow_ups) {
    Node node;
    for (const auto& one : follow_ups) {
        if (!node.empty()) node.add(element("br"));
        node.add(all({words_of(one.role).vi, ": ", one.assignee.name, " (", one.document.number, ")"}));
        if (!one.confirmed) node.add(all({" ", element("small", {}, "chưa xác nhận")}));
    }
    return node.empty() ? Node("–") : node;
}

Node history_node(const std::vector<projections::MeasureAct>& history) {
    Node node;
    for (const auto& act : history) {
        if (!node.empty()) node.add(element("br"));
        node.add(node_of(words_of_event(act.type)));
        if (act.degree_percent) node.add(all({" ", number_text(*act.degree_percent), "%"}));
        if (act.text) node.add(all({": ", act.text->str()}));
        if (act.difficulties) node.add(all({" · khó khăn: ", act.difficulties->str()}));
        node.add(all({" · ", who(act.by)}));
    }
    return node.empty() ? Node("–") : node;
}

}  // namespace

Node plan_node(const projections::PlanAnswer& plan) {
    const auto& line = plan.line;
    std::vector<std::pair<Column, Node>> pairs{
        {{"Trạng thái", "Standing"}, node_of(words_of(line.standing))},
        {{"Ngày lập, thời hạn (quy định nội bộ)", "Made, term"},
         all({line.planned_on ? line.planned_on->vietnamese() : "–", ", hạn ",
              line.term ? line.term->vietnamese() : "–"})},
        {{"Theo dõi, kiểm tra, đôn đốc", "Follow-up"}, follow_ups_node(line.follow_ups)}};
    if (line.standing == PlanStanding::stated && !plan.versions.empty() && plan.versions.back().text)
        pairs.push_back({{"Nội dung cam kết", "Statement"}, Node(plan.versions.back().text->str())});
    Node content = facts(pairs);
    std::vector<std::vector<Node>> rows;
    for (const auto& shortcoming : plan.shortcomings) {
        for (const auto& measure : plan.measures) {
            if (measure.line.shortcoming != shortcoming.shortcoming) continue;
            rows.push_back(
                {shortcoming.description.str(),
                 all({measure.line.action.str(), element("br"), element("small", {}, measure.line.product.str())}),
                 measure.line.responsible.name, measure.line.due.vietnamese(), status_node(measure.line),
                 history_node(measure.history)});
        }
    }
    if (!rows.empty()) {
        content.add(table({{"Hạn chế, khuyết điểm", "Shortcoming"},
                           {"Biện pháp, sản phẩm", "Measure"},
                           {"Chịu trách nhiệm", "Responsible"},
                           {"Thời hạn", "Due"},
                           {"Trạng thái", "Status"},
                           {"Diễn biến", "History"}},
                          rows));
    }
    return content;
}

Node remediation_of_dossier(routes::Context& context, const projections::DossierLine& line, projections::Known known) {
    const Owner owner{line.person, std::nullopt};
    const auto& answers = context.house.answers;
    const auto day = routes::overdue_day(context, std::nullopt, known);
    const auto all_years = answers.remediation_of(owner, line.cycle, day, known);
    if (!all_years) return {};
    Node content;
    for (const auto& one : all_years->plans) {
        if (one.cycle != line.cycle) continue;
        const auto plan = answers.remediation_plan(one.plan, day, known);
        if (plan) content.add(plan_node(*plan));
    }
    if (!all_years->carried.empty()) {
        std::vector<std::vector<Node>> rows;
        for (const auto& item : all_years->carried)
            rows.push_back(
                {number_text(item.year), item.description.str(), item.measure.action.str(), status_node(item.measure)});
        content.add(heading(3, "Việc năm trước chưa xong", "Left open by earlier years"));
        content.add(table({{"Năm", "Year"},
                           {"Hạn chế, khuyết điểm", "Shortcoming"},
                           {"Biện pháp", "Measure"},
                           {"Trạng thái", "Status"}},
                          rows));
    }
    if (content.empty()) return {};
    Node whole = heading(2, "Khắc phục hạn chế, khuyết điểm", "Remediation");
    whole.add(content);
    return whole;
}

}  // namespace minhbach::api::console
