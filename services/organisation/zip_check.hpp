// What the directory of a ZIP archive promises, tested before anything is unpacked.
#pragma once

#include <cstddef>
#include <string_view>

namespace minhbach::services::organisation {

enum class ZipVerdict : unsigned char { fine, malformed, encrypted, too_large };

// Every member is stored or deflated, none is encrypted, and together they are at most so many bytes when unpacked.
ZipVerdict check_zip(std::string_view bytes, std::size_t unpacked_max, std::size_t members_max);

}  // namespace minhbach::services::organisation
