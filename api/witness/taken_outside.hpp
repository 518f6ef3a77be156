// When somebody outside last took a checkpoint of the main ledger. A log whose checkpoints nobody takes could be
// written anew without anybody noticing, so after a day the server says so.
//
// It counts as taken when a witness cosigned a newer one, and when one was fetched by anybody but the house itself: who
// asks with the console's cookie or as an administrator does not count. It is a reminder, not evidence: from whom a
// request without a token comes is not known.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>

#include "events/vocabulary/time.hpp"

namespace minhbach::api {

class TakenOutside {
public:
    static constexpr std::int64_t kMillisMax = 86'400'000;  // then it is overdue
    static constexpr std::int64_t kMillisBetween = 60'000;  // how often the file is written at most

    // The time is kept in `file`. Without one the day begins now. Times are on the wall clock.
    TakenOutside(std::filesystem::path file, Time now);

    // Thread-safe, and cheap unless a minute has passed. A file that cannot be written is said once on the way.
    void note(Time now);
    Time last() const { return Time::from_millis(last_.load()); }
    bool is_overdue(Time now) const { return now.millis() - last_.load() >= kMillisMax; }

private:
    const std::filesystem::path file_;
    std::atomic<std::int64_t> last_;
    std::mutex mutex_;  // of the file
    std::int64_t written_ = 0;
};

}  // namespace minhbach::api
