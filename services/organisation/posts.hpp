// Questions about posts that single entries and rosters share.
#pragma once

#include <optional>

#include "services/law/rulebook.hpp"
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

// Whoever holds such a post, as the procedure of a rulebook tells people apart: the column, and whether it is at the
// head of the own agency that day, helping to lead it, or neither. Nothing where the rulebook has no such column.
std::optional<law::Who> who_holds(const law::Rulebook& rulebook, const Registry& registry, const Post& post, Date day);

// The post that somebody is rated in: the main post of that day; of whoever is seconded by a document that lets the
// host rate, the same post in the host's unit, rated by the host's agency. Nothing: none that day.
std::optional<Post> rated_post_at(const Registry& registry, const Person& person, Date day);
// Everybody whose rated post is managed by the agency that day, ascending. O(people).
std::vector<PersonCode> rated_by(const Registry& registry, const UnitCode& agency, Date day);

}  // namespace minhbach::services::organisation
