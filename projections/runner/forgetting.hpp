// Read models hold what was readable when they were folded. Once a key is destroyed they are folded anew, and how many
// approved erasures they know of is noted beside them: whoever opens them and finds fewer noted than the log tells
// removes them first, so a crash in between leaves nothing behind.
#pragma once

#include <cstddef>
#include <filesystem>

#include "events/log.hpp"

namespace minhbach::projections {

// `directory` holds main/ and access/. Empties it where it knows of fewer erasures than `log` approves, and gives it
// back. Called before any runner opens it, on a log whose erasures were carried out.
std::filesystem::path without_erased(const events::Log& log, const std::filesystem::path& directory);

// Everything in `directory` was folded after the first `count` approved erasures were carried out.
void note_erasures(const std::filesystem::path& directory, std::size_t count);

}  // namespace minhbach::projections
