// Backups: everything of a store but its keys, in a folder of another disk, without stopping whoever writes.
//
// A run holds both ledgers at the newest moment that was signed, all checkpoints published up to it, finished
// attachments, and the newest cosigned checkpoints. It adds to what is in the folder and changes nothing there; a
// signed manifest, written last, makes it count. A run that is interrupted leaves the one before as it was.
//
// Keys are copied to a folder of their own, because a backup is kept for long and a key that is destroyed must not
// survive in one: each run leaves one copy there, the newest, and overwrites the one before.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "events/backup/manifest.hpp"
#include "events/kept.hpp"

namespace minhbach::events::backup {

struct BackupOptions {
    std::filesystem::path data;
    std::filesystem::path to;
    std::optional<std::filesystem::path> vault;  // where the keys are copied
    std::size_t segment_bytes_max = 16u << 20;   // about; a segment is in memory while it is written
};

struct BackupReport {
    std::uint64_t run = 0;
    Moment moment;
    std::array<std::uint64_t, 2> added{};  // rows, by ledger
    std::uint64_t files = 0;               // that were written
    std::uint64_t bytes = 0;
};

// Refuses, with the folder as it was: what `open_kept_store` refuses; `backup-foreign`, a folder that holds something
// else, another log, or a history that this log does not continue; `backup-damaged`; `directory-damaged`, rows that do
// not hash to what was signed; `directory-held`; `invalid-field`, keys that would lie in the backup or in the store.
// Errors of the disk throw std::runtime_error.
Result<BackupReport> back_up(const BackupOptions& options, Clock& clock);

}  // namespace minhbach::events::backup
