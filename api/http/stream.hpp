// Content that has no end of its own: made while the client takes it, one piece at a time.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>

namespace minhbach::api::http {

// Owned by the response and, while it is written, by the connection. A piece is asked for when the client has taken the
// one before, so what waits for a slow client is one piece and what the kernel holds; a client that does not take a
// piece within ServerOptions::write_timeout is closed.
class Stream {
public:
    virtual ~Stream() = default;
    // The next piece, not empty; nothing: the content ends here, whole. Awaited on the connection's executor, one at a
    // time, for as long as it likes. An exception cuts the connection.
    virtual boost::asio::awaitable<std::optional<std::string>> next() = 0;
    // The server stops: `next` is to give nothing, soon. Called on the connection's executor, also while `next` waits.
    virtual void end() = 0;
};

}  // namespace minhbach::api::http
