// Consolidated reports of a unit: every one that was submitted, with its own figures, and the names that go with them.
#pragma once

#include "events/vocabulary/report.hpp"
#include "projections/files.hpp"

namespace minhbach::projections {

// A unit whose file is in the report.
struct ReportUnit {
    UnitName unit;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(ReportUnit, (), (unit, version))

// A unit whose file is due and not in the report, and how its file stood at that moment.
struct ReportMissing {
    UnitName unit;
    FileStatus status = FileStatus::missing;
    bool late = false;  // sent after the deadline
};
BOOST_DESCRIBE_STRUCT(ReportMissing, (), (unit, status, late))

// One in the row of a unit's reports.
struct ReportEntry {
    int restatement = 0;
    Provenance by;
    Time as_of;
    SettledCounts total;
    int remainder = 0;
};
BOOST_DESCRIBE_STRUCT(ReportEntry, (), (restatement, by, as_of, total, remainder))

struct ReportAnswer {
    Basis basis;
    CycleId cycle;
    std::string title;  // of the cycle
    UnitName unit;
    bool draft = false;            // nobody submitted it: what the report would say
    std::optional<UnitName> to;    // absent: the ministry
    std::optional<Provenance> by;  // absent in a draft, and so the document
    std::optional<DocumentName> document;
    int restatement = 0;
    Time as_of;
    std::vector<ReportLine> lines;
    SettledCounts total;
    int remainder = 0;
    std::optional<Text> remainder_reason;
    std::vector<ReportUnit> units;
    std::vector<ReportMissing> missing;
    std::vector<ReportDifference> differences;  // against the report before
    std::vector<ReportEntry> submitted;         // all there are, newest first
};
BOOST_DESCRIBE_STRUCT(ReportAnswer, (),
                      (basis, cycle, title, unit, draft, to, by, document, restatement, as_of, lines, total, remainder,
                       remainder_reason, units, missing, differences, submitted))

}  // namespace minhbach::projections
