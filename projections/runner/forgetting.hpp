// Read models hold what was readable when they were folded. Once a key is destroyed they are folded anew, and how many
// erasures they know of is noted beside them: whoever opens them and finds fewer noted than the log approves, or one of
// these not entered yet, removes them first, so a crash in between leaves nothing behind.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "events/log.hpp"

namespace minhbach::projections {

// What `rebuild` folds into until it is whole, beside the folder that it takes the place of.
inline constexpr std::string_view kUnfinished = ".rebuilding";

// Removes what a killed `rebuild` left in `directory`, as `without_erased` does. For whoever holds the store: who
// rebuilds holds it, too.
void remove_unfinished(const std::filesystem::path& directory);

// `directory` holds main/ and access/. Empties it where it knows of fewer erasures than `log` approves, and gives it
// back. Called before any runner opens it, on a log whose erasures were carried out.
std::filesystem::path without_erased(const events::Log& log, const std::filesystem::path& directory);

// Everything in `directory` was folded after `count` erasures were carried out and entered.
void note_erasures(const std::filesystem::path& directory, std::size_t count);

}  // namespace minhbach::projections
