// A decision as it is recorded, for histories written by hand: the rulebook is named, as every stored one does.
#pragma once

#include <optional>

#include "events/vocabulary/evaluation.hpp"

namespace minhbach::tests {

inline RatingDecided rated(const DossierId& dossier, const PersonCode& person, std::optional<Level> level) {
    RatingDecided event;
    event.dossier = dossier;
    event.person = person;
    event.level = level;
    event.document = DocumentId::of("QD1");
    event.evaluation.rulebook = RulebookId::of("nd90-48-2023");
    event.evaluation.rulebook_hash = Digest::of(std::string(64, 'a'));
    return event;
}

}  // namespace minhbach::tests
