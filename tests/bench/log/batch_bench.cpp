// Appends of 512 events each against RocksDB given the very rows that such appends leave behind, in batches of the same
// events with one sync each, by one thread that does nothing else. What our log does beside is sealing, numbering and
// hashing; the growing tiles, which it writes again with every batch, are not among the rows.
//   batch_bench DIRECTORY [events] [rounds]
// One line of JSON a round; the first of the two is another one in each.
#include <rocksdb/db.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "events/big_endian.hpp"
#include "events/ids.hpp"
#include "events/rocksdb/columns.hpp"
#include "events/store.hpp"

namespace {

using namespace minhbach;
using namespace minhbach::events;
using SteadyClock = std::chrono::steady_clock;

constexpr std::uint64_t kEventsPerAppend = 512;
constexpr std::size_t kCacheBytes = 32u << 20;

class SystemClock : public Clock {
public:
    Time now() override {
        return Time::from_millis(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count());
    }
    bool simulated() const override { return false; }
};

// A comment of some 600 bytes, no two the same.
std::string comment(std::uint64_t number) {
    std::string json = R"({"breaches":[],"dossier":"2023-P)" + std::to_string(100'000 + number % 2000) +
                       R"(","side":"PEER","text":"Có tinh thần trách nhiệm, hoàn thành nhiệm vụ được giao đúng hạn. )";
    while (json.size() < 590) json += hex(sha256(json + std::to_string(number))).substr(0, 20) + " nhận xét ";
    json.resize(596);
    while ((json.back() & 0x80) != 0) json.pop_back();
    return json + "\"}";
}

Append append_of(EventIds& ids, Clock& clock, const std::vector<std::string>& comments, std::uint64_t first) {
    Append append;
    append.actor = PersonCode::of("P200000");
    append.capacity = "IN_OFFICE";
    append.correlation = ids.next(clock.now());
    append.key_hash = sha256("key" + std::to_string(first));
    append.fingerprint = sha256("body" + std::to_string(first));
    for (auto i = first; i < first + kEventsPerAppend; ++i) {
        NewEvent event;
        event.id = ids.next(clock.now());
        event.type = "comment.recorded";
        const auto person = PersonCode::of("P" + std::to_string(100'000 + i % 2000));
        event.parts.push_back({person, comments[i % comments.size()]});
        append.writes.push_back({Stream::of("dossier", "2023-" + person.str()), std::nullopt, {std::move(event)}});
    }
    return append;
}

// Two in flight: while one is synced the next is made ready.
double appends_per_second(const std::filesystem::path& store, std::uint64_t events,
                          const std::vector<std::string>& comments) {
    SystemClock clock;
    StoreOptions options;
    options.group_events_max = kEventsPerAppend;
    if (!create_store(store, "bench.example/2023")) std::exit(1);
    const auto log = open_store(store, clock, options).value();
    EventIds ids;
    std::future<void> before;
    const auto began = SteadyClock::now();
    for (std::uint64_t first = 0; first < events; first += kEventsPerAppend) {
        auto done = std::make_shared<std::promise<void>>();
        auto now = done->get_future();
        const auto accepted = log->append(Ledger::main, append_of(ids, clock, comments, first), [done](auto result) {
            if (!result) std::exit(1);
            done->set_value();
        });
        if (!accepted) std::exit(1);
        if (before.valid()) before.get();
        before = std::move(now);
    }
    before.get();
    return static_cast<double>(events) / std::chrono::duration<double>(SteadyClock::now() - began).count();
}

struct Row {
    std::size_t family;
    std::string key;
    std::string value;
};
using Batches = std::vector<std::vector<Row>>;

class Database {
public:
    explicit Database(const std::filesystem::path& directory) {
        auto options = database_options();
        options.create_if_missing = true;
        options.create_missing_column_families = true;
        rocksdb::DB* opened = nullptr;
        const auto status =
            rocksdb::DB::Open(options, directory.string(), column_descriptors(kCacheBytes), &handles_, &opened);
        if (!status.ok()) {
            std::fprintf(stderr, "batch_bench: %s\n", status.ToString().c_str());
            std::exit(1);
        }
        database_.reset(opened);
    }
    ~Database() {
        for (auto* handle : handles_) database_->DestroyColumnFamilyHandle(handle);
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    rocksdb::DB& operator*() const { return *database_; }
    rocksdb::ColumnFamilyHandle* family(std::size_t index) const { return handles_[index]; }

private:
    std::vector<rocksdb::ColumnFamilyHandle*> handles_;
    std::unique_ptr<rocksdb::DB> database_;
};

// The last position a row of the main ledger rests on.
std::uint64_t position_of(Column column, std::string_view key, std::string_view value) {
    switch (column) {
        case Column::records:
        case Column::payloads:
            return read_big_endian(key);
        case Column::tiles: {
            const auto level = static_cast<unsigned>(static_cast<std::uint8_t>(key.front()));
            return ((read_big_endian(key.substr(1)) + 1) << ((level + 1) * 8)) - 1;
        }
        case Column::checkpoints:
            return read_big_endian(key) - 1;
        default:
            return read_big_endian(value.substr(0, 8));
    }
}

Batches rows_of(const std::filesystem::path& store, std::uint64_t events) {
    const Database database(store / "log");
    Batches batches((events + kEventsPerAppend - 1) / kEventsPerAppend);
    for (std::size_t c = 0; c < kColumns; ++c) {
        const auto column = static_cast<Column>(c);
        const auto family = column_index(Ledger::main, column);
        const std::unique_ptr<rocksdb::Iterator> row((*database).NewIterator({}, database.family(family)));
        for (row->SeekToFirst(); row->Valid(); row->Next()) {
            const auto key = row->key().ToString();
            const auto value = row->value().ToString();
            const auto batch =
                std::min<std::uint64_t>(position_of(column, key, value) / kEventsPerAppend, batches.size() - 1);
            batches[batch].push_back({family, key, value});
        }
    }
    return batches;
}

double raw_per_second(const std::filesystem::path& directory, std::uint64_t events, const Batches& batches) {
    const Database database(directory);
    rocksdb::WriteOptions synced;
    synced.sync = true;
    const auto began = SteadyClock::now();
    for (const auto& rows : batches) {
        rocksdb::WriteBatch batch;
        for (const auto& row : rows) batch.Put(database.family(row.family), row.key, row.value);
        if (!(*database).Write(synced, &batch).ok()) std::exit(1);
    }
    return static_cast<double>(events) / std::chrono::duration<double>(SteadyClock::now() - began).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::filesystem::path folder = argv[1];
    const std::uint64_t asked = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000;
    const auto events = std::max<std::uint64_t>(asked / kEventsPerAppend, 1) * kEventsPerAppend;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    std::filesystem::create_directories(folder);
    std::vector<std::string> comments;
    for (std::uint64_t i = 0; i < 4096; ++i) comments.push_back(comment(i));

    appends_per_second(folder / "rows", events, comments);
    const auto batches = rows_of(folder / "rows", events);
    std::filesystem::remove_all(folder / "rows");
    for (int round = 0; round < rounds; ++round) {
        double ours = 0;
        double raw = 0;
        for (const bool is_ours : {round % 2 == 0, round % 2 != 0}) {
            const auto place = folder / (is_ours ? "ours" : "raw");
            (is_ours ? ours : raw) =
                is_ours ? appends_per_second(place, events, comments) : raw_per_second(place, events, batches);
            std::filesystem::remove_all(place);
        }
        std::printf("{\"ours\":%.0f,\"raw\":%.0f}\n", ours, raw);
        std::fflush(stdout);
    }
    return 0;
}
