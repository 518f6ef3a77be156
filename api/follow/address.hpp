// The address of a webhook in its parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minhbach::api::follow {

struct Address {
    std::string base;         // "https://host:port": what is connected to
    std::string destination;  // "host:port": what the operator allows; in lower case
    std::string target;       // "/path?query"
    bool is_literal = false;  // the host is an address itself, or "localhost"
};

// Nothing if it is no address of the form that services/webhook accepts.
std::optional<Address> parse_address(std::string_view url);

}  // namespace minhbach::api::follow
