// The program behind its doors: the desk, the read models, the tokens and the routes over one open log.
//
// Lives shorter than the log and the io_context of its server. `handler` may be called and its handler be used from any
// thread until `stop`; what is still being handled then is finished by the server before it stops.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

#include "api/doors.hpp"
#include "api/follow/options.hpp"
#include "api/http/server.hpp"
#include "api/witness/publishing.hpp"
#include "events/completeness/sealed_index.hpp"
#include "events/log.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::api {

namespace routes {
struct House;
}

class Application {
public:
    // `clock` is the one acts are recorded by; tokens are checked by the clock on the wall. `data` holds tokens/ and
    // the read models. These catch up with the log on threads of their own: until then what is asked of them gets 503
    // not-yet-known, and /readyz tells how far they are. Every `seal_every` the access ledger's checkpoint enters the
    // main one, and the index of each ledger is sealed into it where `index_due` says so. With `witnessing`,
    // checkpoints are shown to witnesses.
    Application(events::Log& log, Clock& clock, std::filesystem::path data,
                std::chrono::milliseconds seal_every = std::chrono::minutes(1),
                std::optional<Witnessing> witnessing = {}, follow::Options following = {},
                const events::SealedIndex::Due& index_due = {}, Doors doors = {});
    ~Application();  // stops
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    http::Handler handler();
    // For ServerOptions::body_bytes_max_of: a roster may be larger than any other body, if it comes with a valid token;
    // what is open to everybody takes a small one (routes::kOpenBodyBytesMax).
    std::optional<std::size_t> body_bytes_max_of(const http::Request& head);
    // For ServerOptions::refusal_of: whoever is not let in is told so before the body is read, and so is whoever asks
    // for what does not exist.
    std::optional<http::Response> refusal_of(const http::Request& head);

    // Seals the access ledger into the main one a last time and ends the threads of the program. Any number of times.
    void stop();

    routes::House& house();  // for tests and for the command line

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::api
