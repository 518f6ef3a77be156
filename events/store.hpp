// The embedded store: one directory holding the log, the vault and the signing key.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "events/damage.hpp"
#include "events/log.hpp"
#include "events/merkle/signer.hpp"

namespace minhbach::events {

struct StoreOptions {
    std::size_t group_events_max = 4096;          // events in one synced batch
    std::size_t queue_events_max = 200'000;       // accepted and not yet durable; beyond: `overloaded`
    std::size_t queue_bytes_max = 256u << 20;     // the same in bytes; one append alone may be larger
    std::uint64_t free_bytes_min = 256ull << 20;  // less free space than this: `read-only`, before any write
    std::size_t block_cache_bytes = 32ull << 20;
    std::int64_t checkpoint_every_ms = 100;
    std::int64_t reopen_every_ms = 500;        // after a failed write, until it succeeds
    std::int64_t publish_millis_max = 10'000;  // for how long `publish_checkpoint` blocks
    // What a scrub found, heeded as events/damage.hpp says; null: nobody looks.
    std::shared_ptr<const KnownDamage> damage = {};
    // Signs in the place of the store's own key, which it must be.
    std::shared_ptr<const merkle::Signer> signer = {};
};

// Creates a new store in an absent or empty directory. `origin` is a scheme-less URL without space or '+'.
// The signing key is a new one in a file, or the one in the PKCS#11 token that this URI names
// (events/pkcs11/token_signer.hpp). Refuses a directory that holds anything, and what `open_token` refuses.
Outcome create_store(const std::filesystem::path& directory, const std::string& origin,
                     const std::optional<std::string>& token = {});

// Opens for writing; one process at a time. Every erasure that the log approves has been carried out when this returns.
// Refuses, saying what the operator can do: a directory that is missing, foreign (no store, or of another format), held
// by another process, damaged, or shorter than its own last published checkpoint, and a signing key in a token that is
// away (`signer-unavailable`). `clock` must outlive the log.
Result<std::unique_ptr<Log>> open_store(const std::filesystem::path& directory, Clock& clock,
                                        const StoreOptions& options = {});

// Opens a store for reading while another process may be writing it; sees what was durable at this moment. append
// refuses.
Result<std::unique_ptr<Log>> open_store_read_only(const std::filesystem::path& directory);

// From here on the store signs with another key: a new one in a file, or the one in the token that is named. What the
// old one signed stays, and a statement of both leads from it to the new one (events/merkle/key_chain.hpp). Refuses
// what `open_store` refuses of a directory, and a key that the log had before (`already-exists`). What ends in the
// middle has either not begun or is finished when the store is next opened for writing.
Outcome rotate_signing_key(const std::filesystem::path& directory, const std::optional<std::string>& token = {});

// The verifier key alone, without opening the log.
Result<std::string> read_vkey(const std::filesystem::path& directory);

}  // namespace minhbach::events
