#include "api/http/client.hpp"

#include <openssl/ssl.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>

#include "events/refusals.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

using Secure = beast::ssl_stream<beast::tcp_stream>;

bool is_local(asio::ip::address address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    if (address.is_loopback() || address.is_unspecified() || address.is_multicast()) return true;
    constexpr unsigned kLink = 0xa9fe;  // 169.254.0.0/16
    return address.is_v4() ? (address.to_v4().to_uint() >> 16) == kLink || (address.to_v4().to_uint() >> 24) == 0
                           : address.to_v6().is_link_local();
}

}  // namespace

struct Client::Inside {
    std::string host, port;
    bool is_secure = false;
    ClientOptions options;
    asio::io_context io;
    asio::ssl::context tls{asio::ssl::context::tls_client};
    std::optional<beast::tcp_stream> plain;  // one of these two, while there is a connection
    std::optional<Secure> secure;
    beast::flat_buffer buffer;
    std::atomic<bool> is_cancelled{false};

    beast::tcp_stream& lowest() { return is_secure ? secure->next_layer() : *plain; }
    bool is_connected() const { return plain || secure; }
    void disconnect() {
        plain.reset();
        secure.reset();
    }

    // Beast's timeouts work with asynchronous operations only, so each step runs the context until it is done.
    template <class Start>
    beast::error_code step(const Start& start) {
        beast::error_code result = asio::error::would_block;
        lowest().expires_after(options.step_max);
        start([&result](beast::error_code error) { result = error; });
        io.restart();
        if (!is_cancelled) io.run();
        if (is_cancelled) {
            // What was begun still refers to `result` and to the stream.
            lowest().close();
            io.restart();
            io.run();
            return asio::error::operation_aborted;
        }
        return result;
    }

    template <class Use>
    beast::error_code with_stream(const Use& use) {
        return is_secure ? use(*secure) : use(*plain);
    }

    beast::error_code connect() {
        tcp::resolver resolver(io);
        beast::error_code error;
        std::vector<tcp::endpoint> endpoints;
        for (const auto& found : resolver.resolve(host, port, error))
            if (options.local_allowed || !is_local(found.endpoint().address())) endpoints.push_back(found.endpoint());
        if (error) return error;
        if (endpoints.empty()) return asio::error::access_denied;
        buffer.clear();
        if (is_secure)
            secure.emplace(io, tls);
        else
            plain.emplace(io);
        error = step([&](auto done) {
            lowest().async_connect(endpoints, [done](beast::error_code e, const auto&) { done(e); });
        });
        if (error || !is_secure) return error;
        // The name goes along in the clear, so that a machine with several of them answers for the right one.
        if (SSL_set_tlsext_host_name(secure->native_handle(), host.c_str()) != 1) return asio::error::invalid_argument;
        secure->set_verify_callback(asio::ssl::host_name_verification(host));
        return step([&](auto done) { secure->async_handshake(asio::ssl::stream_base::client, done); });
    }

    using Request = beast::http::request<beast::http::string_body>;
    using Parser = beast::http::response_parser<beast::http::string_body>;

    beast::error_code exchange(const Request& request, Parser& parser) {
        return with_stream([&](auto& stream) {
            auto error = step([&](auto done) {
                beast::http::async_write(stream, request, [done](beast::error_code e, std::size_t) { done(e); });
            });
            if (error) return error;
            error = step([&](auto done) {
                beast::http::async_read_header(stream, buffer, parser,
                                               [done](beast::error_code e, std::size_t) { done(e); });
            });
            if (error) return error;
            return step([&](auto done) {
                beast::http::async_read(stream, buffer, parser, [done](beast::error_code e, std::size_t) { done(e); });
            });
        });
    }

    Result<Answered> ask(Request request, bool status_is_enough = false) {
        const std::string target(request.target());
        request.set(beast::http::field::host, host + ":" + port);
        if (options.token) request.set(beast::http::field::authorization, "Bearer " + *options.token);
        request.prepare_payload();
        // A kept connection may have been closed by the server meanwhile: then once more on a new one.
        for (const bool again : {false, true}) {
            const bool kept = is_connected();
            beast::error_code error;
            if (!kept) error = connect();
            Parser parser;
            parser.body_limit(options.body_bytes_max);
            if (!error) error = exchange(request, parser);
            if (error) disconnect();
            if (error && !(status_is_enough && parser.is_header_done())) {
                if (kept && !again && !is_cancelled) continue;
                return not_found(target + ": không kết nối được (" + error.message() + ").",
                                 target + ": " + error.message() + ".");
            }
            auto response = parser.release();
            if (!response.keep_alive()) disconnect();
            return Answered{static_cast<int>(response.result_int()), std::move(response.body()),
                            std::string(response[beast::http::field::retry_after]),
                            std::string(response[beast::http::field::date])};
        }
        return not_found(target + ": không kết nối được.", target + ": no connection.");
    }
};

Client::Client(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Client::~Client() = default;

Result<std::unique_ptr<Client>> Client::to(std::string_view url, std::optional<std::string> token,
                                           std::chrono::seconds step_max) {
    ClientOptions options;
    options.token = std::move(token);
    options.step_max = step_max;
    return to(url, std::move(options));
}

Result<std::unique_ptr<Client>> Client::to(std::string_view url, ClientOptions options) {
    constexpr std::string_view kPlain = "http://";
    constexpr std::string_view kSecure = "https://";
    const bool is_secure = url.starts_with(kSecure);
    auto rest = is_secure                 ? url.substr(kSecure.size())
                : url.starts_with(kPlain) ? url.substr(kPlain.size())
                                          : std::string_view{};
    if (rest.ends_with('/')) rest.remove_suffix(1);
    // An IPv6 address stands in brackets.
    const auto bracket = rest.starts_with('[') ? rest.find(']') : std::string_view::npos;
    const auto colon = rest.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (rest.empty() || rest.find('/') != std::string_view::npos) {
        return invalid_field("", "Địa chỉ cần dạng http://máy:cổng.", "The URL takes the form http://host:port.");
    }
    auto inside = std::make_unique<Inside>();
    inside->is_secure = is_secure;
    inside->host = std::string(rest.substr(0, colon));
    if (bracket != std::string_view::npos) inside->host = std::string(rest.substr(1, bracket - 1));
    const std::string usual = is_secure ? "443" : "80";
    inside->port = colon == std::string_view::npos ? usual : std::string(rest.substr(colon + 1));
    inside->options = std::move(options);
    if (is_secure) {
        inside->tls.set_default_verify_paths();
        inside->tls.set_verify_mode(asio::ssl::verify_peer);
        SSL_CTX_set_min_proto_version(inside->tls.native_handle(), TLS1_2_VERSION);
    }
    return std::unique_ptr<Client>(new Client(std::move(inside)));
}

Result<std::string> Client::get(const std::string& target) {
    auto answered = inside_->ask({beast::http::verb::get, target, 11});
    if (!answered) return answered.error();
    if (answered->status == 200) return std::move(answered->body);
    const auto status = std::to_string(answered->status);
    return not_found(target + ": máy chủ trả lời " + status + ".", target + ": the server answered " + status + ".");
}

Result<Client::Answered> Client::post(const std::string& target, std::string_view media_type, std::string body) {
    Inside::Request request(beast::http::verb::post, target, 11, std::move(body));
    request.set(beast::http::field::content_type, media_type);
    return inside_->ask(std::move(request));
}

Result<Client::Answered> Client::send(const std::string& target, const Fields& fields, std::string body) {
    Inside::Request request(beast::http::verb::post, target, 11, std::move(body));
    for (const auto& [name, value] : fields) request.set(name, value);
    return inside_->ask(std::move(request), true);
}

void Client::cancel() {
    inside_->is_cancelled = true;
    inside_->io.stop();
}

}  // namespace minhbach::api::http
