// Who may know who filed an objection whose petitioner is protected: a list of named people, and nobody beside it. It
// is shown to the petitioner, before filing and afterwards. The law at hand names no such list for a petition about a
// rating: an internal rule.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <vector>

#include "services/past.hpp"

namespace minhbach::services::objection {

enum class ReaderRole : std::uint8_t {
    petitioner,
    may_receive,  // decide, receive or record over the person: until somebody has received it
    handled       // entered it, received it, or was named to resolve it
};
BOOST_DESCRIBE_ENUM(ReaderRole, petitioner, may_receive, handled)

struct NamedReader {
    PersonCode person;
    ReaderRole role = ReaderRole::petitioner;
    friend bool operator==(const NamedReader&, const NamedReader&) = default;
};

// The petitioner first, then by code. Empty where there is no such protected objection.
std::vector<NamedReader> readers_of(Past& past, const ObjectionId& id, Date day);
// Those who could receive one about this dossier on that day, with its person.
std::vector<NamedReader> readers_before_filing(Past& past, const DossierId& dossier, Date day);

}  // namespace minhbach::services::objection
