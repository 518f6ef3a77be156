// A damaged store made whole again, beside itself: from its backup up to where that reaches, and from its own rows
// behind that, all of it proven by the root the log signed last.
#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "events/backup/manifest.hpp"

namespace minhbach::events::backup {

struct RepairOptions {
    std::filesystem::path data;                  // no other process may hold it
    std::filesystem::path from;                  // folder of its backup
    std::optional<std::filesystem::path> vault;  // the copy of the keys, where those are damaged, too
};

struct Repaired {
    Moment moment;                          // what was signed last, the same as before
    std::array<std::uint64_t, 2> rows{};    // of each ledger, in the end
    std::array<std::uint64_t, 2> mended{};  // of these, rows the store had otherwise or not at all
    std::uint64_t files = 0;                // of attachments, the same
};

// Builds the store in `to`, which must be absent; the damaged directory stays as it is. What lies beside the log there
// (tokens, attachments, cosigned checkpoints) is taken along; read models are not, they fold themselves anew. Refuses:
// what `restore` refuses of backup and keys; `directory-damaged`, if rows are lost that no backup holds: it names them.
Result<Repaired> repair(const RepairOptions& options, const std::filesystem::path& to);

}  // namespace minhbach::events::backup
