// Bảng hồ sơ: which units sent their file, which did so late, which have not; as known now or at an earlier time.
#include "api/console/pages.hpp"
#include "api/routes/answer.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

Node counts_node(const projections::FileCounts& counts) {
    return facts({{{"Phải gửi", "Due"}, Node(number_text(counts.due))},
                  {{"Đã gửi đúng hạn", "In time"}, Node(number_text(counts.on_time))},
                  {{"Gửi muộn", "Late"}, Node(number_text(counts.late))},
                  {{"Chưa gửi", "Missing"}, Node(number_text(counts.missing))},
                  {{"Chờ kiểm tra", "To be checked"}, Node(number_text(counts.submitted))},
                  {{"Trả hồ sơ", "Returned"}, Node(number_text(counts.returned))},
                  {{"Đã tiếp nhận", "Accepted"}, Node(number_text(counts.accepted))}});
}

Node status_node(const projections::FileLine& line) {
    Node node = node_of(words_of(line.status));
    if (line.late) node.add(all({"; ", bilingual("Gửi muộn", "Late")}));
    return node;
}

std::vector<Node> row_of(const projections::FileLine& line) {
    const bool district = line.kind == UnitKind::district;
    Node unit = unit_node(line.unit);
    if (district)
        unit.add(all({" ", link_to("/bang-ho-so?district=" + line.unit.unit.str(), bilingual("các xã", "communes"))}));
    const auto level = [&](int count) { return line.counts ? Node(number_text(count)) : Node("–"); };
    const auto counts = line.counts.value_or(SettledCounts{});
    return {std::move(unit),
            status_node(line),
            line.submitted_at ? Node(time_text(*line.submitted_at)) : Node("–"),
            level(counts.excellent),
            level(counts.good),
            level(counts.completed),
            level(counts.not_completed),
            level(counts.not_rated)};
}

awaitable<http::Response> board(routes::Context& context) {
    bool has_unit = false;
    routes::as_reader(context, [&](const routes::Reader& reader, services::Past&) { has_unit = reader.has_unit(); });
    if (!has_unit) co_return refusal_page(context, routes::no_such_thing());
    projections::Known known;
    const std::string typed(context.query("known_as_of"));
    if (!typed.empty()) {
        const auto asked = routes::known_as_of(context.house, as_of_parameter(typed));
        if (!asked) co_return refusal_page(context, asked.error());
        known = *asked;
    }
    const auto district = routes::id_in_query<UnitCode>(context, "district");
    if (!district) co_return refusal_page(context, district.error());
    const auto cycle = current_cycle(context.house, known);
    if (!cycle) co_return refusal_page(context, routes::no_such_thing());
    auto found = context.house.answers.files(cycle->cycle, *district, known);
    if (!found) co_return refusal_page(context, found.error());
    std::size_t left_out = 0;
    routes::as_reader(context, [&](const routes::Reader& reader, services::Past&) {
        left_out = std::erase_if(found->items, [&](const auto& line) { return !reader.sees_unit(line.unit.unit); });
    });

    std::vector<std::pair<std::string, std::string>> kept;
    if (*district) kept.emplace_back("district", (*district)->str());
    Node content = as_of_form(context, kept);
    content.add(
        paragraph(all({cycle->title.str(), ". Thời hạn: hết ", time_text(found->deadline_end.plus_millis(-1)), "."})));
    if (found->district)
        content.add(paragraph(all({"Hồ sơ các xã, phường, thị trấn gửi về ", unit_node(*found->district)})));
    if (left_out == 0) content.add(counts_node(found->counts));
    content.add(paragraph(link_to("/bao-cao" + (*district ? "?unit=" + (*district)->str() : std::string()),
                                  bilingual("Báo cáo tổng hợp", "Consolidated report"))));
    std::vector<std::vector<Node>> rows;
    for (const auto& line : found->items) rows.push_back(row_of(line));
    content.add(table({{"Đơn vị", "Unit"},
                       {"Trạng thái", "Status"},
                       {"Gửi lúc", "Sent"},
                       {"HTXSNV", ""},
                       {"HTTNV", ""},
                       {"HTNV", ""},
                       {"KHTNV", ""},
                       {"KĐG", ""}},
                      rows));
    if (left_out > 0)
        content.add(note(bilingual("Chỉ gồm các đơn vị thuộc phạm vi được xem.", "Only units you may see.")));
    content.add(record_line(context, found->basis));
    Page whole{"Bảng hồ sơ", "Board of files", std::move(content), std::nullopt, 200};
    if (!typed.empty()) whole.seen_as_of = typed;
    co_return page(context, std::move(whole));
}

}  // namespace

std::vector<routes::Route> board_pages() {
    return {heavy(page_route("/bang-ho-so", "board-page", "Bảng hồ sơ", "Board of files",
                             "those whose mandates reach a unit",
                             {routes::in_query("known_as_of", "xem theo thời điểm", "as known at"),
                              routes::in_query("district", "mã huyện", "code of a district")},
                             board))};
}

}  // namespace minhbach::api::console
