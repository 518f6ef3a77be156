#include "projections/answers/follow_up.hpp"

#include <algorithm>

namespace minhbach::projections {
namespace {

struct Changes {
    std::vector<const DossierRow*> rows;  // re-rated
    int excellent = 0;
};

std::optional<StaleDetail> stale_of(const Sourced<QuotaSettled>& settled, const Changes& changes) {
    StaleDetail detail{settled.by.at(), {}, {}, changes.excellent};
    if (!settled.event.groups.empty()) detail.max_excellent = settled.event.groups.front().max_excellent;
    for (const auto* row : changes.rows) {
        const bool since = row->decision()->by.position > settled.by.position;
        if (since && row->decision()->level != row->first_decision()->level) detail.dossiers.push_back(row->dossier);
    }
    if (detail.dossiers.empty()) return std::nullopt;
    return detail;
}

}  // namespace

std::optional<MismatchDetail> mismatch_of(Context& context, const DossierRow& row, UnitCapScope scope) {
    const auto* decision = row.decision();
    if (!decision || !decision->level || !row.post || !(row.post->leader || row.post->head_of)) return std::nullopt;
    if (scope == UnitCapScope::head && !row.post->head_of) return std::nullopt;
    const auto& unit = row.post->head_of ? *row.post->head_of : row.post->unit;
    const auto collective = context.row<Collective>(ratings::kCollectives, entity(row.cycle.str(), unit.str()));
    const bool has_level = collective && collective->in_force() && collective->level;
    if (!has_level || *decision->level >= *collective->level) return std::nullopt;
    return MismatchDetail{context.unit_name(unit, context.today()),
                          *decision->level,
                          *collective->level,
                          collective->by.at(),
                          collective->by.position,
                          row.post->head_of.has_value()};
}

std::vector<std::pair<std::int64_t, StaleDetail>> stale_settlements(Context& context, const CycleId& cycle,
                                                                    const std::vector<DossierRow>& rows) {
    std::map<UnitCode, Changes> agencies;
    for (const auto& row : rows) {
        const auto* decision = row.decision();
        if (!decision || !row.post) continue;
        auto& changes = agencies[row.post->managed_by];
        changes.excellent += decision->level == Level::excellent;
        if (decision->supersedes) changes.rows.push_back(&row);
    }
    std::vector<std::pair<std::int64_t, StaleDetail>> stale;
    for (const auto& [agency, changes] : agencies) {
        if (changes.rows.empty()) continue;
        const auto acts = context.entities(quota::kSettlements, entity(cycle.str(), agency.str()) + "/");
        if (acts.empty()) continue;
        const auto position = static_cast<std::int64_t>(position_of_newest_first(acts.front()));
        const auto settled = context.event<QuotaSettled>(position);
        if (!settled) continue;
        if (auto detail = stale_of(*settled, changes)) stale.emplace_back(position, std::move(*detail));
    }
    return stale;
}

std::vector<OpenEffect> open_effects(Context& context, const CycleId& cycle, int days_max) {
    constexpr std::int64_t kDayMillis = 24ll * 60 * 60 * 1000;
    const auto today = context.today();
    const auto end_of = [](Date day) { return deadline_end({day, true}).millis(); };
    std::vector<OpenEffect> open;
    for (const auto& name : context.entities(effects::kRows, cycle.str() + "/")) {
        const auto row = context.row<EffectRow>(effects::kRows, entity(cycle.str(), name)).value();
        const auto since = row.by.recorded_at.local_date();
        const auto days = (end_of(today) - end_of(since)) / kDayMillis;
        if (row.settled || days <= days_max) continue;
        const auto& effect = row.effect;
        open.push_back(
            {row.by.position,
             effect.owner,
             {effect.effect, effect.kind, context.unit_name(effect.owner, today), since, static_cast<int>(days)}});
    }
    std::sort(open.begin(), open.end(), [](const auto& left, const auto& right) {
        return std::pair(left.position, left.detail.effect) < std::pair(right.position, right.detail.effect);
    });
    return open;
}

}  // namespace minhbach::projections
