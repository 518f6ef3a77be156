#include "events/vault.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "events/files.hpp"

namespace minhbach::events {
namespace {

const auto kAn = PersonCode::of("P000001");
const auto kBinh = PersonCode::of("P000002");

class VaultTest : public ::testing::Test {
protected:
    VaultTest() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        file_ = std::filesystem::temp_directory_path() /
                ("minhbach-vault." + std::string(test->name()) + "." + std::to_string(::getpid()));
        std::filesystem::remove(file_);  // of a process that had this number and was killed
        create_vault(file_);
    }
    ~VaultTest() override { std::filesystem::remove(file_); }
    std::unique_ptr<Vault> open(std::uint64_t entries_min = 1) { return open_vault(file_, entries_min).value(); }
    std::string bytes() { return *read_file(file_); }
    void write(const std::string& bytes) { std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes; }
    std::string refusal(std::uint64_t entries_min = 1) {
        auto opened = open_vault(file_, entries_min);
        return opened ? "" : opened.error().type;
    }

    std::filesystem::path file_;
};

TEST_F(VaultTest, GivesTheSameKeyForEver) {
    std::optional<VaultKey> an;
    VaultKey log_key;
    {
        const auto vault = open();
        an = vault->key_for(kAn);
        EXPECT_EQ(vault->key_for(kAn), an);
        EXPECT_NE(vault->key_for(kBinh), an);
        vault->sync();
        EXPECT_EQ(vault->entries(), 3u);
        log_key = vault->log_key();
    }
    const auto vault = open(3);
    EXPECT_EQ(vault->find(kAn), an);
    EXPECT_EQ(vault->log_key(), log_key);
    EXPECT_NE(*an, log_key);
    EXPECT_THROW(vault->find(PersonCode::of("P000003")), std::runtime_error);
}

TEST_F(VaultTest, ForgetsAnErasedSubject) {
    write(bytes() + encode_vault_entry(VaultEntry::erased, kAn.str(), {}));
    const auto vault = open(2);
    EXPECT_FALSE(vault->find(kAn));
    EXPECT_FALSE(vault->key_for(kAn));  // and makes no new one
}

TEST_F(VaultTest, ToleratesATornTailAndCutsItOff) {
    {
        const auto vault = open();
        vault->key_for(kAn);
        vault->sync();
    }
    const auto whole = bytes();
    const auto entry = encode_vault_entry(VaultEntry::subject_key, kBinh.str(), VaultKey{});
    for (std::size_t torn = 1; torn < entry.size(); ++torn) {
        write(whole + entry.substr(0, torn));
        ASSERT_EQ(open(2)->entries(), 2u) << torn;
        ASSERT_EQ(bytes(), whole);
    }
    write(whole + std::string(100, '\0'));
    EXPECT_EQ(open(2)->entries(), 2u);
}

TEST_F(VaultTest, RefusesDamageInWhatWasUsed) {
    {
        const auto vault = open();
        vault->key_for(kAn);
        vault->key_for(kBinh);
        vault->sync();
    }
    const auto whole = bytes();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write(damaged);
        ASSERT_EQ(refusal(3), "directory-damaged") << at;
    }
    for (std::size_t size = 0; size < whole.size(); ++size) {
        write(whole.substr(0, size));
        ASSERT_EQ(refusal(3), "directory-damaged") << size;
    }
    std::filesystem::remove(file_);
    EXPECT_EQ(refusal(), "directory-damaged");
}

TEST_F(VaultTest, RefusesAFileOthersCanRead) {
    std::filesystem::permissions(file_, std::filesystem::perms(0640));
    EXPECT_EQ(refusal(), "directory-exposed");
    std::filesystem::permissions(file_, std::filesystem::perms(0600));
    EXPECT_EQ(refusal(), "");
}

TEST_F(VaultTest, MakesOneKeyForManyThreads) {
    const auto vault = open();
    std::vector<std::optional<VaultKey>> keys(8);
    {
        std::vector<std::jthread> threads;
        for (auto& key : keys) threads.emplace_back([&] { key = vault->key_for(kAn); });
    }
    for (const auto& key : keys) EXPECT_EQ(key, keys.front());
    vault->sync();
    EXPECT_EQ(vault->entries(), 2u);
}

TEST_F(VaultTest, ReadOnlyLeavesTheFileAlone) {
    const auto torn = bytes() + "K";
    write(torn);
    EXPECT_TRUE(open_vault(file_, 1, VaultAccess::read_only));
    EXPECT_EQ(bytes(), torn);
}

}  // namespace
}  // namespace minhbach::events
