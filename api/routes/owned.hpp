// Plans and reviews are named after whose they are: "<cycle>.p.<person>" or "<cycle>.u.<unit>".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/vocabulary/owner.hpp"

namespace minhbach::api::routes {

struct OwnedBy {
    CycleId cycle;
    Owner owner;
};

// Nothing for what is no such name.
inline std::optional<OwnedBy> owned_by(const std::string& id) {
    for (const bool of_unit : {false, true}) {
        const std::string_view mark = of_unit ? ".u." : ".p.";
        const auto at = id.find(mark);
        if (at == std::string::npos) continue;
        const auto cycle = CycleId::parse(id.substr(0, at));
        const auto code = id.substr(at + mark.size());
        if (!cycle) continue;
        if (of_unit) {
            if (const auto unit = UnitCode::parse(code)) return OwnedBy{*cycle, {std::nullopt, *unit}};
        } else if (const auto person = PersonCode::parse(code)) {
            return OwnedBy{*cycle, {*person, std::nullopt}};
        }
    }
    return std::nullopt;
}

}  // namespace minhbach::api::routes
