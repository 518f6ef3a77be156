// The verifier keys that a log has had.
#pragma once

#include <vector>

#include "events/log.hpp"
#include "events/merkle/note.hpp"

namespace minhbach::events {

// Under the ledger's name, oldest first; the last one is the present one. Throws std::runtime_error for a chain that is
// none, which no store opens with.
std::vector<merkle::NoteVerifier> keys_of(const Log& log, Ledger ledger);

}  // namespace minhbach::events
