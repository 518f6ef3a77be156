#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

#include "running_server.hpp"

namespace minhbach::api::http {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace asio = boost::asio;

asio::awaitable<void> pause(milliseconds duration) {
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor, duration);
    co_await timer.async_wait(asio::use_awaitable);
}

Handler slow(milliseconds duration) {
    return [duration](Request request) -> asio::awaitable<Response> {
        co_await pause(duration);
        co_return respond(200, "text/plain", request.path);
    };
}

// Clients of these tests keep their sockets open; nobody needs to wait for them.
ServerOptions short_linger() {
    ServerOptions options;
    options.linger_timeout = milliseconds(50);
    return options;
}

TEST(HttpServerStop, WithIdleConnectionsReturnsAtOnce) {
    RunningServer server(slow(milliseconds(0)));
    auto used = server.connect();
    EXPECT_EQ(used.get("/").status, 200);
    auto fresh = server.connect();
    ASSERT_TRUE(soon([&] { return server.server().counters().connections_open == 2; }));
    const auto began = Clock::now();
    server.stop();
    EXPECT_LT(Clock::now() - began, milliseconds(500));
    EXPECT_TRUE(used.is_closed());
    EXPECT_TRUE(fresh.is_closed());
    EXPECT_ANY_THROW(server.connect());
}

TEST(HttpServerStop, BeforeRunReturnsAtOnce) {
    asio::io_context io;
    Server server(io, {}, slow(milliseconds(0)));
    server.stop();
    server.stop();
    server.run();
}

TEST(HttpServerStop, FinishesWhatTheHandlerHasBegunAndDropsWhatIsBehindIt) {
    std::atomic<int> handled = 0;
    RunningServer server(short_linger(), [&](Request request) -> asio::awaitable<Response> {
        ++handled;
        co_await pause(milliseconds(150));
        co_return respond(200, "text/plain", request.path);
    });
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/first") + HttpClient::compose("GET", "/second"));
    ASSERT_TRUE(soon([&] { return handled == 1; }));
    auto stopping = std::async(std::launch::async, [&] { server.stop(); });
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "/first");
    EXPECT_EQ(answer->header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
    stopping.get();
    EXPECT_EQ(handled, 1);
}

TEST(HttpServerStop, LetsARequestArriveThatHasBegun) {
    RunningServer server(short_linger(), slow(milliseconds(0)));
    auto client = server.connect();
    EXPECT_EQ(client.get("/").status, 200);
    client.send("POST /late HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbo");
    std::this_thread::sleep_for(milliseconds(50));
    auto stopping = std::async(std::launch::async, [&] { server.stop(); });
    std::this_thread::sleep_for(milliseconds(50));
    client.send("dy");
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "/late");
    stopping.get();
}

TEST(HttpServerStop, RefusesARequestThatDoesNotArriveInTime) {
    ServerOptions options;
    options.drain_timeout = milliseconds(200);
    RunningServer server(options, slow(milliseconds(0)));
    auto client = server.connect();
    client.send("POST /never HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbo");
    std::this_thread::sleep_for(milliseconds(50));
    auto stopping = std::async(std::launch::async, [&] { server.stop(); });
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    client.finish_sending();
    EXPECT_TRUE(client.is_closed());
    stopping.get();
    EXPECT_EQ(server.server().counters().requests_started, 0U);
}

TEST(HttpServerStop, IsBoundedAndTellsWhatItCut) {
    ServerOptions options;
    options.drain_timeout = milliseconds(100);
    RunningServer server(options, slow(milliseconds(60'000)));
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/"));
    ASSERT_TRUE(soon([&] { return server.server().counters().requests_started == 1; }));
    ::testing::internal::CaptureStderr();
    server.stop();
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "http: stopped with 1 requests unfinished\n");
}

// Clients ask as fast as they can while the server stops under them. Whatever the handler was given must be answered
// whole; a connection may only end between two answers.
void stop_under_load(int io_threads) {
    std::atomic<std::uint64_t> begun = 0;
    ServerOptions options;
    options.io_threads = io_threads;
    RunningServer server(options, [&](Request request) -> asio::awaitable<Response> {
        ++begun;
        if (request.body.size() % 3 == 0) co_await pause(milliseconds(2));
        co_return respond(201, "text/plain", std::move(request.body));
    });
    constexpr int kClients = 24;
    std::vector<std::future<std::uint64_t>> clients;
    for (int c = 0; c < kClients; ++c) {
        clients.push_back(std::async(std::launch::async, [&server, c]() -> std::uint64_t {
            auto client = server.connect();
            std::uint64_t answered = 0;
            for (std::size_t i = 0; i < 1'000'000; ++i) {
                // Every third client pipelines two requests.
                const std::string request = HttpClient::compose("POST", "/", {}, std::string(i % 7 + 1, 'x'));
                const int count = c % 3 == 0 ? 2 : 1;
                if (!client.send(count == 2 ? request + request : request)) return answered;
                for (int k = 0; k < count; ++k) {
                    const auto answer = client.receive();  // throws if it is cut
                    if (!answer) return answered;
                    EXPECT_EQ(answer->status, 201);
                    EXPECT_EQ(answer->body.size(), i % 7 + 1);
                    ++answered;
                }
            }
            return answered;
        }));
    }
    ASSERT_TRUE(soon([&] { return begun > 500; }));
    server.stop();
    std::uint64_t answered = 0;
    for (auto& client : clients) answered += client.get();
    EXPECT_EQ(answered, begun);
    EXPECT_EQ(server.server().counters().requests_answered, begun);
    EXPECT_EQ(server.server().counters().requests_started, begun);
    EXPECT_EQ(server.server().counters().connections_open, 0U);
}

// A bug on whatever thread ends all of them, and whoever called run() learns of it.
TEST(HttpServerStop, ABugOfOneThreadIsThrownByRun) {
    constexpr int kThreads = 3;
    asio::io_context io;
    ServerOptions options;
    options.io_threads = kThreads;
    Server server(io, options, slow(milliseconds(0)));
    const auto caller = std::this_thread::get_id();
    std::barrier all(kThreads);
    for (int i = 0; i < kThreads; ++i) {
        asio::post(io, [&] {
            all.arrive_and_wait();  // one on each
            if (std::this_thread::get_id() != caller) throw std::runtime_error("a bug");
        });
    }
    EXPECT_THROW(server.run(), std::runtime_error);
}

TEST(HttpServerStop, UnderLoadAnswersEverythingThatWasBegun) {
    for (int round = 0; round < 3; ++round) stop_under_load(1);
}

TEST(HttpServerStop, UnderLoadWithSeveralThreadsAnswersEverythingThatWasBegun) {
    for (int round = 0; round < 3; ++round) stop_under_load(3);
}

}  // namespace
}  // namespace minhbach::api::http
