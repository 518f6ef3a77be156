// A small program for fault runs: appends to a store and says on standard output, line by line and at once, what it
// tried, what was acknowledged and what is stored, so that an oracle in another process can hold it to that.
//
//   appending make DIR      an empty store
//   appending show DIR      opens for writing, says what is stored (vkey, record, checkpoint, violation lines), "ready"
//   appending run DIR       the same, and then appends from three threads until it is killed
//   appending few DIR       opens, appends a little of everything once, closes. Exit: 0 all acknowledged, 2 something
//                           was refused or is unknown, 3 the store was not opened (its line says why)
//   appending golden DIR    makes the store of tests/golden/stores and ends without closing it
//
//   try N LEDGER ID,ID      then exactly one of: done N POSITION SHA256,SHA256 / refused N TYPE / unknown N
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <thread>

#include "events/check.hpp"
#include "events/ids.hpp"
#include "events/store.hpp"

namespace minhbach::events {
namespace {

constexpr std::array kBoth{Ledger::main, Ledger::access};
constexpr int kThreads = 3;
constexpr int kPeople = 200;

class WallClock : public Clock {
public:
    Time now() override {
        using namespace std::chrono;
        return Time::from_millis(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    }
    bool simulated() const override { return false; }
};

class StillClock : public Clock {
public:
    Time now() override { return Time::from_millis(1'700'000'000'000 + ++calls_); }
    bool simulated() const override { return true; }

private:
    std::atomic<std::int64_t> calls_ = 0;
};

void say(std::string line) {
    line += '\n';
    // A fault that was meant for the store may meet this call, once.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size())) return;
    }
    ::_exit(4);
}

std::string hex_of(std::string_view bytes) {
    constexpr auto* kDigits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        text += kDigits[static_cast<unsigned char>(c) >> 4];
        text += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string name_of(Ledger ledger) {
    return ledger == Ledger::main ? "main" : "access";
}

class Appender {
public:
    // People nobody wrote about before, as long as there are some: their keys enter the vault.
    Appender(Log& log, Clock& clock)
        : log_(log), clock_(clock), people_(3 * static_cast<int>(log.size(Ledger::main) % kPeople)) {}

    // False: it was refused, or its outcome is unknown.
    bool append(Ledger ledger, const std::string& stream, std::optional<std::uint64_t> expected, int events,
                bool keyed) {
        const auto number = std::to_string(++tried_);
        Append append;
        append.actor = PersonCode::of("P000009");
        append.capacity = "IN_OFFICE";
        append.correlation = ids_.next(clock_.now());
        StreamWrite write{Stream::of("dossier", stream), expected, {}};
        std::string ids;
        for (int i = 0; i < events; ++i) {
            NewEvent event;
            event.id = ids_.next(clock_.now());
            event.type = "comment.recorded";
            event.parts.push_back({PersonCode::of("P" + std::to_string((people_ + tried_ + i) % kPeople)),
                                   R"({"text":"Ý kiến )" + number + "." + std::to_string(i) + R"("})"});
            if (i > 0) event.parts.push_back({std::nullopt, R"({"common":true})"});
            ids += (ids.empty() ? "" : ",") + event.id.str();
            write.events.push_back(std::move(event));
        }
        append.writes.push_back(std::move(write));
        if (keyed) {
            append.key_hash = sha256("key " + append.correlation.str());
            append.fingerprint = sha256("body");
        }
        say("try " + number + " " + name_of(ledger) + " " + ids);
        const auto assigned = log_.append_and_wait(ledger, std::move(append));
        if (!assigned) {
            const auto& type = assigned.error().type;
            say(type == "outcome-unknown" ? "unknown " + number : "refused " + number + " " + type);
            return false;
        }
        std::string hashes;
        for (std::uint64_t i = 0; i < assigned->count; ++i) {
            const auto bytes = log_.record_bytes(ledger, {assigned->first.value + i});
            hashes += (hashes.empty() ? "" : ",") + hex(sha256(bytes));
        }
        say("done " + number + " " + std::to_string(assigned->first.value) + " " + hashes);
        return true;
    }

    void publish(Ledger ledger) {
        say("checkpoint " + name_of(ledger) + " " + hex_of(log_.publish_checkpoint(ledger).note));
    }

    bool attach(const std::string& subject, std::size_t pieces) {
        auto& files = log_.attachments();
        const auto id = files.begin(PersonCode::of(subject));
        bool whole = static_cast<bool>(id);
        for (std::size_t i = 0; whole && i < pieces; ++i) {
            const auto bytes = i + 1 < pieces ? Attachments::piece_bytes_max : 5;
            whole = static_cast<bool>(files.put(*id, i, std::string(bytes, static_cast<char>('a' + i))));
        }
        whole = whole && files.finish(*id);
        say(whole ? "attached " + id->str() : "not-attached");
        return whole;
    }

private:
    Log& log_;
    Clock& clock_;
    const int people_;
    EventIds ids_;
    std::atomic<int> tried_ = 0;
};

void show(const Log& log) {
    say("vkey " + log.vkey());
    for (const auto ledger : kBoth) {
        for (const auto& violation : check(log, ledger).violations)
            say("violation " + name_of(ledger) + " " + violation.invariant + ": " + violation.what);
        log.scan_records(ledger, {0}, {log.size(ledger)}, [&](Position, std::string_view bytes) {
            say("record " + name_of(ledger) + " " + hex_of(bytes));
            return true;
        });
        log.visit_checkpoints(ledger, [&](const Checkpoint& checkpoint) {
            say("checkpoint " + name_of(ledger) + " " + hex_of(checkpoint.note));
            return true;
        });
    }
    say("ready");
}

[[noreturn]] void append_until_killed(Log& log, Clock& clock) {
    Appender appender(log, clock);
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (int n = 0;; ++n) {
                const auto ledger = n % 4 == 0 ? Ledger::access : Ledger::main;
                const auto stream = std::to_string((t + n) % 9);
                if (n % 11 == 10) {
                    appender.append(ledger, stream, 1'000'000, 1, false);
                } else if (!appender.append(ledger, stream, std::nullopt, 1 + n % 3, n % 2 == 0)) {
                    ::_exit(5);
                }
                if (n % 7 == 6) appender.publish(ledger);
            }
        });
    }
    threads.front().join();
    ::_exit(6);
}

int append_few(Log& log, Clock& clock) {
    Appender appender(log, clock);
    bool whole = true;
    try {
        whole &= appender.append(Ledger::main, "a", std::nullopt, 2, true);
        whole &= appender.append(Ledger::access, "b", std::nullopt, 1, false);
        appender.append(Ledger::main, "a", 1'000'000, 1, false);
        appender.publish(Ledger::main);
        whole &= appender.attach("P000001", 1);
        whole &= appender.append(Ledger::main, "a", std::nullopt, 1, false);
        appender.publish(Ledger::main);
    } catch (const std::exception& error) {
        std::cerr << "appending: " << error.what() << "\n";
        whole = false;
    }
    return whole ? 0 : 2;
}

Result<std::unique_ptr<Log>> opened(const std::filesystem::path& directory, Clock& clock) {
    StoreOptions options;
    options.free_bytes_min = 1 << 20;
    options.publish_millis_max = 1'000;
    return open_store(directory, clock, options);
}

// Tables from one run and a write-ahead log from another, more than one full tile, an attachment: what a store has.
int make_golden(const std::filesystem::path& directory) {
    StillClock clock;
    if (const auto made = create_store(directory, "minhbach.example/golden"); !made) return 3;
    for (const int appends : {150, 20}) {
        auto log = opened(directory, clock);
        if (!log) return 3;
        Appender appender(**log, clock);
        for (int n = 0; n < appends; ++n) {
            const auto ledger = n % 5 == 4 ? Ledger::access : Ledger::main;
            appender.append(ledger, std::to_string(n % 9), std::nullopt, 1 + n % 4, n % 2 == 0);
        }
        if (appends == 150) appender.attach("P000001", 1);
        for (const auto ledger : kBoth) appender.publish(ledger);
        if (appends == 20) ::_exit(0);
    }
    return 6;
}

int run(const std::string& what, const std::filesystem::path& directory) {
    if (what == "golden") return make_golden(directory);
    WallClock clock;
    auto log = opened(directory, clock);
    if (!log) {
        say("closed " + log.error().type);
        std::cerr << log.error().detail_en << "\n";
        return 3;
    }
    if (what == "few") return append_few(**log, clock);
    show(**log);
    if (what == "run") append_until_killed(**log, clock);
    return 0;
}

}  // namespace
}  // namespace minhbach::events

int main(int count, char** arguments) {
    const std::string what = count == 3 ? arguments[1] : "";
    if (what != "show" && what != "run" && what != "few" && what != "golden" && what != "make") {
        std::cerr << "usage: appending make|show|run|few|golden DIR\n";
        return 1;
    }
    if (what == "make") return minhbach::events::create_store(arguments[2], "minhbach.example/faults") ? 0 : 3;
    return minhbach::events::run(what, arguments[2]);
}
