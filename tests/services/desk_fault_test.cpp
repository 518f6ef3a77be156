// The desk on a disk that loses what it was given.
#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <future>
#include <system_error>
#include <thread>

#include "../api/routes/held_log.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "services/desk.hpp"
#include "temporary.hpp"

namespace minhbach::services {
namespace {

using events::Fault;
using events::Ledger;

class DeskOnAFaultyDisk : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(events::create_store(directory.path() / "store", "test.example/log"));
        events::StoreOptions options;
        options.checkpoint_every_ms = 3'600'000;  // the next synced batch is the next append's
        log = events::open_store_on(directory.path() / "store", clock, options, disk.env()).value();
        log->publish_checkpoint(Ledger::main);
        desk = std::make_unique<Desk>(*log, clock, ids);
    }
    void TearDown() override {
        desk.reset();
        log.reset();  // before the disk it stands on
    }

    static DocumentRegistered document(const std::string& id) {
        DocumentRegistered registered;
        registered.document = DocumentId::of(id);
        registered.number = Label::of("1/QĐ-UBND");
        registered.date = Date::of("2023-01-02");
        registered.issuer = Label::of("Ủy ban nhân dân tỉnh");
        registered.issuer_unit = UnitCode::of("51");
        registered.kind = DocumentKind::decision;
        registered.title = Label::of("Quyết định thử");
        registered.signer = Label::of("Nguyễn Thử");
        registered.effective_from = Date::of("2023-01-02");
        return registered;
    }
    // Registers `id`, which rests on `basis` where one is named.
    Desk::Decide registering(const std::string& id, const std::string& basis = "") {
        return [this, id, basis](Past& past, const Acting&) -> Decision {
            const auto refusal = [](const char* type) { return Refusal{type, "", "", "", "", {}}; };
            ++decided;
            past.note(document_stream(DocumentId::of(id)));
            if (past.registry().document(DocumentId::of(id))) return refusal("already-exists");
            if (!basis.empty()) past.note(document_stream(DocumentId::of(basis)));
            if (!basis.empty() && !past.registry().document(DocumentId::of(basis))) return refusal("step-order");
            Decided result;
            result.authority.actor = admin;
            result.events.push_back({document_stream(DocumentId::of(id)), document(id), {}, {}});
            return result;
        };
    }
    std::future<Result<Receipt>> start(const Desk::Decide& decide, const std::string& id,
                                       std::optional<std::string> key = {}) {
        auto answer = std::make_shared<std::promise<Result<Receipt>>>();
        auto future = answer->get_future();
        desk->execute(admin, {"register", document_stream(DocumentId::of(id)), {}, std::move(key), {}}, decide,
                      [answer](Result<Receipt> result) { answer->set_value(std::move(result)); });
        return future;
    }
    std::string type_of(const Result<Receipt>& result) const { return result ? "" : result.error().type; }

    // The first command falls while the second, whose key is looked up in the store, waits for that to be opened again.
    std::string after_the_fall_of_d1(const Desk::Decide& decide, const std::string& id) {
        disk.fail_with(events::kBroken);
        disk.fail_with(events::kSyncLoses);
        auto first = start(registering("d1"), "d1");
        EXPECT_EQ(type_of(first.get()), "outcome-unknown");
        auto second = std::async(std::launch::async, [&] { return start(decide, id, "key").get(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        disk.heal();
        return type_of(second.get());
    }

    const PersonCode admin = PersonCode::of("QT-1");
    tests::TemporaryDirectory directory;
    tests::HandClock clock{Time::of("2023-11-14T08:00:00+07:00")};
    events::EventIds ids{7};
    events::FaultyDisk disk;
    std::unique_ptr<events::Log> log;
    std::unique_ptr<Desk> desk;
    int decided = 0;
};

TEST_F(DeskOnAFaultyDisk, DecidesAgainWhatItHadRefusedOnFallenEvents) {
    EXPECT_EQ(after_the_fall_of_d1(registering("d1"), "d1"), "");
    EXPECT_EQ(log->size(Ledger::main), 1u);
}

TEST_F(DeskOnAFaultyDisk, WritesNothingThatRestsOnFallenEvents) {
    EXPECT_EQ(after_the_fall_of_d1(registering("d2", "d1"), "d2"), "step-order");
    EXPECT_EQ(log->size(Ledger::main), 0u);
}

TEST_F(DeskOnAFaultyDisk, TheLogRefusesWhatWasDecidedUnderAnotherGeneration) {
    EXPECT_EQ(after_the_fall_of_d1(registering("d1"), "d1"), "");
    events::Append append;
    append.actor = admin;
    append.capacity = "SYSTEM";
    append.correlation = ids.next(clock.now());
    auto event = events::encode(Event(document("d3")));
    event.id = ids.next(clock.now());
    append.writes.push_back({document_stream(DocumentId::of("d3")), 0, {std::move(event)}});
    append.generation = log->generation() - 1;
    EXPECT_EQ(log->append_and_wait(Ledger::main, append).error().type, "past-changed");
    append.generation = log->generation();
    EXPECT_TRUE(log->append_and_wait(Ledger::main, append));
}

TEST_F(DeskOnAFaultyDisk, EntersAViewAgainWhoseFirstEntryFell) {
    const DossierViewed view{DossierId::of("c.p"), PersonCode::of("p"), Label::of("dossier"), Text::of("xem hồ sơ")};
    const auto noted = [&] {
        auto answer = std::make_shared<std::promise<bool>>();
        auto future = answer->get_future();
        desk->note_access(admin, view, [answer](bool durable) { answer->set_value(durable); });
        return future.get();
    };
    const auto generation = log->generation();
    disk.fail_with(events::kSyncLoses);
    EXPECT_FALSE(noted());
    disk.heal();
    while (log->generation() == generation) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    // Other entries come to where the fallen one was thought to be.
    ASSERT_FALSE(type_of(start(registering("d2", "d1"), "d2").get()).empty());
    ASSERT_EQ(log->size(Ledger::access), 1u);
    EXPECT_TRUE(noted());
    EXPECT_EQ(log->size(Ledger::access), 2u);
}

// A log that cannot be read from a position on, once it is broken.
class Unreadable : public events::HeldLog {
public:
    explicit Unreadable(events::Log& log) : HeldLog(log) { let_go(); }
    bool erase(const PersonCode& subject) override {
        readable = reads_after_erasing;
        return HeldLog::erase(subject);
    }
    events::Stored read(Ledger ledger, events::Position position) const override {
        if (position.value >= readable) throw std::system_error(EIO, std::generic_category(), "unreadable");
        return HeldLog::read(ledger, position);
    }
    static constexpr std::uint64_t all = 1'000;
    std::uint64_t reads_after_erasing = all;
    std::atomic<std::uint64_t> readable = all;
};

TEST_F(DeskOnAFaultyDisk, DecidesAndShowsNothingUntilItHasReadEverythingAfterAnErasure) {
    Unreadable broken(*log);
    Desk own(broken, clock, ids);
    const auto write = [&](const events::Stream& stream, const Event& event) {
        const auto decide = [&](Past&, const Acting&) {
            Decided result;
            result.authority.actor = admin;
            result.events.push_back({stream, event, {}, {}});
            return Decision(std::move(result));
        };
        EXPECT_TRUE(own.execute_and_wait(admin, {"write", stream, {}, {}, {}}, decide));
    };
    const auto subject = PersonCode::of("A2");
    const auto erasure = ErasureId::of("XDL-1");
    write(document_stream(DocumentId::of("d1")), document("d1"));
    write(erasure_stream(erasure),
          ErasureRequested{erasure, subject, DocumentId::of("d1"), Label::of("Điều 16"), Text::of("Hết hạn")});
    write(erasure_stream(erasure), ErasureApproved{erasure, subject});
    write(document_stream(DocumentId::of("d2")), document("d2"));

    broken.reads_after_erasing = 3;  // all but d2
    EXPECT_THROW((void)own.carry_out_erasures(), std::system_error);
    int asked = 0;
    const auto looks = [&](Past&, Time) { ++asked; };
    const auto decide = [&](Past&, const Acting&) -> Decision {
        ++asked;
        return Decided{};
    };
    EXPECT_THROW(own.look(looks), std::system_error);
    EXPECT_THROW((void)own.rehearse(admin, decide), std::system_error);
    EXPECT_THROW((void)own.execute_and_wait(admin, {"write", province_stream(), {}, {}, {}}, decide),
                 std::system_error);
    EXPECT_EQ(asked, 0);

    broken.readable = broken.reads_after_erasing = Unreadable::all;
    own.look([&](Past& past, Time) {
        EXPECT_TRUE(past.registry().document(DocumentId::of("d2")));
        EXPECT_TRUE(past.registry().erasures().find(erasure));
    });
    EXPECT_EQ(own.carry_out_erasures(), 1u);
    EXPECT_EQ(own.carry_out_erasures(), 0u);
}

}  // namespace
}  // namespace minhbach::services
