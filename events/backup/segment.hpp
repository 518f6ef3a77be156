// Segments: the rows of one ledger from one position to another, with the checkpoints that were published on the way.
// Sealed payloads as they are kept, no keys. A segment is written once and never changed; LOG_FORMAT.md has the bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "events/kept.hpp"

namespace minhbach::events::backup {

struct SegmentName {
    Ledger ledger = Ledger::main;
    std::uint64_t first = 0;
    std::uint64_t end = 0;    // one after the last
    std::string str() const;  // "segments/main-000000000000-000000000345.mbseg"
    static std::optional<SegmentName> parse(std::string_view name);
    friend bool operator==(const SegmentName&, const SegmentName&) = default;
};

class SegmentWriter {
public:
    SegmentWriter(Ledger ledger, std::uint64_t first) : name_{ledger, first, first} {}
    void add_row(std::string_view record, std::string_view payload);
    // The note of the checkpoint of as many events as there are up to here.
    void add_checkpoint(std::string_view note);
    const SegmentName& name() const { return name_; }
    std::size_t bytes() const { return rows_.size(); }
    std::string close(std::string_view origin) const;  // the whole file

private:
    SegmentName name_;
    std::string rows_;
};

struct SegmentVisitor {
    std::function<Outcome(std::uint64_t position, std::string_view record, std::string_view payload)> row;
    std::function<Outcome(std::uint64_t size, std::string_view note)> checkpoint;
};

// Refuses (`backup-damaged`) bytes that `close` did not give for this name and origin, and what the visitor refuses.
Outcome visit_segment(std::string_view bytes, const SegmentName& name, std::string_view origin,
                      const SegmentVisitor& visitor);

}  // namespace minhbach::events::backup
