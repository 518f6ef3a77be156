// Working days of Vietnam and the periods counted in them (Điều 147, 148 Bộ luật Dân sự 2015). The days off come from
// services/law/calendar-vn.csv, which is part of the program. A year without data is never guessed.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <set>
#include <string_view>

#include "events/result.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::services::law {

enum class PeriodUnit : std::uint8_t { working, calendar };
BOOST_DESCRIBE_ENUM(PeriodUnit, working, calendar)

// Immutable once made: safe to share between threads.
class Calendar {
public:
    static constexpr int period_days_max = 36525;

    // The calendar of the program.
    static const Calendar& vietnam();
    // Lines `date,kind,reason,confidence` under a heading; kind OFF or WORKED. Refused (`invalid-field`) with the line.
    static Result<Calendar> parse(std::string_view csv);

    bool covers(int year) const { return years_.contains(year); }
    // All of these refuse with `no-calendar`, naming the year, when they need a year that has no data.
    Result<bool> is_working_day(Date day) const;
    Result<Date> next_working_day(Date from) const;  // `from` itself if it is one

    // The last day of a period that begins with an event on `after`; that day is not counted. A calendar period that
    // ends on a day off moves to the next working day. `days` from 0 to period_days_max, else `invalid-field` on /days.
    Result<Date> period_end(Date after, int days, PeriodUnit unit) const;

    // Working days from the day after `after` up to and including `until`; 0 if `until` is not later.
    Result<int> working_days_between(Date after, Date until) const;

private:
    std::set<Date> off_;     // weekdays off
    std::set<Date> worked_;  // Saturdays and Sundays worked in exchange
    std::set<int> years_;
};

// The end of the last day on which an act is in time: "trước ngày 30/11/2023" (not inclusive) ends at 24:00 of 29/11,
// "đến hết ngày 30/11/2023" (inclusive) at 24:00 of 30/11, local time. An act is in time if it is earlier than this.
Time last_moment_before(Date date, bool inclusive);

}  // namespace minhbach::services::law
