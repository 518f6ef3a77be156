// Lines for the operator on standard error.
#pragma once

#include <string_view>

namespace minhbach::api::http {

// One line, whole even when several threads write.
void report(std::string_view line);

}  // namespace minhbach::api::http
