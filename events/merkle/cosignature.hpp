// C2SP tlog-cosignature v1 with Ed25519: a witness vouches that it knows no other history of the log than one that
// leads to this checkpoint, and when it saw it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/merkle/note.hpp"

namespace minhbach::events::merkle {

// Holds a witness's private key. Thread-safe.
class Cosigner {
public:
    Cosigner(std::string name, const Seed& seed);  // throws std::logic_error if the name is not one
    const std::string& name() const { return key_.name; }
    std::string vkey() const { return key_.vkey(); }
    // The signature line over the text of a checkpoint (with its final line feed), at so many seconds since 1970.
    std::string cosign(std::string_view text, std::uint64_t seconds) const;

private:
    PrivateKey private_key_;
    NamedKey key_;
};

struct Cosignature {
    std::uint64_t seconds = 0;  // since 1970: when the witness saw the checkpoint
    std::string line;           // with its line feed
};
// The newest cosignature of the witness over the text of a checkpoint among these signature lines, which come from
// anywhere: what others signed is passed over. Nothing if it has none; `proof-invalid` if one of its own is wrong, or a
// line is none.
Result<std::optional<Cosignature>> find_cosignature(std::string_view text, std::string_view lines,
                                                    const NamedKey& witness);
// When the witness saw the checkpoint that is this note: the same, of the lines under it.
Result<std::optional<std::uint64_t>> cosigned_at(std::string_view note, const NamedKey& witness);

}  // namespace minhbach::events::merkle
