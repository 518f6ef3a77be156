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
    of_this_event_ = written_.size();
}

void FoldRows::undo() {
    while (written_.size() > of_this_event_) {
        const auto name = entity_key(written_.back().key);
        if (const auto recent = recent_.find(name); recent != recent_.end()) {  // asked for again when it is needed
            recent_bytes_ -= recent->first.size() + recent->second.size();
            recent_.erase(recent);
        }
        latest_.erase(name);
        written_.pop_back();
    }
    for (std::size_t i = 0; i < written_.size(); ++i) latest_[entity_key(written_[i].key)] = i;
}

void FoldRows::put(std::string_view table, std::string_view entity, std::string json) {
    if (json.empty()) throw std::logic_error("a row without content; use end()");
    write(table, entity, std::move(json));
}

void FoldRows::end(std::string_view table, std::string_view entity) {
    write(table, entity, {});
}

void FoldRows::require_own(std::string_view table) const {
    if (!table.starts_with(prefix_))
        throw std::logic_error("a projection reads and writes its own tables only: " + std::string(table));
}

void FoldRows::write(std::string_view table, std::string_view entity, std::string json) {
    require_own(table);
    if (entity.empty() || entity.find('\0') != std::string_view::npos)
        throw std::logic_error("a row without a name, or with 0 in it: " + std::string(table));
    auto key = row_key(table, entity, position_);
    if (const auto recent = recent_.find(entity_key(key)); recent != recent_.end()) {
        recent_bytes_ += json.size() - recent->second.size();
        recent->second = json;
    }
    auto latest = latest_.find(entity_key(key));
    if (latest != latest_.end() && latest->second >= of_this_event_) {
        written_[latest->second].json = std::move(json);
        return;
    }
    const auto index = written_.size();
    written_.push_back({std::move(key), std::move(json)});
    if (latest != latest_.end())
        latest->second = index;
    else
        latest_.emplace(entity_key(written_.back().key), index);
}

std::string FoldRows::newest_of(std::string_view table, std::string_view entity) const {
    if (const auto latest = latest_.find(key_); latest != latest_.end()) return written_[latest->second].json;
    if (!newest_) newest_.emplace(store_);
    return newest_->get(table, entity).value_or(std::string());
}

std::optional<std::string> FoldRows::get(std::string_view table, std::string_view entity) const {
    require_own(table);
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
    require_own(table);
    std::map<std::string, std::string> rows;
    store_.scan(table, prefix, {}, kNewest, [&](const Row& row) {
        rows[row.entity] = row.json;
        return true;
    });
    std::string start;
    set_key(start, table, prefix);
    const std::size_t table_bytes = table.size() + 1;
    for (const auto& row : written_) {
        if (row.key.starts_with(start)) rows[std::string(entity_key(row.key).substr(table_bytes))] = row.json;
    }
    for (const auto& [entity, json] : rows) {
        if (!json.empty() && !visit(entity, json)) return;
    }
}

void FoldRows::forget_written() {
    latest_.clear();
    written_.clear();
    of_this_event_ = 0;
    newest_.reset();
    if (recent_bytes_ <= kept_bytes_max_) return;
    recent_.clear();
    recent_bytes_ = 0;
}

}  // namespace minhbach::projections
