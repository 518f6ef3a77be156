// Newest versions of rows that were asked for lately, in front of the store: one of them answers every question whose
// position is not before its own, without a look at the levels of the store.
//
// What is being written is forgotten before it is written, and nothing is remembered of a read that a write may have
// overtaken. Bounded: the older half goes when the younger one is full.
//
// Thread-safety: every member may be called from any thread; one thread writes.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/record.hpp"

namespace minhbach::projections {

// In the order in which they were written; each whole key once, and none moves while others are added.
struct WrittenRow {
    std::string key;   // whole
    std::string json;  // empty: the row ended
};
using WrittenRows = std::deque<WrittenRow>;
inline constexpr std::size_t kEndOfKey = 1 + sizeof(std::uint64_t);  // 0 ‖ position
// table ‖ 0 ‖ entity of a whole key.
inline std::string_view entity_key(std::string_view whole_key) {
    return whole_key.substr(0, whole_key.size() - kEndOfKey);
}

class NewestRows {
public:
    static constexpr std::size_t half_bytes_max = 4u << 20;

    struct Version {
        events::Position position;
        std::string json;  // empty: the row ended; at position 0 also: there never was one
    };
    struct Found {
        std::optional<Version> version;
        std::uint64_t ticket = 0;  // of a read that begins now
    };
    // `key`: table ‖ 0 ‖ entity. The newest version if it is remembered and not newer than `known`.
    Found find(std::string_view key, events::Position known);
    // What a read that began with `ticket` found to be the newest version.
    void remember(std::string_view key, const Version& version, std::uint64_t ticket);

    // Around every write.
    void begin_write(const std::vector<const WrittenRows*>& rows);
    void end_write();
    void clear();  // within a write that removes more rows than it names

private:
    struct HashOfText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Half = boost::unordered_flat_map<std::string, Version, HashOfText, std::equal_to<>>;

    std::mutex mutex_;
    Half young_;
    Half old_;
    std::size_t young_bytes_ = 0;
    std::uint64_t writes_ = 0;  // begun and ended: odd while one is under way
};

}  // namespace minhbach::projections
