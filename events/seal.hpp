// Parts of payloads as they are kept: committed, compressed, sealed.
//   commitment        = SHA256("mb-payload-v1" ‖ salt ‖ plaintext)
//   data key ‖ salt   = HKDF-Expand-SHA256(key, "mb-part-v1" ‖ event id ‖ part, 64)
//   sealed            = format byte ‖ AES-256-GCM(data key, nonce = first 12 bytes of the commitment, AAD) ‖ tag
// The commitment is over the plaintext, so ciphers can change without a leaf. `key` is the subject's, or the log's own.
// The nonce follows from the plaintext: one data key never encrypts two texts under one nonce, even if an event id
// returns. Parts about nobody are kept plain (format byte ‖ bytes), with a salt from the log's own key.
//
// Every function may be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/record.hpp"
#include "events/vault.hpp"

namespace minhbach::events {

// Which part of which event: bound into keys, salts and seals.
struct PartName {
    EventId event;
    std::uint32_t number = 0;
};

enum class Secrecy : std::uint8_t { plain, sealed };

struct SealedPart {
    std::string bytes;
    Hash commitment{};
};

SealedPart seal_part(const VaultKey& key, Secrecy secrecy, const PartName& part, std::string_view plaintext);

// The plaintext. Throws std::runtime_error if the bytes are not what `seal_part` gave for this key, part and
// commitment.
std::string open_part(const VaultKey& key, Secrecy secrecy, const PartName& part, const Hash& commitment,
                      std::string_view bytes);

Hash part_salt(const VaultKey& key, const PartName& part);
Hash commitment_of(const Hash& salt, std::string_view plaintext);

// RFC 5869 section 2.3 for at most two blocks, with `info` bound by each.
std::string hkdf_expand(const VaultKey& key, std::string_view info, std::size_t size);

// The sealed parts of one event as one row. `subject` is the index into the record's subjects, or nobody.
struct KeptPart {
    static constexpr std::uint64_t kNobody = ~std::uint64_t{0};
    std::uint64_t subject = kNobody;
    std::string bytes;
};
std::string encode_payload(const std::vector<KeptPart>& parts);
// Throws std::runtime_error on anything `encode_payload` does not write.
std::vector<KeptPart> decode_payload(std::string_view row);

}  // namespace minhbach::events
