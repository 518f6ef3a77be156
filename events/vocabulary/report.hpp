// Báo cáo tổng hợp: what a unit reports upwards on the files it accepted. Its figures are its own: they outlive
// corrections and erasures, and a restatement says what differs.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/level.hpp"
#include "events/vocabulary/settlement.hpp"
#include "events/vocabulary/text.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach {

enum class NotRatedReason : std::uint8_t { under_six_months, suspended, left, other };
BOOST_DESCRIBE_ENUM(NotRatedReason, under_six_months, suspended, left, other)

struct NotRatedCount {
    NotRatedReason reason = NotRatedReason::under_six_months;
    int count = 0;
    friend bool operator==(const NotRatedCount&, const NotRatedCount&) = default;
};
BOOST_DESCRIBE_STRUCT(NotRatedCount, (), (reason, count))

// One row: a class, leaders or not. counts.staff = the four levels + not rated + remainder.
struct ReportLine {
    SubjectClass subject_class = SubjectClass::civil_servant;
    bool leader = false;
    SettledCounts counts;
    std::vector<NotRatedCount> not_rated;  // adds up to counts.not_rated
    int proposed = 0;                      // of the levels: leaders decided above, as they are proposed
    int remainder = 0;                     // neither rated nor decided as not rated
    friend bool operator==(const ReportLine&, const ReportLine&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportLine, (), (subject_class, leader, counts, not_rated, proposed, remainder))

// A figure that is not what the report before said.
struct ReportDifference {
    SubjectClass subject_class = SubjectClass::civil_servant;
    bool leader = false;
    Label column;  // "excellent", ..., "remainder"
    int was = 0;
    int is = 0;
    friend bool operator==(const ReportDifference&, const ReportDifference&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportDifference, (), (subject_class, leader, column, was, is))

struct ReportedUnit {
    UnitCode unit;
    int version = 0;  // of its accepted file
    friend bool operator==(const ReportedUnit&, const ReportedUnit&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportedUnit, (), (unit, version))

struct ReportSubmitted {
    static constexpr std::string_view kType = "report.submitted";
    CycleId cycle;
    UnitCode unit;
    std::optional<UnitCode> to;  // absent: the ministry
    int restatement = 0;         // 0: the first report
    Time as_of;
    std::vector<ReportLine> lines;
    SettledCounts total;
    int remainder = 0;
    std::optional<Text> remainder_reason;  // required where there is one
    std::vector<ReportedUnit> units;       // whose accepted files are in it
    std::vector<UnitCode> missing;         // whose files are due and not accepted
    std::vector<ReportDifference> differences;
    DocumentId document;
    friend bool operator==(const ReportSubmitted&, const ReportSubmitted&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportSubmitted, (),
                      (cycle, unit, to, restatement, as_of, lines, total, remainder, remainder_reason, units, missing,
                       differences, document))

}  // namespace minhbach
