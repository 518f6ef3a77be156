// One client: reads its requests, lets the handler answer them in order, writes the answers. Internal to api/http.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "api/http/message.hpp"
#include "api/http/read_buffer.hpp"
#include "api/http/request_parser.hpp"
#include "api/http/server.hpp"
#include "api/http/tls.hpp"
#include "api/http/transport.hpp"

namespace minhbach::api::http {

class Connection;

// What all connections of a server share. It outlives the server where a handler was cut and still waits.
struct Hub {
    Hub(ServerOptions o, Handler h);

    const ServerOptions options;
    const Handler handler;
    const std::shared_ptr<Certificates> certificates;  // null: everything goes in the clear

    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> started{0};
    std::atomic<std::uint64_t> answered{0};

    void add(const std::shared_ptr<Connection>& connection);
    void remove(Connection* connection);  // by its destructor
    std::size_t count() const;
    std::size_t count_of(const std::string& client) const;
    std::vector<std::shared_ptr<Connection>> all() const;

private:
    mutable std::mutex mutex_;
    std::unordered_map<Connection*, std::weak_ptr<Connection>> connections_;  // each is owned by what it waits for
    std::unordered_map<std::string, std::size_t> of_client_;
};

std::string address_of(const boost::asio::ip::tcp::socket& socket);  // at its other end; empty where it is closed

class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Clock = std::chrono::steady_clock;

    enum class Admission { serve, refuse };  // refuse: the server is full; say so and close

    Connection(std::shared_ptr<Hub> hub, boost::asio::ip::tcp::socket socket, Admission admission);
    ~Connection();

    // Runs until the connection is closed; never throws.
    static boost::asio::awaitable<void> serve(std::shared_ptr<Connection> connection);

    const std::string& client() const { return client_; }

    // From any thread: each posts to the connection's executor.
    void close_if_overdue(Clock::time_point now);  // what took longer than its timeout
    void begin_drain();                            // finish what has begun, then close
    void stop_reading();                           // drop what has not been read whole
    void cut();                                    // close in the middle of whatever it is

private:
    enum class Phase { idle, reading, handling, writing, awaiting, lingering };
    enum class Arrival { request, refused, gone };

    boost::asio::awaitable<void> run();
    boost::asio::awaitable<Arrival> read_request();
    std::optional<Arrival> understand();  // from the bytes that are there; nothing: more are needed
    std::optional<Arrival> admit_body();
    boost::asio::awaitable<bool> invite_body();
    std::string client_address();

    boost::asio::awaitable<Response> answer();
    boost::asio::awaitable<bool> write(Response response, bool keep_alive);
    bool has_more() const;
    boost::asio::awaitable<bool> write_pieces();
    boost::asio::awaitable<bool> write_stream();
    void compose(Response response, bool keep_alive);
    boost::asio::awaitable<void> linger();

    Arrival refuse(Response response);
    void enter(Phase phase, Clock::duration timeout, std::size_t bytes = 0);
    void extend_deadline(Clock::duration timeout, std::size_t bytes);
    void end_if_overdue();

    const std::shared_ptr<Hub> hub_;
    const std::string peer_;    // before the socket is moved
    const std::string client_;  // see client_of
    Transport transport_;
    const Admission admission_;
    std::optional<std::string> certificate_;  // of the client
    ReadBuffer buffer_;
    RequestParser parser_;
    Response refusal_;   // what Arrival::refused is answered with
    Response response_;  // kept while it is written
    std::string head_;
    std::string_view content_;

    Phase phase_ = Phase::idle;
    Clock::time_point phase_began_;
    std::atomic<Clock::rep> deadline_;  // since the epoch of Clock; read by the sweep of the server
    bool overdue_ = false;
    bool draining_ = false;
    bool reading_stopped_ = false;
    bool invites_body_ = false;  // 100 Continue is owed
};

}  // namespace minhbach::api::http
