// The log of one process: callers' threads seal, check and number; one writer thread hashes, writes and syncs groups.
//
// A group is whatever was accepted while the last sync ran: an idle log answers in one sync, a busy one fills its
// groups by itself. Order of locks: the gate of the engine, then `mutex_`. The writer alone replaces the engine, so it
// reads it without the gate.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <optional>
#include <thread>

#include "events/attachment_files.hpp"
#include "events/merkle/tree.hpp"
#include "events/rocksdb/reading_log.hpp"
#include "events/rocksdb/recent.hpp"
#include "events/store.hpp"

namespace minhbach::events {

// What to open again after a failed write.
using EngineOpener = std::function<std::unique_ptr<Engine>()>;

// What nobody's request can carry goes to the service's journal.
void tell_operator(const std::string& what);

class EmbeddedLog : public ReadingLog {
public:
    EmbeddedLog(StoreIdentity identity, const std::shared_ptr<const merkle::Signer>& signer, File lock,
                EngineOpener opener, std::unique_ptr<Engine> engine, std::unique_ptr<Vault> vault,
                const SignedState& last_signed, Clock& clock, const StoreOptions& options, const Files& files);
    ~EmbeddedLog() override;

    Result<Assigned> append(Ledger ledger, Append append, Completion done) override;
    std::uint64_t accepted(Ledger ledger) const override;
    bool wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                            std::int64_t millis) const override;
    void when_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                      std::function<void(bool)> done) override;
    std::optional<ReadOnly> read_only() const override;
    std::optional<SigningStop> signing_stopped() const override;
    std::uint64_t generation() const override { return generation_.load(std::memory_order_acquire); }
    std::uint64_t stream_count(Ledger ledger, const Stream& stream) const override;
    std::optional<Replay> replay(Ledger ledger, const Hash& key_hash) const override;
    void want_checkpoint(Ledger ledger) override;
    Checkpoint publish_checkpoint(Ledger ledger) override;
    bool erase(const PersonCode& subject) override;
    Attachments& attachments() override { return attachments_; }
    std::string sign_statement(std::string_view text) const override;

private:
    // One append between its acceptance and its end.
    struct Accepted {
        Ledger ledger = Ledger::main;
        std::vector<Record> records;
        std::vector<std::string> payloads;
        std::size_t bytes = 0;
        Assigned assigned;
        Completion done;
    };
    struct KeyOfHash {
        std::size_t operator()(const Hash& hash) const;
        std::size_t operator()(const EventId& id) const;
    };
    // What has been promised to callers, durable or not.
    struct Heads {
        std::uint64_t next = 0;
        Recent<std::string, std::uint64_t> streams;   // how many events
        Recent<std::string, std::uint64_t> subjects;  // the next number
        Recent<std::string, std::uint64_t> actors;
        Recent<EventId, std::optional<std::uint64_t>, KeyOfHash> ids;
        Recent<Hash, std::optional<Replay>, KeyOfHash> keys;
    };
    // Waits within one generation: all are told before the next begins.
    struct Waiter {
        Ledger ledger;
        std::uint64_t count;
        std::function<void(bool)> done;
    };
    struct Prepared;

    // embedded_append.cpp: in the caller's thread
    Result<Prepared> prepare(Ledger ledger, Append& append) const;
    void key_fingerprints(Prepared& prepared, const Hash& fingerprint) const;
    void warm(const Engine& engine, Ledger ledger, const Append& append, const Prepared& prepared);
    std::optional<Refusal> refuse(const Engine& engine, Ledger ledger, const Append& append, const Prepared& prepared);
    Assigned number(const Engine& engine, Ledger ledger, const Append& append, Prepared& prepared);
    Time recorded_now();
    bool is_short_of_space(std::size_t bytes);
    bool note_space(bool is_short) const;
    std::uint64_t& count_of(const Engine& engine, Ledger ledger, Column column, const std::string& name);
    std::optional<std::uint64_t> position_of(const Engine& engine, Ledger ledger, const EventId& id);
    const std::optional<Replay>& key_of(const Engine& engine, Ledger ledger, const Hash& key_hash);

    // embedded_writer.cpp: in the writer's thread
    void load();
    void run();
    bool is_checkpoint_due(std::chrono::steady_clock::time_point now) const;
    std::vector<Accepted> take_group();
    // Nothing while the key cannot be used.
    std::optional<std::string> note_of(const merkle::NoteSigner& signer, const std::string& text);
    void commit(std::vector<Accepted> group, bool with_checkpoints);
    void add_rows(rocksdb::WriteBatch& batch, const Accepted& accepted);
    void release(const std::array<std::optional<Checkpoint>, kLedgerCount>& checkpoints);
    void fall(std::vector<Accepted> group, const std::string& why);
    bool reopen();
    bool holds(const Accepted& accepted) const;
    void begin_generation(bool reopened);
    enum class Told : std::uint8_t { whose_events_are_durable, all };
    void tell_waiters(Told told);

    const StoreOptions options_;
    const File lock_;
    const EngineOpener opener_;
    Clock& clock_;
    AttachmentFiles attachments_;
    std::array<merkle::NoteSigner, kLedgerCount> signers_;

    // The writer's own.
    SignedFile signed_file_;
    SignedState signed_;
    std::array<merkle::Tree, kLedgerCount> trees_;
    std::uint64_t vault_entries_kept_ = 0;
    bool release_failed_ = false;
    std::chrono::steady_clock::time_point checkpoint_not_before_{};

    mutable std::mutex mutex_;                  // guards what follows
    mutable std::condition_variable work_;      // for the writer
    mutable std::condition_variable progress_;  // for those who wait for durability
    mutable std::array<Heads, kLedgerCount> heads_;
    std::deque<Accepted> queue_;
    std::size_t queued_events_ = 0;  // accepted and not yet durable
    std::size_t queued_bytes_ = 0;
    Time last_recorded_;
    bool clock_is_behind_ = false;
    std::optional<SigningStop> signing_stop_;
    bool failed_ = false;
    std::string failed_why_;
    Time failed_since_;
    mutable std::optional<Time> full_since_;
    bool stopping_ = false;
    bool checkpoint_wanted_ = false;
    std::uint64_t free_bytes_ = 0;        // at the last look, less what was queued then
    std::uint64_t bytes_since_look_ = 0;  // accepted since
    std::chrono::steady_clock::time_point looked_at_{};
    std::vector<Waiter> waiters_;
    std::atomic<std::uint64_t> generation_{0};

    std::thread writer_;
};

}  // namespace minhbach::events
