// One store of rows and the thread that follows the log into it. A runner has one in use, and for a while a second one
// that is folded anew beside it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "projections/runner/fold_rows.hpp"
#include "projections/runner/row_store.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {

inline constexpr std::int64_t kIdleMillis = 50;  // how long a stop may wait for a quiet log

struct Runner::Inside {
    struct Folding {
        std::unique_ptr<Projection> projection;
        FoldRows rows;
        // Of the thread that folds it; readers see `status`.
        std::uint64_t next = 0;
        std::uint64_t noted = 0;  // the last `next` that the store was told
        bool running = true;
        ProjectionStatus status;                     // under mutex
        std::chrono::steady_clock::duration took{};  // the last chunk
    };
    struct Read {
        events::Position position;
        std::optional<events::Recorded> recorded;
        std::string broken;  // why it cannot be decoded
    };

    Inside(const events::Log& a_log, events::Ledger a_ledger, Projections projections,
           std::filesystem::path a_directory, const RunnerOptions& an_options);
    ~Inside();
    std::unique_ptr<RowStore> opened() const;
    // How far the rows of a projection can be used; empties them where they cannot.
    std::uint64_t folded_before(const Projection& projection);
    std::string last_digest(std::uint64_t count) const;
    void stop(Folding& one, const std::string& error);
    std::vector<Read> read_chunk(std::uint64_t from, std::uint64_t size) const;
    std::vector<Read> next_chunk();
    void fold(const std::vector<Read>& chunk, Folding& one);
    // What these have folded and the store does not have yet, all or nothing.
    void commit(const std::vector<Folding*>& some);
    // Every projection folds the chunk, and the store has it afterwards.
    void fold(const std::vector<Read>& chunk);
    void pause(const std::optional<WriteFailed>& failed);
    void publish();
    // One chunk, and what an earlier write left behind when it failed. How many events it had; nothing if there was
    // nothing to do.
    std::optional<std::size_t> step();
    // Until the last of many events is folded.
    void gather(std::uint64_t events_to_come);
    bool any_running() const;
    // Or until it is told to stop.
    void rest_until(std::chrono::steady_clock::time_point until);
    void follow();
    std::vector<ProjectionStatus> statuses() const;
    void start();
    void halt();

    const events::Log& log;
    const events::Ledger ledger;
    const RunnerOptions options;
    const std::filesystem::path directory;
    bool superseded = false;  // others took the place of these rows: they go with their last reader
    std::unique_ptr<RowStore> store;
    std::vector<Folding> folding;
    bool is_paused = false;     // the thread's own: the last write failed
    bool is_gathering = false;  // the thread's own
    // While many events are still to come the next chunk is read and opened beside the folding of this one.
    std::uint64_t ahead_from = 0;
    std::future<std::vector<Read>> ahead;

    mutable std::mutex mutex;
    mutable std::condition_variable progressed;
    std::atomic<std::uint64_t> applied{0};
    std::atomic<bool> stopping{false};
    std::atomic<bool> any_stopped{false};  // some projection, with an error in its status
    std::thread thread;
};

}  // namespace minhbach::projections
