#include "events/vocabulary/time.hpp"

#include <chrono>
#include <optional>

#include "events/refusals.hpp"

namespace minhbach {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2200;
constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kVietnamOffset = 7 * 60 * kMinute;

std::chrono::year_month_day civil(std::int32_t days) {
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

std::string two_digits(int n) {
    return {static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)};
}

// Reads digits and separators from the front of a text; any mismatch makes the whole reading fail.
class Reader {
public:
    explicit Reader(std::string_view rest) : rest_(rest) {}

    // Exactly `width` decimal digits.
    int number(std::size_t width) {
        int value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (i >= rest_.size() || rest_[i] < '0' || rest_[i] > '9') {
                failed_ = true;
                return 0;
            }
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(width);
        return value;
    }
    void expect(char c) { failed_ |= !accept(c); }
    bool accept(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    // Digits after the decimal point, to whole milliseconds; what is finer is cut off, not rounded into the future.
    int milliseconds() {
        int value = 0;
        int digits = 0;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            if (digits < 3) value = value * 10 + (rest_.front() - '0');
            ++digits;
            rest_.remove_prefix(1);
        }
        failed_ |= digits == 0 || digits > 9;
        for (; digits < 3; ++digits) value *= 10;
        return value;
    }
    bool done() const { return rest_.empty(); }
    bool ok() const { return !failed_; }

private:
    std::string_view rest_;
    bool failed_ = false;
};

Refusal not_a_date(std::string_view raw) {
    const std::string shown(raw.substr(0, 40));
    return invalid_field("", "\"" + shown + "\" không phải là ngày có thật theo dạng năm-tháng-ngày (ví dụ 2023-11-30)",
                         "\"" + shown + "\" is not an existing date of the form 2023-11-30");
}

Refusal not_a_time(std::string_view raw) {
    const std::string shown(raw.substr(0, 40));
    return invalid_field(
        "", "\"" + shown + "\" không phải là thời điểm hợp lệ (ví dụ 2023-11-28T09:10:00+07:00)",
        "\"" + shown + "\" is not a valid time; write 2023-11-28T09:10:00+07:00, or local time as 2023-11-30T24:00");
}

}  // namespace

Result<Date> Date::from_civil(int year, int month, int day) {
    const auto name = std::to_string(day) + "/" + std::to_string(month) + "/" + std::to_string(year);
    if (year < kYearMin || year > kYearMax) {
        return invalid_field("", "Ngày " + name + ": năm phải từ 1900 đến 2200",
                             "Date " + name + ": the year must be between 1900 and 2200");
    }
    const bool possible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    const auto date = std::chrono::year(year) / (possible ? month : 1) / (possible ? day : 1);
    if (!possible || !date.ok()) {
        return invalid_field("", "Ngày " + name + " không tồn tại",
                             "The date " + name + " (day/month/year) does not exist");
    }
    return Date(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

Result<Date> Date::parse(std::string_view iso) {
    Reader reader(iso);
    const int year = reader.number(4);
    reader.expect('-');
    const int month = reader.number(2);
    reader.expect('-');
    const int day = reader.number(2);
    if (!reader.ok() || !reader.done()) return not_a_date(iso);
    return from_civil(year, month, day);
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}
int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).month()));
}
int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).day()));
}

int Date::weekday() const {
    const auto day = std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_)));
    return static_cast<int>(day.iso_encoding()) - 1;
}

std::string Date::iso() const {
    auto digits = std::to_string(year());
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return digits + "-" + two_digits(month()) + "-" + two_digits(day());
}

std::string Date::vietnamese() const {
    return two_digits(day()) + "/" + two_digits(month()) + "/" + std::to_string(year());
}

Result<Time> Time::parse(std::string_view rfc3339) {
    if (rfc3339.size() < 16 || (rfc3339[10] != 'T' && rfc3339[10] != 't')) return not_a_time(rfc3339);
    const auto date = Date::parse(rfc3339.substr(0, 10));
    if (!date) return date.error();

    Reader reader(rfc3339.substr(11));
    const int hour = reader.number(2);
    reader.expect(':');
    const int minute = reader.number(2);
    const bool with_seconds = reader.accept(':');
    const int second = with_seconds ? reader.number(2) : 0;
    const int millis = with_seconds && reader.accept('.') ? reader.milliseconds() : 0;

    const auto offset = [&]() -> std::optional<std::int64_t> {  // none: a bare local time
        if (reader.done()) return std::nullopt;
        if (reader.accept('Z') || reader.accept('z')) return 0;
        const bool east = reader.accept('+');
        if (!east) reader.expect('-');
        const int hours = reader.number(2);
        reader.expect(':');
        const int minutes = reader.number(2);
        if (hours > 23 || minutes > 59) reader.expect('\0');
        return (east ? 1 : -1) * (hours * 60 + minutes) * kMinute;
    }();
    if (!reader.ok() || !reader.done() || minute > 59 || second > 59) return not_a_time(rfc3339);
    if (offset && !with_seconds) return not_a_time(rfc3339);
    // 24:00 is how documents write the end of a day; RFC 3339 knows no such hour, so it is local time only.
    const bool end_of_day = hour == 24 && minute == 0 && second == 0 && millis == 0 && !offset;
    if (hour > 23 && !end_of_day) return not_a_time(rfc3339);

    const std::int64_t clock = (hour * 60 + minute) * kMinute + second * kSecond + millis;
    return Time(date->days() * kDay + clock - offset.value_or(kVietnamOffset));
}

Time Time::local(Date day, int hour, int minute, int second) {
    return Time(day.days() * kDay + (hour * 60 + minute) * kMinute + second * kSecond - kVietnamOffset);
}

Date Time::local_date() const {
    return Date::from_days(static_cast<std::int32_t>(floor_divide(millis_ + kVietnamOffset, kDay)));
}

int Time::local_minute_of_day() const {
    const auto local = millis_ + kVietnamOffset;
    return static_cast<int>((local - floor_divide(local, kDay) * kDay) / kMinute);
}

std::string Time::rfc3339() const {
    const auto day = floor_divide(millis_, kDay);
    const auto rest = static_cast<int>(millis_ - day * kDay);
    const auto milli = rest % 1000;
    const auto second = rest / 1000;
    return Date::from_days(static_cast<std::int32_t>(day)).iso() + "T" + two_digits(second / 3600) + ":" +
           two_digits(second / 60 % 60) + ":" + two_digits(second % 60) + "." + static_cast<char>('0' + milli / 100) +
           two_digits(milli % 100) + "Z";
}

std::string Time::vietnamese() const {
    const auto minute = local_minute_of_day();
    const auto second = static_cast<int>((millis_ - floor_divide(millis_, kMinute) * kMinute) / kSecond);
    return two_digits(minute / 60) + ":" + two_digits(minute % 60) + ":" + two_digits(second) + " ngày " +
           local_date().vietnamese();
}

}  // namespace minhbach
