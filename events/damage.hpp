// What is known to be damaged in a store, and who must heed it.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "events/log.hpp"

namespace minhbach::events {

struct Damage {
    std::optional<Ledger> ledger;  // of rows
    std::uint64_t first = 0;       // positions [first, end) whose rows are not sound; empty where no row is concerned
    std::uint64_t end = 0;
    std::string file;  // below the directory of the store: "log/000012.sst", "vault"; empty where it is not known
    std::string what;
    friend bool operator==(const Damage&, const Damage&) = default;
};

// "main [300, 301) log/000012.sst: ...": one line for whoever runs the program.
std::string told(const Damage& damage);

// Shared by whoever looks for damage and the log it is found in. A log that knows of damage gives out no damaged row
// and signs no further checkpoint: a signature vouches for every row below it. Thread-safe.
class KnownDamage {
public:
    void replace(std::vector<Damage> damages) {
        const std::lock_guard lock(mutex_);
        damages_ = std::move(damages);
        any_.store(!damages_.empty(), std::memory_order_release);
    }
    bool any() const { return any_.load(std::memory_order_acquire); }
    // Whether one of the positions [from, to) is damaged.
    bool covers(Ledger ledger, std::uint64_t from, std::uint64_t to) const {
        if (!any()) return false;
        const std::lock_guard lock(mutex_);
        for (const auto& damage : damages_) {
            if (damage.ledger == ledger && damage.first < to && from < damage.end) return true;
        }
        return false;
    }
    std::vector<Damage> all() const {
        const std::lock_guard lock(mutex_);
        return damages_;
    }

private:
    std::atomic<bool> any_{false};
    mutable std::mutex mutex_;
    std::vector<Damage> damages_;
};

}  // namespace minhbach::events
