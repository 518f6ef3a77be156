// Looks through a ledger for whoever follows it: which records are asked for, and how far was looked. The range it
// names has no gap, whatever the filter leaves out, so a follower can prove that it saw all there was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/log.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::api::follow {

// What is asked for. Nothing in it is everything.
struct Filter {
    events::Ledger ledger = events::Ledger::main;
    std::vector<std::string> types;  // of an event: "rating.decided", or "rating.*" for all that begin so
    std::optional<PersonCode> subject;
    std::optional<UnitCode> unit;  // see projections/places.hpp; of the main ledger only
    bool with_party = false;       // what the party side alone reads, too (is_party_content); webhooks never
};

struct Found {
    std::uint64_t position = 0;
    events::EventId id;
    std::string cloud_event;  // see cloud_event.hpp
};

struct Scanned {
    std::uint64_t from = 0, to = 0;  // every record in [from, to) was looked at
    std::uint64_t size = 0;          // of the ledger: durable events
    std::vector<Found> found;        // those asked for, ascending
};

// A scan ends at the first of these that is reached. At least one record is looked at where there is one.
struct Limits {
    std::size_t events_max = 100;
    std::size_t records_max = 5'000;
    std::size_t bytes_max = 256 * 1024;  // of cloud events
};

// Thread-safe.
class Scanner {
public:
    // `acts` folds the main ledger; both must outlive this.
    Scanner(const events::Log& log, const projections::Runner& acts) : log_(log), acts_(acts) {}

    // Not beyond what is durable and, with a unit, not beyond what the read models know: then `to` stays behind `size`,
    // and what lies between is looked at later. Throws events::Unavailable while the store is closed.
    Scanned scan(const Filter& filter, std::uint64_t from, const Limits& limits) const;
    std::uint64_t size(events::Ledger ledger) const { return log_.size(ledger); }

private:
    const events::Log& log_;
    const projections::Runner& acts_;
};

}  // namespace minhbach::api::follow
