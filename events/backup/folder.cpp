#include "events/backup/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "events/merkle/lines.hpp"

namespace minhbach::events::backup {
namespace {

constexpr std::array<const char*, 4> kFolders{"manifests", "segments", "attachments", "witnessed"};
constexpr std::size_t kRunDigits = 6;

std::string manifest_name(std::uint64_t run) {
    const auto digits = std::to_string(run);
    return "manifests/" + std::string(kRunDigits - std::min(kRunDigits, digits.size()), '0') + digits;
}

Refusal missing(const std::string& name) {
    return damaged_backup("thiếu tệp " + name + " hoặc tệp có độ dài khác", name + " is missing or has another length");
}

}  // namespace

bool Folder::is_one() const {
    return std::filesystem::is_directory(path_ / "manifests");
}

Outcome Folder::prepare() const {
    bool is_foreign = std::filesystem::exists(path_) && !std::filesystem::is_directory(path_);
    if (std::filesystem::is_directory(path_)) {
        for (const auto& entry : std::filesystem::directory_iterator(path_)) {
            const auto name = entry.path().filename().string();
            is_foreign |= name != "lock" && std::find(kFolders.begin(), kFolders.end(), name) == kFolders.end();
        }
    }
    if (is_foreign) {
        return Refusal{"backup-foreign",
                       "",
                       "",
                       "Thư mục " + path_.string() + " đang chứa thứ khác; hãy chọn thư mục mới hoặc thư mục trống.",
                       path_.string() + " holds something else; choose a new or empty folder.",
                       {}};
    }
    for (const auto* name : kFolders) std::filesystem::create_directories(path_ / name);
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    return std::monostate{};
}

Result<File> Folder::hold() const {
    File file(path_ / "lock", O_RDWR | O_CREAT, kOwnerOnly);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        return Refusal{"directory-held",
                       "",
                       "",
                       "Một lần sao lưu khác đang ghi vào " + path_.string() + "; hãy chờ lần đó xong.",
                       "Another backup is writing to " + path_.string() + "; wait for it to end.",
                       {}};
    }
    return file;
}

std::uint64_t Folder::newest_run() const {
    std::uint64_t run = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path_ / "manifests")) {
        const auto name = "manifests/" + entry.path().filename().string();
        auto digits = std::string_view(name).substr(name.find('/') + 1);
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        const auto number = merkle::parse_number(digits);
        if (number && manifest_name(*number) == name) run = std::max(run, *number);
    }
    return run;
}

std::optional<std::string> Folder::origin() const {
    const auto text = read_file(path_ / manifest_name(newest_run()));
    std::string_view rest = text ? std::string_view(*text) : "";
    merkle::take_line(rest);
    const auto line = merkle::take_line(rest);
    constexpr std::string_view kStart = "origin ";
    return line && line->starts_with(kStart) ? std::optional<std::string>(line->substr(kStart.size())) : std::nullopt;
}

Result<std::optional<Manifest>> Folder::newest(std::span<const merkle::NoteVerifier> keys) const {
    const auto run = newest_run();
    if (run == 0) return std::optional<Manifest>();
    auto manifest = open_manifest(*read_file(path_ / manifest_name(run)), keys);
    if (!manifest) return manifest.error();
    if (manifest->run != run) return damaged_backup("tờ khai bị đổi chỗ", "a manifest was put in another's place");
    for (const auto& file : manifest->files) {
        std::error_code failed;
        if (std::filesystem::file_size(path_ / file.name, failed) != file.bytes || failed) return missing(file.name);
    }
    return std::optional(*std::move(manifest));
}

Result<std::string> Folder::read(const KeptFile& file) const {
    auto bytes = read_file(path_ / file.name);
    if (!bytes || bytes->size() != file.bytes) return missing(file.name);
    if (sha256(*bytes) != file.digest) {
        return damaged_backup("tệp " + file.name + " bị thay đổi",
                              file.name + " has other bytes than its manifest says");
    }
    return *std::move(bytes);
}

KeptFile Folder::write(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    replace_file(path, bytes, kOwnerOnly);
    const KeptFile kept{name, bytes.size(), sha256(bytes)};
    const File written(path, O_RDONLY);
    ::posix_fadvise(written.descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    if (sha256(written.read_all()) != kept.digest) {
        throw std::runtime_error("the disk gave back other bytes than were written to " + path.string());
    }
    return kept;
}

void Folder::write_manifest(std::uint64_t run, std::string_view note) const {
    for (const auto* name : kFolders) sync_directory(path_ / name);
    sync_directory(path_);
    write(manifest_name(run), note);
}

void Folder::tidy(const std::optional<Manifest>& manifest) const {
    std::set<std::string> named;
    if (manifest) {
        for (const auto& file : manifest->files) named.insert(file.name);
    }
    std::vector<std::filesystem::path> left_over;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
        const auto name = entry.path().lexically_relative(path_).generic_string();
        if (!entry.is_regular_file() || name == "lock" || named.contains(name)) continue;
        if (name.starts_with("manifests/") && !name.ends_with(".new")) continue;
        left_over.push_back(entry.path());
    }
    for (const auto& path : left_over) std::filesystem::remove(path);
}

Result<std::vector<KeptFile>> segments_of(const Manifest& manifest, Ledger ledger) {
    std::vector<KeptFile> segments;
    std::uint64_t end = 0;
    for (const auto& file : manifest.files) {  // by name, so by first position
        const auto name = SegmentName::parse(file.name);
        if (!name || name->ledger != ledger) continue;
        if (name->first != end || name->end <= name->first) {
            return damaged_backup("các tệp segments không nối tiếp nhau", "its segments do not follow each other");
        }
        end = name->end;
        segments.push_back(file);
    }
    if (end != manifest.moment.sizes[static_cast<std::size_t>(ledger)]) {
        return damaged_backup("các tệp segments không đủ", "its segments do not reach the size it states");
    }
    return segments;
}

}  // namespace minhbach::events::backup
