// What the doors speak: a request that is complete and checked, and a response that is still only a value.
// Nothing here knows of sockets, so a handler can be called in a test with values alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/target.hpp"

namespace minhbach::api::http {

// Header fields in the order of their arrival; names compare without regard to ASCII case (RFC 9110 section 5.1).
// All text lies in one string, so that a request of ten fields costs two allocations. Views that were handed out are
// valid until the next change.
class Headers {
public:
    struct Field {
        std::string_view name;
        std::string_view value;
    };

    void add(std::string_view name, std::string_view value);
    // Replaces every field of this name.
    void set(std::string_view name, std::string_view value);

    // The first field of this name.
    std::optional<std::string_view> find(std::string_view name) const;
    // All fields of this name as one list, joined by ", " (RFC 9110 section 5.3).
    std::optional<std::string> joined(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    std::size_t size() const { return slots_.size(); }
    Field operator[](std::size_t index) const;

private:
    struct Slot {
        std::uint32_t start;
        std::uint32_t name_size;
        std::uint32_t value_size;
    };
    std::string text_;
    std::vector<Slot> slots_;
};

struct Request {
    std::string method;  // "GET", "POST" ...; HEAD arrives as GET, the server leaves the body of the answer out
    std::string target;  // as it was sent
    std::string path;    // the target without its query, still percent-encoded; begins with '/'
    std::vector<std::string> segments;  // the path between the slashes, decoded, well-formed UTF-8; none for "/"
    Query query;
    Headers headers;
    std::string body;
    std::string peer;        // the address of the client without its port, as seen by us or by the proxy that is named
    bool is_secure = false;  // under TLS as far as the client sees
    // SHA-256, in hex, of a certificate the client has shown and an authority of ours vouches for.
    std::optional<std::string> client_certificate;
};

// Content that is too large to be held: its size is known, its pieces are asked for one after another while the client
// takes them. A piece that cannot be had (an exception, or none before the end) cuts the connection: the client sees
// that the content is not whole.
struct Pieces {
    std::uint64_t bytes = 0;
    std::function<std::string()> next;
};

class Stream;

struct Response {
    int status = 200;
    Headers headers;  // Content-Length, Connection and the defaults of the server are added when it is written
    std::string body;
    std::shared_ptr<const std::string> shared_body;  // content kept for many answers; goes before `body` when set

    std::shared_ptr<const Pieces> pieces;  // goes before both when set
    std::shared_ptr<Stream> stream;        // goes before all when set; the connection closes behind it

    std::uint64_t content_bytes() const { return pieces ? pieces->bytes : content().size(); }
    std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

Response respond(int status, std::string_view content_type, std::string body);
Response json(int status, std::string body);

bool equal_ignoring_case(std::string_view left, std::string_view right);  // ASCII only

}  // namespace minhbach::api::http
