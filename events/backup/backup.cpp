#include "events/backup/backup.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "events/backup/folder.hpp"
#include "events/backup/secrets.hpp"
#include "events/merkle/key_chain.hpp"
#include "events/merkle/tree.hpp"
#include "events/refusals.hpp"

namespace minhbach::events::backup {
namespace {

bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer) {
    const auto relative =
        std::filesystem::weakly_canonical(inner).lexically_relative(std::filesystem::weakly_canonical(outer));
    return !relative.empty() && *relative.begin() != "..";
}

Outcome are_apart(const BackupOptions& options) {
    if (lies_in(options.to, options.data) || lies_in(options.data, options.to)) {
        return invalid_field("", "Bản sao lưu không được nằm trong kho dữ liệu.",
                             "A backup does not lie in the store.");
    }
    if (options.vault && (lies_in(*options.vault, options.to) || lies_in(options.to, *options.vault) ||
                          lies_in(*options.vault, options.data))) {
        return invalid_field("", "Khóa phải được sao lưu vào một thư mục riêng, ngoài bản sao lưu và kho dữ liệu.",
                             "Keys are copied to a folder of their own, outside of the backup and of the store.");
    }
    return std::monostate{};
}

// One run, from the manifest before to the next.
class Run {
public:
    Run(const BackupOptions& options, const KeptStore& store, const Folder& folder, std::optional<Manifest> before)
        : options_(options), store_(store), folder_(folder), before_(std::move(before)) {
        if (before_) {
            for (const auto& file : before_->files) files_.emplace(file.name, file);
        }
    }

    Outcome write() {
        for (const auto ledger : kLedgersOfStore) {
            if (auto written = write_ledger(ledger); !written) return written;
        }
        write_attachments();
        write_witnessed();
        return std::monostate{};
    }

    Manifest manifest(Time now) const {
        Manifest manifest{store_.origin(), run(), now, store_.moment(), {}};
        for (const auto& [name, file] : files_) manifest.files.push_back(file);
        return manifest;
    }

    BackupReport report() const { return report_; }

private:
    std::uint64_t run() const { return before_ ? before_->run + 1 : 1; }

    void put(const std::string& name, std::string_view bytes) {
        files_.insert_or_assign(name, folder_.write(name, bytes));
        ++report_.files;
        report_.bytes += bytes.size();
    }

    // What is written must hash to what was signed: damage is not carried into a backup.
    Outcome write_ledger(Ledger ledger) {
        const auto i = static_cast<std::size_t>(ledger);
        const auto from = before_ ? before_->moment.sizes[i] : 0;
        const auto to = store_.moment().sizes[i];
        if (before_ && (from > to || store_.root(ledger, from) != before_->moment.roots[i])) {
            return foreign(
                "Bản sao lưu trong thư mục này giữ một lịch sử mà nhật ký không nối tiếp; hãy dùng thư mục "
                "mới và giữ lại bản cũ để kiểm tra.",
                "The backup in this folder holds a history that the log does not continue; use a new folder "
                "and keep the old one for examination.");
        }
        auto tree = merkle::Tree::restore(from, [&](unsigned level, std::uint64_t index, unsigned width) {
            return store_.tile(ledger, level, index, width);
        });
        std::map<std::uint64_t, std::string> notes;
        store_.visit_checkpoints(
            ledger, from, to, [&](const Checkpoint& checkpoint) { notes.emplace(checkpoint.size, checkpoint.note); });
        auto note = notes.begin();
        SegmentWriter segment(ledger, from);
        const auto origin = ledger == Ledger::main ? store_.origin() : store_.origin() + "/access";
        const auto close = [&] {
            if (segment.name().first != segment.name().end) put(segment.name().str(), segment.close(origin));
            segment = SegmentWriter(ledger, segment.name().end);
        };
        store_.scan(ledger, from, to, [&](std::uint64_t, std::string_view record, std::string_view payload) {
            tree.append(merkle::leaf_hash(record));
            segment.add_row(record, payload);
            if (note != notes.end() && note->first == segment.name().end) segment.add_checkpoint((note++)->second);
            if (segment.bytes() >= options_.segment_bytes_max) close();
        });
        close();
        tree.take_tiles();
        if (tree.root() != store_.moment().roots[i]) {
            return Refusal{"directory-damaged",
                           "",
                           "",
                           "Các bản ghi trong kho không khớp với mã gốc đã ký; hãy chạy minhbach log verify.",
                           "The records in the store do not hash to the root that was signed; run minhbach log verify.",
                           {}};
        }
        report_.added[i] = to - from;
        return std::monostate{};
    }

    // A file is finished when its last part is there; then it never changes.
    void write_attachments() {
        const auto attachments = options_.data / "attachments";
        if (!std::filesystem::exists(attachments)) return;
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(attachments)) {
            if (entry.is_regular_file() && entry.path().extension().empty() &&
                std::filesystem::exists(entry.path().parent_path() / "whole")) {
                found.push_back(entry.path());
            }
        }
        std::sort(found.begin(), found.end());
        for (const auto& path : found) {
            const auto name = path.lexically_relative(options_.data).generic_string();
            if (!files_.contains(name)) put(name, *read_file(path));
        }
    }

    void write_witnessed() {
        for (const auto ledger : kLedgersOfStore) {
            const auto start = "witnessed/" + std::string(name_of(ledger)) + "-";
            const auto note = read_file(options_.data / ("witnessed-" + std::string(name_of(ledger))));
            const auto newest = std::find_if(files_.rbegin(), files_.rend(),
                                             [&](const auto& file) { return file.first.starts_with(start); });
            if (!note || (newest != files_.rend() && newest->second.digest == sha256(*note))) continue;
            std::erase_if(files_, [&](const auto& file) { return file.first.starts_with(start); });
            put(start + std::to_string(run()), *note);
        }
    }

    const BackupOptions& options_;
    const KeptStore& store_;
    const Folder& folder_;
    const std::optional<Manifest> before_;
    std::map<std::string, KeptFile> files_;  // by name
    BackupReport report_;
};

}  // namespace

Result<BackupReport> back_up(const BackupOptions& options, Clock& clock) {
    if (auto apart = are_apart(options); !apart) return apart.error();
    const auto store = open_kept_store(options.data);
    if (!store) return store.error();
    const Folder folder(options.to);
    if (auto prepared = folder.prepare(); !prepared) return prepared.error();
    const auto held = folder.hold();
    if (!held) return held.error();
    const auto present = merkle::NoteVerifier::parse((*store)->vkey()).value();
    auto before = folder.newest(merkle::keys_up_to(present, (*store)->key_chain()).value());
    if (!before) return before.error();
    folder.tidy(*before);

    Run run(options, **store, folder, *before);
    if (auto written = run.write(); !written) return written.error();
    // After the moment and this number were read, so that the copy holds every key the backup needs.
    if (options.vault) {
        const auto copied = copy_secrets(options.data, *options.vault, (*store)->vault_entries());
        if (!copied) return copied.error();
    }
    const auto manifest = run.manifest(clock.now());
    folder.write_manifest(manifest.run, (*store)->sign(text_of(manifest)));
    auto report = run.report();
    report.run = manifest.run;
    report.moment = manifest.moment;
    return report;
}

}  // namespace minhbach::events::backup
