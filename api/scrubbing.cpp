#include "api/scrubbing.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>

#include "events/files.hpp"
#include "events/scrub.hpp"

namespace minhbach::api {
namespace {

constexpr std::chrono::seconds kFirstAfterMax{600};

std::filesystem::path file_of(const std::filesystem::path& data) {
    return data / "damage";
}

}  // namespace

std::vector<events::Damage> Scrubbing::found_before(const std::filesystem::path& data) {
    std::vector<events::Damage> damages;
    std::istringstream lines(events::read_file(file_of(data)).value_or(""));
    for (std::string line; std::getline(lines, line);)
        damages.push_back({{}, 0, 0, "", "found before the start: " + line});
    return damages;
}

Scrubbing::Scrubbing(std::filesystem::path data, const ScrubbingOptions& options,
                     std::shared_ptr<events::KnownDamage> known)
    : data_(std::move(data)), options_(options), known_(std::move(known)) {
    if (options_.bytes_per_second_max > 0) thread_ = std::thread([this] { run(); });
}

Scrubbing::~Scrubbing() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Scrubbing::run() {
    auto next = std::chrono::steady_clock::now();
    if (!known_->any()) next += std::min(options_.every, kFirstAfterMax);
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            if (stop_.wait_until(lock, next, [&] { return stopping_.load(); })) return;
        }
        next = std::chrono::steady_clock::now() + options_.every;
        try {
            pass();
        } catch (const std::exception& error) {
            std::cerr << "minhbach: scrubbing: " << error.what() << "\n";
        }
    }
}

void Scrubbing::pass() {
    events::ScrubOptions options;
    options.bytes_per_second_max = options_.bytes_per_second_max;
    options.stop = [this] { return stopping_.load(); };
    auto report = events::scrub(data_, options);
    if (!report.whole && report.damages.empty()) return;
    std::string lines;
    for (const auto& damage : report.damages) {
        lines += events::told(damage) + "\n";
        std::cerr << "minhbach: DAMAGE / HỎNG: " << events::told(damage) << "\n";
    }
    if (lines.empty())
        std::filesystem::remove(file_of(data_));
    else
        events::replace_file(file_of(data_), lines, 0600);
    known_->replace(std::move(report.damages));
    rows_ = report.rows;
    if (report.whole) ++passes_;
}

}  // namespace minhbach::api
