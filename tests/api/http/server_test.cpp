#include "api/http/server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

#include "events/log.hpp"
#include "running_server.hpp"

namespace minhbach::api::http {
namespace {

using minhbach::testing::HttpClient;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;
using std::chrono::milliseconds;

namespace asio = boost::asio;

// Tells the request back; "/throw" fails, "/closed" does as a closed store does, "/split" answers with a broken header,
// "/large" with 4 MiB.
asio::awaitable<Response> echo(Request request) {
    if (request.path == "/throw") throw std::runtime_error("the store said something private");
    if (request.path == "/closed") throw events::Unavailable("the store is closed");
    if (request.path == "/large") co_return respond(200, "text/plain", std::string(4 << 20, 'x'));
    Response response = respond(200, "text/plain", request.method + " " + request.target + " " + request.body);
    if (request.path == "/split") response.headers.add("X", "a\r\nb");
    response.headers.add("Peer", request.peer);
    co_return response;
}

std::string problem_type(const minhbach::testing::HttpAnswer& answer) {
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    const std::size_t start = answer.body.find("/problems/");
    if (start == std::string::npos) return answer.body;
    return answer.body.substr(start + 10, answer.body.find('"', start) - start - 10);
}

TEST(HttpServer, AnswersManyRequestsOnOneConnection) {
    RunningServer server(echo);
    auto client = server.connect();
    for (int i = 0; i < 100; ++i) {
        const auto answer = client.request("POST", "/a?i=" + std::to_string(i), {}, "body" + std::to_string(i));
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "POST /a?i=" + std::to_string(i) + " body" + std::to_string(i));
        EXPECT_EQ(answer.header("Peer"), "127.0.0.1");
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(answer.header("Cache-Control"), "private, no-cache");
    }
    EXPECT_EQ(server.server().counters().connections_accepted, 1U);
    EXPECT_EQ(server.server().counters().requests_started, 100U);
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
    RunningServer server(echo);
    auto client = server.connect();
    std::string requests;
    for (int i = 0; i < 50; ++i)
        requests += HttpClient::compose("POST", "/" + std::to_string(i), {}, std::string(1000, 'b'));
    client.send(requests);
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(client.receive()->body.starts_with("POST /" + std::to_string(i) + " bbb"));
}

TEST(HttpServer, TakesARequestByteByByte) {
    RunningServer server(echo);
    auto client = server.connect();
    for (const char c : HttpClient::compose("POST", "/slow", {{"X", "y"}}, "body")) client.send({&c, 1});
    EXPECT_EQ(client.receive()->body, "POST /slow body");
}

TEST(HttpServer, AClosedStoreIsUnavailableAndNoFailureOfTheProgram) {
    RunningServer server(echo);
    auto client = server.connect();
    const auto answer = client.get("/closed");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(problem_type(answer), "read-only");
    EXPECT_EQ(answer.header("Retry-After"), "1");
    EXPECT_EQ(client.get("/b").body, "GET /b ");
}

TEST(HttpServer, LeavesTheBodyOutForHead) {
    RunningServer server(echo);
    auto client = server.connect();
    const auto head = client.request("HEAD", "/a");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), std::to_string(std::string("GET /a ").size()));
    EXPECT_EQ(client.get("/b").body, "GET /b ");
}

TEST(HttpServer, TakesChunkedBodiesWithoutTheirTrailers) {
    RunningServer server([](Request request) -> asio::awaitable<Response> {
        co_return respond(200, "text/plain", request.body + (request.headers.find("Authorization") ? " trusted" : ""));
    });
    auto client = server.connect();
    client.send(
        "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n"
        "0\r\nAuthorization: Bearer x\r\n\r\n");
    EXPECT_EQ(client.receive()->body, "abcdefg");
    EXPECT_EQ(client.get("/b").status, 200);
}

TEST(HttpServer, InvitesTheBodyThatIsAnnounced) {
    RunningServer server(echo);
    auto client = server.connect();
    client.send("POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    EXPECT_EQ(client.receive()->status, 100);
    client.send("body");
    EXPECT_EQ(client.receive()->body, "POST /a body");
}

TEST(HttpServer, ClosesBehindHttp10AndConnectionClose) {
    RunningServer server(echo);
    auto old = server.connect();
    old.send("GET /a HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.receive()->body, "GET /a ");
    EXPECT_TRUE(old.is_closed());

    auto kept = server.connect();
    kept.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.receive()->header("Connection"), "keep-alive");
    EXPECT_EQ(kept.get("/b").status, 200);

    auto closing = server.connect();
    const auto answer = closing.get("/a", {{"Connection", "close"}});
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(closing.is_closed());
}

TEST(HttpServer, AnswersAClientThatHasFinishedSending) {
    RunningServer server(echo);
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/a"));
    client.finish_sending();
    EXPECT_EQ(client.receive()->status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(HttpServer, SendsLargeAnswersWhole) {
    RunningServer server(echo);
    auto client = server.connect();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/large").body.size(), 4U << 20);
}

TEST(HttpServer, HidesTheReasonOfAnInternalError) {
    RunningServer server(echo);
    auto client = server.connect();
    ::testing::internal::CaptureStderr();
    const auto failed = client.get("/throw?name=secret");
    const std::string told = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(problem_type(failed), "internal-error");
    EXPECT_EQ(failed.body.find("private"), std::string::npos);
    EXPECT_EQ(told, "http: GET /throw: the store said something private\n");
    EXPECT_EQ(client.get("/split").status, 500);
    EXPECT_EQ(client.get("/a").status, 200);
}

struct Malformed {
    const char* name;
    std::string bytes;
    int status = 400;
};

TEST(HttpServer, RefusesMalformedRequestsAndCloses) {
    const Malformed cases[] = {
        {"no request line", "hello\r\n\r\n"},
        {"no version", "GET /\r\n\r\n"},
        {"other version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
        {"TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"},
        {"no host", "GET / HTTP/1.1\r\n\r\n"},
        {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
        {"space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"},
        {"bad percent", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"not UTF-8", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"parameter twice", "GET /?a=1&a=2 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"},
        {"the same length twice", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc"},
        {"negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"},
        {"length and chunked", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"},
        {"unknown encoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"},
        {"chunked not last", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n"},
        {"chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"bad chunk", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"},
        {"two authorizations", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n"},
        {"endless chunk extension",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(200'000, 'x')},
        {"large header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
        {"endless header", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x'), 431},
        {"endless target", "GET /" + std::string(20'000, 'x'), 431},
    };
    std::atomic<int> handled = 0;
    RunningServer server([&](Request request) -> asio::awaitable<Response> {
        ++handled;
        co_return json(200, request.body);
    });
    for (const auto& [name, bytes, status] : cases) {
        SCOPED_TRACE(name);
        auto client = server.connect();
        client.send(bytes);
        const auto answer = client.receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, status);
        EXPECT_EQ(problem_type(*answer), status == 431 ? "too-large" : "malformed-request");
        EXPECT_EQ(answer->header("Connection"), "close");
        EXPECT_TRUE(client.is_closed());
    }
    EXPECT_EQ(handled, 0);
}

TEST(HttpServer, RefusesLargeBodiesBeforeReadingThem) {
    ServerOptions options;
    options.body_bytes_max = 1000;
    options.body_bytes_max_of = [](const Request& head) -> std::optional<std::size_t> {
        if (head.path == "/files") return 100'000;
        return std::nullopt;
    };
    RunningServer server(options, echo);
    auto exact = server.connect();
    EXPECT_EQ(exact.request("POST", "/a", {}, std::string(1000, 'x')).status, 200);
    EXPECT_EQ(exact.request("POST", "/files", {}, std::string(100'000, 'x')).status, 200);

    auto announced = server.connect();
    announced.send("POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
    const auto refused = announced.receive();
    EXPECT_EQ(refused->status, 413);
    EXPECT_EQ(problem_type(*refused), "too-large");
    EXPECT_TRUE(announced.is_closed());

    auto chunked = server.connect();
    chunked.send("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'x') +
                 "\r\n");
    EXPECT_EQ(chunked.receive()->status, 413);

    // The client is still sending when the answer comes, and must be able to read it.
    auto stubborn = server.connect();
    stubborn.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + std::string(3'000'000, 'x'));
    EXPECT_EQ(stubborn.receive()->status, 413);
}

TEST(HttpServer, TellsWhenThereAreTooManyConnections) {
    ServerOptions options;
    options.connections_max = 2;
    RunningServer server(options, echo);
    auto first = server.connect();
    auto second = server.connect();
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
    {
        auto third = server.connect();
        third.send(HttpClient::compose("GET", "/"));
        const auto answer = third.receive();
        EXPECT_EQ(answer->status, 503);
        EXPECT_EQ(problem_type(*answer), "overloaded");
        EXPECT_EQ(answer->header("Connection"), "close");
        EXPECT_TRUE(third.is_closed());
    }
    EXPECT_EQ(server.server().counters().connections_refused, 1U);
    EXPECT_EQ(first.get("/").status, 200);
    {
        auto closing = std::move(second);
    }
    EXPECT_TRUE(soon([&] { return server.server().counters().connections_open == 1; }));
    EXPECT_EQ(server.connect().get("/").status, 200);
}

// 127.0.0.1 and 127.0.0.2 are two clients of one machine.
TEST(HttpServer, OneClientTakesNoPlaceFromOthers) {
    ServerOptions options;
    options.connections_max = 4;
    options.connections_of_one_max = 2;
    RunningServer server(options, echo);
    auto first = server.connect();
    EXPECT_EQ(first.get("/").status, 200);
    {
        auto second = server.connect();
        EXPECT_EQ(second.get("/").status, 200);
        auto third = server.connect();
        third.send(HttpClient::compose("GET", "/"));
        const auto answer = third.receive();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 503);
        EXPECT_EQ(problem_type(*answer), "overloaded");
        EXPECT_EQ(answer->header("Connection"), "close");
        EXPECT_TRUE(third.is_closed());
        EXPECT_EQ(server.server().counters().connections_refused, 1U);

        asio::io_context io;
        asio::ip::tcp::socket other(io, {asio::ip::make_address("127.0.0.2"), 0});
        other.connect({asio::ip::make_address("127.0.0.1"), server.port()});
        asio::write(other, asio::buffer(HttpClient::compose("GET", "/", {{"Connection", "close"}})));
        std::string told;
        boost::system::error_code end;
        asio::read(other, asio::dynamic_buffer(told), end);
        EXPECT_TRUE(told.starts_with("HTTP/1.1 200")) << told;
    }
    // What has gone has given its place back.
    EXPECT_TRUE(soon([&] { return server.server().counters().connections_open == 1; }));
    EXPECT_EQ(server.connect().get("/").status, 200);
}

// All of it comes from the proxy.
TEST(HttpServer, BehindAProxyNoClientIsCounted) {
    ServerOptions options;
    options.proxy = "127.0.0.1";
    options.connections_of_one_max = 1;
    RunningServer server(options, echo);
    auto first = server.connect();
    auto second = server.connect();
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
}

TEST(HttpServer, ClosesWhoIsSlow) {
    ServerOptions options;
    options.idle_timeout = milliseconds(60);
    options.read_timeout = milliseconds(60);
    options.linger_timeout = milliseconds(60);
    RunningServer server(options, echo);

    auto silent = server.connect();
    EXPECT_TRUE(silent.is_closed());

    auto idle = server.connect();
    EXPECT_EQ(idle.get("/").status, 200);
    EXPECT_TRUE(idle.is_closed());

    auto half_head = server.connect();
    half_head.send("GET / HTTP/1.1\r\nHo");
    const auto answer = half_head.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 408);
    EXPECT_TRUE(half_head.is_closed());

    auto half_body = server.connect();
    half_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(half_body.receive()->status, 408);
}

TEST(HttpServer, DrippingDoesNotKeepARequestAlive) {
    ServerOptions options;
    options.read_timeout = milliseconds(100);
    RunningServer server(options, echo);
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 200 && server.server().counters().connections_open > 0; ++i) {
        client.send("x");
        std::this_thread::sleep_for(milliseconds(10));
        if (std::chrono::steady_clock::now() - began > milliseconds(300)) break;
    }
    EXPECT_EQ(client.receive()->status, 408);
}

TEST(HttpServer, ClosesWhoDoesNotReadTheAnswer) {
    ServerOptions options;
    options.write_timeout = milliseconds(60);
    options.body_bytes_per_second_min = std::size_t{1} << 30;
    RunningServer server(options, [](Request) -> asio::awaitable<Response> {
        co_return respond(200, "text/plain", std::string(64 << 20, 'x'));
    });
    auto client = server.connect();
    client.send(HttpClient::compose("GET", "/"));
    EXPECT_TRUE(soon([&] { return server.server().counters().requests_started == 1; }));
    EXPECT_TRUE(soon([&] { return server.server().counters().connections_open == 0; }));
    EXPECT_EQ(server.server().counters().requests_answered, 0U);
}

TEST(HttpServer, NamesTheAddressItCannotHave) {
    RunningServer first(echo);
    ServerOptions options;
    options.port = first.port();
    asio::io_context io;
    try {
        Server second(io, options, echo);
        FAIL() << "two servers on one port";
    } catch (const std::runtime_error& failure) {
        EXPECT_NE(std::string(failure.what()).find("127.0.0.1 port " + std::to_string(first.port())),
                  std::string::npos);
    }
    options.address = "example.vn";
    EXPECT_THROW(Server(io, options, echo), std::runtime_error);
}

}  // namespace
}  // namespace minhbach::api::http
