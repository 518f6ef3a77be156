// Legal dates and recorded times. A legal date is a local calendar day of Vietnam (UTC+07:00, no daylight saving);
// a time is UTC milliseconds. Neither orders events: positions do.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "events/result.hpp"

namespace minhbach {

// A day of the Gregorian calendar, years 1900 to 2200.
class Date {
public:
    Date() = default;                                              // 1970-01-01
    static Result<Date> from_civil(int year, int month, int day);  // refuses days that do not exist
    static Result<Date> parse(std::string_view iso);               // "2023-11-30"
    static Date of(std::string_view iso) { return parse(iso).value(); }
    static Date from_days(std::int32_t days) { return Date(days); }  // since 1970-01-01

    std::int32_t days() const { return days_; }
    int year() const;
    int month() const;    // 1..12
    int day() const;      // 1..31
    int weekday() const;  // 0 Monday .. 6 Sunday
    Date plus(std::int32_t days) const { return Date(days_ + days); }
    std::string iso() const;         // 2023-11-30
    std::string vietnamese() const;  // 30/11/2023
    friend auto operator<=>(const Date&, const Date&) = default;

private:
    explicit Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;
};

// Milliseconds since 1970-01-01T00:00:00Z.
class Time {
public:
    Time() = default;
    static Time from_millis(std::int64_t millis) { return Time(millis); }
    // RFC 3339 with offset or Z; a bare "2023-11-30T24:00" is read as local time, 24:00 being the end of the day.
    static Result<Time> parse(std::string_view rfc3339);
    static Time of(std::string_view rfc3339) { return parse(rfc3339).value(); }
    static Time local(Date day, int hour, int minute, int second = 0);  // UTC+07:00

    std::int64_t millis() const { return millis_; }
    Date local_date() const;          // the legal date at this moment
    int local_minute_of_day() const;  // 0..1439
    Time plus_millis(std::int64_t millis) const { return Time(millis_ + millis); }
    std::string rfc3339() const;     // 2023-11-28T02:10:00.000Z
    std::string vietnamese() const;  // 09:10:00 ngày 28/11/2023
    friend auto operator<=>(const Time&, const Time&) = default;

private:
    explicit Time(std::int64_t millis) : millis_(millis) {}
    std::int64_t millis_ = 0;
};

// The clock is an argument: services never read it. The demonstration passes a simulated one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() = 0;  // non-decreasing
    virtual bool simulated() const = 0;
};

}  // namespace minhbach
