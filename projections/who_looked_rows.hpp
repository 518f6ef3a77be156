// The tables of who_looked.hpp.
#pragma once

#include <string_view>

namespace minhbach::projections::who_looked_rows {

inline constexpr std::string_view kAll = "looks.all";             // newest first
inline constexpr std::string_view kByActor = "looks.by-actor";    // actor/newest first
inline constexpr std::string_view kByPerson = "looks.by-person";  // whose dossier/newest first

}  // namespace minhbach::projections::who_looked_rows
