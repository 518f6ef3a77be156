#include "services/settlement/counting.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "services/concretisation/layers.hpp"
#include "services/evaluation/commands.hpp"

namespace minhbach::services::settlement {
namespace {

SettledGroup count_group(const ComparableGroupDefined* group, const law::Rulebook& rulebook,
                         const QuotaBinding& binding, const std::vector<Counted>& members) {
    SettledGroup settled;
    if (group) settled.group = group->group;
    for (const auto& member : members) {
        const bool inside =
            !group || std::find(group->members.begin(), group->members.end(), member.person) != group->members.end();
        if (inside) settled.counts.add(member.level);
    }
    apply_readings(settled, rulebook, binding);
    return settled;
}

// The reading that was bound by a settlement, whatever has been named since.
QuotaBinding binding_of(const QuotaSettled& settled) {
    const auto& reading = law::binding(settled.groups.front().readings);
    QuotaBinding binding{law::QuotaRule{reading.base, reading.percent, reading.rounding}, std::nullopt};
    if (settled.exception_document) binding.exception_percent = reading.percent;
    return binding;
}

}  // namespace

QuotaBinding binding_of(Past& past, const cycle::Cycle& cycle, const UnitCode& agency, const law::Rulebook& rulebook) {
    QuotaBinding binding;
    const auto layers = concretisation::in_force_in(past, cycle.opened.cycle, agency);
    const auto percent = concretisation::quota_percent(layers, rulebook);
    if (percent) {
        binding.named = rulebook.quota();
        binding.named->percent = *percent;
    }
    if (const auto named = cycle.readings.find(agency); named != cycle.readings.end()) {
        binding.named =
            law::QuotaRule{named->second.base, percent.value_or(rulebook.quota().percent), named->second.rounding};
    }
    if (const auto granted = cycle.exceptions.find(agency); granted != cycle.exceptions.end()) {
        binding.exception_percent = granted->second.percent;
    }
    return binding;
}

std::vector<SettledGroup> counted(const cycle::Cycle& cycle, const UnitCode& agency, const law::Rulebook& rulebook,
                                  const QuotaBinding& binding, const std::vector<Counted>& members) {
    std::vector<SettledGroup> groups{count_group(nullptr, rulebook, binding, members)};
    for (const auto& [id, group] : cycle.groups) {
        if (group.agency == agency) groups.push_back(count_group(&group, rulebook, binding, members));
    }
    return groups;
}

void apply_readings(SettledGroup& group, const law::Rulebook& rulebook, const QuotaBinding& binding) {
    group.readings = law::quota_readings(group.counts, rulebook, binding.named, binding.exception_percent);
    group.max_excellent = law::binding(group.readings).max_excellent;
}

std::optional<Refusal> above_maximum(const SettledGroup& group, const QuotaNames& names, const law::Rulebook& rulebook,
                                     const std::string& field) {
    if (group.counts.excellent <= group.max_excellent) return std::nullopt;
    const auto used = std::to_string(group.counts.excellent), most = std::to_string(group.max_excellent);
    return Refusal{"quota-exceeded",
                   field,
                   rulebook.quota_clause().citation.str(),
                   names.of_vi + ": được chọn tối đa " + most + " " + names.counted_vi + ", đang chọn " + used + ".",
                   names.of_en + ": at most " + most + " may be selected, " + used + " are.",
                   {}};
}

std::optional<Refusal> above_maximum(const cycle::Cycle& cycle, const SettledGroup& group,
                                     const law::Rulebook& rulebook, const std::string& field) {
    if (!group.group) return above_maximum(group, {"Toàn cơ quan, đơn vị", "người", "The agency"}, rulebook, field);
    const auto& id = group.group->str();
    const auto& name = cycle.groups.at(*group.group).name.str();
    return above_maximum(group, {"Nhóm \"" + name + "\" (" + id + ")", "người", "Group " + id}, rulebook, field);
}

std::vector<SettledGroup> standing(Past& past, const CycleId& id, const UnitCode& agency, const law::Rulebook& rulebook,
                                   const std::map<DossierId, std::optional<Level>>& levels) {
    const auto& cycle = *past.registry().cycle(id);
    const auto& settlement = past.settlement(id, agency);
    past.note(cycle_stream(id));
    std::vector<Counted> members;
    const auto managed = [&](const Post& post) { return post.managed_by == agency; };
    for (const auto& dossier_id : evaluation::dossiers_of(past, id, managed)) {
        const auto& dossier = past.dossier(dossier_id);
        Counted member{dossier_id, dossier.opened->person, dossier.proposal};
        if (const auto listed = levels.find(dossier_id); listed != levels.end()) {
            member.level = listed->second;
        } else if (dossier.decision) {
            member.level = dossier.decision->level;
        } else if (dossier.closed) {
            member.level.reset();
        } else if (settlement.selects(dossier_id)) {
            member.level = Level::excellent;
        } else if (settlement.exists() && member.level == Level::excellent) {
            member.level = Level::good;  // lowered, or proposed so after the settlement that did not select it
        }
        members.push_back(std::move(member));
    }
    const bool as_settled = settlement.exists() && !settlement.settled->groups.empty();
    const auto binding = as_settled ? binding_of(*settlement.settled) : binding_of(past, cycle, agency, rulebook);
    return counted(cycle, agency, rulebook, binding, members);
}

}  // namespace minhbach::services::settlement
