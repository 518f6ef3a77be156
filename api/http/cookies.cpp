#include "api/http/cookies.hpp"

#include "api/http/trimmed.hpp"

namespace minhbach::api::http {
namespace {

std::optional<std::string_view> find_in(std::string_view pairs, std::string_view name) {
    while (!pairs.empty()) {
        const std::size_t end = pairs.find(';');
        const std::string_view pair = trimmed(pairs.substr(0, end));
        pairs.remove_prefix(end == std::string_view::npos ? pairs.size() : end + 1);

        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name) continue;
        std::string_view value = trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> cookie(const Request& request, std::string_view name) {
    for (std::size_t i = 0; i < request.headers.size(); ++i) {
        if (!equal_ignoring_case(request.headers[i].name, "Cookie")) continue;
        if (const auto value = find_in(request.headers[i].value, name)) return value;
    }
    return std::nullopt;
}

}  // namespace minhbach::api::http
