// The vault: one key per data subject, and the log's own key for parts about nobody. Whoever has the log without the
// vault has records and proofs, but reads no payload; erasing a subject's key leaves every proof valid. Kept apart from
// the log's store on purpose: a RocksDB keeps deleted rows in its tables for as long as it likes.
//
// Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "events/files.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach::events {

using VaultKey = std::array<std::uint8_t, 32>;

class Vault {
public:
    virtual ~Vault() = default;

    // The subject's key, made now if there is none; nothing if it was erased. A new key is durable after the next
    // `sync`.
    virtual std::optional<VaultKey> key_for(const PersonCode& subject) = 0;
    // The subject's key; nothing if it was erased. Throws std::runtime_error if the vault never knew the subject: then
    // it is not the vault of this log.
    virtual std::optional<VaultKey> find(const PersonCode& subject) const = 0;
    // False of whom the vault never knew; true also of who was erased.
    virtual bool knows(const PersonCode& subject) const = 0;
    virtual const VaultKey& log_key() const = 0;

    // Makes every key durable that was made before the call. Throws std::system_error; then nothing is promised until a
    // later call succeeds, which writes the whole file anew because a failed sync says nothing about what reached the
    // disk.
    virtual void sync() = 0;
    // Destroys the subject's key for ever; one that was never known gets none. When it returns, the key is in no file
    // of the vault and not in its memory: the file was written anew without it, and the bytes of the old file were
    // overwritten. True if there was something left to do. A vault open for reading forgets the key for itself alone.
    // Throws std::system_error: the key is given to nobody any more, but may still be on the disk until a later `erase`
    // or `sync` succeeds, or until the vault is opened again and `erase` called again.
    virtual bool erase(const PersonCode& subject) = 0;
    // How many entries are durable. The log keeps this number in its own synced batches: a vault that comes back with
    // fewer has lost keys.
    virtual std::uint64_t entries() const = 0;
};

// What a crash may leave beside the file: `.new`, a file that never came into use, and `.old`, one whose bytes were to
// be overwritten. Opening for writing destroys both.
//
// One append-only file: the header, then entries {kind, length, subject, key, checksum}; LOG_FORMAT.md has the bytes.
void create_vault(const std::filesystem::path& file, const Files& files = Files::real());

enum class VaultAccess : std::uint8_t { write, read_only };

// Refuses a file others may read (`directory-exposed`) and one whose first `entries_min` entries are not all whole
// (`directory-damaged`). What follows them may be torn or not durable: no event uses those keys; writing access
// makes durable what is whole and drops the rest. Read-only access reads again, as `read_vault` does.
Result<std::unique_ptr<Vault>> open_vault(const std::filesystem::path& file, std::uint64_t entries_min,
                                          VaultAccess access = VaultAccess::write, const Files& files = Files::real());

// The whole entries of a vault that another process may be writing, as bytes; nothing if there are fewer than
// `entries_min`. An erasure overwrites the file that was in use before, also for whoever has it open: what is too short
// is opened by its name and read again, a few times.
std::optional<std::string> read_vault(const std::filesystem::path& file, std::uint64_t entries_min,
                                      const Files& files = Files::real());

// One entry of the file, for writers of vaults and for tests of damage.
enum class VaultEntry : char { subject_key = 'K', erased = 'E', log_key = 'L' };
std::string encode_vault_entry(VaultEntry kind, std::string_view subject, const VaultKey& key);
// The whole entries that a vault's bytes begin with; nothing if they are no vault.
struct VaultContents {
    struct Entry {
        VaultEntry kind;
        std::string subject;
        VaultKey key;
    };
    std::vector<Entry> entries;
    std::size_t bytes = 0;  // of the header and of these; what follows is torn
};
std::optional<VaultContents> read_vault_entries(std::string_view bytes);
// Every whole entry of a damaged vault: behind damage the next is looked for byte by byte, and its checksum tells it.
std::vector<VaultContents::Entry> find_vault_entries(std::string_view bytes);
std::string_view vault_header();

}  // namespace minhbach::events
