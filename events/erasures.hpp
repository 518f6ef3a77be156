// Erasures as the main ledger tells them, and how the vault is made to follow. An approved erasure is carried out again
// at every opening of a store and after every restore, so a crash between approval and destruction, or an older copy
// of the vault, heals by itself.
//
// Thread-safety: any thread.
#pragma once

#include <vector>

#include "events/log.hpp"

namespace minhbach::events {

struct ApprovedErasure {
    ErasureId erasure;
    PersonCode subject;
    Position approved;
    bool executed = false;  // entered in the log
};

// In the order of their approval; of what is durable. O(events of erasures).
std::vector<ApprovedErasure> approved_erasures(const Log& log);

// Destroys every key that an approved erasure forbids; gives back the people whose key was still there. `open_store`
// and `open_store_read_only` have done it before they give a log away; whoever puts events or keys under an open log
// (a restore, a follower) calls it before anything is read. Throws std::system_error like Log::erase.
std::vector<PersonCode> reapply_erasures(Log& log);

// What nobody can read any more once the person's key is gone. O(events about the person).
struct Lost {
    std::int64_t events = 0;         // of the main ledger, with a part about the person
    std::int64_t parts = 0;          // of them
    std::int64_t access_events = 0;  // of the access ledger
    std::int64_t files = 0;          // attachments about the person that were handed in
};
Lost count_lost(const Log& log, const PersonCode& subject);

}  // namespace minhbach::events
