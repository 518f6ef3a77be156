// The log port: the one door through which events enter and leave storage.
//
// What is true after every kind of end of `append`:
// * an immediate refusal (`stale-revision`, `in-flight`, `key-conflict`, `overloaded`, `read-only`): nothing was
// written and
//   never will be;
// * completion with `Appended`: the events survive a power cut, at these positions, in this order, for ever;
// * completion with `outcome-unknown`: a sync failed. The events are there after reopening, or they are not. Only a
// retry
//   with the same idempotency key is safe; it gets the original answer or is decided anew. An unknown outcome is never
//   reported as a refusal. The writer answers `outcome-unknown` to everything gathered after the failed batch (it falls
//   with it), reopens the store, looks for the batch by event id, and goes on; `generation` then has changed and
//   whoever kept state folded from undurable events must drop it.
// Readers never see a position without all smaller ones, nor one that is not durable.
//
// Thread-safety: every member function may be called from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/attachments.hpp"
#include "events/record.hpp"

namespace minhbach::events {

// Two ledgers share code, writer and synced batch: the acts themselves, and who viewed or was refused what.
enum class Ledger : std::uint8_t { main, access };

// One part of a payload: canonical JSON (RFC 8785) about one person, or about nobody (kept plain).
struct Part {
    std::optional<PersonCode> subject;
    std::string json;
    friend bool operator==(const Part&, const Part&) = default;
};

// An event as its codec leaves it, before the log numbers and seals it.
struct NewEvent {
    EventId id;
    std::string type;
    std::uint64_t schema = 1;
    std::vector<Part> parts;           // at least one
    std::vector<PersonCode> subjects;  // whom the event concerns besides the subjects of its parts
    std::optional<Date> effective;
    std::optional<Time> decided_at;
    std::optional<EventId> causation;
};

struct StreamWrite {
    Stream stream;
    // The number of events the stream must hold now (0: it must not exist); nullopt: any.
    std::optional<std::uint64_t> expected_count;
    std::vector<NewEvent> events;
};

// The decision relied on this stream having exactly this many events.
struct StreamRead {
    Stream stream;
    std::uint64_t seen_count = 0;
};

struct Append {
    static constexpr std::size_t events_max = 100'000;  // an import is one append

    PersonCode actor;
    std::string capacity;
    std::optional<PersonCode> entered_by;
    std::string authority;
    EventId correlation;
    // Both or neither. A known key is refused: `key-conflict` under another fingerprint, else `in-flight`; whoever gets
    // `in-flight` asks `replay` for the original answer once that is durable.
    std::optional<Hash> key_hash;
    std::optional<Hash> fingerprint;
    std::vector<StreamWrite> writes;  // appended in this order; expectations are about the streams before this append
    std::vector<StreamRead> reads;
};

// Positions are given at once; they hold if and only if the append completes with success.
struct Assigned {
    Position first;
    std::uint64_t count = 0;
    Time recorded_at;
};

using Completion =
    std::function<void(Result<Assigned>)>;  // called once, from the writer's thread; must not block or throw

// What the log holds about one event. `parts[i].json` is empty and `lost[i]` true where the subject's key was erased.
struct Stored {
    Record record;
    std::vector<Part> parts;
    std::vector<bool> lost;
};

// How many rows each index holds about positions below a size. Beside the rows that lead to a record, none may exist.
struct IndexRows {
    std::uint64_t streams = 0;
    std::uint64_t subjects = 0;
    std::uint64_t actors = 0;
    std::uint64_t ids = 0;
    std::uint64_t keys = 0;
    friend bool operator==(const IndexRows&, const IndexRows&) = default;
};

// A signed checkpoint of a durable size (C2SP tlog-checkpoint).
struct Checkpoint {
    std::uint64_t size = 0;
    Hash root{};
    std::string note;  // the whole signed note
};

// The original append under an idempotency key.
struct Replay {
    Position first;
    std::uint64_t count = 0;
    Hash fingerprint{};
};

class Log {
public:
    virtual ~Log() = default;  // drains: everything accepted is completed before the destructor returns

    // Checks the revisions of all that was written and read, and the idempotency key, against everything accepted so
    // far (durable or not), numbers the events, and hands them to the writer. `done` is called unless this refuses.
    virtual Result<Assigned> append(Ledger ledger, Append append, Completion done) = 0;
    // The same, waiting for durability in the calling thread.
    Result<Assigned> append_and_wait(Ledger ledger, Append append);

    // How many events are durable; positions [0, size) can be read.
    virtual std::uint64_t size(Ledger ledger) const = 0;
    // How many were accepted, durable or not yet.
    virtual std::uint64_t accepted(Ledger ledger) const = 0;
    // Blocks until `size(ledger) >= count`, the generation changes or `millis` have passed; true iff the size was
    // reached.
    virtual bool wait_until_durable(Ledger ledger, std::uint64_t count, std::int64_t millis) const = 0;
    // Calls `done(true)` from the writer's thread once size >= count (at once if it already is), `done(false)` if those
    // events fell with a failed batch.
    virtual void when_durable(Ledger ledger, std::uint64_t count, std::function<void(bool)> done) = 0;
    // Changes when undurable events were dropped after a failed sync.
    virtual std::uint64_t generation() const = 0;

    virtual Stored read(Ledger ledger, Position position) const = 0;  // position < size, else throws std::out_of_range
    virtual std::string record_bytes(Ledger ledger, Position position) const = 0;
    // Calls `visit` for positions from..min(to, size)-1 in order; stops when it returns false. Sequential scan, no
    // caching.
    virtual void scan(Ledger ledger, Position from, Position to, const std::function<bool(Stored&&)>& visit) const = 0;

    // The same for the records alone, as the bytes that are hashed; nothing is opened.
    virtual void scan_records(Ledger ledger, Position from, Position to,
                              const std::function<bool(Position, std::string_view)>& visit) const = 0;
    // The salts of an event's parts, for receipts and packages: with part and salt anyone recomputes the commitment.
    // Nothing where the part is lost.
    virtual std::vector<std::optional<Hash>> salts(const Stored& stored) const = 0;

    // Durable positions of one stream from a revision on, ascending.
    virtual std::vector<Position> stream_positions(Ledger ledger, const Stream& stream, Revision from = {}) const = 0;
    // Durable positions of all streams of a category, ascending.
    virtual std::vector<Position> category_positions(Ledger ledger, std::string_view category) const = 0;
    // Durable positions of the first event of every stream of a category, ascending. Time O(streams), not O(events).
    virtual std::vector<Position> opening_positions(Ledger ledger, std::string_view category) const = 0;
    // Events a stream has, accepted ones included.
    virtual std::uint64_t stream_count(Ledger ledger, const Stream& stream) const = 0;
    // Durable positions of the events about a subject or of an actor, in the order of their gapless numbers.
    virtual std::vector<Position> subject_positions(Ledger ledger, const PersonCode& subject) const = 0;
    virtual std::vector<Position> actor_positions(Ledger ledger, const PersonCode& actor) const = 0;
    virtual std::optional<Position> find(Ledger ledger, const EventId& id) const = 0;
    virtual std::optional<Replay> replay(Ledger ledger, const Hash& key_hash) const = 0;  // accepted ones included

    // The newest published checkpoint; its size may trail `size` by up to 100 ms.
    virtual Checkpoint checkpoint(Ledger ledger) const = 0;
    // Publishes a checkpoint of at least the present durable size and returns it.
    virtual Checkpoint publish_checkpoint(Ledger ledger) = 0;
    // Every checkpoint ever published, by rising size, until `visit` returns false.
    virtual void visit_checkpoints(Ledger ledger, const std::function<bool(const Checkpoint&)>& visit) const = 0;
    // Reads every index row: for the checker.
    virtual IndexRows index_rows(Ledger ledger, std::uint64_t size) const = 0;
    // C2SP tlog-tiles. Nothing if not (yet) available; any width 1..256 up to the checkpoint's size, also of full
    // tiles.
    virtual std::optional<std::string> hash_tile(Ledger ledger, unsigned level, std::uint64_t index,
                                                 unsigned width) const = 0;
    virtual std::optional<std::string> entry_bundle(Ledger ledger, std::uint64_t index, unsigned width) const = 0;
    virtual Result<std::vector<Hash>> inclusion_proof(Ledger ledger, Position position, std::uint64_t size) const = 0;
    virtual Result<std::vector<Hash>> consistency_proof(Ledger ledger, std::uint64_t from, std::uint64_t to) const = 0;

    // The files that acts rest on. Only of a log that is open for writing (else std::logic_error).
    virtual Attachments& attachments() = 0;

    // What this log says of itself besides checkpoints, as a note signed with the key of the main ledger. The first
    // line of `text` has a space, which no origin has: it cannot pass for a checkpoint (else std::logic_error).
    virtual std::string sign_statement(std::string_view text) const = 0;

    virtual const std::string& origin(Ledger ledger) const = 0;
    virtual const std::string& vkey() const = 0;  // C2SP verifier key of the main ledger's checkpoints
    virtual std::string vkey(Ledger ledger) const = 0;
};

}  // namespace minhbach::events
