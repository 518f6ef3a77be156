// Optional white space of HTTP (RFC 9110, 5.6.3): spaces and tabs at both ends of a value.
#pragma once

#include <string_view>

namespace minhbach::api::http {

inline std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

}  // namespace minhbach::api::http
