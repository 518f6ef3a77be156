#include "events/vault.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <system_error>
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

    static std::string text_of(const VaultKey& key) { return {reinterpret_cast<const char*>(key.data()), key.size()}; }
    bool leftover() {
        return std::filesystem::exists(file_.string() + ".new") || std::filesystem::exists(file_.string() + ".old");
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

TEST_F(VaultTest, ErasesAKeyFromTheFileAndFromItsMemory) {
    const auto vault = open();
    const auto an = vault->key_for(kAn);
    const auto binh = vault->key_for(kBinh);
    vault->sync();
    ASSERT_NE(bytes().find(text_of(*an)), std::string::npos);
    const File old(file_, O_RDONLY);  // as somebody who looks at the blocks of the disk
    EXPECT_TRUE(vault->erase(kAn));
    EXPECT_FALSE(vault->find(kAn));
    EXPECT_FALSE(vault->key_for(kAn));
    EXPECT_EQ(vault->find(kBinh), binh);
    EXPECT_EQ(vault->entries(), 3u);
    EXPECT_EQ(bytes().find(text_of(*an)), std::string::npos);
    EXPECT_EQ(old.read_all().find_first_not_of('\0'), std::string::npos);
    EXPECT_FALSE(leftover());
    EXPECT_FALSE(vault->erase(kAn));  // nothing is left to do
    const auto again = open(3);
    EXPECT_FALSE(again->find(kAn));
    EXPECT_EQ(again->find(kBinh), binh);
}

TEST_F(VaultTest, ErasesSomebodyItNeverKnewAndAKeyThatWasNeverSynced) {
    const auto vault = open();
    const auto an = vault->key_for(kAn);
    EXPECT_TRUE(vault->erase(kAn));
    EXPECT_TRUE(vault->erase(kBinh));
    EXPECT_FALSE(vault->key_for(kBinh));
    vault->sync();
    EXPECT_EQ(vault->entries(), 3u);
    EXPECT_EQ(bytes().find(text_of(*an)), std::string::npos);
    EXPECT_FALSE(open(3)->find(kBinh));
}

TEST_F(VaultTest, GoesOnAppendingBehindAnErasure) {
    const auto vault = open();
    vault->key_for(kAn);
    vault->erase(kAn);
    const auto binh = vault->key_for(kBinh);
    vault->sync();
    EXPECT_EQ(open(3)->find(kBinh), binh);
    EXPECT_FALSE(open(3)->find(kAn));
}

// The steps of an erasure fail one after another, as if the power went just there.
class BreakingFiles : public Files {
public:
    mutable int steps = 1 << 20;  // that still succeed
    void write_at(const File& file, std::string_view bytes, std::uint64_t offset) const override {
        if (steps <= 0) file.write_at(bytes.substr(0, bytes.size() / 2), offset);
        step();
        Files::write_at(file, bytes, offset);
    }
    void sync(const File& file) const override {
        step();
        Files::sync(file);
    }
    void link(const std::filesystem::path& path, const std::filesystem::path& another) const override {
        step();
        Files::link(path, another);
    }
    void rename(const std::filesystem::path& path, const std::filesystem::path& other) const override {
        step();
        Files::rename(path, other);
    }
    void remove(const std::filesystem::path& path) const override {
        step();
        Files::remove(path);
    }
    void sync_directory(const std::filesystem::path& directory) const override {
        step();
        Files::sync_directory(directory);
    }

private:
    void step() const {
        if (--steps < 0) throw std::system_error(EIO, std::generic_category(), "the power went");
    }
};

TEST_F(VaultTest, HealsACrashAtEveryStepOfAnErasure) {
    int broken = 0;
    for (int steps = 0;; ++steps) {
        std::filesystem::remove(file_);
        create_vault(file_);
        BreakingFiles files;
        std::optional<VaultKey> an, binh;
        bool finished = false;
        {
            const auto vault = open_vault(file_, 1, VaultAccess::write, files).value();
            an = vault->key_for(kAn);
            binh = vault->key_for(kBinh);
            vault->sync();
            files.steps = steps;
            try {
                vault->erase(kAn);
                finished = true;
            } catch (const std::system_error&) {
                EXPECT_FALSE(vault->find(kAn)) << steps;  // nobody is given it any more
                EXPECT_EQ(vault->find(kBinh), binh);
            }
            files.steps = 0;  // nor does closing mend anything
        }
        const auto readable = open_vault(file_, 3, VaultAccess::read_only);
        ASSERT_TRUE(readable) << steps;
        EXPECT_EQ((*readable)->find(kBinh), binh) << steps;
        // The next start: what was left over is destroyed, and the erasure is carried out again.
        const auto vault = open(3);
        EXPECT_FALSE(leftover()) << steps;
        const File old(file_, O_RDONLY);
        vault->erase(kAn);
        EXPECT_FALSE(vault->find(kAn));
        EXPECT_EQ(vault->find(kBinh), binh) << steps;
        EXPECT_EQ(bytes().find(text_of(*an)), std::string::npos) << steps;
        EXPECT_EQ(old.read_all().find(text_of(*an)), std::string::npos) << steps;
        if (finished) break;
        ++broken;
    }
    EXPECT_EQ(broken, 10);  // write, sync, link, sync, rename, sync, write zeros, sync, remove, sync
}

TEST_F(VaultTest, AnErasureThatFailedIsFinishedByTheNextSync) {
    for (int steps = 0; steps < 10; ++steps) {
        std::filesystem::remove(file_);
        create_vault(file_);
        BreakingFiles files;
        const auto vault = open_vault(file_, 1, VaultAccess::write, files).value();
        const auto an = vault->key_for(kAn);
        vault->sync();
        const File old(file_, O_RDONLY);
        files.steps = steps;
        EXPECT_THROW(vault->erase(kAn), std::system_error);
        files.steps = 1 << 20;
        const auto binh = vault->key_for(kBinh);
        vault->sync();
        EXPECT_FALSE(leftover()) << steps;
        EXPECT_EQ(bytes().find(text_of(*an)), std::string::npos) << steps;
        EXPECT_EQ(old.read_all().find(text_of(*an)), std::string::npos) << steps;
        EXPECT_EQ(open(3)->find(kBinh), binh) << steps;
    }
}

TEST_F(VaultTest, ErasesBesideAWriterThatSyncs) {
    const auto vault = open();
    {
        std::jthread writer([&] {
            for (int i = 0; i < 50; ++i) {
                vault->key_for(PersonCode::of("W" + std::to_string(i)));
                vault->sync();
            }
        });
        for (int i = 0; i < 20; ++i) {
            vault->key_for(PersonCode::of("E" + std::to_string(i)));
            vault->erase(PersonCode::of("E" + std::to_string(i)));
        }
    }
    vault->sync();
    EXPECT_EQ(vault->entries(), 71u);
    const auto again = open(71);
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(again->find(PersonCode::of("W" + std::to_string(i))));
    for (int i = 0; i < 20; ++i) EXPECT_FALSE(again->find(PersonCode::of("E" + std::to_string(i))));
}

TEST_F(VaultTest, OpenForReadingForgetsForItselfAlone) {
    {
        const auto vault = open();
        vault->key_for(kAn);
        vault->sync();
    }
    const auto before = bytes();
    const auto reading = open_vault(file_, 2, VaultAccess::read_only).value();
    EXPECT_TRUE(reading->erase(kAn));
    EXPECT_FALSE(reading->find(kAn));
    EXPECT_FALSE(reading->erase(kAn));
    EXPECT_EQ(bytes(), before);
}

// Whoever opens the file has it overwritten under their eyes, as by an erasure that puts another in its place.
class OverwrittenFiles : public Files {
public:
    mutable int times = 0;
    File open(const std::filesystem::path& path, int flags, unsigned mode) const override {
        auto file = Files::open(path, flags, mode);
        if (times-- <= 0) return file;
        const auto bytes = file.read_all();
        const File in_use(path, O_WRONLY);
        Files::replace(path.string() + ".next", bytes, kOwnerOnly);
        Files::rename(path.string() + ".next", path);
        in_use.write_at(std::string(bytes.size() / 2, '\0'), bytes.size() / 2);
        return file;
    }
};

TEST_F(VaultTest, IsReadAgainWhereAnErasureOverwroteTheFileThatWasOpened) {
    std::optional<VaultKey> binh;
    {
        const auto vault = open();
        vault->key_for(kAn);
        binh = vault->key_for(kBinh);
        vault->sync();
    }
    const auto whole = bytes();
    OverwrittenFiles files;
    files.times = 1;
    EXPECT_EQ(read_vault(file_, 3, files), whole);
    files.times = 1;
    const auto opened = open_vault(file_, 3, VaultAccess::read_only, files);
    ASSERT_TRUE(opened);
    EXPECT_EQ((*opened)->find(kBinh), binh);
    // What stays too short is damage.
    EXPECT_FALSE(read_vault(file_, 4));
    EXPECT_FALSE(open_vault(file_, 4, VaultAccess::read_only));
    write(whole + std::string(100, '\0'));
    EXPECT_EQ(read_vault(file_, 3), whole);
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
