// Settlement of the excellent quota of an agency and of each of its comparable groups in a cycle.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}
namespace minhbach::services::law {
class Rulebook;
}

namespace minhbach::services::settlement {

struct Settlement {
    std::optional<QuotaSettled> settled;  // the last one binds
    int times = 0;
    bool exists() const { return settled.has_value(); }
    bool selects(const DossierId& dossier) const;
    void apply(const events::Recorded& recorded);
};

// By `decide` on the agency, when every rateable person managed by it has a proposal and, where the agency has
// comparable groups, belongs to one of them; without any the agency is its one group. Nobody selects the own dossier
// (`self-decision`). `selected` is who may be decided
// EXCELLENT, out of those proposed so. Above the maximum of the binding reading for a group or the agency:
// `quota-exceeded` (F14: default reading A = base GOOD, 20 %, floor; a named reading or exception of the cycle binds
// where there is one). All readings are computed and stored.
struct SettleQuota {
    CycleId cycle;
    UnitCode agency;
    std::vector<DossierId> selected;
    std::optional<Text> reason;
    std::optional<DocumentId> paper_document;  // set with `signer` for a transcription
    std::optional<PersonCode> signer;
    std::optional<Time> acted_at;
};
BOOST_DESCRIBE_STRUCT(SettleQuota, (), (cycle, agency, selected, reason, paper_document, signer, acted_at))

Decision decide(Past& past, const Acting& acting, const SettleQuota& command);

// How the agency, and then each of its groups, would stand if these levels were decided now: the others as decided,
// else as settled (selected: excellent; lowered: good), else as proposed; with the maximum of the reading that the
// settlement bound. A count above its maximum is no level to be decided natively.
std::vector<SettledGroup> standing(Past& past, const CycleId& cycle, const UnitCode& agency,
                                   const law::Rulebook& rulebook,
                                   const std::map<DossierId, std::optional<Level>>& levels);

}  // namespace minhbach::services::settlement
