// Bytes in, requests out: the grammar of HTTP/1.1 messages (RFC 9112) by Beast, and what we ask beyond it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "api/http/message.hpp"
#include "api/http/problem.hpp"

namespace minhbach::api::http {

// One parser serves one connection, one request after the other. Not thread-safe.
class RequestParser {
public:
    enum class Step {
        need_more,  // everything given was taken or must be given again with more behind it
        head,       // the head is complete and a body follows; call allow_body, then go on with put
        request,    // request() is complete
        refused,    // refusal() says why; nothing behind it on this connection can be trusted
    };

    explicit RequestParser(std::size_t header_bytes_max);
    ~RequestParser();

    // Forgets the last request.
    void start();
    // Takes bytes from the front of `bytes`; `consumed` says how many. What was not consumed must be given again.
    Step put(std::string_view bytes, std::size_t& consumed);
    // After Step::head: bounds the body. False if the announced length is beyond it; then refusal() is set.
    bool allow_body(std::size_t body_bytes_max);

    Request& request() { return request_; }
    bool in_body() const { return head_seen_; }
    const Response& refusal() const { return refusal_; }

    bool is_head() const { return is_head_; }
    bool keep_alive() const;        // what the client asked for, by version and Connection
    bool expects_continue() const;  // Expect: 100-continue
    bool is_http_1_0() const { return version_ == 10; }

private:
    class Grammar;

    Step refuse(const Refusal& refusal, int status = 0);
    Step refuse_body(std::size_t body_bytes_max);
    Step finish_head();

    std::uint32_t header_bytes_max_;
    std::unique_ptr<std::optional<Grammar>> grammar_;
    std::size_t body_bytes_max_ = 0;
    Request request_;
    Response refusal_;
    int version_ = 11;
    bool is_head_ = false;
    bool head_seen_ = false;
};

}  // namespace minhbach::api::http
