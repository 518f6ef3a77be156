// The thread of a server that looks for damage: pass after pass over everything the store keeps, slowly.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "events/damage.hpp"

namespace minhbach::api {

struct ScrubbingOptions {
    std::uint64_t bytes_per_second_max = 4u << 20;  // 0: nobody looks
    std::chrono::seconds every{86'400};             // how often a pass begins; the first one after ten minutes at most
};

// What a pass finds replaces what was known, and is told on standard error; the file `damage` in the directory keeps it
// over a restart, until a pass finds nothing. Thread-safe.
class Scrubbing {
public:
    // What an earlier run of the server had found; for the log to heed before it is opened.
    static std::vector<events::Damage> found_before(const std::filesystem::path& data);

    // `known` is shared with the log that is open on `data`.
    Scrubbing(std::filesystem::path data, const ScrubbingOptions& options, std::shared_ptr<events::KnownDamage> known);
    ~Scrubbing();  // ends the pass
    Scrubbing(const Scrubbing&) = delete;
    Scrubbing& operator=(const Scrubbing&) = delete;

    std::vector<events::Damage> damages() const { return known_->all(); }
    std::uint64_t passes() const { return passes_.load(); }  // whole ones
    std::uint64_t rows() const { return rows_.load(); }      // that the last whole one read

private:
    void run();
    void pass();

    const std::filesystem::path data_;
    const ScrubbingOptions options_;
    const std::shared_ptr<events::KnownDamage> known_;
    std::atomic<std::uint64_t> passes_{0};
    std::atomic<std::uint64_t> rows_{0};
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable stop_;
    std::thread thread_;
};

}  // namespace minhbach::api
