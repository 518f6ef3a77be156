#include "services/party/hand_over.hpp"

#include <stdexcept>

namespace minhbach::services::party {
namespace {

template <class List>
void take(HandOver& hand_over, const List& list, bool correction) {
    auto& taken = hand_over.lists[list.number];
    taken = {list.number, list.committee, list.committee_unit, correction, false};
    for (const auto& line : list.lines.items) {
        taken.people.insert(line.person);
        if (line.value) hand_over.lines[line.person] = {*line.value, list.number};  // else erased
    }
}

}  // namespace

const HandedLine* HandOver::received(const PersonCode& person) const {
    const auto line = lines.find(person);
    return line != lines.end() && lists.at(line->second.number).received ? &line->second : nullptr;
}

void HandOver::apply(const events::Recorded& recorded) {
    if (const auto* list = recorded.event.as<PartyResultsHandedOver>()) {
        take(*this, *list, false);
    } else if (const auto* correction = recorded.event.as<PartyCorrectionHandedOver>()) {
        take(*this, *correction, true);
    } else if (const auto* receipt = recorded.event.as<PartyHandOverReceived>()) {
        lists.at(receipt->number).received = true;
    } else if (!recorded.event.is<PartyHandOverSlipCorrected>() && !recorded.event.is<Erased>()) {
        throw std::logic_error("not an event of a hand-over: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::party
