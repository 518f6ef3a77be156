// What repairs and restorations leave beside a store. An erasure reaches the store alone, so nothing that is left may
// hold keys, or what was readable.
#pragma once

#include <filesystem>
#include <vector>

namespace minhbach::events::backup {

// Takes out of a directory that is no store any more what an erasure would have to reach: vaults, whose bytes are
// overwritten, then read models, packages, attachments and what people sign in with. Rows, tables and the files beside
// them stay for examination: they are sealed.
void strip(const std::filesystem::path& directory);

// Overwrites the vaults of a directory that was not finished, and removes all of it. It may be absent.
void discard(const std::filesystem::path& directory);

// The directories beside `data` that a repair or restoration of it left (`.damaged`, `.repairing`, `.restoring`) and
// that hold what `strip` takes out, or cannot be looked into. While one is being made it is among them.
std::vector<std::filesystem::path> left_beside(const std::filesystem::path& data);

}  // namespace minhbach::events::backup
