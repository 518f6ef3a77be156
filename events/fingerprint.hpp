// How the fingerprint of a request with an idempotency key is kept: keyed, so that whoever has the record cannot test a
// guess of the request against it, and nobody can any more once one of the persons it is about was erased.
//
//   key  = HKDF-Expand-SHA256(log's own key, "mb-fingerprint-key-v1" ‖ SHA-256(K1 ‖ K2 ‖ ...), 32)
//   kept = HKDF-Expand-SHA256(key, "mb-fingerprint-v1" ‖ fingerprint, 32)
//
// K1, K2, ... are the keys of the subjects of all records of the append, by rising code, but of who was erased before.
#pragma once

#include <vector>

#include "events/record.hpp"
#include "events/vault.hpp"

namespace minhbach::events {

VaultKey fingerprint_key(const VaultKey& log_key, const std::vector<VaultKey>& subject_keys);
Hash kept_fingerprint(const VaultKey& key, const Hash& fingerprint);

}  // namespace minhbach::events
