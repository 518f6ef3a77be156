#pragma once

#include <string_view>

namespace minhbach::api {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace minhbach::api
