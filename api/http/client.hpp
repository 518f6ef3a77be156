// A small blocking client, enough to read a served log: GET over one kept connection, plain HTTP.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "events/result.hpp"

namespace minhbach::api::http {

class Client {
public:
    static constexpr std::uint64_t body_bytes_max = 64ull << 20;

    // "http://host[:port]"; `invalid-field` for anything else. A trailing slash is allowed, a path is not.
    static Result<std::unique_ptr<Client>> to(std::string_view url, std::optional<std::string> token);
    ~Client();

    // The body of a 200; `not-found-or-not-allowed` for every other status and for a connection that fails (`detail`
    // says which). Each step has 30 seconds.
    Result<std::string> get(const std::string& target);

private:
    struct Inside;
    explicit Client(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::api::http
