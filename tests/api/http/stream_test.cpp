// Answers without an end of their own.
#include "api/http/stream.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

#include "running_server.hpp"

namespace minhbach::api::http {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace asio = boost::asio;

struct Counts {
    std::atomic<int> pieces = 0;
    std::atomic<int> open = 0;
    std::atomic<bool> is_ended = false;
};

// `pieces` pieces of `bytes` bytes each, then an end; fewer than none: without one. After each it waits `pause`.
class Drip : public Stream {
public:
    Drip(Counts& counts, int pieces, std::size_t bytes, milliseconds pause)
        : counts_(counts), left_(pieces), bytes_(bytes), pause_(pause) {
        ++counts_.open;
    }
    ~Drip() override { --counts_.open; }

    asio::awaitable<std::optional<std::string>> next() override {
        const auto executor = co_await asio::this_coro::executor;
        for (auto waited = milliseconds(0); waited < pause_ && !is_ending_; waited += milliseconds(5)) {
            asio::steady_timer timer(executor, milliseconds(5));
            co_await timer.async_wait(asio::use_awaitable);
        }
        if (is_ending_ || left_ == 0) co_return std::nullopt;
        if (left_-- == 1000) throw std::runtime_error("a bug");
        ++counts_.pieces;
        co_return std::string(bytes_, 'x');
    }
    void end() override { is_ending_ = counts_.is_ended = true; }

private:
    Counts& counts_;
    int left_;
    std::size_t bytes_;
    milliseconds pause_;
    bool is_ending_ = false;
};

Handler dripping(Counts& counts, int pieces, std::size_t bytes, milliseconds pause) {
    return [=, &counts](Request) -> asio::awaitable<Response> {
        auto response = respond(200, "text/event-stream", {});
        response.stream = std::make_shared<Drip>(counts, pieces, bytes, pause);
        co_return response;
    };
}

// All that comes until the connection is closed.
std::string all_of(HttpClient& client) {
    std::string text;
    while (const auto piece = client.receive_some()) text += *piece;
    return text;
}

TEST(HttpStream, ComesInChunksAndClosesBehindTheLast) {
    Counts counts;
    RunningServer server(dripping(counts, 3, 17, milliseconds(10)));
    auto client = server.connect();
    const auto head = client.get("/");
    EXPECT_EQ(head.header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(head.header("Content-Length"), "");
    EXPECT_EQ(head.header("Connection"), "close");
    const std::string chunk = "11\r\nxxxxxxxxxxxxxxxxx\r\n";
    EXPECT_EQ(all_of(client), chunk + chunk + chunk + "0\r\n\r\n");
    EXPECT_TRUE(soon([&] { return counts.open == 0; }));
}

TEST(HttpStream, HasNoChunksForHttp10AndNoContentForHead) {
    Counts counts;
    RunningServer server(dripping(counts, 2, 3, milliseconds(0)));
    auto old = server.connect();
    old.send("GET / HTTP/1.0\r\n\r\n");
    ASSERT_TRUE(old.receive());
    EXPECT_EQ(all_of(old), "xxxxxx");
    auto head = server.connect();
    EXPECT_EQ(head.request("HEAD", "/").status, 200);
    EXPECT_EQ(all_of(head), "");
}

TEST(HttpStream, IsCutWithoutAnEndWhereItFails) {
    Counts counts;
    RunningServer server(dripping(counts, 1001, 1, milliseconds(0)));
    auto client = server.connect();
    client.get("/");
    EXPECT_EQ(all_of(client), "1\r\nx\r\n");
}

TEST(HttpStream, AClientThatDoesNotReadIsClosedAndNeverWaitedForInMemory) {
    Counts counts;
    ServerOptions options;
    options.write_timeout = milliseconds(200);
    options.body_bytes_per_second_min = 1 << 20;
    RunningServer server(options, dripping(counts, -1, 64 * 1024, milliseconds(0)));
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/"));
    ASSERT_TRUE(soon([&] { return counts.open == 1; }));
    EXPECT_TRUE(soon([&] { return counts.open == 0; }));
    const int taken = counts.pieces;
    EXPECT_LT(taken, 400) << "more than the kernel's buffers hold";
    std::this_thread::sleep_for(milliseconds(50));
    EXPECT_EQ(counts.pieces, taken);
}

TEST(HttpStream, EndsAtOnceWhenTheServerStops) {
    Counts counts;
    RunningServer server(dripping(counts, -1, 10, milliseconds(100'000)));
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/"));
    ASSERT_TRUE(client.receive());
    const auto began = Clock::now();
    server.stop();
    EXPECT_LT(Clock::now() - began, milliseconds(2000));
    EXPECT_TRUE(counts.is_ended);
    EXPECT_EQ(all_of(client), "0\r\n\r\n");
    EXPECT_EQ(counts.open, 0);
}

TEST(HttpStream, DoesNotHoldUpTheStopWhereTheClientDoesNotRead) {
    Counts counts;
    RunningServer server(dripping(counts, -1, 64 * 1024, milliseconds(0)));
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/"));
    int before = -1;
    ASSERT_TRUE(soon([&] {
        std::this_thread::sleep_for(milliseconds(30));
        return std::exchange(before, counts.pieces.load()) == counts.pieces && before > 0;
    }));
    const auto began = Clock::now();
    server.stop();
    EXPECT_LT(Clock::now() - began, milliseconds(3000));
}

TEST(HttpStream, WhereTheClientGoesAwayItIsDropped) {
    Counts counts;
    RunningServer server(dripping(counts, -1, 10, milliseconds(20)));
    {
        auto client = server.connect();
        client.send(HttpClient::compose("GET", "/"));
        ASSERT_TRUE(client.receive());
    }
    EXPECT_TRUE(soon([&] { return counts.open == 0; }));
}

}  // namespace
}  // namespace minhbach::api::http
