// Facts in their JSON form: {"rulebook", "track", "year", "subject": {"class", "leader"}, "disciplines",
// "violationsAlreadyCounted"} and beside these what the rulebook declares for the subject's column, nested as its names
// say. Strict: an absent fact is not a false one.
#pragma once

#include "events/codec/document.hpp"
#include "services/law/fact_sheet.hpp"

namespace minhbach::services::law {

// `unknown-rulebook`, or `invalid-field` with every place. Numbers are not compared yet: FactSheet::problems does that.
Result<FactSheet> read_facts(json::Value facts);

}  // namespace minhbach::services::law
