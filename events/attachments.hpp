// Files that acts rest on, kept beside the log: sealed piece by piece as parts of payloads are (events/seal.hpp; the
// file's random id takes the place of the event's), durable before the event that names them, never whole in memory.
//
// A file that no event names is only a file: it was never handed in. Erasing a person's key makes every piece about
// that person unreadable, as it does with payloads.
//
// Thread-safety: any member from any thread; two writers of one file end in a refusal, not in damage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/merkle/hash.hpp"
#include "events/result.hpp"
#include "events/vocabulary/text.hpp"

namespace minhbach::events {

class Attachments {
public:
    static constexpr std::size_t piece_bytes_max = 1u << 20;
    static constexpr std::uint64_t pieces_max = 256;

    virtual ~Attachments() = default;

    // A new, empty file about a person or about nobody. Refuses `erased` where the person's key was destroyed, and
    // `read-only` where the disk is nearly full.
    virtual Result<AttachmentId> begin(const std::optional<PersonCode>& subject) = 0;

    // The next piece, 1 to piece_bytes_max bytes; all but the last are full. One that was written before is compared
    // and changes nothing, so a client may repeat itself. Durable when this returns. Refuses
    // `not-found-or-not-allowed`, `invalid-field` (out of order, another content, no room for more), `erased`. Throws
    // std::system_error for the disk: the piece is there or not, and may be sent again.
    virtual Outcome put(const AttachmentId& id, std::uint64_t number, std::string_view bytes) = 0;

    struct Whole {
        std::optional<PersonCode> subject;
        std::uint64_t pieces = 0;
        std::uint64_t bytes = 0;
        Hash digest{};  // SHA-256 of the plain bytes
    };
    // Closes the file: nothing is added any more. The same every time. Refuses an empty one (`invalid-field`).
    virtual Result<Whole> finish(const AttachmentId& id) = 0;
    virtual Result<Whole> look(const AttachmentId& id) const = 0;  // refuses what is not finished as not found
    // The plain bytes of a piece; refuses `erased`. Throws std::runtime_error for damage.
    virtual Result<std::string> piece(const AttachmentId& id, std::uint64_t number) const = 0;
};

}  // namespace minhbach::events
