// The copy of a store's keys that belongs to a backup and lies apart from it: `vault` and `signing-key`, owner only,
// and `keys`, the chain that leads to the signing key, if the log ever had another one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "events/kept.hpp"
#include "events/merkle/note.hpp"

namespace minhbach::events::backup {

// Copies them from the store. The secret copies before are overwritten with zeros and removed, also those an
// interrupted run left: a key that was destroyed must not survive here. What a disk or file system keeps of overwritten
// blocks is beyond a program. Refuses (`directory-damaged`), with the copy before as it was, a vault of fewer than
// `entries_min` whole entries: as many as the rows need that the keys are copied for.
Outcome copy_secrets(const std::filesystem::path& data, const std::filesystem::path& to, std::uint64_t entries_min);

// Refuses (`directory-missing`, `directory-exposed`, `directory-damaged`). The chain is as it lies there.
Result<Foundation> read_secrets(const std::filesystem::path& from, const std::string& origin);

// The keys a log has had, oldest first: those that lead to the foundation's signing key. Its chain is cut down to just
// these; what the chain says is believed because that key signed it. Refuses (`directory-damaged`) a signing key that
// is not whole, and a chain that is wrong or does not lead there.
Result<std::vector<merkle::NoteVerifier>> settle_chain(Foundation& foundation);
// The same keys, as they sign this ledger.
std::vector<merkle::NoteVerifier> of_ledger(const std::vector<merkle::NoteVerifier>& keys, Ledger ledger);

// What two vaults of one log hold together; the first may be damaged, then all that is whole in it counts. Destroyed in
// one is destroyed. Empty if neither holds the log's own key.
std::string merged_vaults(std::string_view damaged, std::string_view copy);

// A vault as it is after these persons' keys were destroyed. Persons it does not know are marked as well: their keys
// never come back.
std::string vault_without(const std::string& vault, const std::set<std::string>& erased);

}  // namespace minhbach::events::backup
