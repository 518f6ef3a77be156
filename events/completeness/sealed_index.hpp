// The sealing of a ledger's index and the newest sealed one, kept so that completeness can be proven from it.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "events/completeness/complete.hpp"
#include "events/completeness/name_index.hpp"
#include "events/log.hpp"
#include "events/vocabulary/access.hpp"

namespace minhbach::events {

// What an `index.sealed` event of a ledger says, with what proves that it says so.
struct IndexSeal {
    Position position;       // of the event
    std::uint64_t size = 0;  // how many records it counts: at most `position`
    Hash root{};
    Hash salt{};
    std::string json;
};
// "<position> <salt> <JSON>"
std::string line_of(const IndexSeal& seal);
// Nothing if the line is none. Whether the log holds it is for the caller to say.
std::optional<IndexSeal> parse_seal(std::string_view line);

// In which stream a ledger's seals lie.
Stream seals_stream(Ledger ledger);
// Every durable seal of the ledger, oldest first.
std::vector<IndexSeal> seals_of(const Log& log, Ledger ledger);

// Thread-safe. Whoever asks for a proof waits while the index is brought forward.
class SealedIndex {
public:
    SealedIndex(const Log& log, Ledger ledger) : log_(log), ledger_(ledger) {}

    // When a seal is due: so many records after those that the newest one counts, or a day after the first of them.
    struct Due {
        std::uint64_t records_max = 4096;
        std::int64_t millis_max = 86'400'000;
    };
    // Writes an event into the ledger and waits until it is durable; false if it was not, or if that is not known.
    using Write = std::function<bool(const IndexSealed&)>;
    // Seals if it is due. The first call counts what the newest seal counted: minutes for tens of millions of records,
    // on the calling thread; `stop` is asked meanwhile, and what was counted until then is kept for the next call.
    // Throws std::runtime_error if an index that was sealed is not that of the records.
    void keep(const Due& due, Time now, const Write& write, const std::function<bool()>& stop = {});

    // The proof that a list is complete below the checkpoint; refuses `not-yet-known` where no seal lies below it.
    Result<CompletenessProof> prove(const std::string& name, const Checkpoint& checkpoint);

private:
    bool restore(const std::function<bool()>& stop);  // false: stopped
    bool count_up_to(std::uint64_t size, const std::function<bool()>& stop);
    bool is_due(const Due& due, Time now) const;

    const Log& log_;
    const Ledger ledger_;
    std::timed_mutex mutex_;  // of what follows
    bool restored_ = false;
    NameIndex index_;
    std::optional<IndexSeal> seal_;  // of what `index_` counts; nothing while there is none
    std::uint64_t newest_ = 0;       // position after the newest seal
};

}  // namespace minhbach::events
