// How a log goes over to another signing key: a statement that the old and the new key both signed. Whoever trusts an
// old key follows the statements to the present one; what old keys signed stays as it is.
//
//   minhbach key rotation v1
//   from <verifier key>
//   to <verifier key>
//
//   — <origin> <signature by the old key>
//   — <origin> <signature by the new key>
//
// A chain is such notes one behind the other, each from the key that the one before led to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/note.hpp"

namespace minhbach::events::merkle {

// The statement; both keys have one name.
std::string rotation_note(const NoteSigner& from, const NoteSigner& to);

// All keys of a chain, from the first on; none of an empty one. Refuses (`proof-invalid`) a chain with anything wrong.
Result<std::vector<NoteVerifier>> keys_of_chain(std::string_view chain);
// The trusted key and those that it leads to; refuses a chain that does not know it. An empty chain leads nowhere.
Result<std::vector<NoteVerifier>> keys_after(const NoteVerifier& trusted, std::string_view chain);
// The keys that led to the trusted one, which is the last: of them it says itself, signed, that they are its log's.
// Refuses a chain that does not know it. An empty chain has no other.
Result<std::vector<NoteVerifier>> keys_up_to(const NoteVerifier& trusted, std::string_view chain);
// The statements about just these keys.
Result<std::string> chain_up_to(const NoteVerifier& trusted, std::string_view chain);

}  // namespace minhbach::events::merkle
