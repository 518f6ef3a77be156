#include "projections/runner/runner.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "history.hpp"
#include "projections/runner/fold_rows.hpp"

namespace minhbach::projections {
namespace {

using events::Ledger;
using events::Position;

RunnerOptions folded_by_hand() {
    RunnerOptions options;
    options.follow = false;
    options.chunk_events_max = 7;
    return options;
}

// Notes the position of every event; fails at one of them if told to.
class Counting : public Projection {
public:
    Counting(std::string name, int version, std::optional<std::uint64_t> poison = {})
        : name_(std::move(name)), version_(version), poison_(poison) {}
    std::string_view name() const override { return name_; }
    int version() const override { return version_; }
    void fold(const events::Recorded& recorded, Rows& rows) const override {
        const auto position = recorded.record.position.value;
        rows.mark(name_ + ".seen", ascending(position));
        rows.put(name_ + ".last", "last", std::to_string(position));
        if (poison_ == position) throw std::runtime_error("poison");
    }

private:
    std::string name_;
    int version_;
    std::optional<std::uint64_t> poison_;
};

Projections counting(int version = 1, std::optional<std::uint64_t> poison = {}) {
    Projections list;
    list.push_back(std::make_unique<Counting>("first", version, poison));
    list.push_back(std::make_unique<Counting>("second", 1));
    return list;
}

std::uint64_t seen(const Runner& runner, const std::string& projection) {
    std::uint64_t count = 0;
    runner.rows()->scan(projection + ".seen", "", "", Position{~std::uint64_t{0}}, [&](const Row&) {
        ++count;
        return true;
    });
    return count;
}

TEST(Runner, FollowsTheLedger) {
    History history;
    Runner& runner = history.acts();
    EXPECT_EQ(runner.applied(), 0u);
    open_cycle(history);
    EXPECT_TRUE(runner.wait_until(Position{static_cast<std::uint64_t>(history.size() - 1)}, 30'000));
    EXPECT_FALSE(runner.wait_until(Position{static_cast<std::uint64_t>(history.size())}, 20));
    EXPECT_TRUE(runner.stopped().empty());
}

TEST(Runner, WaitsForAPositionThatIsStillToCome) {
    History history;
    history.given(a_province());
    Runner& runner = history.acts();
    const auto next = static_cast<std::uint64_t>(history.size());
    std::thread writer([&] { history.by("ADMIN", "ADMIN.1", a_document("D9")); });
    EXPECT_TRUE(runner.wait_until(Position{next}, 30'000));
    writer.join();
}

TEST(Runner, GoesOnWhereItStoppedAndEqualsARebuild) {
    History history;
    open_cycle(history);
    history.answers();
    history.close();
    history.by("A1", "", a_form("A1"));
    history.by("OFFICER", "OFFICER.1", a_proposal("A1", Level::good));
    history.answers();
    const auto violations =
        check_rebuild(history.log(), Ledger::main, history.acts(), all_projections(), history.folder("shadow"));
    for (const auto& violation : violations) ADD_FAILURE() << violation.what;
    EXPECT_FALSE(std::filesystem::exists(history.folder("shadow")));
}

TEST(Runner, FoldsTheSameInChunksOfAnySize) {
    History history;
    open_cycle(history);
    Runner one(history.log(), Ledger::main, all_projections(), history.folder("one"), folded_by_hand());
    one.catch_up();
    auto options = folded_by_hand();
    options.chunk_events_max = 100'000;
    Runner other(history.log(), Ledger::main, all_projections(), history.folder("other"), options);
    other.catch_up();
    options.chunk_events_max = 5;
    options.many_events = 6;
    Runner on_two_threads(history.log(), Ledger::main, all_projections(), history.folder("many"), options);
    on_two_threads.catch_up();
    EXPECT_EQ(on_two_threads.applied(), one.applied());
    for (const auto& status : one.status()) {
        const auto hash = one.state_hash(status.name, one.applied());
        EXPECT_EQ(hash, other.state_hash(status.name, other.applied())) << status.name;
        EXPECT_EQ(hash, on_two_threads.state_hash(status.name, one.applied())) << status.name;
    }
}

TEST(Runner, ADeletedFolderIsFoldedAnew) {
    History history;
    open_cycle(history);
    DossiersQuestion everybody;
    everybody.cycle = kCycle;
    const auto before = history.answers().dossiers(everybody).value().total;
    history.close();
    std::filesystem::remove_all(history.folder("main"));
    EXPECT_EQ(history.answers().dossiers(everybody).value().total, before);
    EXPECT_EQ(before, 11);
}

TEST(Runner, AFolderOfAnotherStoreIsEmptied) {
    History first;
    first.given(a_province());
    {
        Runner runner(first.log(), Ledger::main, counting(), first.folder("rows"), folded_by_hand());
        runner.catch_up();
    }
    History second;
    second.at("2023-12-01T08:00").given(a_province());
    second.given({a_cycle()});
    std::filesystem::rename(first.folder("rows"), second.folder("rows"));
    Runner runner(second.log(), Ledger::main, counting(), second.folder("rows"), folded_by_hand());
    EXPECT_EQ(runner.applied(), 0u);
    runner.catch_up();
    EXPECT_EQ(seen(runner, "first"), static_cast<std::uint64_t>(second.size()));
}

TEST(Runner, ADamagedFolderIsEmptied) {
    History history;
    history.given(a_province());
    std::filesystem::create_directories(history.folder("rows") / "rows-1");
    std::ofstream(history.folder("rows") / "rows-1" / "CURRENT") << "MANIFEST-000099\n";
    Runner runner(history.log(), Ledger::main, counting(), history.folder("rows"), folded_by_hand());
    runner.catch_up();
    EXPECT_EQ(runner.applied(), static_cast<std::uint64_t>(history.size()));
}

TEST(Runner, AChangedVersionIsFoldedAnewAlone) {
    History history;
    history.given(a_province());
    const auto size = static_cast<std::uint64_t>(history.size());
    {
        Runner runner(history.log(), Ledger::main, counting(1), history.folder("rows"), folded_by_hand());
        runner.catch_up();
    }
    Runner runner(history.log(), Ledger::main, counting(2), history.folder("rows"), folded_by_hand());
    EXPECT_EQ(runner.applied(), 0u);
    EXPECT_EQ(runner.status()[1].applied, size);
    EXPECT_EQ(seen(runner, "first"), 0u);
    EXPECT_EQ(seen(runner, "second"), size);
    runner.catch_up();
    EXPECT_EQ(runner.applied(), size);
    EXPECT_EQ(seen(runner, "first"), size);
    EXPECT_EQ(seen(runner, "second"), size);
}

TEST(Runner, IsFoldedAnewBesideTheRowsInUse) {
    History history;
    history.given(a_province());
    const auto size = static_cast<std::uint64_t>(history.size());
    {
        Runner runner(history.log(), Ledger::main, counting(1, 5), history.folder("rows"), folded_by_hand());
        runner.catch_up();
        ASSERT_EQ(runner.stopped(), std::vector<std::string>{"first"});
        const auto held = runner.rows();  // somebody is in the middle of an answer
        const auto rebuilt = runner.rebuild_beside(counting(1));
        EXPECT_EQ(rebuilt.events, size);
        EXPECT_EQ(rebuilt.differing, std::vector<std::string>{"first"});
        EXPECT_TRUE(runner.stopped().empty());
        EXPECT_EQ(seen(runner, "first"), size);
        EXPECT_EQ(held->get("first.last", "last", Position{size}).value().json, "4");
    }
    EXPECT_FALSE(std::filesystem::exists(history.folder("rows") / "rows-1"));
    Runner again(history.log(), Ledger::main, counting(1), history.folder("rows"), folded_by_hand());
    EXPECT_EQ(again.applied(), size);
    EXPECT_TRUE(again.rebuild_beside(counting(1)).differing.empty());
}

TEST(Runner, StaysAsItIsWhereFoldingAnewFails) {
    History history;
    history.given(a_province());
    const auto size = static_cast<std::uint64_t>(history.size());
    Runner runner(history.log(), Ledger::main, counting(), history.folder("rows"), RunnerOptions{});
    ASSERT_TRUE(runner.wait_until(Position{size - 1}, 30'000));
    EXPECT_THROW((void)runner.rebuild_beside(counting(1, 7)), std::runtime_error);
    EXPECT_TRUE(runner.stopped().empty());
    EXPECT_EQ(seen(runner, "first"), size);
    history.by("ADMIN", "ADMIN.1", a_document("D9"));
    EXPECT_TRUE(runner.wait_until(Position{size}, 30'000));  // it follows on
}

TEST(Runner, GoesOnAnsweringAndFollowingWhileItIsFoldedAnew) {
    History history;
    history.given(a_province());
    Runner runner(history.log(), Ledger::main, counting(), history.folder("rows"), RunnerOptions{});
    std::atomic<bool> ended{false};
    std::thread asking([&] {
        std::uint64_t before = 0;
        while (!ended) {
            const auto now = runner.applied();
            EXPECT_GE(now, before);  // nobody sees an older state again
            before = now;
            (void)seen(runner, "second");
        }
    });
    for (int i = 0; i < 5; ++i) {
        history.by("ADMIN", "ADMIN.1", a_document("D" + std::to_string(20 + i)));
        EXPECT_TRUE(runner.rebuild_beside(counting()).differing.empty());
    }
    EXPECT_TRUE(runner.wait_until(Position{static_cast<std::uint64_t>(history.size()) - 1}, 30'000));
    ended = true;
    asking.join();
}

TEST(Runner, APoisonedProjectionStopsVisiblyAndLeavesNothingOfThatEvent) {
    History history;
    history.given(a_province());
    const auto size = static_cast<std::uint64_t>(history.size());
    Runner runner(history.log(), Ledger::main, counting(1, 10), history.folder("rows"), folded_by_hand());
    runner.catch_up();
    EXPECT_EQ(runner.applied(), size);
    EXPECT_EQ(runner.stopped(), std::vector<std::string>{"first"});
    const auto status = runner.status();
    EXPECT_EQ(status[0].applied, 10u);
    EXPECT_EQ(status[0].stopped_at, Position{10});
    EXPECT_EQ(status[0].error, "poison");
    EXPECT_FALSE(status[1].error);
    EXPECT_EQ(seen(runner, "first"), 10u);
    EXPECT_EQ(runner.rows()->get("first.last", "last", Position{size}).value().json, "9");
    EXPECT_EQ(seen(runner, "second"), size);
}

// A log that skips one position when it is read.
class Skipping : public events::Log {
public:
    Skipping(const events::Log& log, std::uint64_t skipped) : log_(log), skipped_(skipped) {}
    std::uint64_t size(Ledger ledger) const override { return log_.size(ledger); }
    std::string record_bytes(Ledger ledger, Position position) const override {
        return log_.record_bytes(ledger, position);
    }
    void scan(Ledger ledger, Position from, Position to,
              const std::function<bool(events::Stored&&)>& visit) const override {
        log_.scan(ledger, from, to, [&](events::Stored&& stored) {
            return stored.record.position.value == skipped_ || visit(std::move(stored));
        });
    }

    Result<events::Assigned> append(Ledger, events::Append, events::Completion) override { throw unused(); }
    std::uint64_t accepted(Ledger) const override { throw unused(); }
    bool wait_until_durable(Ledger, std::uint64_t, std::uint64_t, std::int64_t) const override { throw unused(); }
    void when_durable(Ledger, std::uint64_t, std::uint64_t, std::function<void(bool)>) override { throw unused(); }
    std::uint64_t generation() const override { throw unused(); }
    events::Stored read(Ledger, Position) const override { throw unused(); }
    void scan_records(Ledger, Position, Position,
                      const std::function<bool(Position, std::string_view)>&) const override {
        throw unused();
    }
    std::vector<std::optional<events::Hash>> salts(const events::Stored&) const override { throw unused(); }
    std::vector<Position> stream_positions(Ledger, const events::Stream&, events::Revision) const override {
        throw unused();
    }
    std::vector<Position> category_positions(Ledger, std::string_view) const override { throw unused(); }
    std::vector<Position> opening_positions(Ledger, std::string_view) const override { throw unused(); }
    std::uint64_t stream_count(Ledger, const events::Stream&) const override { throw unused(); }
    std::vector<Position> subject_positions(Ledger, const PersonCode&) const override { throw unused(); }
    std::vector<Position> actor_positions(Ledger, const PersonCode&) const override { throw unused(); }
    std::optional<Position> find(Ledger, const events::EventId&) const override { throw unused(); }
    std::optional<events::Replay> replay(Ledger, const events::Hash&) const override { throw unused(); }
    events::Checkpoint checkpoint(Ledger) const override { throw unused(); }
    void want_checkpoint(Ledger) override { throw unused(); }
    events::Checkpoint publish_checkpoint(Ledger) override { throw unused(); }
    void visit_checkpoints(Ledger, const std::function<bool(const events::Checkpoint&)>&) const override {
        throw unused();
    }
    events::IndexRows index_rows(Ledger, std::uint64_t) const override { throw unused(); }
    std::optional<std::string> hash_tile(Ledger, unsigned, std::uint64_t, unsigned) const override { throw unused(); }
    std::optional<std::string> entry_bundle(Ledger, std::uint64_t, unsigned) const override { throw unused(); }
    Result<std::vector<events::Hash>> inclusion_proof(Ledger, Position, std::uint64_t) const override {
        throw unused();
    }
    Result<std::vector<events::Hash>> consistency_proof(Ledger, std::uint64_t, std::uint64_t) const override {
        throw unused();
    }
    bool erase(const PersonCode&) override { throw unused(); }
    events::Attachments& attachments() override { throw unused(); }
    std::string sign_statement(std::string_view) const override { throw unused(); }
    const std::string& origin(Ledger) const override { throw unused(); }
    const std::string& vkey() const override { throw unused(); }
    std::string vkey(Ledger) const override { throw unused(); }

private:
    static std::logic_error unused() { return std::logic_error("a runner does not ask for this"); }
    const events::Log& log_;
    const std::uint64_t skipped_;
};

TEST(Runner, AGapStopsEveryProjectionLoudly) {
    History history;
    history.given(a_province());
    const Skipping gapped(history.log(), 5);
    Runner runner(gapped, Ledger::main, counting(), history.folder("rows"), folded_by_hand());
    runner.catch_up();
    EXPECT_EQ(runner.stopped(), (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(runner.applied(), 5u);
    EXPECT_NE(runner.status()[0].error->find("gap"), std::string::npos);
}

TEST(Runner, ARebuildForTheOperatorNamesWhatDiffered) {
    History history;
    open_cycle(history);
    history.answers();
    history.close();
    const auto same = rebuild(history.log(), Ledger::main, history.folder("main"));
    EXPECT_EQ(same.events, static_cast<std::uint64_t>(history.size()));
    EXPECT_TRUE(same.differing.empty());
    EXPECT_EQ(same.hashes.size(), all_projections().size());
    const auto again = rebuild(history.log(), Ledger::main, history.folder("main"));
    EXPECT_EQ(again.hashes, same.hashes);
    EXPECT_EQ(history.answers().basis().position, history.size() - 1);
}

}  // namespace
}  // namespace minhbach::projections
