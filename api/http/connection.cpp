#include "api/http/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <charconv>
#include <exception>
#include <stdexcept>
#include <utility>

#include "api/http/allowance.hpp"
#include "api/http/problem.hpp"
#include "api/http/report.hpp"
#include "api/http/response_head.hpp"
#include "api/http/stream.hpp"
#include "api/http/trimmed.hpp"
#include "events/log.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::size_t kHeadReadBytes = 4 * 1024;
constexpr std::size_t kBodyReadBytes = 64 * 1024;
constexpr std::size_t kIdleBytesMax = 16 * 1024;

Response overloaded(std::string detail_vi, std::string detail_en) {
    return problem({"overloaded", "", "", std::move(detail_vi), std::move(detail_en), {}});
}

Response internal_error() {
    return problem({"internal-error",
                    "",
                    "",
                    "Hệ thống gặp lỗi khi xử lý yêu cầu này; lỗi đã được ghi lại.",
                    "The system failed while it handled this request; the failure was logged.",
                    {}});
}

Response unavailable() {
    return problem({"read-only",
                    "",
                    "",
                    "Kho dữ liệu đang được mở lại sau lỗi ghi; chưa có gì được ghi, hãy thử lại sau giây lát.",
                    "The store is being reopened after a failed write; nothing was written, try again in a moment.",
                    {}});
}

Response too_slow() {
    ProblemExtras extras;
    extras.status = 408;
    return problem(malformed_request("Yêu cầu không đến đủ trong thời gian cho phép.",
                                     "The request did not arrive whole within the time allowed."),
                   extras);
}

constexpr std::string_view kChunkEnd = "\r\n";

std::string chunk_head(std::size_t bytes) {
    std::array<char, 16> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), bytes, 16);
    return std::string(digits.data(), end).append("\r\n");
}

}  // namespace

std::string address_of(const asio::ip::tcp::socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
}

Hub::Hub(ServerOptions o, Handler h)
    : options(std::move(o)),
      handler(std::move(h)),
      certificates(options.tls ? Certificates::open(*options.tls) : nullptr) {}

void Hub::add(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    connections_.emplace(connection.get(), connection);
    ++of_client_[connection->client()];
}

void Hub::remove(Connection* connection) {
    const std::lock_guard lock(mutex_);
    if (connections_.erase(connection) == 0) return;
    const auto found = of_client_.find(connection->client());
    if (found != of_client_.end() && --found->second == 0) of_client_.erase(found);
}

std::size_t Hub::count() const {
    const std::lock_guard lock(mutex_);
    return connections_.size();
}

std::size_t Hub::count_of(const std::string& client) const {
    const std::lock_guard lock(mutex_);
    const auto found = of_client_.find(client);
    return found == of_client_.end() ? 0 : found->second;
}

std::vector<std::shared_ptr<Connection>> Hub::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Connection>> alive;
    for (const auto& [key, connection] : connections_)
        if (auto locked = connection.lock()) alive.push_back(std::move(locked));
    return alive;
}

Connection::Connection(std::shared_ptr<Hub> hub, asio::ip::tcp::socket socket, Admission admission)
    : hub_(std::move(hub)),
      peer_(address_of(socket)),
      client_(client_of(peer_)),
      transport_(std::move(socket), hub_->certificates ? hub_->certificates->current() : nullptr),
      admission_(admission),
      parser_(hub_->options.header_bytes_max) {
    // A new connection owes its first request at once; only a proven client may be idle for long.
    enter(Phase::idle, hub_->options.read_timeout);
}

Connection::~Connection() {
    hub_->remove(this);
}

asio::awaitable<void> Connection::serve(std::shared_ptr<Connection> connection) {
    try {
        co_await connection->run();
    } catch (const std::exception& bug) {
        report(std::string("a connection ended by an exception: ") + bug.what());
    }
    connection->transport_.close();
}

asio::awaitable<void> Connection::run() {
    error_code refused;
    co_await transport_.handshake(refused);
    if (refused) co_return;
    certificate_ = transport_.client_certificate();
    if (admission_ == Admission::refuse) {
        auto refusal = overloaded("Quá nhiều kết nối; hãy thử lại sau.", "Too many connections; try again later.");
        co_await write(std::move(refusal), false);
        co_await linger();
        co_return;
    }
    while (!draining_) {
        const Arrival arrival = co_await read_request();
        if (arrival == Arrival::gone) break;

        Response response;
        bool keep_alive = false;
        if (arrival == Arrival::request) {
            response = co_await answer();
            keep_alive = parser_.keep_alive() && !draining_ && !response.stream;
        } else {
            response = std::move(refusal_);
        }
        const bool written = co_await write(std::move(response), keep_alive);
        if (!written) co_return;
        if (arrival == Arrival::request) ++hub_->answered;
        if (!keep_alive) {
            co_await linger();
            co_return;
        }
        buffer_.shrink(kIdleBytesMax);
        enter(Phase::idle, hub_->options.idle_timeout);
    }
    // Closing over bytes that nobody read resets the connection, which may take the last answer with it.
    if (draining_ && transport_.has_unread()) co_await linger();
}

asio::awaitable<Connection::Arrival> Connection::read_request() {
    const ServerOptions& options = hub_->options;
    parser_.start();
    for (;;) {
        if (phase_ == Phase::idle && !buffer_.empty()) enter(Phase::reading, options.read_timeout);
        const auto arrival = understand();
        if (arrival) co_return *arrival;
        if (std::exchange(invites_body_, false)) {
            const bool invited = co_await invite_body();
            if (!invited) co_return Arrival::gone;
        }

        const std::size_t wanted = parser_.in_body() ? kBodyReadBytes : kHeadReadBytes;
        const auto room = buffer_.prepare(wanted, options.header_bytes_max + kBodyReadBytes);
        if (room.size() == 0)
            co_return refuse(problem(
                malformed_request("Phần mở rộng của khối dữ liệu quá dài.", "The extension of a chunk is too long.")));
        error_code error;
        const std::size_t size = co_await transport_.read_some(room, error);
        if (phase_ == Phase::reading && overdue_) co_return refuse(too_slow());
        if (phase_ == Phase::reading && reading_stopped_)
            co_return refuse(overloaded("Hệ thống đang dừng; yêu cầu chưa được xử lý.",
                                        "The system is stopping; nothing was done for this request."));
        if (error || overdue_) co_return Arrival::gone;
        buffer_.commit(size);
        if (parser_.in_body()) extend_deadline(options.read_timeout, parser_.request().body.size());
    }
}

std::optional<Connection::Arrival> Connection::understand() {
    while (!buffer_.empty()) {
        std::size_t consumed = 0;
        const auto step = parser_.put(buffer_.unread(), consumed);
        buffer_.consume(consumed);
        switch (step) {
            case RequestParser::Step::request:
                return Arrival::request;
            case RequestParser::Step::refused:
                return refuse(parser_.refusal());
            case RequestParser::Step::need_more:
                return std::nullopt;
            case RequestParser::Step::head:
                if (const auto ended = admit_body()) return ended;
        }
    }
    return std::nullopt;
}

std::optional<Connection::Arrival> Connection::admit_body() {
    const ServerOptions& options = hub_->options;
    if (options.refusal_of) {
        parser_.request().peer = client_address();
        parser_.request().client_certificate = certificate_;
        if (auto refusal = options.refusal_of(parser_.request())) return refuse(*std::move(refusal));
    }
    const auto own_max = options.body_bytes_max_of ? options.body_bytes_max_of(parser_.request()) : std::nullopt;
    if (!parser_.allow_body(own_max.value_or(options.body_bytes_max))) return refuse(parser_.refusal());
    invites_body_ = buffer_.empty() && parser_.expects_continue();
    return std::nullopt;
}

asio::awaitable<bool> Connection::invite_body() {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code error;
    const Transport::Buffers invitation{asio::buffer(kContinue)};
    co_await transport_.write(invitation, error);
    co_return !error;
}

// A proxy of ours appends the address it saw; what stands before that, anybody may have written.
std::string Connection::client_address() {
    if (hub_->options.proxy.empty()) return peer_;
    const auto forwarded = parser_.request().headers.joined("X-Forwarded-For").value_or("");
    const auto last = trimmed(std::string_view(forwarded).substr(forwarded.rfind(',') + 1));
    error_code error;
    const auto address = asio::ip::make_address(std::string(last), error);
    return error ? peer_ : address.to_string();
}

asio::awaitable<Response> Connection::answer() {
    // No deadline: giving up on a command that waits for the log would leave its outcome unknown.
    enter(Phase::handling, Clock::duration::max());
    ++hub_->started;
    Request& request = parser_.request();
    request.peer = client_address();
    request.is_secure = transport_.is_secure() || !hub_->options.proxy.empty();
    request.client_certificate = certificate_;
    const std::string name = request.method + " " + request.path;
    std::string failure;
    try {
        co_return co_await hub_->handler(std::move(request));
    } catch (const events::Unavailable& closed) {
        report(name + ": " + closed.what());
        co_return unavailable();
    } catch (const std::exception& bug) {
        failure = bug.what();
    } catch (...) {
        failure = "unknown exception";
    }
    report(name + ": " + failure);
    co_return internal_error();
}

asio::awaitable<bool> Connection::write(Response response, bool keep_alive) {
    compose(std::move(response), keep_alive);
    enter(Phase::writing, hub_->options.write_timeout, content_.size());
    const Transport::Buffers whole{asio::buffer(head_), asio::buffer(content_)};

    // Nearly always the kernel takes all of it at once; only then the rest waits for the client to read.
    error_code error;
    const std::size_t written = transport_.write_now(whole, error);
    const bool whole_written = !error && written == head_.size() + content_.size();
    if (error && error != asio::error::would_block) co_return false;
    if (whole_written && !has_more()) co_return true;

    const std::size_t from_head = std::min(written, head_.size());
    const Transport::Buffers rest{whole[0] + from_head, whole[1] + (written - from_head)};
    error = {};
    if (!whole_written) co_await transport_.write(rest, error);
    if (error || !has_more()) co_return !error;
    bool given = false;
    if (response_.stream)
        given = co_await write_stream();
    else
        given = co_await write_pieces();
    co_return given;
}

bool Connection::has_more() const {
    return (response_.pieces || response_.stream) && has_content(response_.status) && !parser_.is_head();
}

// In chunks (RFC 9112 section 7.1); a client of HTTP/1.0 sees the end by the close.
asio::awaitable<bool> Connection::write_stream() {
    const bool chunked = !parser_.is_http_1_0();
    if (draining_) response_.stream->end();
    for (bool ended = false; !ended;) {
        enter(Phase::awaiting, Clock::duration::max());
        std::optional<std::string> piece;
        try {
            piece = co_await response_.stream->next();
        } catch (const std::exception& failure) {
            report(std::string("a stream was cut: ") + failure.what());
            co_return false;
        }
        ended = !piece;
        if (ended && !chunked) break;
        const std::string size = chunked ? chunk_head(piece ? piece->size() : 0) : std::string();
        const std::string content = piece.value_or(std::string());
        const Transport::Buffers chunk{asio::buffer(size), asio::buffer(content),
                                       asio::buffer(kChunkEnd.data(), chunked ? kChunkEnd.size() : 0)};
        enter(Phase::writing, hub_->options.write_timeout, content.size());
        error_code error;
        co_await transport_.write(chunk, error);
        if (error) co_return false;
    }
    co_return true;
}

// Each piece has the time of an answer of its own, so a slow client may take as long as it takes.
asio::awaitable<bool> Connection::write_pieces() {
    std::uint64_t left = response_.pieces->bytes;
    while (left > 0) {
        std::string piece;
        try {
            piece = response_.pieces->next();
        } catch (const std::exception& failure) {
            report(std::string("an answer was cut: ") + failure.what());
        }
        if (piece.empty() || piece.size() > left) co_return false;
        enter(Phase::writing, hub_->options.write_timeout, piece.size());
        error_code error;
        const Transport::Buffers content{asio::buffer(piece)};
        co_await transport_.write(content, error);
        if (error) co_return false;
        left -= piece.size();
    }
    co_return true;
}

void Connection::compose(Response response, bool keep_alive) {
    const Framing framing{keep_alive, parser_.is_http_1_0(), transport_.is_secure()};
    response_ = std::move(response);
    try {
        write_head(head_, response_, framing);
    } catch (const std::logic_error& bug) {
        report(bug.what());
        response_ = internal_error();
        write_head(head_, response_, framing);
    }
    content_ = has_content(response_.status) && !parser_.is_head() ? response_.content() : std::string_view();
}

// Says that nothing follows and reads on until the client has understood it: a close with unread bytes is a reset, and
// a reset can overtake the answer.
asio::awaitable<void> Connection::linger() {
    enter(Phase::lingering, hub_->options.linger_timeout);
    error_code error;
    co_await transport_.end_writing(error);
    while (!error) {
        buffer_.consume(buffer_.unread().size());
        const auto room = buffer_.prepare(kHeadReadBytes, kHeadReadBytes);
        co_await transport_.read_some(room, error);
    }
}

Connection::Arrival Connection::refuse(Response response) {
    refusal_ = std::move(response);
    return Arrival::refused;
}

void Connection::enter(Phase phase, Clock::duration timeout, std::size_t bytes) {
    phase_ = phase;
    phase_began_ = Clock::now();
    overdue_ = false;
    if (timeout == Clock::duration::max()) {
        deadline_ = Clock::time_point::max().time_since_epoch().count();
    } else {
        extend_deadline(timeout, bytes);
    }
}

void Connection::extend_deadline(Clock::duration timeout, std::size_t bytes) {
    const std::chrono::duration<double> transfer(static_cast<double>(bytes) /
                                                 static_cast<double>(hub_->options.body_bytes_per_second_min));
    const auto deadline = phase_began_ + timeout + std::chrono::duration_cast<Clock::duration>(transfer);
    deadline_ = deadline.time_since_epoch().count();
}

void Connection::close_if_overdue(Clock::time_point now) {
    if (now.time_since_epoch().count() < deadline_) return;
    asio::post(transport_.executor(), [self = shared_from_this()] { self->end_if_overdue(); });
}

void Connection::end_if_overdue() {
    if (Clock::now().time_since_epoch().count() < deadline_) return;
    overdue_ = true;
    transport_.cancel();
}

void Connection::begin_drain() {
    asio::post(transport_.executor(), [self = shared_from_this()] {
        self->draining_ = true;
        if (self->phase_ == Phase::idle) self->transport_.cancel();
        if (!self->response_.stream) return;
        // Whoever follows comes again and says how far it is; a client that does not read is not waited for.
        self->response_.stream->end();
        if (self->phase_ == Phase::writing) self->transport_.cancel();
    });
}

void Connection::stop_reading() {
    asio::post(transport_.executor(), [self = shared_from_this()] {
        self->reading_stopped_ = true;
        if (self->phase_ == Phase::reading) self->transport_.cancel();
    });
}

void Connection::cut() {
    asio::post(transport_.executor(), [self = shared_from_this()] { self->transport_.close(); });
}

}  // namespace minhbach::api::http
