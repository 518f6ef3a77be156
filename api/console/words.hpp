// The words of a page that leaves the program as a file (the index of a package): Vietnamese, with English beside them,
// numbers and times as they are written here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "events/vocabulary/time.hpp"

namespace minhbach::api::console {

struct Words {
    std::string_view vi;
    std::string_view en;
};

Words words_of_capacity(std::string_view code);  // "IN_OFFICE"
Words words_of_event(std::string_view type);     // "rating.decided"

std::string number_text(std::int64_t number);  // 1.234
std::string time_text(Time time);              // 28/11/2023 09:10:05
std::string escaped(std::string_view text);    // so that nothing recorded becomes markup

}  // namespace minhbach::api::console
