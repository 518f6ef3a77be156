// How fast the log alone is: sealed, numbered, hashed and synced appends of one comment each, and starting again
// afterwards.
//   log_bench [events] [appenders]
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "events/ids.hpp"
#include "events/log.hpp"
#include "events/store.hpp"

namespace {

using namespace minhbach;
using namespace minhbach::events;
using SteadyClock = std::chrono::steady_clock;

class SystemClock : public Clock {
public:
    Time now() override {
        return Time::from_millis(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count());
    }
    bool simulated() const override { return false; }
};

double seconds_since(SteadyClock::time_point start) {
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

double resident_mebibytes() {
    long pages = 0;
    long resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return static_cast<double>(resident * ::getpagesize()) / (1 << 20);
}

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string comment_of_600_bytes(std::uint64_t number) {
    std::string text =
        "Có tinh thần trách nhiệm, phối hợp tốt với đồng nghiệp; hoàn thành nhiệm vụ được giao đúng thời hạn. ";
    const auto random = sha256(std::to_string(number));
    std::string json = R"({"breaches":[],"dossier":"2023-P)" + std::to_string(100'000 + number % 2000) +
                       R"(","person":"P)" + std::to_string(100'000 + number % 2000) + R"(","side":"PEER","text":")" +
                       text + hex(random);
    while (json.size() < 590) json += hex(sha256(json)).substr(0, 20) + " nhận xét ";
    json.resize(596);
    while ((json.back() & 0x80) != 0) json.pop_back();
    return json + "\"}";
}

Append comment(EventIds& ids, Clock& clock, std::uint64_t number, std::string json) {
    NewEvent event;
    event.id = ids.next(clock.now());
    event.type = "comment.recorded";
    const auto person = PersonCode::of("P" + std::to_string(100'000 + number % 2000));
    event.parts.push_back({person, std::move(json)});
    Append append;
    append.actor = PersonCode::of("P" + std::to_string(200'000 + number % 500));
    append.capacity = "IN_OFFICE";
    append.correlation = event.id;
    append.key_hash = sha256("key" + std::to_string(number));
    append.fingerprint = sha256("body" + std::to_string(number));
    append.writes.push_back({Stream::of("dossier", "2023-" + person.str()), std::nullopt, {std::move(event)}});
    return append;
}

// `appenders` appends are in flight at any time: each completion starts the next one in a producing thread.
void measure_appends(Log& log, Clock& clock, std::uint64_t events, unsigned appenders) {
    constexpr unsigned kProducers = 2;
    EventIds ids;
    std::vector<std::string> comments;
    for (std::uint64_t i = 0; i < 4096; ++i) comments.push_back(comment_of_600_bytes(i));
    std::atomic<std::uint64_t> failed = 0;
    const auto cpu_start = cpu_seconds();
    const auto start = SteadyClock::now();
    {
        std::vector<std::jthread> producers;
        for (unsigned p = 0; p < kProducers; ++p) {
            producers.emplace_back([&, p] {
                std::atomic<unsigned> free = appenders / kProducers;
                for (std::uint64_t i = p; i < events; i += kProducers) {
                    for (auto now = free.load(); now == 0; now = free.load()) free.wait(0);
                    --free;
                    const auto accepted = log.append(
                        Ledger::main, comment(ids, clock, i, comments[i % comments.size()]), [&](auto result) {
                            failed += result ? 0 : 1;
                            if (free.fetch_add(1) == 0) free.notify_one();
                        });
                    if (!accepted) {
                        ++failed;
                        ++free;
                    }
                }
                while (free.load() != appenders / kProducers) std::this_thread::yield();
            });
        }
    }
    const auto took = seconds_since(start);
    std::printf("append: %llu events, %u in flight: %.0f events/s, %.1f us of CPU each, %llu failed, RSS %.0f MiB\n",
                static_cast<unsigned long long>(events), appenders, static_cast<double>(events) / took,
                (cpu_seconds() - cpu_start) * 1e6 / static_cast<double>(events),
                static_cast<unsigned long long>(failed.load()), resident_mebibytes());
}

std::uint64_t bytes_in(const std::filesystem::path& directory) {
    std::uint64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200'000;
    const auto appenders = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 64);
    const auto directory =
        std::filesystem::temp_directory_path() / ("minhbach-log-bench-" + std::to_string(::getpid()));
    SystemClock clock;
    if (!create_store(directory, "bench.example/2023")) return 1;
    {
        const auto log = open_store(directory, clock).value();
        measure_appends(*log, clock, events, appenders);
    }
    {
        const auto start = SteadyClock::now();
        const auto log = open_store(directory, clock).value();
        std::printf("open after a clean end: %.0f ms, RSS %.0f MiB\n", seconds_since(start) * 1000,
                    resident_mebibytes());
        const auto scan_start = SteadyClock::now();
        std::uint64_t bytes = 0;
        log->scan_records(Ledger::main, {0}, {events}, [&](Position, std::string_view record) {
            bytes += record.size();
            return true;
        });
        std::printf("scan of records: %.0f events/s\n", static_cast<double>(events) / seconds_since(scan_start));
        const auto read_start = SteadyClock::now();
        log->scan(Ledger::main, {0}, {events}, [&](Stored&& stored) {
            bytes += stored.parts.front().json.size();
            return true;
        });
        std::printf("scan with opened payloads: %.0f events/s (%.0f bytes each), RSS %.0f MiB\n",
                    static_cast<double>(events) / seconds_since(read_start),
                    static_cast<double>(bytes) / static_cast<double>(events), resident_mebibytes());
    }
    std::printf("disk: %.0f bytes per event\n", static_cast<double>(bytes_in(directory)) / static_cast<double>(events));
    std::filesystem::remove_all(directory);
    return 0;
}
