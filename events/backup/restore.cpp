#include "events/backup/restore.hpp"

#include <fcntl.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "events/backup/folder.hpp"
#include "events/backup/proving.hpp"
#include "events/backup/secrets.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/refusals.hpp"
#include "events/vault.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::size_t kReadAtOnce = 4096;

// What can still be read of a file on a disk that fails; zeros for the rest, and `is_whole` says whether there is any.
std::string readable_part(const std::filesystem::path& path, bool& is_whole) {
    std::string bytes;
    try {
        const File file(path, O_RDONLY);
        const auto size = std::filesystem::file_size(path);
        while (bytes.size() < size) {
            const auto wanted = std::min<std::uintmax_t>(kReadAtOnce, size - bytes.size());
            std::string block;
            try {
                block = file.read_at(wanted, bytes.size());
            } catch (const std::system_error&) {
                is_whole = false;
            }
            block.resize(wanted);
            bytes += block;
        }
    } catch (const std::system_error&) {
        is_whole = false;
    }
    return bytes;
}

// Whom the vault of a lost store says to be erased, as far as it can still be read; `unread` names what cannot.
std::set<std::string> erased_in(const std::filesystem::path& data, std::vector<std::string>& unread) {
    std::set<std::string> erased;
    // The second: an erasure that was interrupted.
    for (const auto* name : {"vault", "vault.new"}) {
        if (!std::filesystem::exists(data / name)) continue;
        bool is_whole = true;
        for (const auto& entry : find_vault_entries(readable_part(data / name, is_whole))) {
            if (entry.kind == VaultEntry::erased) erased.insert(entry.subject);
        }
        if (!is_whole) unread.push_back((data / name).string());
    }
    return erased;
}

// Everything a restoration rests on, read in order of trust: the key, those that led to it, the manifest signed with
// one of them, then the rows.
class Restoring {
public:
    explicit Restoring(const RestoreOptions& options) : options_(options), folder_(options.from) {}

    Result<Restored> into(const std::filesystem::path& to) {
        if (auto read = read_manifest(); !read) return read.error();
        if (auto gathered = gather_known(); !gathered) return gathered.error();
        const Keys keys(foundation_.vault);
        for (const auto ledger : kLedgersOfStore) {
            proofs_.emplace_back(folder_, *manifest_, ledger, of_ledger(verifiers_, ledger), keys, roots(ledger));
            if (auto proven = proofs_.back().prove(); !proven) return proven.error();
        }
        if (auto chosen = choose_point(); !chosen) return chosen.error();
        if (auto allowed = look_ahead(); !allowed) return allowed.error();
        if (auto complete = settle_keys(keys); !complete) return complete.error();
        if (auto built = build(to); !built) return built.error();
        return std::move(restored_);
    }

private:
    Outcome read_manifest() {
        if (!folder_.is_one()) {
            return Refusal{"directory-missing",
                           "",
                           "",
                           options_.from.string() + " không phải thư mục sao lưu; hãy kiểm tra đường dẫn.",
                           options_.from.string() + " is not the folder of a backup; check the path.",
                           {}};
        }
        const auto origin = folder_.origin();
        if (!origin) return damaged_backup("không có tờ khai nào", "it has no manifest");
        auto foundation = read_secrets(options_.vault, *origin);
        if (!foundation) return foundation.error();
        foundation_ = *std::move(foundation);
        auto verifiers = settle_chain(foundation_);
        if (!verifiers) return verifiers.error();
        verifiers_ = *std::move(verifiers);
        auto manifest = folder_.newest(verifiers_);
        if (!manifest) return manifest.error();
        if (!*manifest) return damaged_backup("không có tờ khai nào", "it has no manifest");
        manifest_ = **std::move(manifest);
        restored_.run = manifest_->run;
        return std::monostate{};
    }

    // A signed checkpoint of either ledger.
    Outcome learn(std::string_view note, const std::string& known_by) {
        for (const auto ledger : kLedgersOfStore) {
            const auto body = merkle::open_checkpoint(note, of_ledger(verifiers_, ledger));
            if (!body) continue;
            known_.push_back({ledger, body->size, body->root, known_by});
            return std::monostate{};
        }
        return Refusal{"backup-foreign",
                       "",
                       "",
                       "Mốc đã nêu (" + known_by + ") không do nhật ký này ký.",
                       "The checkpoint given (" + known_by + ") was not signed by this log.",
                       {}};
    }

    void learn(const Moment& moment, const std::string& known_by) {
        for (const auto ledger : kLedgersOfStore)
            known_.push_back({ledger, moment.sizes[index(ledger)], moment.roots[index(ledger)], known_by});
    }

    Outcome gather_known() {
        known_ = options_.known;
        learn(manifest_->moment, "backup");
        for (const auto& file : manifest_->files) {
            if (!file.name.starts_with("witnessed/")) continue;
            const auto note = folder_.read(file);
            if (!note) return note.error();
            if (auto learnt = learn(*note, "witnessed"); !learnt) return learnt;
        }
        if (options_.data) {
            const auto moment = signed_moment_of(*options_.data);
            if (!moment) return moment.error();
            learn(*moment, "data");
            for (const auto ledger : kLedgersOfStore) {
                const auto note = read_file(*options_.data / ("witnessed-" + std::string(name_of(ledger))));
                if (!note) continue;
                if (auto learnt = learn(*note, "witnessed"); !learnt) return learnt;
            }
        }
        for (const auto& path : options_.not_behind) {
            if (auto learnt = learn(read_file(path).value_or(""), "file"); !learnt) return learnt;
        }
        return std::monostate{};
    }

    std::multimap<std::uint64_t, std::pair<Hash, std::string>> roots(Ledger ledger) const {
        std::multimap<std::uint64_t, std::pair<Hash, std::string>> roots;
        for (const auto& known : known_) {
            if (known.ledger == ledger && known.root) roots.emplace(known.size, std::pair(*known.root, known.known_by));
        }
        return roots;
    }

    // The newest checkpoint that satisfies; the moment of a ledger without one is empty.
    template <class Satisfies>
    void put_back(Ledger ledger, Satisfies satisfies) {
        const auto i = index(ledger);
        restored_.moment.sizes[i] = 0;
        restored_.moment.roots[i] = merkle::empty_root();
        for (const auto& point : proofs_[i].points()) {
            if (!satisfies(point)) break;
            restored_.moment.sizes[i] = point.size;
            restored_.moment.roots[i] = point.root;
        }
    }

    Outcome choose_point() {
        if (!options_.until_position && !options_.until_time) {
            restored_.moment = manifest_->moment;
            return std::monostate{};
        }
        const auto& points = proofs_[0].points();
        put_back(Ledger::main, [&](const Point& point) {
            return (!options_.until_position || point.size <= *options_.until_position) &&
                   (!options_.until_time || point.recorded_at <= *options_.until_time);
        });
        const auto main = restored_.moment.sizes[0];
        if (main == 0) {
            return invalid_field("", "Không có mốc đã ký nào ở hoặc trước thời điểm này.",
                                 "No checkpoint was signed at or before this point.");
        }
        // Of the access ledger, what was recorded before the first act that is left out, or up to the time given.
        const auto next = std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.size > main; });
        const auto last = std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.size == main; });
        put_back(Ledger::access, [&](const Point& point) {
            if (options_.until_time) return point.recorded_at <= *options_.until_time;
            return next == points.end() || point.recorded_at <= last->recorded_at;
        });
        return std::monostate{};
    }

    Outcome look_ahead() {
        for (const auto& known : known_) {
            if (known.size > restored_.moment.sizes[index(known.ledger)]) restored_.behind.push_back(known);
        }
        if (restored_.behind.empty() || options_.go_behind) return std::monostate{};
        std::string list;
        for (const auto& known : restored_.behind) {
            list += (list.empty() ? "" : ", ") + std::string(name_of(known.ledger)) + " " + std::to_string(known.size) +
                    " (" + known.known_by + ")";
        }
        return Refusal{"behind-checkpoint",
                       "",
                       "",
                       "Khôi phục về " + std::to_string(restored_.moment.sizes[0]) +
                           " bản ghi là lùi về trước những gì nhật ký đã ký: " + list +
                           ". Nếu thật sự không còn bản nào mới hơn, hãy nêu lý do với --go-behind.",
                       "Restoring " + std::to_string(restored_.moment.sizes[0]) +
                           " events would go behind what the log has signed: " + list +
                           ". If there really is nothing newer, say why with --go-behind.",
                       {}};
    }

    // Erased is erased, whatever the point and however old the copy of the keys.
    Outcome settle_keys(const Keys& keys) {
        std::set<std::string> erased;
        std::set<std::string> keyless;
        for (const auto& proof : proofs_) {
            erased.insert(proof.erased().begin(), proof.erased().end());
            keyless.insert(proof.keyless().begin(), proof.keyless().end());
        }
        if (options_.data) {
            // What was erased behind the point is in no row that comes back.
            const auto marked = erased_in(*options_.data, restored_.unread);
            erased.insert(marked.begin(), marked.end());
        }
        for (const auto& subject : erased) {
            keyless.erase(subject);
            if (keys.find(subject)) restored_.erased.push_back(subject);
        }
        if (!keyless.empty()) {
            std::string list;
            for (const auto& subject : keyless) list += (list.empty() ? "" : ", ") + subject;
            return Refusal{
                "directory-damaged",
                "",
                "",
                "Tệp khóa thiếu khóa của: " + list + ". Hãy dùng tệp khóa cùng lần hoặc mới hơn bản sao lưu.",
                "The vault lacks the keys of: " + list +
                    ". Use the copy made with this run of the backup, or a newer one.",
                {}};
        }
        foundation_.vault = vault_without(foundation_.vault, erased);
        return std::monostate{};
    }

    Outcome build(const std::filesystem::path& to) {
        auto builder = build_store(to, foundation_);
        if (!builder) return builder.error();
        for (const auto ledger : kLedgersOfStore) {
            if (auto added = add_rows(**builder, ledger); !added) return added;
        }
        for (const auto& file : manifest_->files) {
            if (!file.name.starts_with("attachments/")) continue;
            const auto bytes = folder_.read(file);
            if (!bytes) return bytes.error();
            const auto path = to / file.name;
            std::filesystem::create_directories(path.parent_path());
            std::filesystem::permissions(to / "attachments", std::filesystem::perms::owner_all);
            replace_file(path, *bytes, 0600);
        }
        if (restored_.behind.empty()) {
            for (const auto& file : manifest_->files) {
                if (!file.name.starts_with("witnessed/")) continue;
                const auto ledger = file.name.substr(10, file.name.rfind('-') - 10);
                replace_file(to / ("witnessed-" + ledger), folder_.read(file).value(), 0600);
            }
        }
        (*builder)->finish(restored_.moment);
        return std::monostate{};
    }

    Outcome add_rows(StoreBuilder& builder, Ledger ledger) {
        const auto end = restored_.moment.sizes[index(ledger)];
        const auto segments = segments_of(*manifest_, ledger);
        if (!segments) return segments.error();
        const auto verifiers = of_ledger(verifiers_, ledger);
        const SegmentVisitor visitor{
            [&](std::uint64_t position, std::string_view record, std::string_view payload) -> Outcome {
                if (position < end) builder.add(ledger, decode_record(record).value(), record, payload);
                return std::monostate{};
            },
            [&](std::uint64_t size, std::string_view note) -> Outcome {
                if (size > end) return std::monostate{};
                const auto body = merkle::open_checkpoint(note, verifiers).value();
                builder.add_checkpoint(ledger, {body.size, body.root, std::string(note)});
                if (size == end) restored_.checkpoints[index(ledger)] = note;
                return std::monostate{};
            }};
        for (const auto& file : *segments) {
            const auto name = *SegmentName::parse(file.name);
            if (name.first >= end) break;
            const auto bytes = folder_.read(file);
            if (!bytes) return bytes.error();
            if (auto added = visit_segment(*bytes, name, verifiers.front().name(), visitor); !added) return added;
        }
        if (builder.root(ledger) != restored_.moment.roots[index(ledger)])
            throw std::runtime_error("the rows built have another root than the rows proven");
        return std::monostate{};
    }

    const RestoreOptions& options_;
    const Folder folder_;
    Foundation foundation_;
    std::vector<merkle::NoteVerifier> verifiers_;  // one for each signing key the log has had
    std::optional<Manifest> manifest_;
    std::vector<KnownCheckpoint> known_;
    std::vector<Proving> proofs_;  // by ledger
    Restored restored_;
};

}  // namespace

Result<Restored> restore(const RestoreOptions& options, const std::filesystem::path& to) {
    return Restoring(options).into(to);
}

}  // namespace minhbach::events::backup
