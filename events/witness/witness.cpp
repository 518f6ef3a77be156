#include "events/witness/witness.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>

#include "events/merkle/base64.hpp"
#include "events/merkle/lines.hpp"
#include "events/merkle/proof.hpp"
#include "events/record.hpp"
#include "events/refusals.hpp"

namespace minhbach::events {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPathMax = 63;
constexpr const char* kKeyFile = "witness-key";
constexpr std::string_view kKeyTitle = "mb-witness-key-v1 ";

std::string origin_hash(std::string_view origin) {
    return hex(sha256(origin));
}

WitnessAnswer say(int status, std::string why) {
    return {status, "text/plain; charset=utf-8", std::move(why) + "\n"};
}

WitnessAnswer say_size(std::uint64_t size) {
    return {409, "text/x.tlog.size", std::to_string(size) + "\n"};
}

}  // namespace

std::optional<CosigningAsked> parse_cosigning(std::string_view request) {
    CosigningAsked asked;
    const auto first = merkle::take_line(request);
    const auto old = first && first->starts_with("old ") ? merkle::parse_number(first->substr(4)) : std::nullopt;
    if (!old) return std::nullopt;
    asked.old = *old;
    for (auto line = merkle::take_line(request);; line = merkle::take_line(request)) {
        if (!line) return std::nullopt;
        if (line->empty()) break;
        const auto hash = merkle::parse_hash(*line);
        if (!hash || asked.path.size() == kPathMax) return std::nullopt;
        asked.path.push_back(*hash);
    }
    asked.note = request;
    return asked;
}

Result<merkle::Cosigner> open_witness_key(const fs::path& directory, const std::string& name) {
    if (!merkle::is_key_name(name)) {
        return invalid_field("", "Tên của bên chứng kiến không được rỗng, không có dấu cách và dấu cộng.",
                             "The name of a witness is not empty and has no space and no '+'.");
    }
    const auto path = directory / kKeyFile;
    if (!fs::exists(directory)) {
        fs::create_directories(directory);
        fs::permissions(directory, fs::perms::owner_all);
    }
    if (is_exposed(directory)) {
        return Refusal{"directory-exposed",
                       "",
                       "",
                       "Người khác đọc được thư mục " + directory.string() + "; hãy chạy chmod 700.",
                       directory.string() + " is open to others; chmod 700 mends it.",
                       {}};
    }
    auto text = read_file(path);
    if (!text) {
        if (!fs::is_empty(directory)) {
            return invalid_field("", "Thư mục " + directory.string() + " không phải của bên chứng kiến.",
                                 directory.string() + " is not the folder of a witness.");
        }
        const auto seed = merkle::PrivateKey::random_seed();
        text =
            std::string(kKeyTitle) + merkle::base64({reinterpret_cast<const char*>(seed.data()), seed.size()}) + "\n";
        replace_file(path, *text, 0600);
    }
    merkle::Seed seed{};
    std::optional<std::string> bytes;
    if (text->starts_with(kKeyTitle) && text->ends_with('\n'))
        bytes =
            merkle::from_base64(std::string_view(*text).substr(kKeyTitle.size(), text->size() - kKeyTitle.size() - 1));
    if (!bytes || bytes->size() != seed.size()) {
        return Refusal{"proof-invalid",
                       "",
                       "",
                       "Tệp khóa " + path.string() + " bị hỏng.",
                       "The key file " + path.string() + " is damaged.",
                       {}};
    }
    std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(seed.data()));
    return merkle::Cosigner(name, seed);
}

Witness::Witness(fs::path directory, merkle::Cosigner cosigner, const Files& files)
    : directory_(std::move(directory)),
      lock_(directory_ / "lock", O_RDWR | O_CREAT, 0600),
      cosigner_(std::move(cosigner)),
      files_(files) {}

Result<std::unique_ptr<Witness>> Witness::open(const fs::path& directory, merkle::Cosigner cosigner,
                                               std::vector<merkle::NoteVerifier> logs, const Files& files) {
    std::unique_ptr<Witness> witness(new Witness(directory, std::move(cosigner), files));
    // Two that know different things would cosign different histories.
    if (::flock(witness->lock_.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        return Refusal{"directory-held",
                       "",
                       "",
                       "Một tiến trình khác đang giữ " + directory.string() + ".",
                       "Another process holds " + directory.string() + ".",
                       {}};
    }
    files.sync_directory(directory);  // what is read may have been named just before the end of another process
    for (auto& key : logs) {
        const auto origin = key.name();
        auto& log = witness->logs_.try_emplace(origin, Log{{}, 0, merkle::empty_root(), {}}).first->second;
        log.keys.push_back(std::move(key));
    }
    for (auto& [origin, log] : witness->logs_) {
        auto note = read_file(directory / (origin_hash(origin) + ".checkpoint"));
        if (!note) continue;
        const auto seen = merkle::open_checkpoint(*note, log.keys);
        if (!seen) return seen.error();
        log.size = seen->size;
        log.root = seen->root;
        log.note = *std::move(note);
    }
    return witness;
}

WitnessAnswer Witness::add_checkpoint(std::string_view request, std::uint64_t now_seconds) {
    const auto asked = parse_cosigning(request);
    if (!asked) return say(400, "the request is not one of tlog-witness");
    const std::string_view origin = asked->note.substr(0, asked->note.find('\n'));
    const std::lock_guard lock(mutex_);
    const auto found = logs_.find(origin);
    if (found == logs_.end()) return say(404, "this witness does not know the log");
    auto& log = found->second;
    const auto now = merkle::open_checkpoint(asked->note, log.keys);
    if (!now) return say(403, now.error().detail_en);
    if (asked->old > now->size) return say(400, "the old size is larger than that of the checkpoint");
    if (asked->old != log.size) return say_size(log.size);
    if (now->size == 0 && now->root != merkle::empty_root()) return say(422, "the root is not that of no entries");
    if (asked->old == 0 && !asked->path.empty()) return say(422, "from no entries no proof is needed");
    if (!merkle::verify_consistency(asked->old, now->size, asked->path, log.root, now->root))
        return say(422, "the checkpoint is not shown to continue the one before");

    const auto split = asked->note.rfind("\n\n") + 1;
    const auto cosignature = cosigner_.cosign(asked->note.substr(0, split), now_seconds);
    // Signatures of others are not kept: only those of the log's own keys are known to be right, one of each.
    std::vector<bool> has_signed(log.keys.size());
    auto note = std::string(asked->note.substr(0, split)) + "\n";
    for (auto lines = asked->note.substr(split + 1); !lines.empty();) {
        const auto end = lines.find('\n') + 1;
        const auto line = merkle::parse_signature_line(lines.substr(0, end - 1));
        for (std::size_t i = 0; line && i < log.keys.size(); ++i) {
            if (has_signed[i] || line->name != log.keys[i].name() || line->key_id != log.keys[i].key_id()) continue;
            has_signed[i] = true;
            note += lines.substr(0, end);
        }
        lines.remove_prefix(end);
    }
    note += cosignature;
    // What could not be read at the next start would end the memory of this log.
    if (const auto readable = merkle::open_checkpoint(note, log.keys); !readable)
        return say(422, "with a cosignature it is no checkpoint any more: " + readable.error().detail_en);
    files_.replace(directory_ / (origin_hash(origin) + ".checkpoint"), note, 0600);
    log.size = now->size;
    log.root = now->root;
    log.note = std::move(note);
    return {200, "text/plain; charset=utf-8", cosignature};
}

std::optional<std::string> Witness::checkpoint(std::string_view wanted) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [origin, log] : logs_)
        if (!log.note.empty() && origin_hash(origin) == wanted) return log.note;
    return std::nullopt;
}

}  // namespace minhbach::events
