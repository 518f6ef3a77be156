// A small blocking HTTP/1.1 client on plain sockets, so that tests see the bytes of the server and not those of the
// library that the server is made of. It talks to 127.0.0.1 only and gives up after a few seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minhbach::testing {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct HttpAnswer {
    int status = 0;
    HeaderList headers;
    std::string body;

    // Empty where the field is absent.
    std::string header(std::string_view name) const {
        const auto lower = [](unsigned char c) { return std::tolower(c); };
        for (const auto& [key, value] : headers)
            if (std::ranges::equal(key, name, {}, lower, lower)) return value;
        return {};
    }
};

class HttpClient {
public:
    explicit HttpClient(std::uint16_t port, std::chrono::seconds timeout = std::chrono::seconds(10))
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        timeval limit{};
        limit.tv_sec = timeout.count();
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            const std::string reason = std::strerror(errno);
            ::close(socket_);
            throw std::runtime_error("connect: " + reason);
        }
    }
    ~HttpClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    HttpClient(HttpClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}
    HttpClient& operator=(HttpClient&&) = delete;

    // False if the other side has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void finish_sending() { ::shutdown(socket_, SHUT_WR); }

    // The next answer, interim ones (1xx) included. Nothing if the connection was closed before its first byte; throws
    // if it was closed in the middle. `head` is true for answers to HEAD, which have no body.
    std::optional<HttpAnswer> receive(bool head = false) {
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
            if (fill()) continue;
            if (received_.empty()) return std::nullopt;
            throw std::runtime_error("the answer was cut in its head: " + received_);
        }
        HttpAnswer answer = parse_head(std::string_view(received_).substr(0, end + 2));
        received_.erase(0, end + 4);
        const std::string length = answer.header("Content-Length");
        const std::size_t size = head || length.empty() ? 0 : std::stoul(length);
        while (received_.size() < size)
            if (!fill()) throw std::runtime_error("the answer was cut in its body");
        answer.body = received_.substr(0, size);
        received_.erase(0, size);
        return answer;
    }

    HttpAnswer request(std::string_view method, std::string_view target, const HeaderList& headers = {},
                       std::string_view body = {}) {
        send(compose(method, target, headers, body));
        auto answer = receive(method == "HEAD");
        if (!answer) throw std::runtime_error("closed without an answer");
        return std::move(*answer);
    }
    HttpAnswer get(std::string_view target, const HeaderList& headers = {}) { return request("GET", target, headers); }

    // What has come behind the last answer, or comes next; nothing once the other side has closed.
    std::optional<std::string> receive_some() {
        if (received_.empty() && !fill()) return std::nullopt;
        return std::exchange(received_, {});
    }

    // Whether nothing more comes: the other side has closed or reset the connection.
    bool is_closed() { return received_.empty() && !fill(); }

    static std::string compose(std::string_view method, std::string_view target, const HeaderList& headers = {},
                               std::string_view body = {}) {
        std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
        if (!body.empty() || method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        return text + "\r\n" + std::string(body);
    }

private:
    static HttpAnswer parse_head(std::string_view text) {
        HttpAnswer answer;
        const std::size_t line_end = text.find("\r\n");
        const std::string_view line = text.substr(0, line_end);
        if (!line.starts_with("HTTP/1.1 ") || line.size() < 12)
            throw std::runtime_error("not a status line: " + std::string(line));
        std::from_chars(line.data() + 9, line.data() + 12, answer.status);
        text.remove_prefix(line_end + 2);
        while (!text.empty()) {
            const std::size_t end = text.find("\r\n");
            const std::string_view field = text.substr(0, end);
            const std::size_t colon = field.find(": ");
            if (colon == std::string_view::npos) throw std::runtime_error("not a field: " + std::string(field));
            answer.headers.emplace_back(field.substr(0, colon), field.substr(colon + 2));
            text.remove_prefix(end + 2);
        }
        return answer;
    }

    bool fill() {
        char bytes[16 * 1024];
        const ssize_t size = ::recv(socket_, bytes, sizeof bytes, 0);
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("no answer in time");
        if (size <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(size));
        return true;
    }

    int socket_;
    std::string received_;
};

}  // namespace minhbach::testing
