// Order and search of Vietnamese names as staff lists use them.
#pragma once

#include <string>
#include <string_view>

namespace minhbach::projections {

// A key whose bytewise order is: given name (tên) first, then family name (họ), then middle names, each by the CLDR
// collation of Vietnamese: An < Anh < Ánh < Ân < Dung < Dũng < Đào < Đăng < Đức.
std::string name_sort_key(std::string_view full_name);

// For search without diacritics: NFD, marks dropped, đ as d, lower case. "Đỗ Thị Đào" gives "do thi dao".
std::string folded(std::string_view text);

}  // namespace minhbach::projections
