#include "events/rocksdb/store.hpp"

#include <sys/statvfs.h>

#include <chrono>
#include <system_error>
#include <thread>

#include "events/big_endian.hpp"
#include "events/erasures.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/pkcs11/token_signer.hpp"
#include "events/rocksdb/embedded_log.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kReadOnlyCacheBytes = 8u << 20;
constexpr int kReadOnlyAttempts = 40;
constexpr std::chrono::milliseconds kReadOnlyPause{50};
constexpr std::uint64_t kOpeningBytesMin = 16u << 20;

bool is_full(const std::filesystem::path& directory) {
    struct statvfs status{};
    return ::statvfs(directory.c_str(), &status) == 0 &&
           static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize < kOpeningBytesMin;
}

Refusal full(const std::filesystem::path& directory) {
    return {"read-only",
            "",
            "",
            "Ổ đĩa của " + directory.string() + " đã đầy; hãy giải phóng dung lượng rồi mở lại.",
            "The disk of " + directory.string() + " is full; free space and open again.",
            {}};
}

Refusal input_output(const std::filesystem::path& directory, const std::string& what) {
    if (is_full(directory)) return full(directory);
    return {"directory-damaged",
            "",
            "",
            "Không đọc hoặc ghi được thư mục " + directory.string() + "; hãy kiểm tra ổ đĩa và quyền truy cập.",
            "The directory " + directory.string() + " cannot be read or written; check the disk and the permissions. " +
                what,
            {}};
}

Refusal cannot_open(const std::filesystem::path& directory, const std::string& what) {
    if (is_full(directory)) return full(directory);
    return damaged_store(directory, "cơ sở dữ liệu không mở được (" + what + ").",
                         "its database cannot be opened (" + what + ").");
}

Result<SignedState> read_signed(const std::filesystem::path& directory, const Files& files = Files::real()) {
    const auto state = SignedFile::read(directory, files);
    if (!state) return damaged_store(directory, "tệp signed không đọc được.", "the file signed cannot be read.");
    return *state;
}

Outcome keeps_promise(const std::filesystem::path& directory, const Engine& engine, const SignedState& state) {
    const auto broken = broken_promise(engine, state);
    if (!broken) return std::monostate{};
    return damaged_store(directory, "nhật ký không còn đủ những gì đã ký xác nhận (" + *broken + ").",
                         "it no longer holds what it signed: " + *broken);
}

// Opens what is in a held directory, promise by promise.
Result<std::unique_ptr<Log>> open_held(const StoreIdentity& identity, File lock, Clock& clock,
                                       const StoreOptions& options, rocksdb::Env* env, const Files& files) {
    const auto& directory = identity.directory;
    if (auto finished = finish_rotation(identity); !finished) return finished.error();
    const auto key = read_signing_key(identity);
    if (!key) return key.error();
    const auto signer = options.signer ? Result<std::shared_ptr<const merkle::Signer>>(options.signer) : key->signer();
    if (!signer) return signer.error();
    if (merkle::NoteSigner(identity.origin, *signer).vkey() != identity.vkey)
        throw std::logic_error("a signer that is not the key of the store");
    const auto state = read_signed(directory, files);
    if (!state) return state.error();
    const EngineOpener opener = [path = identity.log(), cache = options.block_cache_bytes, env] {
        return std::make_unique<Engine>(path, Engine::Access::write, cache, env);
    };
    try {
        auto engine = opener();
        if (auto kept = keeps_promise(directory, *engine, *state); !kept) return kept.error();
        auto vault = open_vault(identity.vault(), vault_entries_of(*engine), VaultAccess::write, files);
        if (!vault) return vault.error();
        std::unique_ptr<Log> log =
            std::make_unique<EmbeddedLog>(identity, *signer, std::move(lock), opener, std::move(engine),
                                          std::move(*vault), *state, clock, options, files);
        reapply_erasures(*log);
        return log;
    } catch (const EngineHeld&) {
        return held_store(directory);
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    } catch (const std::runtime_error& error) {
        return cannot_open(directory, error.what());
    }
}

Result<Reading> try_reading(const StoreIdentity& identity, Engine::Access access) {
    const auto& directory = identity.directory;
    // Read before the database: what is signed is there already.
    const auto state = read_signed(directory);
    if (!state) return state.error();
    try {
        auto engine = std::make_unique<Engine>(identity.log(), access, kReadOnlyCacheBytes, nullptr);
        if (auto kept = keeps_promise(directory, *engine, *state); !kept) return kept.error();
        return Reading{identity, *state, std::move(engine)};
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    } catch (const std::runtime_error& error) {
        return cannot_open(directory, error.what());
    }
}

}  // namespace

std::uint64_t vault_entries_of(const Engine& engine) {
    const auto row = engine.get_store_row(kVaultEntriesRow);
    return row ? read_big_endian(*row) : 0;
}

Outcome create_store_on(const std::filesystem::path& directory, const std::string& origin, rocksdb::Env* env,
                        const Files& files, const std::optional<std::string>& token) {
    StoreIdentity identity{directory, origin, ""};
    try {
        const auto key = SigningKey::chosen(token);
        if (!key) return key.error();
        const auto signer = key->signer();
        if (!signer) return signer.error();
        if (auto prepared = prepare_directory(identity, *key, files); !prepared) return prepared;
        identity.vkey = key->vkey(origin);
        Engine::create(identity.log(), env);
        Engine engine(identity.log(), Engine::Access::write, kReadOnlyCacheBytes, env);
        SignedState state;
        rocksdb::WriteBatch batch;
        for (const auto ledger : kLedgers) {
            const auto name = identity.origin_of(ledger);
            const auto root = merkle::empty_root();
            state.roots[index_of(ledger)] = root;
            const auto note = merkle::NoteSigner(name, *signer).sign(merkle::text_of({name, 0, root}));
            batch.Put(engine.column(ledger, Column::checkpoints), big_endian(0), std::string(view(root)) + note);
        }
        batch.Put(engine.store_column(), std::string(kVaultEntriesRow), big_endian(1));
        if (const auto status = engine.write(batch); !status.ok()) return input_output(directory, status.ToString());
        SignedFile::create(directory, state, files);
        write_identity(identity, files);
    } catch (const merkle::SignerUnavailable& error) {
        return pkcs11::unavailable(error.what());
    } catch (const std::runtime_error& error) {
        return input_output(directory, error.what());
    }
    return std::monostate{};
}

Outcome create_store(const std::filesystem::path& directory, const std::string& origin,
                     const std::optional<std::string>& token) {
    return create_store_on(directory, origin, nullptr, Files::real(), token);
}

Result<std::unique_ptr<Log>> open_store_on(const std::filesystem::path& directory, Clock& clock,
                                           const StoreOptions& options, rocksdb::Env* env, const Files& files) {
    try {
        const auto identity = read_identity(directory);
        if (!identity) return identity.error();
        auto lock = hold_directory(directory);
        if (!lock) return lock.error();
        return open_held(*identity, std::move(*lock), clock, options, env, files);
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    }
}

Result<std::unique_ptr<Log>> open_store(const std::filesystem::path& directory, Clock& clock,
                                        const StoreOptions& options) {
    return open_store_on(directory, clock, options, nullptr);
}

Result<Reading> open_reading(const std::filesystem::path& directory, Engine::Access access) {
    try {
        const auto identity = read_identity(directory);
        if (!identity) return identity.error();
        // A writer may remove a file between the moment its name is read and the moment it is opened: then look again.
        for (int attempt = 1;; ++attempt) {
            auto reading = try_reading(*identity, access);
            if (reading || attempt == kReadOnlyAttempts || reading.error().type != "directory-damaged" ||
                hold_directory(directory))
                return reading;
            std::this_thread::sleep_for(kReadOnlyPause);
        }
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    }
}

Result<std::unique_ptr<Log>> open_store_read_only(const std::filesystem::path& directory) {
    auto reading = open_reading(directory);
    if (!reading) return reading.error();
    try {
        auto vault = open_vault(reading->identity.vault(), vault_entries_of(*reading->engine), VaultAccess::read_only);
        if (!vault) return vault.error();
        std::unique_ptr<Log> log = std::make_unique<ReadingLog>(reading->identity, std::move(reading->engine),
                                                                std::move(*vault), reading->state);
        reapply_erasures(*log);
        return log;
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    } catch (const std::runtime_error& error) {
        return cannot_open(directory, error.what());
    }
}

Outcome rotate_signing_key(const std::filesystem::path& directory, const std::optional<std::string>& token,
                           const std::function<void(int step)>& after) {
    try {
        const auto unheld = read_identity(directory);
        if (!unheld) return unheld.error();
        const auto lock = hold_directory(directory);
        if (!lock) return lock.error();
        const auto identity = read_identity(directory);
        if (!identity) return identity.error();
        return rotate_key(*identity, token, after);
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    }
}

Outcome rotate_signing_key(const std::filesystem::path& directory, const std::optional<std::string>& token) {
    return rotate_signing_key(directory, token, [](int) {});
}

Result<std::string> read_vkey(const std::filesystem::path& directory) {
    try {
        const auto identity = read_identity(directory);
        if (!identity) return identity.error();
        return identity->vkey;
    } catch (const std::system_error& error) {
        return input_output(directory, error.what());
    }
}

}  // namespace minhbach::events
