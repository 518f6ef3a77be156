// What a record must satisfy given all records before it: its position (I2), its revision (I3), the numbers per subject
// and per actor, the time. Needs the record bytes only, so it serves a store as well as a log read over the network.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "events/check.hpp"
#include "events/record.hpp"

namespace minhbach::events {

class RecordSequence {
public:
    explicit RecordSequence(std::string origin) : origin_(std::move(origin)) {}

    // Adds to the report what is wrong; nothing if the bytes are not a record.
    std::optional<Record> take(std::string_view bytes, CheckReport& report);

    // How many rows one name has, and a digest of their positions in order, to be compared with what an index says.
    struct Numbered {
        std::uint64_t count = 0;
        std::uint64_t positions = 0;
        void add(Position position);
        friend bool operator==(const Numbered&, const Numbered&) = default;
    };
    using ByName = std::unordered_map<std::string, Numbered>;
    std::uint64_t size() const { return next_; }
    const ByName& streams() const { return streams_; }
    const ByName& subjects() const { return subjects_; }
    const ByName& actors() const { return actors_; }

private:
    std::string origin_;
    std::uint64_t next_ = 0;
    Time recorded_at_ = Time::from_millis(INT64_MIN);
    ByName streams_;
    ByName subjects_;
    ByName actors_;
};

}  // namespace minhbach::events
