// Việc cần làm hôm nay: what waits for the person who is signed in, by what that person may do.
#include <algorithm>

#include "api/console/pages.hpp"
#include "api/routes/answer.hpp"
#include "services/decision.hpp"

namespace minhbach::api::console {
namespace {

using routes::awaitable;

constexpr std::size_t kWaitingMax = 20;

struct Role {
    bool inspects = false, administers = false, receives = false, sees_all = false;
    std::vector<std::pair<Power, routes::Sight>> work;
};

// The step the person's own dossier is at, in words that say what comes next.
Words next_step(projections::DossierStatus status) {
    using enum projections::DossierStatus;
    switch (status) {
        case draft:
            return {"Cần nộp phiếu tự đánh giá, xếp loại", "File the self-assessment"};
        case returned:
            return {"Phiếu được trả lại: bổ sung và nộp lại", "Returned: complete and file again"};
        case self_filed:
            return {"Chờ cuộc họp nhận xét, đánh giá", "Waiting for the comment meeting"};
        case minutes_pending:
            return {"Chờ thông qua biên bản", "Waiting for the minutes"};
        case minutes_adopted:
            return {"Chờ thẩm định, đề xuất mức xếp loại", "Waiting for the proposal"};
        case proposed:
            return {"Chờ cấp có thẩm quyền kết luận", "Waiting for the decision"};
        case decided:
            return {"Chờ thông báo kết quả", "Waiting for the notice"};
        case notified:
            return {"Xác nhận đã nhận thông báo", "Acknowledge the notice"};
        case acknowledged:
        case closed:
            return {"Không còn việc phải làm", "Nothing left to do"};
    }
    return {};
}

Node own_dossier(routes::Context& context, const CycleOpened& cycle) {
    const auto row = context.house.answers.dossier_row(services::dossier_id(cycle.cycle, context.person()));
    if (!row) return {};
    Node content = heading(2, "Hồ sơ của tôi", "My dossier");
    content.add(facts({{{"Kỳ", "Cycle"}, Node(cycle.title.str())},
                       {{"Trạng thái", "Status"}, node_of(words_of(row->status()))},
                       {{"Việc tiếp theo", "Next"}, node_of(next_step(row->status()))}}));
    content.add(paragraph(link_to("/ho-so/" + row->dossier.str(), bilingual("Mở hồ sơ", "Open"))));
    return content;
}

Node waiting(routes::Context& context, const CycleOpened& cycle, const routes::Sight& sight,
             projections::DossierStatus status, Words title) {
    projections::DossiersQuestion question;
    question.cycle = cycle.cycle;
    if (sight.reach == Reach::managed)
        question.agency = sight.unit;
    else
        question.unit = sight.unit;
    question.status = status;
    question.limit = kWaitingMax;
    auto found = context.house.answers.dossiers(question);
    if (!found) return {};
    routes::as_reader(context, [&](const routes::Reader& reader, services::Past&) {
        std::erase_if(found->items, [&](const auto& line) {
            return line.person == context.person() || !reader.sees({line.person, line.unit.unit, line.agency.unit});
        });
    });
    if (found->items.empty()) return {};
    std::vector<std::vector<Node>> rows;
    for (const auto& line : found->items) rows.push_back(dossier_row(line));
    return all({heading(2, title.vi, title.en), note(all({number_text(found->total), " hồ sơ"})),
                table(dossier_columns(), rows)});
}

// One list for each kind of work, over the first mandate that gives it.
Node rating_work(routes::Context& context, const CycleOpened& cycle,
                 const std::vector<std::pair<Power, routes::Sight>>& work) {
    using projections::DossierStatus;
    struct Kind {
        Power power;
        DossierStatus status;
        Words title;
    };
    constexpr Kind kKinds[]{
        {Power::comment, DossierStatus::self_filed, {"Chờ nhận xét", "Waiting for your comment"}},
        {Power::propose, DossierStatus::minutes_adopted, {"Chờ thẩm định, đề xuất", "Waiting for your proposal"}},
        {Power::decide, DossierStatus::proposed, {"Chờ kết luận mức xếp loại", "Waiting for your decision"}},
        {Power::decide, DossierStatus::decided, {"Chờ ban hành thông báo", "Waiting for the notice"}},
    };
    Node content;
    for (const Kind& kind : kKinds) {
        for (const auto& [power, sight] : work)
            if (power == kind.power) content.add(waiting(context, cycle, sight, kind.status, kind.title));
    }
    return content;
}

Node board_summary(routes::Context& context, const CycleOpened& cycle) {
    const auto found = context.house.answers.files(cycle.cycle);
    if (!found) return {};
    const auto& counts = found->counts;
    return all({heading(2, "Hồ sơ của các đơn vị", "Units' files"),
                facts({{{"Phải gửi", "Due"}, Node(number_text(counts.due))},
                       {{"Đã gửi đúng hạn", "In time"}, Node(number_text(counts.on_time))},
                       {{"Gửi muộn", "Late"}, Node(number_text(counts.late))},
                       {{"Chưa gửi", "Missing"}, Node(number_text(counts.missing))},
                       {{"Chờ kiểm tra", "To be checked"}, Node(number_text(counts.submitted))},
                       {{"Đã tiếp nhận", "Accepted"}, Node(number_text(counts.accepted))}}),
                paragraph(link_to("/bang-ho-so", bilingual("Mở bảng hồ sơ", "Open the board")))});
}

Node remediation_link() {
    return all({heading(2, "Khắc phục hạn chế, khuyết điểm", "Remediation"),
                paragraph(link_to("/khac-phuc", bilingual("Mở bảng theo dõi khắc phục", "Open the board")))});
}

Node finding_summary(routes::Context& context, const CycleOpened& cycle) {
    projections::FindingsQuestion question;
    question.cycle = cycle.cycle;
    const auto found = context.house.answers.findings(question);
    if (!found) return {};
    std::vector<std::pair<projections::FindingType, int>> counts;
    for (const auto& finding : found->items) {
        if (counts.empty() || counts.back().first != finding.type) counts.emplace_back(finding.type, 0);
        ++counts.back().second;
    }
    std::vector<std::vector<Node>> rows;
    for (const auto& [type, count] : counts) {
        const std::string address = "/noi-dung-can-lam-ro?type=" + std::string(projections::finding_slug(type));
        rows.push_back({link_to(address, node_of(words_of(type))), Node(number_text(count))});
    }
    return all({heading(2, "Nội dung cần làm rõ", "Findings"),
                table({{"Nội dung", "Subject"}, {"Số lượng", "Count"}}, rows), record_line(context, found->basis)});
}

Node system_summary(routes::Context& context) {
    auto& house = context.house;
    const auto stopped = house.acts.stopped();
    return all(
        {heading(2, "Hệ thống", "The system"),
         facts(
             {{{"Bản ghi", "Records"},
               Node(number_text(static_cast<std::int64_t>(house.log.size(events::Ledger::main))))},
              {{"Bản ghi truy cập", "Access records"},
               Node(number_text(static_cast<std::int64_t>(house.log.size(events::Ledger::access))))},
              {{"Dữ liệu tra cứu đã đọc", "Read models"},
               Node(number_text(static_cast<std::int64_t>(house.acts.applied())))},
              {{"Tình trạng", "State"},
               stopped.empty() ? Node("Hoạt động bình thường") : Node("Có phần tra cứu bị dừng: " + stopped.front())}}),
         note(bilingual("Người quản trị hệ thống không xem nội dung hồ sơ.", "Administrators see no content."))});
}

Node outside_reminder(routes::Context& context) {
    const auto& taken = context.house.taken;
    if (!taken.is_overdue(context.house.wall.now())) return {};
    const auto since = taken.last().rfc3339();
    return element("div", {{"class", "problem"}, {"role", "alert"}},
                   bilingual("Chưa có ai bên ngoài lấy điểm kiểm chứng của nhật ký từ " + since +
                                 ". Hãy kiểm tra các bên chứng kiến hoặc cơ quan giám sát.",
                             "Nobody outside has taken a checkpoint of the log since " + since +
                                 ". Look after the witnesses or monitors."));
}

awaitable<http::Response> home(routes::Context& context) {
    Role role;
    routes::as_reader(context, [&](const routes::Reader& reader, services::Past& past) {
        role = {reader.inspects(), reader.administers(), reader.receives(), reader.sees_all(), {}};
        for (const auto* mandate : past.registry().mandates_of(context.person())) {
            for (const Power power : mandate->granted.powers)
                if (reader.holds(power) && reader.sees_unit(mandate->granted.unit))
                    role.work.emplace_back(power, routes::Sight{mandate->granted.unit, mandate->granted.reach});
        }
    });
    Node content;
    if (role.administers || role.inspects) content.add(outside_reminder(context));
    const auto cycle = current_cycle(context.house);
    if (cycle) {
        content.add(note(all({cycle->title.str(), "; gửi hồ sơ trước ", cycle->submission.date.vietnamese()})));
        content.add(own_dossier(context, *cycle));
        if (!role.inspects) content.add(rating_work(context, *cycle, role.work));
        if (role.receives || role.inspects) content.add(board_summary(context, *cycle));
        const bool decides =
            std::any_of(role.work.begin(), role.work.end(), [](const auto& one) { return one.first == Power::decide; });
        if (decides || role.receives || role.inspects) content.add(remediation_link());
        if (role.inspects) content.add(finding_summary(context, *cycle));
    } else {
        content.add(paragraph(bilingual("Chưa mở kỳ đánh giá, xếp loại nào.", "No cycle has been opened yet.")));
    }
    if (role.administers) content.add(system_summary(context));
    co_return page(context, {"Việc cần làm hôm nay", "Today", std::move(content), std::nullopt, 200});
}

}  // namespace

std::vector<routes::Route> home_pages() {
    return {heavy(
        page_route("/", "home", "Việc cần làm hôm nay", "What is to be done today", "any signed-in person", {}, home))};
}

}  // namespace minhbach::api::console
