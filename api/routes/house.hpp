// What the handlers of one application share. Everything in it may be used from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

#include "api/export/jobs.hpp"
#include "api/routes/metrics.hpp"
#include "api/routes/rebuilding.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/ids.hpp"
#include "events/log.hpp"
#include "projections/answers.hpp"
#include "services/desk.hpp"

namespace minhbach::api::routes {

struct House {
    House(events::Log& log, Clock& clock, const std::filesystem::path& data);

    // The province was opened on a simulated clock: every answer and page says so.
    bool simulated();

    events::Log& log;
    events::EventIds ids;
    services::Desk desk;
    sign_in::SystemClock wall;  // tokens expire by it
    sign_in::Tokens tokens;
    projections::Runner acts;
    projections::Runner access;
    projections::Answers answers;
    exports::Jobs exports;
    Rebuilding rebuilding;
    Metrics metrics;
    std::string openapi;            // written once, when the routes are put together
    std::atomic<bool> ready{true};  // false once the stop has begun

private:
    std::atomic<int> simulated_{-1};
};

}  // namespace minhbach::api::routes
