// A store in a temporary directory of its own, and short words for appending to it.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "events/files.hpp"
#include "events/ids.hpp"
#include "events/log.hpp"
#include "events/store.hpp"
#include "events/vault.hpp"

namespace minhbach::events {

class TestClock : public Clock {
public:
    Time now() override { return Time::from_millis(++millis_); }
    bool simulated() const override { return true; }
    void set(std::int64_t millis) { millis_ = millis; }

private:
    std::atomic<std::int64_t> millis_{1'700'000'000'000};
};

inline std::filesystem::path fresh_directory() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const auto path = std::filesystem::temp_directory_path() / ("minhbach-" + std::string(test->test_suite_name()) +
                                                                "." + test->name() + "." + std::to_string(::getpid()));
    std::filesystem::remove_all(path);
    return path;
}

inline EventIds& test_ids() {
    static EventIds ids;
    return ids;
}

inline NewEvent event(const std::string& json = R"({"text":"hello"})", const std::string& subject = "P000001") {
    NewEvent event;
    event.id = test_ids().next(Time::from_millis(1'700'000'000'000));
    event.type = "comment.recorded";
    event.parts.push_back({PersonCode::of(subject), json});
    return event;
}

inline Append append_of(std::vector<StreamWrite> writes, std::vector<StreamRead> reads = {}) {
    Append append;
    append.actor = PersonCode::of("P000009");
    append.capacity = "IN_OFFICE";
    append.correlation = test_ids().next(Time::from_millis(1'700'000'000'000));
    append.writes = std::move(writes);
    append.reads = std::move(reads);
    return append;
}

inline Append one(const std::string& stream_id, std::optional<std::uint64_t> expected = std::nullopt,
                  const std::string& subject = "P000001") {
    return append_of(
        {{Stream::of("dossier", stream_id), expected, {event(R"({"text":")" + stream_id + R"("})", subject)}}});
}

inline Append keyed(Append append, const std::string& key, const std::string& body) {
    append.key_hash = sha256(append.actor.str() + std::string(1, '\0') + key);
    append.fingerprint = sha256(body);
    return append;
}

// Rewrites the vault as an erasure leaves it: the subject's key becomes a mark.
inline void erase_from_vault(const std::filesystem::path& file, const PersonCode& subject) {
    auto bytes = *read_file(file);
    const auto mark = encode_vault_entry(VaultEntry::erased, subject.str(), {});
    auto entry_start =
        encode_vault_entry(VaultEntry::subject_key, subject.str(), {}).substr(0, 2 + subject.str().size());
    bytes.replace(bytes.find(entry_start), mark.size(), mark);
    replace_file(file, bytes, 0600);
}

class LogTest : public ::testing::Test {
protected:
    static constexpr auto kOrigin = "minhbach.example/2023";

    LogTest() : directory_(fresh_directory()) { options_.free_bytes_min = 1 << 20; }
    ~LogTest() override {
        log_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory_, ignored);
    }
    void create() { ASSERT_TRUE(create_store(directory_, kOrigin)); }
    Result<std::unique_ptr<Log>> try_open() { return open_store(directory_, clock_, options_); }
    Log& open() {
        if (!std::filesystem::exists(directory_)) create();
        auto opened = try_open();
        if (!opened) throw std::runtime_error(opened.error().detail_en);
        log_ = std::move(*opened);
        return *log_;
    }
    Log& reopen() {
        log_.reset();
        return open();
    }

    std::filesystem::path directory_;
    TestClock clock_;
    StoreOptions options_;
    std::unique_ptr<Log> log_;
};

}  // namespace minhbach::events
