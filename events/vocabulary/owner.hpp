// Whose something is: work, a remediation plan.
#pragma once

#include <boost/describe.hpp>
#include <optional>

#include "events/vocabulary/text.hpp"

namespace minhbach {

// A person or a unit: exactly one of the two is set. What an event says about an owner who is a person is sealed under
// that person's key.
struct Owner {
    std::optional<PersonCode> person;
    std::optional<UnitCode> unit;
    friend bool operator==(const Owner&, const Owner&) = default;
};
BOOST_DESCRIBE_STRUCT(Owner, (), (person, unit))

}  // namespace minhbach
