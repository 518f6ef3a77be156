// Findings about what came after the decision: levels of leaders and units, and settlements, after re-ratings.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "projections/answers/context.hpp"

namespace minhbach::projections {

// A leader's level in force above the level in force of the unit that is led (Điều 41 Luật Viên chức, Điều 56 Luật Cán
// bộ, công chức); nothing: it is not.
std::optional<MismatchDetail> mismatch_of(Context& context, const DossierRow& row, UnitCapScope scope);

// The last settlement of each agency that re-ratings changed since, with its position.
std::vector<std::pair<std::int64_t, StaleDetail>> stale_settlements(Context& context, const CycleId& cycle,
                                                                    const std::vector<DossierRow>& rows);

struct OpenEffect {
    std::int64_t position = 0;  // of the re-rating
    UnitCode owner;
    OpenEffectDetail detail;
};
// What re-ratings of the cycle left to be done and nobody settled for more than so many days, oldest first.
std::vector<OpenEffect> open_effects(Context& context, const CycleId& cycle, int days_max);

// Assessed themselves by a layer that nobody told them of: neither opened nor acknowledged nor explained at a briefing.
std::optional<NeverToldDetail> never_told_of(Context& context, const DossierRow& row);

}  // namespace minhbach::projections
