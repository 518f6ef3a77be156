// Following the log: events by position as CloudEvents, page by page or live. Whoever may read the log sees them; they
// hold nothing but records, as the entry bundles do, and like those they are not entered in the access ledger: a
// follower of that ledger would make it grow by following.
#include "api/routes/following.hpp"

#include <algorithm>

#include "api/follow/cloud_event.hpp"
#include "api/http/problem.hpp"
#include "api/routes/all.hpp"
#include "services/webhook/webhook.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::size_t kUsual = 100;
constexpr std::size_t kMax = 1000;
constexpr std::size_t kPageRecordsMax = 20'000;
constexpr std::size_t kPageBytesMax = 2u << 20;
constexpr std::string_view kBatch = "application/cloudevents-batch+json";
constexpr const char* kNumber = R"({"type":"integer","minimum":0})";

struct EventsPage {
    std::vector<projections::RawJson> events;  // CloudEvents 1.0
    Progress scanned;
    std::uint64_t next = 0;  // `from` of the next page
};
BOOST_DESCRIBE_STRUCT(EventsPage, (), (events, scanned, next))

bool wants_batch(const http::Request& request) {
    const auto accept = request.headers.joined("Accept").value_or("");
    return accept.find(kBatch) != std::string::npos;
}

std::string next_link(const Context& context, std::uint64_t next) {
    std::string target = context.request.path + "?from=" + std::to_string(next);
    for (const auto& [name, value] : context.request.query) {
        if (name == "from" || name == "after") continue;
        target += "&" + name + "=" + http::percent_encode(value);
    }
    return "<" + target + ">; rel=\"next\"";
}

http::Response batch(const follow::Scanned& scanned, const events::Checkpoint& checkpoint) {
    std::string body = "[";
    for (const auto& found : scanned.found) {
        if (body.size() > 1) body += ',';
        body += found.cloud_event;
    }
    auto response = http::respond(200, kBatch, body + "]");
    response.headers.add("Minhbach-Checkpoint", std::to_string(checkpoint.size) + " " + events::hex(checkpoint.root));
    return response;
}

awaitable<http::Response> page(Context& context) {
    auto filter = filter_in_query(context);
    if (!filter) co_return http::problem(filter.error());
    const auto from = begin_in_query(context, filter->ledger);
    if (!from) co_return http::problem(from.error());
    const auto limit = page_limit(context, kUsual, kMax);
    if (!limit) co_return http::problem(limit.error());
    auto& house = context.house;
    auto scanned = house.scanner.scan(*filter, *from, {*limit, kPageRecordsMax, kPageBytesMax});
    const auto checkpoint = house.publishing.newest(filter->ledger);
    http::Response response;
    if (wants_batch(context.request)) {
        response = batch(scanned, checkpoint);
    } else {
        EventsPage shown;
        for (auto& found : scanned.found) shown.events.push_back({std::move(found.cloud_event)});
        shown.scanned = {scanned.from, scanned.to, scanned.found.size(), scanned.size, checkpoint.note};
        shown.next = scanned.to;
        response = answer(context, json::to_json(shown), as_of_now(house, filter->ledger));
    }
    response.headers.set("Vary", "Accept");
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.add("Minhbach-Scanned", std::to_string(scanned.from) + "-" + std::to_string(scanned.to));
    response.headers.add("Minhbach-Matched", std::to_string(scanned.found.size()));
    response.headers.add("Minhbach-Size", std::to_string(scanned.size));
    response.headers.add("Link", next_link(context, scanned.to));
    co_return response;
}

// The last event that was seen, as a browser's EventSource says it by itself when it comes again: goes before the
// query.
Result<std::optional<std::uint64_t>> last_event_id(const Context& context) {
    const auto given = context.request.headers.find("Last-Event-ID");
    if (!given || given->empty()) return std::optional<std::uint64_t>();
    const bool digits = given->find_first_not_of("0123456789") == std::string_view::npos && given->size() <= 15;
    if (!digits) return http::malformed_request("Last-Event-ID phải là một vị trí.", "Last-Event-ID is a position.");
    return std::optional(std::stoull(std::string(*given)));
}

awaitable<http::Response> stream(Context& context) {
    auto filter = filter_in_query(context);
    if (!filter) co_return http::problem(filter.error());
    const auto last = last_event_id(context);
    if (!last) co_return http::problem(last.error());
    auto from = begin_in_query(context, filter->ledger);
    if (!from) co_return http::problem(from.error());
    if (*last) from = **last + 1;
    if (*from > context.house.scanner.size(filter->ledger)) co_return http::problem(wrong_parameter("from"));
    co_return follow_live(context, *std::move(filter), *from);
}

std::string page_schema(SchemaBook& book) {
    const auto event = schema_of<follow::CloudEvent>(book);
    return R"({"type":"object","properties":{"data":{"type":"object","properties":{"events":{"type":"array","items":)" +
           event + R"(},"scanned":)" + schema_of<Progress>(book) + R"(,"next":)" + kNumber +
           R"(},"required":["events","scanned","next"],"additionalProperties":false},"asOf":)" + schema_of<AsOf>(book) +
           R"(},"required":["data","asOf"],"additionalProperties":false})";
}

std::string batch_schema(SchemaBook& book) {
    return R"({"type":"array","items":)" + schema_of<follow::CloudEvent>(book) + "}";
}

Route following_route(std::string path, std::string name, Words summary, Handle handle) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.access = Access::log_reader;
    route.permission = "inspection, administration, Home Affairs";
    route.parameters = begin_parameters();
    for (auto& parameter : filter_parameters()) route.parameters.push_back(std::move(parameter));
    route.refusals = {"not-found-or-not-allowed", "malformed-request", "read-only"};
    route.handle = std::move(handle);
    return route;
}

}  // namespace

Result<follow::Filter> filter_in_query(Context& context) {
    follow::Filter filter;
    as_reader(context, [&](const Reader& reader, services::Past&) { filter.with_party = reader.reads_all_of_party(); });
    if (context.query("ledger") == "access")
        filter.ledger = events::Ledger::access;
    else if (context.has("ledger") && context.query("ledger") != "main")
        return wrong_parameter("ledger");
    for (std::string_view rest = context.query("type"); !rest.empty();) {
        const auto comma = rest.find(',');
        filter.types.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        if (!services::webhook::is_known_type(filter.types.back())) return wrong_parameter("type");
    }
    auto subject = id_in_query<PersonCode>(context, "subject");
    if (!subject) return subject.error();
    filter.subject = *std::move(subject);
    auto unit = id_in_query<UnitCode>(context, "unit");
    if (!unit) return unit.error();
    filter.unit = *std::move(unit);
    if (filter.unit && filter.ledger == events::Ledger::access) return wrong_parameter("unit");
    return filter;
}

Result<std::uint64_t> begin_in_query(const Context& context, events::Ledger ledger) {
    const auto from = number_in_query(context, "from");
    if (!from) return from.error();
    const auto after = number_in_query(context, "after");
    if (!after) return after.error();
    if (*from && *after) return wrong_parameter("after");
    const auto size = context.house.scanner.size(ledger);
    if (*after && **after >= size) return wrong_parameter("after");
    const auto begin = *after ? **after + 1 : from->value_or(0);
    if (begin > size) return wrong_parameter("from");
    return begin;
}

std::vector<Parameter> begin_parameters() {
    return {in_query("from", "vị trí đầu tiên cần xem; mặc định là 0", "the first position to look at; 0 if absent",
                     kNumber),
            in_query("after", "vị trí cuối cùng đã xem, thay cho from", "the last position seen, instead of from",
                     kNumber)};
}

std::vector<Parameter> filter_parameters() {
    return {in_query("ledger", "nhật ký: main hoặc access", "which ledger",
                     R"({"type":"string","enum":["main","access"]})"),
            in_query("type", "loại sự kiện, cách nhau bằng dấu phẩy; rating.* là mọi loại bắt đầu như vậy",
                     "event types, separated by commas; rating.* is all that begin so"),
            in_query("subject", "mã người mà sự kiện nói đến", "code of a person the event is about"),
            in_query("unit", "đơn vị mà sự kiện liên quan, kể cả đơn vị trực thuộc, theo dữ liệu tại thời điểm đó",
                     "a unit the event concerns, or one below it, as was known at the event")};
}

std::vector<Route> event_routes() {
    auto pages =
        following_route("/v1/events", "events",
                        {"Các sự kiện theo vị trí (CloudEvents 1.0)", "Events by position (CloudEvents 1.0)"}, page);
    pages.parameters.push_back(limit_parameter(kUsual, kMax));
    pages.response = {{"application/json", page_schema}, {std::string(kBatch), batch_schema}};
    pages.also = {304};
    auto live = following_route(
        "/v1/events/stream", "event-stream",
        {"Các sự kiện khi chúng được ghi (Server-Sent Events)", "Events as they are written (Server-Sent Events)"},
        stream);
    live.parameters.push_back(in_header("Last-Event-ID", "vị trí cuối cùng đã nhận", "the last position received"));
    live.response = {{"text/event-stream", {}}};
    live.refusals.push_back("overloaded");
    return {heavy(std::move(pages)), std::move(live)};
}

}  // namespace minhbach::api::routes
