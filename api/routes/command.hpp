// One line in the table of routes for one command: parse, let the desk decide, wait for the disk, answer 201.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/http/conditional.hpp"
#include "api/http/idempotency.hpp"
#include "api/routes/context.hpp"
#include "services/decisions.hpp"

namespace minhbach::api::routes {

// Judging acts name the revision they rest on, `If-Match: "n"`, where n is the number of events of the stream ("0":
// none yet); they are never retried. Additive ones may leave it out and are then tried again when something else came
// first.
enum class Kind { judging, additive };

namespace decisions = services::decisions;

// A member of the body that the path fixes: the body may leave it out or must agree. `json` is its value.
struct Fixed {
    std::string member;
    std::string json;
};

struct Links {
    std::string resource;  // where to read what the command was about
    std::string proof;     // that the first event is in the log
    std::string receipt;   // the same as a file
    std::string checkpoint;
};
BOOST_DESCRIBE_STRUCT(Links, (), (resource, proof, receipt, checkpoint))

// The answer to an accepted command; the same for ever under the same Idempotency-Key, but for `replayed` and for the
// checkpoint of the receipts.
struct Accepted {
    std::uint64_t position = 0;       // of the first event
    std::uint64_t last_position = 0;  // of the last: min_position of a read that must see them
    std::uint64_t count = 0;          // 0: there was nothing to write
    std::string stream;
    std::uint64_t revision = 0;  // number of events of the stream now: the next If-Match
    Time recorded_at;
    bool replayed = false;
    bool simulated = false;
    Links links;
    // A tlog-proof for each event, with its record as `extra`. Where they were asked for (`Prefer: receipt`), there are
    // at most kReceiptsMax events, and the log could sign in time: what is accepted is durable either way.
    std::optional<std::vector<std::string>> receipts;
};
BOOST_DESCRIBE_STRUCT(Accepted, (),
                      (position, last_position, count, stream, revision, recorded_at, replayed, simulated, links,
                       receipts))
inline constexpr std::uint64_t kReceiptsMax = 64;

// Where the thing a stream is about can be read.
std::string resource_of(const events::Stream& stream, std::uint64_t position);

// The body with the members the path fixes put in; refuses where the body says otherwise.
Result<std::string> with_fixed(const std::string& body, const std::vector<Fixed>& fixed);
// {"name": "value"} for every part of the path.
std::vector<Fixed> fixed_by_path(const Context& context);
std::string json_string(std::string_view text);

awaitable<http::Response> carry_out(Context& context, Kind kind, events::Stream target, std::string canonical_body,
                                    services::Desk::Decide decide);

Route command_frame(std::string path, std::string name, Words summary, Kind kind, std::string permission);
std::vector<std::string> names_in_path(std::string_view path);

// A body that was read: what `carry_out` needs of it.
struct ReadCommand {
    events::Stream target;
    std::string canonical_body;
    services::Desk::Decide decide;
};
using FixedMembers = std::function<std::vector<Fixed>(Context&)>;
// Puts in what the path fixes (`fixed`; empty: its parts), reads the body and carries it out.
Handle command_handler(Kind kind, FixedMembers fixed, std::function<Result<ReadCommand>(const std::string& body)> read);

// What is particular about one command.
template <class Request, class Command>
struct Way {
    events::Stream (*target)(const Request&);
    Command (*command)(Request&&);
    // Members the path fixes; by default each part of the path is a member of the same name.
    FixedMembers fixed = {};
    std::vector<std::string> fixed_names = {};
};

template <class Request, class Command>
Route command_route(std::string path, std::string name, Words summary, Kind kind, std::string permission,
                    Way<Request, Command> way) {
    Route route = command_frame(path, std::move(name), std::move(summary), kind, std::move(permission));
    auto in_path = way.fixed_names.empty() ? names_in_path(path) : way.fixed_names;
    route.request = {{"application/json", request_schema<Request>(std::move(in_path))}};
    route.response = {{"application/json", schema<Accepted>()}};
    const auto read = [target = way.target, to_command = way.command](const std::string& body) -> Result<ReadCommand> {
        auto request = json::from_json<Request>(body);
        if (!request) return request.error();
        auto stream = target(*request);
        auto canonical = json::to_json(*request);
        return ReadCommand{
            std::move(stream), std::move(canonical),
            [command = to_command(std::move(*request))](services::Past& past, const services::Acting& acting) {
                return decisions::decide(past, acting, command);
            }};
    };
    route.handle = command_handler(kind, std::move(way.fixed), read);
    return route;
}

// The usual case: the body is the command.
template <class Command>
Route command_route(std::string path, std::string name, Words summary, Kind kind, std::string permission,
                    events::Stream (*target)(const Command&), FixedMembers fixed = {},
                    std::vector<std::string> fixed_names = {}) {
    Way<Command, Command> way{target, [](Command&& command) { return std::move(command); }, std::move(fixed),
                              std::move(fixed_names)};
    return command_route<Command, Command>(std::move(path), std::move(name), std::move(summary), kind,
                                           std::move(permission), std::move(way));
}

}  // namespace minhbach::api::routes
