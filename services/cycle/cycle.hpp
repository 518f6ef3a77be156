// The state of a cycle: its rulebook, scope, groups, readings and exceptions, its terms, and whether it is closed. Part
// of the registry.
#pragma once

#include <map>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}
namespace minhbach::services::law {
class Rulebook;
}

namespace minhbach::services::organisation {
class Registry;
}

namespace minhbach::services::cycle {

struct Cycle {
    CycleOpened opened;
    std::map<GroupId, ComparableGroupDefined> groups;                 // of people
    std::map<GroupId, ComparableGroupDefined> collective_groups;      // of units
    std::map<UnitCode, QuotaReadingNamed> readings;                   // by agency
    std::map<UnitCode, QuotaExceptionGranted> exceptions;             // by agency
    std::map<UnitCode, QuotaExceptionGranted> collective_exceptions;  // by the unit above the collectives
    std::vector<CycleTermExtended> extensions;                        // as they were entered
    std::map<UnitCode, RulebookBound> bindings;                       // by the unit they begin at
    std::vector<OverlayFilled> overlays;  // the last of each slot, in the order they were first filled
    std::optional<CycleClosed> closed;    // while it is
    Time closed_at;                       // meaningful while it is closed
    void apply(const events::Recorded& recorded);
    const ComparableGroupDefined* group_of(const PersonCode& person) const;  // nullptr: none
    const ComparableGroupDefined* group_of(const UnitCode& unit) const;      // of collectives; nullptr: none
};

// Opened on a document, bound to the rulebook's id; the hash is the one of the rulebook this program holds.
struct OpenCycle {
    CycleId cycle;
    int year = 0;
    Label title;
    DocumentId document;
    RulebookId rulebook;
    std::vector<UnitCode> scope;
    Deadline submission;
    std::optional<Deadline> self_assessment;
    // Absent: the rulebook's terms. Never longer than those.
    std::optional<int> notice_working_days;
    std::optional<int> remediation_working_days;
};
BOOST_DESCRIBE_STRUCT(OpenCycle, (),
                      (cycle, year, title, document, rulebook, scope, submission, self_assessment, notice_working_days,
                       remediation_working_days))

// What holds for `unit` on that day (nothing: for the whole cycle): the latest of the cycle's own term and all
// extensions that reach it. Nothing: the cycle set none.
std::optional<Deadline> term_in_force(const organisation::Registry& registry, const Cycle& cycle, CycleTerm term,
                                      const std::optional<UnitCode>& unit, Date day);
// `cycle-closed`, naming the document, for an act done at `at` that would change a result; notes the cycle's stream.
std::optional<Refusal> closed_for(Past& past, const CycleId& cycle, Time at);
// `unknown-rulebook` where cycles here do not record what the rulebook asks for.
std::optional<Refusal> cannot_be_bound(const law::Rulebook& rulebook);
// The clause of the quota in the rulebook that holds for the agency.
std::string quota_clause(Past& past, const CycleId& cycle, const UnitCode& agency, Date day);
// The same in the rules of collectives of the cycle's year.
std::string collective_quota_clause(const Past& past, const CycleId& cycle);
// Whether the unit lies in the scope of the cycle that day.
bool in_scope(const Past& past, const Cycle& cycle, const UnitCode& unit, Date day);

// Of people managed by the agency, before a member's rating is proposed; or of units below it, before a member is
// appraised. Never of both.
using DefineComparableGroup = ComparableGroupDefined;
using NameQuotaReading = QuotaReadingNamed;
using GrantQuotaException = QuotaExceptionGranted;

// Opens the dossiers of everybody whose post is managed by `agency` (or of the persons named), with the post of today.
struct OpenDossiers {
    CycleId cycle;
    UnitCode agency;
    std::vector<PersonCode> persons;  // empty: all
};
BOOST_DESCRIBE_STRUCT(OpenDossiers, (), (cycle, agency, persons))

// By `open_cycle` over the unit, for the whole cycle over its whole scope.
struct ExtendTerm {
    CycleId cycle;
    CycleTerm term = CycleTerm::submission;
    std::optional<UnitCode> for_unit;  // with everything below it; absent: the cycle
    Deadline until;                    // later than what holds there now
    DocumentId document;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(ExtendTerm, (), (cycle, term, for_unit, until, document, reason))

// By `open_cycle` over the whole scope. What is unfinished is refused by name, unless it is to be left so, with a
// reason; it is then named in the event.
struct CloseCycle {
    CycleId cycle;
    DocumentId document;
    bool leave_unfinished = false;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(CloseCycle, (), (cycle, document, leave_unfinished, reason))

using ReopenCycle = CycleReopened;

// Takes over groups of people and of collectives, readings of the quota and concretisations of an earlier cycle, by
// `open_cycle` over each agency. Members without a post there today, and units that are not below the agency any more,
// are left out and named; concretisations are only proposed.
struct CopySetup {
    CycleId cycle;
    CycleId from;
    DocumentId document;
    std::vector<UnitCode> agencies;  // empty: all in the scope
};
BOOST_DESCRIBE_STRUCT(CopySetup, (), (cycle, from, document, agencies))

// By `open_cycle` over the unit, before anybody there filed a self-assessment in the cycle.
struct BindRulebook {
    CycleId cycle;
    UnitCode for_unit;
    RulebookId rulebook;
    DocumentId document;
    Text reason;
};
BOOST_DESCRIBE_STRUCT(BindRulebook, (), (cycle, for_unit, rulebook, document, reason))

Decision decide(Past& past, const Acting& acting, const OpenCycle& command);
Decision decide(Past& past, const Acting& acting, const ExtendTerm& command);
Decision decide(Past& past, const Acting& acting, const CloseCycle& command);
Decision decide(Past& past, const Acting& acting, const ReopenCycle& command);
Decision decide(Past& past, const Acting& acting, const CopySetup& command);
Decision decide(Past& past, const Acting& acting, const BindRulebook& command);
Decision decide(Past& past, const Acting& acting, const DefineComparableGroup& command);
Decision decide(Past& past, const Acting& acting, const NameQuotaReading& command);
Decision decide(Past& past, const Acting& acting, const GrantQuotaException& command);
Decision decide(Past& past, const Acting& acting, const OpenDossiers& command);

}  // namespace minhbach::services::cycle
