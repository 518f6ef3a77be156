// The bytes before the body of a response (RFC 9112 section 4).
#pragma once

#include <string>

#include "api/http/message.hpp"

namespace minhbach::api::http {

struct Framing {
    bool keep_alive = true;  // whether the connection stays open behind this response
    bool http_1_0 = false;   // an HTTP/1.0 client must be told that the connection stays open
    bool secure = false;     // under TLS: browsers are told to come no other way
};

// Whether a response with this status may have a body at all.
bool has_content(int status);

// Replaces `out`. Adds Content-Length, Connection where it is needed, the fields that keep browsers safe, and
// Cache-Control: private, no-cache unless the response has its own. Throws std::logic_error for a status outside 200
// to 599 and for a line break or NUL in a field: a header is never composed of unchecked input.
void write_head(std::string& out, const Response& response, Framing framing);

}  // namespace minhbach::api::http
