// The desk: the only part of `services` that meets the log. It folds the states a command needs at one position, reads
// the clock once, lets the pure function decide, appends, and keeps the states folded forward.
//
// Commands are decided one after another under one lock, on everything accepted so far, durable or not; waiting for the
// disk happens outside the lock, so a group of commands shares one sync. If a batch fails, everything decided on it
// falls with it and the states are folded anew from what is durable; a command that was being decided then is decided
// again. A refusal that relied on events not yet durable is given only when they are. Refusals of rules are entered in
// the access ledger.
//
// Thread-safety: every member may be called from any thread. `done` callbacks run on the writer's thread or in the
// calling thread, exactly once; they must not block.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "events/ids.hpp"
#include "events/log.hpp"
#include "services/past.hpp"

namespace minhbach::services {

// What the door adds to a command.
struct Conditions {
    std::string command;                    // its stable name, "decide-ratings": for the access ledger
    events::Stream target;                  // whose revision If-Match speaks of
    std::optional<std::uint64_t> if_match;  // the number of events the caller has seen of it
    std::optional<std::string> idempotency_key;
    events::Hash fingerprint{};  // of method, target, canonical body; the actor is added here
};

// The answer to an accepted command, the same for ever under the same key.
struct Receipt {
    events::Position first;
    std::uint64_t count = 0;  // 0: nothing to write, `first` is then the size of the log
    events::Stream target;
    std::uint64_t revision = 0;  // number of events of the target after this command
    Time recorded_at;
    bool replayed = false;
};

class Desk {
public:
    using Decide = std::function<Decision(Past&, const Acting&)>;
    using Done = std::function<void(Result<Receipt>)>;

    Desk(events::Log& log, Clock& clock, events::EventIds& ids);
    ~Desk();

    // `decide` may be called more than once. Throws events::Unavailable, having written nothing, while the log is
    // closed after a failed write; so do `rehearse` and `look`.
    void execute(const PersonCode& person, Conditions conditions, const Decide& decide, Done done);
    // The same, waiting for durability.
    Result<Receipt> execute_and_wait(const PersonCode& person, Conditions conditions, const Decide& decide);

    // What would be refused, without writing or recording anything: allowed actions come from the same functions.
    Decision rehearse(const PersonCode& person, const Decide& decide);

    // Runs a query on the states (registry, dossiers, ...) as accepted now.
    void look(const std::function<void(Past&, Time now)>& query);

    // Writes an entry to the access ledger, durable before `done(true)`. A view of what is about an erased person needs
    // no entry: nothing of that person is left to be seen.
    void note_access(const PersonCode& person, Event entry, std::function<void(bool)> done);
    // Carries out every approved erasure that is not entered yet: the key is destroyed, the states are folded anew
    // without it, and `erasure.executed` says what was lost. Gives back how many were entered. May be called at any
    // time and again after it failed; blocks for the disk. Throws std::system_error where a key could not be destroyed.
    std::size_t carry_out_erasures();
    // The program's own bookkeeping on the main ledger, in the stream books/<book>: the access ledger sealed ("main"),
    // the index sealed ("index"), another signing key ("keys").
    Result<Receipt> keep_books(Event entry, std::string_view book = "main");

    Time now();

private:
    static constexpr int decisions_max = 3;  // of one command, each after the one before had rested on fallen events

    struct Inside;
    struct Key;
    bool decide_once(const PersonCode& person, const Conditions& conditions, const std::optional<Key>& key,
                     const Decide& decide, const Done& done);
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::services
