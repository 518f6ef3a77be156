// A store, the folder of its backup and the folder of its keys, each in a directory of its own.
#pragma once

#include <algorithm>
#include <fstream>

#include "../log_fixture.hpp"
#include "events/backup/backup.hpp"
#include "events/backup/restore.hpp"
#include "events/check.hpp"

namespace minhbach::events::backup {

class BackupTest : public LogTest {
protected:
    BackupTest() : base_(directory_) {
        directory_ = base_ / "store";
        std::filesystem::create_directories(base_);
    }
    ~BackupTest() override {
        log_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(base_, ignored);
    }

    std::filesystem::path to() const { return base_ / "backup"; }
    std::filesystem::path keys() const { return base_ / "keys"; }

    // Two events about two persons and one view, signed: three appends, whole or not at all.
    void act(int number) {
        const auto name = "d" + std::to_string(number);
        auto append = append_of({{Stream::of("dossier", name),
                                  std::nullopt,
                                  {event(R"({"text":"kín )" + name + R"("})", "P00000" + std::to_string(number % 5)),
                                   event(R"({"text":"kín nữa"})", "P000005")}}});
        ASSERT_TRUE(log_->append_and_wait(Ledger::main, keyed(std::move(append), name, "body")));
        ASSERT_TRUE(log_->append_and_wait(Ledger::access, one("v" + std::to_string(number))));
        checkpoint_ = log_->publish_checkpoint(Ledger::main);
        log_->publish_checkpoint(Ledger::access);
    }
    void act(int from, int to) {
        for (int number = from; number < to; ++number) act(number);
    }

    Result<BackupReport> back_up_now(std::size_t segment_bytes_max = 2'000) {
        return back_up({directory_, to(), keys(), segment_bytes_max}, clock_);
    }
    RestoreOptions options() const {
        RestoreOptions options;
        options.from = to();
        options.vault = keys();
        return options;
    }
    std::string refusal(const RestoreOptions& options) {
        const auto restored = restore(options, base_ / "refused");
        std::filesystem::remove_all(base_ / "refused");
        if (restored) return "";
        EXPECT_FALSE(restored.error().detail_vi.empty());
        return restored.error().type;
    }
    // The restored store, open for reading, after its invariants were checked.
    std::unique_ptr<Log> opened(const std::filesystem::path& directory) {
        auto log = open_store_read_only(directory);
        if (!log) throw std::runtime_error(log.error().detail_en);
        for (const auto ledger : {Ledger::main, Ledger::access}) {
            const auto report = check(**log, ledger);
            EXPECT_TRUE(report.violations.empty()) << report.violations.front().what;
        }
        return std::move(*log);
    }
    std::vector<std::filesystem::path> segments() const {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(to() / "segments")) found.push_back(entry.path());
        std::sort(found.begin(), found.end());
        return found;
    }
    static void flip(const std::filesystem::path& file, std::uint64_t at) {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekg(static_cast<std::streamoff>(at));
        const auto byte = static_cast<char>(stream.get() ^ 0x10);
        stream.seekp(static_cast<std::streamoff>(at));
        stream.put(byte);
    }

    const std::filesystem::path base_;
    Checkpoint checkpoint_;  // after the last act
};

inline std::vector<std::string> everything(const Log& log, Ledger ledger) {
    std::vector<std::string> rows;
    log.scan(ledger, {0}, {log.size(ledger)}, [&](Stored&& stored) {
        auto row = encode(stored.record);
        for (const auto& part : stored.parts) row += part.json;
        rows.push_back(std::move(row));
        return true;
    });
    return rows;
}

}  // namespace minhbach::events::backup
