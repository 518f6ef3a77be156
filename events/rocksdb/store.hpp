// The store on a file system of the caller's choice: for fault runs. `env` may be null and must outlive the log.
#pragma once

#include <rocksdb/env.h>

#include "events/store.hpp"

namespace minhbach::events {

Result<std::unique_ptr<Log>> open_store_on(const std::filesystem::path& directory, Clock& clock,
                                           const StoreOptions& options, rocksdb::Env* env);

}  // namespace minhbach::events
