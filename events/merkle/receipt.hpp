// C2SP tlog-proof v1: that an entry is in a log, as one file that is checked offline: the entry's place, the path from
// its leaf to the root, and the checkpoint with that root.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/checkpoint.hpp"
#include "events/merkle/hash.hpp"
#include "events/result.hpp"

namespace minhbach::events::merkle {

inline constexpr std::string_view kReceiptTitle = "c2sp.org/tlog-proof@v1";

struct Receipt {
    std::string extra;  // bytes that nothing vouches for: here the entry itself, or nothing
    std::uint64_t index = 0;
    std::vector<Hash> path;  // from the leaf's sibling up
    std::string checkpoint;  // the signed note, with every signature
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

std::string text_of(const Receipt& receipt);
// Refuses (`proof-invalid`) whatever `text_of` would not have written around its checkpoint. The note is not opened.
Result<Receipt> parse_receipt(std::string_view text);
// The checkpoint in which the leaf stands at the receipt's index. Refuses (`proof-invalid`) a path that does not lead
// there, and a checkpoint that the log did not sign.
Result<CheckpointBody> check_receipt(const Receipt& receipt, const Hash& leaf, const NoteVerifier& log);

}  // namespace minhbach::events::merkle
