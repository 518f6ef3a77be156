#include "events/backup/repair.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "events/backup/folder.hpp"
#include "events/backup/proving.hpp"
#include "events/backup/secrets.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/merkle/key_chain.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::uint64_t kBeyondMax = 10'000;  // how far behind a lost row others are looked for

// What is made anew, or decided upon one by one; all else of a directory is taken along.
bool is_taken_along(const std::string& name) {
    // A change of the signing key that was not finished is as if it had not begun: nothing was signed with the next.
    static const std::set<std::string> made{
        "log",    "vault",  "vault.old",   "vault.new",        "signed",      "lock",        "keys",
        "format", "damage", "signing-key", "signing-key.next", "projections", "attachments", "exports"};
    return !made.contains(name);
}

class Repairing {
public:
    Repairing(const RepairOptions& options, std::filesystem::path to)
        : options_(options), to_(std::move(to)), folder_(options.from) {}

    Result<Repaired> run() {
        const File lock(options_.data / "lock", O_RDWR | O_CREAT, 0600);
        if (::flock(lock.descriptor(), LOCK_EX | LOCK_NB) != 0) {
            return Refusal{"directory-held",
                           "",
                           "",
                           "Tiến trình khác đang giữ kho dữ liệu; hãy dừng tiến trình đó (minhbach serve).",
                           "Another process holds the store; stop it (minhbach serve).",
                           {}};
        }
        if (auto read = read_foundation(); !read) return read.error();
        remains_ = open_remains(options_.data, to_.string() + ".salvage");
        const Keys keys(foundation_.vault);
        for (const auto ledger : kLedgersOfStore) {
            const auto i = index(ledger);
            proofs_.emplace_back(folder_, *manifest_, ledger, of_ledger(verifiers_, ledger), keys, Roots{});
            if (auto proven = proofs_.back().prove(); !proven) return proven.error();
            if (auto gathered = gather_tail(ledger, proofs_.back()); !gathered) return gathered.error();
            erased_.insert(proofs_[i].erased().begin(), proofs_[i].erased().end());
            keyless_.insert(proofs_[i].keyless().begin(), proofs_[i].keyless().end());
        }
        for (const auto& subject : erased_) keyless_.erase(subject);
        if (!keyless_.empty()) {
            return lost("thiếu khóa của " + std::to_string(keyless_.size()) + " người, ví dụ " + *keyless_.begin(),
                        "the keys of " + std::to_string(keyless_.size()) + " persons are lost, for example of " +
                            *keyless_.begin() + "; give --vault");
        }
        foundation_.vault = vault_without(foundation_.vault, erased_);
        if (auto built = build(); !built) return built.error();
        std::filesystem::remove_all(to_.string() + ".salvage");
        return repaired_;
    }

private:
    using Roots = std::multimap<std::uint64_t, std::pair<Hash, std::string>>;
    struct Tail {
        std::deque<std::pair<std::string, std::string>> rows;  // behind what the backup holds
        std::map<std::uint64_t, std::string> notes;            // checkpoints of their sizes
    };

    static Refusal lost(const std::string& vi, const std::string& en) {
        return {"directory-damaged",
                "",
                "",
                "Không sửa được từ bản sao lưu này: " + vi + ".",
                "Cannot be repaired from this backup: " + en + ".",
                {}};
    }

    Outcome read_foundation() {
        const auto origin = folder_.is_one() ? folder_.origin() : std::nullopt;
        if (!origin) return damaged_backup("không có tờ khai nào", "it has no manifest");
        foundation_.origin = *origin;
        foundation_.vault = merged_vaults(read_file(options_.data / "vault").value_or(""), "");
        foundation_.signing_key = read_file(options_.data / "signing-key").value_or("");
        foundation_.key_chain = read_file(options_.data / "keys").value_or("");
        const auto own_keys = merkle::keys_of_chain(foundation_.key_chain);
        std::string copied_chain;
        bool is_key_copied = false;
        if (options_.vault) {
            const auto copy = read_secrets(*options_.vault, *origin);
            if (!copy) return copy.error();
            foundation_.vault = merged_vaults(read_file(options_.data / "vault").value_or(""), copy->vault);
            is_key_copied = !vkey_of(foundation_);
            if (is_key_copied) foundation_.signing_key = copy->signing_key;
            copied_chain = copy->key_chain;
        }
        if (!vkey_of(foundation_))
            return lost("tệp signing-key bị hỏng; hãy nêu --vault", "the signing-key is damaged; give --vault");
        if (foundation_.vault.empty())
            return lost("tệp vault bị hỏng; hãy nêu --vault", "the vault is damaged; give --vault");
        auto verifiers = settle_chain(foundation_);
        // Its own is damaged, lost, or there never was one.
        if (!copied_chain.empty() && (!verifiers || foundation_.key_chain.empty())) {
            auto other = foundation_;
            other.key_chain = copied_chain;
            if (auto settled = settle_chain(other)) {
                verifiers = std::move(settled);
                foundation_.key_chain = other.key_chain;
            }
        }
        if (!verifiers) return lost("tệp keys bị hỏng; hãy nêu --vault", "the file keys is damaged; give --vault");
        if (is_key_copied && own_keys && !own_keys->empty() && own_keys->back().vkey() != verifiers->back().vkey()) {
            return lost("signing-key trong bản sao khóa là khóa cũ của nhật ký; hãy dùng bản sao khóa mới hơn",
                        "the copied signing-key is an older one of this log; use the newer copy of the keys");
        }
        verifiers_ = *std::move(verifiers);
        auto manifest = folder_.newest(verifiers_);
        if (!manifest) return manifest.error();
        if (!*manifest) return damaged_backup("không có tờ khai nào", "it has no manifest");
        manifest_ = **std::move(manifest);
        repaired_.moment = manifest_->moment;
        const auto is_signed = signed_moment_of(options_.data);
        is_signed_known_ = is_signed.has_value();
        if (is_signed) {
            repaired_.moment = *is_signed;
            for (std::size_t i = 0; i < 2; ++i) {
                const auto held = manifest_->moment.sizes[i];
                if (is_signed->sizes[i] < held ||
                    (is_signed->sizes[i] == held && is_signed->roots[i] != manifest_->moment.roots[i])) {
                    return Refusal{"backup-foreign",
                                   "",
                                   "",
                                   "Bản sao lưu dài hơn những gì kho dữ liệu đã ký.",
                                   "The backup holds more than the store signed: it is another history.",
                                   {}};
                }
            }
        }
        return std::monostate{};
    }

    // The store's own rows behind the backup, as far as they follow each other soundly; the signed root proves them.
    Outcome gather_tail(Ledger ledger, Proving& proof) {
        const auto i = index(ledger);
        auto& tail = tails_[i];
        auto size = manifest_->moment.sizes[i];
        std::map<std::uint64_t, std::string> notes;
        if (remains_) {
            remains_->visit_checkpoints(
                ledger, size, [&](const Checkpoint& checkpoint) { notes.emplace(checkpoint.size, checkpoint.note); });
        }
        for (;; ++size) {
            auto row = remains_ ? remains_->row(ledger, size) : std::nullopt;
            if (!row || !proof.take_row(row->first, row->second)) break;
            tail.rows.push_back(*std::move(row));
            const auto note = notes.find(size + 1);
            if (note != notes.end() && proof.take_checkpoint(note->second)) {
                tail.notes.insert(*note);
                if (!is_signed_known_) {
                    repaired_.moment.sizes[i] = size + 1;
                    repaired_.moment.roots[i] = proof.root();
                }
            }
            if (size + 1 == repaired_.moment.sizes[i] && proof.root() != repaired_.moment.roots[i]) {
                return lost(
                    "các bản ghi sau " + std::to_string(manifest_->moment.sizes[i]) + " không khớp mã gốc đã ký",
                    "the " + std::string(name_of(ledger)) + " rows from " + std::to_string(manifest_->moment.sizes[i]) +
                        " on do not hash to the signed root");
            }
        }
        auto next = std::max(size + 1, repaired_.moment.sizes[i]);
        bool beyond = size < repaired_.moment.sizes[i];
        for (const auto end = next + kBeyondMax; !beyond && remains_ && next < end; ++next)
            beyond = remains_->row(ledger, next).has_value();
        if (!beyond) return std::monostate{};
        return lost("mất bản ghi từ số " + std::to_string(size) + " trở đi của " + std::string(name_of(ledger)) +
                        "; hãy dùng bản sao lưu mới hơn",
                    "rows of " + std::string(name_of(ledger)) + " from position " + std::to_string(size) +
                        " on are lost (" + std::to_string(repaired_.moment.sizes[i]) +
                        " were signed); use a newer backup");
    }

    Outcome build() {
        auto builder = build_store(to_, foundation_);
        if (!builder) return builder.error();
        for (const auto ledger : kLedgersOfStore) {
            if (auto added = add_rows(**builder, ledger); !added) return added;
        }
        take_along();
        if (auto mended = mend_attachments(); !mended) return mended;
        (*builder)->finish(repaired_.moment);
        return std::monostate{};
    }

    Outcome add_rows(StoreBuilder& builder, Ledger ledger) {
        const auto i = index(ledger);
        const auto segments = segments_of(*manifest_, ledger);
        if (!segments) return segments.error();
        const auto verifiers = of_ledger(verifiers_, ledger);
        const SegmentVisitor visitor{
            [&](std::uint64_t position, std::string_view record, std::string_view payload) -> Outcome {
                const auto own = remains_ ? remains_->row(ledger, position) : std::nullopt;
                repaired_.mended[i] += !own || own->first != record || own->second != payload;
                builder.add(ledger, decode_record(record).value(), record, payload);
                return std::monostate{};
            },
            [&](std::uint64_t, std::string_view note) -> Outcome {
                const auto body = merkle::open_checkpoint(note, verifiers).value();
                builder.add_checkpoint(ledger, {body.size, body.root, std::string(note)});
                return std::monostate{};
            }};
        for (const auto& file : *segments) {
            const auto bytes = folder_.read(file);
            if (!bytes) return bytes.error();
            const auto name = *SegmentName::parse(file.name);
            if (auto added = visit_segment(*bytes, name, verifiers.front().name(), visitor); !added) return added;
        }
        for (const auto& [record, payload] : tails_[i].rows) {
            builder.add(ledger, decode_record(record).value(), record, payload);
            const auto note = tails_[i].notes.find(builder.size(ledger));
            if (note != tails_[i].notes.end())
                builder.add_checkpoint(ledger, {note->first, builder.root(ledger), note->second});
        }
        repaired_.rows[i] = builder.size(ledger);
        return std::monostate{};
    }

    void take_along() const {
        for (const auto& entry : std::filesystem::directory_iterator(options_.data)) {
            if (!is_taken_along(entry.path().filename().string())) continue;
            std::filesystem::copy(entry.path(), to_ / entry.path().filename(),
                                  std::filesystem::copy_options::recursive);
        }
        if (std::filesystem::exists(options_.data / "attachments")) {
            // Never changed once they are finished: one file under two names is enough.
            std::filesystem::copy(
                options_.data / "attachments", to_ / "attachments",
                std::filesystem::copy_options::recursive | std::filesystem::copy_options::create_hard_links);
        }
    }

    Outcome mend_attachments() {
        for (const auto& file : manifest_->files) {
            if (!file.name.starts_with("attachments/")) continue;
            const auto own = read_file(to_ / file.name);
            if (own && sha256(*own) == file.digest) continue;
            const auto bytes = folder_.read(file);
            if (!bytes) return bytes.error();
            std::filesystem::create_directories((to_ / file.name).parent_path());
            replace_file(to_ / file.name, *bytes, 0600);
            ++repaired_.files;
        }
        return std::monostate{};
    }

    const RepairOptions& options_;
    const std::filesystem::path to_;
    const Folder folder_;
    Foundation foundation_;
    std::vector<merkle::NoteVerifier> verifiers_;  // one for each signing key the log has had
    std::optional<Manifest> manifest_;
    bool is_signed_known_ = false;
    std::unique_ptr<Remains> remains_;  // null where nothing can be read
    std::deque<Proving> proofs_;        // by ledger
    std::array<Tail, 2> tails_;
    std::set<std::string> erased_;
    std::set<std::string> keyless_;
    Repaired repaired_;
};

}  // namespace

Result<Repaired> repair(const RepairOptions& options, const std::filesystem::path& to) {
    return Repairing(options, to).run();
}

}  // namespace minhbach::events::backup
