// What re-evaluations of one stream left to be done, and whether it was.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "events/vocabulary/objection.hpp"

namespace minhbach::services::evaluation {

struct OpenEffect {
    Effect effect;
    bool settled = false;
};

class Effects {
public:
    void add(const std::vector<Effect>& effects) {
        for (const auto& effect : effects) all_.push_back({effect, false});
    }
    void settle(const EffectId& id) {
        for (auto& one : all_) one.settled = one.settled || one.effect.effect == id;
    }
    const OpenEffect* find(const EffectId& id) const {
        const auto found =
            std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.effect.effect == id; });
        return found == all_.end() ? nullptr : &*found;
    }
    const std::vector<OpenEffect>& all() const { return all_; }
    // The id of the `ahead`-th effect that will be added next.
    EffectId next(std::size_t ahead) const { return EffectId::of("HQ-" + std::to_string(all_.size() + ahead + 1)); }

private:
    std::vector<OpenEffect> all_;
};

}  // namespace minhbach::services::evaluation
