// From a request to the handler of its route: 404, 405 with Allow, sign-in, unknown parameters and media types are
// settled here, once for all.
#pragma once

#include <chrono>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/routes/context.hpp"

namespace minhbach::api::routes {

class Router {
public:
    // `routes` and `house` outlive the router.
    Router(House& house, const std::vector<Route>& routes);
    awaitable<http::Response> answer(http::Request request) const;
    // Why nothing is to be read of the body behind this head: nobody is signed in with it, or too much was asked.
    // Nor where there is no such address, or where it takes another method.
    std::optional<http::Response> refusal_of(const http::Request& head) const;
    // How much a body may hold of whoever has not signed in; nothing: as much as any.
    std::optional<std::size_t> body_bytes_max_of(const http::Request& head) const;

private:
    struct Entry {
        const Route* route;
        std::vector<std::string> segments;
        bool open_ended = false;  // ends with "{name...}"
        RouteMetrics* metrics = nullptr;
    };
    struct Match {
        const Entry* entry = nullptr;
        std::string allow;  // methods of this path, where the method is not one of them
    };
    Match match(const http::Request& request) const;
    awaitable<http::Response> handle(const Entry& entry, Context& context) const;
    // `is_use`: the request is about to be handled.
    Result<sign_in::SignedIn> who(const http::Request& request, const Route& route, bool is_use) const;
    std::optional<http::Response> too_often(const Context& context) const;
    awaitable<std::optional<Refusal>> unproven(const Context& context) const;

    House& house_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string_view, std::vector<const Entry*>> by_first_;  // first segment, "" for "/"
};

// What is sent by nobody in particular, credentials at most, needs no more. A client that sends slowly holds it in
// memory for as long as its pace allows, on each of its connections.
inline constexpr std::size_t kOpenBodyBytesMax = 16 * 1024;

// What a request shows of who sends it: the certificate of a machine, or a token, empty where there is none.
struct Shown {
    std::optional<Digest> certificate;
    std::optional<std::string> token;
};
Shown shown_by(const http::Request& request, bool cookie_allowed);
// Whose it is; `is_use`: it lets somebody in now, else it is only looked at and stays as unused as it was.
Result<sign_in::SignedIn> who_shows(const Shown& shown, sign_in::Identity& identity, Time now, bool is_use);

// The console sends a field of its own with what changes something. A page of another origin cannot: it would have to
// ask first (CORS), and nobody here answers that.
bool is_from_console(const http::Request& request);
// The token of a request: the bearer, or the cookie of the console on requests that change nothing or come from it.
std::optional<std::string_view> token_of(const http::Request& request, bool cookie_allowed);
inline constexpr std::string_view kCookie = "minhbach";
// 429 with how long to wait.
http::Response try_again_in(std::chrono::milliseconds wait);

}  // namespace minhbach::api::routes
