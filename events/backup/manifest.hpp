// The manifest of one run of a backup: everything the backup holds after it, and both ledgers at one moment. A note
// signed with the log's key; LOG_FORMAT.md has the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/kept.hpp"
#include "events/merkle/note.hpp"
#include "events/vocabulary/time.hpp"

namespace minhbach::events::backup {

struct KeptFile {
    std::string name;  // below the folder of the backup
    std::uint64_t bytes = 0;
    Hash digest{};  // SHA-256
    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

struct Manifest {
    std::string origin;
    std::uint64_t run = 0;  // 1, 2, 3, ...
    Time taken_at;          // by the clock of the machine that ran it: for people
    Moment moment;
    std::vector<KeptFile> files;  // by name, rising
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string text_of(const Manifest& manifest);
// `keys`: those the log has had, at least one. Refuses (`backup-damaged`) whatever `text_of` would not have written and
// none of them signed.
Result<Manifest> open_manifest(std::string_view note, std::span<const merkle::NoteVerifier> keys);

Refusal damaged_backup(const std::string& what_vi, const std::string& what_en);

inline Refusal foreign(const std::string& vi, const std::string& en) {
    return {"backup-foreign", "", "", vi, en, {}};
}
inline std::size_t index(Ledger ledger) {
    return static_cast<std::size_t>(ledger);
}

}  // namespace minhbach::events::backup
