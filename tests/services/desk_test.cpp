#include "services/desk.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "events/store.hpp"
#include "services/organisation/commands.hpp"
#include "temporary.hpp"

namespace minhbach::services {
namespace {

using organisation::OpenProvince;

class DeskTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(events::create_store(store(), "test.example/log"));
        open();
        const auto receipt = open_province();
        ASSERT_TRUE(receipt) << receipt.error().detail_en;
    }
    Result<Receipt> open_province() {
        return desk->execute_and_wait(
            admin, {"open-province", province_stream(), {}, "key-0", events::sha256("province")},
            [&](auto& past, const auto& acting) { return organisation::decide(past, acting, province()); });
    }
    void open() {
        log = events::open_store(store(), clock).value();
        desk = std::make_unique<Desk>(*log, clock, ids);
    }
    void reopen() {
        desk.reset();
        log.reset();
        open();
    }
    std::filesystem::path store() const { return directory.path() / "store"; }

    OpenProvince province() const {
        OpenProvince command;
        command.origin = Label::of("test.example/log");
        command.name = Label::of("Tỉnh thử");
        command.administrator = Label::of("Nguyễn Thử");
        command.administrator_code = admin;
        UnitEstablished unit;
        unit.unit = UnitCode::of("51");
        unit.name = Label::of("Ủy ban nhân dân tỉnh");
        unit.kind = UnitKind::province;
        unit.from = Date::of("2020-01-01");
        command.units.push_back(unit);
        return command;
    }

    static DocumentRegistered document(const std::string& id) {
        DocumentRegistered command;
        command.document = DocumentId::of(id);
        command.number = Label::of("1/QĐ-UBND");
        command.date = Date::of("2023-01-02");
        command.issuer = Label::of("Ủy ban nhân dân tỉnh");
        command.issuer_unit = UnitCode::of("51");
        command.kind = DocumentKind::decision;
        command.title = Label::of("Quyết định thử");
        command.signer = Label::of("Nguyễn Thử");
        command.effective_from = Date::of("2023-01-02");
        return command;
    }

    Result<Receipt> register_document(const DocumentRegistered& command, std::optional<std::string> key = {},
                                      std::optional<std::uint64_t> if_match = {}) {
        Conditions conditions{"register-document", document_stream(command.document), if_match, key,
                              events::sha256(command.title.str())};
        return desk->execute_and_wait(admin, conditions, [&](auto& past, const auto& acting) {
            return organisation::decide(past, acting, command);
        });
    }

    // The administrator's own, and a comment in it.
    Desk::Decide open_dossier() const {
        return [this](Past&, const Acting&) -> Decision {
            Decided decided;
            decided.authority.actor = admin;
            const auto dossier = dossier_id(CycleId::of("c"), admin);
            DossierOpened opened;
            opened.dossier = dossier;
            opened.person = admin;
            opened.cycle = CycleId::of("c");
            opened.year = 2023;
            opened.post.unit = opened.post.managed_by = UnitCode::of("51");
            opened.post.title = Label::of("Chuyên viên");
            opened.post.from = Date::of("2020-01-01");
            decided.events.push_back({dossier_stream(dossier), opened, {}, {}});
            decided.events.push_back({dossier_stream(dossier),
                                      CommentRecorded{dossier, admin, CommentSide::peer, Text::of("Tốt"), {}, {}},
                                      {},
                                      {}});
            return decided;
        };
    }
    // A rule refuses an act meant for `target`; what the access ledger has of it.
    events::Stored refused(const events::Stream& target, const std::string& type = "step-order") {
        const Desk::Decide decide = [&](Past&, const Acting&) -> Decision {
            return Refusal{type, "", "Điều 12", "Người bị kỷ luật trong năm.", "Disciplined in the year.", {}};
        };
        EXPECT_FALSE(desk->execute_and_wait(admin, {"decide-rating", target, {}, {}, {}}, decide));
        return log->read(events::Ledger::access, {log->size(events::Ledger::access) - 1});
    }

    const PersonCode admin = PersonCode::of("QT-1");
    tests::TemporaryDirectory directory;
    tests::HandClock clock{Time::of("2023-11-14T08:00:00+07:00")};
    events::EventIds ids{7};
    std::unique_ptr<events::Log> log;
    std::unique_ptr<Desk> desk;
};

TEST_F(DeskTest, AcceptedCommandIsDurableAndCounted) {
    const auto before = log->size(events::Ledger::main);
    const auto receipt = register_document(document("d1"));
    ASSERT_TRUE(receipt) << receipt.error().detail_en;
    EXPECT_EQ(receipt->count, 1u);
    EXPECT_EQ(receipt->revision, 1u);
    EXPECT_EQ(receipt->first.value, before);
    EXPECT_EQ(log->size(events::Ledger::main), before + 1);
}

TEST_F(DeskTest, SameKeyGivesTheOriginalAnswerForEver) {
    const auto first = register_document(document("d1"), "key-1");
    ASSERT_TRUE(first);
    reopen();
    const auto size = log->size(events::Ledger::main);
    const auto again = register_document(document("d1"), "key-1");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->replayed);
    EXPECT_EQ(again->first, first->first);
    EXPECT_EQ(again->revision, first->revision);
    EXPECT_EQ(log->size(events::Ledger::main), size);
}

TEST_F(DeskTest, SameKeyOfARequestAboutSomebodyErasedIsToldSo) {
    EXPECT_TRUE(open_province()->replayed);
    log->erase(admin);
    EXPECT_EQ(open_province().error().type, "erased");
}

TEST_F(DeskTest, SameKeyWithOtherContentIsRefused) {
    ASSERT_TRUE(register_document(document("d1"), "key-1"));
    auto other = document("d2");
    other.title = Label::of("Khác");
    const auto answer = register_document(other, "key-1");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().type, "key-conflict");
}

TEST_F(DeskTest, StaleRevisionNamesBothRevisions) {
    ASSERT_TRUE(register_document(document("d1")));
    const auto answer = register_document(document("d1"), {}, 0);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().type, "stale-revision");
    EXPECT_NE(answer.error().detail_en.find("revision 0, it is now 1"), std::string::npos);
}

TEST_F(DeskTest, RefusalOfARuleLeavesTheMainLedgerAndEntersTheAccessLedger) {
    ASSERT_TRUE(register_document(document("d1")));
    const auto main = log->size(events::Ledger::main);
    const auto access = log->size(events::Ledger::access);
    const auto answer = register_document(document("d1"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().type, "already-exists");
    EXPECT_EQ(log->size(events::Ledger::main), main);
    ASSERT_EQ(log->size(events::Ledger::access), access + 1);
    const auto entry = events::decode(log->read(events::Ledger::access, {access}));
    const auto& refused = entry.event.get<CommandRefused>();
    EXPECT_EQ(refused.refusal.str(), "already-exists");
    EXPECT_EQ(refused.command.str(), "register-document");
    EXPECT_EQ(entry.record.actor, admin);
}

TEST_F(DeskTest, WhyAnActAboutAPersonWasRefusedIsSealedUnderThatPersonsKey) {
    const auto dossier = dossier_id(CycleId::of("c"), admin);
    ASSERT_TRUE(desk->execute_and_wait(admin, {"open", dossier_stream(dossier), {}, {}, {}}, open_dossier()));
    std::vector<events::Position> sealed;
    for (const auto& target : {dossier_stream(dossier), person_stream(admin), mandates_stream(admin)}) {
        const auto entry = refused(target);
        sealed.push_back(entry.record.position);
        ASSERT_EQ(entry.record.subjects.size(), 1u);
        EXPECT_EQ(entry.record.subjects[0].subject, admin);
        EXPECT_EQ(events::decode(entry).event.get<CommandRefused>().detail->str(), "Người bị kỷ luật trong năm.");
    }
    log->erase(admin);
    for (const auto position : sealed) {
        const auto entry = log->read(events::Ledger::access, position);
        EXPECT_EQ(entry.lost, std::vector<bool>{true});
        EXPECT_TRUE(events::decode(entry).event.is<Erased>());
    }
    // Afterwards nothing can be sealed, so nothing is said.
    const auto later = refused(dossier_stream(dossier));
    EXPECT_TRUE(later.record.subjects.empty());
    const auto said = events::decode(later).event.get<CommandRefused>();
    EXPECT_EQ(said.refusal.str(), "step-order");
    EXPECT_FALSE(said.detail);
}

TEST_F(DeskTest, WhereNobodysKeySealsItNoReasonIsKeptThatSpeaksOfPeople) {
    const auto nobody = PersonCode::of("P-UNKNOWN");
    for (const auto& target : {person_stream(nobody), dossier_stream(dossier_id(CycleId::of("c"), nobody)),
                               meeting_stream(MeetingId::of("M1")), erasure_stream(ErasureId::of("X1")),
                               events::Stream::of("collective", "c/51")}) {
        const auto entry = refused(target);
        EXPECT_TRUE(entry.record.subjects.empty()) << target.name();
        const auto said = events::decode(entry).event.get<CommandRefused>();
        EXPECT_EQ(said.clause->str(), "Điều 12") << target.name();
        EXPECT_FALSE(said.detail) << target.name();
    }
    // Who is related to whom is told to the actor alone.
    const auto related = events::decode(refused(person_stream(admin), "conflict-of-interest"));
    EXPECT_EQ(related.event.get<CommandRefused>().clause->str(), "Điều 12");
    EXPECT_FALSE(related.event.get<CommandRefused>().detail);
    const auto document = events::decode(refused(document_stream(DocumentId::of("d1"))));
    EXPECT_TRUE(document.event.get<CommandRefused>().detail);
}

TEST_F(DeskTest, StatesFoldedForwardEqualStatesFoldedAnew) {
    ASSERT_TRUE(register_document(document("d1")));
    reopen();
    bool known = false;
    desk->look([&](Past& past, Time) { known = past.registry().document(DocumentId::of("d1")) != nullptr; });
    EXPECT_TRUE(known);
}

// The number of its events is what a submitted file quotes of a dossier.
TEST_F(DeskTest, EventsFoldedForwardCarryTheirRevision) {
    const auto dossier = dossier_id(CycleId::of("c"), admin);
    const auto counted = [&] {
        int count = 0;
        desk->look([&](Past& past, Time) { count = past.dossier(dossier).events; });
        return count;
    };
    EXPECT_EQ(counted(), 0);  // from now on it is at hand and folded forward
    ASSERT_TRUE(desk->execute_and_wait(admin, {"open", dossier_stream(dossier), {}, {}, {}}, open_dossier()));
    const int forward = counted();
    reopen();
    EXPECT_EQ(forward, 2);
    EXPECT_EQ(forward, counted());
}

TEST_F(DeskTest, ManyThreadsLoseNothingAndShareSyncs) {
    constexpr int kThreads = 8, kEach = 50;
    std::atomic<int> accepted{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < kEach; ++i) {
                if (register_document(document("t" + std::to_string(t) + "-" + std::to_string(i)))) ++accepted;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(accepted, kThreads * kEach);
    int known = 0;
    desk->look([&](Past& past, Time) { known = static_cast<int>(past.registry().documents().size()); });
    EXPECT_GE(known, kThreads * kEach);
}

TEST_F(DeskTest, ViewsWithinAMinuteAreOneEntryAndDurableBeforeTheAnswer) {
    const auto access = log->size(events::Ledger::access);
    DossierViewed view{DossierId::of("c.p"), PersonCode::of("p"), Label::of("dossier"), Text::of("xem hồ sơ")};
    for (int i = 0; i < 3; ++i) {
        std::atomic<bool> noted{false}, answered{false};
        desk->note_access(admin, view, [&](bool durable) {
            noted = durable;
            answered = true;
        });
        while (!answered) std::this_thread::yield();
        EXPECT_TRUE(noted);
        EXPECT_EQ(log->size(events::Ledger::access), access + 1);
    }
    clock.set(clock.now().plus_millis(61'000));
    std::atomic<bool> answered{false};
    desk->note_access(admin, view, [&](bool) { answered = true; });
    while (!answered) std::this_thread::yield();
    EXPECT_EQ(log->size(events::Ledger::access), access + 2);
}

TEST_F(DeskTest, RehearsalWritesNothing) {
    const auto main = log->accepted(events::Ledger::main);
    const auto access = log->accepted(events::Ledger::access);
    const auto decision = desk->rehearse(PersonCode::of("nobody"), [&](auto& past, const auto& acting) {
        return organisation::decide(past, acting, document("d9"));
    });
    EXPECT_FALSE(decision);
    EXPECT_EQ(log->accepted(events::Ledger::main), main);
    EXPECT_EQ(log->accepted(events::Ledger::access), access);
}

}  // namespace
}  // namespace minhbach::services
