// Readers go through while the store is open; closing waits until the last one has left.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

#include "events/log.hpp"

namespace minhbach::events {

class Gate {
public:
    // Waits while the store is being reopened; throws Unavailable if that takes long. Not to be nested in one
    // thread: whoever holds the gate must not enter it again.
    void enter() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, kPatience, [&] { return open_; })) {
            throw Unavailable("the store is closed after a failed write and could not be reopened yet");
        }
        ++inside_;
    }
    void leave() {
        const std::lock_guard lock(mutex_);
        if (--inside_ == 0 && !open_) changed_.notify_all();
    }
    void close() {
        std::unique_lock lock(mutex_);
        open_ = false;
        changed_.wait(lock, [&] { return inside_ == 0; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

private:
    static constexpr std::chrono::seconds kPatience{3};
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t inside_ = 0;
    bool open_ = true;
};

}  // namespace minhbach::events
