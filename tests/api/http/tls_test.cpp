// The server under TLS, as clients of all kinds meet it, and behind a proxy that ends TLS for it.
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <filesystem>

#include "certificate.hpp"
#include "events/files.hpp"
#include "events/record.hpp"
#include "running_server.hpp"
#include "temporary.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using minhbach::testing::Certificate;
using minhbach::testing::RunningServer;
using minhbach::testing::soon;

// What the handler was told of a request.
boost::asio::awaitable<Response> tell(Request request) {
    std::string told = request.is_secure ? "secure " : "plain ";
    told += request.peer + " " + request.client_certificate.value_or("-") + " " + std::to_string(request.body.size());
    co_return respond(200, "text/plain", told + std::string(request.path == "/large" ? 3'000'000 : 0, 'x'));
}

struct Outcome {
    error_code error;   // of the handshake
    std::string shown;  // SHA-256 of the server's certificate
    std::string answer;
};

struct AsClient {
    int version_min = TLS1_2_VERSION, version_max = TLS1_3_VERSION;
    const Certificate* own = nullptr;
    std::string request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
};

Outcome asked(std::uint16_t port, const AsClient& as = {}) {
    asio::io_context io;
    asio::ssl::context context(asio::ssl::context::tls_client);
    SSL_CTX_set_security_level(context.native_handle(), 0);  // old versions are for the server to refuse
    SSL_CTX_set_min_proto_version(context.native_handle(), as.version_min);
    SSL_CTX_set_max_proto_version(context.native_handle(), as.version_max);
    if (as.own) {
        context.use_certificate_chain_file(as.own->chain.string());
        context.use_private_key_file(as.own->key.string(), asio::ssl::context::pem);
    }
    asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
    stream.next_layer().connect({asio::ip::address_v4::loopback(), port});
    Outcome outcome;
    stream.handshake(asio::ssl::stream_base::client, outcome.error);
    if (outcome.error) return outcome;
    const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(stream.native_handle()),
                                                            X509_free);
    unsigned char* der = nullptr;
    const int bytes = i2d_X509(shown.get(), &der);
    outcome.shown = events::hex(events::sha256({reinterpret_cast<const char*>(der), static_cast<std::size_t>(bytes)}));
    OPENSSL_free(der);
    error_code error;
    asio::write(stream, asio::buffer(as.request), error);
    asio::read(stream, asio::dynamic_buffer(outcome.answer), error);
    // With TLS 1.3 a client learns only now that its certificate was not taken.
    if (outcome.answer.empty()) outcome.error = error;
    return outcome;
}

class Tls : public ::testing::Test {
protected:
    ServerOptions options(bool asks_clients = false) const {
        ServerOptions options;
        options.tls = TlsOptions{folder_.path() / "shown.crt", folder_.path() / "shown.key", std::nullopt};
        if (asks_clients) options.tls->client_authorities = client_.chain;
        options.idle_timeout = std::chrono::milliseconds(200);
        return options;
    }
    void show(const Certificate& certificate) const {
        for (const auto& [from, to] :
             {std::pair(certificate.key, "shown.key"), std::pair(certificate.chain, "shown.crt")})
            events::replace_file(folder_.path() / to, events::read_file(from).value(), events::kOwnerOnly);
    }
    void SetUp() override { show(first_); }

    tests::TemporaryDirectory folder_;
    const Certificate first_{folder_.path(), "first", "IP:127.0.0.1"};
    const Certificate second_{folder_.path(), "second", "IP:127.0.0.1"};
    const Certificate client_{folder_.path(), "client", "DNS:may-chu.example"};
};

TEST_F(Tls, SpeaksTheTwoNewestVersionsAndNoOther) {
    RunningServer server(options(), tell);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const auto outcome = asked(server.port(), {version, version});
        EXPECT_FALSE(outcome.error) << version << outcome.error.message();
        EXPECT_NE(outcome.answer.find("secure 127.0.0.1 - 0"), std::string::npos) << outcome.answer;
        EXPECT_NE(outcome.answer.find("Strict-Transport-Security: "), std::string::npos);
    }
    EXPECT_TRUE(asked(server.port(), {TLS1_VERSION, TLS1_1_VERSION}).error);
    // And HTTP in the clear is no TLS.
    auto plain = server.connect();
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_FALSE(plain.receive());
    EXPECT_FALSE(asked(server.port()).error);
}

TEST_F(Tls, CarriesLargeBodiesBothWays) {
    RunningServer server(options(), tell);
    const std::string body(900'000, 'y');
    const auto outcome =
        asked(server.port(), {.request = "POST /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
                                         std::to_string(body.size()) + "\r\n\r\n" + body});
    EXPECT_NE(outcome.answer.find("secure 127.0.0.1 - 900000x"), std::string::npos) << outcome.answer.substr(0, 300);
    EXPECT_GT(outcome.answer.size(), 3'000'000u);
}

TEST_F(Tls, ShowsANewCertificateWithoutARestart) {
    RunningServer server(options(), tell);
    const auto before = asked(server.port()).shown;
    show(second_);
    EXPECT_TRUE(soon([&] { return asked(server.port()).shown != before; }));
    // In the middle of an exchange, with a key that is not of the certificate, the one before stays.
    const auto after = asked(server.port()).shown;
    events::replace_file(folder_.path() / "shown.key", events::read_file(first_.key).value(), events::kOwnerOnly);
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    EXPECT_EQ(asked(server.port()).shown, after);
    show(first_);
    EXPECT_TRUE(soon([&] { return asked(server.port()).shown == before; }));
}

TEST_F(Tls, DoesNotStartWithAKeyThatOthersReadOrThatIsAnother) {
    const auto why = [&] {
        try {
            RunningServer server(options(), tell);
            return std::string();
        } catch (const std::runtime_error& refused) {
            return std::string(refused.what());
        }
    };
    EXPECT_EQ(why(), "");
    std::filesystem::permissions(folder_.path() / "shown.key", std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_NE(why().find("chmod 600"), std::string::npos);
    events::replace_file(folder_.path() / "shown.key", events::read_file(second_.key).value(), events::kOwnerOnly);
    EXPECT_NE(why().find("shown"), std::string::npos);
    events::replace_file(folder_.path() / "shown.key", "no key", events::kOwnerOnly);
    EXPECT_NE(why().find("shown.key"), std::string::npos);
}

TEST_F(Tls, KnowsAMachineByTheCertificateThatAnAuthorityOfOursVouchesFor) {
    RunningServer server(options(true), tell);
    EXPECT_NE(asked(server.port()).answer.find("secure 127.0.0.1 - 0"), std::string::npos);
    const auto known = asked(server.port(), {.own = &client_});
    ASSERT_FALSE(known.error) << known.error.message();
    const auto der = [&] {
        const auto made = folder_.path() / "client.der";
        const auto command = "openssl x509 -in " + client_.chain.string() + " -outform DER -out " + made.string();
        EXPECT_EQ(std::system(command.c_str()), 0);
        return events::read_file(made).value();
    }();
    EXPECT_NE(known.answer.find(events::hex(events::sha256(der))), std::string::npos) << known.answer;
    EXPECT_TRUE(asked(server.port(), {.own = &second_}).error);  // of nobody we know
}

TEST_F(Tls, WhoNeverFinishesTheHandshakeIsClosed) {
    auto hasty = options();
    hasty.read_timeout = std::chrono::milliseconds(100);
    RunningServer server(hasty, tell);
    auto silent = server.connect();
    EXPECT_TRUE(soon([&] { return server.server().counters().connections_open == 1; }));
    EXPECT_TRUE(soon([&] { return server.server().counters().connections_open == 0; }));
    server.stop();
}

TEST(BehindAProxy, TheClientIsWhomTheProxySaw) {
    ServerOptions options;
    options.proxy = "127.0.0.1";
    RunningServer server(options, tell);
    auto proxy = server.connect();
    const auto body = [&](const std::string& forwarded) {
        return proxy.request("GET", "/", {{"X-Forwarded-For", forwarded}}, "").body;
    };
    EXPECT_EQ(body("203.0.113.7"), "secure 203.0.113.7 - 0");
    EXPECT_EQ(body("10.0.0.1, 198.51.100.2"),
              "secure 198.51.100.2 - 0");  // what comes before, anybody may have written
    EXPECT_EQ(body("nonsense"), "secure 127.0.0.1 - 0");
}

TEST(BehindAProxy, NobodyElseConnects) {
    ServerOptions options;
    options.proxy = "192.0.2.1";
    RunningServer server(options, tell);
    auto stranger = server.connect();
    stranger.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_FALSE(stranger.receive());
}

}  // namespace
}  // namespace minhbach::api::http
