// The writer's side of the log: groups, syncs, checkpoints, and what follows a failure.
#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "events/big_endian.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/rocksdb/embedded_log.hpp"
#include "events/rocksdb/rows_of.hpp"

namespace minhbach::events {
namespace {

constexpr std::chrono::milliseconds kDamagePause{500};
constexpr std::chrono::milliseconds kSigningPause{1000};  // for which a key that could not be used is left alone

Refusal outcome_unknown() {
    return {"outcome-unknown",
            "",
            "",
            "Chưa xác định được nội dung đã ghi hay chưa; hãy gửi lại đúng yêu cầu này với cùng mã.",
            "A write failed and its outcome is not known; send the same request again under the same key.",
            {}};
}

}  // namespace

void tell_operator(const std::string& what) {
    std::fprintf(stderr, "minhbach: log: %s\n", what.c_str());
}

EmbeddedLog::EmbeddedLog(StoreIdentity identity, const std::shared_ptr<const merkle::Signer>& signer, File lock,
                         EngineOpener opener, std::unique_ptr<Engine> engine, std::unique_ptr<Vault> vault,
                         const SignedState& last_signed, Clock& clock, const StoreOptions& options, const Files& files)
    : ReadingLog(std::move(identity), std::move(engine), std::move(vault), last_signed),
      options_(options),
      lock_(std::move(lock)),
      opener_(std::move(opener)),
      clock_(clock),
      attachments_(
          identity_.directory / "attachments", *vault_,
          [directory = identity_.directory, reserve = options.free_bytes_min](std::size_t bytes) {
              return std::filesystem::space(directory).available < reserve + bytes;
          },
          files),
      signers_{merkle::NoteSigner(origin(Ledger::main), signer), merkle::NoteSigner(origin(Ledger::access), signer)},
      signed_file_(identity_.directory, files),
      signed_(last_signed) {
    // What was read of it may be in the machine's memory alone, and it is published again.
    signed_file_.write(signed_);
    damage_ = options.damage;
    load();
    writer_ = std::thread([this] { run(); });
}

EmbeddedLog::~EmbeddedLog() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        work_.notify_one();
    }
    writer_.join();
    if (engine_) engine_->settle();
    tell_waiters(Told::all);
    progress_.notify_all();
}

// Takes everything kept in memory from the engine. Called while nobody else can see it.
void EmbeddedLog::load() {
    std::array<merkle::Tree, kLedgerCount> trees;
    Time last_recorded;
    for (const auto ledger : kLedgers) {
        const auto durable = engine_->size(ledger);
        const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
            return engine_->tile(ledger, level, index, width);
        };
        trees[index_of(ledger)] = merkle::Tree::restore(durable, tiles);
        if (durable > 0) {
            auto record = decode_record(engine_->record_bytes(ledger, durable - 1));
            if (!record || record->position.value != durable - 1)
                throw std::runtime_error("store: the last record is damaged");
            last_recorded = std::max(last_recorded, record->recorded_at);
        }
    }
    const auto entries = engine_->get_store_row(kVaultEntriesRow);
    vault_entries_kept_ = entries ? read_big_endian(*entries) : 0;

    const std::lock_guard lock(mutex_);
    trees_ = std::move(trees);
    last_recorded_ = std::max(last_recorded_, last_recorded);
    for (const auto ledger : kLedgers) {
        auto& heads = heads_[index_of(ledger)];
        heads.next = trees_[index_of(ledger)].size();
        heads.streams.clear();
        heads.subjects.clear();
        heads.actors.clear();
        heads.ids.clear();
        heads.keys.clear();
        sizes_[index_of(ledger)].store(heads.next, std::memory_order_release);
    }
}

bool EmbeddedLog::is_checkpoint_due(std::chrono::steady_clock::time_point now) const {
    if (damage_ && damage_->any()) return false;
    // The end does not wait for a disk that fails, nor for a key that is away.
    if (stopping_ && (release_failed_ || signing_stop_)) return false;
    if (signing_stop_ && now < checkpoint_not_before_) return false;
    if (now < checkpoint_not_before_ && !checkpoint_wanted_ && !stopping_) return false;
    for (const auto ledger : kLedgers) {
        if (size(ledger) > signed_.sizes[index_of(ledger)]) return true;
    }
    return false;
}

void EmbeddedLog::run() {
    while (true) {
        std::vector<Accepted> group;
        bool with_checkpoints = false;
        {
            std::unique_lock lock(mutex_);
            const auto has_work = [&] {
                return stopping_ || !queue_.empty() || is_checkpoint_due(std::chrono::steady_clock::now());
            };
            while (!has_work()) {
                const auto unsigned_yet =
                    size(Ledger::main) + size(Ledger::access) > signed_.sizes[0] + signed_.sizes[1];
                if (damage_ && damage_->any()) {
                    work_.wait_for(lock, kDamagePause);  // until it is mended, or work comes
                } else if (unsigned_yet) {
                    work_.wait_until(lock, checkpoint_not_before_);
                } else {
                    checkpoint_wanted_ = false;
                    progress_.notify_all();
                    work_.wait(lock);
                }
            }
            with_checkpoints = is_checkpoint_due(std::chrono::steady_clock::now());
            if (with_checkpoints) checkpoint_wanted_ = false;
            group = take_group();
            if (group.empty() && !with_checkpoints && stopping_) return;
        }
        commit(std::move(group), with_checkpoints);
        const std::lock_guard lock(mutex_);
        if (failed_) return;  // stopping, and the store could not be reopened
    }
}

std::vector<EmbeddedLog::Accepted> EmbeddedLog::take_group() {
    std::vector<Accepted> group;
    std::size_t events = 0;
    while (!queue_.empty() && (group.empty() || events + queue_.front().records.size() <= options_.group_events_max)) {
        events += queue_.front().records.size();
        group.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return group;
}

void EmbeddedLog::add_rows(rocksdb::WriteBatch& batch, const Accepted& accepted) {
    const auto ledger = accepted.ledger;
    auto& tree = trees_[index_of(ledger)];
    for (std::size_t i = 0; i < accepted.records.size(); ++i) {
        const auto bytes = encode(accepted.records[i]);
        tree.append(merkle::leaf_hash(bytes));
        put_rows_of(batch, *engine_, ledger, accepted.records[i], bytes, accepted.payloads[i]);
    }
    if (const auto& first = accepted.records.front(); first.key_hash) {
        put_append(batch, *engine_, ledger, *first.key_hash, {accepted.assigned.first.value, accepted.assigned.count});
    }
}

std::optional<std::string> EmbeddedLog::note_of(const merkle::NoteSigner& signer, const std::string& text) {
    try {
        auto note = signer.sign(text);
        const std::lock_guard lock(mutex_);
        if (signing_stop_) tell_operator("the signing key is back; checkpoints go on");
        signing_stop_.reset();
        return note;
    } catch (const merkle::SignerUnavailable& error) {
        const std::lock_guard lock(mutex_);
        if (!signing_stop_ || signing_stop_->detail != error.what())
            tell_operator(std::string("the signing key cannot be used, checkpoints pause (") + error.what() + ")");
        if (!signing_stop_) signing_stop_ = SigningStop{"signing-key", "", clock_.now()};
        signing_stop_->detail = error.what();
        progress_.notify_all();
        return std::nullopt;
    }
}

void EmbeddedLog::commit(std::vector<Accepted> group, bool with_checkpoints) {
    rocksdb::WriteBatch batch;
    std::array<std::optional<Checkpoint>, kLedgerCount> checkpoints;
    try {
        vault_->sync();
        if (const auto entries = vault_->entries(); entries != vault_entries_kept_) {
            put_store_row(batch, *engine_, kVaultEntriesRow, big_endian(entries));
            vault_entries_kept_ = entries;
        }
        for (const auto ledger : kLedgers) {
            const auto i = index_of(ledger);
            // Before the group's leaves: only what is durable is ever signed.
            if (!with_checkpoints || trees_[i].size() <= signed_.sizes[i]) continue;
            const auto root = trees_[i].root();
            const auto note = note_of(signers_[i], merkle::text_of({origin(ledger), trees_[i].size(), root}));
            if (!note) break;  // what was accepted is written all the same
            checkpoints[i] = Checkpoint{trees_[i].size(), root, *note};
            put_checkpoint(batch, *engine_, ledger, *checkpoints[i]);
        }
        for (const auto& accepted : group) add_rows(batch, accepted);
        for (const auto ledger : kLedgers) put_tiles(batch, *engine_, ledger, trees_[index_of(ledger)]);
        const auto status = engine_->write(batch);
        if (!status.ok()) return fall(std::move(group), status.ToString());
    } catch (const std::system_error& error) {
        return fall(std::move(group), error.what());
    }

    std::size_t events = 0;
    std::size_t bytes = 0;
    for (const auto& accepted : group) {
        events += accepted.records.size();
        bytes += accepted.bytes;
    }
    {
        const std::lock_guard lock(mutex_);
        queued_events_ -= events;
        queued_bytes_ -= bytes;
        for (const auto ledger : kLedgers) {
            sizes_[index_of(ledger)].store(trees_[index_of(ledger)].size(), std::memory_order_release);
        }
        progress_.notify_all();
    }
    for (auto& accepted : group) accepted.done(accepted.assigned);
    tell_waiters(Told::whose_events_are_durable);
    if (with_checkpoints) release(checkpoints);
}

// A signature leaves the process only after what it signs is remembered outside the log as well.
void EmbeddedLog::release(const std::array<std::optional<Checkpoint>, kLedgerCount>& checkpoints) {
    const auto pause = signing_stop_ ? kSigningPause : std::chrono::milliseconds(options_.checkpoint_every_ms);
    checkpoint_not_before_ = std::chrono::steady_clock::now() + pause;
    if (std::none_of(checkpoints.begin(), checkpoints.end(), [](const auto& made) { return made.has_value(); })) return;
    auto next = signed_;
    for (std::size_t i = 0; i < kLedgerCount; ++i) {
        if (!checkpoints[i]) continue;
        next.sizes[i] = checkpoints[i]->size;
        next.roots[i] = checkpoints[i]->root;
    }
    try {
        signed_file_.write(next);
    } catch (const std::system_error&) {
        release_failed_ = true;  // the next checkpoint tries again
        return;
    }
    release_failed_ = false;
    signed_ = next;
    for (const auto ledger : kLedgers) {
        if (const auto& checkpoint = checkpoints[index_of(ledger)]) set_published(ledger, *checkpoint);
    }
    const std::lock_guard lock(mutex_);
    // Who wished for this one while it was being made has it now.
    if (std::all_of(kLedgers.begin(), kLedgers.end(),
                    [&](auto ledger) { return size(ledger) == signed_.sizes[index_of(ledger)]; }))
        checkpoint_wanted_ = false;
    progress_.notify_all();
}

void EmbeddedLog::fall(std::vector<Accepted> group, const std::string& why) {
    tell_operator("a write failed and its outcome is unknown (" + why + "); reopening the store");
    std::deque<Accepted> behind;
    {
        const std::lock_guard lock(mutex_);
        release_failed_ = true;  // if a checkpoint was to be made with it
        if (!failed_) failed_since_ = clock_.now();
        failed_why_ = why;
        failed_ = true;
        behind.swap(queue_);
        queued_events_ = 0;
        queued_bytes_ = 0;
        progress_.notify_all();
    }
    const auto complete = [&] {
        for (auto& accepted : group) {
            accepted.done(holds(accepted) ? Result<Assigned>(accepted.assigned) : Result<Assigned>(outcome_unknown()));
        }
        // What was gathered behind the failed group rests on it and falls with it.
        for (auto& accepted : behind) accepted.done(outcome_unknown());
    };

    gate_.close();
    engine_.reset();
    if (reopen()) {
        begin_generation(true);
        complete();
        return;
    }
    complete();
    tell_waiters(Told::all);
    while (!reopen()) {
        std::unique_lock lock(mutex_);
        if (work_.wait_for(lock, std::chrono::milliseconds(options_.reopen_every_ms), [&] { return stopping_; })) break;
    }
    begin_generation(engine_ != nullptr);
}

// In this order: nobody who comes through the gate may meet the old generation, and no waiter of it may still be there
// when positions are given anew.
void EmbeddedLog::begin_generation(bool reopened) {
    std::vector<Waiter> waiters;
    {
        const std::lock_guard lock(mutex_);
        generation_.fetch_add(1, std::memory_order_acq_rel);
        failed_ = !reopened;
        waiters.swap(waiters_);
        progress_.notify_all();
    }
    std::vector<bool> durable;
    durable.reserve(waiters.size());
    for (const auto& waiter : waiters) durable.push_back(size(waiter.ledger) >= waiter.count);
    if (reopened) {
        gate_.open();
        tell_operator("the store is open again");
    }
    for (std::size_t i = 0; i < waiters.size(); ++i) waiters[i].done(durable[i]);
}

// Whether the append is in the store that was opened again: then recovery has synced it.
bool EmbeddedLog::holds(const Accepted& accepted) const {
    try {
        return engine_ != nullptr && engine_->position_of(accepted.ledger, accepted.records.front().id) ==
                                         std::optional(accepted.assigned.first.value);
    } catch (const std::runtime_error&) {
        return false;  // not known
    }
}

// The failed group is there as a whole, or not at all: recovery decides, and its numbers go on from there.
bool EmbeddedLog::reopen() {
    try {
        engine_ = opener_();
        for (const auto ledger : kLedgers) {
            if (engine_->size(ledger) < size(ledger))
                throw std::runtime_error("store: durable events are missing after reopening");
        }
        if (const auto broken = broken_promise(*engine_, signed_)) throw std::runtime_error("store: " + *broken);
        load();
        return true;
    } catch (const std::runtime_error& error) {
        tell_operator("the store cannot be reopened yet (" + std::string(error.what()) + ")");
        engine_.reset();
        return false;
    }
}

void EmbeddedLog::tell_waiters(Told told) {
    std::vector<Waiter> chosen;
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(waiters_, [&](Waiter& waiter) {
            if (told != Told::all && size(waiter.ledger) < waiter.count) return false;
            chosen.push_back(std::move(waiter));
            return true;
        });
    }
    for (auto& waiter : chosen) waiter.done(size(waiter.ledger) >= waiter.count);
}

}  // namespace minhbach::events
