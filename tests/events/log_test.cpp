#include "events/log.hpp"

#include "events/check.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

class EventLog : public LogTest {
protected:
    void expect_sound() {
        for (const auto ledger : {Ledger::main, Ledger::access}) {
            const auto report = check(*log_, ledger);
            for (const auto& violation : report.violations)
                ADD_FAILURE() << violation.invariant << ": " << violation.what;
        }
    }
    std::string refusal(Append append) {
        const auto size = log_->accepted(Ledger::main);
        auto result = log_->append_and_wait(Ledger::main, std::move(append));
        if (result) return "";
        EXPECT_EQ(log_->accepted(Ledger::main), size);
        return result.error().type;
    }
};

TEST_F(EventLog, GivesBackWhatWasAppended) {
    open();
    auto written = append_of({{Stream::of("dossier", "2023-P000001"), 0, {event(), event()}}});
    auto& first_event = written.writes[0].events[0];
    first_event.parts.push_back({std::nullopt, R"({"about":"nobody"})"});
    first_event.subjects.push_back(PersonCode::of("P000002"));
    first_event.effective = Date::of("2023-11-30");
    first_event.decided_at = Time::from_millis(-5);
    first_event.causation = test_ids().next(Time());
    written.entered_by = PersonCode::of("P000011");
    written.authority = "MD-1";
    const auto assigned = log_->append_and_wait(Ledger::main, written);
    ASSERT_TRUE(assigned);
    EXPECT_EQ(assigned->first, Position{0});
    EXPECT_EQ(assigned->count, 2u);
    EXPECT_EQ(log_->size(Ledger::main), 2u);
    EXPECT_EQ(log_->size(Ledger::access), 0u);

    const auto expect_written = [&] {
        const auto first = log_->read(Ledger::main, {0});
        EXPECT_EQ(first.record.origin, kOrigin);
        EXPECT_EQ(first.record.stream, written.writes[0].stream);
        EXPECT_EQ(first.record.id, first_event.id);
        EXPECT_EQ(first.record.revision, Revision{0});
        EXPECT_EQ(first.record.actor, written.actor);
        EXPECT_EQ(first.record.capacity, written.capacity);
        EXPECT_EQ(first.record.entered_by, written.entered_by);
        EXPECT_EQ(first.record.authority, written.authority);
        EXPECT_EQ(first.record.correlation, written.correlation);
        EXPECT_EQ(first.record.causation, first_event.causation);
        EXPECT_EQ(first.record.recorded_at, assigned->recorded_at);
        EXPECT_EQ(first.record.effective, first_event.effective);
        EXPECT_EQ(first.record.decided_at, first_event.decided_at);
        const std::vector<SubjectNumber> subjects{{PersonCode::of("P000001"), 0}, {PersonCode::of("P000002"), 0}};
        EXPECT_EQ(first.record.subjects, subjects);
        EXPECT_EQ(first.parts, first_event.parts);
        EXPECT_EQ(first.lost, (std::vector<bool>{false, false}));
        const auto second = log_->read(Ledger::main, {1});
        EXPECT_EQ(second.record.revision, Revision{1});
        EXPECT_EQ(second.record.actor_number, 1u);
        EXPECT_EQ(second.record.subjects.front().number, 1u);
    };
    expect_written();
    reopen();
    expect_written();
    expect_sound();
}

TEST_F(EventLog, GoesOnWhereItStoppedAfterReopening) {
    open();
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 300; ++i)
            ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d" + std::to_string(i % 7))));
        ASSERT_TRUE(log_->append_and_wait(Ledger::access, one("viewed")));
        reopen();
    }
    EXPECT_EQ(log_->size(Ledger::main), 900u);
    EXPECT_EQ(log_->size(Ledger::access), 3u);
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "d0")), 129u);
    expect_sound();
}

TEST_F(EventLog, FindsEventsByStreamCategorySubjectActorAndId) {
    open();
    const auto a = Stream::of("dossier", "a");
    const auto ab = Stream::of("dossier", "a/b");
    const auto unit = Stream::of("unit", "a");
    ASSERT_TRUE(
        log_->append_and_wait(Ledger::main, append_of({{a, 0, {event("{}", "P1")}}, {ab, 0, {event("{}", "P2")}}})));
    const auto last = event("{}", "P1");
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of({{unit, 0, {event("{}", "P10")}}, {a, 1, {last}}})));

    using Positions = std::vector<Position>;
    EXPECT_EQ(log_->stream_positions(Ledger::main, a), (Positions{{0}, {3}}));
    EXPECT_EQ(log_->stream_positions(Ledger::main, a, {1}), (Positions{{3}}));
    EXPECT_EQ(log_->stream_positions(Ledger::main, ab), (Positions{{1}}));
    EXPECT_EQ(log_->stream_positions(Ledger::main, Stream::of("dossier", "none")), Positions{});
    EXPECT_EQ(log_->category_positions(Ledger::main, "dossier"), (Positions{{0}, {1}, {3}}));
    EXPECT_EQ(log_->category_positions(Ledger::main, "doss"), Positions{});
    EXPECT_EQ(log_->opening_positions(Ledger::main, "dossier"), (Positions{{0}, {1}}));
    EXPECT_EQ(log_->opening_positions(Ledger::main, "unit"), (Positions{{2}}));
    EXPECT_EQ(log_->subject_positions(Ledger::main, PersonCode::of("P1")), (Positions{{0}, {3}}));
    EXPECT_EQ(log_->subject_positions(Ledger::main, PersonCode::of("P10")), (Positions{{2}}));
    EXPECT_EQ(log_->actor_positions(Ledger::main, PersonCode::of("P000009")), (Positions{{0}, {1}, {2}, {3}}));
    EXPECT_EQ(log_->find(Ledger::main, last.id), Position{3});
    EXPECT_EQ(log_->find(Ledger::main, EventId{}), std::nullopt);
    EXPECT_EQ(log_->find(Ledger::access, last.id), std::nullopt);
    EXPECT_THROW(log_->read(Ledger::main, {4}), std::out_of_range);
    EXPECT_EQ(log_->stream_count(Ledger::main, a), 2u);
}

TEST_F(EventLog, ScansInOrderAndStopsWhenAsked) {
    open();
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d")));
    std::uint64_t next = 5;
    log_->scan(Ledger::main, {5}, {1000}, [&](Stored&& stored) {
        EXPECT_EQ(stored.record.position.value, next);
        return ++next < 15;
    });
    EXPECT_EQ(next, 15u);
    next = 0;
    log_->scan_records(Ledger::main, {0}, {7}, [&](Position position, std::string_view bytes) {
        EXPECT_EQ(position.value, next++);
        EXPECT_EQ(bytes, log_->record_bytes(Ledger::main, position));  // the visitor may read the log
        return true;
    });
    EXPECT_EQ(next, 7u);
    log_->scan(Ledger::main, {30}, {40}, [](Stored&&) { return ADD_FAILURE(), true; });
}

TEST_F(EventLog, GuardsWhatIsWritten) {
    open();
    EXPECT_EQ(refusal(one("d", 1)), "stale-revision");
    EXPECT_EQ(refusal(one("d", 0)), "");
    EXPECT_EQ(refusal(one("d", 0)), "stale-revision");
    EXPECT_EQ(refusal(one("d", 1)), "");
    EXPECT_EQ(refusal(one("d")), "");
    EXPECT_EQ(refusal(one("d", 3)), "");
    reopen();
    EXPECT_EQ(refusal(one("d", 3)), "stale-revision");
    EXPECT_EQ(refusal(one("d", 4)), "");
    expect_sound();
}

TEST_F(EventLog, GuardsWhatWasRead) {
    open();
    const auto settlement = Stream::of("settlement", "g1");
    const auto reading = [&](std::uint64_t seen) {
        auto append = one("d");
        append.reads.push_back({settlement, seen});
        return append;
    };
    EXPECT_EQ(refusal(reading(0)), "");
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of({{settlement, 0, {event()}}})));
    EXPECT_EQ(refusal(reading(0)), "stale-revision");
    EXPECT_EQ(refusal(reading(1)), "");
    EXPECT_EQ(refusal(reading(2)), "stale-revision");
    reopen();
    EXPECT_EQ(refusal(reading(0)), "stale-revision");
    EXPECT_EQ(refusal(reading(1)), "");
}

TEST_F(EventLog, WritesAllStreamsOfAnAppendOrNone) {
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("b")));
    const auto both = [](std::uint64_t a, std::uint64_t b) {
        return append_of(
            {{Stream::of("dossier", "a"), a, {event(), event()}}, {Stream::of("dossier", "b"), b, {event()}}});
    };
    EXPECT_EQ(refusal(both(0, 0)), "stale-revision");
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "a")), 0u);
    EXPECT_EQ(refusal(both(0, 1)), "");
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "a")), 2u);
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "b")), 2u);
    expect_sound();
}

TEST_F(EventLog, WritesToOneStreamInTurnsInTheGivenOrder) {
    open();
    const auto a = Stream::of("dossier", "a");
    const auto b = Stream::of("dossier", "b");
    ASSERT_TRUE(log_->append_and_wait(Ledger::main,
                                      append_of({{a, 0, {event()}}, {b, 0, {event()}}, {a, std::nullopt, {event()}}})));
    EXPECT_EQ(log_->stream_positions(Ledger::main, a), (std::vector<Position>{{0}, {2}}));
    expect_sound();
}

TEST_F(EventLog, KnowsARequestByItsKeyForEver) {
    open();
    const auto first = keyed(one("d", 0), "key-1", "body");
    const auto key = *first.key_hash;
    EXPECT_EQ(log_->replay(Ledger::main, key), std::nullopt);
    auto two = first;
    two.writes[0].events.push_back(event());
    const auto assigned = log_->append_and_wait(Ledger::main, two);
    ASSERT_TRUE(assigned);

    const auto expect_known = [&] {
        const auto replay = log_->replay(Ledger::main, key);
        ASSERT_TRUE(replay);
        EXPECT_EQ(replay->first, assigned->first);
        EXPECT_EQ(replay->count, 2u);
        EXPECT_TRUE(replay->is_of(*first.fingerprint));
        // Same key, other content; and same key, same content: neither writes, and the key comes before the revision.
        EXPECT_EQ(refusal(keyed(one("d", 0), "key-1", "other body")), "key-conflict");
        EXPECT_EQ(refusal(keyed(one("d", 0), "key-1", "body")), "in-flight");
    };
    expect_known();
    reopen();
    expect_known();
    // Keys are per actor, and a refusal leaves nothing behind.
    auto other_actor = one("d");
    other_actor.actor = PersonCode::of("P000010");
    EXPECT_EQ(refusal(keyed(other_actor, "key-1", "body")), "");
    EXPECT_EQ(refusal(keyed(one("d", 99), "key-2", "body")), "stale-revision");
    EXPECT_EQ(refusal(keyed(one("d", 3), "key-2", "body")), "");
    expect_sound();
}

TEST_F(EventLog, KnowsAKeyThatIsStillInFlight) {
    open();
    const auto append = keyed(one("d"), "key", "body");
    std::promise<void> held;
    std::promise<void> reached;
    // The completion of an earlier append holds the writer, so the keyed one stays undurable.
    ASSERT_TRUE(log_->append(Ledger::main, one("e"), [&](Result<Assigned>) {
        reached.set_value();
        held.get_future().wait();
    }));
    reached.get_future().wait();
    std::promise<Result<Assigned>> done;
    const auto accepted =
        log_->append(Ledger::main, append, [&](Result<Assigned> result) { done.set_value(std::move(result)); });
    ASSERT_TRUE(accepted);
    EXPECT_EQ(log_->size(Ledger::main), 1u);
    EXPECT_EQ(log_->accepted(Ledger::main), 2u);
    EXPECT_EQ(log_->stream_count(Ledger::main, Stream::of("dossier", "d")), 1u);
    EXPECT_EQ(refusal(keyed(one("d"), "key", "body")), "in-flight");
    EXPECT_EQ(refusal(keyed(one("d"), "key", "other")), "key-conflict");
    EXPECT_EQ(log_->replay(Ledger::main, *append.key_hash).value().first, accepted->first);
    EXPECT_EQ(refusal(one("d", 0)), "stale-revision");
    EXPECT_FALSE(log_->wait_until_durable(Ledger::main, 2, log_->generation(), 10));
    held.set_value();
    EXPECT_TRUE(done.get_future().get());
    EXPECT_TRUE(log_->wait_until_durable(Ledger::main, 2, log_->generation(), 5000));
}

TEST_F(EventLog, RefusesAnEventIdThatExists) {
    open();
    const auto append = one("d");
    EXPECT_EQ(refusal(append), "");
    EXPECT_EQ(refusal(append), "already-exists");
    reopen();
    EXPECT_EQ(refusal(append), "already-exists");
    auto twice = append_of({{Stream::of("dossier", "d"), std::nullopt, {event()}}});
    twice.writes[0].events.push_back(twice.writes[0].events[0]);
    EXPECT_THROW((void)log_->append_and_wait(Ledger::main, twice), std::logic_error);
}

TEST_F(EventLog, RefusesWhatIsTooLarge) {
    open();
    auto append = one("d");
    for (int i = 0; i < 2500; ++i)
        append.writes[0].events[0].subjects.push_back(PersonCode::of("P" + std::to_string(1'000'000 + i)));
    EXPECT_EQ(refusal(append), "");
    for (int i = 2500; i < 5000; ++i)
        append.writes[0].events[0].subjects.push_back(PersonCode::of("P" + std::to_string(1'000'000 + i)));
    append.writes[0].events[0].id = test_ids().next(Time());
    EXPECT_EQ(refusal(append), "too-large");
    EXPECT_THROW((void)log_->append_and_wait(Ledger::main, append_of({})), std::logic_error);
    auto unnamed = one("d");
    unnamed.actor = PersonCode();
    EXPECT_THROW((void)log_->append_and_wait(Ledger::main, unnamed), std::logic_error);
    expect_sound();
}

TEST_F(EventLog, TurnsAwayMoreThanItsQueueHolds) {
    options_.queue_events_max = 10;
    open();
    std::promise<void> held;
    std::promise<void> reached;
    ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned>) {
        reached.set_value();
        held.get_future().wait();
    }));
    reached.get_future().wait();
    std::atomic<int> done = 0;
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned>) { ++done; }));
    EXPECT_EQ(refusal(one("d")), "overloaded");
    held.set_value();
    EXPECT_TRUE(log_->wait_until_durable(Ledger::main, 11, log_->generation(), 5000));
    EXPECT_EQ(refusal(one("d")), "");
    log_.reset();
    EXPECT_EQ(done, 10);
}

TEST_F(EventLog, TurnsAwayMoreBytesThanItsQueueHolds) {
    options_.queue_bytes_max = 4'000;
    open();
    std::promise<void> held;
    std::promise<void> reached;
    ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned>) {
        reached.set_value();
        held.get_future().wait();
    }));
    reached.get_future().wait();
    auto large = one("d");
    large.writes[0].events[0].parts[0].subject.reset();
    ASSERT_TRUE(log_->append(Ledger::main, one("d"), [](Result<Assigned>) {}));
    std::string random;
    for (int i = 0; i < 400; ++i) random += test_ids().next(Time()).str();
    large.writes[0].events[0].parts[0].json = "\"" + random + "\"";
    EXPECT_EQ(refusal(large), "overloaded");
    held.set_value();
    EXPECT_TRUE(log_->wait_until_durable(Ledger::main, 2, log_->generation(), 5000));
    EXPECT_EQ(refusal(large), "");  // alone it may be larger
}

TEST_F(EventLog, RefusesBeforeTheDiskIsFull) {
    options_.free_bytes_min = UINT64_MAX;
    open();
    EXPECT_EQ(refusal(one("d")), "read-only");
    EXPECT_EQ(log_->size(Ledger::main), 0u);
    const auto since = log_->read_only()->since;
    EXPECT_EQ(refusal(one("d")), "read-only");
    EXPECT_EQ(log_->read_only()->why, "disk-full");
    EXPECT_EQ(log_->read_only()->since, since);
    options_.free_bytes_min = 1 << 20;
    reopen();
    EXPECT_EQ(refusal(one("d")), "");
    EXPECT_FALSE(log_->read_only());
}

TEST_F(EventLog, TimeNeverGoesBack) {
    open();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d")));
    const auto before = log_->read(Ledger::main, {0}).record.recorded_at;
    clock_.set(5);
    ::testing::internal::CaptureStderr();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d")));
    EXPECT_NE(::testing::internal::GetCapturedStderr().find("the clock went back by"), std::string::npos);
    EXPECT_EQ(log_->read(Ledger::main, {1}).record.recorded_at, before);
    ::testing::internal::CaptureStderr();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("other")));
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");  // once each time
    reopen();
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, one("d")));
    EXPECT_EQ(log_->read(Ledger::main, {3}).record.recorded_at, before);
}

TEST_F(EventLog, TellsWhenEventsAreDurable) {
    open();
    std::promise<bool> told;
    log_->when_durable(Ledger::main, 0, log_->generation(), [&](bool durable) { told.set_value(durable); });
    EXPECT_TRUE(told.get_future().get());
    told = {};
    const auto accepted = log_->append(Ledger::main, one("d"), [](Result<Assigned>) {});
    ASSERT_TRUE(accepted);
    log_->when_durable(Ledger::main, 1, log_->generation(), [&](bool durable) { told.set_value(durable); });
    EXPECT_TRUE(told.get_future().get());
    EXPECT_EQ(log_->generation(), 0u);
}

TEST_F(EventLog, CompletesEverythingBeforeItCloses) {
    open();
    std::atomic<int> durable = 0;
    for (int i = 0; i < 500; ++i) {
        ASSERT_TRUE(log_->append(Ledger::main, one("d"), [&](Result<Assigned> result) { durable += result ? 1 : 0; }));
    }
    log_.reset();
    EXPECT_EQ(durable, 500);
    open();
    EXPECT_EQ(log_->size(Ledger::main), 500u);
    EXPECT_EQ(log_->checkpoint(Ledger::main).size, 500u);  // a clean end leaves nothing unsigned
}

TEST_F(EventLog, KeepsAnImportInOneAppend) {
    open();
    std::vector<NewEvent> events;
    for (int i = 0; i < 10'000; ++i) events.push_back(event("{}", "P" + std::to_string(i % 3000)));
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append_of({{Stream::of("roster", "1"), 0, std::move(events)}})));
    EXPECT_EQ(log_->size(Ledger::main), 10'000u);
    expect_sound();
}

TEST_F(EventLog, SharesNothingBetweenLedgersButTheWriter) {
    open();
    const auto append = keyed(one("d", 0), "key", "body");
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append));
    ASSERT_TRUE(log_->append_and_wait(Ledger::access, append));
    EXPECT_EQ(log_->read(Ledger::access, {0}).record.origin, std::string(kOrigin) + "/access");
    EXPECT_NE(log_->vkey(Ledger::main), log_->vkey(Ledger::access));
    EXPECT_EQ(log_->vkey(Ledger::main), log_->vkey());
    expect_sound();
}

TEST_F(EventLog, ShowsAPartWhoseKeyWasErasedAsLost) {
    open();
    auto append = one("d", 0, "P000001");
    append.writes[0].events[0].parts.push_back({PersonCode::of("P000002"), R"({"kept":true})"});
    ASSERT_TRUE(log_->append_and_wait(Ledger::main, append));
    log_.reset();
    erase_from_vault(directory_ / "vault", PersonCode::of("P000001"));
    open();
    const auto stored = log_->read(Ledger::main, {0});
    EXPECT_EQ(stored.lost, (std::vector<bool>{true, false}));
    EXPECT_EQ(stored.parts[0].json, "");
    EXPECT_EQ(stored.parts[0].subject, PersonCode::of("P000001"));
    EXPECT_EQ(stored.parts[1].json, R"({"kept":true})");
    EXPECT_FALSE(log_->salts(stored)[0]);
    EXPECT_TRUE(log_->salts(stored)[1]);
    EXPECT_EQ(refusal(one("d", 1, "P000001")), "erased");
    expect_sound();
}

}  // namespace
}  // namespace minhbach::events
