// The share of excellent among collectives: of those with similar position and tasks at most 20 in 100 of those rated
// good (Điều 12 Quy định số 124-QĐ/TW, reading A; no exception is named there). A comparable group is the one that a
// document defined; without one it is the units directly below the unit that rates them.
#pragma once

#include <optional>
#include <vector>

#include "services/law/rulebook.hpp"
#include "services/past.hpp"

namespace minhbach::services::evaluation {

// The column of rulebooks that rates this kind.
std::string_view column_of(CollectiveKind kind);
// Of the rulebooks with a column for this kind the one that came into force last by the end of the year, as the past
// has it; nullptr: none rates collectives that year.
const law::Rulebook* rulebook_of_collectives(const Past& past, CollectiveKind kind, int year);
// The one this collective goes by: once it was appraised that of the appraisal, whatever came into force since.
// `unknown-rulebook` where there is none.
Result<const law::Rulebook*> rulebook_of_collective(const Past& past, const Collective& collective, CollectiveKind kind,
                                                    int year);

struct CollectiveQuota {
    const law::Rulebook* rulebook = nullptr;
    CollectiveQuotaStanding standing;
    std::optional<Label> name;        // of a group that a document defined
    std::vector<UnitCode> members;    // that get a level
    std::vector<UnitCode> excellent;  // decided so
    std::vector<UnitCode> wanted;     // proposed so and not decided yet
    std::vector<UnitCode> undecided;  // neither appraised nor decided: in no base yet
};
// As the group of `unit` would stand if the unit were decided at `level`; with no level: as it stands. Whoever is only
// proposed counts in the base, and not as excellent. Nothing where nobody counts: no rulebook, no unit above.
std::optional<CollectiveQuota> collective_quota(Past& past, const CycleId& cycle, const UnitCode& unit,
                                                std::optional<Level> level, Date day);
// Every group of collectives that `superior` rates or defined.
std::vector<CollectiveQuota> collective_quotas(Past& past, const CycleId& cycle, const UnitCode& superior, Date day);

std::optional<Refusal> above_maximum(const CollectiveQuota& quota, const std::string& field);

}  // namespace minhbach::services::evaluation
