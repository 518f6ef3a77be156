#include "api/http/transport.hpp"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "events/record.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;

}  // namespace

Transport::Transport(asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls)
    : socket_(std::move(socket)), context_(std::move(tls)) {
    if (context_) secure_ = std::make_unique<Secure>(socket_, *context_);
}

Transport::~Transport() = default;

asio::awaitable<void> Transport::handshake(error_code& error) {
    if (secure_)
        co_await secure_->async_handshake(asio::ssl::stream_base::server,
                                          asio::redirect_error(asio::use_awaitable, error));
}

std::optional<std::string> Transport::client_certificate() const {
    if (!secure_) return std::nullopt;
    auto* native = secure_->native_handle();
    if (SSL_get_verify_result(native) != X509_V_OK) return std::nullopt;
    const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(native), X509_free);
    if (!shown) return std::nullopt;
    unsigned char* der = nullptr;
    const int bytes = i2d_X509(shown.get(), &der);
    if (bytes <= 0) return std::nullopt;
    const std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(bytes));
    OPENSSL_free(der);
    return events::hex(events::sha256(text));
}

// No coroutines of their own: these two are on the way of every request.
asio::awaitable<std::size_t> Transport::read_some(asio::mutable_buffer room, error_code& error) {
    if (secure_) return secure_->async_read_some(room, asio::redirect_error(asio::use_awaitable, error));
    return socket_.async_read_some(room, asio::redirect_error(asio::use_awaitable, error));
}

asio::awaitable<std::size_t> Transport::write(const Buffers& buffers, error_code& error) {
    if (secure_) return asio::async_write(*secure_, buffers, asio::redirect_error(asio::use_awaitable, error));
    return asio::async_write(socket_, buffers, asio::redirect_error(asio::use_awaitable, error));
}

std::size_t Transport::write_now(const Buffers& buffers, error_code& error) {
    // A record of TLS goes whole or not at all, and waits for the socket.
    return secure_ ? 0 : socket_.write_some(buffers, error);
}

asio::awaitable<void> Transport::end_writing(error_code& error) {
    // Waits for the other side's word as well; whoever does not give it is closed when the time is up.
    if (secure_) co_await secure_->async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    if (!error) socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
}

bool Transport::has_unread() {
    error_code ignored;
    return socket_.available(ignored) > 0;
}

void Transport::cancel() {
    error_code ignored;
    socket_.cancel(ignored);
}

void Transport::close() {
    error_code ignored;
    socket_.close(ignored);
}

}  // namespace minhbach::api::http
