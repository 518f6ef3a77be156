// Many lives of a store (store_life.hpp), and what the checks are worth.
//   MINHBACH_TEST_SCALE=20      so many times as many lives
//   MINHBACH_TEST_SEED=4711     that one alone
#include <cstdlib>

#include "store_life.hpp"

namespace minhbach::events {
namespace {

constexpr int kLives = 30;  // in each of four parts
constexpr int kRestarts = 3;
constexpr int kLivesToCatchALie = 60;

class Power : public ::testing::Test {
protected:
    Power() : directory_(in_memory(fresh_directory())) {
        ::testing::internal::CaptureStderr();
    }  // the log tells its operator of every failure
    ~Power() override {
        ::testing::internal::GetCapturedStderr();
        std::filesystem::remove_all(directory_);
    }
    static int scale() {
        const auto* text = std::getenv("MINHBACH_TEST_SCALE");
        return text != nullptr ? std::max(1, std::atoi(text)) : 1;
    }
    // How many lives it took until one went wrong; nothing if none did.
    template <class Lie>
    std::optional<int> caught(Lie lie) {
        for (int seed = 1; seed <= kLivesToCatchALie; ++seed) {
            Life life(directory_, static_cast<std::uint64_t>(seed));
            lie(life.disk);
            life.live(kRestarts, false);
            if (!life.wrongs.empty()) return seed;
        }
        return std::nullopt;
    }
    // Syncs are not what is waited for here.
    static std::filesystem::path in_memory(const std::filesystem::path& directory) {
        return std::filesystem::exists("/dev/shm") ? "/dev/shm" / directory.filename() : directory;
    }
    const std::filesystem::path directory_;
};

// In parts, which ctest runs side by side.
class PowerLives : public Power, public ::testing::WithParamInterface<std::uint64_t> {};

TEST_P(PowerLives, LoseNothingThatWasPromised) {
    const auto count = static_cast<std::uint64_t>(kLives) * static_cast<std::uint64_t>(scale());
    auto first = GetParam() * count + 1;
    auto last = first + count - 1;
    if (const auto* only = std::getenv("MINHBACH_TEST_SEED")) first = last = std::strtoull(only, nullptr, 10);
    int acknowledged = 0, unknown = 0, found = 0, cuts = 0, kills = 0;
    for (auto seed = first; seed <= last && !HasFailure(); ++seed) {
        Life life(directory_, seed);
        life.live(kRestarts, seed % 3 != 0);
        EXPECT_TRUE(life.wrongs.empty()) << "MINHBACH_TEST_SEED=" << seed << life.what();
        acknowledged += life.acknowledged;
        unknown += life.unknown;
        found += life.found;
        cuts += life.cuts;
        kills += life.kills;
    }
    std::printf("%d acknowledged, %d power cuts, %d kills; %d unknown outcomes, of which %d were there\n", acknowledged,
                cuts, kills, unknown, found);
    if (first == last) return;
    EXPECT_GT(acknowledged, 10 * kLives);
    EXPECT_GT(cuts, kLives / 2);
    EXPECT_GT(kills, kLives / 4);
    EXPECT_GT(unknown, 0);
}
INSTANTIATE_TEST_SUITE_P(All, PowerLives, ::testing::Values(0u, 1u, 2u, 3u));

// What the checks are worth: a disk that says "synced" and is not, file by file. An honest one is above.
TEST_F(Power, ADiskThatLiesIsFoundOut) {
    struct Lie {
        Call call;
        const char* part;
    };
    for (const auto& [call, part] :
         {Lie{Call::sync, ""}, Lie{Call::sync, ".log"}, Lie{Call::sync, "vault"}, Lie{Call::sync, "attachments"},
          Lie{Call::sync_directory, "/log"}, Lie{Call::sync_directory, "attachments"}}) {
        const auto lives = caught([&](FaultyDisk& disk) { disk.lie(call, part); });
        EXPECT_TRUE(lives) << static_cast<int>(call) << " " << part;
        if (lives) std::printf("call %d of \"%s\": caught in life %d\n", static_cast<int>(call), part, *lives);
    }
}

}  // namespace
}  // namespace minhbach::events
