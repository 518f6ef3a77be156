// The state of a cycle: its rulebook, scope, groups, readings and exceptions. Part of the registry.
#pragma once

#include <map>
#include <vector>

#include "events/codec/codec.hpp"
#include "services/decision.hpp"

namespace minhbach::services {
class Past;
}

namespace minhbach::services::cycle {

struct Cycle {
    CycleOpened opened;
    std::map<GroupId, ComparableGroupDefined> groups;
    std::map<UnitCode, QuotaReadingNamed> readings;        // by agency
    std::map<UnitCode, QuotaExceptionGranted> exceptions;  // by agency
    void apply(const events::Recorded& recorded);
    const ComparableGroupDefined* group_of(const PersonCode& person) const;  // nullptr: none
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
    int notice_working_days = 5;
    std::optional<int> remediation_working_days;  // absent: 10
};
BOOST_DESCRIBE_STRUCT(OpenCycle, (),
                      (cycle, year, title, document, rulebook, scope, submission, self_assessment, notice_working_days,
                       remediation_working_days))

using DefineComparableGroup = ComparableGroupDefined;  // must be defined before a member's rating is proposed
using NameQuotaReading = QuotaReadingNamed;
using GrantQuotaException = QuotaExceptionGranted;

// Opens the dossiers of everybody whose post is managed by `agency` (or of the persons named), with the post of today.
struct OpenDossiers {
    CycleId cycle;
    UnitCode agency;
    std::vector<PersonCode> persons;  // empty: all
};
BOOST_DESCRIBE_STRUCT(OpenDossiers, (), (cycle, agency, persons))

Decision decide(Past& past, const Acting& acting, const OpenCycle& command);
Decision decide(Past& past, const Acting& acting, const DefineComparableGroup& command);
Decision decide(Past& past, const Acting& acting, const NameQuotaReading& command);
Decision decide(Past& past, const Acting& acting, const GrantQuotaException& command);
Decision decide(Past& past, const Acting& acting, const OpenDossiers& command);

}  // namespace minhbach::services::cycle
