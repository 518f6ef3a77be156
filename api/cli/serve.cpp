#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <charconv>
#include <csignal>
#include <iostream>

#include "api/application.hpp"
#include "api/cli/commands.hpp"
#include "api/cli/descriptors.hpp"
#include "api/http/server.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"

namespace minhbach::api::cli {

int serve(const ServeOptions& options) {
    const auto colon = options.listen.rfind(':');
    http::ServerOptions listen;
    const std::string port = colon == std::string::npos ? "" : options.listen.substr(colon + 1);
    if (const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), listen.port);
        port.empty() || error != std::errc{} || end != port.data() + port.size()) {
        return tell(invalid_field("", "--listen cần dạng địa-chỉ:cổng, ví dụ 127.0.0.1:8080.",
                                  "--listen takes address:port, e.g. 127.0.0.1:8080."));
    }
    listen.address = options.listen.substr(0, colon);
    if (listen.address.size() > 2 && listen.address.front() == '[')
        listen.address = listen.address.substr(1, listen.address.size() - 2);

    // The io_context comes before the log: what a request waits for is completed by the writer, which drains last of
    // all.
    sign_in::SystemClock clock;
    boost::asio::io_context io;
    auto log = events::open_store(options.data, clock);
    if (!log) return tell(log.error());
    Application application(**log, clock, options.data);
    listen.body_bytes_max_of = [&](const http::Request& head) { return application.body_bytes_max_of(head); };
    const Descriptors descriptors = shared_out(raised_descriptor_limit(), listen.connections_max);
    listen.connections_max = descriptors.connections_max;
    if (descriptors.is_tight()) {
        std::cerr << "Chỉ có " << descriptors.limit << " mô tả tệp; nhận tối đa " << descriptors.connections_max
                  << " kết nối. / Only " << descriptors.limit << " file descriptors; at most "
                  << descriptors.connections_max << " connections.\n";
    }
    http::Server server(io, listen, application.handler());
    boost::asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (!error) server.stop();
    });
    std::cerr << "Đang phục vụ tại http://" << options.listen.substr(0, colon) << ":" << server.port() << "/ — "
              << options.data.string() << ", " << (*log)->size(events::Ledger::main) << " bản ghi.\n";
    server.run();
    application.stop();
    std::cerr << "Đã dừng. / Stopped.\n";
    return 0;
}

}  // namespace minhbach::api::cli
