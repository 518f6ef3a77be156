#include "api/cli/listen.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "events/refusals.hpp"

namespace minhbach::api::cli {

void add_listening(CLI::App& command, ListenOptions& options) {
    command.add_option("--listen", options.address, "address:port")->capture_default_str();
    auto* certificate = command.add_option("--tls-certificate", options.certificate,
                                           "PEM file with the certificate and the chain to its authority; read again "
                                           "when it changes");
    auto* key = command.add_option("--tls-key", options.key, "PEM file with its key, mode 0600");
    certificate->check(CLI::ExistingFile)->needs(key);
    key->check(CLI::ExistingFile)->needs(certificate);
    command
        .add_option("--client-authorities", options.client_authorities,
                    "PEM file with the authorities whose certificates machines may show")
        ->check(CLI::ExistingFile)
        ->needs(certificate);
    command
        .add_option("--behind-proxy", options.proxy,
                    "address of the proxy that ends TLS: it alone may connect, and it says in X-Forwarded-For who the "
                    "client is")
        ->excludes(certificate);
}

Result<http::ServerOptions> listen_on(const ListenOptions& given) {
    const auto colon = given.address.rfind(':');
    const std::string port = colon == std::string::npos ? "" : given.address.substr(colon + 1);
    http::ServerOptions options;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
    if (port.empty() || error != std::errc{} || end != port.data() + port.size()) {
        return invalid_field("", "--listen cần dạng địa-chỉ:cổng, ví dụ 127.0.0.1:8080.",
                             "--listen takes address:port, e.g. 127.0.0.1:8080.");
    }
    options.address = given.address.substr(0, colon);
    if (options.address.size() > 2 && options.address.front() == '[')
        options.address = options.address.substr(1, options.address.size() - 2);
    boost::system::error_code invalid;
    if (!given.proxy.empty()) {
        options.proxy = boost::asio::ip::make_address(given.proxy, invalid).to_string();
        if (invalid) {
            return invalid_field("", "--behind-proxy cần một địa chỉ IP.", "--behind-proxy takes an IP address.");
        }
    }
    if (given.certificate) options.tls = http::TlsOptions{*given.certificate, *given.key, given.client_authorities};
    const auto address = boost::asio::ip::make_address(options.address, invalid);
    // What is no address at all, the server says by itself.
    if (!invalid && !address.is_loopback() && !options.tls && options.proxy.empty()) {
        return invalid_field(
            "",
            "Chỉ phục vụ HTTP không mã hóa trên chính máy này. Với địa chỉ mạng, hãy dùng --tls-certificate và "
            "--tls-key, hoặc nêu máy chủ trung gian bằng --behind-proxy.",
            "Plain HTTP is served on this machine only. For an address of the network give --tls-certificate and "
            "--tls-key, or name the proxy with --behind-proxy.");
    }
    return options;
}

Label act_of_serving(const http::ServerOptions& options, bool with_openid) {
    boost::system::error_code invalid;
    const auto address = boost::asio::ip::make_address(options.address, invalid);
    std::string act = !invalid && address.is_loopback() ? "serve/loopback" : "serve/network";
    if (options.tls)
        act += options.tls->client_authorities ? "/tls+client-certificates" : "/tls";
    else
        act += options.proxy.empty() ? "/plain" : "/behind-proxy";
    return Label::of(act + (with_openid ? "/openid" : "/local"));
}

std::string url_of(const http::ServerOptions& options, std::uint16_t port) {
    const bool is_v6 = options.address.find(':') != std::string::npos;
    return std::string(options.tls ? "https://" : "http://") + (is_v6 ? "[" + options.address + "]" : options.address) +
           ":" + std::to_string(port) + "/";
}

}  // namespace minhbach::api::cli
