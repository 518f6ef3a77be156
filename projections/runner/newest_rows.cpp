#include "projections/runner/newest_rows.hpp"

#include <utility>

namespace minhbach::projections {
NewestRows::Found NewestRows::find(std::string_view key, events::Position known) {
    const std::lock_guard lock(mutex_);
    Found found{std::nullopt, writes_};
    if (const auto young = young_.find(key); young != young_.end()) {
        if (young->second.position <= known) found.version = young->second;
        return found;
    }
    const auto old = old_.find(key);
    if (old == old_.end() || old->second.position > known) return found;
    found.version = old->second;
    young_bytes_ += old->first.size() + old->second.json.size();
    young_.emplace(old->first, std::move(old->second));
    old_.erase(old);
    return found;
}

void NewestRows::remember(std::string_view key, const Version& version, std::uint64_t ticket) {
    const std::lock_guard lock(mutex_);
    if (ticket != writes_ || writes_ % 2 != 0) return;
    const auto bytes = key.size() + version.json.size();
    if (bytes > half_bytes_max) return;
    if (young_bytes_ + bytes > half_bytes_max) {
        old_ = std::exchange(young_, {});
        young_bytes_ = 0;
    }
    if (young_.try_emplace(std::string(key), version).second) young_bytes_ += bytes;
}

void NewestRows::begin_write(const std::vector<const WrittenRows*>& rows) {
    const std::lock_guard lock(mutex_);
    ++writes_;
    if (young_.empty() && old_.empty()) return;
    for (const auto* written : rows) {
        for (const auto& row : *written) {
            const auto key = entity_key(row.key);
            if (const auto young = young_.find(key); young != young_.end()) {
                young_bytes_ -= young->first.size() + young->second.json.size();
                young_.erase(young);
            }
            if (const auto old = old_.find(key); old != old_.end()) old_.erase(old);
        }
    }
}

void NewestRows::end_write() {
    const std::lock_guard lock(mutex_);
    ++writes_;
}

void NewestRows::clear() {
    const std::lock_guard lock(mutex_);
    young_.clear();
    old_.clear();
    young_bytes_ = 0;
}

}  // namespace minhbach::projections
