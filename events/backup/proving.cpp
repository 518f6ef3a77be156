#include "events/backup/proving.hpp"

#include <stdexcept>

#include "events/merkle/checkpoint.hpp"
#include "events/seal.hpp"
#include "events/vocabulary/erasure.hpp"

namespace minhbach::events::backup {

Keys::Keys(std::string_view vault) {
    const auto contents = read_vault_entries(vault).value();
    for (const auto& entry : contents.entries) {
        if (entry.kind == VaultEntry::log_key)
            log_key_ = entry.key;
        else
            keys_[entry.subject] = entry.kind == VaultEntry::erased ? std::nullopt : std::optional(entry.key);
    }
}

std::optional<VaultKey> Keys::find(const std::string& subject) const {
    const auto found = keys_.find(subject);
    return found == keys_.end() ? std::nullopt : found->second;
}

Proving::Proving(const Folder& folder, const Manifest& manifest, Ledger ledger,
                 std::vector<merkle::NoteVerifier> verifiers, const Keys& keys,
                 std::multimap<std::uint64_t, std::pair<Hash, std::string>> roots)
    : folder_(folder),
      manifest_(manifest),
      ledger_(ledger),
      verifiers_(std::move(verifiers)),
      keys_(keys),
      roots_(std::move(roots)),
      sequence_(verifiers_.front().name()) {}

Outcome Proving::prove() {
    const auto segments = segments_of(manifest_, ledger_);
    if (!segments) return segments.error();
    if (auto checked = check_roots(); !checked) return checked;
    const SegmentVisitor visitor{
        [this](std::uint64_t, std::string_view record, std::string_view payload) { return take_row(record, payload); },
        [this](std::uint64_t, std::string_view note) { return take_checkpoint(note); }};
    for (const auto& file : *segments) {
        const auto bytes = folder_.read(file);
        if (!bytes) return bytes.error();
        if (auto visited = visit_segment(*bytes, *SegmentName::parse(file.name), verifiers_.front().name(), visitor);
            !visited)
            return visited;
    }
    if (tree_.root() != manifest_.moment.roots[static_cast<std::size_t>(ledger_)]) {
        return damaged_backup("các bản ghi không khớp với mã gốc đã ký", "its records do not hash to its signed root");
    }
    return std::monostate{};
}

Outcome Proving::take_row(std::string_view bytes, std::string_view payload) {
    const auto record = sequence_.take(bytes, report_);
    if (!record || !report_.violations.empty()) {
        const auto what = report_.violations.empty() ? std::string("a record") : report_.violations.front().what;
        return damaged_backup("bản ghi số " + std::to_string(tree_.size()) + " không hợp lệ",
                              "position " + std::to_string(tree_.size()) + ": " + what);
    }
    tree_.append(merkle::leaf_hash(bytes));
    tree_.take_tiles();
    recorded_at_ = record->recorded_at;
    if (record->type == ErasureApproved::kType) {
        for (const auto& subject : record->subjects) erased_.insert(subject.subject.str());
    }
    if (auto opened = open_parts(*record, payload); !opened) return opened;
    return check_roots();
}

Outcome Proving::open_parts(const Record& record, std::string_view payload) {
    try {
        const auto parts = decode_payload(payload);
        if (parts.size() != record.commitments.size()) throw std::runtime_error("another number of parts");
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const PartName name{record.id, static_cast<std::uint32_t>(i)};
            if (parts[i].subject == KeptPart::kNobody) {
                open_part(keys_.log_key(), Secrecy::plain, name, record.commitments[i], parts[i].bytes);
                continue;
            }
            const auto& subject = record.subjects.at(parts[i].subject).subject.str();
            if (!keys_.knows(subject)) keyless_.insert(subject);
            if (const auto key = keys_.find(subject))
                open_part(*key, Secrecy::sealed, name, record.commitments[i], parts[i].bytes);
        }
    } catch (const std::exception& error) {
        return foreign("Nội dung của bản ghi số " + std::to_string(record.position.value) +
                           " không mở được bằng tệp khóa này: không phải tệp khóa của bản sao lưu này, hoặc đã hỏng.",
                       "The payload at position " + std::to_string(record.position.value) +
                           " does not open with this vault: it is not the vault of this backup, or damaged. " +
                           error.what());
    }
    return std::monostate{};
}

Outcome Proving::take_checkpoint(std::string_view note) {
    const auto body = merkle::open_checkpoint(note, verifiers_);
    if (!body) {
        return damaged_backup("mốc đã công bố ở " + std::to_string(tree_.size()) +
                                  " bản ghi không do khóa nào của nhật ký ký; nếu nhật ký từng đổi khóa ký, tệp keys "
                                  "phải nằm cạnh signing-key",
                              "the checkpoint kept for " + std::to_string(tree_.size()) +
                                  " events is not signed by a key of this log; if it ever had another one, the file "
                                  "keys must lie beside signing-key: " +
                                  body.error().detail_en);
    }
    if (body->size != tree_.size() || body->root != tree_.root()) {
        return damaged_backup("mốc đã công bố ở " + std::to_string(tree_.size()) + " bản ghi không khớp",
                              "the checkpoint kept for " + std::to_string(tree_.size()) + " events does not agree");
    }
    points_.push_back({body->size, body->root, recorded_at_});
    return std::monostate{};
}

Outcome Proving::check_roots() {
    const auto [begin, end] = roots_.equal_range(tree_.size());
    for (auto known = begin; known != end; ++known) {
        if (known->second.first == tree_.root()) continue;
        return foreign("Bản sao lưu có mã gốc khác với mốc đã biết (" + known->second.second + ") ở " +
                           std::to_string(tree_.size()) + " bản ghi: đây là một lịch sử khác.",
                       "The backup has another root than the checkpoint known (" + known->second.second + ") of " +
                           std::to_string(tree_.size()) + " events: it is another history.");
    }
    return std::monostate{};
}

}  // namespace minhbach::events::backup
