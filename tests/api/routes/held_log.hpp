// A log that keeps those who follow it waiting until it is let go; everything else goes on. For what is seen while the
// read models are behind.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/log.hpp"

namespace minhbach::events {

class HeldLog : public Log {
public:
    explicit HeldLog(Log& log) : log_(log) {}
    ~HeldLog() override { let_go(); }

    void let_go() {
        {
            const std::lock_guard lock(mutex_);
            held_ = false;
        }
        changed_.notify_all();
    }

    void scan(Ledger ledger, Position from, Position to, const std::function<bool(Stored&&)>& visit) const override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !held_; });
        lock.unlock();
        log_.scan(ledger, from, to, visit);
    }

    Result<Assigned> append(Ledger ledger, Append append, Completion done) override {
        return log_.append(ledger, std::move(append), std::move(done));
    }
    std::uint64_t size(Ledger ledger) const override { return log_.size(ledger); }
    std::uint64_t accepted(Ledger ledger) const override { return log_.accepted(ledger); }
    bool wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                            std::int64_t millis) const override {
        return log_.wait_until_durable(ledger, count, generation, millis);
    }
    void when_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                      std::function<void(bool)> done) override {
        log_.when_durable(ledger, count, generation, std::move(done));
    }
    void want_checkpoint(Ledger ledger) override { log_.want_checkpoint(ledger); }
    bool erase(const PersonCode& subject) override { return log_.erase(subject); }
    events::Attachments& attachments() override { return log_.attachments(); }
    std::string sign_statement(std::string_view text) const override { return log_.sign_statement(text); }
    std::uint64_t generation() const override { return log_.generation(); }
    Stored read(Ledger ledger, Position position) const override { return log_.read(ledger, position); }
    std::string record_bytes(Ledger ledger, Position position) const override {
        return log_.record_bytes(ledger, position);
    }
    void scan_records(Ledger ledger, Position from, Position to,
                      const std::function<bool(Position, std::string_view)>& visit) const override {
        log_.scan_records(ledger, from, to, visit);
    }
    std::vector<std::optional<Hash>> salts(const Stored& stored) const override { return log_.salts(stored); }
    std::vector<Position> stream_positions(Ledger ledger, const Stream& stream, Revision from) const override {
        return log_.stream_positions(ledger, stream, from);
    }
    std::vector<Position> category_positions(Ledger ledger, std::string_view category) const override {
        return log_.category_positions(ledger, category);
    }
    std::vector<Position> opening_positions(Ledger ledger, std::string_view category) const override {
        return log_.opening_positions(ledger, category);
    }
    std::uint64_t stream_count(Ledger ledger, const Stream& stream) const override {
        return log_.stream_count(ledger, stream);
    }
    std::vector<Position> subject_positions(Ledger ledger, const PersonCode& subject) const override {
        return log_.subject_positions(ledger, subject);
    }
    std::vector<Position> actor_positions(Ledger ledger, const PersonCode& actor) const override {
        return log_.actor_positions(ledger, actor);
    }
    std::optional<Position> find(Ledger ledger, const EventId& id) const override { return log_.find(ledger, id); }
    std::optional<Replay> replay(Ledger ledger, const Hash& key_hash) const override {
        return log_.replay(ledger, key_hash);
    }
    Checkpoint checkpoint(Ledger ledger) const override { return log_.checkpoint(ledger); }
    Checkpoint publish_checkpoint(Ledger ledger) override { return log_.publish_checkpoint(ledger); }
    void visit_checkpoints(Ledger ledger, const std::function<bool(const Checkpoint&)>& visit) const override {
        log_.visit_checkpoints(ledger, visit);
    }
    IndexRows index_rows(Ledger ledger, std::uint64_t size) const override { return log_.index_rows(ledger, size); }
    std::optional<std::string> hash_tile(Ledger ledger, unsigned level, std::uint64_t index,
                                         unsigned width) const override {
        return log_.hash_tile(ledger, level, index, width);
    }
    std::optional<std::string> entry_bundle(Ledger ledger, std::uint64_t index, unsigned width) const override {
        return log_.entry_bundle(ledger, index, width);
    }
    Result<std::vector<Hash>> inclusion_proof(Ledger ledger, Position position, std::uint64_t size) const override {
        return log_.inclusion_proof(ledger, position, size);
    }
    Result<std::vector<Hash>> consistency_proof(Ledger ledger, std::uint64_t from, std::uint64_t to) const override {
        return log_.consistency_proof(ledger, from, to);
    }
    const std::string& origin(Ledger ledger) const override { return log_.origin(ledger); }
    const std::string& vkey() const override { return log_.vkey(); }
    std::string vkey(Ledger ledger) const override { return log_.vkey(ledger); }

private:
    Log& log_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    bool held_ = true;
};

}  // namespace minhbach::events
