// Where a server of ours listens, as --listen and its companions give it. In the clear on this machine alone or behind
// a proxy that is named; under TLS anywhere.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "api/http/server.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"

namespace CLI {
class App;
}

namespace minhbach::api::cli {

struct ListenOptions {
    std::string address;  // "127.0.0.1:8080", "[::1]:8080"
    std::optional<std::filesystem::path> certificate, key, client_authorities;
    std::string proxy;  // its address; empty: none
};

void add_listening(CLI::App& command, ListenOptions& options);

// `invalid-field` for what is no address, and for an address of the network without TLS and without a proxy.
Result<http::ServerOptions> listen_on(const ListenOptions& options);

// How the server was started, as far as it says who may come in and how, for the access ledger:
// "serve/loopback/plain/local". Listening on loopback or network; plain, behind-proxy, tls or tls+client-certificates;
// local accounts alone, or openid beside them.
Label act_of_serving(const http::ServerOptions& options, bool with_openid);

// As a browser would open it.
std::string url_of(const http::ServerOptions& options, std::uint16_t port);

}  // namespace minhbach::api::cli
