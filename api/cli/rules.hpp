// The rules of law as JSON in, JSON out: one object gives one answer. Used by `minhbach rules ...` line by line and by
// POST /v1/rules/{evaluate,quota,deadline,procedure}. Pure: nothing is recorded, no data directory is needed.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "events/result.hpp"

namespace minhbach::api::cli {

// {"outcome","level","gaps","caps"} with "reason", "allowedLevels" and "trace" where they apply. Refusals carry JSON
// pointers, all of them (`more`): malformed-json, invalid-field, unknown-rulebook, facts-inconsistent.
Result<std::string> evaluate_json(std::string_view facts, bool trace);
// {"maxExcellent","breach"}
Result<std::string> quota_json(std::string_view counts);
// {"on"}; also refuses with no-calendar, naming the year.
Result<std::string> deadline_json(std::string_view period);

// {"allowed","findings"}: every demand of the rulebook on a step, and whether it is met.
Result<std::string> procedure_json(std::string_view question);

// The same for one line of JSON Lines: a refusal becomes {"error","fields","detail"} with the fields as dotted names.
// The error is `facts-inconsistent`, `no-calendar` or, for everything else that is not of the form, `invalid-field`.
std::string evaluate_line(std::string_view json, bool trace);
std::string quota_line(std::string_view json);
std::string deadline_line(std::string_view json);
std::string procedure_line(std::string_view json);

// Every line of `in` is answered by a line of `out`. The exit status: 0, or 1 if any line was refused.
int rules_evaluate(std::istream& in, std::ostream& out, bool trace);
int rules_quota(std::istream& in, std::ostream& out);
int rules_deadline(std::istream& in, std::ostream& out);
int rules_procedure(std::istream& in, std::ostream& out);

}  // namespace minhbach::api::cli
