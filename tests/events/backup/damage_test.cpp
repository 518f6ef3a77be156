// Flipped bits: found and named, or without effect; never served; mended from the backup to the same root.
#include <rocksdb/write_batch.h>

#include <cstdlib>
#include <map>
#include <random>

#include "backup_fixture.hpp"
#include "events/backup/repair.hpp"
#include "events/big_endian.hpp"
#include "events/rocksdb/engine.hpp"
#include "events/rocksdb/store.hpp"
#include "events/scrub.hpp"

namespace minhbach::events::backup {
namespace {

class DamageTest : public BackupTest {
protected:
    static constexpr std::uint64_t kEvents = 700;

    // A closed store with tables and a write-ahead log, its backup, and a copy of it to go back to.
    void prepare() {
        open();
        act(0, 2);
        std::vector<StreamWrite> writes;
        for (std::uint64_t i = 0; i < kEvents; ++i) {
            writes.push_back({Stream::of("dossier", "b" + std::to_string(i)),
                              std::nullopt,
                              {event(R"({"text":"ý kiến số )" + std::to_string(i) + R"("})", "P000001")}});
        }
        ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of(std::move(writes))));
        auto& files = log_->attachments();
        const auto id = files.begin(PersonCode::of("P000001")).value();
        ASSERT_TRUE(files.put(id, 0, std::string(5'000, 'x')));
        ASSERT_TRUE(files.finish(id));
        log_->publish_checkpoint(Ledger::main);
        reopen();  // recovery puts what was logged into tables
        act(2, 4);
        main_ = everything(*log_, Ledger::main);
        access_ = everything(*log_, Ledger::access);
        ASSERT_TRUE(back_up_now(1u << 20));
        crashed_ = base_ / "crashed";
        std::filesystem::copy(directory_, crashed_, std::filesystem::copy_options::recursive);
        log_.reset();
        anew();
    }
    void anew() {
        std::filesystem::remove_all(directory_);
        std::filesystem::copy(crashed_, directory_, std::filesystem::copy_options::recursive);
    }
    std::vector<Damage> found() { return scrub(directory_).damages; }
    bool is_as_it_was() {
        const auto log = open_store_read_only(directory_);
        return log && everything(**log, Ledger::main) == main_ && everything(**log, Ledger::access) == access_;
    }
    void expect_repaired(const std::string& what) {
        const auto repaired = repair({directory_, to(), keys()}, base_ / "repaired");
        ASSERT_TRUE(repaired) << what << ": " << repaired.error().detail_en;
        EXPECT_EQ(repaired->moment.roots[0], checkpoint_.root) << what;
        std::filesystem::remove_all(directory_);
        std::filesystem::rename(base_ / "repaired", directory_);
        EXPECT_TRUE(is_as_it_was()) << what;
        const auto damages = found();
        EXPECT_TRUE(damages.empty()) << what << ": " << damages.front().file << ": " << damages.front().what;
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(crashed_)) {
            if (entry.is_regular_file() && entry.file_size() > 0)
                names.push_back(entry.path().lexically_relative(crashed_).generic_string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    // A row replaced behind RocksDB's back: with a checksum that is right.
    void put(Column column, const std::string& key, const std::string& value) {
        Engine engine(directory_ / "log", Engine::Access::write, 1u << 20, nullptr);
        rocksdb::WriteBatch batch;
        batch.Put(engine.column(Ledger::main, column), key, value);
        ASSERT_TRUE(engine.write(batch).ok());
    }
    std::string get(Column column, const std::string& key) {
        const Engine engine(directory_ / "log", Engine::Access::read_only, 1u << 20, nullptr);
        return engine.get(Ledger::main, column, key).value();
    }

    std::filesystem::path crashed_;
    std::vector<std::string> main_;
    std::vector<std::string> access_;
};

TEST_F(DamageTest, ASoundStoreHasNone) {
    prepare();
    const auto report = scrub(directory_);
    EXPECT_TRUE(report.damages.empty()) << report.damages.front().what;
    EXPECT_TRUE(report.whole);
    EXPECT_EQ(report.rows, main_.size() + access_.size());
    EXPECT_GT(report.bytes, 100'000u);
    open();  // and while somebody writes
    act(5);
    EXPECT_TRUE(scrub(directory_).damages.empty());
    ScrubOptions stopped;
    stopped.stop = [] { return true; };
    EXPECT_FALSE(scrub(directory_, stopped).whole);
}

TEST_F(DamageTest, AnywhereIsFoundAndNamedOrChangesNothing) {
    prepare();
    std::mt19937_64 dice(7);
    int named = 0;
    const char* scale = std::getenv("MINHBACH_TEST_SCALE");
    const int places = scale == nullptr ? 1 : std::atoi(scale);
    std::map<std::string, int> of_kind;
    for (const auto& name : files()) {
        const auto size = std::filesystem::file_size(crashed_ / name);
        auto& flipped = of_kind[std::filesystem::path(name).extension().string()];
        for (int place = 0; place < places; ++place) {
            if (scale == nullptr && ++flipped > 6) break;
            anew();
            const auto at = dice() % size;
            flip(directory_ / name, at);
            const auto where = name + " at " + std::to_string(at);
            const auto damages = found();
            if (damages.empty()) {
                EXPECT_TRUE(is_as_it_was()) << where << " was not found";
                continue;
            }
            ++named;
            const bool is_told = std::any_of(damages.begin(), damages.end(), [&](const Damage& damage) {
                return damage.ledger || (!damage.file.empty() && name.starts_with(damage.file)) ||
                       damage.what.find(std::filesystem::path(name).filename().string()) != std::string::npos;
            });
            EXPECT_TRUE(is_told) << where << ": " << damages.front().file << ": " << damages.front().what;
            expect_repaired(where);
        }
    }
    EXPECT_GT(named, 6);
}

TEST_F(DamageTest, ARowIsNamedByItsPosition) {
    prepare();
    const auto key = big_endian(300);
    for (const auto column : {Column::records, Column::payloads}) {
        anew();
        auto value = get(column, key);
        value[value.size() - 1] ^= 1;
        put(column, key, value);
        const auto damages = found();
        ASSERT_FALSE(damages.empty());
        for (const auto& damage : damages) {
            EXPECT_EQ(damage.ledger, Ledger::main);
            EXPECT_EQ(damage.first, 300u);
            EXPECT_EQ(damage.end, 301u);
        }
        expect_repaired("row 300");
    }
    anew();
    const auto tile = tile_key(0, 1);
    auto hashes = get(Column::tiles, tile);
    hashes[40] ^= 1;
    put(Column::tiles, tile, hashes);
    const auto damages = found();
    ASSERT_FALSE(damages.empty());
    EXPECT_FALSE(damages.front().ledger) << "the records are sound";
    EXPECT_NE(damages.front().what.find("tile 0/1"), std::string::npos);
    expect_repaired("a tile");
}

TEST_F(DamageTest, WhatTheBackupDoesNotHoldComesFromTheStoreItself) {
    prepare();
    open();
    act(5, 8);
    main_ = everything(*log_, Ledger::main);
    access_ = everything(*log_, Ledger::access);
    log_.reset();
    auto value = get(Column::records, big_endian(10));
    value[0] ^= 1;
    put(Column::records, big_endian(10), value);
    ASSERT_FALSE(found().empty());
    const auto repaired = repair({directory_, to(), std::nullopt}, base_ / "repaired");
    ASSERT_TRUE(repaired) << repaired.error().detail_en;
    EXPECT_EQ(repaired->mended[0], 1u);
    EXPECT_EQ(repaired->rows[0], main_.size());
    std::filesystem::remove_all(base_ / "repaired");

    // A row that only the store had is lost: that is said, and nothing is built.
    const auto last = main_.size() - 2;
    value = get(Column::records, big_endian(last));
    value[0] ^= 1;
    put(Column::records, big_endian(last), value);
    const auto refused = repair({directory_, to(), std::nullopt}, base_ / "repaired");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().type, "directory-damaged");
    EXPECT_NE(refused.error().detail_en.find("position " + std::to_string(last)), std::string::npos)
        << refused.error().detail_en;
}

TEST_F(DamageTest, IsMendedAfterAnotherSigningKeyAsWell) {
    prepare();
    const auto damage_row = [&] {
        auto value = get(Column::records, big_endian(10));
        value[0] ^= 1;
        put(Column::records, big_endian(10), value);
    };
    // The backup is signed by the first key, what follows it by the second.
    ASSERT_TRUE(rotate_signing_key(directory_));
    open();
    act(5, 8);
    main_ = everything(*log_, Ledger::main);
    access_ = everything(*log_, Ledger::access);
    log_.reset();
    const auto older_copy = base_ / "older-keys";
    std::filesystem::copy(keys(), older_copy);
    damage_row();
    expect_repaired("a row");
    EXPECT_EQ(opened(directory_)->checkpoint(Ledger::main).note, checkpoint_.note);

    ASSERT_TRUE(back_up_now());
    const auto chain = *read_file(directory_ / "keys");
    flip(directory_ / "keys", 100);
    EXPECT_FALSE(found().empty());
    EXPECT_EQ(repair({directory_, to(), std::nullopt}, base_ / "repaired").error().type, "directory-damaged");
    expect_repaired("the chain of keys");
    EXPECT_EQ(*read_file(directory_ / "keys"), chain);
    std::filesystem::remove(directory_ / "keys");
    expect_repaired("a chain that is lost");
    EXPECT_EQ(*read_file(directory_ / "keys"), chain);

    std::filesystem::remove(directory_ / "signing-key");
    const auto refused = repair({directory_, to(), older_copy}, base_ / "repaired");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail_en.find("use the newer copy"), std::string::npos) << refused.error().detail_en;
    expect_repaired("the signing key");
}

TEST_F(DamageTest, IsMendedWhereAChangeOfTheKeyWasNotFinished) {
    prepare();
    const auto key = read_vkey(directory_).value();
    for (const int last : {2, 3}) {
        anew();
        struct Interrupted {};
        EXPECT_THROW((void)rotate_signing_key(directory_, std::nullopt,
                                              [&](int step) {
                                                  if (step == last) throw Interrupted();
                                              }),
                     Interrupted);
        auto value = get(Column::records, big_endian(10));
        value[0] ^= 1;
        put(Column::records, big_endian(10), value);
        expect_repaired("step " + std::to_string(last));
        EXPECT_EQ(read_vkey(directory_).value(), key);
        open();
        log_.reset();
    }
}

}  // namespace
}  // namespace minhbach::events::backup
