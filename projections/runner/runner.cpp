#include "projections/runner/runner.hpp"

#include <algorithm>
#include <atomic>
#include <boost/describe.hpp>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "projections/runner/fold_rows.hpp"
#include "projections/runner/row_store.hpp"

namespace minhbach::projections {

// What the store notes about a projection. `last` is the digest of the last folded record: a folder that belongs to
// another log is found out by it.
struct FoldedNote {
    int format = 0;
    int version = 0;
    std::int64_t applied = 0;
    std::string last;
};
BOOST_DESCRIBE_STRUCT(FoldedNote, (), (format, version, applied, last))

namespace {
constexpr int kRowFormat = 1;  // counted up when keys or notes change
constexpr std::size_t kChunkBytesMax = 4u << 20;
constexpr std::int64_t kIdleMillis = 50;  // how long a stop may wait for a quiet log
constexpr int kReadFailuresMax = 20;
}  // namespace

struct Runner::Inside {
    struct Folding {
        std::unique_ptr<Projection> projection;
        FoldRows rows;
        // The thread's own; readers see `status`.
        std::uint64_t next = 0;
        std::uint64_t noted = 0;  // the last `next` that the store was told
        bool running = true;
        ProjectionStatus status;  // under mutex
    };

    Inside(const events::Log& a_log, events::Ledger a_ledger, Projections projections,
           const std::filesystem::path& directory, const RunnerOptions& an_options)
        : log(a_log),
          ledger(a_ledger),
          options(an_options),
          store(std::make_unique<RowStore>(directory, options.block_cache_bytes, options.memtable_bytes)) {
        for (auto& projection : projections) {
            FoldRows rows(*store, projection->name());
            const auto next = folded_before(*projection);
            ProjectionStatus status{std::string(projection->name()), projection->version(), next, {}, {}};
            folding.push_back({std::move(projection), std::move(rows), next, next, true, std::move(status)});
        }
        publish();
    }

    // How far the rows of a projection can be used; empties them where they cannot.
    std::uint64_t folded_before(const Projection& projection) {
        const auto text = store->note(projection.name());
        if (!text) return 0;
        const auto note = json::from_json<FoldedNote>(*text);
        if (note && note->format == kRowFormat && note->version == projection.version() && note->applied >= 0) {
            const auto count = static_cast<std::uint64_t>(note->applied);
            if (count <= log.size(ledger) && note->last == last_digest(count)) return count;
        }
        store->forget(projection.name());
        return 0;
    }

    std::string last_digest(std::uint64_t count) const {
        if (count == 0) return {};
        return events::hex(events::sha256(log.record_bytes(ledger, events::Position{count - 1})));
    }

    void stop(Folding& one, const std::string& error) {
        one.running = false;
        const std::lock_guard lock(mutex);
        one.status.error = error;
        one.status.stopped_at = events::Position{one.next};
    }

    std::vector<events::Stored> next_chunk() const {
        std::uint64_t from = ~std::uint64_t{0};
        for (const auto& one : folding) {
            if (one.running) from = std::min(from, one.next);
        }
        std::vector<events::Stored> chunk;
        const auto size = log.size(ledger);
        if (from >= size) return chunk;
        std::size_t bytes = 0;
        const auto to = std::min(size, from + options.chunk_events_max);  // the log reads ahead up to here
        log.scan(ledger, events::Position{from}, events::Position{to}, [&](events::Stored&& stored) {
            for (const auto& part : stored.parts) bytes += part.json.size();
            chunk.push_back(std::move(stored));
            return bytes < kChunkBytesMax;
        });
        return chunk;
    }

    void fold(events::Stored&& stored) {
        const auto position = stored.record.position;
        std::optional<events::Recorded> recorded;
        std::string broken;
        try {
            recorded = events::decode(std::move(stored));
        } catch (const std::exception& exception) {
            broken = exception.what();
        }
        for (auto& one : folding) {
            if (!one.running || position.value < one.next) continue;
            if (position.value > one.next) {
                stop(one, "a gap before position " + std::to_string(position.value));
                continue;
            }
            if (!recorded) {
                stop(one, broken);
                continue;
            }
            one.rows.begin(position);
            try {
                one.projection->fold(*recorded, one.rows);
                ++one.next;
            } catch (const std::exception& exception) {
                one.rows.undo();
                stop(one, exception.what());
            }
        }
    }

    void commit() {
        std::vector<const WrittenRows*> rows;
        std::vector<std::pair<std::string, std::string>> notes;
        std::map<std::uint64_t, std::string> digests;  // all projections stand at the same event as a rule
        for (auto& one : folding) {
            if (one.rows.written().empty() && one.next == one.noted) continue;
            rows.push_back(&one.rows.written());
            if (!digests.contains(one.next)) digests[one.next] = last_digest(one.next);
            const FoldedNote note{kRowFormat, one.projection->version(), static_cast<std::int64_t>(one.next),
                                  digests[one.next]};
            notes.emplace_back(one.projection->name(), json::to_json(note));
            one.noted = one.next;
        }
        store->write(rows, notes);
        for (auto& one : folding) one.rows.forget_written();
        publish();
    }

    void publish() {
        const std::lock_guard lock(mutex);
        std::uint64_t running = ~std::uint64_t{0};
        std::uint64_t furthest = 0;
        for (auto& one : folding) {
            one.status.applied = one.next;
            if (one.running) running = std::min(running, one.next);
            furthest = std::max(furthest, one.next);
        }
        applied.store(running == ~std::uint64_t{0} ? furthest : running, std::memory_order_release);
        progressed.notify_all();
    }

    // One chunk; false if there was nothing to fold.
    bool step() {
        auto chunk = next_chunk();
        if (chunk.empty()) return false;
        for (auto& stored : chunk) fold(std::move(stored));
        commit();
        return true;
    }

    bool any_running() const {
        return std::any_of(folding.begin(), folding.end(), [](const auto& one) { return one.running; });
    }

    void follow() {
        int failures = 0;
        while (!stopping.load(std::memory_order_acquire) && any_running()) {
            try {
                if (!step()) log.wait_until_durable(ledger, applied.load() + 1, log.generation(), kIdleMillis);
                failures = 0;
            } catch (const std::exception& exception) {
                // The log may be reopening after a failed write; damage does not go away.
                if (++failures >= kReadFailuresMax) {
                    for (auto& one : folding) {
                        if (one.running) stop(one, exception.what());
                    }
                    publish();
                }
                std::unique_lock lock(mutex);
                progressed.wait_for(lock, std::chrono::milliseconds(kIdleMillis), [&] { return stopping.load(); });
            }
        }
    }

    const events::Log& log;
    const events::Ledger ledger;
    const RunnerOptions options;
    const std::unique_ptr<RowStore> store;
    std::vector<Folding> folding;

    mutable std::mutex mutex;
    mutable std::condition_variable progressed;
    std::atomic<std::uint64_t> applied{0};
    std::atomic<bool> stopping{false};
    std::thread thread;
};

Runner::Runner(const events::Log& log, events::Ledger ledger, Projections projections,
               const std::filesystem::path& directory, const RunnerOptions& options)
    : inside_(std::make_unique<Inside>(log, ledger, std::move(projections), directory, options)) {
    if (options.follow) inside_->thread = std::thread([inside = inside_.get()] { inside->follow(); });
}

Runner::~Runner() {
    {
        const std::lock_guard lock(inside_->mutex);
        inside_->stopping.store(true, std::memory_order_release);
        inside_->progressed.notify_all();
    }
    if (inside_->thread.joinable()) inside_->thread.join();
    try {
        inside_->store->flush();
    } catch (const std::exception&) {
        // What is not flushed is folded again at the next start.
    }
}

std::uint64_t Runner::applied() const {
    return inside_->applied.load(std::memory_order_acquire);
}

bool Runner::wait_until(events::Position position, std::int64_t millis) const {
    if (applied() > position.value) return true;
    std::unique_lock lock(inside_->mutex);
    return inside_->progressed.wait_for(lock, std::chrono::milliseconds(millis),
                                        [&] { return applied() > position.value; });
}

std::vector<ProjectionStatus> Runner::status() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<ProjectionStatus> result;
    for (const auto& one : inside_->folding) result.push_back(one.status);
    return result;
}

std::vector<std::string> Runner::stopped() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<std::string> names;
    for (const auto& one : inside_->folding) {
        if (one.status.error) names.push_back(one.status.name);
    }
    return names;
}

const RowsReader& Runner::rows() const {
    return *inside_->store;
}

void Runner::catch_up() {
    if (inside_->thread.joinable()) throw std::logic_error("catch_up beside the following thread");
    while (inside_->step()) {
    }
}

events::Hash Runner::state_hash(std::string_view projection, std::uint64_t before) const {
    return inside_->store->hash(projection, before);
}

}  // namespace minhbach::projections
