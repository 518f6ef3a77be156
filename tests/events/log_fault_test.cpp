#include <latch>
#include <thread>

#include "events/check.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class FaultyLog : public LogTest {
protected:
    FaultyLog() { options_.checkpoint_every_ms = 3'600'000; }
    ~FaultyLog() override { log_.reset(); }  // before the disk it stands on
    void open_faulty() {
        if (!std::filesystem::exists(directory_)) create();
        auto opened = open_store_on(directory_, clock_, options_, disk_.env());
        ASSERT_TRUE(opened) << opened.error().detail_en;
        log_ = std::move(*opened);
    }
    // From here on the next synced batch is the next append's: no checkpoint is due.
    void fail_the_next_append_with(Fault fault) {
        log_->publish_checkpoint(Ledger::main);
        generation_ = log_->generation();
        disk_.fail_with(fault);
    }
    std::string outcome(Append append) {
        auto result = log_->append_and_wait(Ledger::main, std::move(append));
        return result ? "" : result.error().type;
    }
    // After the fault is gone, the log opens itself again.
    void heal() {
        disk_.heal();
        for (int i = 0; i < 1000 && log_->generation() == generation_; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    void expect_sound(const Witnessed& witnessed = {}) {
        for (const auto& violation : check(*log_, Ledger::main, witnessed).violations) ADD_FAILURE() << violation.what;
    }

    FaultyDisk disk_;
    std::uint64_t generation_ = 0;
};

TEST_F(FaultyLog, FindsTheEventsAfterAFailedSyncAndCompletesThemWithSuccess) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    fail_the_next_append_with(kSyncKeeps);
    const auto kept = keyed(one("d"), "key", "body");
    EXPECT_EQ(outcome(kept), "");
    EXPECT_EQ(disk_.failures(), 1);  // one failed sync; it is never tried again on the same file
    heal();
    EXPECT_EQ(log_->generation(), generation_ + 1);
    EXPECT_EQ(log_->find(Ledger::main, kept.writes[0].events[0].id), Position{1});
    EXPECT_EQ(outcome(one("d", 2)), "");
    expect_sound();
    reopen();
    expect_sound();
}

TEST_F(FaultyLog, ReportsAFailedSyncAsUnknownWhereTheStoreDoesNotOpenAtOnce) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    fail_the_next_append_with(kSyncKeeps);
    disk_.fail_with(kBroken);
    const auto unknown = keyed(one("d"), "key", "body");
    EXPECT_EQ(outcome(unknown), "outcome-unknown");
    EXPECT_EQ(disk_.failures(), 1);
    heal();
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    EXPECT_EQ(log_->replay(Ledger::main, *unknown.key_hash).value().first, Position{1});
    EXPECT_EQ(outcome(unknown), "in-flight");  // the retry hears that there is an original
    EXPECT_EQ(outcome(one("d", 2)), "");
    expect_sound();
}

TEST_F(FaultyLog, ForgetsWhatTheDiskLostAndDecidesTheRetryAnew) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    fail_the_next_append_with(kSyncLoses);
    const auto unknown = keyed(one("d", 1), "key", "body");
    EXPECT_EQ(outcome(unknown), "outcome-unknown");
    heal();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    EXPECT_EQ(log_->accepted(Ledger::main), 1u);
    EXPECT_EQ(log_->replay(Ledger::main, *unknown.key_hash), std::nullopt);
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "d")), 1u);
    EXPECT_EQ(outcome(unknown), "");  // the same request, with the same event ids
    EXPECT_EQ(outcome(one("d", 2)), "");
    expect_sound();
}

TEST_F(FaultyLog, EverythingBehindTheFailedGroupFallsWithIt) {
    options_.group_events_max = 1;
    open_faulty();
    // Once a checkpoint is signed none is due for an hour: it would fail, too, and begin a generation more.
    EXPECT_EQ(outcome(one("other")), "");
    log_->publish_checkpoint(Ledger::main);
    std::promise<void> held;
    std::promise<void> reached;
    ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned>) {
        reached.set_value();
        held.get_future().wait();
    }));
    reached.get_future().wait();
    generation_ = log_->generation();
    disk_.fail_with(kSyncLoses);
    std::atomic<int> unknown = 0;
    std::latch answered(10);
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned> result) {
            unknown += !result && result.error().type == "outcome-unknown" ? 1 : 0;
            answered.count_down();
        }));
    }
    std::promise<bool> told;
    log_->when_durable(Ledger::main, 12, log_->generation(), [&](bool durable) { told.set_value(durable); });
    std::jthread waiting([&] { EXPECT_FALSE(log_->wait_until_durable(Ledger::main, 12, log_->generation(), 20'000)); });
    held.set_value();
    EXPECT_FALSE(told.get_future().get());
    answered.wait();
    EXPECT_EQ(unknown, 10);
    waiting.join();
    heal();
    EXPECT_EQ(log_->generation(), generation_ + 1);
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    EXPECT_EQ(outcome(one("d", 1)), "");
    expect_sound();
}

TEST_F(FaultyLog, AFullDiskIsUnknownThenCleanThenFine) {
    for (const auto& fault : {kNoSpace, kWriteFails}) {
        open_faulty();
        const auto size = log_->size(Ledger::main);
        EXPECT_EQ(outcome(one("d")), "");
        fail_the_next_append_with(fault);
        EXPECT_EQ(outcome(one("d")), "outcome-unknown");
        heal();
        EXPECT_EQ(log_->size(Ledger::main), size + 1);
        EXPECT_EQ(outcome(one("d")), "");
        expect_sound();
        log_.reset();
    }
}

TEST_F(FaultyLog, RefusesCleanlyWhileItCannotBeReopened) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    fail_the_next_append_with(kSyncKeeps);
    disk_.fail_with(kBroken);
    EXPECT_EQ(outcome(one("d")), "outcome-unknown");
    EXPECT_EQ(outcome(one("d")), "read-only");
    ASSERT_TRUE(log_->read_only());
    EXPECT_EQ(log_->read_only()->why, "reopening");
    while (disk_.failed_opens() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_THROW(log_->read(Ledger::main, {0}), Unavailable);
    heal();
    EXPECT_EQ(outcome(one("d", 2)), "");
    EXPECT_EQ(log_->size(Ledger::main), 3u);
    expect_sound();
}

TEST_F(FaultyLog, PublishesNoCheckpointWhileItCannotBeReopenedAndSaysSoAtOnce) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    EXPECT_EQ(outcome(one("d")), "");  // beyond the newest checkpoint
    const auto generation = generation_ = log_->generation();
    disk_.fail_with(kSyncKeeps);
    disk_.fail_with(kBroken);
    EXPECT_EQ(outcome(one("d")), "outcome-unknown");
    EXPECT_THROW(log_->publish_checkpoint(Ledger::main), Unavailable);
    log_->want_checkpoint(Ledger::main);
    heal();
    EXPECT_EQ(log_->generation(), generation + 1);
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 3u);
}

// The count is reached again, by other events.
TEST_F(FaultyLog, ACountOfAnEarlierGenerationIsNeverReached) {
    open_faulty();
    EXPECT_EQ(outcome(one("d")), "");
    fail_the_next_append_with(kSyncLoses);
    EXPECT_EQ(outcome(one("d")), "outcome-unknown");
    heal();
    EXPECT_EQ(outcome(one("other")), "");
    ASSERT_EQ(log_->size(Ledger::main), 2u);
    EXPECT_FALSE(log_->wait_until_durable(Ledger::main, 2, generation_, 1000));
    EXPECT_TRUE(log_->wait_until_durable(Ledger::main, 2, log_->generation(), 1000));
    std::promise<bool> before;
    log_->when_durable(Ledger::main, 2, generation_, [&](bool durable) { before.set_value(durable); });
    EXPECT_FALSE(before.get_future().get());
    std::promise<bool> now;
    log_->when_durable(Ledger::main, 2, log_->generation(), [&](bool durable) { now.set_value(durable); });
    EXPECT_TRUE(now.get_future().get());
}

TEST_F(FaultyLog, ClosesWhileItCannotBeReopened) {
    open_faulty();
    fail_the_next_append_with(kSyncKeeps);
    disk_.fail_with(kBroken);
    EXPECT_EQ(outcome(one("d")), "outcome-unknown");
    log_.reset();
    disk_.heal();
    open_faulty();
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    expect_sound();
}

// Writers, readers and failures at random moments: nothing acknowledged is ever missing, nothing refused is ever there.
TEST_F(FaultyLog, LosesNothingAcknowledgedThroughManyFailures) {
    options_.checkpoint_every_ms = 5;
    open_faulty();
    std::mutex mutex;
    Witnessed witnessed;
    std::atomic<bool> going = true;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                while (going) {
                    auto append = one("d" + std::to_string(t));
                    const auto id = append.writes[0].events[0].id;
                    const auto result = log_->append_and_wait(Ledger::main, std::move(append));
                    if (!result) std::this_thread::sleep_for(std::chrono::milliseconds(2));
                    const std::lock_guard lock(mutex);
                    if (result) {
                        witnessed.acknowledged.emplace_back(result->first,
                                                            sha256(log_->record_bytes(Ledger::main, result->first)));
                    } else if (result.error().type != "outcome-unknown") {
                        witnessed.refused.push_back(id);
                    }
                    auto note = log_->checkpoint(Ledger::main).note;
                    if (witnessed.checkpoints.empty() || witnessed.checkpoints.back() != note)
                        witnessed.checkpoints.push_back(note);
                }
            });
        }
        for (int round = 0; round < 6; ++round) {
            // Something is acknowledged between two failures, however busy the machine is.
            const auto acknowledged = [&] {
                const std::lock_guard lock(mutex);
                return witnessed.acknowledged.size();
            };
            const auto before = acknowledged();
            while (acknowledged() < before + 4) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const auto failures = disk_.failures();
            disk_.fail_with(round % 2 == 0 ? kSyncKeeps : kSyncLoses);
            while (disk_.failures() == failures) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            disk_.heal();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        going = false;
    }
    EXPECT_GE(log_->generation(), 3u);
    EXPECT_GT(witnessed.acknowledged.size(), 10u);
    expect_sound(witnessed);
    log_.reset();
    open();
    expect_sound(witnessed);
}

}  // namespace
}  // namespace minhbach::events
