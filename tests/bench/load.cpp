// Asks one HTTP/1.1 server on this machine as fast as it answers, over a number of kept connections with one request
// each in flight, and prints what came of it as one line of JSON. One thread, epoll.
//
// "{n}" in the path, the body and the values of headers becomes a number that no other request of this run has.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
    std::string url;
    int connections = 1;
    double seconds = 5;
    std::uint64_t requests = 0;  // 0: until the seconds are over
    std::string method = "GET";
    std::string body;
    std::string paths_file;
    std::vector<std::string> headers;
    std::string token;
    bool idempotency_key = false;
    std::uint64_t first_number = 0;
};

// Text with a number to be filled in.
class Template {
public:
    explicit Template(std::string_view text) {
        for (std::size_t at; (at = text.find("{n}")) != std::string_view::npos; text.remove_prefix(at + 3))
            pieces_.emplace_back(text.substr(0, at));
        pieces_.emplace_back(text);
    }
    std::string fill(std::uint64_t number) const {
        std::string text = pieces_.front();
        for (std::size_t i = 1; i < pieces_.size(); ++i) text.append(std::to_string(number)).append(pieces_[i]);
        return text;
    }

private:
    std::vector<std::string> pieces_;
};

struct Url {
    sockaddr_in address{};
    std::string host;
    std::string path;
};

Url parse_url(std::string_view url) {
    constexpr std::string_view kScheme = "http://";
    if (!url.starts_with(kScheme)) throw std::runtime_error("the URL must begin with http://");
    url.remove_prefix(kScheme.size());
    const std::size_t slash = std::min(url.find('/'), url.size());
    Url parsed;
    parsed.host = url.substr(0, slash);
    parsed.path = slash == url.size() ? "/" : std::string(url.substr(slash));
    const std::size_t colon = parsed.host.find(':');
    const std::string name = parsed.host.substr(0, colon);
    const int port = colon == std::string::npos ? 80 : std::stoi(parsed.host.substr(colon + 1));
    parsed.address.sin_family = AF_INET;
    parsed.address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (inet_pton(AF_INET, name == "localhost" ? "127.0.0.1" : name.c_str(), &parsed.address.sin_addr) != 1)
        throw std::runtime_error("the host must be an IPv4 address: " + name);
    return parsed;
}

// The requests of the run, in order: the paths take turns.
class Requests {
public:
    Requests(const Options& options, const Url& url) : number_(options.first_number), body_(options.body) {
        for (const auto& path : read_paths(options, url)) {
            std::string head = options.method + " " + path + " HTTP/1.1\r\nHost: " + url.host + "\r\n";
            if (!options.token.empty()) head += "Authorization: Bearer " + options.token + "\r\n";
            if (options.idempotency_key) head += "Idempotency-Key: \"" + run_name() + "-{n}\"\r\n";
            for (const auto& header : options.headers) head += header + "\r\n";
            if (!options.body.empty()) head += "Content-Type: application/json\r\n";
            heads_.emplace_back(head);
        }
        has_body_ = !options.body.empty() || options.method == "POST";
    }

    std::string next() {
        const std::uint64_t number = number_++;
        std::string text = heads_[number % heads_.size()].fill(number);
        if (!has_body_) return text + "\r\n";
        const std::string body = body_.fill(number);
        return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

private:
    static std::vector<std::string> read_paths(const Options& options, const Url& url) {
        if (options.paths_file.empty()) return {url.path};
        std::ifstream file(options.paths_file);
        std::vector<std::string> paths;
        for (std::string line; std::getline(file, line);)
            if (!line.empty()) paths.push_back(line);
        if (paths.empty()) throw std::runtime_error("no paths in " + options.paths_file);
        return paths;
    }
    // Keys of two runs against one store must differ, or the second would only be given the answers of the first.
    static std::string run_name() { return std::to_string(::getpid()) + "-" + std::to_string(::time(nullptr)); }

    std::uint64_t number_;
    std::vector<Template> heads_;
    Template body_;
    bool has_body_ = false;
};

struct Tally {
    std::vector<std::uint32_t> microseconds;  // of each answered request
    std::map<int, std::uint64_t> statuses;
    std::uint64_t broken = 0;  // connections that ended without the answer they owed
    std::string first_error;   // the body of the first answer that is no success
};

class Connection {
public:
    Connection(const Url& url, int epoll) : url_(url), epoll_(epoll) { open(); }
    ~Connection() { ::close(socket_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool waiting() const { return waiting_; }

    void ask(std::string request) {
        request_ = std::move(request);
        sent_ = 0;
        received_.clear();
        answer_size_ = 0;
        waiting_ = true;
        began_ = Clock::now();
        send_more();
    }

    // True once an answer is there, or will never be.
    bool proceed(std::uint32_t events, Tally& tally) {
        if (!waiting_) {
            // Closed by the server while nothing was asked.
            reopen();
            return false;
        }
        if (events & EPOLLOUT) send_more();
        for (;;) {
            std::array<char, 64 * 1024> bytes;
            const ssize_t size = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (size < 0 && (errno == EAGAIN || errno == EINTR)) return false;
            if (size <= 0) {
                ++tally.broken;
                waiting_ = false;
                reopen();
                return true;
            }
            received_.append(bytes.data(), static_cast<std::size_t>(size));
            if (is_complete()) break;
            if (static_cast<std::size_t>(size) < bytes.size()) return false;
        }
        waiting_ = false;
        count(tally);
        return true;
    }

private:
    void open() {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&url_.address), sizeof url_.address) != 0) {
            const std::string reason = std::strerror(errno);
            ::close(socket_);
            throw std::runtime_error("cannot connect to " + url_.host + ": " + reason);
        }
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::fcntl(socket_, F_SETFL, ::fcntl(socket_, F_GETFL) | O_NONBLOCK);
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLET;
        event.data.ptr = this;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket_, &event);
    }

    void reopen() {
        ::close(socket_);
        open();
    }

    void send_more() {
        while (sent_ < request_.size()) {
            const ssize_t size = ::send(socket_, request_.data() + sent_, request_.size() - sent_, MSG_NOSIGNAL);
            if (size <= 0) return;  // Full, or broken: then reading tells.
            sent_ += static_cast<std::size_t>(size);
        }
    }

    bool is_complete() {
        if (answer_size_ == 0) {
            const std::size_t end = received_.find("\r\n\r\n");
            if (end == std::string::npos) return false;
            answer_size_ = end + 4 + content_length(std::string_view(received_).substr(0, end + 2));
        }
        return received_.size() >= answer_size_;
    }

    static std::size_t content_length(std::string_view head) {
        constexpr std::string_view kName = "content-length:";
        for (std::size_t at = head.find("\r\n"); at + 2 < head.size(); at = head.find("\r\n", at + 2)) {
            std::string_view line = head.substr(at + 2);
            if (line.size() < kName.size() || ::strncasecmp(line.data(), kName.data(), kName.size()) != 0) continue;
            line.remove_prefix(kName.size());
            while (line.starts_with(' ')) line.remove_prefix(1);
            std::size_t length = 0;
            std::from_chars(line.data(), line.data() + line.size(), length);
            return length;
        }
        return 0;
    }

    void count(Tally& tally) {
        const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
        tally.microseconds.push_back(static_cast<std::uint32_t>(elapsed.count()));
        int status = 0;
        if (received_.size() > 12) std::from_chars(received_.data() + 9, received_.data() + 12, status);
        ++tally.statuses[status];
        if ((status < 200 || status > 399) && tally.first_error.empty()) tally.first_error = received_;
    }

    const Url& url_;
    const int epoll_;
    int socket_ = -1;
    std::string request_;
    std::size_t sent_ = 0;
    std::string received_;
    std::size_t answer_size_ = 0;
    bool waiting_ = false;
    Clock::time_point began_;
};

double percentile(const std::vector<std::uint32_t>& sorted, double part) {
    if (sorted.empty()) return 0;
    const auto index = static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1));
    return sorted[index] / 1000.0;
}

// One line of JSON. Errors are answers outside 2xx and 3xx, and connections that broke.
void print(Tally& tally, double seconds) {
    std::ranges::sort(tally.microseconds);
    std::uint64_t errors = tally.broken;
    std::string statuses;
    for (const auto& [status, count] : tally.statuses) {
        if (status < 200 || status > 399) errors += count;
        statuses += (statuses.empty() ? "\"" : ",\"") + std::to_string(status) + "\":" + std::to_string(count);
    }
    const auto answered = static_cast<double>(tally.microseconds.size());
    std::cout << "{\"requests\":" << tally.microseconds.size() << ",\"seconds\":" << seconds
              << ",\"requestsPerSecond\":" << answered / seconds << ",\"p50Ms\":" << percentile(tally.microseconds, 0.5)
              << ",\"p99Ms\":" << percentile(tally.microseconds, 0.99) << ",\"errors\":" << errors << ",\"statuses\":{"
              << statuses << "}}" << std::endl;
    if (!tally.first_error.empty()) std::cerr << "load: the first error was\n" << tally.first_error << "\n";
}

int run(const Options& options) {
    const Url url = parse_url(options.url);
    Requests requests(options, url);
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Connection>> connections;
    for (int i = 0; i < options.connections; ++i) connections.push_back(std::make_unique<Connection>(url, epoll));

    constexpr auto kPatience = std::chrono::seconds(10);  // for the last answers
    const auto began = Clock::now();
    const auto until =
        began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds));
    std::uint64_t asked = 0;
    const auto more = [&] { return (options.requests == 0 || asked < options.requests) && Clock::now() < until; };
    Tally tally;
    std::size_t in_flight = 0;
    for (auto& connection : connections) {
        if (!more()) break;
        connection->ask(requests.next());
        ++asked;
        ++in_flight;
    }
    std::array<epoll_event, 512> events;
    while (in_flight > 0 && Clock::now() < until + kPatience) {
        const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            const epoll_event& event = events[static_cast<std::size_t>(i)];
            auto& connection = *static_cast<Connection*>(event.data.ptr);
            // Writable, and nothing to write: the edge of a socket that was just opened.
            if (!connection.waiting() && (event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) == 0) continue;
            if (!connection.proceed(event.events, tally)) continue;
            --in_flight;
            if (!more()) continue;
            connection.ask(requests.next());
            ++asked;
            ++in_flight;
        }
    }
    const std::chrono::duration<double> elapsed = Clock::now() - began;
    tally.broken += in_flight;
    print(tally, elapsed.count());
    connections.clear();
    ::close(epoll);
    return tally.microseconds.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Load on one HTTP server of this machine");
    Options options;
    std::string body_file;
    app.add_option("--url", options.url, "http://ADDRESS:PORT/path")->required();
    app.add_option("--connections,-c", options.connections)->capture_default_str()->check(CLI::Range(1, 4096));
    app.add_option("--seconds", options.seconds, "at most")->capture_default_str()->check(CLI::Range(0.1, 600.0));
    app.add_option("--requests", options.requests, "stop after so many")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{100'000'000}));
    app.add_option("--method", options.method)->capture_default_str();
    app.add_option("--body", options.body, "the body, with {n} for the number of the request");
    app.add_option("--body-file", body_file, "the same from a file")->check(CLI::ExistingFile)->excludes("--body");
    app.add_option("--paths", options.paths_file, "a file of paths, one per line, that take turns")
        ->check(CLI::ExistingFile);
    app.add_option("--header,-H", options.headers, "Name: value");
    app.add_option("--token", options.token, "bearer token");
    app.add_flag("--idempotency-key", options.idempotency_key, "a key of its own for each request");
    app.add_option("--first-number", options.first_number, "what {n} begins with")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        if (!body_file.empty()) {
            std::ifstream file(body_file, std::ios::binary);
            options.body.assign(std::istreambuf_iterator<char>(file), {});
        }
        return run(options);
    } catch (const std::exception& failure) {
        std::cerr << "load: " << failure.what() << "\n";
        return 1;
    }
}
