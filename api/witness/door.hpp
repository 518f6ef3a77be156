// A witness over HTTP, as C2SP tlog-witness says: POST /add-checkpoint, GET /<SHA-256 of the origin>/checkpoint.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <functional>

#include "api/http/server.hpp"
#include "events/witness/witness.hpp"

namespace minhbach::api {

// Everything it is given must outlive the server. `writers` does what waits for the disk; `now` gives seconds since
// 1970 and may be called from any thread.
http::Handler witness_door(events::Witness& witness, boost::asio::thread_pool& writers,
                           std::function<std::uint64_t()> now);

}  // namespace minhbach::api
