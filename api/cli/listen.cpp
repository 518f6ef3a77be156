#include "api/cli/listen.hpp"

#include <charconv>

#include "events/refusals.hpp"

namespace minhbach::api::cli {

Result<http::ServerOptions> listen_on(const std::string& address_and_port) {
    const auto colon = address_and_port.rfind(':');
    const std::string port = colon == std::string::npos ? "" : address_and_port.substr(colon + 1);
    http::ServerOptions options;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
    if (port.empty() || error != std::errc{} || end != port.data() + port.size()) {
        return invalid_field("", "--listen cần dạng địa-chỉ:cổng, ví dụ 127.0.0.1:8080.",
                             "--listen takes address:port, e.g. 127.0.0.1:8080.");
    }
    options.address = address_and_port.substr(0, colon);
    if (options.address.size() > 2 && options.address.front() == '[')
        options.address = options.address.substr(1, options.address.size() - 2);
    return options;
}

}  // namespace minhbach::api::cli
