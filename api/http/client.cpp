#include "api/http/client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>

#include "events/refusals.hpp"

namespace minhbach::api::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

struct Client::Inside {
    std::string host, port;
    std::optional<std::string> token;
    std::chrono::seconds step_max;
    asio::io_context io;
    std::optional<beast::tcp_stream> stream;
    beast::flat_buffer buffer;

    // Beast's timeouts work with asynchronous operations only, so each step runs the context until it is done.
    template <class Start>
    beast::error_code step(const Start& start) {
        beast::error_code result = asio::error::would_block;
        stream->expires_after(step_max);
        start([&result](beast::error_code error) { result = error; });
        io.restart();
        io.run();
        return result;
    }

    beast::error_code connect() {
        asio::ip::tcp::resolver resolver(io);
        beast::error_code error;
        const auto endpoints = resolver.resolve(host, port, error);
        if (error) return error;
        stream.emplace(io);
        buffer.clear();
        return step([&](auto done) {
            stream->async_connect(endpoints, [done](beast::error_code e, const auto&) { done(e); });
        });
    }

    using Request = beast::http::request<beast::http::string_body>;
    using Parser = beast::http::response_parser<beast::http::string_body>;

    beast::error_code exchange(const Request& request, Parser& parser) {
        auto error = step([&](auto done) {
            beast::http::async_write(*stream, request, [done](beast::error_code e, std::size_t) { done(e); });
        });
        if (error) return error;
        return step([&](auto done) {
            beast::http::async_read(*stream, buffer, parser, [done](beast::error_code e, std::size_t) { done(e); });
        });
    }

    Result<Answered> ask(Request request) {
        const std::string target(request.target());
        request.set(beast::http::field::host, host + ":" + port);
        if (token) request.set(beast::http::field::authorization, "Bearer " + *token);
        request.prepare_payload();
        // A kept connection may have been closed by the server meanwhile: then once more on a new one.
        for (const bool again : {false, true}) {
            const bool kept = stream.has_value();
            beast::error_code error;
            if (!kept) error = connect();
            Parser parser;
            parser.body_limit(body_bytes_max);
            if (!error) error = exchange(request, parser);
            if (error) {
                stream.reset();
                if (kept && !again) continue;
                return not_found(target + ": không kết nối được (" + error.message() + ").",
                                 target + ": " + error.message() + ".");
            }
            auto response = parser.release();
            if (!response.keep_alive()) stream.reset();
            return Answered{static_cast<int>(response.result_int()), std::move(response.body())};
        }
        return not_found(target + ": không kết nối được.", target + ": no connection.");
    }
};

Client::Client(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Client::~Client() = default;

Result<std::unique_ptr<Client>> Client::to(std::string_view url, std::optional<std::string> token,
                                           std::chrono::seconds step_max) {
    constexpr std::string_view kScheme = "http://";
    auto rest = url.starts_with(kScheme) ? url.substr(kScheme.size()) : std::string_view{};
    if (rest.ends_with('/')) rest.remove_suffix(1);
    const auto colon = rest.rfind(':');
    if (rest.empty() || rest.find('/') != std::string_view::npos) {
        return invalid_field("", "Địa chỉ cần dạng http://máy:cổng.", "The URL takes the form http://host:port.");
    }
    auto inside = std::make_unique<Inside>();
    inside->host = std::string(rest.substr(0, colon));
    inside->port = colon == std::string_view::npos ? "80" : std::string(rest.substr(colon + 1));
    inside->token = std::move(token);
    inside->step_max = step_max;
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

}  // namespace minhbach::api::http
