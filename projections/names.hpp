// Vietnamese names: the order of staff lists, and search that does not mind marks.
#pragma once

#include <string>
#include <string_view>

namespace minhbach::projections {

// Hexadecimal text whose bytewise order is: given name (the last word), family name (the first), middle names, each by
// the CLDR collation for `vi` (An < Anh < Ánh < Ân; d < đ; level < huyền < hỏi < ngã < sắc < nặng).
std::string name_order(std::string_view full_name);

// NFC, NFD, marks dropped, đ to d, case folded, white space to single spaces: "Đỗ Thị Đào" and "do thi dao" are the
// same.
std::string search_fold(std::string_view text);

}  // namespace minhbach::projections
