#include "api/follow/retry_after.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>
#include <string>

namespace minhbach::api::follow {
namespace {

constexpr std::chrono::milliseconds kLongest = std::chrono::hours(24);
constexpr const char* kFixed = "%a, %d %b %Y %H:%M:%S GMT";     // Sun, 06 Nov 1994 08:49:37 GMT
constexpr const char* kObsolete = "%A, %d-%b-%y %H:%M:%S GMT";  // Sunday, 06-Nov-94 08:49:37 GMT
constexpr const char* kAsctime = "%a %b %e %H:%M:%S %Y";        // Sun Nov  6 08:49:37 1994

std::optional<std::tm> read(std::string_view text, const char* form) {
    std::istringstream in{std::string(text)};
    in.imbue(std::locale::classic());
    std::tm parts{};
    in >> std::get_time(&parts, form);
    // It is lenient about what is missing or more; the form is not.
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::put_time(&parts, form);
    return !in.fail() && out.str() == text ? std::optional(parts) : std::nullopt;
}

// Of two digits: the year that is not more than fifty years ahead.
int full_year(int two_digits, Time now) {
    constexpr int kAhead = 50;
    const int present = std::stoi(now.rfc3339());
    const int year = present - present % 100 + two_digits;
    return year > present + kAhead ? year - 100 : year;
}

}  // namespace

std::optional<Time> parse_http_date(std::string_view text, Time now) {
    auto parts = read(text, kFixed);
    if (!parts) parts = read(text, kAsctime);
    int year = parts ? parts->tm_year + 1900 : 0;
    if (!parts) {
        parts = read(text, kObsolete);
        if (!parts) return std::nullopt;
        year = full_year(parts->tm_year % 100, now);
    }
    const auto day = Date::from_civil(year, parts->tm_mon + 1, parts->tm_mday);
    if (!day) return std::nullopt;
    const std::int64_t seconds =
        day->days() * std::int64_t{86'400} + parts->tm_hour * 3600 + parts->tm_min * 60 + parts->tm_sec;
    return Time::from_millis(seconds * 1000);
}

std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view field, std::string_view date, Time now) {
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), seconds);
    const bool is_number = !field.empty() && end == field.data() + field.size() && field.front() != '-';
    if (is_number && error == std::errc::result_out_of_range) return kLongest;
    if (is_number && error == std::errc{})
        return std::min<std::chrono::milliseconds>(std::chrono::seconds(std::min<std::int64_t>(seconds, 86'400)),
                                                   kLongest);
    const auto until = parse_http_date(field, now);
    if (!until) return std::nullopt;
    const auto from = parse_http_date(date, now).value_or(now);
    return std::clamp(std::chrono::milliseconds(until->millis() - from.millis()), std::chrono::milliseconds(0),
                      kLongest);
}

}  // namespace minhbach::api::follow
