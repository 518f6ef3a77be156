// The doors while the store cannot be opened again after a failed write.
#include <chrono>
#include <thread>

#include "../http/running_server.hpp"
#include "doors.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"

namespace minhbach::api::routes {
namespace {

class ClosedStore : public Doors {
protected:
    std::unique_ptr<events::Log> opened() override {
        events::StoreOptions options;
        options.checkpoint_every_ms = 3'600'000;
        return events::open_store_on(store(), clock_, options, disk_.env()).value();
    }
    void TearDown() override {
        disk_.heal();
        Doors::TearDown();
    }
    events::FaultyDisk disk_;
};

TEST_F(ClosedStore, ACommandIsUnavailableAndTheServerGoesOn) {
    auto handler = application_->handler();
    minhbach::testing::RunningServer server(handler);
    const testing::HeaderList as{{"Authorization", "Bearer " + token("A1")}, {"Content-Type", "application/json"}};
    auto client = server.connect();
    ASSERT_EQ(client.get("/v1/me", as).status, 200);
    log_->publish_checkpoint(events::Ledger::main);
    disk_.fail_with(events::kBroken);
    disk_.fail_with(events::kSyncKeeps);
    events::Append append;
    append.actor = PersonCode::of("ADMIN");
    append.capacity = "SYSTEM";
    events::EventIds ids(4);
    append.correlation = ids.next(clock_.now());
    auto encoded = events::encode(Event(a_document("LOST")));
    encoded.id = ids.next(clock_.now());
    append.writes.push_back({services::document_stream(DocumentId::of("LOST")), std::nullopt, {std::move(encoded)}});
    ASSERT_EQ(log_->append_and_wait(events::Ledger::main, std::move(append)).error().type, "outcome-unknown");

    // Nothing of this dossier is in memory: the decision waits for the store, in vain.
    const auto refused =
        client.request("POST", "/v1/dossiers/2023.A1/comments", as, R"({"side":"DIRECT_HEAD","text":"Một nhận xét"})");
    EXPECT_EQ(refused.status, 503) << refused.body;
    EXPECT_EQ(client.get("/healthz").status, 200);
}

TEST_F(ClosedStore, AFirstUseThatWasNotEnteredIsStillToCome) {
    ASSERT_EQ(get("/v1/me", "A2").status, 200);
    const auto entries = [&] { return log_->size(events::Ledger::access); };
    const auto before = entries();
    log_->publish_checkpoint(events::Ledger::main);
    const auto generation = log_->generation();
    disk_.fail_with(events::kSyncLoses);
    EXPECT_EQ(get("/v1/me", "A1").status, 503);
    disk_.heal();
    for (int i = 0; i < 1000 && log_->generation() == generation; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
    EXPECT_EQ(entries(), before + 1);
    EXPECT_EQ(get("/v1/me", "A1").status, 200);
    EXPECT_EQ(entries(), before + 1);
}

TEST_F(ClosedStore, ProvesNothingNewButAnswersAtOnceWhatItCan) {
    events::EventIds ids(4);
    const auto outcome = [&](const std::string& id) -> std::string {
        events::Append append;
        append.actor = PersonCode::of("ADMIN");
        append.capacity = "SYSTEM";
        append.correlation = ids.next(clock_.now());
        auto encoded = events::encode(Event(a_document(id)));
        encoded.id = ids.next(clock_.now());
        append.writes.push_back({services::document_stream(DocumentId::of(id)), std::nullopt, {std::move(encoded)}});
        const auto result = log_->append_and_wait(events::Ledger::main, std::move(append));
        return result ? "" : result.error().type;
    };
    const auto get = [&](const std::string& target) {
        Asked asked;
        asked.target = target;
        return ask(asked);
    };
    const auto covered = log_->publish_checkpoint(events::Ledger::main).size;
    ASSERT_EQ(outcome("LATER"), "");
    disk_.fail_with(events::kBroken);
    disk_.fail_with(events::kSyncKeeps);
    ASSERT_EQ(outcome("LOST"), "outcome-unknown");

    EXPECT_EQ(get("/log/checkpoint").status, 200);
    const auto before = std::chrono::steady_clock::now();
    const auto proof = get("/v1/log/entries/" + std::to_string(covered) + "/proof");
    EXPECT_EQ(proof.status, 503);
    EXPECT_EQ(header_of(proof, "Retry-After"), "1");
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(8));
}

}  // namespace
}  // namespace minhbach::api::routes
