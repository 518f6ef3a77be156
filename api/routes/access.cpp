// From the access ledger: who looked, and acts that a rule refused. Who viewed one dossier is asked of the dossier.
#include <map>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "projections/who_looked.hpp"

namespace minhbach::api::routes {
namespace {

// The act in the words of its route; of an act that there is no more, nothing.
void add_words(std::vector<projections::RefusedLine>& lines) {
    static const auto words_of = [] {
        std::map<std::string, Words, std::less<>> words;
        for (auto& route : all_routes()) words.emplace(route.name, std::move(route.summary));
        return words;
    }();
    for (auto& line : lines) {
        if (!line.command) {
            line.act = "Nội dung đã được xóa";
            line.act_en = "The content was erased";
            continue;
        }
        const auto found = words_of.find(line.command->str());
        if (found == words_of.end()) continue;
        line.act = found->second.vi;
        line.act_en = found->second.en;
    }
}

awaitable<http::Response> refusals(Context& context, projections::Known) {
    bool inspects = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { inspects = reader.inspects(); });
    if (!inspects) co_return http::problem(no_such_thing());
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    std::optional<std::string> target;
    if (context.has("target")) target = std::string(context.query("target"));
    const auto before = position_cursor(context, "refusals");
    if (!before) co_return http::problem(before.error());
    auto found = context.answers().refused(target, *before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    add_words(found->items);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "refusals", next);
    co_return response;
}

// Of oneself as the rated person, everybody; of others inspection, and administrators, who are told who looked when and
// for what, and no content. Views of the party's dossiers are another list.
awaitable<http::Response> looks(Context& context, projections::Known) {
    const auto subject = id_in_query<PersonCode>(context, "subject");
    const auto actor = id_in_query<PersonCode>(context, "actor");
    const auto limit = page_limit(context, 50, 500);
    const auto before = position_cursor(context, "access-log");
    if (!subject) co_return http::problem(subject.error());
    if (!actor) co_return http::problem(actor.error());
    if (!limit) co_return http::problem(limit.error());
    if (!before) co_return http::problem(before.error());
    bool allowed = *subject == context.person();
    as_reader(context, [&](const Reader& reader, services::Past&) {
        allowed = allowed || reader.inspects() || reader.administers();
    });
    if (!allowed) co_return http::problem(no_such_thing());
    projections::LooksQuestion question{*subject, *actor, std::nullopt, *before, *limit};
    if (!context.query("purpose").empty()) question.purpose = std::string(context.query("purpose"));
    auto found = projections::who_looked(context.house.access, context.house.acts, context.house.log, question);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "access-log", next);
    co_return response;
}

awaitable<http::Response> attempts(Context& context, projections::Known) {
    bool allowed = false;
    as_reader(context,
              [&](const Reader& reader, services::Past&) { allowed = reader.inspects() || reader.administers(); });
    if (!allowed) co_return http::problem(no_such_thing());
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    const auto before = position_cursor(context, "access-attempts");
    if (!before) co_return http::problem(before.error());
    auto found = context.house.answers.attempts(*before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "access-attempts", next);
    co_return response;
}

}  // namespace

std::vector<Route> access_routes() {
    return {
        heavy(read_route<projections::AttemptsAnswer>(
            "/v1/access/attempts", "access-attempts",
            {"Yêu cầu và lần đăng nhập bị từ chối vì không rõ là ai, theo mạng và từng phút",
             "Requests and sign-ins of nobody that were refused, by network and minute"},
            "inspection, administrators", {limit_parameter(50, 500), cursor_parameter()}, attempts, When::as_it_is)),
        heavy(read_route<projections::LooksAnswer>(
            "/v1/access-log", "access-log",
            {"Ai đã xem hồ sơ của ai, vì mục đích gì, mới nhất trước", "Who looked at whose dossier, and what for"},
            "with `subject` oneself: the rated person; all: inspection, administrators",
            {in_query("subject", "mã người có hồ sơ được xem", "code of the person whose dossier was looked at"),
             in_query("actor", "mã người đã xem", "code of whoever looked"),
             in_query("purpose", "từ trong mục đích, không cần dấu", "words of the purpose, marks optional"),
             limit_parameter(50, 500), cursor_parameter()},
            looks, When::as_it_is)),
        heavy(read_route<projections::RefusedAnswer>(
            "/v1/access/refusals", "refusals",
            {"Việc bị từ chối theo quy định, mới nhất trước", "Acts that a rule refused, newest first"}, "inspection",
            {in_query("target", "tên luồng, ví dụ dossier/2023.P000001", "name of the stream"),
             limit_parameter(50, 500), cursor_parameter()},
            refusals, When::as_it_is))};
}

}  // namespace minhbach::api::routes
