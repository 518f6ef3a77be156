// C2SP signed-note v1.0.0 with Ed25519: a text, an empty line, and signature lines "— <name> <base64(key id ‖
// signature)>".
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/result.hpp"

namespace minhbach::events::merkle {

using Seed = std::array<std::uint8_t, 32>;  // an Ed25519 private key

bool is_key_name(std::string_view name);  // not empty, UTF-8, no Unicode space, no '+'

// Knows one public key. `parse` reads the C2SP form name+keyid+base64. Thread-safe.
class NoteVerifier {
public:
    static Result<NoteVerifier> parse(std::string_view vkey);
    const std::string& name() const { return name_; }
    std::uint32_t key_id() const { return key_id_; }
    std::string vkey() const;
    // The same key under another name: a log's ledgers share one key.
    NoteVerifier renamed(std::string name) const;
    bool verify(std::string_view text, std::string_view signature) const;

private:
    NoteVerifier(std::string name, std::uint32_t key_id, std::string public_key)
        : name_(std::move(name)), key_id_(key_id), public_key_(std::move(public_key)) {}
    std::string name_;
    std::uint32_t key_id_;
    std::string public_key_;
};

// Holds one private key under one name. Thread-safe.
class NoteSigner {
public:
    NoteSigner(std::string name, const Seed& seed);  // throws std::logic_error if the name is not one
    static Seed random_seed();

    const std::string& name() const { return name_; }
    std::string vkey() const;
    // `text` must end with a line feed; the result is the whole note.
    std::string sign(std::string_view text) const;

private:
    std::string name_;
    std::shared_ptr<void> key_;  // EVP_PKEY
    std::string public_key_;
    std::uint32_t key_id_;
};

struct OpenedNote {
    std::string text;                   // with its final line feed
    std::vector<std::string> verified;  // names of the keys whose signatures verified
};

// Refuses (`proof-invalid`) a malformed note, a bad signature of a known key, and a note none of the keys signed.
// Signatures of unknown keys are ignored.
Result<OpenedNote> open_note(std::string_view note, std::span<const NoteVerifier> verifiers);

}  // namespace minhbach::events::merkle
