// Where the columns of a roster are named in a worksheet: below titles, in cells that are merged downwards or stand
// under the heading of a group.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "services/organisation/csv.hpp"

namespace minhbach::services::organisation {

struct SheetHeader {
    CsvRow header;          // the names, column by column; empty where a column has none
    std::size_t below = 0;  // index of the first row of data
};

// Looks at the first rows only. Nothing where no row names a few of the columns.
std::optional<SheetHeader> find_header(const std::vector<CsvRow>& rows, std::span<const std::string_view> names);

}  // namespace minhbach::services::organisation
