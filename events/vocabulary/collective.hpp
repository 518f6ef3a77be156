// The level of a collective or unit: self-rating, appraisal by the advisory body, decision of the level above (Điều 11
// Quy định số 124-QĐ/TW), and what has to be inspected before.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/paper.hpp"
#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

// As what a unit is reviewed or rated: the organisation, or those who lead it.
enum class CollectiveKind : std::uint8_t { organisation_unit, leadership_collective };
BOOST_DESCRIBE_ENUM(CollectiveKind, organisation_unit, leadership_collective)

// Step 1, by the collective itself. Again until an appraisal stands.
struct CollectiveSelfRated {
    static constexpr std::string_view kType = "collective.self-rated";
    CycleId cycle;
    UnitCode unit;
    CollectiveKind kind = CollectiveKind::organisation_unit;
    Level level = Level::good;
    Text ground;
    DocumentId document;  // the report
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const CollectiveSelfRated&, const CollectiveSelfRated&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveSelfRated, (), (cycle, unit, kind, level, ground, document, paper, breaches))

// JSON names are the enumerators in capitals, as the rulebooks name them.
enum class CriterionKind : std::uint8_t { general, result };
BOOST_DESCRIBE_ENUM(CriterionKind, general, result)
enum class CriterionGrade : std::uint8_t { excellent, good, average, poor };  // Xuất sắc, Tốt, Trung bình, Kém
BOOST_DESCRIBE_ENUM(CriterionGrade, excellent, good, average, poor)

struct GradedCriterion {
    CriterionId criterion;  // of the province's set of criteria
    Label name;
    CriterionKind kind = CriterionKind::general;
    bool basic = false;
    CriterionGrade grade = CriterionGrade::good;
    std::optional<Text> ground;
    friend bool operator==(const GradedCriterion&, const GradedCriterion&) = default;
};
BOOST_DESCRIBE_STRUCT(GradedCriterion, (), (criterion, name, kind, basic, grade, ground))

struct CollectiveTargets {
    int assigned = 0;
    int completed = 0;
    bool main_targets_missed = false;
    bool force_majeure = false;
    friend bool operator==(const CollectiveTargets&, const CollectiveTargets&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveTargets, (), (assigned, completed, main_targets_missed, force_majeure))

// Whom a decision on a collective punishes.
enum class Disciplined : std::uint8_t { self, subordinate_unit, leading_body, leading_body_member };
BOOST_DESCRIBE_ENUM(Disciplined, self, subordinate_unit, leading_body, leading_body_member)

struct CollectiveDiscipline {
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind = DisciplineKind::party;
    DisciplineForm form = DisciplineForm::reprimand;
    Date effective_on;
    Disciplined of = Disciplined::self;
    std::optional<UnitCode> unit;  // of a subordinate unit
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    DocumentId document;
    friend bool operator==(const CollectiveDiscipline&, const CollectiveDiscipline&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveDiscipline, (),
                      (violation, act_year, kind, form, effective_on, of, unit, self_detected_and_remedied,
                       at_other_unit, document))

// Of several-sided evaluation: what a body or level that was asked said.
struct AskedOpinion {
    Label source;
    Text text;
    friend bool operator==(const AskedOpinion&, const AskedOpinion&) = default;
};
BOOST_DESCRIBE_STRUCT(AskedOpinion, (), (source, text))

// Step 2, by the advisory body of the level above.
struct CollectiveAppraised {
    static constexpr std::string_view kType = "collective.appraised";
    CycleId cycle;
    UnitCode unit;
    CollectiveKind kind = CollectiveKind::organisation_unit;
    std::vector<GradedCriterion> criteria;
    CollectiveTargets targets;
    bool targets_typed = false;  // else counted from accepted work
    int subordinate_units = 0;   // directly below, on the day of the appraisal
    std::vector<CollectiveDiscipline> disciplines;
    std::optional<DocumentId> disunity;     // by which the competent level concluded it
    std::optional<DocumentId> degradation;  // ... of a member
    std::vector<AskedOpinion> opinions;
    Level proposed = Level::good;
    RuleEvaluation evaluation;
    Text synthesis;
    std::optional<Text> reason;            // where the proposal is not what the rules say, or of a later appraisal
    std::optional<DocumentId> inspection;  // the conclusion of the inspection it rests on
    DocumentId document;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    friend bool operator==(const CollectiveAppraised&, const CollectiveAppraised&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveAppraised, (),
                      (cycle, unit, kind, criteria, targets, targets_typed, subordinate_units, disciplines, disunity,
                       degradation, opinions, proposed, evaluation, synthesis, reason, inspection, document, paper,
                       breaches))

enum class ConcernKind : std::uint8_t { complaint, violation, disunity };
BOOST_DESCRIBE_ENUM(ConcernKind, complaint, violation, disunity)

// A complaint, a sign of violation or of disunity: open until an inspection has concluded on it.
struct CollectiveConcernRaised {
    static constexpr std::string_view kType = "collective.concern-raised";
    CycleId cycle;
    UnitCode unit;
    ConcernId concern;  // unique in the collective
    ConcernKind kind = ConcernKind::complaint;
    Text text;
    DocumentId document;
    friend bool operator==(const CollectiveConcernRaised&, const CollectiveConcernRaised&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveConcernRaised, (), (cycle, unit, concern, kind, text, document))

// As it was before a decision could rest on self-rating and appraisal.
struct CollectiveRatedFirst {
    static constexpr std::string_view kType = "collective.rated";
    CycleId cycle;
    UnitCode unit;
    std::optional<Level> level;
    Text reason;
    DocumentId document;
    std::optional<int> supersedes;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
};
BOOST_DESCRIBE_STRUCT(CollectiveRatedFirst, (), (cycle, unit, level, reason, document, supersedes, paper, breaches))

// As it was before the share of excellent collectives was counted.
struct CollectiveRatedSecond {
    static constexpr std::string_view kType = "collective.rated";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = CollectiveRatedFirst;
    static CollectiveRatedSecond upcast(Previous old) {
        return {old.cycle, old.unit, old.level, old.reason, old.document, old.supersedes, old.paper, old.breaches};
    }
    CycleId cycle;
    UnitCode unit;
    std::optional<Level> level;
    Text reason;
    DocumentId document;
    std::optional<int> supersedes;
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    std::optional<int> appraisal{};
    std::optional<Level> proposed{};
    std::optional<RuleEvaluation> evaluation{};
    std::optional<Text> departure{};
    std::optional<DocumentId> inspection{};
};
BOOST_DESCRIBE_STRUCT(CollectiveRatedSecond, (),
                      (cycle, unit, level, reason, document, supersedes, paper, breaches, appraisal, proposed,
                       evaluation, departure, inspection))

// The excellent share of collectives as it stands with one more of them decided (Điều 12 Quy định số 124-QĐ/TW).
struct CollectiveQuotaStanding {
    UnitCode superior;  // whose collectives they are: those rated by it, or the group it defined
    SettledGroup group;
    std::optional<DocumentId> exception_document;
    friend bool operator==(const CollectiveQuotaStanding&, const CollectiveQuotaStanding&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveQuotaStanding, (), (superior, group, exception_document))

// Step 3, by the level above. Without an appraisal, of a PAPER act or where no rulebook rates collectives in that year,
// it rests on document and reason alone.
struct CollectiveRated {
    static constexpr std::string_view kType = "collective.rated";
    static constexpr std::uint64_t kSchema = 3;
    using Previous = CollectiveRatedSecond;
    static CollectiveRated upcast(Previous old) {
        return {old.cycle,
                old.unit,
                old.level,
                old.reason,
                old.document,
                old.supersedes,
                old.paper,
                old.breaches,
                old.appraisal,
                old.proposed,
                std::move(old.evaluation),
                old.departure,
                old.inspection};
    }
    CycleId cycle;
    UnitCode unit;
    std::optional<Level> level;  // absent: the unit is new, dissolved or merged and gets no level (NOT_APPLICABLE)
    Text reason;
    DocumentId document;
    std::optional<int> supersedes;  // revision of the cancelled rating it takes the place of
    std::optional<Paper> paper;
    std::vector<Breach> breaches;
    // Of the appraisal it rests on: its revision in the collective's stream, what it proposed, what the rules say.
    std::optional<int> appraisal{};
    std::optional<Level> proposed{};
    std::optional<RuleEvaluation> evaluation{};
    std::optional<Text> departure{};                 // why the level is not what the rules say
    std::optional<DocumentId> inspection{};          // where a concern was open
    std::optional<CollectiveQuotaStanding> quota{};  // of an excellent
    friend bool operator==(const CollectiveRated&, const CollectiveRated&) = default;
};
BOOST_DESCRIBE_STRUCT(CollectiveRated, (),
                      (cycle, unit, level, reason, document, supersedes, paper, breaches, appraisal, proposed,
                       evaluation, departure, inspection, quota))

}  // namespace minhbach
