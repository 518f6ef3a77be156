// What one cell of a roster may say. Words are read in any case and in either Unicode form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/vocabulary/organisation.hpp"

namespace minhbach::services::organisation {

std::string_view trimmed(std::string_view text);
std::string with_single_spaces(std::string_view text);
// The beginning of a cell, for an error: a whole file may end up in one.
std::string shortened(std::string_view cell);

std::optional<bool> read_flag(std::string_view cell);  // empty: no
std::optional<Sex> read_sex(std::string_view cell);
std::optional<SubjectClass> read_class(std::string_view cell);

struct ReadDate {
    bool looks_like_one = false;  // and yet there may be no such day
    std::optional<Date> date;
};
ReadDate read_date(std::string_view cell);  // dd/MM/yyyy or yyyy-MM-dd

}  // namespace minhbach::services::organisation
