// A new store from a backup: every row is proven before it is used, then the store is built from the rows alone.
//
// A point in time is a published checkpoint: only there is an append whole for certain and the root signed. The store
// gets that checkpoint as the newest it signed. Whatever the lost log signed after it, a log that goes on from there
// signs another history; so the caller lets the first event that is written say that the log was restored, before
// anything else is signed or served, and where a later checkpoint is known nothing is built unless `go_behind`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/backup/manifest.hpp"

namespace minhbach::events::backup {

// A checkpoint that somebody saw.
struct KnownCheckpoint {
    Ledger ledger = Ledger::main;
    std::uint64_t size = 0;
    std::optional<Hash> root;  // a witness tells the size alone
    std::string known_by;      // "backup", "data", "witnessed", "file", or the name of a witness
};

struct RestoreOptions {
    std::filesystem::path from;
    std::filesystem::path vault;  // the copy of the keys; its signing key is what all else is believed by
    // Up to, and not with, this position of the main ledger; or with everything recorded up to this time.
    std::optional<std::uint64_t> until_position;
    std::optional<Time> until_time;
    // What must not be gone behind, besides what the backup itself knows: the directory of the lost store, files with
    // signed checkpoints, and what the caller knows. Whom the vault of that directory says to be erased stays so.
    std::optional<std::filesystem::path> data;
    std::vector<std::filesystem::path> not_behind;
    std::vector<KnownCheckpoint> known;
    bool go_behind = false;
};

struct Restored {
    std::uint64_t run = 0;                   // of the backup
    Moment moment;                           // what the store was put back to
    std::array<std::string, 2> checkpoints;  // of the moment, as signed notes; empty for an empty ledger
    std::vector<KnownCheckpoint> behind;     // which ones it lies behind: none unless `go_behind`
    std::vector<std::string> erased;         // persons whose keys the copy still had and that are destroyed
    std::vector<std::string> unread;         // files of the lost store that say who is erased and are not whole
};

// Builds a store in `to`, which must be absent or empty, and is no store unless this succeeds. Refuses:
// `backup-damaged`, also one that the signing key, or one of those that led to it, did not sign; `backup-foreign`, a
// backup or a known checkpoint of another history, or keys of another log; `behind-checkpoint`; `directory-damaged`,
// keys that are missing though nobody had them destroyed; `invalid-field`, a point before the first checkpoint; what
// `read_secrets` and `settle_chain` refuse. Errors of the disk throw std::runtime_error.
Result<Restored> restore(const RestoreOptions& options, const std::filesystem::path& to);

}  // namespace minhbach::events::backup
