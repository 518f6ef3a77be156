// C2SP tlog-checkpoint v1.0.0: origin, size and root, one per line, as the text of a signed note.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "events/merkle/hash.hpp"
#include "events/merkle/note.hpp"
#include "events/result.hpp"

namespace minhbach::events::merkle {

struct CheckpointBody {
    std::string origin;
    std::uint64_t size = 0;
    Hash root{};
    friend bool operator==(const CheckpointBody&, const CheckpointBody&) = default;
};

std::string text_of(const CheckpointBody& body);
// Further lines after the root are accepted and ignored, as the specification allows them.
Result<CheckpointBody> parse_checkpoint(std::string_view text);
// Opens the note with the log's key and requires the origin to be the key's name.
Result<CheckpointBody> open_checkpoint(std::string_view note, const NoteVerifier& log);
// The same with the keys that one log has had: one of them must have signed, and none may have signed wrongly.
Result<CheckpointBody> open_checkpoint(std::string_view note, std::span<const NoteVerifier> keys);

}  // namespace minhbach::events::merkle
