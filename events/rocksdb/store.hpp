// The store on file systems of the caller's choice: for fault runs. `env`, which may be null for the machine's own, and
// `files` must outlive the log.
#pragma once

#include <rocksdb/env.h>

#include "events/files.hpp"
#include "events/store.hpp"

namespace minhbach::events {

Outcome create_store_on(const std::filesystem::path& directory, const std::string& origin, rocksdb::Env* env,
                        const Files& files = Files::real());
Result<std::unique_ptr<Log>> open_store_on(const std::filesystem::path& directory, Clock& clock,
                                           const StoreOptions& options, rocksdb::Env* env,
                                           const Files& files = Files::real());

}  // namespace minhbach::events
