// C2SP signed-note v1.0.0 with Ed25519: a text, an empty line, and signature lines "— <name> <base64(key id ‖
// signature)>".
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/merkle/ed25519.hpp"
#include "events/result.hpp"

namespace minhbach::events::merkle {

bool is_key_name(std::string_view name);  // not empty, UTF-8, no Unicode space, no '+'

// Knows one public key. `parse` reads the C2SP form name+keyid+base64. Thread-safe.
class NoteVerifier {
public:
    static Result<NoteVerifier> parse(std::string_view vkey);
    const std::string& name() const { return key_.name; }
    std::uint32_t key_id() const { return key_id_; }
    std::string vkey() const { return key_.vkey(); }
    // The same key under another name: a log's ledgers share one key.
    NoteVerifier renamed(std::string name) const;
    bool verify(std::string_view text, std::string_view signature) const { return key_.verify(text, signature); }

private:
    explicit NoteVerifier(NamedKey key) : key_(std::move(key)), key_id_(key_.id()) {}
    NamedKey key_;
    std::uint32_t key_id_;
};

// Holds one private key under one name. Thread-safe.
class NoteSigner {
public:
    // Both throw std::logic_error if the name is not one.
    NoteSigner(std::string name, const Seed& seed);
    NoteSigner(std::string name, std::shared_ptr<const Signer> signer);
    static Seed random_seed() { return PrivateKey::random_seed(); }

    const std::string& name() const { return key_.name; }
    std::string vkey() const { return key_.vkey(); }
    // `text` must end with a line feed; the result is the whole note. Throws SignerUnavailable.
    std::string sign(std::string_view text) const;

private:
    std::shared_ptr<const Signer> signer_;
    NamedKey key_;
};

// A key in the form name+keyid+base64, of the type that is expected.
Result<NamedKey> parse_vkey(std::string_view vkey, char type);
// "— <name> <base64(key id ‖ blob)>" with its line feed.
std::string signature_line(const NamedKey& key, std::string_view blob);
struct SignatureLine {
    std::string_view name;
    std::uint32_t key_id;
    std::string blob;  // what follows the key id
};
// `line` without its line feed.
Result<SignatureLine> parse_signature_line(std::string_view line);

struct OpenedNote {
    std::string text;                   // with its final line feed
    std::vector<std::string> verified;  // names of the keys whose signatures verified
};

// Refuses (`proof-invalid`) a malformed note, a bad signature of a known key, and a note none of the keys signed.
// Signatures of unknown keys are ignored.
Result<OpenedNote> open_note(std::string_view note, std::span<const NoteVerifier> verifiers);

}  // namespace minhbach::events::merkle
