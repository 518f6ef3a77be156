// Names and small rows of tables that are folded in one file and asked in another. What only one file knows stays
// there.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/vocabulary/mandate.hpp"
#include "events/vocabulary/organisation.hpp"
#include "events/vocabulary/owner.hpp"

namespace minhbach::projections {

namespace organisation {
inline constexpr std::string_view kUnits = "organisation.unit";
inline constexpr std::string_view kPersons = "organisation.person";
inline constexpr std::string_view kMandates = "organisation.mandate";
inline constexpr std::string_view kMandatesOf = "organisation.mandate-of";  // person/mandate
inline constexpr std::string_view kDocuments = "organisation.document";
inline constexpr std::string_view kCycles = "organisation.cycle";
inline constexpr std::string_view kService = "organisation.service";       // person/year -> the months recorded last
inline constexpr std::string_view kRelations = "organisation.relation";    // person -> what the person's stream tells
inline constexpr std::string_view kRelatedTo = "organisation.related-to";  // other/person

struct Relations {
    std::vector<Relation> items;
};
BOOST_DESCRIBE_STRUCT(Relations, (), (items))
}  // namespace organisation

namespace dossiers {
inline constexpr std::string_view kRows = "dossiers.row";
inline constexpr std::string_view kTips = "dossiers.tip";
inline constexpr std::string_view kComments = "dossiers.comment";    // dossier/position
inline constexpr std::string_view kOpinions = "dossiers.opinion";    // dossier/position: asked for
inline constexpr std::string_view kByCycle = "dossiers.by-cycle";    // cycle/order of the name/dossier
inline constexpr std::string_view kByUnit = "dossiers.by-unit";      // cycle/unit or a unit above/order/dossier
inline constexpr std::string_view kByAgency = "dossiers.by-agency";  // cycle/agency/order/dossier
inline constexpr std::string_view kPlaced = "dossiers.placed";
inline constexpr std::string_view kOfPerson = "dossiers.of-person";  // person -> all dossiers; cycle/person -> the one

// What every event of a dossier's stream changes.
struct Tip {
    int revision = 0;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Tip, (), (revision, position))

// Where a dossier stands in the lists.
struct Placed {
    std::string order;
    std::string folded;
    std::vector<UnitCode> units;
};
BOOST_DESCRIBE_STRUCT(Placed, (), (order, folded, units))

struct ListEntry {
    DossierId dossier;
    std::string folded;  // the name, for search
};
BOOST_DESCRIBE_STRUCT(ListEntry, (), (dossier, folded))

struct DossierIds {
    std::vector<DossierId> dossiers;
};
BOOST_DESCRIBE_STRUCT(DossierIds, (), (dossiers))
}  // namespace dossiers

namespace ratings {
inline constexpr std::string_view kPersons = "ratings.person";
inline constexpr std::string_view kCollectives = "ratings.collective";  // cycle/unit
}  // namespace ratings

namespace erasures {
inline constexpr std::string_view kRows = "erasures.row";
inline constexpr std::string_view kErased = "erasures.erased";  // person
inline constexpr std::string_view kHolds = "erasures.hold";
inline constexpr std::string_view kRetention = "erasures.retention";
}  // namespace erasures

namespace objections {
inline constexpr std::string_view kRows = "objections.row";
inline constexpr std::string_view kByCycle = "objections.by-cycle";      // cycle/newest first/objection
inline constexpr std::string_view kByDossier = "objections.by-dossier";  // dossier/oldest first/objection
}  // namespace objections

namespace protected_views {
inline constexpr std::string_view kByObjection = "protectedviews.by-objection";  // objection/newest first
}  // namespace protected_views

namespace effects {
inline constexpr std::string_view kRows = "effects.row";              // cycle/stream/effect
inline constexpr std::string_view kByDossier = "effects.by-dossier";  // dossier/cycle/stream/effect
}  // namespace effects

namespace trace {
inline constexpr std::string_view kActs = "trace.act";                // newest first
inline constexpr std::string_view kByUnit = "trace.by-unit";          // unit/newest first
inline constexpr std::string_view kByMandate = "trace.by-mandate";    // mandate/legal day/position
inline constexpr std::string_view kByDocument = "trace.by-document";  // document/newest first
inline constexpr std::string_view kTouching = "trace.touching";   // dossier/newest first: acts outside its own stream
inline constexpr std::string_view kByBreach = "trace.by-breach";  // position
}  // namespace trace

namespace meetings {
inline constexpr std::string_view kRows = "meetings.row";
inline constexpr std::string_view kByCycle = "meetings.by-cycle";  // cycle/newest first/meeting
}  // namespace meetings

namespace quota {
inline constexpr std::string_view kSettlements = "quota.settlement";  // cycle/agency/newest first
inline constexpr std::string_view kReadings = "quota.reading";        // cycle/agency/newest first
inline constexpr std::string_view kExceptions = "quota.exception";    // cycle/agency/newest first
}  // namespace quota

namespace concretisations {
inline constexpr std::string_view kRows = "concretisations.row";   // cycle/agency
inline constexpr std::string_view kTold = "concretisations.told";  // cycle/agency/person
}  // namespace concretisations

namespace files {
inline constexpr std::string_view kRows = "files.row";     // cycle/unit
inline constexpr std::string_view kOwing = "files.owing";  // unit
}  // namespace files

namespace report {
inline constexpr std::string_view kSubmitted = "report.submitted";  // cycle/unit/newest first
}  // namespace report

namespace remediation {
inline constexpr std::string_view kPlans = "remediation.plan";
inline constexpr std::string_view kByOwner = "remediation.by-owner";  // p/person/cycle or u/unit/cycle
std::string owner_entity(const Owner& owner);                         // "p/person" or "u/unit"

struct OnePlan {
    PlanId plan;
};
BOOST_DESCRIBE_STRUCT(OnePlan, (), (plan))
}  // namespace remediation

namespace reviews {
inline constexpr std::string_view kRows = "reviews.row";  // cycle/p/person or cycle/u/unit
}  // namespace reviews

// In the custody of the party side, but for kHandOvers and kLevels.
namespace party {
inline constexpr std::string_view kRows = "party.row";                  // dossier
inline constexpr std::string_view kByCommittee = "party.by-committee";  // cycle/committee's unit/dossier
inline constexpr std::string_view kCollectives = "party.collective";    // cycle/committee's unit/organisation
inline constexpr std::string_view kHandOvers = "party.hand-over";       // cycle/agency
inline constexpr std::string_view kLevels = "party.level";              // dossier: what the state side sees
}  // namespace party

namespace party_views {
inline constexpr std::string_view kByDossier = "partyviews.by-dossier";  // dossier/newest first
}  // namespace party_views

namespace attempts {
inline constexpr std::string_view kAll = "attempts.all";  // newest first
}  // namespace attempts

namespace views {
inline constexpr std::string_view kByDossier = "views.by-dossier";  // dossier/newest first
inline constexpr std::string_view kFirst = "views.first";           // dossier/actor
inline constexpr std::string_view kRefused = "views.refused";       // newest first
inline constexpr std::string_view kRefusedOf = "views.refused-of";  // stream/newest first
}  // namespace views

}  // namespace minhbach::projections
