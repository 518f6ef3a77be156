// The rows of a roster as values; what cannot be read is an error with its line and column.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/organisation/roster.hpp"

namespace minhbach::services::organisation {

struct RosterRow {
    int line = 0;
    PersonCode person;
    Label full_name;
    Date birth_date;
    Sex sex = Sex::male;
    Post post;
    bool member = false;
    std::optional<Date> member_since;
    std::optional<DocumentId> document;
    std::vector<std::string> normalised;  // columns whose spelling was mended

    // The same person, as two rows of one person must say.
    bool agrees_with(const RosterRow& other) const;
};

struct RosterRows {
    int lines = 0;  // of data, readable or not
    std::vector<RosterRow> rows;
    std::vector<RosterError> errors;                         // in the order of lines; at most kRosterErrorsMax
    std::map<std::string, std::size_t, std::less<>> places;  // of a workbook: which field holds which column

    std::optional<std::string> cell(std::string_view column, int line) const;  // nothing for CSV
};

RosterRows read_roster(const Registry& registry, Date today, std::string_view file);

}  // namespace minhbach::services::organisation
