#include "api/http/encoding.hpp"

#include "api/http/trimmed.hpp"

namespace minhbach::api::http {
namespace {

// "q=0", "q=0.0", "q=0.000".
bool is_refused(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return false;
    return parameters.substr(at + 2).find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

bool accepts_encoding(const Request& request, std::string_view coding) {
    const auto field = request.headers.joined("Accept-Encoding");
    if (!field) return false;
    bool any = false;
    for (std::string_view rest = *field; !rest.empty();) {
        const auto comma = rest.find(',');
        const auto one = rest.substr(0, comma);
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        const auto semicolon = one.find(';');
        const auto name = trimmed(one.substr(0, semicolon));
        const bool refused = semicolon != std::string_view::npos && is_refused(one.substr(semicolon + 1));
        if (equal_ignoring_case(name, coding)) return !refused;
        if (name == "*") any = !refused;
    }
    return any;
}

}  // namespace minhbach::api::http
