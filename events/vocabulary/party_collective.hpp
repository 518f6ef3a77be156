// The level of a party organisation or of those who lead it, in one cycle: self-rating, appraisal, ballot, decision of
// the committee above (Điều 11-13 Quy định số 124-QĐ/TW, Hướng dẫn số 25-HD/BTCTW). All that one committee rates lie in
// one stream, party-collectives/<cycle>/<committee's unit>, so that their share of excellent is counted in one place.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "events/vocabulary/objection.hpp"
#include "events/vocabulary/party_parts.hpp"
#include "events/vocabulary/trace.hpp"

namespace minhbach {

// Chi bộ; đảng bộ, đảng ủy.
enum class PartyOrganisationKind : std::uint8_t { cell, committee };
BOOST_DESCRIBE_ENUM(PartyOrganisationKind, cell, committee)

struct PartyCollectiveOpened {
    static constexpr std::string_view kType = "party.collective-opened";
    CycleId cycle;
    UnitCode committee_unit;  // where the committee that decides stands
    PartyOrganisationId organisation;
    int year = 0;
    Label name;  // Chi bộ Văn phòng
    PartyOrganisationKind organisation_kind = PartyOrganisationKind::cell;
    CollectiveKind kind = CollectiveKind::organisation_unit;  // the organisation, or those who lead it
    UnitCode unit;                                            // it stands at
    std::optional<PersonCode> head;                           // its secretary: rated after it
    RulebookId rulebook;
    Digest rulebook_hash;
    friend bool operator==(const PartyCollectiveOpened&, const PartyCollectiveOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveOpened, (),
                      (cycle, committee_unit, organisation, year, name, organisation_kind, kind, unit, head, rulebook,
                       rulebook_hash))

struct PartyCollectiveSelfRated {
    static constexpr std::string_view kType = "party.collective-self-rated";
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Level level = Level::good;
    Text ground;
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyCollectiveSelfRated&, const PartyCollectiveSelfRated&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveSelfRated, (), (cycle, committee_unit, organisation, level, ground, transcript))

struct PartyCollectiveDiscipline {
    ViolationId violation;
    int act_year = 0;
    DisciplineKind kind = DisciplineKind::party;
    DisciplineForm form = DisciplineForm::reprimand;
    Date effective;
    Disciplined of = Disciplined::self;
    std::optional<UnitCode> unit;  // of a subordinate organisation
    bool self_detected_and_remedied = false;
    bool at_other_unit = false;
    friend bool operator==(const PartyCollectiveDiscipline&, const PartyCollectiveDiscipline&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveDiscipline, (),
                      (violation, act_year, kind, form, effective, of, unit, self_detected_and_remedied, at_other_unit))

struct PartyCollectiveAppraised {
    static constexpr std::string_view kType = "party.collective-appraised";
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    std::vector<PartyCriterion> criteria;
    PartyTargets targets;
    int subordinates = 0;  // organisations directly below
    std::vector<PartyCollectiveDiscipline> disciplines;
    std::optional<PartyPaper> disunity;     // by which the competent level concluded it
    std::optional<PartyPaper> degradation;  // ... of a member
    Text opinion;
    Level proposed = Level::good;
    RuleEvaluation evaluation;
    std::optional<Text> reason;  // where the proposal is not what the rules say, or of a later appraisal
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyCollectiveAppraised&, const PartyCollectiveAppraised&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveAppraised, (),
                      (cycle, committee_unit, organisation, criteria, targets, subordinates, disciplines, disunity,
                       degradation, opinion, proposed, evaluation, reason, transcript))

// A secret ballot as it was counted. There is no place for a voter.
struct PartyCollectiveBallotCounted {
    static constexpr std::string_view kType = "party.collective-ballot-counted";
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Date held_on;
    int present = 0;  // who were given a ballot: all the others add up to it
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int invalid = 0;
    int not_returned = 0;
    PartyPaper minutes;
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyCollectiveBallotCounted&, const PartyCollectiveBallotCounted&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveBallotCounted, (),
                      (cycle, committee_unit, organisation, held_on, present, excellent, good, completed, not_completed,
                       invalid, not_returned, minutes, transcript))

struct PartyCollectiveRatedFirst {
    static constexpr std::string_view kType = "party.collective-rated";
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Level level = Level::good;
    std::optional<Level> proposed;
    std::optional<Text> reason;
    std::optional<RuleEvaluation> evaluation;  // of the appraisal it rests on
    std::optional<PartyQuotaStanding> quota;   // of an excellent
    PartyPaper paper;
    std::optional<int> supersedes;  // revision of the cancelled decision it takes the place of
    std::optional<PartyTranscript> transcript;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveRatedFirst, (),
                      (cycle, committee_unit, organisation, level, proposed, reason, evaluation, quota, paper,
                       supersedes, transcript))

struct PartyCollectiveRated {
    static constexpr std::string_view kType = "party.collective-rated";
    static constexpr std::uint64_t kSchema = 2;
    using Previous = PartyCollectiveRatedFirst;
    static PartyCollectiveRated upcast(Previous old) {
        return {std::move(old.cycle),      std::move(old.committee_unit), std::move(old.organisation),
                std::move(old.level),      std::move(old.proposed),       std::move(old.reason),
                std::move(old.evaluation), std::move(old.quota),          std::move(old.paper),
                std::move(old.supersedes), std::move(old.transcript)};
    }
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    Level level = Level::good;
    std::optional<Level> proposed;
    std::optional<Text> reason;
    std::optional<RuleEvaluation> evaluation;  // of the appraisal it rests on
    std::optional<PartyQuotaStanding> quota;   // of an excellent
    PartyPaper paper;
    std::optional<int> supersedes;  // revision of the cancelled decision it takes the place of
    std::optional<PartyTranscript> transcript;
    std::optional<Breach> late{};  // of a first decision: after the term of its rulebook
    friend bool operator==(const PartyCollectiveRated&, const PartyCollectiveRated&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveRated, (),
                      (cycle, committee_unit, organisation, level, proposed, reason, evaluation, quota, paper,
                       supersedes, transcript, late))

struct PartyCollectiveRatingCancelled {
    static constexpr std::string_view kType = "party.collective-rating-cancelled";
    CycleId cycle;
    UnitCode committee_unit;
    PartyOrganisationId organisation;
    int decision = 0;  // revision in the stream of the committee's collectives
    ReratingGround ground = ReratingGround::error;
    Text reason;
    PartyPaper paper;
    std::optional<PartyTranscript> transcript;
    friend bool operator==(const PartyCollectiveRatingCancelled&, const PartyCollectiveRatingCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(PartyCollectiveRatingCancelled, (),
                      (cycle, committee_unit, organisation, decision, ground, reason, paper, transcript))

}  // namespace minhbach
