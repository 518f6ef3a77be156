#include "services/settlement/settlement.hpp"

#include <algorithm>
#include <stdexcept>

namespace minhbach::services::settlement {

bool Settlement::selects(const DossierId& dossier) const {
    return settled && std::find(settled->selected.begin(), settled->selected.end(), dossier) != settled->selected.end();
}

void Settlement::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    const auto* event = recorded.event.as<QuotaSettled>();
    if (!event) throw std::logic_error("not an event of a settlement: " + recorded.record.type);
    settled = *event;
    ++times;
}

}  // namespace minhbach::services::settlement
