// Notices: when was the person told, when did the person receive it, in how many working days.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/dossier_answers.hpp"
#include "api/routes/opening.hpp"
#include "services/evaluation/commands.hpp"
#include "services/law/calendar.hpp"

namespace minhbach::api::routes {
namespace {

struct NoticeView {
    projections::NoticeLine notice;
    std::optional<int> working_days;  // from the decision to the notice; absent: no notice, or a year without calendar
    std::optional<int> working_days_received;              // from the notice to the receipt
    std::optional<services::evaluation::NoticeTerm> term;  // of this dossier, from the decision in force
    bool past_internal_period = false;                     // that term, never shown as law
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (notice, working_days, working_days_received, term, past_internal_period))

struct NoticesView {
    projections::Basis basis;
    CycleId cycle;
    int notice_working_days = 0;  // the internal period of the cycle, 0: none; a dossier's own may be shorter
    std::vector<NoticeView> items;
    int total = 0;
};
BOOST_DESCRIBE_STRUCT(NoticesView, (), (basis, cycle, notice_working_days, items, total))

std::optional<int> working_days(Date after, std::optional<Date> until) {
    if (!until) return std::nullopt;
    const auto days = services::law::Calendar::vietnam().working_days_between(after, *until);
    if (!days) return std::nullopt;
    return *days;
}

NoticeView view_of(services::Past& past, projections::NoticeLine line) {
    NoticeView view;
    const auto& dossier = past.dossier(line.dossier);
    if (dossier.exists() && services::evaluation::rulebook_of(past, dossier))
        if (const auto term = services::evaluation::notice_term(past, dossier, line.decided_on)) view.term = *term;
    view.working_days = working_days(line.decided_on, line.notice_dated);
    if (line.notice_dated) view.working_days_received = working_days(*line.notice_dated, line.received_on);
    view.past_internal_period = view.term && line.notice_dated && *line.notice_dated > view.term->last;
    view.notice = std::move(line);
    return view;
}

awaitable<http::Response> notices(Context& context, projections::Known known) {
    auto asked = dossiers_in_query(context);
    const auto limit = page_limit(context, 100, 500);
    if (!asked) co_return http::problem(asked.error());
    if (!limit) co_return http::problem(limit.error());
    projections::DossiersQuestion question = *std::move(asked);
    question.limit = *limit;
    // A list of one is that person's page. Who is not to be seen is left out below.
    if (question.person && may_see_person(context, *question.person)) {
        const auto outcome = co_await person_opened(context, *question.person, "notices");
        if (!outcome) co_return http::problem(outcome.error());
    }
    const auto after = page_cursor(context, "notices");
    if (!after) co_return http::problem(after.error());
    question.after = *after;
    auto found = context.answers().notices(question, known);
    if (!found) co_return http::problem(found.error());

    NoticesView view{std::move(found->basis), found->cycle, found->notice_working_days, {}, found->total};
    bool complete = true;
    as_reader(context, [&](const Reader& reader, services::Past& past) {
        for (auto& line : found->items) {
            if (reader.sees({line.person.person, line.unit.unit, line.agency.unit}))
                view.items.push_back(view_of(past, std::move(line)));
            else
                complete = false;
        }
    });
    if (!complete) view.total = static_cast<int>(view.items.size());
    auto response = answer_of(context, view, complete);
    link_page(context, response, "notices", found->next);
    co_return response;
}

}  // namespace

std::vector<Route> notice_routes() {
    return {with_purpose(heavy(read_route<NoticesView>(
        "/v1/notices", "notices",
        {"Thông báo kết quả, đã nhận hay chưa, sau bao nhiêu ngày làm việc",
         "Notices, receipts, and working days between"},
        "those whose mandates reach the unit; all: inspection, Home Affairs",
        {in_query("cycle", "mã kỳ đánh giá", "code of the cycle", R"({"type":"string"})", true),
         in_query("unit", "đơn vị và các đơn vị bên dưới", "a unit and all below it"),
         in_query("agency", "cơ quan quản lý", "the managing agency"),
         in_query("person", "mã người", "code of the person"), limit_parameter(100, 500), cursor_parameter()},
        notices)))};
}

}  // namespace minhbach::api::routes
