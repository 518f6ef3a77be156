// What events of the party track are made of: papers, grades, facts, signals (Quy định số 124-QĐ/TW).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/collective.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

// A paper of the party: it is named inside the act that rests on it and never enters the register of documents, whose
// titles everybody on the state side reads.
struct PartyPaper {
    Label number;  // number and symbol, "15-QĐ/ĐU"
    Date date;
    Label issuer;
    std::optional<Label> signer;
    friend bool operator==(const PartyPaper&, const PartyPaper&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyPaper, (), (number, date, issuer, signer))

// An act of the party side that was done on paper: date, number and place of the paper; the rules it broke are kept
// beside it. The clerk is the record's `enteredBy`, the signer its `actor`.
struct PartyTranscript {
    PartyPaper paper;
    Time acted_at;  // when the act was done, as the paper says
    Label place;    // where the paper is kept
    std::vector<Breach> breaches;
    friend bool operator==(const PartyTranscript&, const PartyTranscript&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyTranscript, (), (paper, acted_at, place, breaches))

// Mẫu 02A of Hướng dẫn 25 for members without, 02B for those with a leading post.
enum class PartyForm : std::uint8_t { form_02a, form_02b };
BOOST_DESCRIBE_ENUM(PartyForm, form_02a, form_02b)

struct PartyCriterion {
    Label name;
    CriterionKind kind{};
    bool basic = true;
    CriterionGrade grade = CriterionGrade::good;
    friend bool operator==(const PartyCriterion&, const PartyCriterion&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCriterion, (), (name, kind, basic, grade))

// Of the agency or locality that the member leads.
struct PartyTargets {
    int assigned = 0;
    int completed = 0;
    bool main_targets_missed = false;
    bool force_majeure = false;
    friend bool operator==(const PartyTargets&, const PartyTargets&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyTargets, (), (assigned, completed, main_targets_missed, force_majeure))

// Concluded by the competent level, never an opinion.
struct PartyFindings {
    bool degradation = false;
    bool forbidden_acts = false;
    bool exemplary_duty_broken = false;
    bool unit_corruption = false;  // leaders
    friend bool operator==(const PartyFindings&, const PartyFindings&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyFindings, (), (degradation, forbidden_acts, exemplary_duty_broken, unit_corruption))

// What the register of disciplines does not say of an act.
struct PartyMitigation {
    ViolationId violation;
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    friend bool operator==(const PartyMitigation&, const PartyMitigation&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyMitigation, (), (violation, self_detected_and_remedied, at_other_unit))

// A level that is a fact for another: NOT_APPLICABLE is one that is known not to be given.
enum class RatedLevel : std::uint8_t { excellent, good, completed, not_completed, not_applicable };
BOOST_DESCRIBE_ENUM(RatedLevel, excellent, good, completed, not_completed, not_applicable)

struct PartyDiscipline {
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind{};
    DisciplineForm form{};
    Date effective;
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    friend bool operator==(const PartyDiscipline&, const PartyDiscipline&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyDiscipline, (),
                      (violation, act_year, kind, form, effective, self_detected_and_remedied, at_other_unit))

// What the rules ran on.
struct PartyFacts {
    bool leader = false;
    std::vector<PartyCriterion> criteria;
    std::optional<PartyTargets> targets;
    PartyFindings findings;
    int months_since_admission = 0;
    std::optional<RatedLevel> state_level;  // absent: not known yet
    std::optional<RatedLevel> unit_level;
    std::vector<PartyDiscipline> disciplines;
    friend bool operator==(const PartyFacts&, const PartyFacts&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyFacts, (),
                      (leader, criteria, targets, findings, months_since_admission, state_level, unit_level,
                       disciplines))

// What people look at although it decides nothing. The first two name the year to be rated again.
enum class PartySignalCode : std::uint8_t { re_rate, weigh_re_rating, state_level_not_excellent };
BOOST_DESCRIBE_ENUM(PartySignalCode, re_rate, weigh_re_rating, state_level_not_excellent)

struct PartySignal {
    PartySignalCode code{};
    std::optional<int> year;
    friend bool operator==(const PartySignal&, const PartySignal&) = default;
};
BOOST_DESCRIBE_STRUCT(PartySignal, (), (code, year))

// The excellent of the comparable group with this decision: at most 20 in 100 of those rated good (reading A).
struct PartyQuotaStanding {
    std::optional<GroupId> group;  // absent: members of the committee who are in no group
    int excellent = 0;
    int base = 0;  // excellent and good, decided or proposed
    int excellent_max = 0;
    friend bool operator==(const PartyQuotaStanding&, const PartyQuotaStanding&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyQuotaStanding, (), (group, excellent, base, excellent_max))

}  // namespace minhbach
