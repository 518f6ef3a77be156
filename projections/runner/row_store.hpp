// Rows in RocksDB: the only thing here that knows how they are kept. One column family and no write-ahead log: what was
// written before is there after a crash up to some whole batch, which is all that is needed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "projections/rows.hpp"
#include "projections/runner/newest_rows.hpp"

namespace rocksdb {
class Env;
}

namespace minhbach::projections {

// The disk did not take a write. What was written before is read as ever.
class WriteFailed : public std::runtime_error {
public:
    WriteFailed(std::string why, const std::string& detail)
        : std::runtime_error("read models: " + detail), why_(std::move(why)) {}
    const std::string& why() const { return why_; }  // "disk-full" or "disk-failed"

private:
    std::string why_;
};

std::string row_key(std::string_view table, std::string_view entity, events::Position position);

class RowStore : public RowsReader {
public:
    // Throws std::runtime_error if it cannot be opened even after it was emptied, or if another process holds it.
    RowStore(const std::filesystem::path& directory, std::size_t block_cache_bytes, std::size_t memtable_bytes,
             rocksdb::Env* env = nullptr);
    ~RowStore() override;

    std::optional<Row> get(std::string_view table, std::string_view entity, events::Position known) const override;
    void scan(std::string_view table, std::string_view prefix, std::string_view after, events::Position known,
              const std::function<bool(const Row&)>& visit) const override;

    // The newest versions as the store holds them now, for many reads in a row by one thread: one iterator serves all.
    class Newest {
    public:
        explicit Newest(const RowStore& store);
        Newest(Newest&&) noexcept;
        ~Newest();
        std::optional<std::string> get(std::string_view table, std::string_view entity) const;

    private:
        struct Iterator;
        std::unique_ptr<Iterator> iterator_;
    };

    // Bookkeeping beside the rows, by name.
    std::optional<std::string> note(std::string_view name) const;
    // All or nothing. Throws WriteFailed; then `take_up` comes before the next one.
    void write(const std::vector<const WrittenRows*>& rows,
               const std::vector<std::pair<std::string, std::string>>& notes);
    // Writes again after a write that failed. Throws WriteFailed where the disk is no better.
    void take_up();
    void forget(std::string_view projection);  // all rows of its tables and its note
    void flush();
    // While a great many rows are still to come: more of them are gathered in memory, so that tables are rewritten less
    // often. Costs `gathering_bytes` of memory, twice where the disk is slower than the fold.
    void gather_more(bool more);
    static constexpr std::size_t gathering_bytes = 64u << 20;

    events::Hash hash(std::string_view projection, std::uint64_t before) const;

    // A read met damage (and threw); the next opening of the directory empties it. Or a write failed so that this store
    // takes none any more.
    bool is_damaged() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace minhbach::projections
