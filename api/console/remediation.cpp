// Khắc phục hạn chế, khuyết điểm: who owes a plan, what is overdue, and one plan whole.
#include "api/console/remediation.hpp"

#include "api/console/pages.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/remediation_board.hpp"

namespace minhbach::api::console {
namespace {

using projections::MeasureStatus;
using projections::PlanStanding;
using routes::awaitable;

constexpr std::size_t kRowsMax = 300;

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

Node measures_node(const projections::RemediationLine& line) {
    Node node;
    for (const auto& measure : line.measures) {
        if (!node.empty()) node.add(element("br"));
        node.add(all({measure.action.str(), " – ", status_node(measure), ", hạn ", measure.due.vietnamese(), ", ",
                      measure.responsible.name}));
    }
    return node.empty() ? Node("–") : node;
}

std::vector<Node> row_of(const projections::RemediationLine& line) {
    Node owner = line.dossier ? link_to("/ho-so/" + line.dossier->str(), line.name) : Node(line.name);
    if (line.owner.person) owner.add(all({element("br"), element("small", {}, unit_node(line.unit))}));
    Node standing = node_of(words_of(line.standing));
    if (line.late) standing.add(all({"; ", bilingual("sau thời hạn", "after the term")}));
    return {std::move(owner), std::move(standing), line.term ? Node(line.term->vietnamese()) : Node("–"),
            measures_node(line), follow_ups_node(line.follow_ups)};
}

Node counts_node(const routes::RemediationBoard& board) {
    return facts({{{"Phải có kế hoạch hoặc cam kết", "Owed"}, Node(number_text(board.owed.owed))},
                  {{"Đã lập kế hoạch", "Planned"}, Node(number_text(board.owed.planned))},
                  {{"Đã cam kết không có hạn chế, khuyết điểm", "Stated"}, Node(number_text(board.owed.stated))},
                  {{"Còn trong thời hạn", "Within the term"}, Node(number_text(board.owed.within_term))},
                  {{"Quá thời hạn mà chưa có", "Past the term"}, Node(number_text(board.owed.past_term))},
                  {{"Kế hoạch quá hạn", "Plans overdue"}, Node(number_text(board.plans.overdue))},
                  {{"Kế hoạch mở lại", "Plans reopened"}, Node(number_text(board.plans.reopened))},
                  {{"Kế hoạch chưa khắc phục", "Plans not done"}, Node(number_text(board.plans.not_done))},
                  {{"Kế hoạch đang khắc phục", "Plans in progress"}, Node(number_text(board.plans.in_progress))},
                  {{"Kế hoạch đã khắc phục", "Plans done"}, Node(number_text(board.plans.done))}});
}

Node input(const routes::Context& context, const char* name, std::string_view vi, std::string_view en) {
    return element(
        "label", {},
        all({bilingual(vi, en), element("br"),
             element("input", {{"name", name}, {"value", std::string(context.query(name))}, {"size", "12"}})}));
}

Node filter_form(const routes::Context& context) {
    Node inputs = all({input(context, "unit", "Mã đơn vị", "Unit code"),
                       input(context, "follower", "Mã người theo dõi, kiểm tra, đôn đốc", "Follower's code"),
                       element("button", {{"type", "submit"}}, bilingual("Lọc", "Filter"))});
    return element("form", {{"class", "inline"}, {"method", "get"}, {"action", "/khac-phuc"}, {"role", "search"}},
                   inputs);
}

template <class T>
Result<std::optional<T>> typed(const routes::Context& context, std::string_view name) {
    if (context.query(name).empty()) return std::optional<T>();
    return routes::id_in_query<T>(context, name);
}

awaitable<http::Response> board(routes::Context& context) {
    projections::Known known;
    const std::string moment(context.query("known_as_of"));
    if (!moment.empty()) {
        const auto asked = routes::known_as_of(context.house, as_of_parameter(moment));
        if (!asked) co_return refusal_page(context, asked.error());
        known = *asked;
    }
    const auto cycle = current_cycle(context.house, known);
    if (!cycle) co_return refusal_page(context, routes::no_such_thing());
    const auto unit = typed<UnitCode>(context, "unit");
    const auto follower = typed<PersonCode>(context, "follower");
    if (!unit) co_return refusal_page(context, unit.error());
    if (!follower) co_return refusal_page(context, follower.error());
    routes::BoardQuestion question;
    question.cycle = cycle->cycle;
    question.unit = *unit;
    question.follower = *follower;
    question.limit = kRowsMax;
    const auto found = routes::remediation_board(context, question, known);
    if (!found) co_return refusal_page(context, found.error());
    const auto& shown = found->board;

    std::vector<std::pair<std::string, std::string>> kept;
    for (const char* name : {"unit", "follower"})
        if (!context.query(name).empty()) kept.emplace_back(name, context.query(name));
    Node content = as_of_form(context, kept);
    content.add(filter_form(context));
    content.add(paragraph(all({cycle->title.str(), ". Thời hạn lập kế hoạch: ", number_text(shown.working_days),
                               " ngày làm việc kể từ ngày kết luận (", shown.term_rule, "). Tính đến ngày ",
                               shown.day.vietnamese(), "."})));
    content.add(counts_node(shown));
    std::vector<std::vector<Node>> rows;
    for (const auto& line : shown.items) rows.push_back(row_of(line));
    content.add(table({{"Người, đơn vị", "Owner"},
                       {"Kế hoạch", "Plan"},
                       {"Thời hạn lập", "Term"},
                       {"Biện pháp", "Measures"},
                       {"Theo dõi", "Follow-up"}},
                      rows));
    if (found->next) {
        content.add(note(all({"Chỉ hiển thị ", number_text(static_cast<std::int64_t>(kRowsMax)), " trên ",
                              number_text(shown.total), " dòng; hãy lọc theo đơn vị."})));
    }
    if (!found->complete)
        content.add(note(bilingual("Chỉ gồm những nội dung thuộc phạm vi được xem.", "Only what you may see.")));
    content.add(record_line(context, shown.basis));
    Page whole{"Khắc phục hạn chế, khuyết điểm", "Remediation", std::move(content), std::nullopt, 200};
    if (!moment.empty()) whole.seen_as_of = moment;
    co_return page(context, std::move(whole));
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

std::vector<routes::Route> remediation_pages() {
    return {heavy(page_route("/khac-phuc", "remediation-page", "Khắc phục hạn chế, khuyết điểm", "Remediation",
                             "the own, what one follows, those whose mandates reach a unit",
                             {routes::in_query("known_as_of", "xem theo thời điểm", "as known at"),
                              routes::in_query("unit", "mã đơn vị", "code of a unit"),
                              routes::in_query("follower", "mã người theo dõi", "code of a follower")},
                             board))};
}

}  // namespace minhbach::api::console
