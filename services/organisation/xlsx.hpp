// The first worksheet of a workbook (Office Open XML) as rows of text, so that a roster kept in a spreadsheet goes the
// same way as CSV. Nothing is trusted: sizes are tested in the directory of the archive before anything is unpacked,
// and whatever the bytes are the answer is rows or one error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "events/vocabulary/time.hpp"
#include "services/organisation/csv.hpp"

namespace minhbach::services::organisation {

struct XlsxLimits {
    std::size_t bytes_max = 64 * 1024 * 1024;
    std::size_t unpacked_max = 256 * 1024 * 1024;  // of all members together, as the archive declares them
    std::size_t members_max = 2'000;
    std::size_t rows_max = 200'021;  // above the data there may be titles
    std::size_t columns_max = 64;
    std::size_t text_bytes_max = 128 * 1024 * 1024;  // of all cells together
};

struct XlsxSheet {
    // Rows that hold anything, ascending; `line` is the row's number in the sheet. Numbers are in decimal without
    // needless digits; spaces that do not break are ordinary ones, and marks that nobody sees are left out.
    std::vector<CsvRow> rows;
    int days_shift = 0;  // of serial numbers of days: 1462 in a workbook that counts from 1904
};

struct XlsxError {
    std::string cell;  // "D7", or empty
    std::string detail_vi;
    std::string detail_en;
};

// By content, not by name: the bytes begin like a ZIP archive.
bool looks_like_xlsx(std::string_view bytes);
// The older binary format, and every workbook that is protected by a password.
bool looks_like_old_workbook(std::string_view bytes);

std::variant<XlsxSheet, XlsxError> read_xlsx(std::string_view bytes, const XlsxLimits& limits = {});

std::string column_letters(std::size_t field);       // 0 is "A", 26 "AA"
std::string cell_name(std::size_t field, int line);  // "D7"
// The day that a spreadsheet keeps as a number of days, of the years 1920 to 2099. A bare year is no such number.
std::optional<Date> read_serial(std::string_view cell, int days_shift);

}  // namespace minhbach::services::organisation
