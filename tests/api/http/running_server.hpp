// A server on a free port of 127.0.0.1 in a thread of its own, stopped when it goes out of scope.
#pragma once

#include <boost/asio/io_context.hpp>
#include <thread>
#include <utility>

#include "api/http/server.hpp"
#include "http_client.hpp"

namespace minhbach::testing {

class RunningServer {
public:
    RunningServer(api::http::ServerOptions options, api::http::Handler handler)
        : server_(io_, std::move(options), std::move(handler)), thread_([this] { server_.run(); }) {}
    explicit RunningServer(api::http::Handler handler) : RunningServer({}, std::move(handler)) {}
    ~RunningServer() { stop(); }

    // Returns when the server has finished.
    void stop() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }

    HttpClient connect() const { return HttpClient(server_.port()); }
    std::uint16_t port() const { return server_.port(); }
    api::http::Server& server() { return server_; }
    boost::asio::io_context& io() { return io_; }

private:
    boost::asio::io_context io_;
    api::http::Server server_;
    std::thread thread_;
};

// Waits for what must become true soon; false after five seconds.
template <class Condition>
bool soon(Condition condition) {
    for (int i = 0; i < 1000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

}  // namespace minhbach::testing
