// What the handlers of one application share. Everything in it may be used from any thread.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "api/doors.hpp"
#include "api/export/jobs.hpp"
#include "api/follow/options.hpp"
#include "api/routes/erasing.hpp"
#include "api/routes/metrics.hpp"
#include "api/routes/provider_steps.hpp"
#include "api/routes/rebuilding.hpp"
#include "api/sign_in/attempts.hpp"
#include "api/witness/publishing.hpp"
#include "api/witness/taken_outside.hpp"
#include "events/completeness/sealed_index.hpp"
#include "events/ids.hpp"
#include "events/log.hpp"
#include "projections/answers.hpp"
#include "services/desk.hpp"

namespace minhbach::api {
class Scrubbing;
}

namespace minhbach::api::routes {

inline constexpr std::size_t kReaders = 2;  // threads for heavy reads; more of these wait for one another

struct House {
    House(events::Log& log, Clock& clock, const std::filesystem::path& data, std::optional<Witnessing> witnessing,
          follow::Options following = {}, Doors doors = {});
    // Not before the log has called back everybody who waits on the readers' threads.
    ~House() {
        readers.join();
        if (provider_steps) provider_steps->join();
    }
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    // The province was opened on a simulated clock: every answer and page says so.
    bool simulated();
    // The read models have read everything the log held when the program began.
    bool caught_up() const { return acts.applied() >= size_at_start; }

    events::Log& log;
    events::EventIds ids;
    services::Desk desk;
    sign_in::SystemClock wall;  // tokens expire by it
    sign_in::Identity identity;
    const services::signature::Authorities authorities;
    sign_in::Attempts attempts;  // of those who are nobody; the bookkeeper enters them
    http::Allowance asking;      // by person, or by address where nobody is signed in
    http::Allowance signing_in;  // by address
    http::Allowance beginning;   // with the identity provider, by address
    projections::Runner acts;
    projections::Runner access;
    projections::Answers answers;
    Publishing publishing;  // of checkpoints
    exports::Jobs exports;
    TakenOutside taken;                          // when anybody else took one of the main ledger
    std::array<events::SealedIndex, 2> indexes;  // by ledger
    events::SealedIndex& index_of(events::Ledger ledger) { return indexes[ledger == events::Ledger::main ? 0 : 1]; }
    follow::Scanner scanner;
    follow::Engine webhooks;
    const follow::Options following;
    // Shared with the streams, which may be dropped after the house.
    const std::shared_ptr<std::atomic<std::size_t>> streams_open = std::make_shared<std::atomic<std::size_t>>(0);
    Rebuilding rebuilding;
    Erasing erasing;
    const std::uint64_t size_at_start;  // of the main ledger
    Metrics metrics;
    const Scrubbing* scrubbing = nullptr;  // null: nobody looks for damage; outlives the house
    std::string openapi;                   // written once, when the routes are put together
    std::atomic<bool> ready{true};         // false once the stop has begun

private:
    std::atomic<int> simulated_{-1};

public:
    const std::unique_ptr<ProviderSteps> provider_steps;  // null: there is no provider
    boost::asio::thread_pool readers{kReaders};           // heavy reads run here; the last member, so it ends first
};

}  // namespace minhbach::api::routes
