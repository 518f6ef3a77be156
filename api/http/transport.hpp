// The bytes of one accepted connection, in the clear or under TLS; what is above does not know which. Internal to
// api/http. Used from the connection's executor only.
#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace boost::asio::ssl {
class context;
template <class Stream>
class stream;
}  // namespace boost::asio::ssl

namespace minhbach::api::http {

class Transport {
public:
    using error_code = boost::system::error_code;
    using Buffers = std::array<boost::asio::const_buffer, 3>;  // written one after another; any may be empty

    // `tls`: the certificate to show; none: the bytes go in the clear.
    Transport(boost::asio::ip::tcp::socket socket, std::shared_ptr<boost::asio::ssl::context> tls);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    bool is_secure() const { return secure_ != nullptr; }
    auto executor() { return socket_.get_executor(); }

    // Before the first byte is read; nothing to do in the clear.
    boost::asio::awaitable<void> handshake(error_code& error);
    // SHA-256 over the certificate (DER) that the client has shown and an authority of ours vouches for, in hex.
    std::optional<std::string> client_certificate() const;

    boost::asio::awaitable<std::size_t> read_some(boost::asio::mutable_buffer room, error_code& error);
    // As much as the kernel takes at once: of what is encrypted, nothing.
    std::size_t write_now(const Buffers& buffers, error_code& error);
    boost::asio::awaitable<std::size_t> write(const Buffers& buffers, error_code& error);
    // Says that nothing follows.
    boost::asio::awaitable<void> end_writing(error_code& error);

    bool has_unread();
    void cancel();
    void close();

private:
    using Secure = boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>;

    boost::asio::ip::tcp::socket socket_;
    std::shared_ptr<boost::asio::ssl::context> context_;  // outlives what was begun with it
    std::unique_ptr<Secure> secure_;
};

}  // namespace minhbach::api::http
