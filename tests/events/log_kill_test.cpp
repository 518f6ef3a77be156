// kill -9 in a loop: a child process appends and tells an oracle in this process what was acknowledged; the oracle's
// memory is then compared with what the directory holds.
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <sstream>
#include <thread>

#include "events/check.hpp"
#include "log_fixture.hpp"

extern char** environ;

namespace minhbach::events {
namespace {

constexpr auto kChildDirectory = "MINHBACH_KILL_CHILD_DIRECTORY";
constexpr int kRounds = 8;

class WallClock : public Clock {
public:
    Time now() override {
        return Time::from_millis(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count());
    }
    bool simulated() const override { return false; }
};

// The child: four threads append for ever; every acknowledgement is one line on standard output, written at once.
[[noreturn]] void append_until_killed(const std::filesystem::path& directory) {
    WallClock clock;
    StoreOptions options;
    options.free_bytes_min = 1 << 20;
    options.checkpoint_every_ms = 5;
    auto opened = open_store(directory, clock, options);
    if (!opened) ::_exit(3);
    auto& log = **opened;
    const auto tell = [](const std::string& line) {
        if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(4);
    };
    EventIds ids;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (std::uint64_t n = 0;; ++n) {
                std::vector<NewEvent> events(1 + n % 3);
                for (auto& event : events) {
                    event.id = ids.next(clock.now());
                    event.type = "comment.recorded";
                    event.parts.push_back(
                        {PersonCode::of("P" + std::to_string(n % 50)), R"({"n":)" + std::to_string(n) + "}"});
                }
                const auto ledger = n % 4 == 0 ? Ledger::access : Ledger::main;
                auto append =
                    append_of({{Stream::of("dossier", std::to_string((static_cast<std::uint64_t>(t) + n) % 9)),
                                std::nullopt, std::move(events)}});
                if (n % 2 == 0) append = keyed(std::move(append), append.correlation.str(), "body");
                const auto assigned = log.append_and_wait(ledger, std::move(append));
                if (!assigned) ::_exit(5);
                for (std::uint64_t i = 0; i < assigned->count; ++i) {
                    const Position position{assigned->first.value + i};
                    tell((ledger == Ledger::main ? "main " : "access ") + std::to_string(position.value) + " " +
                         hex(sha256(log.record_bytes(ledger, position))) + "\n");
                }
            }
        });
    }
    threads.front().join();
    ::_exit(6);
}

// Turns this program into the child where the oracle asks for it: a process of its own, started by exec, since
// RocksDB's threads do not survive a fork.
class Child : public ::testing::Environment {
public:
    void SetUp() override {
        if (const auto* directory = std::getenv(kChildDirectory)) append_until_killed(directory);
    }
};
const auto* const kChild = ::testing::AddGlobalTestEnvironment(new Child);

Hash hash_of(const std::string& digits) {
    Hash hash;
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(std::stoi(digits.substr(2 * i, 2), nullptr, 16));
    return hash;
}

class KillNine : public LogTest {
protected:
    // Starts the child, kills it after a while, and gives what it said in whole lines.
    std::string run_child(int millis) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        ::setenv(kChildDirectory, directory_.c_str(), 1);
        std::string program = "/proc/self/exe";
        std::string filter = "--gtest_filter=KillNine.*";
        std::string brief = "--gtest_brief=1";
        char* arguments[] = {program.data(), filter.data(), brief.data(), nullptr};
        pid_t child = 0;
        EXPECT_EQ(::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ), 0);
        ::unsetenv(kChildDirectory);
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);

        std::string said;
        std::jthread reader([&] {
            char block[65'536];
            for (ssize_t size = 0; (size = ::read(ends[0], block, sizeof block)) > 0;)
                said.append(block, static_cast<std::size_t>(size));
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(millis));
        held_ = try_open_type();
        readable_ = static_cast<bool>(open_store_read_only(directory_));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
        reader.join();
        ::close(ends[0]);
        return said.substr(0, said.rfind('\n') + 1);
    }
    std::string try_open_type() {
        const auto opened = try_open();
        return opened ? "" : opened.error().type;
    }

    std::string held_;
    bool readable_ = false;
};

TEST_F(KillNine, LosesNothingAcknowledged) {
    create();
    std::mt19937 random(std::random_device{}());
    std::array<Witnessed, 2> witnessed;
    for (int round = 0; round < kRounds; ++round) {
        std::istringstream said(run_child(350 + static_cast<int>(random() % 400)));
        EXPECT_EQ(held_, "directory-held");
        EXPECT_TRUE(readable_);
        std::string ledger;
        std::uint64_t position = 0;
        std::string digits;
        while (said >> ledger >> position >> digits) {
            if (ledger != "main" && ledger != "access") continue;
            witnessed[ledger == "main" ? 0 : 1].acknowledged.emplace_back(Position{position}, hash_of(digits));
        }
        open();
        for (const auto which : {Ledger::main, Ledger::access}) {
            auto& seen = witnessed[which == Ledger::main ? 0 : 1];
            const auto report = check(*log_, which, seen);
            for (const auto& violation : report.violations)
                ADD_FAILURE() << violation.invariant << ": " << violation.what;
            seen.checkpoints.push_back(log_->publish_checkpoint(which).note);
        }
        log_.reset();
        if (HasFailure()) return;
    }
    EXPECT_GT(witnessed[0].acknowledged.size(), 50u);
}

}  // namespace
}  // namespace minhbach::events
