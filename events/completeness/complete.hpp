// That an answer holds everything: all events of one stream, about one subject or of one actor below a checkpoint, as
// one file that is checked offline. LOG_FORMAT.md section 12.
//
// The sealed index says how many there were at its size, the gapless numbers in the records that none of those is
// missing, and behind that size the file holds every record of the ledger, so that the reader looks through them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/completeness/name_index.hpp"
#include "events/merkle/leaf_ranges.hpp"
#include "events/merkle/note.hpp"
#include "events/result.hpp"

namespace minhbach::events {

inline constexpr std::string_view kCompletenessTitle = "minhbach-complete v1";

struct CompletenessProof {
    std::string name;  // "<kind> <name>"
    std::string seal;  // "<position> <salt> <JSON>"
    IndexPath path;
    std::vector<std::string> records;  // rising: those of the answer below the sealed size, and all from there on
    std::vector<merkle::LeafRange> ranges;
    std::string checkpoint;  // the signed note, with every signature
};

std::string text_of(const CompletenessProof& proof);
// Refuses (`proof-invalid`) whatever `text_of` would not have written around its checkpoint. Nothing is verified.
Result<CompletenessProof> parse_completeness(std::string_view text);

struct Complete {
    std::string origin;
    std::string name;
    std::uint64_t count = 0;   // of the whole answer
    std::uint64_t sealed = 0;  // below the sealed size
    std::uint64_t size = 0;    // of the checkpoint
    Hash root{};
};
// What the proof proves under this key. Refuses (`proof-invalid`) with what does not hold.
Result<Complete> check_completeness(const CompletenessProof& proof, const merkle::NoteVerifier& log);

}  // namespace minhbach::events
