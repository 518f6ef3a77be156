#include "api/http/server.hpp"

#include <pthread.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "api/http/allowance.hpp"
#include "api/http/connection.hpp"
#include "api/http/report.hpp"

namespace minhbach::api::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Clock = Connection::Clock;

constexpr auto kDrainPollInterval = std::chrono::milliseconds(5);
constexpr auto kAcceptRetryInterval = std::chrono::milliseconds(100);
constexpr auto kCertificatesLookInterval = std::chrono::seconds(2);

asio::ip::tcp::acceptor listen(const asio::any_io_executor& executor, const ServerOptions& options) {
    try {
        const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
        return {executor, endpoint, true};
    } catch (const boost::system::system_error& failure) {
        throw std::runtime_error("cannot listen on " + options.address + " port " + std::to_string(options.port) +
                                 ": " + failure.code().message());
    }
}

// Often enough that a timeout is late by a quarter of itself at most.
Clock::duration sweep_interval(const ServerOptions& options) {
    const auto shortest =
        std::min({options.idle_timeout, options.read_timeout, options.write_timeout, options.linger_timeout});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(1000));
}

void rethrow(std::exception_ptr bug) {
    if (bug) std::rethrow_exception(bug);
}

}  // namespace

struct Server::Implementation : std::enable_shared_from_this<Implementation> {
    Implementation(asio::io_context& context, ServerOptions options, Handler handler)
        : io(context),
          control(asio::make_strand(context)),
          acceptor(listen(control, options)),
          timer(control),
          hub(std::make_shared<Hub>(std::move(options), std::move(handler))) {}

    asio::any_io_executor connection_executor() {
        if (hub->options.io_threads == 1) return io.get_executor();
        return asio::make_strand(io);
    }

    static asio::awaitable<void> accept(std::shared_ptr<Implementation> self);
    static asio::awaitable<void> supervise(std::shared_ptr<Implementation> self);
    void admit(asio::ip::tcp::socket socket);
    bool is_proxy(const asio::ip::tcp::socket& socket) const;
    asio::awaitable<void> drain();
    asio::awaitable<void> wait(Clock::duration duration);
    void sweep();
    void run_threads();

    asio::io_context& io;
    asio::any_io_executor control;  // the strand of accept, supervise and stop
    asio::ip::tcp::acceptor acceptor;
    asio::steady_timer timer;
    std::shared_ptr<Hub> hub;
    std::atomic<bool> stopping{false};
    bool accepting = true;
    Clock::time_point certificates_looked = Clock::now();
};

Server::Server(asio::io_context& io, ServerOptions options, Handler handler)
    : implementation_(std::make_shared<Implementation>(io, std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return implementation_->acceptor.local_endpoint().port();
}

void Server::run() {
    const auto self = implementation_;
    asio::co_spawn(self->control, Implementation::accept(self), rethrow);
    asio::co_spawn(self->control, Implementation::supervise(self), rethrow);
    self->run_threads();
}

void Server::stop() {
    const auto self = implementation_;
    if (self->stopping.exchange(true)) return;
    asio::post(self->control, [self] {
        error_code ignored;
        self->acceptor.close(ignored);
        self->timer.cancel();
    });
}

ServerCounters Server::counters() const {
    const Hub& hub = *implementation_->hub;
    return {hub.count(), hub.accepted, hub.refused, hub.started, hub.answered};
}

// A bug that ends one of the threads ends all, and is thrown to whoever called run().
void Server::Implementation::run_threads() {
    std::mutex mutex;
    std::exception_ptr bug;
    const auto serve = [&] {
        try {
            io.run();
        } catch (...) {
            io.stop();
            const std::lock_guard lock(mutex);
            if (!bug) bug = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < hub->options.io_threads; ++i) {
            others.emplace_back([&] {
                ::pthread_setname_np(::pthread_self(), "answering");  // for whoever looks which one is busy
                serve();
            });
        }
        serve();
    }
    rethrow(bug);
}

asio::awaitable<void> Server::Implementation::accept(std::shared_ptr<Implementation> self) {
    while (!self->stopping) {
        error_code error;
        auto executor = self->connection_executor();
        auto socket = co_await self->acceptor.async_accept(executor, asio::redirect_error(asio::use_awaitable, error));
        if (self->stopping) break;
        if (!error) {
            self->admit(std::move(socket));
            continue;
        }
        // Out of descriptors, most likely; those who wait in the backlog are served when one is free again.
        report("cannot accept a connection: " + error.message());
        asio::steady_timer pause(self->control, kAcceptRetryInterval);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
    self->accepting = false;
}

bool Server::Implementation::is_proxy(const asio::ip::tcp::socket& socket) const {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return !error && endpoint.address() == asio::ip::make_address(hub->options.proxy, error) && !error;
}

void Server::Implementation::admit(asio::ip::tcp::socket socket) {
    const std::size_t open = hub->count();
    ++hub->accepted;
    if (!hub->options.proxy.empty() && !is_proxy(socket)) return;
    const std::size_t own = hub->options.proxy.empty() ? hub->count_of(client_of(address_of(socket))) : 0;
    const auto are_beyond = [&](std::size_t more) {
        return open >= hub->options.connections_max + more || own >= hub->options.connections_of_one_max + more;
    };
    if (are_beyond(0)) ++hub->refused;
    if (are_beyond(kRefusalsMax)) return;

    error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket.non_blocking(true, ignored);
    const auto executor = socket.get_executor();
    const auto admission = are_beyond(0) ? Connection::Admission::refuse : Connection::Admission::serve;
    const auto connection = std::make_shared<Connection>(hub, std::move(socket), admission);
    hub->add(connection);
    asio::co_spawn(executor, Connection::serve(connection), asio::detached);
}

asio::awaitable<void> Server::Implementation::supervise(std::shared_ptr<Implementation> self) {
    const auto interval = sweep_interval(self->hub->options);
    while (!self->stopping) {
        co_await self->wait(interval);
        self->sweep();
    }
    co_await self->drain();
    self->io.stop();
}

asio::awaitable<void> Server::Implementation::drain() {
    const auto began = Clock::now();
    const Clock::duration timeout = hub->options.drain_timeout;
    bool reading_stopped = false;
    for (const auto& connection : hub->all()) connection->begin_drain();
    while (accepting || (hub->count() > 0 && Clock::now() - began < timeout)) {
        co_await wait(kDrainPollInterval);
        sweep();
        if (reading_stopped || Clock::now() - began < timeout / 2) continue;
        reading_stopped = true;
        for (const auto& connection : hub->all()) connection->stop_reading();
    }
    const std::size_t cut = hub->count();
    if (cut > 0) report("stopped with " + std::to_string(cut) + " requests unfinished");
    for (const auto& connection : hub->all()) connection->cut();
}

asio::awaitable<void> Server::Implementation::wait(Clock::duration duration) {
    error_code ignored;
    timer.expires_after(duration);
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

void Server::Implementation::sweep() {
    const auto now = Clock::now();
    for (const auto& connection : hub->all()) connection->close_if_overdue(now);
    if (hub->certificates && now - certificates_looked >= kCertificatesLookInterval) {
        certificates_looked = now;
        hub->certificates->look();
    }
}

}  // namespace minhbach::api::http
