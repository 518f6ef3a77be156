#include "events/attachment_files.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "events/files.hpp"
#include "events/refusals.hpp"
#include "events/seal.hpp"

namespace minhbach::events {
namespace {

constexpr std::string_view kHeadMark = "mb-attachment-v1 ";
constexpr std::string_view kWholeMark = "mb-attachment-whole-v1 ";

Refusal no_such_file(const AttachmentId& id) {
    return not_found("Không có tệp đính kèm " + id.str() + ".", "There is no attachment " + id.str() + ".");
}

Refusal erased() {
    return {
        "erased", "", "", "Dữ liệu cá nhân của người này đã được xóa.", "The personal data of this person was erased.",
        {}};
}

Refusal disk_is_full() {
    return {"read-only",
            "",
            "",
            "Ổ đĩa sắp hết chỗ; tệp chưa được ghi.",
            "The disk is nearly full; the file was not written.",
            {}};
}

std::string piece_name(std::uint64_t number) {
    auto digits = std::to_string(number);
    return "piece-" + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

// A random UUID (version 4); only such names are looked for on the disk.
std::optional<EventId> uuid_of(const AttachmentId& id) {
    const auto uuid = EventId::parse(id.str());
    return uuid ? std::optional(*uuid) : std::nullopt;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \n"), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return words;
}

}  // namespace

Result<AttachmentId> AttachmentFiles::begin(const std::optional<PersonCode>& subject) {
    if (is_short_of_space_(0)) return disk_is_full();
    if (subject && !vault_.key_for(*subject)) return erased();
    EventId uuid;
    if (RAND_bytes(uuid.bytes.data(), static_cast<int>(uuid.bytes.size())) != 1) {
        throw std::runtime_error("OpenSSL: no random bytes");
    }
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x40);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
    const auto id = AttachmentId::of(uuid.str());
    vault_.sync();  // a piece is durable only with its key
    files_.make_directory(directory_);
    files_.sync_directory(directory_.parent_path());
    files_.make_directory(folder(id));
    files_.sync_directory(directory_);
    files_.replace(folder(id) / "head", std::string(kHeadMark) + (subject ? subject->str() : "-") + "\n", 0600);
    return id;
}

std::optional<AttachmentFiles::Head> AttachmentFiles::head(const AttachmentId& id) const {
    if (!uuid_of(id)) return std::nullopt;
    const auto text = files_.read(folder(id) / "head");
    if (!text) return std::nullopt;
    const auto words = words_of(*text);
    if (words.size() != 2 || !text->starts_with(kHeadMark)) throw std::runtime_error("attachment: its head is damaged");
    if (words[1] == "-") return Head{};
    return Head{PersonCode::of(words[1])};
}

std::uint64_t AttachmentFiles::count(const AttachmentId& id) const {
    std::uint64_t number = 0;
    while (std::filesystem::exists(folder(id) / piece_name(number))) ++number;
    return number;
}

Outcome AttachmentFiles::put(const AttachmentId& id, std::uint64_t number, std::string_view bytes) {
    const auto of = head(id);
    if (!of) return no_such_file(id);
    if (bytes.empty() || bytes.size() > piece_bytes_max) {
        return invalid_field("", "Mỗi phần của tệp dài từ 1 byte đến 1 MiB.", "A piece has 1 byte to 1 MiB.");
    }
    const std::lock_guard lock(mutex_);
    const auto known = count(id);
    if (number < known) {
        const auto kept = piece(id, number);
        if (!kept) return kept.error();
        if (*kept == bytes) {
            files_.sync_directory(
                folder(id));  // it was named before the end of another process, and perhaps not synced
            return {};
        }
        return invalid_field("", "Phần này của tệp đã được gửi với nội dung khác.",
                             "This piece was sent before with other content.");
    }
    const auto out_of_order = [&](const std::string& vi, const std::string& en) { return invalid_field("", vi, en); };
    if (number > known) {
        return out_of_order("Phần tiếp theo phải là phần số " + std::to_string(known) + ".",
                            "The next piece is number " + std::to_string(known) + ".");
    }
    if (number >= pieces_max) return out_of_order("Tệp dài tối đa 256 MiB.", "A file has at most 256 MiB.");
    if (std::filesystem::exists(folder(id) / "whole")) {
        return out_of_order("Tệp đã được hoàn tất.", "The file is finished.");
    }
    if (number > 0) {
        const auto before = piece(id, number - 1);
        if (!before) return before.error();
        if (before->size() != piece_bytes_max) {
            return out_of_order("Chỉ phần cuối của tệp được ngắn hơn 1 MiB.",
                                "Only the last piece is shorter than 1 MiB.");
        }
    }
    if (is_short_of_space_(bytes.size())) return disk_is_full();
    const auto key = of->subject ? vault_.key_for(*of->subject) : std::optional(vault_.log_key());
    if (!key) return erased();
    const PartName name{*uuid_of(id), static_cast<std::uint32_t>(number)};
    const auto sealed = seal_part(*key, of->subject ? Secrecy::sealed : Secrecy::plain, name, bytes);
    files_.replace(folder(id) / piece_name(number), std::string(view(sealed.commitment)) + sealed.bytes, 0600);
    return {};
}

Result<std::string> AttachmentFiles::piece(const AttachmentId& id, std::uint64_t number) const {
    const auto of = head(id);
    const auto kept = of ? files_.read(folder(id) / piece_name(number)) : std::nullopt;
    if (!kept) return no_such_file(id);
    if (kept->size() < sizeof(Hash)) throw std::runtime_error("attachment: a piece is cut");
    const auto key = of->subject ? vault_.find(*of->subject) : std::optional(vault_.log_key());
    if (!key) return erased();
    Hash commitment{};
    std::copy_n(kept->begin(), commitment.size(), commitment.begin());
    const PartName name{*uuid_of(id), static_cast<std::uint32_t>(number)};
    return open_part(*key, of->subject ? Secrecy::sealed : Secrecy::plain, name, commitment,
                     std::string_view(*kept).substr(commitment.size()));
}

Result<Attachments::Whole> AttachmentFiles::finish(const AttachmentId& id) {
    const auto of = head(id);
    if (!of) return no_such_file(id);
    const std::lock_guard lock(mutex_);
    if (std::filesystem::exists(folder(id) / "whole")) {
        files_.sync_directory(folder(id));
        return look(id);
    }
    Whole whole{of->subject, count(id), 0, {}};
    if (whole.pieces == 0) return invalid_field("", "Tệp chưa có nội dung.", "The file has no content yet.");
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    for (std::uint64_t number = 0; number < whole.pieces; ++number) {
        const auto bytes = piece(id, number);
        if (!bytes) return bytes.error();
        EVP_DigestUpdate(digest.get(), bytes->data(), bytes->size());
        whole.bytes += bytes->size();
    }
    EVP_DigestFinal_ex(digest.get(), whole.digest.data(), nullptr);
    files_.replace(folder(id) / "whole",
                   std::string(kWholeMark) + std::to_string(whole.pieces) + " " + std::to_string(whole.bytes) + " " +
                       hex(whole.digest) + "\n",
                   0600);
    return whole;
}

Result<Attachments::Whole> AttachmentFiles::look(const AttachmentId& id) const {
    const auto of = head(id);
    const auto text = of ? files_.read(folder(id) / "whole") : std::nullopt;
    if (!text) return no_such_file(id);
    const auto words = words_of(*text);
    Whole whole{of->subject, 0, 0, {}};
    const auto digest = words.size() == 4 ? Digest::parse(words[3]) : Result<Digest>(no_such_file(id));
    if (!digest || !text->starts_with(kWholeMark)) throw std::runtime_error("attachment: its end is damaged");
    whole.pieces = std::stoull(words[1]);
    whole.bytes = std::stoull(words[2]);
    for (std::size_t i = 0; i < whole.digest.size(); ++i) {
        std::from_chars(words[3].data() + 2 * i, words[3].data() + 2 * i + 2, whole.digest[i], 16);
    }
    return whole;
}

void remove_attachments_of(const std::filesystem::path& directory, const PersonCode& person) {
    if (!std::filesystem::exists(directory)) return;
    const auto head = std::string(kHeadMark) + person.str() + "\n";
    bool removed = false;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (read_file(entry.path() / "head") != head) continue;
        // The head goes last: by it a removal that was interrupted is found again.
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(entry.path())) {
            if (file.path().filename() != "head") files.push_back(file.path());
        }
        for (const auto& file : files) std::filesystem::remove(file);
        sync_directory(entry.path());
        std::filesystem::remove_all(entry.path());
        removed = true;
    }
    if (removed) sync_directory(directory);
}

}  // namespace minhbach::events
