// Synthetic names of people: drawn from lists of family, middle and given names.
#pragma once

#include <string>

#include "api/demo/dice.hpp"
#include "events/vocabulary/organisation.hpp"

namespace minhbach::api::demo {

std::string person_name(Dice& dice, Sex sex);

}  // namespace minhbach::api::demo
