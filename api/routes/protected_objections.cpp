#include "api/routes/protected_objections.hpp"

#include <algorithm>

#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/opening.hpp"
#include "services/objection/readers.hpp"

namespace minhbach::api::routes {
namespace {

using services::objection::NamedReader;
using services::objection::ReaderRole;

constexpr std::string_view kOwnObjection = "Xem kiến nghị của mình";

struct ProtectedReader {
    projections::PersonName person;
    ReaderRole role = ReaderRole::petitioner;
};
BOOST_DESCRIBE_STRUCT(ProtectedReader, (), (person, role))

struct ProtectedReaders {
    std::vector<ProtectedReader> items;  // the petitioner first; nobody else is told who that is
};
BOOST_DESCRIBE_STRUCT(ProtectedReaders, (), (items))

bool is_listed(const std::vector<NamedReader>& readers, const PersonCode& person) {
    return std::any_of(readers.begin(), readers.end(), [&](const auto& reader) { return reader.person == person; });
}

std::vector<NamedReader> readers_today(Context& context, const ObjectionId& id) {
    std::vector<NamedReader> readers;
    context.house.desk.look(
        [&](services::Past& past, Time now) { readers = services::objection::readers_of(past, id, now.local_date()); });
    return readers;
}

ProtectedReaders with_names(Context& context, const std::vector<NamedReader>& readers) {
    ProtectedReaders named;
    context.house.desk.look([&](services::Past& past, Time) {
        for (const auto& reader : readers) {
            const auto* person = past.registry().person(reader.person);
            named.items.push_back({{reader.person, person ? person->full_name.str() : std::string()}, reader.role});
        }
    });
    return named;
}

awaitable<http::Response> protected_readers(Context& context, projections::Known) {
    const auto id = id_in_path<ObjectionId>(context, "objection");
    if (!id) co_return http::problem(id.error());
    const auto listed = readers_today(context, *id);
    if (!is_listed(listed, context.person())) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(with_names(context, listed)), as_of_now(context.house));
}

// Before anything is filed, of the own dossier.
awaitable<http::Response> readers_to_be(Context& context, projections::Known) {
    const auto id = id_in_path<DossierId>(context, "dossier");
    if (!id) co_return http::problem(id.error());
    std::vector<NamedReader> listed;
    context.house.desk.look([&](services::Past& past, Time now) {
        listed = services::objection::readers_before_filing(past, *id, now.local_date());
    });
    if (listed.empty() || listed.front().person != context.person()) co_return http::problem(no_such_thing());
    co_return answer(context, json::to_json(with_names(context, listed)), as_of_now(context.house));
}

awaitable<http::Response> protected_views(Context& context, projections::Known) {
    const auto id = id_in_path<ObjectionId>(context, "objection");
    if (!id) co_return http::problem(id.error());
    const auto limit = page_limit(context, 50, 500);
    if (!limit) co_return http::problem(limit.error());
    const auto before = position_cursor(context, "protected-objection-views");
    if (!before) co_return http::problem(before.error());
    if (!is_listed(readers_today(context, *id), context.person())) co_return http::problem(no_such_thing());
    auto found = context.house.answers.protected_views(*id, *before, *limit);
    if (!found) co_return http::problem(found.error());
    const auto next = std::exchange(found->next, std::nullopt);
    auto response = answer(context, detail::data_of(*found), as_of_access(context.house, found->basis));
    link_page(context, response, "protected-objection-views", next);
    co_return response;
}

Result<Event> entry_of_view(const Context& context, const projections::ObjectionLine& line) {
    const bool is_own = line.person.person == context.person();
    auto purpose = purpose_to_enter(context, false);
    if (!purpose) return purpose.error();
    return Event(ProtectedObjectionViewed{line.objection, line.person.person,
                                          is_own ? Text::of(kOwnObjection) : *std::move(purpose)});
}

awaitable<http::Response> protected_of_cycle(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    if (!cycle) co_return http::problem(cycle.error());
    auto found = context.house.answers.protected_objections(*cycle, known);
    if (!found) co_return http::problem(found.error());
    std::vector<Event> entries;
    std::erase_if(found->items, [&](const auto& line) {
        return !is_listed(readers_today(context, line.objection), context.person());
    });
    for (const auto& line : found->items) {
        auto entry = entry_of_view(context, line);
        if (!entry) co_return http::problem(entry.error());
        entries.push_back(*std::move(entry));
    }
    const bool is_noted = co_await all_noted(context.house, context.person(), std::move(entries));
    if (!is_noted) co_return http::problem(outcome_unknown());
    co_return answer_of(context, *found);
}

}  // namespace

awaitable<http::Response> protected_objection(Context& context, projections::ObjectionAnswer found) {
    if (!is_listed(readers_today(context, found.line.objection), context.person()))
        co_return http::problem(no_such_thing());
    auto entry = entry_of_view(context, found.line);
    if (!entry) co_return http::problem(entry.error());
    const bool is_noted = co_await noted(context.house, context.person(), *std::move(entry));
    if (!is_noted) co_return http::problem(outcome_unknown());
    co_return answer_of(context, found, true, static_cast<std::uint64_t>(found.line.revision));
}

std::vector<Route> protected_objection_routes() {
    const std::string listed = "those on the list of readers";
    return {
        with_purpose(read_route<projections::ProtectedObjectionsAnswer>(
            "/v1/cycles/{cycle}/protected-objections", "protected-objections",
            {"Kiến nghị của người được bảo vệ danh tính mà mình được đọc",
             "Objections of protected petitioners that one may read"},
            "those on the list of readers of each; others find none", {}, protected_of_cycle)),
        read_route<ProtectedReaders>(
            "/v1/objections/{objection}/readers", "protected-objection-readers",
            {"Ai được biết người kiến nghị được bảo vệ là ai", "Who may know who the protected petitioner is"}, listed,
            {}, protected_readers, When::now),
        heavy(read_route<projections::ProtectedViewsAnswer>(
            "/v1/objections/{objection}/views", "protected-objection-views",
            {"Ai đã mở kiến nghị của người được bảo vệ danh tính", "Who opened an objection of a protected petitioner"},
            listed, {limit_parameter(50, 500), cursor_parameter()}, protected_views, When::as_it_is)),
        read_route<ProtectedReaders>("/v1/dossiers/{dossier}/protected-readers", "protected-readers",
                                     {"Nếu gửi kiến nghị có bảo vệ danh tính thì ai sẽ biết",
                                      "Who would know of a protected objection, if filed"},
                                     "the person of the dossier", {}, readers_to_be, When::now),
    };
}

}  // namespace minhbach::api::routes
