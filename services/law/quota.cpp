#include "services/law/quota.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace minhbach::services::law {
namespace {

std::int64_t rounded(std::int64_t dividend, std::int64_t divisor, QuotaRounding rounding) {
    switch (rounding) {
        case QuotaRounding::floor:
            return dividend / divisor;
        case QuotaRounding::half_up:
            return (2 * dividend + divisor) / (2 * divisor);
        case QuotaRounding::ceil:
            return (dividend + divisor - 1) / divisor;
    }
    std::abort();
}

}  // namespace

std::int64_t excellent_max(const SettledCounts& counts, const QuotaRule& rule) {
    const std::int64_t percent = rule.percent;
    const std::int64_t good_or_better = std::int64_t{counts.excellent} + counts.good;
    const std::int64_t rated = good_or_better + counts.completed + counts.not_completed;
    switch (rule.base) {
        case QuotaBase::good:
            return rounded(percent * good_or_better, 100 + percent, rule.rounding);
        case QuotaBase::good_or_better:
            return rounded(percent * good_or_better, 100, rule.rounding);
        case QuotaBase::total_rated:
            return rounded(percent * rated, 100, rule.rounding);
        case QuotaBase::total_staff:
            return rounded(percent * counts.staff, 100, rule.rounding);
    }
    std::abort();
}

std::vector<QuotaReading> quota_readings(const SettledCounts& counts, const Rulebook& rulebook,
                                         const std::optional<QuotaRule>& named, std::optional<int> exception_percent) {
    auto rule = named.value_or(rulebook.quota());
    if (exception_percent) rule.percent = *exception_percent;
    const auto max_of = [&](QuotaBase base) { return excellent_max(counts, {base, rule.percent, rule.rounding}); };
    const auto widest = excellent_max(counts, {QuotaBase::total_rated, rule.percent, QuotaRounding::floor});
    std::vector<QuotaReading> readings;
    for (const auto base :
         {QuotaBase::good, QuotaBase::good_or_better, QuotaBase::total_rated, QuotaBase::total_staff}) {
        const bool binds = base == rule.base;
        auto maximum = max_of(base);
        if (binds && !exception_percent) maximum = std::min(maximum, widest);
        readings.push_back({base, rule.percent, rule.rounding, static_cast<int>(maximum), binds});
    }
    return readings;
}

const QuotaReading& binding(const std::vector<QuotaReading>& readings) {
    const auto found =
        std::find_if(readings.begin(), readings.end(), [](const auto& reading) { return reading.binding; });
    if (found == readings.end()) throw std::logic_error("no quota reading binds");
    return *found;
}

}  // namespace minhbach::services::law
