// The store on file systems of the caller's choice: for fault runs. `env`, which may be null for the machine's own, and
// `files` must outlive the log.
#pragma once

#include <rocksdb/env.h>

#include "events/files.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/engine.hpp"
#include "events/store.hpp"

namespace minhbach::events {

Outcome create_store_on(const std::filesystem::path& directory, const std::string& origin, rocksdb::Env* env,
                        const Files& files = Files::real(), const std::optional<std::string>& token = {});
Result<std::unique_ptr<Log>> open_store_on(const std::filesystem::path& directory, Clock& clock,
                                           const StoreOptions& options, rocksdb::Env* env,
                                           const Files& files = Files::real());

// The engine of a store that another process may be writing, with what was signed before it was opened; refuses as
// `open_store_read_only` does.
struct Reading {
    StoreIdentity identity;
    SignedState state;
    std::unique_ptr<Engine> engine;
};
Result<Reading> open_reading(const std::filesystem::path& directory, Engine::Access access = Engine::Access::read_only);
std::uint64_t vault_entries_of(const Engine& engine);

// As `rotate_signing_key`; `after` is told of each step (directory.hpp) that is done.
Outcome rotate_signing_key(const std::filesystem::path& directory, const std::optional<std::string>& token,
                           const std::function<void(int step)>& after);

}  // namespace minhbach::events
