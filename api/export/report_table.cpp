#include "api/export/report_table.hpp"

#include <algorithm>
#include <vector>

#include "services/organisation/csv.hpp"

namespace minhbach::api::exports {
namespace {

std::vector<std::string> csv_row(std::string_view subject_class, std::string_view leader, const ReportLine& line) {
    const auto& counts = line.counts;
    std::vector<std::string> fields{std::string(subject_class), std::string(leader)};
    for (const int figure : {counts.staff, counts.excellent, counts.good, counts.completed, counts.not_completed,
                             counts.not_rated})
        fields.push_back(std::to_string(figure));
    for (const auto reason : kReasons) fields.push_back(std::to_string(not_rated_for(line, reason)));
    fields.push_back(std::to_string(line.remainder));
    fields.push_back(std::to_string(line.proposed));
    return fields;
}

}  // namespace

ReportWords words_of_line(SubjectClass subject_class, bool leader) {
    switch (subject_class) {
        case SubjectClass::cadre:
            return {"Cán bộ", "Cadres"};
        case SubjectClass::civil_servant:
            return leader ? ReportWords{"Công chức lãnh đạo, quản lý", "Civil servants, leaders"}
                          : ReportWords{"Công chức không giữ chức vụ lãnh đạo, quản lý", "Civil servants, others"};
        case SubjectClass::public_employee:
            return leader ? ReportWords{"Viên chức quản lý", "Public employees, managers"}
                          : ReportWords{"Viên chức không giữ chức vụ quản lý", "Public employees, others"};
    }
    return {};
}

ReportWords words_of_reason(NotRatedReason reason) {
    switch (reason) {
        case NotRatedReason::under_six_months:
            return {"Thời gian công tác dưới 06 tháng", "Under six months worked"};
        case NotRatedReason::suspended:
            return {"Đang bị tạm đình chỉ công tác", "Suspended"};
        case NotRatedReason::left:
            return {"Đã thôi việc, nghỉ hưu, chuyển đi", "Left"};
        case NotRatedReason::other:
            return {"Lý do khác", "Other reasons"};
    }
    return {};
}

ReportWords words_of_column(std::string_view column) {
    if (column == "staff") return {"Tổng số", "Staff"};
    if (column == "excellent") return {"Hoàn thành xuất sắc nhiệm vụ", "Excellent completion"};
    if (column == "good") return {"Hoàn thành tốt nhiệm vụ", "Good completion"};
    if (column == "completed") return {"Hoàn thành nhiệm vụ", "Completion"};
    if (column == "notCompleted") return {"Không hoàn thành nhiệm vụ", "Non-completion"};
    if (column == "notRated") return {"Không xếp loại", "Not rated"};
    if (column == "proposed") return {"Trong đó theo đề xuất", "Of these as proposed"};
    if (column == "remainder") return {"Chưa có kết quả", "Without a result"};
    return {column, column};
}

ReportWords words_of_missing(const projections::ReportMissing& unit) {
    using enum projections::FileStatus;
    switch (unit.status) {
        case missing:
            return {"Chưa gửi hồ sơ", "No file sent"};
        case submitted:
            return unit.late ? ReportWords{"Gửi muộn, đang kiểm tra", "Sent late, being checked"}
                             : ReportWords{"Đã gửi, đang kiểm tra", "Sent, being checked"};
        case returned:
            return {"Trả hồ sơ để bổ sung", "Returned for completion"};
        case accepted:
            return {"Đã tiếp nhận ở cấp dưới, chưa tổng hợp", "Accepted below, not consolidated"};
    }
    return {};
}

std::string number_vi(const projections::ReportAnswer& report) {
    const auto number = report.restatement == 0
                            ? std::string("Báo cáo lần đầu")
                            : "Báo cáo điều chỉnh lần " + std::to_string(report.restatement);
    return report.draft ? "DỰ THẢO – " + number : number;
}

std::string number_en(const projections::ReportAnswer& report) {
    const auto number = report.restatement == 0 ? std::string("First report")
                                                : "Restatement no. " + std::to_string(report.restatement);
    return report.draft ? "DRAFT – " + number : number;
}

int not_rated_for(const ReportLine& line, NotRatedReason reason) {
    const auto found = std::find_if(line.not_rated.begin(), line.not_rated.end(),
                                    [&](const NotRatedCount& one) { return one.reason == reason; });
    return found == line.not_rated.end() ? 0 : found->count;
}

ReportLine sum_of(const projections::ReportAnswer& report) {
    ReportLine sum;
    sum.counts = report.total;
    for (const auto reason : kReasons) {
        int count = 0;
        for (const auto& line : report.lines) count += not_rated_for(line, reason);
        if (count > 0) sum.not_rated.push_back({reason, count});
    }
    for (const auto& line : report.lines) sum.proposed += line.proposed;
    sum.remainder = report.remainder;
    return sum;
}

std::string report_csv(const projections::ReportAnswer& report) {
    std::vector<std::vector<std::string>> rows{{"subjectClass", "leader", "staff", "excellent", "good", "completed",
                                                "notCompleted", "notRated", "underSixMonths", "suspended", "left",
                                                "other", "remainder", "proposed"}};
    for (const auto& line : report.lines)
        rows.push_back(csv_row(json::enum_name(line.subject_class), line.leader ? "true" : "false", line));
    rows.push_back(csv_row("TOTAL", "", sum_of(report)));
    return "\xEF\xBB\xBF" + services::organisation::write_csv(rows);
}

}  // namespace minhbach::api::exports
