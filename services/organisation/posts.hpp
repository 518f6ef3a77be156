// Questions about posts that single entries and rosters share.
#pragma once

#include <optional>

#include "services/organisation/registry.hpp"

namespace minhbach::services::organisation {

// A post of the person that `post` would enter a second time: in the same unit, with the same first day or with the
// same title at a time they have in common. nullptr: none.
const Post* same_post(const Person& person, const Post& post);

// The day on which what a post names must exist: today if the post is held today, else its first day to come or its
// last day.
Date day_of_reference(const Post& post, Date today);

// Who manages a post where the entry names nobody (Điều 16 ND 90): the agency of the unit, for the head of an agency
// the agency above. Nothing if the unit has none that day.
std::optional<UnitCode> manager_of(const Registry& registry, const UnitCode& unit,
                                   const std::optional<UnitCode>& head_of, Date day);

}  // namespace minhbach::services::organisation
