// What the log says about itself while it is being written: accepted or durable, and when.
#include "events/rocksdb/embedded_log.hpp"

namespace minhbach::events {

std::uint64_t EmbeddedLog::accepted(Ledger ledger) const {
    const std::lock_guard lock(mutex_);
    return heads_[index_of(ledger)].next;
}

std::uint64_t EmbeddedLog::stream_count(Ledger ledger, const Stream& stream) const {
    {
        const std::lock_guard lock(mutex_);
        if (const auto* found = heads_[index_of(ledger)].streams.find(stream.name())) return *found;
    }
    // Absent here means durable: the store knows it.
    const Use engine(*this);
    return engine->count_of(ledger, Column::streams, stream_prefix(stream));
}

std::optional<Replay> EmbeddedLog::replay(Ledger ledger, const Hash& key_hash) const {
    auto& keys = heads_[index_of(ledger)].keys;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        if (const auto* found = keys.find(key_hash)) {
            return *found;
        }
        generation = keys.generation();
    }
    auto kept = ReadingLog::replay(ledger, key_hash);  // absent here means durable or unknown
    if (!kept) {
        // The append that follows need not look again.
        const std::lock_guard lock(mutex_);
        if (keys.still_valid(generation) && keys.find(key_hash) == nullptr) keys.put(key_hash, std::nullopt, 0);
        keys.age(size(ledger));
    }
    return kept;
}

bool EmbeddedLog::wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                                     std::int64_t millis) const {
    std::unique_lock lock(mutex_);
    progress_.wait_for(lock, std::chrono::milliseconds(millis),
                       [&] { return size(ledger) >= count || generation_.load() != generation; });
    return size(ledger) >= count && generation_.load() == generation;
}

void EmbeddedLog::when_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                               std::function<void(bool)> done) {
    bool durable = false;
    {
        const std::lock_guard lock(mutex_);
        const bool counted = generation == generation_.load() && count <= heads_[index_of(ledger)].next;
        durable = counted && size(ledger) >= count;
        if (counted && !durable && !failed_ && !stopping_) {
            waiters_.push_back({ledger, count, std::move(done)});
            return;
        }
    }
    done(durable);
}

void EmbeddedLog::want_checkpoint(Ledger) {
    const std::lock_guard lock(mutex_);
    checkpoint_wanted_ = true;
    work_.notify_one();
}

std::string EmbeddedLog::sign_statement(std::string_view text) const {
    if (text.substr(0, text.find('\n')).find(' ') == std::string_view::npos) {
        throw std::logic_error("a statement whose first line could be an origin");
    }
    try {
        return signers_[index_of(Ledger::main)].sign(text);
    } catch (const merkle::SignerUnavailable& error) {
        throw Unavailable(std::string("the signing key cannot be used: ") + error.what());
    }
}

std::optional<SigningStop> EmbeddedLog::signing_stopped() const {
    const std::lock_guard lock(mutex_);
    return signing_stop_;
}

bool EmbeddedLog::erase(const PersonCode& subject) {
    // What is remembered of requests follows from the key that goes.
    const auto forget = [&] {
        const std::lock_guard lock(mutex_);
        for (const auto ledger : kLedgers) heads_[index_of(ledger)].keys.drop_durable(size(ledger));
    };
    try {
        const bool was_there = ReadingLog::erase(subject);
        forget();
        return was_there;
    } catch (const std::system_error&) {
        forget();
        throw;
    }
}

Checkpoint EmbeddedLog::publish_checkpoint(Ledger ledger) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(options_.publish_millis_max);
    const auto wanted = size(ledger);
    std::unique_lock lock(mutex_);
    while (checkpoint(ledger).size < wanted) {
        if (failed_ || stopping_) throw Unavailable("no checkpoint can be made while the store is closed");
        if (damage_ && damage_->any()) throw Unavailable("no checkpoint is signed while rows are known to be damaged");
        if (signing_stop_) throw Unavailable("no checkpoint is signed while the key is away: " + signing_stop_->detail);
        checkpoint_wanted_ = true;
        work_.notify_one();
        if (progress_.wait_until(lock, until) == std::cv_status::timeout)
            throw Unavailable("the checkpoint was not made in time");
    }
    return checkpoint(ledger);
}

}  // namespace minhbach::events
