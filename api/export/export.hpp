// An audit package leaves the house: for a scope, at a published checkpoint of the main ledger.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "api/export/selection.hpp"
#include "events/log.hpp"
#include "events/package/package.hpp"

namespace minhbach::api::exports {

struct Exported {
    std::uint64_t size = 0;  // of the log it rests on
    std::uint64_t bytes = 0;
    Digest digest;  // of the whole file
    events::package::Written written;
};

// Writes the package to `file`, which must not exist; on a refusal or an exception nothing is left there. `size` names
// a published checkpoint (`not-found-or-not-allowed` if there is none); absent: the newest. `published` is the only one
// that may leave the house, with its cosignatures, which go with the package; of size 0 there is none yet
// (`not-yet-known`); absent: every one the log signs may, and the newest is made now. The same scope at the same
// checkpoint gives the same bytes. Throws std::system_error for the disk.
Result<Exported> write_export(events::Log& log, const Scope& scope, std::optional<std::uint64_t> size,
                              const std::optional<events::Checkpoint>& published, const std::filesystem::path& file,
                              const events::package::Progress& progress);

}  // namespace minhbach::api::exports
