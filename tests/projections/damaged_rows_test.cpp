// One flipped bit in every table of read models: it is met, never read as rows, and gone after folding anew.
#include <gtest/gtest.h>

#include <fstream>

#include "history.hpp"
#include "projections/runner/runner.hpp"

namespace minhbach::projections {
namespace {

using events::Ledger;

RunnerOptions by_hand() {
    RunnerOptions options;
    options.follow = false;
    options.block_cache_bytes = 4'096;  // what is damaged is read from the disk
    return options;
}

// One bit in every table, at a third of its length: in the rows.
int damage(const std::filesystem::path& folder) {
    int damaged = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".sst") continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const auto at = static_cast<std::streamoff>(entry.file_size() / 3);
        file.seekg(at);
        const auto byte = static_cast<char>(file.get() ^ 0x10);
        file.seekp(at);
        file.put(byte);
        ++damaged;
    }
    return damaged;
}

class DamagedRows : public ::testing::Test {
protected:
    DamagedRows() {
        open_cycle(history_);
        Runner runner(history_.log(), Ledger::main, all_projections(), folder(), by_hand());
        runner.catch_up();
        for (const auto& status : runner.status())
            sound_[status.name] = runner.state_hash(status.name, runner.applied());
    }
    std::filesystem::path folder() { return history_.folder("rows"); }
    void expect_sound(const Runner& runner) {
        for (const auto& status : runner.status())
            EXPECT_EQ(runner.state_hash(status.name, runner.applied()), sound_[status.name]) << status.name;
    }
    bool meets_damage(const Runner& runner) {
        try {
            for (const auto& status : runner.status()) runner.state_hash(status.name, runner.applied());
        } catch (const std::runtime_error&) {
            return true;
        }
        return false;
    }

    History history_;
    std::map<std::string, events::Hash> sound_;
};

TEST_F(DamagedRows, AreNotReadAndAreFoldedAnewAtTheNextStart) {
    ASSERT_GT(damage(folder()), 0);
    {
        Runner runner(history_.log(), Ledger::main, all_projections(), folder(), by_hand());
        // Either the start met the damage and emptied the folder, or reading does.
        if (runner.applied() > 0) {
            EXPECT_TRUE(meets_damage(runner));
            EXPECT_TRUE(runner.is_damaged());
        }
    }
    Runner runner(history_.log(), Ledger::main, all_projections(), folder(), by_hand());
    EXPECT_FALSE(runner.is_damaged());
    runner.catch_up();
    expect_sound(runner);
}

TEST_F(DamagedRows, AreFoldedAnewWhileTheOthersAreInUse) {
    ASSERT_GT(damage(folder()), 0);
    Runner runner(history_.log(), Ledger::main, all_projections(), folder(), by_hand());
    EXPECT_TRUE(runner.applied() == 0 || meets_damage(runner));
    const auto rebuilt = runner.rebuild_beside(all_projections());
    EXPECT_EQ(rebuilt.events, static_cast<std::uint64_t>(history_.size()));
    EXPECT_FALSE(runner.is_damaged());
    expect_sound(runner);
}

}  // namespace
}  // namespace minhbach::projections
