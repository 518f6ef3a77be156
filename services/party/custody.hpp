// Who keeps the party side. Its administrators grant its mandates and nobody else's; those of the state grant none of
// its. The first administrator is named by one person and confirmed by another.
#pragma once

#include <map>

#include "events/codec/codec.hpp"

namespace minhbach::services::party {

struct NamedAdministrator {
    PartyAdministratorNamed named;
    PersonCode by;
    bool confirmed = false;
};

struct Custody {
    std::map<MandateId, NamedAdministrator> administrators;
    bool exists() const { return !administrators.empty(); }
    void apply(const events::Recorded& recorded);
};

}  // namespace minhbach::services::party
