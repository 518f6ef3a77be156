// What was looked up or changed lately, in front of the store: bounded, but nothing that is not durable is ever
// dropped.
//
// Two generations: when the young one is full the old one is dropped and the young one becomes old. What a caller read
// from the store outside the lock is still true if the key is absent here and fewer than two generations have passed
// since.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <utility>

namespace minhbach::events {

template <class Key, class Value, class KeyHash = std::hash<Key>>
class Recent {
public:
    static constexpr std::size_t generation_max = 8'192;

    // Stands until the next call of any member.
    Value* find(const Key& key) {
        if (auto found = young_.find(key); found != young_.end()) return &found->second.value;
        const auto found = old_.find(key);
        if (found == old_.end()) return nullptr;
        Value* value = &young_.emplace(key, std::move(found->second)).first->second.value;
        old_.erase(found);
        return value;
    }
    // `durable_at`: the size of the ledger from which on the value can be read from the store.
    void put(const Key& key, Value value, std::uint64_t durable_at) {
        old_.erase(key);
        young_.insert_or_assign(key, Entry{std::move(value), durable_at});
    }
    void age(std::uint64_t durable) {
        if (young_.size() < generation_max) return;
        Map kept;
        for (auto& [key, entry] : old_) {
            if (entry.durable_at > durable) kept.emplace(key, std::move(entry));
        }
        old_ = std::exchange(young_, std::move(kept));
        ++generation_;
    }
    // What is needed again is read from the store.
    void drop_durable(std::uint64_t durable) {
        for (auto* map : {&young_, &old_}) {
            boost::unordered::erase_if(*map, [&](const auto& item) { return item.second.durable_at <= durable; });
        }
        generation_ += 2;
    }
    void clear() {
        young_.clear();
        old_.clear();
        generation_ += 2;
    }
    std::uint64_t generation() const { return generation_; }
    bool still_valid(std::uint64_t generation) const { return generation_ - generation < 2; }

private:
    struct Entry {
        Value value;
        std::uint64_t durable_at;
    };
    using Map = boost::unordered_flat_map<Key, Entry, KeyHash>;
    Map young_;
    Map old_;
    std::uint64_t generation_ = 0;
};

}  // namespace minhbach::events
