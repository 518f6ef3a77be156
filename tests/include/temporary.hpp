// A directory of its own for each test, gone afterwards, and a clock that tests move.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

#include "events/vocabulary/time.hpp"

namespace minhbach::tests {

class TemporaryDirectory {
public:
    TemporaryDirectory() {
        static std::atomic<int> number{0};
        path_ = std::filesystem::temp_directory_path() /
                ("minhbach-test-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
        std::filesystem::create_directories(path_);
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class HandClock : public Clock {
public:
    explicit HandClock(Time now) : millis_(now.millis()) {}
    Time now() override { return Time::from_millis(millis_.load()); }
    bool simulated() const override { return true; }
    void set(Time now) { millis_ = now.millis(); }

private:
    std::atomic<std::int64_t> millis_;
};

}  // namespace minhbach::tests
