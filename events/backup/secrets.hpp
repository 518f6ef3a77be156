// The copy of a store's keys that belongs to a backup and lies apart from it: `vault` and `signing-key`, owner only.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "events/kept.hpp"

namespace minhbach::events::backup {

// Copies both from the store. The copies before are overwritten with zeros and removed, also those an interrupted run
// left: a key that was destroyed must not survive here. What a disk or file system keeps of overwritten blocks is
// beyond a program. Refuses (`directory-damaged`) a vault that is not whole.
Outcome copy_secrets(const std::filesystem::path& data, const std::filesystem::path& to);

// Refuses (`directory-missing`, `directory-exposed`, `directory-damaged`).
Result<Foundation> read_secrets(const std::filesystem::path& from, const std::string& origin);

// What two vaults of one log hold together; the first may be damaged, then all that is whole in it counts. Destroyed in
// one is destroyed. Empty if neither holds the log's own key.
std::string merged_vaults(std::string_view damaged, std::string_view copy);

// A vault as it is after these persons' keys were destroyed. Persons it does not know are marked as well: their keys
// never come back.
std::string vault_without(const std::string& vault, const std::set<std::string>& erased);

}  // namespace minhbach::events::backup
