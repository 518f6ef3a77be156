// Read models on a disk that fills up or fails under them.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "faulty_disk.hpp"
#include "history.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {
namespace {

using events::Call;
using events::FaultyDisk;
using events::Ledger;
using events::Position;

// Rows that fill the memory of the store every few events.
class Large : public Projection {
public:
    std::string_view name() const override { return "large"; }
    int version() const override { return 1; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto position = std::to_string(recorded.record.position.value);
        rows.put("large.last", "last", position);
        rows.put("large.text", position, '"' + std::string(30'000, 'x') + position + '"');
    }
};

Projections large() {
    Projections list;
    list.push_back(std::make_unique<Large>());
    return list;
}

bool soon(const std::function<bool()>& condition) {
    for (int i = 0; i < 1'500 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return condition();
}

class RunnerOnADisk : public ::testing::Test {
protected:
    RunnerOnADisk() {
        history_.given(a_province());
        options_.memtable_bytes = 64 << 10;
        options_.chunk_events_max = 4;
        options_.retry_millis = 50;
        options_.env = disk_.env();
        runner_ = std::make_unique<Runner>(history_.log(), Ledger::main, large(), history_.folder("rows"), options_);
        EXPECT_TRUE(soon([&] { return is_caught_up(); }));
    }
    bool is_caught_up() const { return runner_->applied() == static_cast<std::uint64_t>(history_.size()); }
    // More than fits into memory.
    void go_on() {
        for (int i = 0; i < 20; ++i) history_.by("ADMIN", "ADMIN.1", a_document("N" + std::to_string(document_++)));
    }
    std::string last() const {
        return runner_->rows()->get("large.last", "last", Position{~std::uint64_t{0}}).value().json;
    }
    void expect_whole() {
        Runner anew(history_.log(), Ledger::main, large(), history_.folder("anew"), {});
        ASSERT_TRUE(soon([&] { return anew.applied() == runner_->applied(); }));
        EXPECT_EQ(runner_->state_hash("large", runner_->applied()), anew.state_hash("large", anew.applied()));
    }

    FaultyDisk disk_;
    History history_;
    RunnerOptions options_;
    std::unique_ptr<Runner> runner_;
    int document_ = 0;
};

TEST_F(RunnerOnADisk, StandsStillWhileItIsFullAndGoesOnByItself) {
    const auto before = last();
    EXPECT_FALSE(runner_->paused());
    disk_.fail_with({Call::write, ".sst", ENOSPC});
    go_on();
    ASSERT_TRUE(soon([&] { return runner_->paused().has_value(); }));
    EXPECT_EQ(runner_->paused(), "disk-full");
    EXPECT_EQ(runner_->status()[0].paused, "disk-full");
    EXPECT_TRUE(runner_->stopped().empty()) << "it did not stop for good";
    std::this_thread::sleep_for(std::chrono::milliseconds(1'500));  // longer than other failures are put up with
    EXPECT_TRUE(runner_->stopped().empty());
    EXPECT_FALSE(is_caught_up());
    EXPECT_GE(std::stoul(last()), std::stoul(before)) << "what is there is read";
    disk_.heal();
    ASSERT_TRUE(soon([&] { return is_caught_up(); })) << runner_->applied();
    EXPECT_FALSE(runner_->paused());
    EXPECT_EQ(last(), std::to_string(history_.size() - 1));
    expect_whole();
    runner_.reset();
    runner_ = std::make_unique<Runner>(history_.log(), Ledger::main, large(), history_.folder("rows"), options_);
    ASSERT_TRUE(soon([&] { return is_caught_up(); })) << "and so does the next start";
    expect_whole();
}

TEST_F(RunnerOnADisk, AfterOtherFailuresItIsFoldedAnewOrGoesOn) {
    for (const auto call : {Call::write, Call::sync}) {
        disk_.fail_with({call, ".sst", EIO});
        go_on();
        ASSERT_TRUE(soon([&] { return runner_->paused().has_value(); }));
        EXPECT_EQ(runner_->paused(), "disk-failed");
        EXPECT_TRUE(runner_->stopped().empty());
        EXPECT_NO_THROW((void)last()) << "what is there is read";
        EXPECT_THROW((void)runner_->rebuild_beside(large()), std::runtime_error) << "not on that disk";
        EXPECT_NO_THROW((void)last());
        disk_.heal();
        ASSERT_TRUE(soon([&] { return runner_->is_damaged() || is_caught_up(); }));
        if (runner_->is_damaged()) runner_->rebuild_beside(large());
        ASSERT_TRUE(soon([&] { return is_caught_up(); }));
        EXPECT_FALSE(runner_->paused());
        EXPECT_FALSE(runner_->is_damaged());
        expect_whole();
    }
}

}  // namespace
}  // namespace minhbach::projections
