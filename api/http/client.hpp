// A small blocking client, enough to read a served log and to show a checkpoint to a witness: one kept connection,
// plain HTTP. Not to be used from two threads at once.
#pragma once

#include <chrono>
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
    // Connecting, sending and receiving may take `step_max` each.
    static Result<std::unique_ptr<Client>> to(std::string_view url, std::optional<std::string> token,
                                              std::chrono::seconds step_max = std::chrono::seconds(30));
    ~Client();

    // The body of a 200; `not-found-or-not-allowed` for every other status and for a connection that fails (`detail`
    // says which).
    Result<std::string> get(const std::string& target);

    struct Answered {
        int status = 0;
        std::string body;
    };
    // The answer, whatever its status; `not-found-or-not-allowed` for a connection that fails. May be sent twice, where
    // a kept connection turns out to be closed.
    Result<Answered> post(const std::string& target, std::string_view media_type, std::string body);

private:
    struct Inside;
    explicit Client(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::api::http
