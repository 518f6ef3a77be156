// Rows with versions: what a fold writes, what a reader finds, what is remembered between them.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "projections/runner/fold_rows.hpp"
#include "temporary.hpp"

namespace minhbach::projections {
namespace {

using events::Position;

class RowsTest : public ::testing::Test {
protected:
    void write(std::uint64_t position, const std::function<void(Rows&)>& change) {
        rows_.begin(Position{position});
        change(rows_);
    }
    void commit() {
        store_.write({&rows_.written()}, {});
        rows_.forget_written();
    }
    std::vector<std::string> scanned(std::string_view prefix, std::string_view after, std::uint64_t known) {
        std::vector<std::string> found;
        store_.scan("t.rows", prefix, after, Position{known}, [&](const Row& row) {
            found.push_back(row.entity + "=" + row.json);
            return true;
        });
        return found;
    }
    tests::TemporaryDirectory directory_;
    RowStore store_{directory_.path() / "rows", 1 << 20, 1 << 20};
    FoldRows rows_{store_, "t"};
};

TEST_F(RowsTest, AVersionIsOneSeek) {
    for (std::uint64_t position = 10; position < 20; ++position) {
        write(position, [&](Rows& rows) { rows.put("t.rows", "a", std::to_string(position)); });
        write(position, [&](Rows& rows) { rows.put("t.rows", "ab", "\"other\""); });
    }
    commit();
    EXPECT_FALSE(store_.get("t.rows", "a", Position{9}));
    EXPECT_EQ(store_.get("t.rows", "a", Position{10})->json, "10");
    EXPECT_EQ(store_.get("t.rows", "a", Position{15})->json, "15");
    EXPECT_EQ(store_.get("t.rows", "a", Position{99})->position, Position{19});
    EXPECT_FALSE(store_.get("t.row", "a", Position{99}));
    EXPECT_FALSE(store_.get("t.rows", "b", Position{99}));
}

TEST_F(RowsTest, AScanShowsTheRowsAsTheyStood) {
    write(1, [](Rows& rows) { rows.put("t.rows", "p/a", "1"); });
    write(2, [](Rows& rows) { rows.put("t.rows", "p/b", "1"); });
    write(3, [](Rows& rows) { rows.end("t.rows", "p/a"); });
    write(4, [](Rows& rows) { rows.put("t.rows", "p/b", "2"); });
    write(5, [](Rows& rows) { rows.put("t.rows", "q/a", "1"); });
    commit();
    using List = std::vector<std::string>;
    EXPECT_EQ(scanned("p/", "", 0), List{});
    EXPECT_EQ(scanned("p/", "", 2), (List{"p/a=1", "p/b=1"}));
    EXPECT_EQ(scanned("p/", "", 3), (List{"p/b=1"}));
    EXPECT_EQ(scanned("p/", "p/a", 9), (List{"p/b=2"}));
    EXPECT_EQ(scanned("p/", "p/b", 9), List{});
    EXPECT_EQ(scanned("", "", 9), (List{"p/b=2", "q/a=1"}));
}

TEST_F(RowsTest, AFoldSeesWhatItWroteAndAFailedEventIsTakenBack) {
    write(1, [](Rows& rows) { rows.put("t.rows", "a", "1"); });
    commit();
    write(2, [](Rows& rows) {
        rows.put("t.rows", "a", "2");
        rows.put("t.rows", "a", "3");
        rows.put("t.rows", "b", "1");
        EXPECT_EQ(rows.get("t.rows", "a"), "3");
    });
    rows_.undo();
    write(3, [](Rows& rows) {
        EXPECT_EQ(rows.get("t.rows", "a"), "1");
        EXPECT_FALSE(rows.get("t.rows", "b"));
        rows.put("t.rows", "c", "1");
        std::string found;
        rows.scan("t.rows", "", [&](std::string_view name, const std::string&) {
            found += name;
            return true;
        });
        EXPECT_EQ(found, "ac");
        EXPECT_THROW(rows.put("other.rows", "a", "1"), std::logic_error);
        EXPECT_THROW((void)rows.get("other.rows", "a"), std::logic_error) << "another thread may write them";
    });
}

TEST_F(RowsTest, WhatIsAskedForBetweenTwoWritesOfAFailedEventIsTakenBackToo) {
    write(1, [](Rows& rows) {
        rows.put("t.rows", "a", "1");
        rows.put("t.rows", "ab", "7");
    });
    write(2, [](Rows& rows) {
        rows.put("t.rows", "a", "2");
        EXPECT_EQ(rows.get("t.rows", "a"), "2");
        rows.end("t.rows", "a");
        EXPECT_FALSE(rows.get("t.rows", "a"));
    });
    rows_.undo();
    write(3, [](Rows& rows) { EXPECT_EQ(rows.get("t.rows", "a"), "1") << "not yet in the store"; });
    commit();
    write(4, [](Rows& rows) { EXPECT_EQ(rows.get("t.rows", "a"), "1"); });
    EXPECT_EQ(store_.get("t.rows", "a", Position{9})->position, Position{1});
}

TEST_F(RowsTest, WhatWasReadBeforeAWriteDoesNotHideIt) {
    write(1, [](Rows& rows) { rows.put("t.rows", "a", "1"); });
    commit();
    EXPECT_EQ(store_.get("t.rows", "a", Position{5})->json, "1");
    EXPECT_EQ(store_.get("t.rows", "a", Position{5})->json, "1");
    write(2, [](Rows& rows) { rows.put("t.rows", "a", "2"); });
    commit();
    EXPECT_EQ(store_.get("t.rows", "a", Position{5})->json, "2");
    EXPECT_EQ(store_.get("t.rows", "a", Position{1})->json, "1") << "the newer version is remembered";
    EXPECT_FALSE(store_.get("t.rows", "a", Position{0}));
    write(3, [](Rows& rows) { rows.end("t.rows", "a"); });
    commit();
    EXPECT_FALSE(store_.get("t.rows", "a", Position{5}));
    EXPECT_FALSE(store_.get("t.rows", "a", Position{5}));
    EXPECT_EQ(store_.get("t.rows", "a", Position{2})->json, "2");
    store_.forget("t");
    EXPECT_FALSE(store_.get("t.rows", "a", Position{2}));
}

TEST(NewestRows, NothingIsRememberedOfAReadThatAWriteOvertook) {
    using namespace std::string_literals;
    const auto key = "t.rows\0a"s;
    const WrittenRows rows{{row_key("t.rows", "a", Position{2}), "2"}};
    NewestRows newest;
    const auto before = newest.find(key, Position{9});
    newest.begin_write({&rows});
    const auto meanwhile = newest.find(key, Position{9});
    newest.remember(key, {Position{1}, "1"}, before.ticket);
    newest.remember(key, {Position{1}, "1"}, meanwhile.ticket);
    newest.end_write();
    newest.remember(key, {Position{1}, "1"}, before.ticket);
    newest.remember(key, {Position{1}, "1"}, meanwhile.ticket);
    const auto after = newest.find(key, Position{9});
    EXPECT_FALSE(after.version);
    newest.remember(key, {Position{2}, "2"}, after.ticket);
    EXPECT_EQ(newest.find(key, Position{9}).version->json, "2");
    EXPECT_FALSE(newest.find(key, Position{1}).version);
}

TEST(NewestRows, KeepsWhatIsAskedForAgainAndIsBounded) {
    NewestRows newest;
    const std::string large(512u << 10, 'x');
    const auto ask = [&](const std::string& key) {
        const auto found = newest.find(key, Position{9});
        if (!found.version) newest.remember(key, {Position{1}, large}, found.ticket);
        return found.version.has_value();
    };
    EXPECT_FALSE(ask("kept"));
    int remembered = 0;
    for (int i = 0; i < 64; ++i) {
        EXPECT_FALSE(ask("other " + std::to_string(i)));
        EXPECT_TRUE(ask("kept")) << i;
    }
    for (int i = 0; i < 64; ++i) remembered += newest.find("other " + std::to_string(i), Position{9}).version ? 1 : 0;
    EXPECT_GT(remembered, 4);
    EXPECT_LE(remembered, 16);
}

// A reader beside a writer, as they are in a server: what is committed is what is read.
TEST_F(RowsTest, ReadersBesideAWriterSeeEveryCommittedVersion) {
    constexpr std::uint64_t kVersions = 2'000;
    std::atomic<std::uint64_t> committed{0};
    std::atomic<int> older{0};
    std::thread reader([&] {
        while (committed < kVersions) {
            const auto known = committed.load();
            const auto row = store_.get("t.rows", "a", Position{~std::uint64_t{0} >> 1});
            if (known > 0 && (!row || row->position.value < known)) ++older;
        }
    });
    for (std::uint64_t position = 1; position <= kVersions; ++position) {
        write(position, [&](Rows& rows) { rows.put("t.rows", "a", std::to_string(position)); });
        commit();
        committed = position;
    }
    reader.join();
    EXPECT_EQ(older, 0);
}

}  // namespace
}  // namespace minhbach::projections
