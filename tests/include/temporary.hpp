// A directory of its own for each test, gone afterwards, and a clock that tests move.
#pragma once

#include <stdlib.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include "events/vocabulary/time.hpp"

namespace minhbach::tests {

class TemporaryDirectory {
public:
    // New for certain: numbers of processes come back, and what a killed test left behind is not empty.
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "minhbach-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
        path_ = name;
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
