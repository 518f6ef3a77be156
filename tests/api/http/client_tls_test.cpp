// The client before receivers with certificates of all kinds.
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <cstdlib>
#include <string>
#include <thread>

#include "api/http/client.hpp"
#include "certificate.hpp"
#include "temporary.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;
using minhbach::testing::Certificate;

// Answers 200 to everything, one connection after another, and counts the requests that it could read.
class TlsReceiver {
public:
    explicit TlsReceiver(const Certificate& certificate) {
        context_.use_certificate_chain_file(certificate.chain.string());
        context_.use_private_key_file(certificate.key.string(), asio::ssl::context::pem);
        thread_ = std::thread([this] { run(); });
    }
    ~TlsReceiver() {
        stopping_ = true;
        asio::ip::tcp::socket waking(io_);
        boost::system::error_code ignored;
        waking.connect(acceptor_.local_endpoint(), ignored);
        waking.close(ignored);
        thread_.join();
    }
    TlsReceiver(const TlsReceiver&) = delete;
    TlsReceiver& operator=(const TlsReceiver&) = delete;

    std::string url(const std::string& host = "127.0.0.1") const {
        return "https://" + host + ":" + std::to_string(acceptor_.local_endpoint().port());
    }
    int requests() const { return requests_; }

private:
    void run() {
        while (true) {
            asio::ssl::stream<asio::ip::tcp::socket> stream(io_, context_);
            boost::system::error_code error;
            acceptor_.accept(stream.next_layer(), error);
            if (stopping_ || error) return;
            stream.handshake(asio::ssl::stream_base::server, error);
            std::string request;
            if (!error) asio::read_until(stream, asio::dynamic_buffer(request), "\r\n\r\n", error);
            if (error) continue;
            ++requests_;
            const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            asio::write(stream, asio::buffer(answer), error);
        }
    }

    asio::io_context io_;
    asio::ssl::context context_{asio::ssl::context::tls_server};
    asio::ip::tcp::acceptor acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
    std::atomic<bool> stopping_{false};
    std::atomic<int> requests_{0};
    std::thread thread_;
};

class ClientOverTls : public ::testing::Test {
protected:
    ~ClientOverTls() override { ::unsetenv("SSL_CERT_FILE"); }
    // What OpenSSL takes for the authorities of this machine.
    static void trust(const Certificate& certificate) { ::setenv("SSL_CERT_FILE", certificate.chain.c_str(), 1); }
    static std::string sent_to(const std::string& url) {
        const auto client = Client::to(url, std::nullopt, std::chrono::seconds(10)).value();
        const auto answered = client->send("/hook", {{"Content-Type", "text/plain"}}, "secret");
        return answered ? std::to_string(answered->status) : answered.error().detail_en;
    }

    tests::TemporaryDirectory folder_;
    const Certificate own_{folder_.path(), "own", "IP:127.0.0.1"};
    const Certificate other_{folder_.path(), "other", "DNS:receiver.example"};
};

TEST_F(ClientOverTls, SendsToWhomTheMachineTrusts) {
    trust(own_);
    const TlsReceiver receiver(own_);
    EXPECT_EQ(sent_to(receiver.url()), "200");
    EXPECT_EQ(receiver.requests(), 1);
}

TEST_F(ClientOverTls, SendsNothingToACertificateThatNobodyVouchesFor) {
    const TlsReceiver receiver(own_);
    EXPECT_NE(sent_to(receiver.url()).find("certificate verify failed"), std::string::npos) << sent_to(receiver.url());
    trust(other_);
    EXPECT_NE(sent_to(receiver.url()).find("certificate verify failed"), std::string::npos) << sent_to(receiver.url());
    EXPECT_EQ(receiver.requests(), 0);
}

TEST_F(ClientOverTls, SendsNothingToACertificateOfAnotherName) {
    trust(other_);
    const TlsReceiver receiver(other_);
    EXPECT_NE(sent_to(receiver.url()).find("certificate verify failed"), std::string::npos) << sent_to(receiver.url());
    EXPECT_EQ(receiver.requests(), 0);
}

}  // namespace
}  // namespace minhbach::api::http
