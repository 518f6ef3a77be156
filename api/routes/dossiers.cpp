// What is asked of dossiers: lists, the whole, how it came to stand so, on what grounds.
#include <utility>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/dossier_answers.hpp"
#include "api/routes/opening.hpp"

namespace minhbach::api::routes {
namespace {

// Where nothing is asked for: what the reader's first mandate reaches, or the own dossier.
void narrow(const Reader& reader, const PersonCode& person, services::Past& past, Time now,
            projections::DossiersQuestion& question) {
    if (reader.sees_all() || question.unit || question.agency || question.person) return;
    for (const auto* mandate : past.registry().mandates_of(person)) {
        if (!mandate->holds_on(now.local_date()) || !reader.sees_unit(mandate->granted.unit)) continue;
        if (mandate->granted.reach == Reach::managed)
            question.agency = mandate->granted.unit;
        else
            question.unit = mandate->granted.unit;
        return;
    }
    question.person = person;
}

awaitable<http::Response> list(Context& context, projections::Known known) {
    auto asked = dossiers_in_query(context);
    const auto level = enum_in_query<projections::LevelFilter>(context, "level");
    const auto status = enum_in_query<projections::DossierStatus>(context, "status");
    const auto subject_class = enum_in_query<SubjectClass>(context, "class");
    const auto leader = flag_in_query(context, "leader");
    const auto proposed = enum_in_query<Level>(context, "proposed");
    const auto expected = enum_in_query<Level>(context, "expected");
    const auto group = id_in_query<GroupId>(context, "group");
    const auto decided_above = flag_in_query(context, "decided_above");
    const auto limit = page_limit(context, 50, 500);
    if (!asked) co_return http::problem(asked.error());
    if (!level) co_return http::problem(level.error());
    if (!status) co_return http::problem(status.error());
    if (!subject_class) co_return http::problem(subject_class.error());
    if (!leader) co_return http::problem(leader.error());
    if (!proposed) co_return http::problem(proposed.error());
    if (!expected) co_return http::problem(expected.error());
    if (!group) co_return http::problem(group.error());
    if (!decided_above) co_return http::problem(decided_above.error());
    if (!limit) co_return http::problem(limit.error());
    projections::DossiersQuestion question = *std::move(asked);
    question.subject_class = *subject_class;
    if (context.has("leader")) question.leader = *leader;
    question.level = *level;
    question.proposed = *proposed;
    question.expected = *expected;
    question.group = *group;
    if (context.has("decided_above")) question.decided_above = *decided_above;
    question.status = *status;
    question.limit = *limit;
    if (context.has("search")) question.search = std::string(context.query("search"));
    // A list of one is that person's page. Who is not to be seen is left out below.
    if (question.person && may_see_person(context, *question.person)) {
        const auto outcome = co_await person_opened(context, *question.person, "dossiers");
        if (!outcome) co_return http::problem(outcome.error());
    }
    const auto after = page_cursor(context, "dossiers");
    if (!after) co_return http::problem(after.error());
    question.after = *after;
    const bool asked_all = !question.unit && !question.agency && !question.person;
    bool narrowed = false;
    context.house.desk.look([&](services::Past& past, Time now) {
        const Reader reader(past.registry(), context.person(), now.local_date());
        narrow(reader, context.person(), past, now, question);
        narrowed = asked_all && (question.unit || question.agency || question.person);
    });

    auto found = context.answers().dossiers(question, known);
    if (!found) co_return http::problem(found.error());
    const auto left_out = leave_out_unseen(context, found->items).lines;
    if (left_out > 0) found->total = static_cast<int>(found->items.size());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found, left_out == 0 && !narrowed);
    link_page(context, response, "dossiers", next);
    co_return response;
}

awaitable<http::Response> whole(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "dossier");
    if (!opening) co_return http::problem(opening.error());
    const auto found = context.answers().dossier(opening->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    if (found->erased) co_return http::problem(erased_dossier(context.house, *found->erased));
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->line.revision));
}

awaitable<http::Response> timeline(Context& context, projections::Known known) {
    const auto limit = page_limit(context, 200, 500);
    const auto events = flag_in_query(context, "events");
    if (!limit) co_return http::problem(limit.error());
    if (!events) co_return http::problem(events.error());
    const auto before = position_cursor(context, "timeline");
    if (!before) co_return http::problem(before.error());
    const auto opening = co_await opened(context, "timeline");
    if (!opening) co_return http::problem(opening.error());
    const auto types = words_in_query(context, "types");
    auto found = context.answers().timeline(opening->row.dossier, types, *events, *before, *limit, known);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer_of(context, *found);
    link_page(context, response, "timeline", next);
    co_return response;
}

awaitable<http::Response> diff(Context& context, projections::Known known) {
    using projections::Milestone;
    const auto from = enum_in_query<Milestone>(context, "from");
    const auto to = enum_in_query<Milestone>(context, "to");
    if (!from) co_return http::problem(from.error());
    if (!to) co_return http::problem(to.error());
    const auto opening = co_await opened(context, "diff");
    if (!opening) co_return http::problem(opening.error());
    const auto found = context.answers().diff(opening->row.dossier, from->value_or(Milestone::meeting),
                                              to->value_or(Milestone::decision), known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> self_assessments(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "self-assessments");
    if (!opening) co_return http::problem(opening.error());
    auto found = context.answers().self_assessments(opening->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    add_rule_levels(context.house, *found);
    co_return answer_of(context, *found);
}

awaitable<http::Response> values(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "values");
    if (!opening) co_return http::problem(opening.error());
    const auto found = context.answers().values(opening->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> synthesis(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "synthesis");
    if (!opening) co_return http::problem(opening.error());
    const auto found = context.answers().synthesis(opening->row.dossier, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found);
}

awaitable<http::Response> grounds(Context& context, projections::Known known) {
    const auto opening = co_await opened(context, "ground-sheet");
    if (!opening) co_return http::problem(opening.error());
    const auto sheet = ground_sheet(context.house, opening->row.dossier, known);
    if (!sheet) co_return http::problem(sheet.error());
    co_return answer_of(context, *sheet, true, static_cast<std::uint64_t>(sheet->line.revision));
}

awaitable<http::Response> allowed_actions(Context& context, projections::Known) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return http::problem(id.error());
    const auto opening = opening_of(context, *id);
    if (!opening) co_return http::problem(opening.error());
    const AllowedActions actions = actions_on(context.house, context.person(), opening->row);
    co_return answer(context, json::to_json(actions), as_of_now(context.house));
}

awaitable<http::Response> views(Context& context, projections::Known) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return http::problem(id.error());
    const auto opening = opening_of(context, *id);
    if (!opening) co_return http::problem(opening.error());
    // Who has looked is told to the person concerned and to inspection.
    bool allowed = opening->row.person == context.person();
    as_reader(context, [&](const Reader& reader, services::Past&) { allowed = allowed || reader.inspects(); });
    if (!allowed) co_return http::problem(no_such_thing());
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    const auto before = position_cursor(context, "views");
    if (!before) co_return http::problem(before.error());
    auto found = context.answers().views(*id, *before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "views", next);
    co_return response;
}

// A view of a named dossier: it may need a purpose, and says so.
template <class T>
Route view_route(std::string what, std::string name, Words summary, std::vector<Parameter> parameters, Read read) {
    auto route = with_purpose(
        read_route<T>("/v1/dossiers/{dossier}" + what, std::move(name), std::move(summary),
                      "the rated person, those whose mandates reach the person, inspection, Home Affairs; with a "
                      "purpose for those who do not rate",
                      std::move(parameters), std::move(read)));
    route.refusals.emplace_back("erased");
    return route;
}

}  // namespace

std::vector<std::string> words_in_query(const Context& context, std::string_view name) {
    std::vector<std::string> words;
    std::string_view rest = context.query(name);
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        if (comma != 0) words.emplace_back(rest.substr(0, comma));
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    return words;
}

std::vector<Route> dossier_routes() {
    SchemaBook enums;
    const std::string milestones = schema_of<projections::Milestone>(enums);
    return {
        with_purpose(heavy(read_route<projections::DossiersAnswer>(
            "/v1/dossiers", "dossiers",
            {"Danh sách hồ sơ, theo tên người Việt", "Dossiers, in the order of Vietnamese names"},
            "those whose mandates reach the unit; all: inspection, Home Affairs",
            {in_query("cycle", "mã kỳ đánh giá", "code of the cycle", R"({"type":"string"})", true),
             in_query("unit", "đơn vị và các đơn vị bên dưới", "a unit and all below it"),
             in_query("agency", "cơ quan quản lý", "the managing agency"),
             in_query("person", "mã người", "code of the person"),
             in_query("level", "mức đã kết luận", "decided level", schema_of<projections::LevelFilter>(enums)),
             in_query("proposed", "mức được đề xuất sau cùng", "level that was proposed last", schema_of<Level>(enums)),
             in_query("expected", "mức đã kết luận, chưa có thì mức đề xuất, chưa có thì mức tự xếp loại",
                      "level as decided, else as proposed, else as the person filed it", schema_of<Level>(enums)),
             in_query("group", "nhóm đối tượng có nhiệm vụ tương đồng", "the comparable group"),
             in_query("decided_above", "chỉ người do cơ quan cấp trên, hoặc do chính cơ quan công tác kết luận",
                      "only those whose level the agency above decides, or only others", R"({"type":"boolean"})"),
             in_query("status", "trạng thái", "status", schema_of<projections::DossierStatus>(enums)),
             in_query("class", "đối tượng theo chức vụ khi mở hồ sơ", "class of the post it was opened with",
                      schema_of<SubjectClass>(enums)),
             in_query("leader", "chỉ người giữ, hoặc không giữ chức vụ lãnh đạo, quản lý",
                      "only leaders, or only others", R"({"type":"boolean"})"),
             in_query("search", "tìm theo tên, không cần dấu", "words of the name, marks optional"),
             limit_parameter(50, 500), cursor_parameter()},
            list))),
        view_route<projections::DossierAnswer>("", "dossier", {"Hồ sơ đánh giá, xếp loại", "A dossier"}, {}, whole),
        heavy(view_route<projections::TimelineAnswer>(
            "/timeline", "timeline", {"Diễn biến của hồ sơ, mới nhất trước", "Timeline of a dossier, newest first"},
            {in_query("types", "loại sự kiện, cách nhau bằng dấu phẩy", "event types, separated by commas"),
             in_query("events", "kèm nguyên văn sự kiện", "with whole events", R"({"type":"boolean"})"),
             limit_parameter(200, 500), cursor_parameter()},
            timeline)),
        view_route<projections::DiffAnswer>("/diff", "diff",
                                            {"Thay đổi giữa hai mốc, ai thay đổi và có đúng thẩm quyền không",
                                             "What changed between two milestones, by whom, and whether competent"},
                                            {in_query("from", "từ mốc", "from the milestone", milestones),
                                             in_query("to", "đến mốc", "to the milestone", milestones)},
                                            diff),
        view_route<projections::SelfAssessmentsAnswer>(
            "/self-assessments", "self-assessments",
            {"Các lần nộp phiếu tự đánh giá và thay đổi", "Every version of the self-assessment and its changes"}, {},
            self_assessments),
        view_route<projections::ValuesAnswer>("/values", "values",
                                              {"Mọi mức đã từng có của kết quả này, ai nêu, lúc nào, lý do gì",
                                               "Every value this rating ever had, by whom, when and why"},
                                              {}, values),
        view_route<projections::SynthesisAnswer>(
            "/synthesis", "synthesis",
            {"Ý kiến nào trong biên bản có, ý kiến nào chưa thấy trong bản tổng hợp trình người quyết định",
             "Which opinions of the minutes are in the synthesis before the decision, and which are not found there"},
            {}, synthesis),
        view_route<GroundSheet>("/grounds", "ground-sheet", {"Phiếu căn cứ xếp loại", "Sheet of grounds"}, {}, grounds),
        read_route<AllowedActions>(
            "/v1/dossiers/{dossier}/allowed-actions", "allowed-actions",
            {"Việc người đang đăng nhập được làm, và lý do khi chưa được", "What you may do, and why not"},
            "whoever may see the dossier", {}, allowed_actions, When::now),
        read_route<projections::ViewsAnswer>("/v1/dossiers/{dossier}/views", "views",
                                             {"Ai đã xem hồ sơ, vì mục đích gì", "Who has looked, for what purpose"},
                                             "the rated person, inspection",
                                             {limit_parameter(50, 500), cursor_parameter()}, views, When::as_it_is),
    };
}

}  // namespace minhbach::api::routes
