// The clock of the demonstration: it stands still until it is set, and never goes back.
#pragma once

#include <atomic>
#include <stdexcept>

#include "events/vocabulary/time.hpp"

namespace minhbach::api::demo {

// The demonstration lasts from 07:30 on 01/11/2023 to 17:00 on 29/03/2024, local time. Thread-safe.
class SimulatedClock : public Clock {
public:
    static Time first() { return Time::local(Date::of("2023-11-01"), 7, 30); }
    static Time last() { return Time::local(Date::of("2024-03-29"), 17, 0); }

    Time now() override { return Time::from_millis(millis_.load()); }
    bool simulated() const override { return true; }
    void set(Time to) {
        if (to < now()) throw std::logic_error("the simulated clock was set back to " + to.rfc3339());
        millis_ = to.millis();
    }

private:
    std::atomic<std::int64_t> millis_ = first().millis();
};

}  // namespace minhbach::api::demo
