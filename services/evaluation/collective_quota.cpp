#include "services/evaluation/collective_quota.hpp"

#include <algorithm>

#include "services/evaluation/commands.hpp"
#include "services/settlement/counting.hpp"

namespace minhbach::services::evaluation {
namespace {

struct Group {
    const ComparableGroupDefined* defined = nullptr;
    UnitCode superior;
};

CollectiveQuota counted(Past& past, const CycleId& id, const Group& group, const law::Rulebook& rulebook,
                        const std::optional<std::pair<UnitCode, Level>>& as_if, Date day) {
    const auto& cycle = *past.registry().cycle(id);
    CollectiveQuota quota;
    quota.rulebook = &rulebook;
    quota.standing.superior = group.superior;
    if (group.defined) {
        quota.standing.group.group = group.defined->group;
        quota.name = group.defined->name;
        quota.members = group.defined->units;
    } else {
        quota.members = units_to_rate(past, id, group.superior, day);
        std::erase_if(quota.members, [&](const UnitCode& unit) { return cycle.group_of(unit) != nullptr; });
    }
    for (const auto& unit : quota.members) {
        const auto& collective = past.collective(id, unit);
        const bool decided_now = as_if && as_if->first == unit;
        if (decided_now || collective.exists()) {
            const auto level = decided_now ? std::optional(as_if->second) : collective.rated->level;
            if (!level) continue;  // NOT_APPLICABLE: in no base
            quota.standing.group.counts.add(level);
            if (level == Level::excellent) quota.excellent.push_back(unit);
        } else if (collective.appraised) {
            const auto proposed = collective.appraised->proposed;
            if (proposed == Level::excellent) quota.wanted.push_back(unit);
            quota.standing.group.counts.add(proposed == Level::excellent ? Level::good : proposed);
        } else {
            quota.undecided.push_back(unit);
        }
    }
    settlement::QuotaBinding binding;
    if (const auto found = cycle.collective_exceptions.find(group.superior);
        found != cycle.collective_exceptions.end()) {
        binding.exception_percent = found->second.percent;
        quota.standing.exception_document = found->second.document;
    }
    settlement::apply_readings(quota.standing.group, rulebook, binding);
    return quota;
}

}  // namespace

std::string_view column_of(CollectiveKind kind) {
    return kind == CollectiveKind::organisation_unit ? "ORGANISATION" : "LEADERSHIP_COLLECTIVE";
}

const law::Rulebook* rulebook_of_collectives(const Past& past, CollectiveKind kind, int year) {
    const law::Rulebook* chosen = nullptr;
    for (const auto& book : law::rulebooks()) {
        if (!book->column(column_of(kind), false) || book->in_force().year() > year) continue;
        if (!chosen || chosen->in_force() < book->in_force()) chosen = book.get();
    }
    return chosen ? past.rulebook(chosen->id(), chosen->hash()).value() : nullptr;
}

Result<const law::Rulebook*> rulebook_of_collective(const Past& past, const Collective& collective, CollectiveKind kind,
                                                    int year) {
    if (collective.appraised && collective.appraised->kind == kind) {
        const auto& before = collective.appraised->evaluation;
        return past.rulebook(before.rulebook, before.rulebook_hash);
    }
    if (const auto* book = rulebook_of_collectives(past, kind, year)) return book;
    return Refusal{"unknown-rulebook",
                   "/kind",
                   "",
                   "Chưa có bộ quy tắc xếp loại tập thể áp dụng cho năm " + std::to_string(year) + ".",
                   "No rulebook rates collectives in " + std::to_string(year) + ".",
                   {}};
}

std::optional<CollectiveQuota> collective_quota(Past& past, const CycleId& id, const UnitCode& unit,
                                                std::optional<Level> level, Date day) {
    past.note(cycle_stream(id));
    const auto& registry = past.registry();
    const auto& cycle = *registry.cycle(id);
    const auto* rulebook = rulebook_of_collectives(past, CollectiveKind::organisation_unit, cycle.opened.year);
    if (!rulebook) return std::nullopt;
    const auto* defined = cycle.group_of(unit);
    const auto* version = registry.unit(unit)->at(day);
    if (!defined && (!version || !version->parent)) return std::nullopt;
    const Group group{defined, defined ? defined->agency : *version->parent};
    return counted(past, id, group, *rulebook, level ? std::optional(std::pair(unit, *level)) : std::nullopt, day);
}

std::vector<CollectiveQuota> collective_quotas(Past& past, const CycleId& id, const UnitCode& superior, Date day) {
    past.note(cycle_stream(id));
    const auto& cycle = *past.registry().cycle(id);
    std::vector<CollectiveQuota> quotas;
    const auto* rulebook = rulebook_of_collectives(past, CollectiveKind::organisation_unit, cycle.opened.year);
    if (!rulebook) return quotas;
    quotas.push_back(counted(past, id, {nullptr, superior}, *rulebook, std::nullopt, day));
    if (quotas.front().members.empty()) quotas.clear();
    for (const auto& [group, defined] : cycle.collective_groups) {
        if (defined.agency == superior)
            quotas.push_back(counted(past, id, {&defined, superior}, *rulebook, std::nullopt, day));
    }
    return quotas;
}

std::optional<Refusal> above_maximum(const CollectiveQuota& quota, const std::string& field) {
    const auto& superior = quota.standing.superior.str();
    const auto& group = quota.standing.group.group;
    auto refusal = settlement::above_maximum(
        quota.standing.group,
        {group ? "Nhóm tập thể \"" + quota.name->str() + "\" (" + group->str() + ")" : "Các tập thể thuộc " + superior,
         "tập thể", group ? "Group " + group->str() : "The collectives of " + superior},
        *quota.rulebook, field);
    if (!refusal || quota.undecided.empty()) return refusal;
    const auto waiting = std::to_string(quota.undecided.size());
    refusal->detail_vi += " Còn " + waiting + " tập thể chưa được thẩm định nên chưa tính vào cơ số.";
    refusal->detail_en += " " + waiting + " collectives are not appraised yet and count in no base.";
    return refusal;
}

}  // namespace minhbach::services::evaluation
