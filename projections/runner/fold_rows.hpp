// The rows of one projection while it folds a chunk: what the store holds with what was written since, and the means to
// take back what a failed event wrote. Used by one thread.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "projections/runner/row_store.hpp"

namespace minhbach::projections {

class FoldRows : public Rows {
public:
    static constexpr std::size_t recent_bytes_max = 4u << 20;  // kept in memory between chunks

    FoldRows(const RowStore& store, std::string_view projection)
        : store_(store), prefix_(std::string(projection) + '.') {}

    void begin(events::Position position);  // of the event that is folded next
    void undo();                            // what was written since `begin`

    void put(std::string_view table, std::string_view entity, std::string json) override;
    void end(std::string_view table, std::string_view entity) override;
    std::optional<std::string> get(std::string_view table, std::string_view entity) const override;
    void scan(std::string_view table, std::string_view prefix,
              const std::function<bool(std::string_view, const std::string&)>& visit) const override;

    const WrittenRows& written() const { return written_; }
    void forget_written();  // after it is in the store

private:
    void write(std::string_view table, std::string_view entity, std::string json);

    const RowStore& store_;
    const std::string prefix_;
    events::Position position_;
    WrittenRows written_;
    // The newest version of entities lately read or written, by table ‖ 0 ‖ entity; empty: there is none. Holds at
    // least everything in `written_`.
    mutable std::unordered_map<std::string, std::string> recent_;
    mutable std::optional<RowStore::Newest> newest_;  // as the store stood when this chunk began
    mutable std::size_t recent_bytes_ = 0;            // at most; counts what was replaced too
    struct Before {
        std::string key;
        std::string written_key;
        std::optional<std::string> recent;
    };
    std::vector<Before> undo_;
};

}  // namespace minhbach::projections
