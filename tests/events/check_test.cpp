// A checker that cannot fail proves nothing: every kind of damage is planted and must be found.
#include "events/check.hpp"

#include <set>

#include "events/big_endian.hpp"
#include "events/merkle/tree.hpp"
#include "events/rocksdb/engine.hpp"
#include "events/rocksdb/reading_log.hpp"
#include "events/tree_check.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

constexpr std::uint64_t kEvents = 300;  // the first 256 are under a full tile

class Checker : public LogTest {
protected:
    void SetUp() override {
        open();
        for (std::uint64_t i = 0; i < kEvents; i += 10) {
            std::vector<NewEvent> events;
            for (std::uint64_t e = i; e < i + 10; ++e)
                events.push_back(event(R"({"n":1})", "P" + std::to_string(e % 7)));
            const auto stream = Stream::of("dossier", std::to_string(i % 3));
            ASSERT_TRUE(log_->append_and_wait(
                Ledger::main, keyed(append_of({{stream, std::nullopt, events}}), std::to_string(i), "body")));
            log_->publish_checkpoint(Ledger::main);
        }
        ASSERT_TRUE(check(*log_, Ledger::main).violations.empty());
        record_ = decode_record(log_->record_bytes(Ledger::main, {15})).value();
    }
    // Changes rows behind the log's back.
    void tamper(const std::function<void(rocksdb::WriteBatch&, const Engine&)>& change) {
        log_.reset();
        Engine engine(directory_ / "log", Engine::Access::write, 1 << 20, nullptr);
        rocksdb::WriteBatch batch;
        change(batch, engine);
        ASSERT_TRUE(engine.write(batch).ok());
    }
    void put(Column column, const std::string& key, const std::string& value) {
        tamper([&](auto& batch, auto& engine) { batch.Put(engine.column(Ledger::main, column), key, value); });
    }
    void remove(Column column, const std::string& key) {
        tamper([&](auto& batch, auto& engine) { batch.Delete(engine.column(Ledger::main, column), key); });
    }
    // The invariants found broken, each once.
    std::set<std::string> found(const Witnessed& witnessed = {}) {
        if (!log_) {
            auto opened = try_open();
            if (!opened) return {opened.error().type};
            log_ = std::move(*opened);
        }
        std::set<std::string> invariants;
        for (const auto& violation : check(*log_, Ledger::main, witnessed).violations) {
            EXPECT_FALSE(violation.what.empty());
            invariants.insert(violation.invariant);
        }
        return invariants;
    }

    Record record_;  // at position 15
    using Found = std::set<std::string>;
};

TEST_F(Checker, FindsAChangedRecord) {
    auto changed = record_;
    changed.capacity = "OUT_OF_OFFICE";
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_EQ(found(), Found{"I6"});
}

TEST_F(Checker, FindsAChangedRecordOnTheEdgeBeforeItOpens) {
    auto changed = decode_record(log_->record_bytes(Ledger::main, {kEvents - 2})).value();
    changed.capacity = "OUT_OF_OFFICE";
    put(Column::records, big_endian(kEvents - 2), encode(changed));
    EXPECT_EQ(found(), Found{"directory-damaged"});
}

TEST_F(Checker, FindsAMissingRecord) {
    remove(Column::records, big_endian(15));
    EXPECT_TRUE(found().contains("I2"));
}

TEST_F(Checker, FindsAMissingLastRecordBeforeItOpens) {
    remove(Column::records, big_endian(kEvents - 1));
    EXPECT_EQ(found(), Found{"directory-damaged"});
}

TEST_F(Checker, FindsWhatIsNotARecord) {
    put(Column::records, big_endian(15), "junk");
    EXPECT_TRUE(found().contains("I2"));
}

TEST_F(Checker, FindsAWrongPositionRevisionOrNumber) {
    auto changed = record_;
    changed.position.value += 1;
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("I2"));
    changed = record_;
    changed.revision.value += 1;
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("I3"));
    changed = record_;
    changed.subjects[0].number += 1;
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("numbers"));
    changed = record_;
    changed.actor_number -= 1;
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("numbers"));
    changed = record_;
    changed.origin = "other.example/2023";
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("I2"));
    changed = record_;
    changed.recorded_at = changed.recorded_at.plus_millis(-100'000);
    put(Column::records, big_endian(15), encode(changed));
    EXPECT_TRUE(found().contains("I2"));
}

TEST_F(Checker, FindsAMissingOrMisleadingIndexRow) {
    const auto stream_key = stream_prefix(record_.stream) + big_endian(record_.revision.value);
    const auto subject_key = person_prefix(record_.subjects[0].subject) + big_endian(record_.subjects[0].number);
    const auto actor_key = person_prefix(record_.actor) + big_endian(record_.actor_number);
    const std::string id(id_key(record_.id));
    const std::pair<Column, std::string> rows[] = {
        {Column::streams, stream_key}, {Column::subjects, subject_key}, {Column::actors, actor_key}, {Column::ids, id}};
    for (const auto& [column, key] : rows) {
        remove(column, key);
        EXPECT_TRUE(found().contains("index")) << static_cast<int>(column);
        put(column, key, big_endian(16));
        EXPECT_TRUE(found().contains("index")) << static_cast<int>(column);
        put(column, key, big_endian(15));
        EXPECT_EQ(found(), Found{});
    }
}

TEST_F(Checker, FindsAnIndexRowThatNoRecordExplains) {
    put(Column::streams, stream_prefix(Stream::of("ghost", "1")) + big_endian(0), big_endian(3));
    EXPECT_EQ(found(), Found{"index"});
}

TEST_F(Checker, FindsAnIdempotencyKeyThatLeadsElsewhere) {
    const std::string key(view(*record_.key_hash));
    put(Column::keys, key, encode_first_and_count({20, 10}));
    EXPECT_TRUE(found().contains("I4"));
    remove(Column::keys, key);
    EXPECT_TRUE(found().contains("I4"));
    put(Column::keys, key, encode_first_and_count({10, 10}));
    EXPECT_EQ(found(), Found{});
    put(Column::keys, std::string(32, 'k'), encode_first_and_count({10, 10}));
    EXPECT_EQ(found(), Found{"index"});
}

TEST_F(Checker, FindsAChangedMissingOrSwappedPayload) {
    std::string first;
    std::string second;
    tamper([&](auto&, auto& engine) {
        first = *engine.get(Ledger::main, Column::payloads, big_endian(15));
        second = *engine.get(Ledger::main, Column::payloads, big_endian(22));  // of the same person
    });
    put(Column::payloads, big_endian(15), second);
    EXPECT_FALSE(found().empty());
    auto flipped = first;
    flipped.back() = static_cast<char>(flipped.back() ^ 1);
    put(Column::payloads, big_endian(15), flipped);
    EXPECT_FALSE(found().empty());
    remove(Column::payloads, big_endian(15));
    EXPECT_FALSE(found().empty());
    put(Column::payloads, big_endian(15), first);
    EXPECT_EQ(found(), Found{});
}

TEST_F(Checker, FindsAWrongTileAndAWrongCheckpoint) {
    std::string tile;
    std::string checkpoint;
    tamper([&](auto&, auto& engine) {
        tile = *engine.get(Ledger::main, Column::tiles, tile_key(0, 0));
        checkpoint = *engine.get(Ledger::main, Column::checkpoints, big_endian(100));
    });
    auto changed = tile;
    changed[40] = static_cast<char>(changed[40] ^ 1);
    put(Column::tiles, tile_key(0, 0), changed);
    EXPECT_FALSE(found().empty());
    put(Column::tiles, tile_key(0, 0), tile);
    EXPECT_EQ(found(), Found{});
    changed = checkpoint;
    changed[60] = static_cast<char>(changed[60] ^ 1);  // in the note
    put(Column::checkpoints, big_endian(100), changed);
    EXPECT_EQ(found(), Found{"I6"});
}

TEST_F(Checker, FindsACheckpointRowWhoseRootIsNotThatOfItsNote) {
    std::string checkpoint;
    tamper([&](auto&, auto& engine) { checkpoint = *engine.get(Ledger::main, Column::checkpoints, big_endian(100)); });
    checkpoint[3] = static_cast<char>(checkpoint[3] ^ 1);
    put(Column::checkpoints, big_endian(100), checkpoint);
    EXPECT_EQ(found(), Found{"I6"});
}

// A log that is opened compares its edge with what it signed, so this is shown on a reader without that promise.
TEST_F(Checker, FindsAWrongGrowingTile) {
    const auto look = [&] {
        auto engine = std::make_unique<Engine>(directory_ / "log", Engine::Access::read_only, 1 << 20, nullptr);
        auto state = SignedFile::read(directory_).value();
        const ReadingLog log(read_identity(directory_).value(), std::move(engine),
                             open_vault(directory_ / "vault", 1, VaultAccess::read_only).value(), state);
        Found invariants;
        for (const auto& violation : check(log, Ledger::main).violations) invariants.insert(violation.invariant);
        return invariants;
    };
    std::string tile;
    tamper([&](auto&, auto& engine) { tile = *engine.get(Ledger::main, Column::tiles, tile_key(1, 0)); });
    ASSERT_EQ(tile.size(), sizeof(Hash));
    EXPECT_EQ(look(), Found{});
    tile[5] = static_cast<char>(tile[5] ^ 1);
    put(Column::tiles, tile_key(1, 0), tile);
    EXPECT_EQ(look(), Found{"I6"});
}

TEST_F(Checker, ComparesWithWhatWasWitnessed) {
    Witnessed witnessed;
    witnessed.acknowledged.emplace_back(Position{3}, sha256(log_->record_bytes(Ledger::main, {3})));
    witnessed.refused.push_back(test_ids().next(Time()));
    witnessed.checkpoints.push_back(log_->checkpoint(Ledger::main).note);
    EXPECT_EQ(found(witnessed), Found{});
    auto wrong = witnessed;
    wrong.acknowledged[0].second[0] ^= 1;
    EXPECT_EQ(found(wrong), Found{"I1"});
    wrong = witnessed;
    wrong.acknowledged[0].first = {kEvents};
    EXPECT_EQ(found(wrong), Found{"I1"});
    wrong = witnessed;
    wrong.read.emplace_back(Position{3}, Hash{});
    EXPECT_EQ(found(wrong), Found{"I7"});
    wrong.read = {{Position{kEvents}, Hash{}}};
    EXPECT_EQ(found(wrong), Found{"I7"});
    wrong = witnessed;
    wrong.refused.push_back(record_.id);
    EXPECT_EQ(found(wrong), Found{"I5"});
    wrong = witnessed;
    wrong.checkpoints.push_back("junk\n");
    EXPECT_EQ(found(wrong), Found{"I6"});
}

TEST_F(Checker, StopsCollectingAtItsMaximum) {
    for (std::uint64_t i = 0; i < 5; ++i) {
        tamper([&](auto& batch, auto& engine) {
            for (std::uint64_t p = i * 10; p < i * 10 + 10; ++p)
                batch.Put(engine.column(Ledger::main, Column::records), big_endian(p), "junk");
        });
    }
    open();
    EXPECT_EQ(check(*log_, Ledger::main).violations.size(), 20u);
}

// Every size, so that the last part is whole, one record long, and everything between.
TEST_F(Checker, HashesTheRecordsInPartsToTheRootOfTheTree) {
    constexpr std::uint64_t kPart = 16;
    merkle::Tree tree;
    for (std::uint64_t size = 0; size <= kEvents; ++size) {
        ASSERT_EQ(root_of_records(*log_, Ledger::main, size, 3, kPart), tree.root()) << size;
        if (size < kEvents) tree.append(merkle::leaf_hash(log_->record_bytes(Ledger::main, {size})));
    }
    EXPECT_THROW(root_of_records(*log_, Ledger::main, kEvents + 1, 1), std::out_of_range);
    const auto report = check_tree(*log_, Ledger::main, 2);
    EXPECT_TRUE(report.violations.empty());
    EXPECT_EQ(report.size, kEvents);
    EXPECT_TRUE(check_tree(*log_, Ledger::access, 2).violations.empty());
}

TEST_F(Checker, FindsAChangedAndAMissingRecordByTheRootAlone) {
    auto bytes = encode(record_);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    put(Column::records, big_endian(15), bytes);
    auto log = open_store_read_only(directory_).value();
    ASSERT_EQ(check_tree(*log, Ledger::main, 2).violations.size(), 1u);
    EXPECT_EQ(check_tree(*log, Ledger::main, 2).violations.front().invariant, "I6");
    log.reset();
    tamper([](rocksdb::WriteBatch& batch, const Engine& engine) {
        batch.Delete(engine.column(Ledger::main, Column::records), big_endian(15));
    });
    log = open_store_read_only(directory_).value();
    ASSERT_EQ(check_tree(*log, Ledger::main, 2).violations.size(), 1u);
    EXPECT_EQ(check_tree(*log, Ledger::main, 2).violations.front().invariant, "I2");
}

}  // namespace
}  // namespace minhbach::events
