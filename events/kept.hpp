// A store as it is kept, row by row and sealed: for backups, and for whatever builds a store from rows. No payload is
// opened here.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "events/log.hpp"

namespace minhbach::events {

inline constexpr std::array kLedgersOfStore{Ledger::main, Ledger::access};

// "main", "access": in names of files and in what is told.
inline std::string_view name_of(Ledger ledger) {
    return ledger == Ledger::main ? "main" : "access";
}

// Both ledgers as one signature of the store left them. Everything in it is durable, and each root is that of a
// published checkpoint.
struct Moment {
    std::array<std::uint64_t, 2> sizes{};  // by ledger
    std::array<Hash, 2> roots{};
    friend bool operator==(const Moment&, const Moment&) = default;
};

using VisitRow = std::function<void(std::uint64_t position, std::string_view record, std::string_view payload)>;

// What was there when it was opened, while another process may go on writing. Damage throws std::runtime_error.
class KeptStore {
public:
    virtual ~KeptStore() = default;
    virtual const std::string& origin() const = 0;  // of the main ledger
    virtual const std::string& vkey() const = 0;
    virtual const std::string& key_chain() const = 0;  // as `Log::key_chain`
    virtual const Moment& moment() const = 0;          // the newest that was signed
    virtual std::uint64_t vault_entries() const = 0;   // how many the vault has at least
    // How many rows there are: the last ones may not have been signed yet.
    virtual std::uint64_t size(Ledger ledger) const = 0;
    virtual Hash root(Ledger ledger, std::uint64_t size) const = 0;  // by the kept tiles
    virtual std::vector<Hash> tile(Ledger ledger, unsigned level, std::uint64_t index, unsigned width) const = 0;
    virtual void scan(Ledger ledger, std::uint64_t from, std::uint64_t to, const VisitRow& visit) const = 0;
    // Those of a size above `above` and up to `to`, rising.
    virtual void visit_checkpoints(Ledger ledger, std::uint64_t above, std::uint64_t to,
                                   const std::function<void(const Checkpoint&)>& visit) const = 0;
    // As `Log::sign_statement`.
    virtual std::string sign(std::string_view text) const = 0;
};

// Refuses as `open_store_read_only` does, and a signing key in a token that is away.
Result<std::unique_ptr<KeptStore>> open_kept_store(const std::filesystem::path& directory);

// The newest moment that a store's file `signed` tells of, also of a store that does not open any more. Refuses
// (`directory-damaged`) a directory without one.
Result<Moment> signed_moment_of(const std::filesystem::path& directory);

// What can still be read of a damaged store. Nothing here is proven.
class Remains {
public:
    virtual ~Remains() = default;
    // Record and payload; nothing where one of them is lost.
    virtual std::optional<std::pair<std::string, std::string>> row(Ledger ledger, std::uint64_t position) const = 0;
    virtual void visit_checkpoints(Ledger ledger, std::uint64_t above,
                                   const std::function<void(const Checkpoint&)>& visit) const = 0;
};
// Null where nothing can be read. `scratch` is a directory on the same disk that may be made for it.
std::unique_ptr<Remains> open_remains(const std::filesystem::path& directory, const std::filesystem::path& scratch);

// What a store is founded on: its name, two secret files as they are, and the statements that lead to the signing key.
struct Foundation {
    std::string origin;
    std::string signing_key;
    std::string vault;
    std::string key_chain = {};
};

// Refuses (`directory-damaged`) a signing key or vault that is not whole.
Result<std::string> vkey_of(const Foundation& foundation);

// Builds a store from rows that are known to be sound: indices and tiles follow from the records. Nothing is a store
// before `finish`. Errors of the disk throw std::runtime_error.
class StoreBuilder {
public:
    virtual ~StoreBuilder() = default;
    // Rows of a ledger come in order, from position 0 on.
    virtual void add(Ledger ledger, const Record& record, std::string_view bytes, std::string_view payload) = 0;
    // Of a size that the rows have reached.
    virtual void add_checkpoint(Ledger ledger, const Checkpoint& checkpoint) = 0;
    virtual std::uint64_t size(Ledger ledger) const = 0;
    virtual Hash root(Ledger ledger) const = 0;
    // Makes it durable, and a store whose newest signed moment is `moment`: of each ledger a size that the rows reach,
    // with its root. A checkpoint that is missing there is signed again; the same text gives the same signature.
    virtual void finish(const Moment& moment) = 0;
};

// In an absent or empty directory. A signing key in a token is asked for its signature: refuses (`signer-unavailable`).
Result<std::unique_ptr<StoreBuilder>> build_store(const std::filesystem::path& directory, const Foundation& foundation);

}  // namespace minhbach::events
