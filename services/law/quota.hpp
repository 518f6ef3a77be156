// The share of "Hoàn thành xuất sắc nhiệm vụ" (khoản 6 Điều 2 Nghị định số 90/2020/NĐ-CP): closed forms, whole numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/vocabulary/settlement.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

// The largest number of excellent that the rule allows when those refused become good. With n = excellent + good and
// p percent: GOOD p·n/(100+p), GOOD_OR_BETTER p·n/100, TOTAL_RATED p·(the four levels)/100, TOTAL_STAFF p·staff/100.
// It does not depend on how n is divided: cutting the excess over "p % of the present good" once would cut too much.
// Counts and percent must not be negative.
std::int64_t excellent_max(const SettledCounts& counts, const QuotaRule& rule);

// Every base with its maximum, all computed and shown, one of them binding (reading F14): the rule that a document
// names, else the rulebook's; an exception document sets the percentage. Without one, the maximum of the binding
// reading, whatever its rounding, is never above what TOTAL_RATED allows by FLOOR: "not above" has no other rounding.
std::vector<QuotaReading> quota_readings(const SettledCounts& counts, const Rulebook& rulebook,
                                         const std::optional<QuotaRule>& named, std::optional<int> exception_percent);
// The one that binds.
const QuotaReading& binding(const std::vector<QuotaReading>& readings);

}  // namespace minhbach::services::law
