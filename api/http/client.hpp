// A small blocking client, enough to read a served log, to show a checkpoint to a witness and to send an event to a
// receiver: one kept connection, HTTP or HTTPS. It follows no redirection. Not to be used from two threads at once, but
// for `cancel`.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/result.hpp"

namespace minhbach::api::http {

struct ClientOptions {
    std::optional<std::string> token;
    std::chrono::seconds step_max{30};  // for connecting, sending and receiving, each
    // Beyond, an answer is a failed connection to `get` and `post`; its status is kept by `send`.
    std::uint64_t body_bytes_max = 64ull << 20;
    // False: a name that leads to this machine, its link or a group of machines is not connected to.
    bool local_allowed = true;
};

class Client {
public:
    // "http://host[:port]" or "https://host[:port]"; `invalid-field` for anything else. A trailing slash is allowed, a
    // path is not. Over HTTPS the receiver must have a certificate of an authority that the machine trusts.
    static Result<std::unique_ptr<Client>> to(std::string_view url, std::optional<std::string> token,
                                              std::chrono::seconds step_max = std::chrono::seconds(30));
    static Result<std::unique_ptr<Client>> to(std::string_view url, ClientOptions options);
    ~Client();

    // The body of a 200; `not-found-or-not-allowed` for every other status and for a connection that fails (`detail`
    // says which).
    Result<std::string> get(const std::string& target);

    struct Answered {
        int status = 0;
        std::string body;
        std::string retry_after = {};  // the fields, as they came
        std::string date = {};
    };
    // The answer, whatever its status; `not-found-or-not-allowed` for a connection that fails. May be sent twice, where
    // a kept connection turns out to be closed.
    Result<Answered> post(const std::string& target, std::string_view media_type, std::string body);
    using Fields = std::vector<std::pair<std::string, std::string>>;
    // The same with fields of one's own; the body of the answer is of no interest.
    Result<Answered> send(const std::string& target, const Fields& fields, std::string body);

    // From any thread: whatever is under way fails soon, and all that comes (a name that is being looked up is waited
    // for).
    void cancel();

private:
    struct Inside;
    explicit Client(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::api::http
