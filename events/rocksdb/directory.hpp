// The directory of a store beside RocksDB: what it is, who holds it, the signing key, and what was last signed.
//   format        what this is: format version, origin, verifier key
//   lock          held by the one process that writes
//   signing-key   Ed25519, owner only; or in which token the key is
//   keys          the statements that lead from the log's first key to this one, if it ever had another
//   vault         keys of data subjects, owner only
//   signed        size and root of the newest checkpoint of each ledger
//   log/          RocksDB
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "events/files.hpp"
#include "events/log.hpp"
#include "events/merkle/note.hpp"
#include "events/rocksdb/columns.hpp"
#include "events/rocksdb/signing_key.hpp"

namespace minhbach::events {

struct StoreIdentity {
    std::filesystem::path directory;
    std::string origin;  // of the main ledger
    std::string vkey;    // of the main ledger
    std::string key_chain = {};

    std::string origin_of(Ledger ledger) const { return ledger == Ledger::main ? origin : origin + "/access"; }
    std::filesystem::path log() const { return directory / "log"; }
    std::filesystem::path vault() const { return directory / "vault"; }
};

// Makes the directory with this signing key and a new vault. Nothing in it is a store before `write_identity`, the last
// step.
Outcome prepare_directory(const StoreIdentity& identity, const SigningKey& key, const Files& files = Files::real());
// The same with a vault that exists, as bytes of its file, and the identity's chain of keys.
Outcome prepare_directory(const StoreIdentity& identity, const SigningKey& key, std::string_view vault);
void write_identity(const StoreIdentity& identity, const Files& files = Files::real());

Result<StoreIdentity> read_identity(const std::filesystem::path& directory);
// The key of the store; asks no token.
Result<SigningKey> read_signing_key(const StoreIdentity& identity);
// For whoever reads alone: where a change of the key stopped before the new one took the old one's place the store is
// what it was, for nothing was signed with the next key.
StoreIdentity without_unfinished_rotation(StoreIdentity identity);

// Another signing key: a new one, or the one of the token that is named. What ends between two steps is carried on by
// `finish_rotation`, or never began:
//   1 the new key lies in signing-key.next   2 the statement is in `keys`: from here on the key is the new one
//   3 `format` names it                      4 signing-key.next takes the place of signing-key
// `after` is told of every step that is done; for tests. The directory must be held.
Outcome rotate_key(const StoreIdentity& identity, const std::optional<std::string>& token,
                   const std::function<void(int step)>& after);
// Does what was left to be done; of a directory that is held.
Outcome finish_rotation(const StoreIdentity& identity);

// The directory is this process's until the file is closed.
Result<File> hold_directory(const std::filesystem::path& directory);

Refusal held_store(const std::filesystem::path& directory);
Refusal damaged_store(const std::filesystem::path& directory, const std::string& what_vi, const std::string& what_en);

// Size and root of the newest signed checkpoints, synced before a signature is released: a log that comes back shorter,
// or with another root at that size, has lost or changed what it signed.
struct SignedState {
    std::uint64_t sequence = 0;
    std::array<std::uint64_t, kLedgerCount> sizes{};
    std::array<Hash, kLedgerCount> roots{};
    friend bool operator==(const SignedState&, const SignedState&) = default;
};

// Two slots in turn, so that a torn write leaves the state before.
class SignedFile {
public:
    static constexpr std::size_t slot_bytes = 4096;
    static void create(const std::filesystem::path& directory, const SignedState& state,
                       const Files& files = Files::real());
    // Nothing if neither slot is whole.
    static std::optional<SignedState> read(const std::filesystem::path& directory, const Files& files = Files::real());

    // Which of the slots are neither whole nor new.
    static std::vector<std::string> damages(const std::filesystem::path& directory);

    explicit SignedFile(const std::filesystem::path& directory, const Files& files = Files::real());
    void write(SignedState& state);  // gives it the next sequence number; throws std::system_error

private:
    const Files& files_;
    File file_;
};

}  // namespace minhbach::events
