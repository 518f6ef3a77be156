// Everything of the log port that reads, over an engine that may be closed and reopened underneath.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>

#include "events/damage.hpp"
#include "events/log.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/engine.hpp"
#include "events/rocksdb/gate.hpp"
#include "events/vault.hpp"

namespace minhbach::events {

class ReadingLog : public Log {
public:
    ReadingLog(StoreIdentity identity, std::unique_ptr<Engine> engine, std::unique_ptr<Vault> vault,
               const SignedState& last_signed);

    Result<Assigned> append(Ledger ledger, Append append, Completion done) override;  // refuses

    std::uint64_t size(Ledger ledger) const override {
        return sizes_[index_of(ledger)].load(std::memory_order_acquire);
    }
    std::uint64_t accepted(Ledger ledger) const override { return size(ledger); }
    bool wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                            std::int64_t millis) const override;
    void when_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                      std::function<void(bool)> done) override;
    std::uint64_t generation() const override { return 0; }

    Stored read(Ledger ledger, Position position) const override;
    std::string record_bytes(Ledger ledger, Position position) const override;
    void scan(Ledger ledger, Position from, Position to, const std::function<bool(Stored&&)>& visit) const override;
    void scan_records(Ledger ledger, Position from, Position to,
                      const std::function<bool(Position, std::string_view)>& visit) const override;
    std::vector<std::optional<Hash>> salts(const Stored& stored) const override;

    std::vector<Position> stream_positions(Ledger ledger, const Stream& stream, Revision from) const override;
    std::vector<Position> category_positions(Ledger ledger, std::string_view category) const override;
    std::vector<Position> opening_positions(Ledger ledger, std::string_view category) const override;
    std::uint64_t stream_count(Ledger ledger, const Stream& stream) const override;
    std::vector<Position> subject_positions(Ledger ledger, const PersonCode& subject) const override;
    std::vector<Position> actor_positions(Ledger ledger, const PersonCode& actor) const override;
    std::optional<Position> find(Ledger ledger, const EventId& id) const override;
    std::optional<Replay> replay(Ledger ledger, const Hash& key_hash) const override;

    Checkpoint checkpoint(Ledger ledger) const override;
    void want_checkpoint(Ledger) override {}
    Checkpoint publish_checkpoint(Ledger ledger) override;
    void visit_checkpoints(Ledger ledger, const std::function<bool(const Checkpoint&)>& visit) const override;
    IndexRows index_rows(Ledger ledger, std::uint64_t size) const override;
    std::optional<std::string> hash_tile(Ledger ledger, unsigned level, std::uint64_t index,
                                         unsigned width) const override;
    std::optional<std::string> entry_bundle(Ledger ledger, std::uint64_t index, unsigned width) const override;
    Result<std::vector<Hash>> inclusion_proof(Ledger ledger, Position position, std::uint64_t size) const override;
    Result<std::vector<Hash>> consistency_proof(Ledger ledger, std::uint64_t from, std::uint64_t to) const override;

    bool erase(const PersonCode& subject) override { return vault_->erase(subject); }
    Attachments& attachments() override;
    std::string sign_statement(std::string_view text) const override;
    const std::string& origin(Ledger ledger) const override { return origins_[index_of(ledger)]; }
    const std::string& vkey() const override { return identity_.vkey; }
    std::string vkey(Ledger ledger) const override;
    std::string key_chain() const override { return identity_.key_chain; }

protected:
    // The engine for as long as this lives.
    class Use {
    public:
        explicit Use(const ReadingLog& log) : log_(log) { log_.gate_.enter(); }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        ~Use() { log_.gate_.leave(); }
        const Engine* operator->() const { return log_.engine_.get(); }
        const Engine& operator*() const { return *log_.engine_; }

    private:
        const ReadingLog& log_;
    };

    void set_published(Ledger ledger, Checkpoint checkpoint);
    std::optional<Replay> kept_replay(const Engine& engine, Ledger ledger, const Hash& key_hash) const;

    const StoreIdentity identity_;
    const std::array<std::string, kLedgerCount> origins_;
    mutable Gate gate_;
    std::unique_ptr<Engine> engine_;  // replaced only while the gate is closed
    const std::unique_ptr<Vault> vault_;
    std::array<std::atomic<std::uint64_t>, kLedgerCount> sizes_{};  // durable
    std::shared_ptr<const KnownDamage> damage_;                     // null: nobody looks

private:
    // Throws std::runtime_error if a row of [from, to) is known to be damaged: wrong data is never given out.
    void require_sound(Ledger ledger, std::uint64_t from, std::uint64_t to) const;
    Stored stored(const Engine::Row& row) const;
    void scan_rows(Ledger ledger, Position from, Position to, bool with_payloads,
                   const std::function<bool(std::uint64_t, const Engine::Row&)>& visit) const;

    mutable std::mutex published_mutex_;
    std::array<Checkpoint, kLedgerCount> published_;
};

// What the signed file promises, against what the engine holds. Nothing if it holds all of it.
std::optional<std::string> broken_promise(const Engine& engine, const SignedState& state);

}  // namespace minhbach::events
