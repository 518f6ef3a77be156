// How many of an agency and of each of its comparable groups stand at which level, and what its rule allows.
#pragma once

#include <optional>
#include <vector>

#include "services/law/quota.hpp"
#include "services/past.hpp"

namespace minhbach::services::settlement {

// One member of an agency with the level that counts; absent: not rated.
struct Counted {
    DossierId dossier;
    PersonCode person;
    std::optional<Level> level;
};

// Which reading binds: one that a document names, else the rulebook's, with the percentage that layers lower; an
// exception document sets the percentage.
struct QuotaBinding {
    std::optional<law::QuotaRule> named;
    std::optional<int> exception_percent;
};
QuotaBinding binding_of(Past& past, const cycle::Cycle& cycle, const UnitCode& agency, const law::Rulebook& rulebook);

// The agency first, then each group of it.
std::vector<SettledGroup> counted(const cycle::Cycle& cycle, const UnitCode& agency, const law::Rulebook& rulebook,
                                  const QuotaBinding& binding, const std::vector<Counted>& members);

// Every reading of what the counts allow, and the maximum under the one that binds.
void apply_readings(SettledGroup& group, const law::Rulebook& rulebook, const QuotaBinding& binding);

// Of whom a maximum is: 'Nhóm "Phòng chuyên môn"', "người" in Vietnamese, "Group X" in English.
struct QuotaNames {
    std::string of_vi, counted_vi, of_en;
};
// More excellent than the maximum of the group; nothing: within it.
std::optional<Refusal> above_maximum(const SettledGroup& group, const QuotaNames& names, const law::Rulebook& rulebook,
                                     const std::string& field);
// ... of an agency and its groups.
std::optional<Refusal> above_maximum(const cycle::Cycle& cycle, const SettledGroup& group,
                                     const law::Rulebook& rulebook, const std::string& field);

}  // namespace minhbach::services::settlement
