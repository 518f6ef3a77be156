// The access ledger enters the main one.
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

#include "api/application.hpp"
#include "api/routes/house.hpp"
#include "events/codec/codec.hpp"
#include "events/store.hpp"
#include "temporary.hpp"

namespace minhbach::api {
namespace {

using events::Ledger;

class Sealing : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(events::create_store(store(), "test.example/log"));
        log_ = events::open_store(store(), clock_).value();
    }
    std::filesystem::path store() const { return directory_.path() / "store"; }
    void start() {
        application_ = std::make_unique<Application>(*log_, clock_, store(), std::chrono::milliseconds(20));
    }
    void restart() {
        application_.reset();
        log_.reset();
        log_ = events::open_store(store(), clock_).value();
        start();
    }
    void view(const std::string& dossier) {
        const DossierViewed view{DossierId::of(dossier), PersonCode::of("p"), Label::of("dossier"), Text::of("xem")};
        std::promise<bool> noted;
        application_->house().desk.note_access(PersonCode::of("A1"), view, [&](bool done) { noted.set_value(done); });
        ASSERT_TRUE(noted.get_future().get());
    }
    std::vector<AccessLedgerSealed> seals() const {
        std::vector<AccessLedgerSealed> seals;
        log_->scan(Ledger::main, {0}, {log_->size(Ledger::main)}, [&](events::Stored&& stored) {
            seals.push_back(events::decode(stored).event.get<AccessLedgerSealed>());
            return true;
        });
        return seals;
    }
    // A checkpoint of the access ledger has this size and root.
    bool is_true(const AccessLedgerSealed& seal) const {
        bool found = false;
        log_->visit_checkpoints(Ledger::access, [&](const events::Checkpoint& checkpoint) {
            found =
                std::to_string(checkpoint.size) == seal.size.str() && events::hex(checkpoint.root) == seal.root.str();
            return !found;
        });
        return found;
    }
    void wait_for_seals(std::size_t count) {
        for (int i = 0; i < 1000 && log_->size(Ledger::main) < count; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ASSERT_EQ(seals().size(), count);
    }

    tests::TemporaryDirectory directory_;
    tests::HandClock clock_{Time::of("2023-11-14T08:00:00+07:00")};
    std::unique_ptr<events::Log> log_;
    std::unique_ptr<Application> application_;
};

TEST_F(Sealing, PutsSizeAndRootOfARealCheckpointIntoTheMainLedger) {
    start();
    view("c.p1");
    wait_for_seals(1);
    EXPECT_EQ(seals()[0].size.str(), "1");
    EXPECT_TRUE(is_true(seals()[0]));
    view("c.p2");
    wait_for_seals(2);
    EXPECT_EQ(seals()[1].size.str(), "2");
    EXPECT_TRUE(is_true(seals()[1]));
    application_.reset();
}

TEST_F(Sealing, SealsNothingTwiceAlsoAfterARestart) {
    start();
    view("c.p1");
    wait_for_seals(1);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_EQ(seals().size(), 1u);
    restart();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_EQ(seals().size(), 1u);
    view("c.p2");
    wait_for_seals(2);
    application_.reset();
}

}  // namespace
}  // namespace minhbach::api
