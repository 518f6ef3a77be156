#include <latch>
#include <map>
#include <set>
#include <thread>

#include "events/check.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class GroupCommit : public LogTest {};

TEST_F(GroupCommit, GivesEveryThreadItsOwnGaplessPlaces) {
    open();
    constexpr int kThreads = 16;
    constexpr int kEach = 60;
    std::mutex mutex;
    Witnessed witnessed;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < kEach; ++i) {
                    const auto ledger = i % 5 == 0 ? Ledger::access : Ledger::main;
                    const auto assigned = log_->append_and_wait(
                        ledger, one("d" + std::to_string((t + i) % 7), std::nullopt, "P" + std::to_string(i % 11)));
                    ASSERT_TRUE(assigned);
                    ASSERT_LT(assigned->first.value, log_->size(ledger));
                    if (ledger == Ledger::access) continue;
                    const auto hash = sha256(log_->record_bytes(ledger, assigned->first));
                    const std::lock_guard lock(mutex);
                    witnessed.acknowledged.emplace_back(assigned->first, hash);
                }
            });
        }
    }
    std::set<Position> positions;
    for (const auto& [position, hash] : witnessed.acknowledged) positions.insert(position);
    EXPECT_EQ(positions.size(), std::size_t{kThreads} * kEach * 4 / 5);
    reopen();
    EXPECT_TRUE(check(*log_, Ledger::main, witnessed).violations.empty());
    EXPECT_TRUE(check(*log_, Ledger::access).violations.empty());
}

// Of those who expect the same revision one wins, and the losers leave nothing.
TEST_F(GroupCommit, LetsOneWinPerRevision) {
    open();
    constexpr int kThreads = 8;
    constexpr int kWins = 40;
    std::mutex mutex;
    Witnessed witnessed;
    std::atomic<int> stale = 0;
    std::latch all_have_read(kThreads);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&] {
                for (int wins = 0, tries = 0; wins < kWins; ++tries) {
                    const auto append =
                        one("contested", log_->stream_count(Ledger::main, Stream::of("dossier", "contested")));
                    if (tries == 0) all_have_read.arrive_and_wait();  // however busy the machine is, they meet once
                    const auto result = log_->append_and_wait(Ledger::main, append);
                    if (result) {
                        ++wins;
                        continue;
                    }
                    ASSERT_EQ(result.error().type, "stale-revision");
                    ++stale;
                    const std::lock_guard lock(mutex);
                    witnessed.refused.push_back(append.writes[0].events[0].id);
                }
            });
        }
    }
    EXPECT_EQ(log_->size(Ledger::main), std::uint64_t{kThreads} * kWins);
    EXPECT_GT(stale, 0);
    EXPECT_TRUE(check(*log_, Ledger::main, witnessed).violations.empty());
}

// Two appends that read what the other writes: at most one of them can be right.
TEST_F(GroupCommit, AllowsNoWriteSkew) {
    open();
    const auto a = Stream::of("dossier", "a");
    const auto b = Stream::of("dossier", "b");
    for (int round = 0; round < 50; ++round) {
        const auto a_count = log_->stream_count(Ledger::main, a);
        const auto b_count = log_->stream_count(Ledger::main, b);
        std::atomic<int> won = 0;
        {
            std::jthread left([&] {
                won +=
                    log_->append_and_wait(Ledger::main, append_of({{a, a_count, {event()}}}, {{b, b_count}})) ? 1 : 0;
            });
            std::jthread right([&] {
                won +=
                    log_->append_and_wait(Ledger::main, append_of({{b, b_count, {event()}}}, {{a, a_count}})) ? 1 : 0;
            });
        }
        ASSERT_EQ(won, 1);
    }
}

TEST_F(GroupCommit, AppliesAKeyOnceHoweverManySendIt) {
    open();
    for (int round = 0; round < 30; ++round) {
        const auto key = "key" + std::to_string(round);
        std::atomic<int> won = 0;
        std::atomic<int> in_flight = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 6; ++t) {
                threads.emplace_back([&] {
                    const auto result = log_->append_and_wait(Ledger::main, keyed(one("d"), key, "body"));
                    won += result ? 1 : 0;
                    in_flight += !result && result.error().type == "in-flight" ? 1 : 0;
                });
            }
        }
        ASSERT_EQ(won, 1);
        ASSERT_EQ(in_flight, 5);
    }
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

// What readers see is a prefix: every position below the size can be read, at any moment.
TEST_F(GroupCommit, ShowsReadersAPrefix) {
    open();
    std::atomic<bool> writing = true;
    std::jthread writer([&] {
        for (int i = 0; i < 1500; ++i)
            ASSERT_TRUE(log_->append(Ledger::main, one("d" + std::to_string(i % 3)), [](auto) {}));
        log_->wait_until_durable(Ledger::main, 1500, log_->generation(), 20'000);
        writing = false;
    });
    std::uint64_t last = 0;
    while (writing) {
        const auto size = log_->size(Ledger::main);
        ASSERT_GE(size, last);
        last = size;
        ASSERT_LE(size, log_->accepted(Ledger::main));
        if (size == 0) continue;
        ASSERT_EQ(log_->read(Ledger::main, {size - 1}).record.position.value, size - 1);
        std::uint64_t streams = 0;
        for (int s = 0; s < 3; ++s) {
            streams += log_->stream_positions(Ledger::main, Stream::of("dossier", "d" + std::to_string(s))).size();
        }
        ASSERT_GE(streams, size);
        const auto checkpoint = log_->checkpoint(Ledger::main);
        ASSERT_LE(checkpoint.size, log_->size(Ledger::main));
    }
    writer.join();
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

// More different streams than the memory of recent ones holds: what was dropped is found in the store again.
TEST_F(GroupCommit, FindsStreamsItNoLongerRemembers) {
    open();
    constexpr int kStreams = 17'000;  // two generations and some
    const auto write_streams = [&](int count, std::uint64_t expected) {
        for (int i = 0; i < count; i += 500) {
            std::vector<StreamWrite> writes;
            for (int s = i; s < i + 500; ++s) {
                const auto id = std::to_string(s);
                writes.push_back({Stream::of("dossier", id), expected, {event("{}", "P" + id)}});
            }
            ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of(std::move(writes))));
        }
    };
    write_streams(kStreams, 0);
    write_streams(1000, 1);
    EXPECT_EQ(log_->append_and_wait(Ledger::main, one("1500", 0)).error().type, "stale-revision");
    const auto report = check(*log_, Ledger::main);
    for (const auto& violation : report.violations) ADD_FAILURE() << violation.invariant << ": " << violation.what;
}

}  // namespace
}  // namespace minhbach::events
