#include "api/routes/answer.hpp"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <charconv>
#include <chrono>

#include "api/http/conditional.hpp"
#include "api/http/cursor.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

constexpr std::chrono::milliseconds kWaitMax{2000};
constexpr std::chrono::milliseconds kWaitStep{5};

// True when the event at `position` and all before it are folded.
awaitable<bool> folded(House& house, std::uint64_t position) {
    const auto until = std::chrono::steady_clock::now() + kWaitMax;
    const auto executor = co_await boost::asio::this_coro::executor;
    while (house.acts.applied() <= position) {
        if (std::chrono::steady_clock::now() >= until) co_return false;
        boost::asio::steady_timer timer(executor, kWaitStep);
        co_await timer.async_wait(boost::asio::use_awaitable);
    }
    co_return true;
}

}  // namespace

Refusal not_yet_known(std::uint64_t applied) {
    return {"not-yet-known",
            "",
            "",
            "Dữ liệu mới đọc được đến " + std::to_string(applied) + " bản ghi; hãy thử lại sau giây lát.",
            "Only " + std::to_string(applied) + " events have been read so far; try again in a moment.",
            {}};
}

http::Response not_yet_known(House& house, std::uint64_t wanted, std::string field) {
    const std::uint64_t applied = house.acts.applied();
    Refusal refusal = not_yet_known(applied);
    refusal.field = std::move(field);
    http::ProblemExtras extras;
    extras.members = {{"wanted", std::to_string(wanted)}, {"applied", std::to_string(applied)}};
    return http::problem(refusal, extras);
}

namespace {

AsOf as_of_ledger(House& house, events::Ledger ledger, std::int64_t position, std::int64_t known, bool complete) {
    const auto checkpoint = house.publishing.newest(ledger);
    return {ledger == events::Ledger::main ? "main" : "access", position, known,
            {checkpoint.size, events::hex(checkpoint.root)},    complete, house.simulated()};
}

}  // namespace

AsOf as_of(House& house, const projections::Basis& basis, bool complete) {
    return as_of_ledger(house, events::Ledger::main, basis.applied, basis.position, complete && basis.complete);
}

AsOf as_of_access(House& house, const projections::Basis& basis) {
    return as_of_ledger(house, events::Ledger::access, basis.applied, basis.position, basis.complete);
}

AsOf as_of_now(House& house, events::Ledger ledger) {
    const auto last = static_cast<std::int64_t>(house.log.size(ledger)) - 1;
    return as_of_ledger(house, ledger, last, last, true);
}

http::Response answer(Context& context, const std::string& data, const AsOf& as_of,
                      std::optional<std::uint64_t> revision) {
    const std::string hash = events::hex(events::sha256(data)).substr(0, 32);
    const std::string tag = revision ? http::entity_tag(*revision, hash) : http::entity_tag(hash);
    if (http::is_not_modified(context.request, tag)) {
        auto response = http::not_modified(tag);
        response.headers.set("Cache-Control", "private, no-cache");
        return response;
    }
    std::string body = R"({"asOf":)" + json::to_json(as_of) + R"(,"data":)" + data + "}";
    auto response = http::json(200, std::move(body));
    response.headers.add("ETag", tag);
    response.headers.add("Cache-Control", "private, no-cache");
    response.headers.add("Minhbach-Position", std::to_string(as_of.position));
    response.headers.add("Minhbach-Checkpoint", std::to_string(as_of.checkpoint.size) + " " + as_of.checkpoint.root);
    if (as_of.simulated) response.headers.add("Minhbach-Simulated", "?1");
    return response;
}

Result<projections::Known> known_as_of(House& house, std::string_view text) {
    const bool digits =
        !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos && text.size() <= 15;
    if (digits) return projections::Known(events::Position{std::stoull(std::string(text))});
    const auto time = Time::parse(text);
    if (!time) return wrong_parameter("known_as_of");
    const auto position = house.answers.position_at(*time);
    if (!position)
        return not_found("Tại thời điểm này hệ thống chưa có bản ghi nào.", "At that time the record had not begun.");
    return projections::Known(*position);
}

Route read_frame(std::string path, std::string name, Words summary, std::string permission,
                 std::vector<Parameter> parameters, Read read, When when) {
    Route route;
    route.method = "GET";
    route.path = std::move(path);
    route.name = std::move(name);
    route.summary = std::move(summary);
    route.permission = std::move(permission);
    route.parameters = std::move(parameters);
    if (when == When::known_as_of)
        route.parameters.push_back(in_query("known_as_of",
                                            "vị trí hoặc thời điểm: chỉ dùng những gì hệ thống biết lúc đó",
                                            "a position or a time: only what was known then"));
    if (when != When::as_it_is)
        route.parameters.push_back(in_query("min_position", "vị trí bản ghi phải được đọc trước khi trả lời",
                                            "position that must have been read before the answer",
                                            R"({"type":"integer","minimum":0})"));
    route.refusals = {"not-found-or-not-allowed", "not-yet-known", "malformed-request"};
    route.reads_models = true;
    // What the table does not list has been refused by the router.
    route.handle = [read = std::move(read)](Context& context) -> awaitable<http::Response> {
        const auto min_position = number_in_query(context, "min_position");
        if (!min_position) co_return http::problem(min_position.error());
        if (*min_position) {
            const bool reached = co_await folded(context.house, **min_position);
            if (!reached) co_return not_yet_known(context.house, **min_position, "?min_position");
        }
        projections::Known known;
        if (context.has("known_as_of")) {
            const auto asked = known_as_of(context.house, context.query("known_as_of"));
            if (!asked) co_return http::problem(asked.error());
            known = *asked;
        }
        if (known && known->value >= context.house.acts.applied())
            co_return not_yet_known(context.house, known->value, "?known_as_of");
        co_return co_await read(context, known);
    };
    return route;
}

Result<std::size_t> page_limit(const Context& context, std::size_t usual, std::size_t max) {
    const auto given = number_in_query(context, "limit");
    if (!given) return given.error();
    if (!*given) return usual;
    if (**given < 1 || **given > max) return wrong_parameter("limit");
    return static_cast<std::size_t>(**given);
}

Parameter limit_parameter(std::size_t usual, std::size_t max) {
    return in_query("limit", "số dòng một trang, mặc định " + std::to_string(usual),
                    "rows of a page, " + std::to_string(usual) + " if absent",
                    R"({"type":"integer","minimum":1,"maximum":)" + std::to_string(max) + "}");
}

Parameter cursor_parameter() {
    return in_query("cursor", "trang tiếp theo, lấy từ Link", "the next page, as given in Link");
}

Result<std::optional<std::string>> page_cursor(const Context& context, std::string_view listing) {
    if (!context.has("cursor")) return std::optional<std::string>();
    auto keys = http::decode_cursor(listing, 1, context.query("cursor"));
    if (!keys) return keys.error();
    return std::optional(std::move(keys->front()));
}

Result<std::optional<std::int64_t>> position_cursor(const Context& context, std::string_view listing) {
    const auto key = page_cursor(context, listing);
    if (!key) return key.error();
    if (!*key) return std::optional<std::int64_t>();
    std::int64_t position = 0;
    const auto [end, error] = std::from_chars((*key)->data(), (*key)->data() + (*key)->size(), position);
    if (error != std::errc{} || end != (*key)->data() + (*key)->size() || position < 0)
        return wrong_parameter("cursor");
    return std::optional(position);
}

void link_page(const Context& context, http::Response& response, std::string_view listing,
               const std::optional<std::string>& next) {
    if (!next) return;
    const std::vector<std::string> keys{*next};
    http::link_next(response, context.request, http::encode_cursor(listing, keys));
}

void link_page(const Context& context, http::Response& response, std::string_view listing,
               const std::optional<std::int64_t>& next) {
    if (next) link_page(context, response, listing, std::optional(std::to_string(*next)));
}

bool may_see_unit(Context& context, const UnitCode& unit) {
    bool sees = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { sees = reader.sees_unit(unit); });
    return sees;
}

bool may_see_person(Context& context, const PersonCode& person) {
    if (person == context.person()) return true;
    bool sees = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { sees = reader.sees_person(person); });
    return sees;
}

bool may_see_all(Context& context) {
    bool sees = false;
    as_reader(context, [&](const Reader& reader, services::Past&) { sees = reader.sees_all(); });
    return sees;
}

}  // namespace minhbach::api::routes
