#include "api/routes/router.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <exception>
#include <tuple>

#include "api/console/assets.hpp"
#include "api/http/completed.hpp"
#include "api/http/cookies.hpp"
#include "api/routes/answer.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::routes {
namespace {

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> segments;
    if (path == "/") return segments;
    path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

bool is_placeholder(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

bool fits(const std::vector<std::string>& given, const std::vector<std::string>& wanted, bool open_ended) {
    if (open_ended ? given.size() < wanted.size() : given.size() != wanted.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!is_placeholder(wanted[i]) && wanted[i] != given[i]) return false;
    return true;
}

std::vector<std::pair<std::string, std::string>> parts_of(const std::vector<std::string>& given,
                                                          const std::vector<std::string>& wanted, bool open_ended) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!is_placeholder(wanted[i])) continue;
        std::string name = wanted[i].substr(1, wanted[i].size() - 2);
        std::string value = given[i];
        if (open_ended && i + 1 == wanted.size()) {
            name.resize(name.size() - 3);
            for (std::size_t rest = i + 1; rest < given.size(); ++rest) value += "/" + given[rest];
        }
        parts.emplace_back(std::move(name), std::move(value));
    }
    return parts;
}

http::Response method_not_allowed(const std::string& allow) {
    auto response = http::problem({"method-not-allowed",
                                   "",
                                   "",
                                   "Địa chỉ này chỉ nhận: " + allow + ".",
                                   "This address takes: " + allow + ".",
                                   {}});
    response.headers.set("Allow", allow);
    return response;
}

http::Response taken_by_nothing(const std::string& allow) {
    if (!allow.empty()) return method_not_allowed(allow);
    return http::problem(not_found("Không có địa chỉ này.", "There is no such address."));
}

// application/json; charset=utf-8 is application/json; another charset is not.
bool is_media_type(std::string_view field, std::string_view wanted) {
    const auto semicolon = field.find(';');
    std::string_view type = field.substr(0, semicolon);
    while (type.ends_with(' ')) type.remove_suffix(1);
    if (!http::equal_ignoring_case(type, wanted)) return false;
    if (semicolon == std::string_view::npos) return true;
    std::string_view parameter = field.substr(semicolon + 1);
    while (parameter.starts_with(' ')) parameter.remove_prefix(1);
    return http::equal_ignoring_case(parameter, "charset=utf-8") ||
           http::equal_ignoring_case(parameter, "charset=\"utf-8\"");
}

// Nothing if the request is of the route's form.
std::optional<Refusal> misformed(const Route& route, const http::Request& request) {
    for (const auto& [name, value] : request.query) {
        bool known = false;
        for (const Parameter& parameter : route.parameters)
            known = known || (parameter.in == "query" && parameter.name == name);
        if (!known) {
            Refusal refusal = http::malformed_request("Tham số không được biết đến: " + name + ".",
                                                      "Unknown parameter: " + name + ".");
            refusal.field = "?" + name;
            return refusal;
        }
    }
    for (const Parameter& parameter : route.parameters) {
        // A header that is missing has an answer of its own, 428 and the like.
        if (!parameter.required || parameter.in != "query" || request.query.contains(parameter.name)) continue;
        Refusal refusal = http::malformed_request("Thiếu " + parameter.name + ": " + parameter.words.vi + ".",
                                                  parameter.name + " is missing: " + parameter.words.en + ".");
        refusal.field = "?" + parameter.name;
        return refusal;
    }
    if (route.request.empty()) return std::nullopt;
    const auto field = request.headers.find("Content-Type");
    std::string wanted;
    for (const Body& body : route.request) {
        if (field && is_media_type(*field, body.media_type)) return std::nullopt;
        wanted += (wanted.empty() ? "" : ", ") + body.media_type;
    }
    return Refusal{"unsupported-media-type",
                   "",
                   "",
                   "Content-Type phải là " + wanted + " (UTF-8).",
                   "Content-Type must be " + wanted + " (UTF-8).",
                   {}};
}

// What is simulated says so also where it is refused or has not changed.
void mark_simulated(House& house, http::Response& response) {
    if (response.status != 304 && response.status < 400) return;
    if (!response.headers.find("Minhbach-Simulated") && house.simulated())
        response.headers.add("Minhbach-Simulated", "?1");
}

// A browser would show its certificate to whatever another site makes it ask: machines send none of what browsers do.
bool is_of_browser(const http::Request& request) {
    for (const auto field : {"Cookie", "Origin", "Referer", "Sec-Fetch-Site"})
        if (request.headers.find(field)) return true;
    return false;
}

Refusal too_many_ask_the_provider() {
    return {"overloaded",
            "",
            "",
            "Quá nhiều người đang chờ hệ thống xác thực; hãy thử lại sau.",
            "Too many people wait for the identity provider; try again later.",
            {}};
}

// The place is given back on the thread of the step: what waits for its answer may be dropped after the house.
awaitable<http::Response> holding(std::shared_ptr<ProviderSteps::Place> place, awaitable<http::Response> handling) {
    auto response = co_await std::move(handling);
    place.reset();
    co_return response;
}

// The connection's executor is free meanwhile; the answer comes back to it.
awaitable<http::Response> elsewhere(boost::asio::thread_pool::executor_type executor,
                                    awaitable<http::Response> handling) {
    struct Handled {
        std::exception_ptr failure;
        http::Response response;
    };
    auto start = [executor, handling = std::move(handling)](auto done) mutable {
        auto end = [done = std::move(done)](std::exception_ptr failure, http::Response response) mutable {
            done(Handled{std::move(failure), std::move(response)});
        };
        boost::asio::co_spawn(executor, std::move(handling), std::move(end));
    };
    auto handled = co_await http::completed<Handled>(std::move(start));
    if (handled.failure) std::rethrow_exception(handled.failure);
    co_return std::move(handled.response);
}

}  // namespace

bool is_from_console(const http::Request& request) {
    if (request.headers.find("Minhbach-Console") != "1") return false;
    return request.headers.find("Sec-Fetch-Site").value_or("same-origin") == "same-origin";
}

std::optional<std::string_view> token_of(const http::Request& request, bool cookie_allowed) {
    if (const auto field = request.headers.find("Authorization")) {
        constexpr std::string_view kBearer = "Bearer ";
        if (field->size() <= kBearer.size() || !http::equal_ignoring_case(field->substr(0, kBearer.size()), kBearer))
            return std::nullopt;
        return field->substr(kBearer.size());
    }
    if (!cookie_allowed) return std::nullopt;
    // Only a session lies in a cookie: what a program shows is no use in a browser.
    const auto secret = http::cookie(request, kCookie);
    return secret && secret->starts_with(sign_in::Sessions::kPrefix) ? secret : std::nullopt;
}

Shown shown_by(const http::Request& request, bool cookie_allowed) {
    if (request.client_certificate && !request.headers.find("Authorization") && !is_of_browser(request))
        return {Digest::of(*request.client_certificate), std::nullopt};
    const auto token = token_of(request, cookie_allowed);
    return {std::nullopt, token ? std::optional(std::string(*token)) : std::nullopt};
}

Result<sign_in::SignedIn> who_shows(const Shown& shown, sign_in::Identity& identity, Time now, bool is_use) {
    if (const auto& certificate = shown.certificate)
        return is_use ? identity.check_certificate(*certificate, now) : identity.peek_certificate(*certificate, now);
    const std::string_view secret = shown.token ? std::string_view(*shown.token) : std::string_view();
    return is_use ? identity.check(secret, now) : identity.peek(secret, now);
}

Router::Router(House& house, const std::vector<Route>& routes) : house_(house) {
    entries_.reserve(routes.size());
    for (const Route& route : routes) {
        Entry entry{&route, split(route.path), route.path.ends_with("...}"), &house.metrics.of_route(route.name)};
        entries_.push_back(std::move(entry));
    }
    for (const Entry& entry : entries_) {
        const std::string_view first = entry.segments.empty() ? std::string_view() : entry.segments.front();
        by_first_[first].push_back(&entry);
    }
    // What is spelled out goes before what is held open, wherever it stands in the table.
    for (auto& [first, entries] : by_first_) {
        std::sort(entries.begin(), entries.end(), [](const Entry* left, const Entry* right) {
            const auto open = [](const Entry* entry) {
                return std::count_if(entry->segments.begin(), entry->segments.end(), is_placeholder);
            };
            const auto rank = [&](const Entry* entry) {
                return std::tuple(entry->open_ended, -static_cast<int>(entry->segments.size()), open(entry), entry);
            };
            return rank(left) < rank(right);
        });
    }
}

Router::Match Router::match(const http::Request& request) const {
    Match match;
    const std::string_view first = request.segments.empty() ? std::string_view() : request.segments.front();
    const auto found = by_first_.find(first);
    if (found == by_first_.end()) return match;
    for (const Entry* entry : found->second) {
        if (!fits(request.segments, entry->segments, entry->open_ended)) continue;
        if (entry->route->method == request.method) {
            match.entry = entry;
            return match;
        }
        if (match.allow.find(entry->route->method) != std::string::npos) continue;
        if (!match.allow.empty()) match.allow += ", ";
        match.allow += entry->route->method == "GET" ? "GET, HEAD" : entry->route->method;
    }
    return match;
}

awaitable<http::Response> Router::answer(http::Request request) const {
    const Match found = match(request);
    if (!found.entry) {
        if (auto screen = found.allow.empty() ? console::screen_response(request) : std::nullopt)
            co_return std::move(*screen);
        auto response = taken_by_nothing(found.allow);
        mark_simulated(house_, response);
        co_return response;
    }
    const auto begun = std::chrono::steady_clock::now();
    auto parts = parts_of(request.segments, found.entry->segments, found.entry->open_ended);
    Context context{house_, *found.entry->route, std::move(request), std::move(parts), std::nullopt};
    http::Response response = co_await handle(*found.entry, context);
    mark_simulated(house_, response);
    const auto took = std::chrono::steady_clock::now() - begun;
    found.entry->metrics->count(response.status, std::chrono::duration_cast<std::chrono::microseconds>(took));
    co_return response;
}

http::Response try_again_in(std::chrono::milliseconds wait) {
    const auto seconds = std::to_string(std::max<std::int64_t>(1, (wait.count() + 999) / 1000));
    auto response = http::problem({"too-many-requests",
                                   "",
                                   "",
                                   "Quá nhiều yêu cầu trong thời gian ngắn; hãy thử lại sau " + seconds + " giây.",
                                   "Too many requests in a short time; try again in " + seconds + " s.",
                                   {}});
    response.headers.set("Retry-After", seconds);
    return response;
}

Result<sign_in::SignedIn> Router::who(const http::Request& request, const Route& route, bool is_use) const {
    const Time now = house_.wall.now();
    const auto shown = shown_by(request, route.method == "GET" || is_from_console(request));
    auto signed_in = who_shows(shown, house_.identity, now, is_use);
    if (!signed_in) {
        const bool shows_nothing = !shown.certificate && !shown.token && !request.headers.find("Authorization");
        house_.attempts.note(request.peer, sign_in::kind_of(signed_in.error(), shows_nothing), now);
    }
    return signed_in;
}

std::optional<http::Response> Router::refusal_of(const http::Request& head) const {
    const Match found = match(head);
    if (!found.entry) {
        if (found.allow.empty() && console::screen_response(head)) return std::nullopt;
        auto nothing = taken_by_nothing(found.allow);
        mark_simulated(house_, nothing);
        return nothing;
    }
    if (found.entry->route->access == Access::open) return std::nullopt;
    const auto signed_in = who(head, *found.entry->route, false);
    if (signed_in) return std::nullopt;
    const auto wait =
        house_.asking.take(http::client_of(head.peer), found.entry->route->cost, http::Allowance::Clock::now());
    auto response = wait ? try_again_in(*wait) : http::problem(signed_in.error());
    mark_simulated(house_, response);
    return response;
}

std::optional<std::size_t> Router::body_bytes_max_of(const http::Request& head) const {
    const Match found = match(head);
    if (found.entry && (found.entry->route->access != Access::open || found.entry->route->takes_batches))
        return std::nullopt;
    return kOpenBodyBytesMax;
}

std::optional<http::Response> Router::too_often(const Context& context) const {
    const auto& signed_in = context.signed_in;
    const auto client = signed_in ? signed_in->person.str() : http::client_of(context.request.peer);
    const auto now = http::Allowance::Clock::now();
    auto wait = house_.asking.take(client, context.route.cost, now);
    if (!wait && context.route.attempts_sign_in)
        wait = house_.signing_in.take(http::client_of(context.request.peer), 1, now);
    if (!wait && context.route.begins_sign_in)
        wait = house_.beginning.take(http::client_of(context.request.peer), 1, now);
    if (!wait) return std::nullopt;
    return try_again_in(*wait);
}

// Acts that sign: whoever is in a session has shown who they are a short time ago, and that is entered before the act.
awaitable<std::optional<Refusal>> Router::unproven(const Context& context) const {
    const auto& signed_in = *context.signed_in;
    const auto lasts = std::chrono::duration_cast<std::chrono::milliseconds>(house_.identity.sessions.limits().proof);
    if (signed_in.is_session && house_.wall.now() >= signed_in.proof.at.plus_millis(lasts.count())) {
        co_return Refusal{"proof-required",
                          "",
                          "",
                          "Trước khi ký, hãy xác thực lại: lần xác thực gần nhất đã quá " +
                              std::to_string(house_.identity.sessions.limits().proof.count()) + " phút.",
                          "Before you sign, show again who you are: the last time was too long ago.",
                          {}};
    }
    Event entry = ActProven{Label::of(context.route.name), signed_in.token_hash, signed_in.proof.method,
                            signed_in.proof.acr,           signed_in.proof.amr,  signed_in.proof.at};
    const bool is_noted = co_await noted(house_, signed_in.person, std::move(entry));
    if (!is_noted) co_return outcome_unknown();
    co_return std::nullopt;
}

awaitable<http::Response> Router::handle(const Entry& entry, Context& context) const {
    const Route& route = *entry.route;
    if (route.access != Access::open) {
        auto signed_in = who(context.request, route, true);
        if (!signed_in) {
            // By address, apart from attempts to sign in: others at the same address still have to come in.
            const auto wait =
                house_.asking.take(http::client_of(context.request.peer), 1, http::Allowance::Clock::now());
            co_return wait ? try_again_in(*wait) : http::problem(signed_in.error());
        }
        context.signed_in = std::move(*signed_in);
    }
    if (auto refusal = too_often(context)) co_return *std::move(refusal);
    if (context.signed_in) {
        const bool is_noted = co_await first_use_noted(house_, *context.signed_in);
        if (!is_noted) co_return http::problem(outcome_unknown());
    }
    if (route.access == Access::log_reader) {
        bool allowed = false;
        house_.desk.look([&](services::Past& past, Time now) {
            allowed = Reader(past.registry(), context.person(), now.local_date()).may_read_log();
        });
        if (!allowed) co_return http::problem(no_such_thing());
    }
    if (const auto refusal = misformed(route, context.request)) co_return http::problem(*refusal);
    if (route.reads_models && !house_.caught_up()) co_return not_yet_known(house_, house_.size_at_start - 1);
    if (route.signs) {
        const auto refusal = co_await unproven(context);
        if (refusal) co_return http::problem(*refusal);
    }
    if (route.heavy) {
        auto handling = route.handle(context);
        auto executor = house_.readers.get_executor();
        auto response = co_await elsewhere(executor, std::move(handling));
        co_return response;
    }
    if (route.asks_provider && house_.provider_steps) {
        auto place = house_.provider_steps->place();
        if (!place) co_return http::problem(too_many_ask_the_provider());
        auto step = holding(std::move(place), route.handle(context));
        auto executor = house_.provider_steps->executor();
        auto response = co_await elsewhere(executor, std::move(step));
        co_return response;
    }
    co_return co_await route.handle(context);
}

}  // namespace minhbach::api::routes
