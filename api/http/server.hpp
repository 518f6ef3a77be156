// The HTTP/1.1 server: keep-alive, pipelining, bounded in size, time and connections, and a stop that loses nothing.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "api/http/message.hpp"

namespace minhbach::api::http {

// Answers one request. Called from every thread of the server at once, though for one connection one after another;
// runs on the connection's executor and must not block it; while it waits for something it must not hold a lock. An
// exception is a bug: it is answered with 500 internal-error and one line on standard error.
using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

// Files in PEM. They are looked at again every few seconds, so a new certificate needs no restart.
struct TlsOptions {
    std::filesystem::path certificate;  // with the chain that leads to its authority
    std::filesystem::path key;          // for the owner alone
    // Authorities whose certificates clients may show; none: no client is asked for one.
    std::optional<std::filesystem::path> client_authorities;
};

// Beyond connections_max, or a client's share of them, so many more at once are told why; the rest is closed without a
// word.
inline constexpr std::size_t kRefusalsMax = 64;

struct ServerOptions {
    std::string address = "127.0.0.1";  // an IPv4 or IPv6 address, not a name
    std::uint16_t port = 0;             // 0: any free port
    int io_threads = 1;                 // at least 1
    std::optional<TlsOptions> tls;      // TLS 1.2 and 1.3; none: in the clear
    // The address of the proxy that alone may connect and that says in X-Forwarded-For who the client is; empty: nobody
    // stands before us.
    std::string proxy;

    std::size_t header_bytes_max = 16 * 1024;  // request line and fields; beyond: 431
    std::size_t body_bytes_max = 1024 * 1024;  // beyond: 413
    // Another bound for the body of this request, of which only the head is there yet; nothing: body_bytes_max.
    std::function<std::optional<std::size_t>(const Request& head)> body_bytes_max_of;
    // Why this request, of which only the head is there yet, is not to be heard; asked before a body is read.
    std::function<std::optional<Response>(const Request& head)> refusal_of;
    std::size_t connections_max = 4096;  // beyond: 503 and close
    // Of one client: an address, of IPv6 the /64 it lies in. Whoever opens more gets 503 and takes no place of others.
    // Generous, for a whole office may stand behind one address; behind a proxy of ours it is not counted, since all
    // comes from there.
    std::size_t connections_of_one_max = 1024;

    std::chrono::milliseconds idle_timeout{60'000};   // between two requests of one connection: close
    std::chrono::milliseconds read_timeout{15'000};   // from the first byte of a request to its last: 408 and close
    std::chrono::milliseconds write_timeout{15'000};  // of one response: close
    // Bodies may take longer than the timeouts by the time they need at this rate, so that a slow line can send a large
    // file, and a client that sends a byte now and then cannot stay.
    std::size_t body_bytes_per_second_min = 4 * 1024;
    std::chrono::milliseconds linger_timeout{1'000};  // how long a closed connection may take to read our last answer
    std::chrono::milliseconds drain_timeout{10'000};  // see Server::stop
};

struct ServerCounters {
    std::uint64_t connections_open = 0;
    std::uint64_t connections_accepted = 0;
    std::uint64_t connections_refused = 0;  // for want of a place
    std::uint64_t requests_started = 0;     // given to the handler
    std::uint64_t requests_answered = 0;    // whose answer was handed to the kernel whole
};

class Server {
public:
    // Binds and listens, so that clients queue from now on; they are answered once run() runs. Throws
    // std::runtime_error that names the address if that cannot be had, or the file of TLS that is not as it should be.
    // `io` must outlive the server and every thread that may still complete something a handler waits for.
    Server(boost::asio::io_context& io, ServerOptions options, Handler handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

    // Serves on options.io_threads threads, this one included, until a stop has finished; then `io` is stopped as well.
    // At most once per server.
    void run();

    // Begins the stop; any thread, any number of times, also before run(). Listening ends. Idle connections are closed
    // at once. A request that is being read may arrive within half of drain_timeout and is then handled; later it is
    // dropped before anything was done. A request that was handed to the handler is answered in full, with Connection:
    // close, and run() returns as soon as all are. Only what a handler has not finished by the end of drain_timeout is
    // cut; so each has at least half of drain_timeout, and what is cut is told on standard error. A stream is told to
    // end at once (http/stream.hpp).
    void stop();

    ServerCounters counters() const;

private:
    struct Implementation;
    std::shared_ptr<Implementation> implementation_;  // shared with what it runs on `io`
};

}  // namespace minhbach::api::http
