// Answers in their envelope {"data": ..., "asOf": ...}: what is so, and up to where the record had been read when it
// was said.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "api/routes/context.hpp"

namespace minhbach::api::routes {

struct CheckpointShown {
    std::uint64_t size = 0;
    std::string root;  // hexadecimal
};
BOOST_DESCRIBE_STRUCT(CheckpointShown, (), (size, root))

struct AsOf {
    std::string ledger = "main";    // whose positions and checkpoint these are: "main" or "access"
    std::int64_t position = -1;     // of the last event read
    std::int64_t known_as_of = -1;  // of the last event the answer takes into account
    CheckpointShown checkpoint;     // the newest signed one
    bool complete = true;           // nothing that matches was left out, be it by rights or by a projection that lags
    bool simulated = false;         // DỮ LIỆU MÔ PHỎNG
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (ledger, position, known_as_of, checkpoint, complete, simulated))

AsOf as_of(House& house, const projections::Basis& basis, bool complete = true);
// `basis` is one of the access ledger: who viewed, who was refused.
AsOf as_of_access(House& house, const projections::Basis& basis);
// For what was read from the log or the desk itself.
AsOf as_of_now(House& house, events::Ledger ledger = events::Ledger::main);

// 200 with the fields Minhbach-Position, Minhbach-Checkpoint and Minhbach-Simulated; private, to be asked for again,
// with an entity tag, or 304 for whoever has that. The tag is made of the data, for an answer holds more than one
// stream; where commands rest on `revision`, the tag begins with it.
http::Response answer(Context& context, const std::string& data, const AsOf& as_of,
                      std::optional<std::uint64_t> revision = {});

namespace detail {

// An answer without its member `basis`, which the envelope tells.
template <json::Described T>
std::string data_of(const T& value) {
    return json::to_json_without("basis", value);
}

template <class T>
std::string enveloped_schema(SchemaBook& book) {
    return R"({"type":"object","properties":{"data":)" + schema_of<T>(book) + R"(,"asOf":)" + schema_of<AsOf>(book) +
           R"(},"required":["data","asOf"],"additionalProperties":false})";
}

}  // namespace detail

// For the answers of the read models, which carry their basis.
template <class T>
http::Response answer_of(Context& context, const T& value, bool complete = true,
                         std::optional<std::uint64_t> revision = {}) {
    return answer(context, detail::data_of(value), as_of(context.house, value.basis, complete), revision);
}

// 503 with `wanted`, the position that was asked for (by the parameter `field`), and `applied`, how many events have
// been read so far.
Refusal not_yet_known(std::uint64_t applied);
http::Response not_yet_known(House& house, std::uint64_t wanted, std::string field = {});

using Read = std::function<awaitable<http::Response>(Context&, projections::Known)>;

// What a read honours of the record's time; what it does not honour it refuses.
enum class When {
    known_as_of,  // both parameters
    now,          // min_position alone: what may be done, which has no past
    as_it_is      // neither: the access ledger, whose positions these are not
};

// The frame of every protected read: waits for min_position (at most two seconds, then `not-yet-known` with the
// progress) and understands known_as_of (a position, or a time: "2023-11-30T24:00" is local).
Route read_frame(std::string path, std::string name, Words summary, std::string permission,
                 std::vector<Parameter> parameters, Read read, When when);
template <class T>
Route read_route(std::string path, std::string name, Words summary, std::string permission,
                 std::vector<Parameter> parameters, Read read, When when = When::known_as_of) {
    Route route = read_frame(std::move(path), std::move(name), std::move(summary), std::move(permission),
                             std::move(parameters), std::move(read), when);
    route.response = {{"application/json", detail::enveloped_schema<T>}};
    return route;
}

// Refused with `malformed-request`, or as not found where the record began later.
Result<projections::Known> known_as_of(House& house, std::string_view text);

// `limit` of a page.
Result<std::size_t> page_limit(const Context& context, std::size_t usual, std::size_t max);
Parameter limit_parameter(std::size_t usual, std::size_t max);
Parameter cursor_parameter();

// The key after which a page begins, as the page before said in its Link; `listing` names the question.
Result<std::optional<std::string>> page_cursor(const Context& context, std::string_view listing);
Result<std::optional<std::int64_t>> position_cursor(const Context& context, std::string_view listing);
void link_page(const Context& context, http::Response& response, std::string_view listing,
               const std::optional<std::string>& next);
void link_page(const Context& context, http::Response& response, std::string_view listing,
               const std::optional<std::int64_t>& next);

// Asks what the signed-in person may see today.
template <class F>
void as_reader(Context& context, F ask) {
    context.house.desk.look([&](services::Past& past, Time now) {
        const Reader reader(past.registry(), context.person(), now.local_date());
        ask(reader, past);
    });
}
bool may_see_unit(Context& context, const UnitCode& unit);
bool may_see_person(Context& context, const PersonCode& person);
bool may_see_all(Context& context);

}  // namespace minhbach::api::routes
