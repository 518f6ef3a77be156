#include "api/follow/address.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace minhbach::api::follow {

std::optional<Address> parse_address(std::string_view url) {
    const bool is_secure = url.starts_with("https://");
    if (!is_secure && !url.starts_with("http://")) return std::nullopt;
    const auto rest = url.substr(is_secure ? 8 : 7);
    const auto end = rest.find_first_of("/?");
    std::string authority(rest.substr(0, end));
    std::transform(authority.begin(), authority.end(), authority.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto bracket = authority.starts_with('[') ? authority.find(']') : std::string::npos;
    auto colon = authority.find(':', bracket == std::string::npos ? 0 : bracket);
    if (colon == std::string::npos) {
        colon = authority.size();
        authority += is_secure ? ":443" : ":80";
    }
    std::string host = authority.substr(0, colon);
    const std::string port = authority.substr(colon + 1);
    if (host.empty() || port.empty() || port.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    if (bracket != std::string::npos) host = host.substr(1, bracket - 1);

    Address address;
    address.base = (is_secure ? "https://" : "http://") + authority;
    address.destination = authority;
    address.target = end == std::string_view::npos ? "/" : std::string(rest.substr(end));
    if (address.target.starts_with('?')) address.target.insert(0, "/");
    boost::system::error_code error;
    boost::asio::ip::make_address(host, error);
    address.is_literal = !error || host == "localhost";
    return address;
}

}  // namespace minhbach::api::follow
