#include "services/law/calendar.hpp"

#include <string>

#include "events/refusals.hpp"
#include "generated/calendar_vn.hpp"

namespace minhbach::services::law {
namespace {

constexpr int kSaturday = 5;

Refusal no_calendar(int year) {
    const auto name = std::to_string(year);
    return {"no-calendar",
            "",
            "",
            "Chưa có lịch ngày nghỉ của năm " + name + "; cần bổ sung trước khi tính thời hạn theo ngày làm việc",
            "There is no calendar of days off for the year " + name,
            {}};
}

Refusal bad_line(int line) {
    const auto name = std::to_string(line);
    return invalid_field("", "Lịch ngày nghỉ: dòng " + name + " không đúng dạng ngày,OFF hoặc WORKED,lý do,độ tin cậy",
                         "Calendar: line " + name + " is not date,OFF or WORKED,reason,confidence");
}

std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto taken = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return taken;
}

}  // namespace

const Calendar& Calendar::vietnam() {
    static const Calendar calendar = parse(generated::kCalendarVn).value();
    return calendar;
}

Result<Calendar> Calendar::parse(std::string_view csv) {
    Calendar calendar;
    take_until(csv, '\n');  // the heading
    for (int number = 2; !csv.empty(); ++number) {
        auto line = take_until(csv, '\n');
        if (line.empty()) continue;
        const auto date = Date::parse(take_until(line, ','));
        const auto kind = take_until(line, ',');
        if (!date) return bad_line(number);
        const bool weekend = date->weekday() >= kSaturday;
        if (kind == "OFF" && !weekend) {
            calendar.off_.insert(*date);
        } else if (kind == "WORKED" && weekend) {
            calendar.worked_.insert(*date);
        } else {
            return bad_line(number);
        }
        calendar.years_.insert(date->year());
    }
    return calendar;
}

Result<bool> Calendar::is_working_day(Date day) const {
    if (!covers(day.year())) return no_calendar(day.year());
    return day.weekday() >= kSaturday ? worked_.contains(day) : !off_.contains(day);
}

Result<Date> Calendar::next_working_day(Date from) const {
    for (auto day = from;; day = day.plus(1)) {
        const auto working = is_working_day(day);
        if (!working) return working.error();
        if (*working) return day;
    }
}

Result<Date> Calendar::period_end(Date after, int days, PeriodUnit unit) const {
    if (days < 0 || days > period_days_max) {
        return invalid_field("/days", "Số ngày phải từ 0 đến " + std::to_string(period_days_max),
                             "The number of days must be between 0 and " + std::to_string(period_days_max));
    }
    if (unit == PeriodUnit::calendar || days == 0) return next_working_day(after.plus(days));
    auto day = after;
    for (int counted = 0; counted < days; ++counted) {
        const auto next = next_working_day(day.plus(1));
        if (!next) return next.error();
        day = *next;
    }
    return day;
}

Result<int> Calendar::working_days_between(Date after, Date until) const {
    int counted = 0;
    for (auto day = after.plus(1); day <= until; day = day.plus(1)) {
        const auto working = is_working_day(day);
        if (!working) return working.error();
        counted += *working ? 1 : 0;
    }
    return counted;
}

Time last_moment_before(Date date, bool inclusive) {
    return Time::local(inclusive ? date.plus(1) : date, 0, 0);
}

}  // namespace minhbach::services::law
