#include "projections/runner/fold_rows.hpp"

#include <map>
#include <stdexcept>

namespace minhbach::projections {
namespace {

constexpr events::Position kNewest{~std::uint64_t{0}};

void set_key(std::string& key, std::string_view table, std::string_view entity) {
    key.assign(table).append(1, '\0').append(entity);
}

}  // namespace

void FoldRows::begin(events::Position position) {
    position_ = position;
    undo_.clear();
}

void FoldRows::undo() {
    for (auto& before : undo_) {
        const auto recent = recent_.find(entity_key(before.row->first));
        if (before.recent) {
            recent_bytes_ += before.recent->size() - recent->second.size();
            recent->second = std::move(*before.recent);
        } else if (recent != recent_.end()) {  // asked for after it was written
            recent_bytes_ -= recent->first.size() + recent->second.size();
            recent_.erase(recent);
        }
        written_.erase(before.row);
    }
    undo_.clear();
}

void FoldRows::put(std::string_view table, std::string_view entity, std::string json) {
    if (json.empty()) throw std::logic_error("a row without content; use end()");
    write(table, entity, std::move(json));
}

void FoldRows::end(std::string_view table, std::string_view entity) {
    write(table, entity, {});
}

void FoldRows::write(std::string_view table, std::string_view entity, std::string json) {
    if (!table.starts_with(prefix_) || entity.empty() || entity.find('\0') != std::string_view::npos) {
        throw std::logic_error("a projection writes its own tables only: " + std::string(table));
    }
    const auto [row, is_new] = written_.try_emplace(row_key(table, entity, position_));
    const auto recent = recent_.find(entity_key(row->first));
    const bool is_recent = recent != recent_.end();
    if (is_recent) recent_bytes_ += json.size() - recent->second.size();
    if (is_new) undo_.push_back({row, is_recent ? std::optional(std::move(recent->second)) : std::nullopt});
    if (is_recent) recent->second = json;
    row->second = std::move(json);
}

std::string FoldRows::newest_of(std::string_view table, std::string_view entity) const {
    // The newest of an entity comes first; what an entity's name goes on with is never 0.
    const auto written = written_.lower_bound(key_ + '\0');
    if (written != written_.end() && entity_key(written->first) == key_) return written->second;
    if (!newest_) newest_.emplace(store_);
    return newest_->get(table, entity).value_or(std::string());
}

std::optional<std::string> FoldRows::get(std::string_view table, std::string_view entity) const {
    set_key(key_, table, entity);
    auto recent = recent_.find(key_);
    if (recent == recent_.end()) {
        recent = recent_.emplace(key_, newest_of(table, entity)).first;
        recent_bytes_ += recent->first.size() + recent->second.size();
    }
    if (recent->second.empty()) return std::nullopt;
    return recent->second;
}

void FoldRows::scan(std::string_view table, std::string_view prefix,
                    const std::function<bool(std::string_view, const std::string&)>& visit) const {
    std::map<std::string, std::string> rows;
    store_.scan(table, prefix, {}, kNewest, [&](const Row& row) {
        rows[row.entity] = row.json;
        return true;
    });
    std::string start;
    set_key(start, table, prefix);
    const std::size_t table_bytes = table.size() + 1;
    std::string last;
    for (auto at = written_.lower_bound(start); at != written_.end() && at->first.starts_with(start); ++at) {
        auto entity = at->first.substr(table_bytes, at->first.size() - table_bytes - kEndOfKey);
        if (entity == last) continue;  // an older version: the newest comes first
        rows[entity] = at->second;
        last = std::move(entity);
    }
    for (const auto& [entity, json] : rows) {
        if (!json.empty() && !visit(entity, json)) return;
    }
}

void FoldRows::forget_written() {
    written_.clear();
    undo_.clear();
    newest_.reset();
    if (recent_bytes_ <= kept_bytes_max_) return;
    recent_.clear();
    recent_bytes_ = 0;
}

}  // namespace minhbach::projections
