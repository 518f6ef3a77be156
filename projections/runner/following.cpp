#include "projections/runner/following.hpp"

#include <sched.h>

#include <algorithm>
#include <boost/describe.hpp>
#include <chrono>
#include <map>
#include <stdexcept>
#include <system_error>

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
// While many come each chunk waits to grow: what a chunk costs beside its events is shared by more of them.
constexpr std::size_t kManyAtOnce = 8;
constexpr std::chrono::milliseconds kPace{10};
constexpr int kReadFailuresMax = 20;
}  // namespace

Runner::Inside::Inside(const events::Log& a_log, events::Ledger a_ledger, Projections projections,
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
        folding.push_back({std::move(projection), std::move(rows), next, next, true, std::move(status), {}});
    }
    publish();
}

std::unique_ptr<RowStore> Runner::Inside::opened() const {
    return std::make_unique<RowStore>(directory, options.block_cache_bytes, options.memtable_bytes, options.env);
}

std::uint64_t Runner::Inside::folded_before(const Projection& projection) {
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

std::string Runner::Inside::last_digest(std::uint64_t count) const {
    if (count == 0) return {};
    return events::hex(events::sha256(log.record_bytes(ledger, events::Position{count - 1})));
}

void Runner::Inside::stop(Folding& one, const std::string& error) {
    one.running = false;
    const std::lock_guard lock(mutex);
    one.status.error = error;
    one.status.stopped_at = events::Position{one.next};
    any_stopped.store(true, std::memory_order_release);
}

std::vector<Runner::Inside::Read> Runner::Inside::read_chunk(std::uint64_t from, std::uint64_t size) const {
    std::vector<Read> chunk;
    if (from >= size) return chunk;
    std::size_t bytes = 0;
    const auto to = std::min(size, from + options.chunk_events_max);  // the log reads ahead up to here
    log.scan(ledger, events::Position{from}, events::Position{to}, [&](events::Stored&& stored) {
        for (const auto& part : stored.parts) bytes += part.json.size();
        Read& read = chunk.emplace_back();
        read.position = stored.record.position;
        try {
            read.recorded = events::decode(std::move(stored));
        } catch (const std::exception& exception) {
            read.broken = exception.what();
        }
        return bytes < kChunkBytesMax;
    });
    return chunk;
}

std::vector<Runner::Inside::Read> Runner::Inside::next_chunk() {
    std::uint64_t from = ~std::uint64_t{0};
    for (const auto& one : folding) {
        if (one.running) from = std::min(from, one.next);
    }
    auto reading = std::move(ahead);
    auto chunk = reading.valid() && ahead_from == from ? reading.get() : read_chunk(from, log.size(ledger));
    if (chunk.empty()) return chunk;
    ahead_from = chunk.back().position.value + 1;
    const auto size = log.size(ledger);
    if (size < ahead_from + options.chunk_events_max) return chunk;
    try {
        ahead = std::async(std::launch::async, [this, next = ahead_from, size] { return read_chunk(next, size); });
    } catch (const std::system_error&) {
        // No thread to be had: it is read when its turn comes.
    }
    return chunk;
}

void Runner::Inside::fold(const std::vector<Read>& chunk, Folding& one) {
    const auto begun = std::chrono::steady_clock::now();
    for (const auto& read : chunk) {
        if (!one.running) return;
        if (read.position.value < one.next) continue;
        if (read.position.value > one.next) {
            stop(one, "a gap before position " + std::to_string(read.position.value));
            return;
        }
        if (!read.recorded) {
            stop(one, read.broken);
            return;
        }
        one.rows.begin(read.position);
        try {
            one.projection->fold(*read.recorded, one.rows);
            ++one.next;
        } catch (const std::exception& exception) {
            one.rows.undo();
            stop(one, exception.what());
        }
    }
    one.took = std::chrono::steady_clock::now() - begun;
}

void Runner::Inside::commit(const std::vector<Folding*>& some) {
    std::vector<const WrittenRows*> rows;
    std::vector<std::pair<std::string, std::string>> notes;
    std::map<std::uint64_t, std::string> digests;  // all projections stand at the same event as a rule
    for (const auto* one : some) {
        if (one->rows.written().empty() && one->next == one->noted) continue;
        rows.push_back(&one->rows.written());
        if (!digests.contains(one->next)) digests[one->next] = last_digest(one->next);
        const FoldedNote note{kRowFormat, one->projection->version(), static_cast<std::int64_t>(one->next),
                              digests[one->next]};
        notes.emplace_back(one->projection->name(), json::to_json(note));
    }
    store->write(rows, notes);
    for (auto* one : some) {
        one->rows.forget_written();
        one->noted = one->next;
    }
}

void Runner::Inside::fold(const std::vector<Read>& chunk) {
    std::vector<Folding*> all;
    for (auto& one : folding) all.push_back(&one);
    // What takes long comes first, so that two are done at about the same time.
    std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->took > b->took; });
    std::atomic<std::size_t> taken{0};
    const auto fold_some = [&] {
        std::vector<Folding*> mine;
        for (std::size_t i = taken++; i < all.size(); i = taken++) {
            fold(chunk, *all[i]);
            mine.push_back(all[i]);
        }
        commit(mine);
    };
    try {
        std::future<void> beside;
        try {
            if (is_gathering) beside = std::async(std::launch::async, fold_some);
        } catch (const std::system_error&) {
            // No thread to be had: this one does it all.
        }
        fold_some();
        if (beside.valid()) beside.get();
    } catch (const WriteFailed& failed) {
        pause(failed);
        throw;
    }
    publish();
}

void Runner::Inside::pause(const std::optional<WriteFailed>& failed) {
    is_paused = failed.has_value();
    const std::lock_guard lock(mutex);
    for (auto& one : folding) {
        one.status.paused = failed && one.running ? std::optional(failed->why()) : std::nullopt;
    }
}

void Runner::Inside::publish() {
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

std::optional<std::size_t> Runner::Inside::step() {
    if (is_paused) {
        store->take_up();
        fold({});
        pause({});
    }
    auto chunk = next_chunk();
    gather(chunk.empty() ? 0 : log.size(ledger) - chunk.front().position.value);
    const bool is_behind =
        std::any_of(folding.begin(), folding.end(), [](const auto& one) { return one.next != one.noted; });
    if (chunk.empty() && !is_behind) return std::nullopt;
    fold(chunk);
    return chunk.size();
}

void Runner::Inside::gather(std::uint64_t events_to_come) {
    if (is_gathering ? events_to_come > options.chunk_events_max : events_to_come < options.many_events) return;
    is_gathering = !is_gathering;
    store->gather_more(is_gathering);
    for (auto& one : folding) one.rows.gather_more(is_gathering);
}

bool Runner::Inside::any_running() const {
    return std::any_of(folding.begin(), folding.end(), [](const auto& one) { return one.running; });
}

void Runner::Inside::rest_until(std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(mutex);
    progressed.wait_until(lock, until, [&] { return stopping.load(); });
}

void Runner::Inside::follow() {
    // Folding may wait a little and is done in pieces: whoever waits for an answer goes first. Not all systems know it.
    const sched_param same{};
    ::sched_setscheduler(0, SCHED_BATCH, &same);
    int failures = 0;
    while (!stopping.load(std::memory_order_acquire) && any_running()) {
        try {
            const auto until = std::chrono::steady_clock::now() + kPace;
            const auto folded = step();
            failures = 0;
            if (!folded)
                log.wait_until_durable(ledger, applied.load() + 1, log.generation(), kIdleMillis);
            else if (*folded >= kManyAtOnce && *folded < options.chunk_events_max)
                rest_until(until);
        } catch (const WriteFailed&) {
            rest_until(std::chrono::steady_clock::now() + std::chrono::milliseconds(options.retry_millis));
        } catch (const std::exception& exception) {
            // However long the log is closed after a failed write, it is read on then; damage does not go away.
            const bool is_closed = dynamic_cast<const events::Unavailable*>(&exception) != nullptr;
            if (!is_closed && ++failures >= kReadFailuresMax) {
                for (auto& one : folding) {
                    if (one.running) stop(one, exception.what());
                }
                publish();
            }
            rest_until(std::chrono::steady_clock::now() + std::chrono::milliseconds(kIdleMillis));
        }
    }
}

std::vector<ProjectionStatus> Runner::Inside::statuses() const {
    const std::lock_guard lock(mutex);
    std::vector<ProjectionStatus> result;
    for (const auto& one : folding) result.push_back(one.status);
    return result;
}

void Runner::Inside::start() {
    stopping.store(false, std::memory_order_release);
    thread = std::thread([this] { follow(); });
}

void Runner::Inside::halt() {
    {
        const std::lock_guard lock(mutex);
        stopping.store(true, std::memory_order_release);
        progressed.notify_all();
    }
    if (thread.joinable()) thread.join();
}

Runner::Inside::~Inside() {
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

}  // namespace minhbach::projections
