// What the rules of law said about one subject, and why: stored inside the events that relied on it.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach {

// The steps of an evaluation, in the order in which they are tested.
enum class RuleStage : std::uint8_t {
    eligibility,    // time worked in the year
    not_completed,  // grounds that force "not completed"
    unit_rated,     // the unit and the units managed directly have a level
    basis,          // something was assigned at all
    excellent,
    good,
    completed,
    absence,   // absence that no clause covers, or that lowers the level
    unit_cap,  // nobody who leads a unit stands above it
};
BOOST_DESCRIBE_ENUM(RuleStage, eligibility, not_completed, unit_rated, basis, excellent, good, completed, absence,
                    unit_cap)

// Why no level is tested. NOT_RATED: too little time was worked, or a party member who is not reviewed. BLOCKED: the
// unit, or the state's rating of a party member, has no level yet.
enum class RuleReason : std::uint8_t {
    under_6_months,
    unit_not_rated,
    exempt_from_activity,
    suspended_from_activity,
    admitted_under_6_months,
    state_not_rated
};
BOOST_DESCRIBE_ENUM(RuleReason, under_6_months, unit_not_rated, exempt_from_activity, suspended_from_activity,
                    admitted_under_6_months, state_not_rated)

// What lowered a level after the criteria had been tested.
enum class RuleCap : std::uint8_t { absence_3_to_under_6_months, unit_level };
BOOST_DESCRIBE_ENUM(RuleCap, absence_3_to_under_6_months, unit_level)

// GAP-1 to GAP-9: a situation from which no level follows. Ordered by number because it is one digit.
using GapCode = Id<struct GapTag>;

// One clause that was tested.
struct RuleTraceEntry {
    RuleStage stage{};
    Label clause;               // id inside the rulebook, e.g. nd90.13.2.c
    Label citation;             // in Vietnamese citation form, point to decree
    Label requirement;          // what the clause asks, in Vietnamese
    Label compared;             // the facts by their field names, the numbers and the operator
    bool held = false;          // what `requirement` asks is so; under `not_completed`: the ground exists
    std::optional<Label> note;  // the reading that was applied where the text leaves one open, in Vietnamese

    friend bool operator==(const RuleTraceEntry&, const RuleTraceEntry&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleTraceEntry, (), (stage, clause, citation, requirement, compared, held, note))

// The machine derives, a competent person decides: this advises and limits, it is not a rating.
struct RuleEvaluation {
    RulebookId rulebook;
    Digest rulebook_hash;
    RuleOutcome outcome{};
    std::optional<Level> level;         // only if RATED
    std::vector<GapCode> gaps;          // sorted; only if UNDECIDED or BLOCKED
    std::vector<RuleCap> caps;          // in the order in which they lowered the level
    std::optional<RuleReason> reason;   // only if NOT_RATED or BLOCKED
    std::vector<Level> allowed_levels;  // best first; only if UNDECIDED
    std::vector<RuleTraceEntry> trace;

    friend bool operator==(const RuleEvaluation&, const RuleEvaluation&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleEvaluation, (),
                      (rulebook, rulebook_hash, outcome, level, gaps, caps, reason, allowed_levels, trace))

// A layer below the law that the rules were asked with: whose, on which document, with the hash of its text.
struct AppliedLayer {
    Label name;  // the slot of the province's overlay, or the code of the agency
    DocumentId document;
    Digest layer_hash;
    friend bool operator==(const AppliedLayer&, const AppliedLayer&) = default;
};
BOOST_DESCRIBE_STRUCT(AppliedLayer, (), (name, document, layer_hash))

}  // namespace minhbach
