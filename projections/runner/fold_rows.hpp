// The rows of one projection while it folds a chunk: what the store holds with what was written since, and the means to
// take back what a failed event wrote. Used by one thread.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "projections/runner/row_store.hpp"

namespace minhbach::projections {

class FoldRows : public Rows {
public:
    static constexpr std::size_t recent_bytes_max = 4u << 20;      // kept in memory between chunks
    static constexpr std::size_t gathering_bytes_max = 48u << 20;  // the same, while a great many events are folded

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
    void gather_more(bool more) { kept_bytes_max_ = more ? gathering_bytes_max : recent_bytes_max; }

private:
    struct HashOfText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    // By table ‖ 0 ‖ entity.
    using Recent = boost::unordered_flat_map<std::string, std::string, HashOfText, std::equal_to<>>;

    // By table ‖ 0 ‖ entity, the last of `written_`; the names are part of its keys.
    using Latest = boost::unordered_flat_map<std::string_view, std::size_t, HashOfText, std::equal_to<>>;

    void require_own(std::string_view table) const;
    void write(std::string_view table, std::string_view entity, std::string json);
    std::string newest_of(std::string_view table, std::string_view entity) const;  // empty: there is none

    const RowStore& store_;
    const std::string prefix_;
    events::Position position_;
    WrittenRows written_;
    Latest latest_;
    std::size_t of_this_event_ = 0;  // the first of `written_`
    // The newest version of what was asked for lately; most rows are written and never asked for by a fold.
    mutable Recent recent_;
    mutable std::string key_;                         // of the row that is asked for; kept for its memory
    mutable std::optional<RowStore::Newest> newest_;  // as the store stood when this chunk began
    mutable std::size_t recent_bytes_ = 0;
    std::size_t kept_bytes_max_ = recent_bytes_max;
};

}  // namespace minhbach::projections
