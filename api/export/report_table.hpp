// The consolidated report as a table: the words of its lines and columns, and its machine-readable twin. Spreadsheet,
// CSV and page show the same figures in the same order.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "projections/report.hpp"

namespace minhbach::api::exports {

struct ReportWords {
    std::string_view vi;
    std::string_view en;
};

ReportWords words_of_line(SubjectClass subject_class, bool leader);
ReportWords words_of_reason(NotRatedReason reason);
// "excellent", ..., "remainder": as in ReportDifference.
ReportWords words_of_column(std::string_view column);
ReportWords words_of_missing(const projections::ReportMissing& unit);

// "Báo cáo lần đầu", "Báo cáo điều chỉnh lần 2", with the draft said.
std::string number_vi(const projections::ReportAnswer& report);
std::string number_en(const projections::ReportAnswer& report);

int not_rated_for(const ReportLine& line, NotRatedReason reason);
// The lines added up; class and leader say nothing.
ReportLine sum_of(const projections::ReportAnswer& report);

inline constexpr std::array kReasons{NotRatedReason::under_six_months, NotRatedReason::suspended, NotRatedReason::left,
                                     NotRatedReason::other};

// UTF-8 with byte order mark; a row for each line and the total last, columns by the names of the JSON answer.
std::string report_csv(const projections::ReportAnswer& report);

}  // namespace minhbach::api::exports
