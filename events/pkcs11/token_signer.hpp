// A signing key in a PKCS#11 token: a smart card, an HSM, SoftHSM in tests. The key never leaves it.
//
// Which one, says a URI of RFC 7512 with the path of the module and the file of the PIN:
//   pkcs11:token=minhbach;object=log?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/minhbach/pin
// The key is an Ed25519 key (CKK_EC_EDWARDS) that signs with CKM_EDDSA; beside the private key the token holds the
// public one under the same label or id. The file of the PIN is the owner's alone and holds one line; a PIN inside the
// URI is refused, for URIs stand in the lists of processes and in the store.
#pragma once

#include <memory>
#include <string>

#include "events/merkle/signer.hpp"
#include "events/result.hpp"

namespace minhbach::events::pkcs11 {

// The token must be there when this is called; afterwards it may come and go: signing throws SignerUnavailable until it
// is back, and while it has not answered for two seconds. A PIN that the token refused is not given to it again until
// its file says another: tokens lock themselves after a few. Every signature is verified before it is returned.
// Refuses a URI that is none, lacks a part or has a PIN in it (`invalid-field`), a PIN that others may read
// (`directory-exposed`), and a token or key that cannot be used (`signer-unavailable`, with the reason).
Result<std::shared_ptr<const merkle::Signer>> open_token(const std::string& uri);

// What somebody is told whose key cannot be used: `signer-unavailable`.
Refusal unavailable(const std::string& why);

}  // namespace minhbach::events::pkcs11
