#include <stdexcept>
#include <string>

#include "services/concretisation/concretisation.hpp"

namespace minhbach::services::concretisation {

void Concretisation::apply(const events::Recorded& recorded) {
    if (const auto* proposal = std::get_if<ConcretisationProposed>(&recorded.event)) {
        proposed = *proposal;
    } else if (const auto* issuing = std::get_if<ConcretisationIssued>(&recorded.event)) {
        if (!proposed || proposed->version != issuing->version)
            throw std::logic_error("a concretisation was issued that is not the last proposed");
        issued = *issuing;
        issued_text = proposed;
        opened.clear();
        acknowledged.clear();
    } else if (const auto* seen = std::get_if<ConcretisationOpened>(&recorded.event)) {
        opened.insert(seen->person);
    } else if (const auto* said = std::get_if<ConcretisationAcknowledged>(&recorded.event)) {
        acknowledged.insert(said->person);
    } else if (!std::holds_alternative<ConcretisationSent>(recorded.event) &&
               !std::holds_alternative<BriefingHeld>(recorded.event)) {
        throw std::logic_error("not an event of a concretisation: " + std::string(events::type_name(recorded.event)));
    }
}

}  // namespace minhbach::services::concretisation
