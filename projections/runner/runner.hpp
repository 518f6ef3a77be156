// Follows one ledger on a thread of its own and folds every event, in order and without a gap, into the rows of all
// projections. The rows live in a RocksDB of their own without write-ahead log: the folder may be deleted at any time
// and is folded anew. What a projection makes of a chunk of events and the position after it are one atomic write; what
// a crash loses is folded again. A projection reads its own rows only, so that two may fold at the same time.
//
// A projection whose version changed is folded anew alone, and the answers name it until it has caught up. One that
// throws, or that would have to skip a position, stops with its error; the others go on. A folder of another store is
// emptied.
//
// Where the disk is full or fails nothing more is folded until what was folded can be written: the rows that are there
// go on answering, and say how far they are. A full disk needs nobody; after other failures the store may take no
// writes any more, and is then among what `is_damaged` tells.
//
// `rebuild_beside` folds everything anew while the rows in use go on answering, and then puts the new ones in their
// place. The folder holds one store of rows for each generation and the file `in-use`, which names the one that counts.
//
// Thread-safety: every member may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "events/check.hpp"
#include "events/log.hpp"
#include "projections/projection.hpp"

namespace rocksdb {
class Env;
}

namespace minhbach::projections {

struct RunnerOptions {
    std::size_t chunk_events_max = 256;  // of a projection they are one atomic write
    // As many to come are gathered in greater pieces and folded on two threads, until the last of them.
    std::uint64_t many_events = 100'000;
    std::size_t block_cache_bytes = 16u << 20;
    std::size_t memtable_bytes = 8u << 20;
    bool follow = true;               // false: no thread; `catch_up` folds in the calling thread
    std::int64_t retry_millis = 500;  // after a write that failed
    rocksdb::Env* env = nullptr;      // where the rows lie; null: the machine's own disk; must outlive the runner
};

struct ProjectionStatus {
    std::string name;
    int version = 0;
    std::uint64_t applied = 0;                   // events folded
    std::optional<std::string> error;            // why it stopped
    std::optional<events::Position> stopped_at;  // the event it stopped at
    std::optional<std::string> paused;           // "disk-full" or "disk-failed": its rows cannot be written at present
};

struct Rebuilt {
    std::uint64_t events = 0;
    double seconds = 0;
    std::vector<std::pair<std::string, events::Hash>> hashes;  // by projection
    std::vector<std::string> differing;                        // whose rows were not the same before
};

class Runner {
public:
    // Opens or makes `directory`. Throws std::runtime_error if it cannot be opened even when emptied. `log` must
    // outlive this.
    Runner(const events::Log& log, events::Ledger ledger, Projections projections,
           const std::filesystem::path& directory, const RunnerOptions& options = {});
    ~Runner();  // stops after the present chunk and flushes
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // How many events every running projection has folded: answers reflect positions below this.
    std::uint64_t applied() const;
    // Waits until `position` is folded by every running projection; false after `millis` milliseconds.
    bool wait_until(events::Position position, std::int64_t millis) const;
    std::vector<ProjectionStatus> status() const;
    // Names of projections that stopped with an error. Asked with every answer: cheap while there are none.
    std::vector<std::string> stopped() const;
    // Why no rows are written at present, as `ProjectionStatus::paused`. It ends by itself.
    std::optional<std::string> paused() const;
    // The rows in use now; whoever reads keeps them until done.
    std::shared_ptr<const RowsReader> rows() const;

    // The rows in use are damaged on the disk: what meets the damage throws. Or their store takes no writes any more.
    // `rebuild_beside` mends it, and so does the next start.
    bool is_damaged() const;
    // Waits until nobody reads rows that were in use before and their folder is gone; false after ten seconds.
    bool wait_until_alone() const;

    // Folds in the calling thread until everything durable now is folded. Only without `follow`.
    void catch_up();

    // SHA-256 over all rows of a projection whose position is below `before`, in order of their keys. Reads all of
    // them.
    events::Hash state_hash(std::string_view projection, std::uint64_t before) const;

    // Blocks until the new rows are in use; one caller at a time, others wait. `projections` are those of this runner,
    // made anew. Throws std::runtime_error if one of them stops, or if they do not catch up: then the old rows stay in
    // use.
    Rebuilt rebuild_beside(Projections projections);

private:
    struct Inside;
    std::shared_ptr<Inside> inside() const;

    const events::Log& log_;
    const events::Ledger ledger_;
    const std::filesystem::path directory_;
    const RunnerOptions options_;
    mutable std::mutex mutex_;  // guards the pointer
    std::shared_ptr<Inside> inside_;
    std::uint64_t generation_ = 1;
    std::mutex rebuilding_;
};

// I8: folds the ledger anew into `shadow` (an absent or empty folder, removed afterwards) and compares every projection
// with the live one at the same position. Empty: all equal.
std::vector<events::Violation> check_rebuild(const events::Log& log, events::Ledger ledger, const Runner& live,
                                             Projections projections, const std::filesystem::path& shadow);

// For an operator, with no server on the directory: folds anew beside `directory` and puts the result in its place.
Rebuilt rebuild(const events::Log& log, events::Ledger ledger, const std::filesystem::path& directory,
                bool access = false);

}  // namespace minhbach::projections
