// What the commands of a review have in common.
#pragma once

#include <initializer_list>

#include "services/organisation/inputs.hpp"
#include "services/review/commands.hpp"

namespace minhbach::services::review {

using organisation::Entry;
using organisation::Problems;

// Cycle and owner exist, and `review` is the owner's review in the cycle.
Outcome check_review(Past& past, const ReviewId& review, const CycleId& cycle, const Owner& owner, Date today);

// One way of being allowed to act on an owner.
struct Way {
    enum class By { owner, head, power };
    By by = By::power;
    Power power = Power::decide;
    std::optional<UnitCode> unit{};  // for which the power is needed; absent: over the owner
};
// The first way that is open; of a PAPER act the first that breaks nothing, else the first at all.
Result<Entry> entry_by(Past& past, const Acting& acting, const Owner& owner, std::initializer_list<Way> ways,
                       const std::optional<evaluation::OnPaper>& on_paper);

// Nobody judges the own review.
Outcome not_about_oneself(Entry& entry, const Owner& owner, const std::string& clause);

std::string pointer(std::string_view list, std::size_t i, std::string_view member = "");

// What the rulebook with reviews says of the cycle's year: the clause of their order, the sections a report must have,
// and the term of the draft. std::logic_error where it says nothing.
std::string order_clause(Past& past, const CycleId& cycle);
std::string form_clause(Past& past, const CycleId& cycle, const Owner& owner);
const law::DueRule& draft_term(Past& past, const CycleId& cycle, const Owner& owner);
// Whether a review of the owner waits for the draft.
bool waits_for_draft(Past& past, const CycleId& cycle, const Owner& owner);
Refusal out_of_order(Past& past, const CycleId& cycle, std::string field, std::string vi, std::string en);

}  // namespace minhbach::services::review
