// The layers that stand between the law and a person, what they ask together, and whether one of them asks less than
// those above it.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "services/law/tightening.hpp"
#include "services/past.hpp"

namespace minhbach::services::concretisation {

// SHA-256 of the canonical JSON.
Digest hash_of(const RuleLayer& layer);

// The layers over one unit, the widest first; the pointers live as long as the decision they are asked for.
struct InForce {
    std::vector<AppliedLayer> applied;
    std::vector<const RuleLayer*> layers;
};
// The province's overlays, and what the agency has issued; the same for the agency that `unit` belongs to.
InForce in_force_in(Past& past, const CycleId& cycle, const std::optional<UnitCode>& agency);
InForce in_force_for(Past& past, const CycleId& cycle, const UnitCode& unit, Date day);

// What the layers ask together. Of two the stricter holds, unless the lower one names its power.
law::Tightening tightening_of(const InForce& layers, const law::Rulebook& rulebook, const Label& position);
std::map<CommentSide, OpinionSource> sources_of(const InForce& layers);
bool asks_party_opinion(const InForce& layers);
// The days of a term that the layers set, and the last of them that did; nothing: those of the rulebook.
struct DaysAsked {
    int days = 0;
    Label clause;  // of the layer
};
std::optional<DaysAsked> days_of(const InForce& layers, LayerTermName term);
std::optional<int> quota_percent(const InForce& layers, const law::Rulebook& rulebook);  // nothing: the rulebook's

// Where `layer` names a clause and fact that the rulebook does not have: all refused on the field `field`, or each on
// its own place in the layer if `field` is empty.
std::vector<Refusal> unknown_clauses(const RuleLayer& layer, const law::Rulebook& rulebook,
                                     std::string_view field = {});
// Everything that is wrong with a layer under those above: what it does not have the right to name, and each place
// where it asks less without naming a power, with the clause it loosens.
std::vector<Refusal> conflicts(Past& past, const CycleId& cycle, const RuleLayer& layer, const InForce& above,
                               const law::Rulebook& rulebook);

// Overlays, and the layers issued by the agencies in `unit` and below it.
std::vector<const RuleLayer*> layers_below(Past& past, const CycleId& cycle, const UnitCode& unit, Date day);

}  // namespace minhbach::services::concretisation
