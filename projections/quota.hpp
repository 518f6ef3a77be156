// Quota and distribution per comparable group and agency: proposals, decisions, settlements with every reading, and the
// documents that named a reading or granted an exception.
#pragma once

#include "events/vocabulary/settlement.hpp"
#include "projections/basis.hpp"

namespace minhbach::projections {

struct Distribution {
    int excellent = 0;
    int good = 0;
    int completed = 0;
    int not_completed = 0;
    int not_rated = 0;
    int pending = 0;  // nothing yet
    int total = 0;
};
BOOST_DESCRIBE_STRUCT(Distribution, (), (excellent, good, completed, not_completed, not_rated, pending, total))

struct GroupDistribution {
    std::optional<GroupId> group;  // absent: the agency as a whole
    std::optional<std::string> name;
    Distribution proposed;
    Distribution decided;
};
BOOST_DESCRIBE_STRUCT(GroupDistribution, (), (group, name, proposed, decided))

struct GroupMaximum {
    std::optional<GroupId> group;  // absent: the agency as a whole
    int max_excellent = 0;
};
BOOST_DESCRIBE_STRUCT(GroupMaximum, (), (group, max_excellent))

struct SettlementView {
    Provenance by;
    QuotaSettled settled;
    bool stale = false;  // the levels of the agency are no longer those that were settled
    // What would bind without the exception document; empty where there is none. Filled in by whoever can ask the
    // rules.
    std::vector<GroupMaximum> without_exception;
};
BOOST_DESCRIBE_STRUCT(SettlementView, (), (by, settled, stale, without_exception))

struct ReadingView {
    Provenance by;
    QuotaReadingNamed reading;
    DocumentName document;
};
BOOST_DESCRIBE_STRUCT(ReadingView, (), (by, reading, document))

struct ExceptionView {
    Provenance by;
    QuotaExceptionGranted granted;
    PersonName approver;
    DocumentName document;
};
BOOST_DESCRIBE_STRUCT(ExceptionView, (), (by, granted, approver, document))

struct QuotaAnswer {
    Basis basis;
    CycleId cycle;
    UnitName agency;
    std::vector<GroupDistribution> groups;    // the agency first
    std::vector<SettlementView> settlements;  // newest first; the first binds
    std::vector<ReadingView> readings;        // newest first
    std::vector<ExceptionView> exceptions;    // newest first
    // What is to be expected before the meeting, the agency first: each person with the level decided, else proposed,
    // else the one of the self-assessment; who has none of them is counted among the staff alone. Readings and maxima
    // are filled in by whoever can ask the rules.
    std::vector<SettledGroup> forecast;
};
BOOST_DESCRIBE_STRUCT(QuotaAnswer, (), (basis, cycle, agency, groups, settlements, readings, exceptions, forecast))

struct AgencyLine {
    UnitName agency;
    Distribution proposed;
    Distribution decided;
    std::optional<int> max_excellent;  // of the last settlement, agency as a whole
    bool exception = false;
};
BOOST_DESCRIBE_STRUCT(AgencyLine, (), (agency, proposed, decided, max_excellent, exception))

struct DistributionAnswer {
    Basis basis;
    CycleId cycle;
    Distribution proposed;
    Distribution decided;
    std::vector<AgencyLine> items;  // by code of the agency
};
BOOST_DESCRIBE_STRUCT(DistributionAnswer, (), (basis, cycle, proposed, decided, items))

}  // namespace minhbach::projections
