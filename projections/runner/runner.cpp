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
#include "projections/runner/generations.hpp"
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
constexpr std::uint64_t kManyEvents = 500'000;  // as many to be folded are gathered in greater pieces
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
           std::filesystem::path a_directory, const RunnerOptions& an_options)
        : log(a_log), ledger(a_ledger), options(an_options), directory(std::move(a_directory)), store(opened()) {
        std::vector<std::uint64_t> usable;
        try {
            for (const auto& projection : projections) usable.push_back(folded_before(*projection));
        } catch (const std::runtime_error&) {
            if (!store->is_damaged()) throw;
            store.reset();
            store = opened();  // emptied
            usable.assign(projections.size(), 0);
        }
        for (std::size_t i = 0; i < projections.size(); ++i) {
            auto& projection = projections[i];
            FoldRows rows(*store, projection->name());
            const auto next = usable[i];
            ProjectionStatus status{std::string(projection->name()), projection->version(), next, {}, {}, {}};
            folding.push_back({std::move(projection), std::move(rows), next, next, true, std::move(status)});
        }
        publish();
    }

    std::unique_ptr<RowStore> opened() const {
        return std::make_unique<RowStore>(directory, options.block_cache_bytes, options.memtable_bytes, options.env);
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
        }
        try {
            store->write(rows, notes);
        } catch (const WriteFailed& failed) {
            pause(failed);
            throw;
        }
        for (auto& one : folding) {
            one.rows.forget_written();
            one.noted = one.next;
        }
        publish();
    }

    void pause(const std::optional<WriteFailed>& failed) {
        is_paused = failed.has_value();
        const std::lock_guard lock(mutex);
        for (auto& one : folding) {
            one.status.paused = failed && one.running ? std::optional(failed->why()) : std::nullopt;
        }
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

    // One chunk, and what an earlier write left behind when it failed; false if there was nothing to do.
    bool step() {
        if (is_paused) {
            store->take_up();
            commit();
            pause({});
        }
        auto chunk = next_chunk();
        gather(chunk.empty() ? 0 : log.size(ledger) - chunk.front().record.position.value);
        const bool is_behind =
            std::any_of(folding.begin(), folding.end(), [](const auto& one) { return one.next != one.noted; });
        if (chunk.empty() && !is_behind) return false;
        for (auto& stored : chunk) fold(std::move(stored));
        commit();
        return true;
    }

    // Until the last of many events is folded.
    void gather(std::uint64_t events_to_come) {
        if (is_gathering ? events_to_come > options.chunk_events_max : events_to_come < kManyEvents) return;
        is_gathering = !is_gathering;
        store->gather_more(is_gathering);
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
            } catch (const WriteFailed&) {
                std::unique_lock lock(mutex);
                progressed.wait_for(lock, std::chrono::milliseconds(options.retry_millis),
                                    [&] { return stopping.load(); });
            } catch (const std::exception& exception) {
                // However long the log is closed after a failed write, it is read on then; damage does not go away.
                const bool is_closed = dynamic_cast<const events::Unavailable*>(&exception) != nullptr;
                if (!is_closed && ++failures >= kReadFailuresMax) {
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

    std::vector<ProjectionStatus> statuses() const {
        const std::lock_guard lock(mutex);
        std::vector<ProjectionStatus> result;
        for (const auto& one : folding) result.push_back(one.status);
        return result;
    }

    void start() {
        stopping.store(false, std::memory_order_release);
        thread = std::thread([this] { follow(); });
    }

    void halt() {
        {
            const std::lock_guard lock(mutex);
            stopping.store(true, std::memory_order_release);
            progressed.notify_all();
        }
        if (thread.joinable()) thread.join();
    }

    ~Inside() {
        halt();
        if (superseded) {
            store.reset();
            std::error_code ignored;
            std::filesystem::remove_all(directory, ignored);
            return;
        }
        try {
            store->flush();
        } catch (const std::exception&) {
            // What is not flushed is folded again at the next start.
        }
    }

    const events::Log& log;
    const events::Ledger ledger;
    const RunnerOptions options;
    const std::filesystem::path directory;
    bool superseded = false;  // others took the place of these rows: they go with their last reader
    std::unique_ptr<RowStore> store;
    std::vector<Folding> folding;
    bool is_paused = false;     // the thread's own: the last write failed
    bool is_gathering = false;  // the thread's own

    mutable std::mutex mutex;
    mutable std::condition_variable progressed;
    std::atomic<std::uint64_t> applied{0};
    std::atomic<bool> stopping{false};
    std::thread thread;
};

Runner::Runner(const events::Log& log, events::Ledger ledger, Projections projections,
               const std::filesystem::path& directory, const RunnerOptions& options)
    : log_(log), ledger_(ledger), directory_(directory), options_(options), generation_(generation_in(directory)) {
    inside_ = std::make_shared<Inside>(log, ledger, std::move(projections), folder(directory, generation_), options);
    use(directory, generation_);
    if (options.follow) inside_->start();
}

Runner::~Runner() = default;

std::shared_ptr<Runner::Inside> Runner::inside() const {
    const std::lock_guard lock(mutex_);
    return inside_;
}

std::uint64_t Runner::applied() const {
    return inside()->applied.load(std::memory_order_acquire);
}

bool Runner::wait_until(events::Position position, std::int64_t millis) const {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::milliseconds(millis);
    while (applied() <= position.value) {
        if (Clock::now() >= until) return false;
        // In short turns: meanwhile other rows may have come into use.
        const auto now = inside();
        std::unique_lock lock(now->mutex);
        now->progressed.wait_until(lock, std::min(until, Clock::now() + std::chrono::milliseconds(kIdleMillis)),
                                   [&] { return now->applied.load() > position.value; });
    }
    return true;
}

std::vector<ProjectionStatus> Runner::status() const {
    return inside()->statuses();
}

std::vector<std::string> Runner::stopped() const {
    std::vector<std::string> names;
    for (const auto& status : status()) {
        if (status.error) names.push_back(status.name);
    }
    return names;
}

std::optional<std::string> Runner::paused() const {
    for (const auto& status : this->status()) {
        if (status.paused) return status.paused;
    }
    return std::nullopt;
}

std::shared_ptr<const RowsReader> Runner::rows() const {
    auto now = inside();
    const auto* store = now->store.get();
    return {std::move(now), store};
}

Rebuilt Runner::rebuild_beside(Projections projections) {
    const std::lock_guard alone(rebuilding_);
    const auto begun = std::chrono::steady_clock::now();
    const auto generation = generation_ + 1;
    std::filesystem::remove_all(folder(directory_, generation));
    auto anew =
        std::make_shared<Inside>(log_, ledger_, std::move(projections), folder(directory_, generation), options_);
    anew->superseded = true;  // until it is in use
    const auto fold_on = [&] {
        while (anew->step()) {
        }
        for (const auto& status : anew->statuses()) {
            if (status.error) throw std::runtime_error(status.name + ": " + *status.error);
        }
    };
    fold_on();

    // The rows in use stand still for the last few events, so that nobody who saw them sees an older state afterwards.
    const auto before = inside();
    before->halt();
    try {
        fold_on();
        anew->store->flush();
        use(directory_, generation);
    } catch (...) {
        if (options_.follow) before->start();
        throw;
    }
    generation_ = generation;
    anew->superseded = false;
    before->superseded = true;
    Rebuilt result;
    result.events = anew->applied.load();
    if (options_.follow) anew->start();
    {
        const std::lock_guard lock(mutex_);
        inside_ = anew;
    }
    const auto is_same = [&](const ProjectionStatus& status) {
        try {
            return !status.error &&
                   before->store->hash(status.name, status.applied) == anew->store->hash(status.name, status.applied);
        } catch (const std::runtime_error&) {
            if (before->store->is_damaged()) return false;
            throw;
        }
    };
    for (const auto& status : before->statuses()) {
        if (!is_same(status)) result.differing.push_back(status.name);
        result.hashes.emplace_back(status.name, anew->store->hash(status.name, result.events));
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return result;
}

bool Runner::is_damaged() const {
    return inside()->store->is_damaged();
}

bool Runner::wait_until_alone() const {
    constexpr std::chrono::seconds kPatience{10};
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (true) {
        const auto in_use = inside()->directory;
        bool alone = true;
        for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
            alone = alone && (entry.path() == in_use || entry.path() == directory_ / kInUse);
        }
        if (alone) return true;
        if (std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(kIdleMillis));
    }
}

void Runner::catch_up() {
    const auto now = inside();
    if (now->thread.joinable()) throw std::logic_error("catch_up beside the following thread");
    while (now->step()) {
    }
}

events::Hash Runner::state_hash(std::string_view projection, std::uint64_t before) const {
    return inside()->store->hash(projection, before);
}

}  // namespace minhbach::projections
