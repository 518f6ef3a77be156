#include <stdexcept>
#include <string>

#include "services/concretisation/concretisation.hpp"

namespace minhbach::services::concretisation {

void Concretisation::apply(const events::Recorded& recorded) {
    if (const auto* proposal = recorded.event.as<ConcretisationProposed>()) {
        proposed = *proposal;
    } else if (const auto* issuing = recorded.event.as<ConcretisationIssued>()) {
        if (!proposed || proposed->version != issuing->version)
            throw std::logic_error("a concretisation was issued that is not the last proposed");
        issued = *issuing;
        issued_text = proposed;
        opened.clear();
        acknowledged.clear();
    } else if (const auto* seen = recorded.event.as<ConcretisationOpened>()) {
        opened.insert(seen->person);
    } else if (const auto* said = recorded.event.as<ConcretisationAcknowledged>()) {
        acknowledged.insert(said->person);
    } else if (!recorded.event.is<ConcretisationSent>() && !recorded.event.is<BriefingHeld>()) {
        throw std::logic_error("not an event of a concretisation: " + std::string(events::type_name(recorded.event)));
    }
}

}  // namespace minhbach::services::concretisation
