#include "projections/runner/fold_rows.hpp"

#include <map>
#include <stdexcept>

namespace minhbach::projections {
namespace {

constexpr events::Position kNewest{~std::uint64_t{0}};

std::string recent_key(std::string_view table, std::string_view entity) {
    std::string key(table);
    key.append(1, '\0').append(entity);
    return key;
}

}  // namespace

void FoldRows::begin(events::Position position) {
    position_ = position;
    undo_.clear();
}

void FoldRows::undo() {
    for (auto before = undo_.rbegin(); before != undo_.rend(); ++before) {
        written_.erase(before->written_key);
        if (before->recent)
            recent_[before->key] = std::move(*before->recent);
        else
            recent_.erase(before->key);
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
    auto key = recent_key(table, entity);
    auto written_key = row_key(table, entity, position_);
    const auto [recent, is_new] = recent_.try_emplace(key);
    std::optional<std::string> before;
    if (!is_new) before = std::move(recent->second);
    recent->second = json;
    recent_bytes_ += key.size() + json.size();
    undo_.push_back({std::move(key), written_key, std::move(before)});
    written_[std::move(written_key)] = std::move(json);
}

std::optional<std::string> FoldRows::get(std::string_view table, std::string_view entity) const {
    auto key = recent_key(table, entity);
    auto recent = recent_.find(key);
    if (recent == recent_.end()) {
        if (!newest_) newest_.emplace(store_);
        recent = recent_.emplace(std::move(key), newest_->get(table, entity).value_or(std::string())).first;
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
    const std::string start = recent_key(table, prefix);
    const std::size_t table_bytes = table.size() + 1;
    std::string last;
    for (auto at = written_.lower_bound(start); at != written_.end() && at->first.starts_with(start); ++at) {
        auto entity = at->first.substr(table_bytes, at->first.size() - table_bytes - sizeof(std::uint64_t) - 1);
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
    if (recent_bytes_ <= recent_bytes_max) return;
    recent_.clear();
    recent_bytes_ = 0;
}

}  // namespace minhbach::projections
