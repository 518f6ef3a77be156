// The log port: the one door through which events enter and leave storage.
//
// What is true after every kind of end of `append`:
// * A refusal at once: nothing of this append was written, and nothing ever will be.
//     stale-revision   a stream that was read or written has another number of events
//     past-changed     `Append::generation` is not the present one: what was decided on has fallen; decide again
//     key-conflict     the idempotency key belongs to another request
//     erased           it belongs to one about a person whose key was destroyed: nobody can say whether it was this one
//     in-flight        the same request was accepted before; `replay` gives its answer once that is durable
//     already-exists   an event with one of these ids is there
//     erased           also: a part is about such a person
//     too-large        a record would pass 65,535 bytes, or an append `events_max` events
//     overloaded       too many events or bytes are waiting to be written
//     read-only        a write failed and the store is not open again yet, or the disk is nearly full
// * An exception at once: the same. `Unavailable`: the store is being reopened. std::logic_error: the caller's mistake.
// * Completion with `Appended`: the events survive a power cut, at these positions, in this order, for ever.
// * Completion with `outcome-unknown`: a write or sync failed. The events are there after reopening, all of them, or
//   they never will be. Only a retry with the same idempotency key is safe; it gets the original answer or is decided
//   anew. An unknown outcome is never reported as a refusal.
//
// What happens after a failed write or sync: the writer stops accepting, closes the store and opens it again, and looks
// for the failed batch by the ids of its events. Recovery has synced what it found, so an append that is there
// completes with success; one that is not, and all that was gathered behind the batch and rested on it, completes with
// `outcome-unknown`. If the store does not open at the first attempt nobody is kept waiting: all of them complete with
// `outcome-unknown` and the writer goes on trying. Then, before anything is accepted or read again, `generation`
// changes: whoever kept state folded from events that were not durable must drop it. Reading waits a few seconds for
// the store and then throws `Unavailable`.
//
// Readers never see a position without all smaller ones, nor one that is not durable.
//
// Thread-safety: every member function may be called from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "events/attachments.hpp"
#include "events/record.hpp"

namespace minhbach::events {

// The store is closed after a failed write and was not open again in time. Nothing was changed; trying again may help.
class Unavailable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

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
    // `in-flight` asks `replay` for the original answer once that is durable. The fingerprint is kept keyed
    // (events/fingerprint.hpp).
    std::optional<Hash> key_hash;
    std::optional<Hash> fingerprint;
    std::vector<StreamWrite> writes;  // appended in this order; expectations are about the streams before this append
    std::vector<StreamRead> reads;
    // The generation of the log that the decision was folded under; nullopt: it rests on nothing that was folded.
    std::optional<std::uint64_t> generation;
};

// Positions are given at once; they hold if and only if the append completes with success.
struct Assigned {
    Position first;
    std::uint64_t count = 0;
    Time recorded_at;
};

// Called once, from the writer's thread; must not block, throw, or read from the log.
using Completion = std::function<void(Result<Assigned>)>;

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
    Hash fingerprint{};      // as the record keeps it
    Hash fingerprint_key{};  // which it is kept under; secret
    // Somebody it concerns was erased: whether a request is this one may not be told any more.
    bool is_forgotten = false;

    // Whether this is the fingerprint of the request. Records of before fingerprints were keyed keep it as it is.
    bool is_of(const Hash& fingerprint_of_request) const;
};

// Why appends are refused with `read-only` at present, and since when by the log's clock. It ends by itself.
struct ReadOnly {
    std::string why;     // "reopening" after a failed write, or "disk-full": too little is free
    std::string detail;  // the machine's words, for the operator
    Time since;
};

// Why no checkpoint is signed at present, although commands go on, and since when. It ends by itself.
struct SigningStop {
    std::string why;     // "signing-key": the token that has the key is away, or refuses
    std::string detail;  // the machine's words, for the operator
    Time since;
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
    // Here and below `generation` is the one `count` was learnt under, read before it: a count says nothing once the
    // events it counted may have fallen.
    // Blocks until `size(ledger) >= count`, the generation is another or `millis` have passed; true iff the size was
    // reached in this generation.
    virtual bool wait_until_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                                    std::int64_t millis) const = 0;
    // Calls `done(true)` from the writer's thread once size >= count (at once if it already is), `done(false)` if those
    // events fell with a failed batch, if that is not known, or if the generation is another.
    virtual void when_durable(Ledger ledger, std::uint64_t count, std::uint64_t generation,
                              std::function<void(bool)> done) = 0;
    virtual std::optional<ReadOnly> read_only() const { return std::nullopt; }
    virtual std::optional<SigningStop> signing_stopped() const { return std::nullopt; }
    // Changes when events that were not durable were dropped after a failed write, before others are accepted.
    virtual std::uint64_t generation() const = 0;

    virtual Stored read(Ledger ledger, Position position) const = 0;  // position < size, else throws std::out_of_range
    virtual std::string record_bytes(Ledger ledger, Position position) const = 0;
    // Calls `visit` for positions from..min(to, size)-1 in order; stops when it returns false. Sequential, no caching.
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
    // Asks for a checkpoint of at least the present durable size, without waiting for it.
    virtual void want_checkpoint(Ledger ledger) = 0;
    // The same, and returns it. Blocks at most `StoreOptions::publish_millis_max`; throws `Unavailable` after that, and
    // at once while the store is closed after a failed write, or the signing key cannot be used.
    virtual Checkpoint publish_checkpoint(Ledger ledger) = 0;
    // Every checkpoint ever published, by rising size, until `visit` returns false.
    virtual void visit_checkpoints(Ledger ledger, const std::function<bool(const Checkpoint&)>& visit) const = 0;
    // Reads every index row: for the checker.
    virtual IndexRows index_rows(Ledger ledger, std::uint64_t size) const = 0;
    // C2SP tlog-tiles. Nothing if not (yet) available; any width 1..256 up to the checkpoint's size, of full tiles too.
    virtual std::optional<std::string> hash_tile(Ledger ledger, unsigned level, std::uint64_t index,
                                                 unsigned width) const = 0;
    virtual std::optional<std::string> entry_bundle(Ledger ledger, std::uint64_t index, unsigned width) const = 0;
    virtual Result<std::vector<Hash>> inclusion_proof(Ledger ledger, Position position, std::uint64_t size) const = 0;
    virtual Result<std::vector<Hash>> consistency_proof(Ledger ledger, std::uint64_t from, std::uint64_t to) const = 0;

    // Destroys the key of `subject` for ever (events/vault.hpp): when it returns, every part about that person is lost,
    // in both ledgers and in the attachments, and appends with new ones are refused `erased`; every record and proof
    // stays. True if there was something left to do. Of a log open for reading this process alone forgets. Whoever
    // calls this has an approved erasure in the main ledger: opening the store re-applies those (events/erasures.hpp).
    // Throws std::system_error: nobody reads the parts any more, but the key may still be on the disk until a later
    // call or append succeeds.
    virtual bool erase(const PersonCode& subject) = 0;

    // The files that acts rest on. Only of a log that is open for writing (else std::logic_error).
    virtual Attachments& attachments() = 0;

    // What this log says of itself besides checkpoints, as a note signed with the key of the main ledger. The first
    // line of `text` has a space, which no origin has: it cannot pass for a checkpoint (else std::logic_error). Throws
    // `Unavailable` while the signing key cannot be used.
    virtual std::string sign_statement(std::string_view text) const = 0;

    virtual const std::string& origin(Ledger ledger) const = 0;
    virtual const std::string& vkey() const = 0;  // C2SP verifier key of the main ledger's checkpoints
    virtual std::string vkey(Ledger ledger) const = 0;
    // The statements that lead from the log's first key to its present one; empty if it never had another
    // (events/merkle/key_chain.hpp).
    virtual std::string key_chain() const { return {}; }
};

}  // namespace minhbach::events
