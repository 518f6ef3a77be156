// The list of units a province is opened with, as CSV: code, name, kind, parent and, optionally, from (yyyy-MM-dd).
#pragma once

#include <string_view>
#include <vector>

#include "events/result.hpp"
#include "events/vocabulary/organisation.hpp"

namespace minhbach::services::organisation {

// Parents before children, exactly one province, codes unique; `kind` is one of UnitKind's names in small letters. A
// unit without `from` is entered as existing since `from_otherwise`. Refuses with every line that is wrong
// (`roster-invalid`).
Result<std::vector<UnitEstablished>> read_units(std::string_view csv, Date from_otherwise);

}  // namespace minhbach::services::organisation
