// A strict reader of comma-separated values (RFC 4180) in UTF-8: CRLF or LF, quotes doubled inside quoted fields, an
// optional byte order mark. Whatever else the bytes are, the answer is rows or one error with its place; nothing is
// guessed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minhbach::services::organisation {

struct CsvLimits {
    std::size_t bytes_max = 64 * 1024 * 1024;
    std::size_t rows_max = 200'001;  // the header included
    std::size_t fields_max = 64;     // of one row
    std::size_t field_bytes_max = 64 * 1024;
};

struct CsvRow {
    int line = 1;  // where the row begins; quoted fields may hold line ends
    std::vector<std::string> fields;
};

struct CsvError {
    int line = 1;
    int field = 1;  // counted from 1
    std::string detail_vi;
    std::string detail_en;
};

// Empty lines at the end are left out; an empty line in the middle is a row of one empty field.
std::variant<std::vector<CsvRow>, CsvError> read_csv(std::string_view bytes, const CsvLimits& limits = {});

bool is_utf8(std::string_view bytes);  // well-formed (RFC 3629)

// Ends with LF; fields are quoted where they must be.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace minhbach::services::organisation
