#include <fstream>

#include "events/check.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/engine.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class StoreDirectory : public LogTest {
protected:
    std::string refusal() {
        auto opened = try_open();
        if (opened) return "";
        EXPECT_FALSE(opened.error().detail_vi.empty());
        EXPECT_NE(opened.error().detail_en.find(directory_.filename().string()), std::string::npos)
            << opened.error().detail_en;
        return opened.error().type;
    }
    std::string read_only_refusal() {
        auto opened = open_store_read_only(directory_);
        return opened ? "" : opened.error().type;
    }
    void append(int count) {
        for (int i = 0; i < count; ++i) ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d" + std::to_string(i))));
    }
    // The directory as a power cut at this moment would leave it. What was signed is copied first, before the rest in
    // whatever order: a checkpoint made while the copy runs would be signed in an image whose log is older, which no
    // power cut leaves behind, since the log is synced before it is signed.
    std::filesystem::path crash_image() {
        auto image = directory_;
        image += ".image";
        std::filesystem::remove_all(image);
        std::filesystem::create_directory(image, directory_);  // as closed to others as the original
        std::filesystem::copy_file(directory_ / "signed", image / "signed");
        std::filesystem::copy(directory_, image,
                              std::filesystem::copy_options::recursive | std::filesystem::copy_options::skip_existing);
        return image;
    }
    // Goes on with the image instead of the directory.
    void become(const std::filesystem::path& image) {
        log_.reset();
        std::filesystem::remove_all(directory_);
        std::filesystem::rename(image, directory_);
    }
    std::filesystem::path write_ahead_log() {
        std::filesystem::path largest;
        for (const auto& entry : std::filesystem::directory_iterator(directory_ / "log")) {
            if (entry.path().extension() == ".log" &&
                (largest.empty() || entry.file_size() > std::filesystem::file_size(largest))) {
                largest = entry.path();
            }
        }
        return largest;
    }
    static void flip(const std::filesystem::path& file, std::uint64_t at) {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekg(static_cast<std::streamoff>(at));
        const auto byte = static_cast<char>(stream.get() ^ 0x55);
        stream.seekp(static_cast<std::streamoff>(at));
        stream.put(byte);
    }
    static void shrink(const std::filesystem::path& file, std::uint64_t by) {
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - by);
    }
};

TEST_F(StoreDirectory, ThatIsMissingIsRefused) {
    EXPECT_EQ(refusal(), "directory-missing");
    EXPECT_EQ(read_only_refusal(), "directory-missing");
    EXPECT_EQ(read_vkey(directory_).error().type, "directory-missing");
    EXPECT_FALSE(std::filesystem::exists(directory_));
}

TEST_F(StoreDirectory, ThatHoldsSomethingIsNotMadeAStore) {
    std::filesystem::create_directories(directory_);
    std::ofstream(directory_ / "letter.txt") << "hello";
    EXPECT_EQ(create_store(directory_, kOrigin).error().type, "directory-not-empty");
    EXPECT_EQ(refusal(), "directory-foreign");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_), {}), 1);
    std::filesystem::remove(directory_ / "letter.txt");
    EXPECT_TRUE(create_store(directory_, kOrigin));
    EXPECT_EQ(create_store(directory_, kOrigin).error().type, "directory-not-empty");
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, ThatIsAFileIsRefused) {
    std::ofstream(directory_) << "hello";
    EXPECT_EQ(create_store(directory_, kOrigin).error().type, "directory-not-empty");
    EXPECT_EQ(refusal(), "directory-foreign");
}

TEST_F(StoreDirectory, NeedsAnOriginWithoutSchemeSpaceAndPlus) {
    for (const auto* bad : {"", "https://a.b", "a b", "a+b", "a\n", "\xc4\x91", "a/"}) {
        EXPECT_EQ(create_store(directory_, bad).error().type, "invalid-field") << bad;
    }
}

TEST_F(StoreDirectory, OfAnotherVersionIsRefused) {
    create();
    replace_file(directory_ / "format", "minhbach store 2\norigin a\nvkey b\n", 0600);
    EXPECT_EQ(try_open().error().type, "directory-foreign");
    EXPECT_NE(try_open().error().detail_en.find("minhbach store 2"), std::string::npos);
    EXPECT_EQ(read_only_refusal(), "directory-foreign");
}

TEST_F(StoreDirectory, HeldByAnotherIsRefusedButCanBeRead) {
    open();
    append(5);
    EXPECT_EQ(refusal(), "directory-held");
    const auto reader = open_store_read_only(directory_);
    ASSERT_TRUE(reader) << reader.error().detail_en;
    EXPECT_EQ((*reader)->size(Ledger::main), 5u);
    EXPECT_TRUE(check(**reader, Ledger::main).violations.empty());
    EXPECT_EQ((*reader)->append_and_wait(Ledger::main, one("d")).error().type, "read-only");
    append(1);
    log_.reset();
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, WithoutOneOfItsFilesIsRefused) {
    open();
    append(3);
    log_.reset();
    for (const auto* name : {"signing-key", "vault", "signed", "format", "log"}) {
        auto aside = directory_;
        aside += ".aside";
        std::filesystem::rename(directory_ / name, aside);
        EXPECT_EQ(refusal(), std::string(name) == "format" ? "directory-foreign" : "directory-damaged") << name;
        std::filesystem::remove_all(directory_ / name);
        std::filesystem::rename(aside, directory_ / name);
    }
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, WhoseDatabaseIsHeldIsRefusedAsHeld) {
    create();
    {
        const Engine held(directory_ / "log", Engine::Access::write, 1 << 20, nullptr);
        EXPECT_EQ(refusal(), "directory-held");
    }
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, OpenToOthersIsRefused) {
    create();
    for (const unsigned mode : {0750u, 0705u, 0701u, 0770u}) {
        std::filesystem::permissions(directory_, std::filesystem::perms(mode));
        EXPECT_EQ(refusal(), "directory-exposed") << mode;
        EXPECT_EQ(open_store_read_only(directory_).error().type, "directory-exposed") << mode;
    }
    std::filesystem::permissions(directory_, std::filesystem::perms(0700));
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, WithKeysOthersCanReadIsRefused) {
    create();
    for (const auto* name : {"signing-key", "vault"}) {
        std::filesystem::permissions(directory_ / name, std::filesystem::perms(0644));
        EXPECT_EQ(refusal(), "directory-exposed") << name;
        std::filesystem::permissions(directory_ / name, std::filesystem::perms(0600));
    }
    EXPECT_EQ(refusal(), "");
}

TEST_F(StoreDirectory, WithTheVaultOfAnEarlierDayIsRefused) {
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d", 0, "P1")));
    const auto earlier = *read_file(directory_ / "vault");
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d", 1, "P2")));
    log_.reset();
    replace_file(directory_ / "vault", earlier, 0600);
    EXPECT_EQ(refusal(), "directory-damaged");
}

TEST_F(StoreDirectory, WithTheSigningKeyOfAnotherLogIsRefused) {
    create();
    auto other = directory_;
    other += ".other";
    ASSERT_TRUE(create_store(other, kOrigin));
    std::filesystem::copy_file(other / "signing-key", directory_ / "signing-key",
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::remove_all(other);
    EXPECT_EQ(refusal(), "directory-damaged");
}

TEST_F(StoreDirectory, DamagedInTheMiddleOfItsLogIsRefusedNotShortened) {
    options_.checkpoint_every_ms = 3'600'000;
    open();
    append(200);
    become(crash_image());
    const auto wal = write_ahead_log();
    flip(wal, std::filesystem::file_size(wal) / 2);
    EXPECT_EQ(refusal(), "directory-damaged");
    EXPECT_EQ(read_only_refusal(), "directory-damaged");
}

TEST_F(StoreDirectory, TornBeyondWhatWasSignedIsOpened) {
    options_.checkpoint_every_ms = 3'600'000;
    open();
    append(50);
    become(crash_image());
    shrink(write_ahead_log(), 20);  // inside the last batch: it was never acknowledged, as far as the log can know
    open();
    EXPECT_EQ(log_->size(Ledger::main), 49u);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
    append(5);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

TEST_F(StoreDirectory, WithGarbageAfterItsLogIsOpened) {
    open();
    append(50);
    become(crash_image());
    std::ofstream(write_ahead_log(), std::ios::binary | std::ios::app) << "\x01\x02\x03";
    open();
    EXPECT_EQ(log_->size(Ledger::main), 50u);
    EXPECT_TRUE(check(*log_, Ledger::main).violations.empty());
}

TEST_F(StoreDirectory, ShorterThanWhatItSignedIsRefused) {
    options_.checkpoint_every_ms = 3'600'000;
    open();
    append(50);
    EXPECT_EQ(log_->publish_checkpoint(Ledger::main).size, 50u);
    become(crash_image());
    const auto wal = write_ahead_log();
    // The checkpoint's own batch and the last events' batches are cut off as a torn tail would be.
    shrink(wal, std::filesystem::file_size(wal) / 4);
    auto opened = try_open();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().type, "directory-damaged");
    EXPECT_NE(opened.error().detail_en.find("signed 50"), std::string::npos) << opened.error().detail_en;
    EXPECT_EQ(read_only_refusal(), "directory-damaged");
}

TEST_F(StoreDirectory, LosesNothingAcknowledgedInACrashImage) {
    options_.checkpoint_every_ms = 1;
    open();
    for (int round = 0; round < 5; ++round) {
        append(40);
        const auto image = crash_image();
        Witnessed witnessed{{}, {}, {log_->checkpoint(Ledger::main).note}};
        for (std::uint64_t i = 0; i < log_->size(Ledger::main); ++i) {
            witnessed.acknowledged.emplace_back(Position{i}, sha256(log_->record_bytes(Ledger::main, {i})));
        }
        const auto copy = open_store(image, clock_, options_);
        ASSERT_TRUE(copy) << copy.error().detail_en;
        EXPECT_TRUE(check(**copy, Ledger::main, witnessed).violations.empty());
    }
    auto image = directory_;
    std::filesystem::remove_all(image += ".image");
}

TEST(SignedFile, KeepsTheStateBeforeATornWrite) {
    const auto directory = fresh_directory();
    std::filesystem::create_directories(directory);
    SignedState state;
    SignedFile::create(directory, state);
    SignedState before;
    {
        SignedFile file(directory);
        for (std::uint64_t i = 1; i <= 5; ++i) {
            before = state;
            state.sizes = {i * 10, i};
            state.roots[0].fill(static_cast<std::uint8_t>(i));
            file.write(state);
            EXPECT_EQ(SignedFile::read(directory), state);
        }
    }
    const auto whole = *read_file(directory / "signed");
    for (std::size_t at = 0; at < 2 * SignedFile::slot_bytes; at += 61) {
        auto torn = whole;
        torn[at] = static_cast<char>(torn[at] ^ 1);
        replace_file(directory / "signed", torn, 0600);
        const auto read = SignedFile::read(directory);
        EXPECT_TRUE(read == state || read == before) << at;
    }
    replace_file(directory / "signed", std::string(2 * SignedFile::slot_bytes, '\0'), 0600);
    EXPECT_EQ(SignedFile::read(directory), std::nullopt);
    std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace minhbach::events
