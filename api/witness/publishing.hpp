// Which checkpoints leave the house: every one the log signs or, where the operator says so, only those that enough
// witnesses have cosigned.
#pragma once

#include <array>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "events/log.hpp"
#include "events/witness/cosigning.hpp"

namespace minhbach::api {

struct Witnessing {
    events::WitnessPolicy policy;
    bool required = false;  // nothing is published that is not cosigned by enough
};

// Thread-safe. With witnesses, one thread shows them what is new: every second, and at once when somebody waits.
class Publishing {
public:
    // `data`: where the newest cosigned checkpoints are kept (files "witnessed-main", "witnessed-access"); a file whose
    // checkpoint the log did not sign throws std::runtime_error.
    Publishing(events::Log& log, const std::filesystem::path& data, std::optional<Witnessing> witnessing);
    ~Publishing();
    Publishing(const Publishing&) = delete;
    Publishing& operator=(const Publishing&) = delete;

    // The newest published checkpoint. Of size 0 without a note while none is cosigned that must be.
    events::Checkpoint newest(events::Ledger ledger) const;
    // The newest one as soon as it is of at least the present durable size, at the latest after three seconds.
    events::Checkpoint caught_up(events::Ledger ledger);
    // Asks for one of at least the present durable size, without waiting for it.
    void want(events::Ledger ledger);
    // The newest one that enough witnesses cosigned.
    std::optional<events::Checkpoint> witnessed(events::Ledger ledger) const;
    bool is_required() const { return witnessing_ && witnessing_->required; }
    std::vector<events::WitnessStanding> standings(events::Ledger ledger) const;
    // Ends the thread, once; what is published stays.
    void stop();

private:
    struct Side {
        std::optional<events::Checkpoint> witnessed;
        std::vector<events::WitnessStanding> standings;
    };
    void restore(events::Ledger ledger);
    void follow();
    void keep(events::Ledger ledger, events::Cosigning& cosigning);

    events::Log& log_;
    const std::filesystem::path data_;
    const std::optional<Witnessing> witnessing_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::chrono::steady_clock::time_point wanted_;
    std::array<Side, 2> sides_;  // by ledger
    std::thread thread_;
};

}  // namespace minhbach::api
