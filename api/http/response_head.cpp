#include "api/http/response_head.hpp"

#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>
#include <stdexcept>

namespace minhbach::api::http {
namespace {

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    constexpr std::string_view kForbidden("\r\n\0", 3);
    if (name.empty() || name.find_first_of(kForbidden) != std::string_view::npos ||
        value.find_first_of(kForbidden) != std::string_view::npos)
        throw std::logic_error("a response field holds a line break: " + std::string(name));
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool has_content(int status) {
    return status != 204 && status != 304;
}

void write_head(std::string& out, const Response& response, Framing framing) {
    if (response.status < 200 || response.status > 599)
        throw std::logic_error("not the status of a response: " + std::to_string(response.status));
    const auto status = static_cast<unsigned>(response.status);
    const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));

    out.assign("HTTP/1.1 ");
    append_number(out, status);
    out.append(" ").append(reason.data(), reason.size()).append("\r\n");
    for (std::size_t i = 0; i < response.headers.size(); ++i)
        append_field(out, response.headers[i].name, response.headers[i].value);
    out.append("X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n");
    // What is no page of ours is none at all, wherever a browser is made to open it.
    if (!response.headers.find("Content-Security-Policy"))
        out.append("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n");
    if (framing.secure) out.append("Strict-Transport-Security: max-age=31536000\r\n");
    if (!response.headers.find("Cache-Control")) out.append("Cache-Control: private, no-cache\r\n");
    if (response.stream) {
        if (!framing.http_1_0) out.append("Transfer-Encoding: chunked\r\n");
    } else if (has_content(response.status)) {
        out.append("Content-Length: ");
        append_number(out, response.content_bytes());
        out.append("\r\n");
    }
    if (!framing.keep_alive) out.append("Connection: close\r\n");
    if (framing.keep_alive && framing.http_1_0) out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

}  // namespace minhbach::api::http
