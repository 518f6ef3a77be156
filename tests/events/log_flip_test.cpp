// A disk whose reads now and then give back one wrong bit: what a log reads of it is right, or is refused.
//   MINHBACH_TEST_SCALE=20      so many times as many runs
#include <array>
#include <cstdlib>
#include <string>

#include "events/check.hpp"
#include "events/rocksdb/store.hpp"
#include "faulty_disk.hpp"
#include "log_fixture.hpp"

namespace minhbach::events {
namespace {

constexpr int kRuns = 24;
constexpr int kEvents = 300;
constexpr auto kLedger = Ledger::main;

class Flips : public ::testing::Test {
protected:
    Flips() : directory_(fresh_directory()), disk_(7) {
        options_.free_bytes_min = 1;
        options_.block_cache_bytes = 4'096;  // what is read comes from the disk
        options_.checkpoint_every_ms = 3'600'000;
        options_.reopen_every_ms = 1;
        options_.publish_millis_max = 50;
        ::testing::internal::CaptureStderr();
        create_store_on(directory_, "minhbach.example/2023", disk_.env(), disk_.files()).value();
        auto log = open();
        for (int i = 0; i < kEvents; ++i) append(**log);
        root_ = (*log)->publish_checkpoint(kLedger);
        for (std::uint64_t i = 0; i < kEvents; ++i) {
            records_.push_back((*log)->record_bytes(kLedger, {i}));
            texts_.push_back((*log)->read(kLedger, {i}).parts.at(0).json);
        }
    }
    ~Flips() override {
        ::testing::internal::GetCapturedStderr();
        std::filesystem::remove_all(directory_);
    }
    static int runs() {
        const auto* text = std::getenv("MINHBACH_TEST_SCALE");
        return kRuns * (text != nullptr ? std::max(1, std::atoi(text)) : 1);
    }
    Result<std::unique_ptr<Log>> open() {
        return open_store_on(directory_, clock_, options_, disk_.env(), disk_.files());
    }
    // What was acknowledged is part of the truth from then on.
    void append(Log& log) {
        auto sent = one(std::to_string(sent_ % 50));
        sent.writes[0].events[0].parts[0].json =
            R"({"text":")" + std::to_string(sent_++) + std::string(300, 'x') + "\"}";
        const auto done = log.append_and_wait(kLedger, sent);
        if (!done || records_.empty()) return;
        ASSERT_EQ(done->first.value, records_.size());
        texts_.push_back(sent.writes[0].events[0].parts[0].json);
        records_.emplace_back();  // read once the disk is well
    }
    // Either right, or an exception; `refused_` counts these.
    template <class Read>
    void is_right_or_refused(const Read& read) {
        try {
            read();
            ++right_;
        } catch (const std::runtime_error&) {
            ++refused_;
        }
    }
    void read_everything(const Log& log) {
        for (std::uint64_t i = 0; i < log.size(kLedger); ++i) {
            is_right_or_refused([&] {
                const auto bytes = log.record_bytes(kLedger, {i});
                if (!records_[i].empty()) {
                    EXPECT_EQ(bytes, records_[i]) << i;
                }
            });
            is_right_or_refused([&] { EXPECT_EQ(log.read(kLedger, {i}).parts.at(0).json, texts_[i]) << i; });
        }
        is_right_or_refused([&] {
            std::uint64_t next = 0;
            log.scan(kLedger, {0}, {log.size(kLedger)}, [&](Stored&& stored) {
                EXPECT_EQ(stored.parts.at(0).json, texts_[next++]);
                return true;
            });
        });
    }

    const std::filesystem::path directory_;
    FaultyDisk disk_;
    TestClock clock_;
    StoreOptions options_;
    Checkpoint root_;
    std::vector<std::string> records_, texts_;
    int sent_ = 0, right_ = 0, refused_ = 0, not_opened_ = 0;
};

TEST_F(Flips, AreNeverServedSignedOrKept) {
    static constexpr std::array kParts{"", ".sst", ".log", "signed", "MANIFEST"};
    for (int run = 0; run < runs() && !HasFailure(); ++run) {
        SCOPED_TRACE(run);
        // Opening reads little, and one wrong bit ends it: in half of the runs it is over when they begin.
        const bool at_opening = run % 2 == 0;
        const auto* part = kParts[static_cast<std::size_t>(run / 2) % kParts.size()];
        if (at_opening) disk_.flip_reads(3 + static_cast<unsigned>(run % 20), part);
        if (auto log = open()) {
            disk_.flip_reads(100);
            read_everything(**log);
            for (int i = 0; i < 5; ++i) is_right_or_refused([&] { append(**log); });
            is_right_or_refused([&] { (*log)->publish_checkpoint(kLedger); });
            read_everything(**log);
        } else {
            ++not_opened_;
        }
        disk_.heal();
        const auto log = open();
        ASSERT_TRUE(log) << log.error().detail_en;
        ASSERT_EQ((*log)->size(kLedger), records_.size());
        Witnessed witnessed{{}, {}, {root_.note}, {}};
        for (std::uint64_t i = 0; i < records_.size(); ++i) {
            const auto bytes = (*log)->record_bytes(kLedger, {i});
            if (records_[i].empty()) records_[i] = bytes;
            ASSERT_EQ(bytes, records_[i]);
            ASSERT_EQ((*log)->read(kLedger, {i}).parts.at(0).json, texts_[i]);
        }
        root_ = (*log)->publish_checkpoint(kLedger);
        for (const auto& violation : check(**log, kLedger, witnessed).violations)
            ADD_FAILURE() << violation.invariant << ": " << violation.what;
    }
    std::printf("%d reads with a wrong bit: %d of %d were refused, %d openings too\n", disk_.flipped(), refused_,
                refused_ + right_, not_opened_);
    EXPECT_GT(disk_.flipped(), kRuns);
    EXPECT_GT(refused_, 0);
    EXPECT_GT(right_, refused_);
    EXPECT_GT(not_opened_, 0);
}

}  // namespace
}  // namespace minhbach::events
