// The read models folded anew beside those in use, at the wish of an administrator. One at a time. Thread-safe.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "projections/runner/runner.hpp"

namespace minhbach::api::routes {

class Rebuilding {
public:
    Rebuilding(projections::Runner& acts, projections::Runner& access) : acts_(acts), access_(access) {}
    ~Rebuilding() {
        if (thread_.joinable()) thread_.join();
    }

    struct State {
        bool running = false;
        std::optional<projections::Rebuilt> acts, access;  // of the last one that was finished
        std::optional<std::string> error;                  // why the last one was given up; the old rows stay in use
    };
    bool begin();  // false: one is running
    State state() const;

private:
    void run();

    projections::Runner& acts_;
    projections::Runner& access_;
    mutable std::mutex mutex_;
    State state_;
    std::thread thread_;
};

}  // namespace minhbach::api::routes
