// The deliveries of one subscription as a state machine: what to do next, and what follows from what happened. No I/O,
// no clock, no chance: times and a fraction are given. Whoever drives it (engine.hpp, or a simulation) does each step
// and tells how it went.
//
// What it holds to: events are sent in the order of their positions; the next is sent only when the one before was
// taken (2xx) or lies in the dead letters, and it lies there before the cursor passes it. The cursor that is kept is
// never ahead of that, so after a crash some are sent again and none is skipped.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <variant>

namespace minhbach::api::follow {

using Millis = std::chrono::milliseconds;  // durations, and times since any one epoch

// How long an event is tried before it goes to the dead letters: until either bound is reached.
struct Patience {
    int attempts_max = 12;
    Millis time_max = std::chrono::hours(24);     // since its first failed attempt
    Millis first_wait = std::chrono::seconds(5);  // doubled after each further failure,
    Millis wait_max = std::chrono::hours(1);      // up to this; a part of it up to half is left to chance
    // The cursor is kept after so many events or, when it has moved at all, after this time.
    int keep_every = 64;
    Millis keep_after = std::chrono::seconds(1);
};

// Look for the next event that is asked for, from this position on.
struct Look {
    std::uint64_t from = 0;
};
struct Send {
    std::uint64_t position = 0;
    int attempt = 1;
    bool again = false;  // a dead letter that somebody asked to send again
};
// Enter the event in the dead letters, durably.
struct Bury {
    std::uint64_t position = 0;
    int attempts = 0;
};
// Keep the cursor, durably: everything before it was taken, is a dead letter, or was not asked for.
struct Keep {
    std::uint64_t cursor = 0;
};
// Nothing is due before that time.
struct Wait {
    Millis until{};
};
// The receiver said that it is gone.
struct Gone {};
using Step = std::variant<Look, Send, Bury, Keep, Wait, Gone>;

struct Answer {
    int status = 0;                     // 0: there was none
    std::optional<Millis> retry_after;  // from now on
};

class Delivery {
public:
    // From what was kept: the cursor, and the positions of the dead letters that wait.
    Delivery(Patience patience, std::uint64_t cursor, std::set<std::uint64_t> dead);

    Step step(Millis now) const;

    // Every record in [cursor, to) was looked at; `match` is the first one asked for, in that range.
    void looked(std::uint64_t to, std::optional<std::uint64_t> match);
    // To the step Send. `chance` is in [0, 1).
    void answered(const Send& sent, const Answer& answer, Millis now, double chance);
    void buried();
    void kept(Millis now);

    // Sends a dead letter once more, between the others; false if there is none at this position. One attempt; if it
    // fails the dead letter stays.
    bool send_again(std::uint64_t position);

    std::uint64_t cursor() const { return cursor_; }
    std::optional<std::uint64_t> pending() const { return pending_; }
    int attempts() const { return attempts_; }  // failed ones, of the pending event
    bool is_gone() const { return is_gone_; }
    const std::set<std::uint64_t>& dead() const { return dead_; }

private:
    void pass();
    void failed(const Answer& answer, Millis now, double chance);

    Patience patience_;
    std::uint64_t cursor_;
    std::optional<std::uint64_t> pending_;
    int attempts_ = 0;
    Millis first_failed_{};
    Millis due_{};
    bool burying_ = false;
    bool is_gone_ = false;
    std::set<std::uint64_t> dead_;
    std::deque<std::uint64_t> again_;
    bool turn_of_again_ = false;  // so that neither holds up the other for ever
    int unkept_ = 0;              // events passed since the cursor was kept
    std::uint64_t kept_cursor_;
    Millis kept_at_{};
};

}  // namespace minhbach::api::follow
