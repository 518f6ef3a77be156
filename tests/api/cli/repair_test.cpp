// What a repair keeps of the damaged directory is for examination, not a copy of keys that no erasure reaches.
#include <fcntl.h>
#include <gtest/gtest.h>

#include "api/cli/commands.hpp"
#include "events/backup/backup.hpp"
#include "events/files.hpp"
#include "events/store.hpp"
#include "temporary.hpp"

namespace minhbach::api::cli {
namespace {

class LogRepair : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(events::create_store(data(), "test.example/log"));
        ASSERT_TRUE(events::backup::back_up({data(), beside("backup"), std::nullopt}, clock_));
    }
    std::filesystem::path data() const { return directory_.path() / "store"; }
    std::filesystem::path beside(const std::string& name) const { return directory_.path() / name; }
    static void write(const std::filesystem::path& path) {
        std::filesystem::create_directories(path.parent_path());
        events::replace_file(path, "Trương Văn Khánh", events::kOwnerOnly);
    }
    static bool is_zero(const events::File& file) {
        const auto bytes = file.read_all();
        return !bytes.empty() && bytes == std::string(bytes.size(), '\0');
    }

    tests::TemporaryDirectory directory_;
    tests::HandClock clock_{Time::of("2023-11-14T08:00")};
};

TEST_F(LogRepair, KeepsOfTheDamagedDirectoryWhatIsSealed) {
    for (const std::string readable : {"projections/main/rows-1/row", "exports/package.zip", "attachments/F1/digest",
                                       "accounts/A1.json", "vault.old"})
        write(data() / readable);
    // What a process left that was killed, and what was kept earlier.
    write(beside("store.repairing/vault"));
    write(beside("store.damaged/vault"));
    const events::File own(data() / "vault", O_RDONLY);
    const events::File unfinished(beside("store.repairing/vault"), O_RDONLY);
    const events::File earlier(beside("store.damaged/vault"), O_RDONLY);
    const auto keys = events::read_file(data() / "vault");

    ASSERT_EQ(log_repair({data(), beside("backup"), std::nullopt}), 0);
    EXPECT_TRUE(is_zero(own));
    EXPECT_TRUE(is_zero(unfinished));
    EXPECT_FALSE(is_zero(earlier)) << "it may be all there is of something";
    EXPECT_FALSE(std::filesystem::exists(beside("store.repairing")));
    const auto kept = beside("store.damaged-2");
    for (const auto* name : {"vault", "vault.old", "projections", "exports", "attachments", "accounts"})
        EXPECT_FALSE(std::filesystem::exists(kept / name)) << name;
    EXPECT_TRUE(std::filesystem::exists(kept / "log"));
    EXPECT_EQ(events::read_file(data() / "vault"), keys);
    EXPECT_TRUE(std::filesystem::exists(data() / "accounts" / "A1.json"));
    EXPECT_TRUE(std::filesystem::exists(data() / "attachments" / "F1" / "digest"));
    EXPECT_FALSE(std::filesystem::exists(data() / "exports"));
    EXPECT_TRUE(events::open_store_read_only(data()));
}

}  // namespace
}  // namespace minhbach::api::cli
