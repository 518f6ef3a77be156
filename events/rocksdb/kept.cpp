#include "events/kept.hpp"

#include <algorithm>
#include <stdexcept>

#include "events/big_endian.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/proof.hpp"
#include "events/rocksdb/directory.hpp"
#include "events/rocksdb/engine.hpp"
#include "events/rocksdb/reading_log.hpp"
#include "events/rocksdb/rows_of.hpp"
#include "events/rocksdb/store.hpp"

namespace minhbach::events {
namespace {

constexpr std::size_t kChunkBytes = 2u << 20;
constexpr std::size_t kBatchBytes = 4u << 20;
constexpr std::size_t kCacheBytes = 8u << 20;

Moment moment_of(const SignedState& state) {
    return {state.sizes, state.roots};
}

class EngineKept : public KeptStore {
public:
    EngineKept(StoreIdentity identity, std::shared_ptr<const merkle::Signer> signer, std::unique_ptr<Engine> engine,
               const SignedState& state)
        : identity_(std::move(identity)),
          signer_(identity_.origin, std::move(signer)),
          engine_(std::move(engine)),
          moment_(moment_of(state)) {}

    const std::string& origin() const override { return identity_.origin; }
    const std::string& vkey() const override { return identity_.vkey; }
    const std::string& key_chain() const override { return identity_.key_chain; }
    const Moment& moment() const override { return moment_; }
    std::uint64_t vault_entries() const override { return vault_entries_of(*engine_); }
    std::uint64_t size(Ledger ledger) const override { return engine_->size(ledger); }

    Hash root(Ledger ledger, std::uint64_t size) const override {
        const merkle::TileReader tiles = [&](unsigned level, std::uint64_t index, unsigned width) {
            return engine_->tile(ledger, level, index, width);
        };
        return merkle::TreeView(tiles, size).root();
    }

    std::vector<Hash> tile(Ledger ledger, unsigned level, std::uint64_t index, unsigned width) const override {
        return engine_->tile(ledger, level, index, width);
    }

    void scan(Ledger ledger, std::uint64_t from, std::uint64_t to, const VisitRow& visit) const override {
        while (from < to) {
            const auto rows = engine_->rows(ledger, from, to, kChunkBytes, true);
            for (std::size_t i = 0; i < rows.size(); ++i) visit(from++, rows[i].record, rows[i].payload);
        }
    }

    void visit_checkpoints(Ledger ledger, std::uint64_t above, std::uint64_t to,
                           const std::function<void(const Checkpoint&)>& visit) const override {
        engine_->visit_checkpoints(ledger, above + 1, [&](Checkpoint&& checkpoint) {
            if (checkpoint.size > to) return false;
            visit(checkpoint);
            return true;
        });
    }

    std::string sign(std::string_view text) const override {
        if (text.substr(0, text.find('\n')).find(' ') == std::string_view::npos) {
            throw std::logic_error("a statement whose first line could be an origin");
        }
        return signer_.sign(text);
    }

private:
    const StoreIdentity identity_;
    const merkle::NoteSigner signer_;
    const std::unique_ptr<Engine> engine_;
    const Moment moment_;
};

class EngineBuilder : public StoreBuilder {
public:
    EngineBuilder(StoreIdentity identity, const std::shared_ptr<const merkle::Signer>& signer,
                  std::uint64_t vault_entries)
        : identity_(std::move(identity)),
          signers_{merkle::NoteSigner(identity_.origin_of(Ledger::main), signer),
                   merkle::NoteSigner(identity_.origin_of(Ledger::access), signer)} {
        Engine::create(identity_.log());
        engine_ = std::make_unique<Engine>(identity_.log(), Engine::Access::write, kCacheBytes, nullptr);
        put_store_row(batch_, *engine_, kVaultEntriesRow, big_endian(vault_entries));
        for (const auto ledger : kLedgers) sign_again(ledger, 0, merkle::empty_root());
    }

    void add(Ledger ledger, const Record& record, std::string_view bytes, std::string_view payload) override {
        auto& side = sides_[index_of(ledger)];
        if (record.position.value != side.tree.size()) throw std::logic_error("rows are added in order");
        if (side.key_hash != record.key_hash) close_append(ledger);
        if (record.key_hash && !side.key_hash) {
            side.key_hash = record.key_hash;
            side.first_of_append = record.position.value;
        }
        side.tree.append(merkle::leaf_hash(bytes));
        put_rows_of(batch_, *engine_, ledger, record, bytes, payload);
        if (batch_.GetDataSize() > kBatchBytes) write();
    }

    void add_checkpoint(Ledger ledger, const Checkpoint& checkpoint) override {
        put_checkpoint(batch_, *engine_, ledger, checkpoint);
        if (checkpoint.size > 0) checkpoints_[index_of(ledger)] = checkpoint.size;
    }

    std::uint64_t size(Ledger ledger) const override { return sides_[index_of(ledger)].tree.size(); }
    Hash root(Ledger ledger) const override { return sides_[index_of(ledger)].tree.root(); }

    void finish(const Moment& moment) override {
        SignedState state;
        for (const auto ledger : kLedgers) {
            const auto i = index_of(ledger);
            if (moment.sizes[i] > size(ledger)) throw std::logic_error("a moment beyond the rows");
            close_append(ledger);
            if (checkpoints_[i] < moment.sizes[i]) sign_again(ledger, moment.sizes[i], moment.roots[i]);
        }
        write();
        engine_->settle_all();
        state.sizes = moment.sizes;
        state.roots = moment.roots;
        if (const auto broken = broken_promise(*engine_, state)) throw std::runtime_error("store: " + *broken);
        engine_.reset();
        SignedFile::create(identity_.directory, state);
        write_identity(identity_);
    }

private:
    struct Side {
        merkle::Tree tree;
        std::optional<Hash> key_hash;  // of the append the last row belongs to
        std::uint64_t first_of_append = 0;
    };

    void close_append(Ledger ledger) {
        auto& side = sides_[index_of(ledger)];
        if (!side.key_hash) return;
        put_append(batch_, *engine_, ledger, *side.key_hash,
                   {side.first_of_append, side.tree.size() - side.first_of_append});
        side.key_hash.reset();
    }

    void sign_again(Ledger ledger, std::uint64_t size, const Hash& root) {
        const auto note = signers_[index_of(ledger)].sign(merkle::text_of({identity_.origin_of(ledger), size, root}));
        add_checkpoint(ledger, {size, root, note});
    }

    void write() {
        for (const auto ledger : kLedgers) put_tiles(batch_, *engine_, ledger, sides_[index_of(ledger)].tree);
        if (const auto status = engine_->write_unlogged(batch_); !status.ok()) {
            throw std::runtime_error("store: " + status.ToString());
        }
        batch_.Clear();
    }

    const StoreIdentity identity_;
    const std::array<merkle::NoteSigner, kLedgerCount> signers_;
    std::unique_ptr<Engine> engine_;
    rocksdb::WriteBatch batch_;
    std::array<Side, kLedgerCount> sides_;
    std::array<std::uint64_t, kLedgerCount> checkpoints_{};  // the newest added
};

}  // namespace

Result<std::unique_ptr<KeptStore>> open_kept_store(const std::filesystem::path& directory) {
    auto reading = open_reading(directory);
    if (!reading) return reading.error();
    const auto identity = without_unfinished_rotation(reading->identity);
    const auto key = read_signing_key(identity);
    if (!key) return key.error();
    const auto signer = key->signer();
    if (!signer) return signer.error();
    return std::unique_ptr<KeptStore>(
        std::make_unique<EngineKept>(identity, *signer, std::move(reading->engine), reading->state));
}

Result<Moment> signed_moment_of(const std::filesystem::path& directory) {
    const auto state = SignedFile::read(directory);
    if (!state) return damaged_store(directory, "tệp signed không đọc được.", "the file signed cannot be read.");
    return moment_of(*state);
}

Result<std::string> vkey_of(const Foundation& foundation) {
    const auto key = SigningKey::parse(foundation.signing_key);
    if (!key) {
        return Refusal{"directory-damaged",
                       "",
                       "",
                       "Tệp signing-key đi kèm bản sao lưu không đọc được.",
                       "The signing-key beside the backup cannot be read.",
                       {}};
    }
    return key->vkey(foundation.origin);
}

Result<std::unique_ptr<StoreBuilder>> build_store(const std::filesystem::path& directory,
                                                  const Foundation& foundation) {
    const auto vkey = vkey_of(foundation);
    if (!vkey) return vkey.error();
    const auto key = *SigningKey::parse(foundation.signing_key);
    const auto signer = key.signer();
    if (!signer) return signer.error();
    StoreIdentity identity{directory, foundation.origin, *vkey, foundation.key_chain};
    if (auto prepared = prepare_directory(identity, key, foundation.vault); !prepared) return prepared.error();
    const auto vault = open_vault(identity.vault(), 1, VaultAccess::read_only);
    if (!vault) return vault.error();
    return std::unique_ptr<StoreBuilder>(std::make_unique<EngineBuilder>(identity, *signer, (*vault)->entries()));
}

}  // namespace minhbach::events
