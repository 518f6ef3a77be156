// Where event ids come from. UUIDv7 (RFC 9562): 48 bits of milliseconds, then a counter that starts at random, so that
// ids of one source rise strictly even within a millisecond and when the clock stands still or steps back.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

#include "events/record.hpp"

namespace minhbach::events {

// Thread-safe.
class EventIds {
public:
    EventIds() = default;
    // The same ids for the same seed and times: for the demonstration and for tests.
    explicit EventIds(std::uint64_t seed) : seed_(seed) {}

    EventId next(Time now);

    // The id of a computed consequence: the same for the same cause, rule and step, so that a retry gives the event
    // once. A UUIDv8 that begins with the cause's time.
    static EventId derived(const EventId& cause, std::string_view rule, std::uint64_t step);

private:
    std::uint64_t random();

    std::mutex mutex_;
    std::optional<std::uint64_t> seed_;
    std::uint64_t drawn_ = 0;
    std::int64_t millis_ = -1;
    std::uint64_t high_ = 0;  // 12 bits
    std::uint64_t low_ = 0;   // 62 bits
};

}  // namespace minhbach::events
