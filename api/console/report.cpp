// Báo cáo tổng hợp: the report of the province or of a unit, as it was submitted or as it would be now, to read and to
// take away as a workbook.
#include "api/console/pages.hpp"
#include "api/export/report_table.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/reports.hpp"

namespace minhbach::api::console {
namespace {

using projections::ReportAnswer;
using routes::awaitable;

Node words(exports::ReportWords both) {
    return bilingual(both.vi, both.en);
}

std::vector<Node> row_of(const ReportLine& line, Node name) {
    const auto& counts = line.counts;
    const auto level = [&](int count) {
        Node node = number_text(count);
        if (counts.staff > 0) node.add(element("small", {}, " " + share_text(count, counts.staff)));
        return node;
    };
    Node not_rated = number_text(counts.not_rated);
    for (const auto& reason : line.not_rated) {
        not_rated.add(
            element("small", {},
                    " " + std::string(exports::words_of_reason(reason.reason).vi) + ": " + number_text(reason.count)));
    }
    return {std::move(name),      number_text(counts.staff),   level(counts.excellent),
            level(counts.good),   level(counts.completed),     level(counts.not_completed),
            std::move(not_rated), number_text(line.remainder), number_text(line.proposed)};
}

Node table_of(const ReportAnswer& report) {
    std::vector<std::vector<Node>> rows;
    for (const auto& line : report.lines)
        rows.push_back(row_of(line, words(exports::words_of_line(line.subject_class, line.leader))));
    rows.push_back(row_of(exports::sum_of(report), element("strong", {}, bilingual("Cộng", "Total"))));
    return table({{"Đối tượng", "Class"},
                  {"Tổng số", "Staff"},
                  {"HTXSNV", ""},
                  {"HTTNV", ""},
                  {"HTNV", ""},
                  {"KHTNV", ""},
                  {"Không xếp loại", "Not rated"},
                  {"Chưa có kết quả", "Without a result"},
                  {"Theo đề xuất", "As proposed"}},
                 rows);
}

Node missing_of(const ReportAnswer& report) {
    Node content = heading(2, "Đơn vị chưa có trong báo cáo", "Units that are not in the report");
    if (report.missing.empty()) {
        content.add(paragraph(bilingual("Tất cả đơn vị phải gửi hồ sơ đều có trong báo cáo.",
                                        "Every unit that owes a file is in the report.")));
        return content;
    }
    std::vector<std::vector<Node>> rows;
    for (const auto& one : report.missing) rows.push_back({unit_node(one.unit), words(exports::words_of_missing(one))});
    content.add(table({{"Đơn vị", "Unit"}, {"Trạng thái khi lập báo cáo", "Status when the report was made"}}, rows));
    return content;
}

Node differences_of(const ReportAnswer& report) {
    if (report.differences.empty()) return {};
    Node content = heading(2, "Thay đổi so với lần trước", "Differences from the report before");
    std::vector<std::vector<Node>> rows;
    for (const auto& one : report.differences) {
        rows.push_back({words(exports::words_of_line(one.subject_class, one.leader)),
                        words(exports::words_of_column(one.column.str())), number_text(one.was), number_text(one.is)});
    }
    content.add(table({{"Đối tượng", "Class"}, {"Cột", "Column"}, {"Lần trước", "Before"}, {"Lần này", "Now"}}, rows));
    return content;
}

Node links_of(const ReportAnswer& report) {
    const auto cycle = "/v1/cycles/" + report.cycle.str();
    const auto unit = report.unit.unit.str();
    const auto file = [&](const std::string& name) {
        return report.draft ? cycle + "/" + name + "?unit=" + unit
                            : cycle + "/reports/" + unit + "/" + std::to_string(report.restatement) + "/" + name;
    };
    return paragraph(all({link_to(file("report.xlsx"), bilingual("Tải bảng tính XLSX", "Workbook")), " · ",
                          link_to(file("report.csv"), bilingual("Tải CSV", "CSV"))}));
}

Node others_of(const ReportAnswer& report) {
    Node content;
    const auto page = "/bao-cao?unit=" + report.unit.unit.str();
    if (!report.submitted.empty()) {
        content.add(heading(2, "Các lần báo cáo", "All reports"));
        std::vector<std::vector<Node>> rows;
        for (const auto& one : report.submitted) {
            rows.push_back({link_to(page + "&restatement=" + std::to_string(one.restatement),
                                    one.restatement == 0 ? Node("Lần đầu")
                                                         : Node("Điều chỉnh lần " + number_text(one.restatement))),
                            time_text(one.as_of), number_text(one.total.staff), number_text(one.remainder),
                            one.by.actor.str()});
        }
        content.add(table({{"Lần", "Number"},
                           {"Số liệu tính đến", "As of"},
                           {"Tổng số", "Staff"},
                           {"Chưa có kết quả", "Without a result"},
                           {"Người gửi", "By"}},
                          rows));
    }
    if (!report.draft)
        content.add(paragraph(link_to(page + "&draft=true",
                                      bilingual("Xem dự thảo theo số liệu hiện có", "What the report would say now"))));
    return content;
}

Node content_of(const ReportAnswer& report) {
    Node content = paragraph(all({unit_node(report.unit), ". ", report.title, "."}));
    content.add(paragraph(all({element("strong", {}, bilingual(exports::number_vi(report), exports::number_en(report))),
                               ". Số liệu tính đến ", element("strong", {}, time_text(report.as_of)), "."})));
    if (report.by) content.add(paragraph(all({"Người gửi: ", who(*report.by)})));
    if (report.document) content.add(paragraph(all({"Văn bản số ", report.document->number})));
    content.add(links_of(report));
    content.add(table_of(report));
    content.add(note(bilingual("Bốn mức + không xếp loại + chưa có kết quả = tổng số; tỷ lệ tính trên tổng số.",
                               "Levels + not rated + without a result = staff; shares are of the whole staff.")));
    if (report.remainder_reason)
        content.add(paragraph(all({"Lý do chưa có kết quả: ", report.remainder_reason->str()})));
    content.add(missing_of(report));
    content.add(differences_of(report));
    content.add(others_of(report));
    return content;
}

// The unit asked for, else the province.
std::optional<UnitCode> unit_wanted(routes::Context& context, const std::optional<UnitCode>& asked) {
    if (asked) return asked;
    std::optional<UnitCode> province;
    routes::as_reader(context, [&](const routes::Reader&, services::Past& past) {
        for (const auto& [code, unit] : past.registry().units()) {
            if (unit.kind == UnitKind::province && !province) province = code;
        }
    });
    return province;
}

awaitable<http::Response> report_page(routes::Context& context) {
    const auto asked = routes::id_in_query<UnitCode>(context, "unit");
    if (!asked) co_return refusal_page(context, asked.error());
    const auto restatement = routes::number_in_query(context, "restatement");
    if (!restatement) co_return refusal_page(context, restatement.error());
    const auto draft = routes::flag_in_query(context, "draft");
    if (!draft) co_return refusal_page(context, draft.error());
    const std::string typed(context.query("known_as_of"));
    projections::Known known;
    if (!typed.empty()) {
        const auto then = routes::known_as_of(context.house, as_of_parameter(typed));
        if (!then) co_return refusal_page(context, then.error());
        known = *then;
    }
    const auto cycle = current_cycle(context.house, known);
    const auto unit = unit_wanted(context, *asked);
    if (!cycle || !unit || !routes::may_see_unit(context, *unit))
        co_return refusal_page(context, routes::no_such_thing());

    std::optional<int> number;
    if (*restatement && **restatement < 10'000) number = static_cast<int>(**restatement);
    Result<ReportAnswer> found = routes::no_such_thing();
    if (*draft) {
        const CycleId of = cycle->cycle;
        const UnitCode about = *unit;
        found = co_await routes::draft_report(context, of, about);
    } else {
        found = context.house.answers.report(cycle->cycle, *unit, number, known);
    }
    Node content = as_of_form(context, {{"unit", unit->str()}});
    if (!found && (*draft || number)) co_return refusal_page(context, found.error());
    if (!found) {
        content.add(paragraph(bilingual("Đơn vị chưa gửi báo cáo tổng hợp.", "The unit has submitted no report.")));
        content.add(paragraph(link_to("/bao-cao?unit=" + unit->str() + "&draft=true",
                                      bilingual("Xem dự thảo theo số liệu hiện có", "What the report would say now"))));
    } else {
        content.add(content_of(*found));
        content.add(record_line(context, found->basis));
    }
    Page whole{"Báo cáo tổng hợp", "Consolidated report", std::move(content), std::nullopt, 200};
    if (!typed.empty()) whole.seen_as_of = typed;
    co_return page(context, std::move(whole));
}

}  // namespace

std::vector<routes::Route> report_pages() {
    return {page_route(
        "/bao-cao", "report-page", "Báo cáo tổng hợp", "Consolidated report", "those whose mandates reach the unit",
        {routes::in_query("unit", "mã đơn vị; để trống: toàn tỉnh", "code of the unit; absent: the province"),
         routes::in_query("restatement", "lần điều chỉnh, 0 là lần đầu", "restatement, 0 is the first"),
         routes::in_query("draft", "xem dự thảo", "what the report would say now", R"({"type":"boolean"})"),
         routes::in_query("known_as_of", "xem theo thời điểm", "as known at")},
        report_page)};
}

}  // namespace minhbach::api::console
