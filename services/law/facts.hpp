// The facts that the rules of the state track run on. Counts are computed from the events of the year; judgements are
// those of the competent authority. The names are those of the JSON form, so that a refusal can point at what was sent.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/collective.hpp"
#include "events/vocabulary/evaluation.hpp"
#include "events/vocabulary/level.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::services::law {

// A person may have a rating of the state and one of the party for the same year; their rules differ.
enum class Track : std::uint8_t { state, party };
BOOST_DESCRIBE_ENUM(Track, state, party)

struct Subject {
    SubjectClass subject_class = SubjectClass::civil_servant;
    bool leader = false;  // holds a leading or managing post
    // Cadres are elected or appointed to a post for a term: the decree gives them one column, that of leaders.
    bool leads() const { return leader || subject_class == SubjectClass::cadre; }
    friend bool operator==(const Subject&, const Subject&) = default;
};

// Khoản 1 to 4 of Điều 3, and for leaders điểm a khoản 5.
struct GeneralCriteria {
    Judgement politics{};
    Judgement ethics{};
    Judgement style{};
    Judgement discipline{};
    std::optional<Judgement> leadership;  // leaders have one, others none
    friend bool operator==(const GeneralCriteria&, const GeneralCriteria&) = default;
};
BOOST_DESCRIBE_STRUCT(GeneralCriteria, (), (politics, ethics, style, discipline, leadership))

// Calendar months of the rating year; lawful absences are added up and do not count maternity leave.
struct ServiceMonths {
    int months_worked = 0;
    int absence_months = 0;
    int maternity_months = 0;
    friend bool operator==(const ServiceMonths&, const ServiceMonths&) = default;
};
BOOST_DESCRIBE_STRUCT(ServiceMonths, (), (months_worked, absence_months, maternity_months))

// Concluded by the competent level, never an opinion.
struct ConcludedFindings {
    bool degradation = false;
    bool unit_corruption_handled = false;  // counts for leaders only
    friend bool operator==(const ConcludedFindings&, const ConcludedFindings&) = default;
};
BOOST_DESCRIBE_STRUCT(ConcludedFindings, (), (degradation, unit_corruption_handled))

// One decision that punishes one act; several decisions may punish the same act.
struct DisciplineDecision {
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind{};
    DisciplineForm form{};
    Date effective_on;
    // Only where a rulebook asks for them.
    std::optional<bool> in_performance_of_duty{};
    std::optional<Disciplined> of{};
    std::optional<UnitCode> unit{};                    // of a subordinate unit
    std::optional<bool> self_detected_and_remedied{};  // before anybody else found it
    std::optional<bool> at_other_unit{};               // the act was done where the subject was before
    friend bool operator==(const DisciplineDecision&, const DisciplineDecision&) = default;
};
BOOST_DESCRIBE_STRUCT(DisciplineDecision, (),
                      (violation, act_year, kind, form, effective_on, in_performance_of_duty, of, unit,
                       self_detected_and_remedied, at_other_unit))

// A rating year in which the act already counted.
struct CountedViolation {
    ViolationId violation;
    int year = 0;
    friend bool operator==(const CountedViolation&, const CountedViolation&) = default;
};
BOOST_DESCRIBE_STRUCT(CountedViolation, (), (violation, year))

// The level of the unit a person leads. New, dissolved and merged units have none and cap nobody.
enum class UnitRating : std::uint8_t { excellent, good, completed, not_completed, not_applicable };
BOOST_DESCRIBE_ENUM(UnitRating, excellent, good, completed, not_completed, not_applicable)

std::optional<Level> level_of(UnitRating rating);  // nothing for not_applicable
UnitRating unit_rating(Level level);

struct Facts {
    RulebookId rulebook;
    Track track = Track::state;
    int year = 0;
    Subject subject;
    GeneralCriteria general;
    CriteriaCounts criteria;
    Effectiveness effectiveness{};
    ServiceMonths service;
    ConcludedFindings findings;
    std::vector<DisciplineDecision> disciplines;
    std::vector<CountedViolation> violations_already_counted;
    WorkCounts work;  // "tasks" of staff, "targets" of leaders for what they lead
    // Leaders only.
    std::vector<std::optional<Level>> managed_units;  // nothing: a unit not yet rated
    std::optional<UnitRating> unit_level;             // nothing: not yet rated

    friend bool operator==(const Facts&, const Facts&) = default;
};

class FactSheet;
class Rulebook;
// The facts by the names the rulebook declares. What it does not ask of this kind of subject and is not there is left
// out; std::invalid_argument if it has no column for the subject.
FactSheet sheet_of(const Facts& facts, const Rulebook& rulebook);

}  // namespace minhbach::services::law
